"""Links and markup in texts: only what the site will show, and only to public addresses (SEC-X1, SEC-X4)."""

from __future__ import annotations

import html
import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import cmarkgfm

from watwerkt.reading.gate import escaped
from watwerkt.reading.sentences import SENTENCES, say
from watwerkt.reading.slips import Slip, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_URL = 300
SCHEMES = frozenset({"http", "https", "mailto"})
SHORTENERS = frozenset({"bit.ly", "buff.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "t.co", "tiny.cc", "tinyurl.com"})

ADDRESS = re.compile(r"https?://[^\s<>\"'`]+", re.I)
SCHEME = re.compile(r"(?<!\w)(?:javascript|vbscript):\S|(?<!\w)data:[a-z]+/[a-z]|(?<!\w)(?:file|ftp)://\S", re.I)
_HREF = re.compile(r'<a href="([^"]*)"')
_RAW = "<!-- raw HTML omitted -->"
_RAW_SOURCE = re.compile(r"<[A-Za-z/!?][^<>]{0,60}>?")
HOST = re.compile(r"(?:[\w](?:[\w-]*[\w])?\.)+[A-Za-z][\w-]*[A-Za-z]")
_MARKDOWN_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")


def may_hold_address(text: str) -> bool:
    """Tell whether a text can hold a web address: a cheap test."""
    return "//" in text and ADDRESS.search(text) is not None


def may_hold_scheme(text: str) -> bool:
    """Tell whether a text can hold an address of another kind than http: a cheap test."""
    if ":" not in text:
        return False
    plain = folded(text)
    return any(part in plain for part in ("script:", "data:", "file://", "ftp://")) and SCHEME.search(text) is not None


def markup(text: str) -> Iterator[Slip]:
    """WW501, WW502 and WW504 in CommonMark: judged on what the renderer makes of it, not on how it looks."""
    rendered = cmarkgfm.cmark.markdown_to_html(text)
    if _RAW in rendered:
        match = _RAW_SOURCE.search(text)
        piece = match.group() if match else ""
        yield Slip("WW501", piece, say("WW501", stuk=escaped(piece)) if piece else SENTENCES["WW501 leeg"])
    if "<img " in rendered:
        yield Slip("WW504", "![", SENTENCES["WW504"])
    for match in _HREF.finditer(rendered):
        target = html.unescape(match.group(1))
        scheme = target.partition(":")[0].lower() if ":" in target else ""
        if scheme not in SCHEMES:
            yield _bad_scheme(target, text)


def _bad_scheme(target: str, text: str) -> Slip:
    if not target:
        # the renderer empties dangerous addresses; show what the author typed
        typed = [found for found in _MARKDOWN_LINK.findall(text) if not found.lower().startswith(("http", "mailto"))]
        target = typed[0] if typed else ""
    boodschap = say("WW502 link", doel=escaped(target)) if target else SENTENCES["WW502 leeg"]
    return Slip("WW502", target, boodschap)


def schemes(text: str) -> Iterator[Slip]:
    """WW502 in plain text: addresses that start a program or open a file."""
    for match in SCHEME.finditer(text):
        piece = match.group()
        yield Slip("WW502", piece, say("WW502", stuk=escaped(piece)))


def addresses(text: str) -> Iterator[Slip]:
    """WW503: web addresses that are not public, in any text."""
    for match in ADDRESS.finditer(text):
        address = match.group().rstrip(".,;:!?)]}*_")
        if reason := not_public(address):
            yield Slip("WW503", address, say("WW503", adres=escaped(address, 60), reden=reason))


def not_public(address: str) -> str:
    """Say in Dutch why an address is not a plain public one; empty when it is."""
    if len(address) > MAX_URL:
        return say("adres lang", grens=MAX_URL)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return SENTENCES["adres onleesbaar"]
    if parts.username is not None or parts.password is not None:
        return SENTENCES["adres gebruiker"]
    if port is not None:
        return SENTENCES["adres poort"]
    if _is_ip(host):
        return SENTENCES["adres cijfers"]
    if not HOST.fullmatch(host):
        return SENTENCES["adres naam"]
    if host in SHORTENERS:
        return SENTENCES["adres verkort"]
    return ""


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return re.fullmatch(r"[0-9.x]+", host) is not None
    return True
