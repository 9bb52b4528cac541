"""Rules over every text of a record: no HTML, safe links, one alphabet, no invisible signs, no personal data.

Each rule is a small function from a text to slips. :data:`RULES` says which rules look at which texts and holds the
cheap test that lets most texts pass without a closer look.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from watwerkt.reading import links, privacy
from watwerkt.reading.document import MAX_FINDINGS, make
from watwerkt.reading.gate import bad_characters, beyond_ascii, escaped, line_and_column
from watwerkt.reading.sentences import say
from watwerkt.reading.shapes import Kind, record_shape, walk_texts
from watwerkt.reading.slips import Slip, TextRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from watwerkt.reading.document import Document

MAX_TEXT = 12_000
"""Longer texts are refused by the models; the rules look at their first part only."""

MAX_PER_TEXT = 5
"""Slips per rule and text; who mends these finds the others."""

OTHER_ALPHABET = re.compile(r"[\u0370-\u1dff\u2c00-\u2dff\ua000-\uab2f\uab70-\ud7ff\uf900-\ufaff\uff21-\uff5a]")
_WORD = re.compile(r"[^\W\d_]+")
_REMARK = re.compile(r"\n([ \t]*#.*)")
"""Begins with a line end, for which a text is searched fastest."""
TAG = re.compile(r"<(?=[A-Za-z/!?])(?!(?:https?://|mailto:)[^\s<>]*>)[^<>]*>|<(?:script|style|iframe|img|svg)\b", re.I)


def invisible(text: str) -> Iterator[Slip]:
    """WW105, WW106: characters that came in through an escape of YAML."""
    for number, bad in enumerate(bad_characters(text)):
        if number == 3:
            return
        yield Slip(bad.code, text[bad.offset], say("teken", teken=bad.name))


def mixed_alphabets(text: str) -> Iterator[Slip]:
    """WW505: a word with letters of more than one alphabet (Unicode Technical Standard 39)."""
    for match in _WORD.finditer(text):
        word = match.group()
        if not OTHER_ALPHABET.search(word):
            continue
        scripts = {_script(char) for char in word} - {""}
        if len(scripts) > 1:
            strange = next(char for char in word if _script(char) not in {"LATIN", ""})
            name = unicodedata.name(strange, "?").split(" ")[0].capitalize()
            yield Slip(
                "WW505",
                word,
                say("WW505", woord=escaped(word), teken=strange, nummer=f"{ord(strange):04X}", naam=name),
            )


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0] if unicodedata.category(char)[0] == "L" else ""


def loose_accents(text: str) -> Iterator[Slip]:
    """WW506: text that is not in Unicode normal form C."""
    normal = unicodedata.normalize("NFC", text)
    word = next((part for part in text.split() if unicodedata.normalize("NFC", part) != part), "")
    if normal != text:
        shown = unicodedata.normalize("NFC", escaped(word))
        yield Slip("WW506", word, say("WW506", woord=shown))


def html_in_plain_text(text: str) -> Iterator[Slip]:
    """WW501 in plain text; ``< 5`` and ``<5`` are fine."""
    for match in TAG.finditer(text):
        yield Slip("WW501", match.group(), say("WW501", stuk=escaped(match.group())))
        return


_PLAIN = frozenset({Kind.TEXT, Kind.CHOICE, Kind.LIST, Kind.MAP, Kind.RECORD, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN})
_RICH = frozenset({Kind.RICH})

_INVISIBLE = TextRule(invisible, lambda text: any(bad_characters(text)))
RULES: tuple[TextRule, ...] = (
    TextRule(mixed_alphabets, lambda text: OTHER_ALPHABET.search(beyond_ascii(text)) is not None),
    TextRule(loose_accents, lambda text: not unicodedata.is_normalized("NFC", text)),
    TextRule(html_in_plain_text, lambda text: "<" in text, _PLAIN),
    TextRule(links.markup, lambda text: "<" in text or "[" in text, _RICH),
    TextRule(links.schemes, links.may_hold_scheme, _PLAIN),
    TextRule(links.addresses, links.may_hold_address),
    *privacy.RULES,
)


def check_texts(document: Document, model: type[BaseModel]) -> None:
    """Apply all text rules to a document and note what they find; of a file with very much, the first part."""
    before = len(document.findings)
    _check_remarks(document)
    blob = "\n".join(document.strings)
    rules = [rule for rule in RULES if rule.may_apply(blob)]
    if "\\" in document.text:  # only an escape can bring in a character that the gate did not see
        rules.append(_INVISIBLE)
    if not rules:
        return
    for path, text, shape in walk_texts(document.data, record_shape(model)):
        kind = shape.kind if shape else Kind.TEXT
        for rule in rules:
            if kind not in rule.kinds or not rule.may_apply(text):
                continue
            for slip in islice(rule.look(text[:MAX_TEXT]), MAX_PER_TEXT):
                document.add(slip.code, path, slip.boodschap, slip.advies, snippet=slip.snippet)
        if len(document.findings) - before >= MAX_FINDINGS:
            break


def _check_remarks(document: Document) -> None:
    """Look for personal data in remarks too: a file is public as a whole, and importers keep texts there."""
    for remark in _REMARK.finditer(f"\n{document.text}"):
        text = remark[1]
        if any(text.strip() in string for string in document.strings):
            continue  # no remark, but a line of a long text, which has its own turn
        for rule in privacy.RULES:
            for slip in islice(rule.look(text), MAX_PER_TEXT) if rule.may_apply(text) else ():
                regel, kolom = line_and_column(document.text, remark.start() + max(0, text.find(slip.snippet)))
                boodschap = f"In deze opmerking: {slip.boodschap}"
                document.findings.append(make(document.bestand, regel, kolom, "", slip.code, boodschap, slip.advies))
                if len(document.findings) >= MAX_FINDINGS:
                    return
