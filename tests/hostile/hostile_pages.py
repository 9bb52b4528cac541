"""What a browser would make of a page, by html5lib: its bones, its texts and everything that should not be in it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"

DOCUMENT = """html head body title meta link script header nav main footer form label input button fieldset legend
select option datalist textarea progress aside noscript"""
CONTENT = """article a b blockquote br caption cite code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 i li
ol p pre section span strong summary table tbody td th thead tr ul"""
DRAWING = "svg title desc g path rect circle text pattern"
ALLOWED = {*DOCUMENT.split(), *CONTENT.split(), *(f"{SVG}{tag}" for tag in DRAWING.split())}
"""Every element that a template may emit."""

RICH = {"a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "li", "ol", "p", "strong", "ul"}
"""Every element that CommonMark of a record may become."""

ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "cite", "srcset", "ping", "background",
             "{http://www.w3.org/1999/xlink}href", "xlink:href"}  # fmt: skip
NEVER = {"style", "srcdoc", "formaction", "ping", "nonce", "slot", "is", "contenteditable", "autofocus"}
FIXED = ("class", "role", "type", "rel", "scope", "http-equiv")
"""Attributes of which the value belongs to the template."""

SPOKEN = ("aria-label", "data-label", "title", "alt", "content", "value", "placeholder", "summary")
"""Attributes that readers hear or see."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


@dataclass
class Facts:
    """A page as read: ``bones`` are its elements without texts, ``rich`` the texts of its CommonMark parts."""

    bones: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    rich: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    title: str = ""
    description: str = ""
    text: str = ""


def read_fragment(html: str) -> Facts:
    """Read HTML that stands in ``<main>``."""
    root = html5lib.parseFragment(html, container="main", treebuilder="etree", namespaceHTMLElements=False)
    return _read(root, document=False)


def read_document(html: str) -> Facts:
    """Read a whole page."""
    return _read(html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False), document=True)


def _read(root: Element, *, document: bool) -> Facts:
    facts = Facts()
    _walk(root, facts, 0)
    twice = {name for name in facts.ids if facts.ids.count(name) > 1}
    facts.problems += [f"id {name!r} staat er vaker" for name in sorted(twice)]
    facts.text = plain(_text(root))
    if document:
        title, description = root.find("head/title"), root.find("head/meta[@name='description']")
        facts.title = plain(title.text or "") if title is not None else ""
        facts.description = plain(description.get("content") or "") if description is not None else ""
    return facts


def _walk(element: Element, facts: Facts, depth: int) -> None:
    if not isinstance(element.tag, str):
        facts.problems.append(f"commentaar of instructie: {(element.text or '')[:60]!r}")
        return
    if element.tag != "DOCUMENT_FRAGMENT":
        facts.problems += problems_of(element)
        facts.bones.append(_bone(element, depth))
        facts.spoken += [plain(value) for name, value in element.attrib.items() if name in SPOKEN]
        if "href" in element.attrib:
            facts.links.append(element.attrib["href"])
        if "id" in element.attrib:
            facts.ids.append(element.attrib["id"])
    if "prose" in (element.get("class") or "").split():
        _walk_rich(element, facts, depth)
        return
    for child in element:
        _walk(child, facts, depth + 1)


def _walk_rich(element: Element, facts: Facts, depth: int) -> None:
    """Read a CommonMark part: what our templates put in it has a class, the rest must be plain markup."""
    ours = [child for child in element if child.get("class")]
    texts = [element.text or "", *(f"{_text(child)} {child.tail or ''}" for child in element if child not in ours)]
    facts.rich.append(plain(" ".join(texts)))
    for child in element:
        if child in ours:
            _walk(child, facts, depth + 1)
        else:
            facts.problems += rich_problems(child)


def rich_problems(root: Element) -> Iterator[str]:
    """Yield what CommonMark of a record should not have become."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield f"commentaar: {(element.text or '')[:60]!r}"
            continue
        if element.tag not in RICH:
            yield f"<{element.tag}> in opmaak"
        yield from problems_of(element)
        for name, value in element.attrib.items():
            if element.tag != "a" or name not in {"href", "rel"}:
                yield f"<{element.tag} {name}={value[:60]!r}> in opmaak"
        href = element.get("href")
        if href is not None and not re.match(r"https?://|mailto:", href, re.I):
            yield f"link in opmaak naar {href[:80]!r}"
        if element.tag == "a" and not {"nofollow", "ugc", "noopener"} <= {*(element.get("rel") or "").split()}:
            yield f"link in opmaak zonder rel: {href!r}"


def problems_of(element: Element) -> Iterator[str]:
    """Yield what may not be in an element, wherever it stands."""
    tag = element.tag
    if tag not in ALLOWED:
        yield f"<{tag}> is niet van ons"
    for name, value in element.attrib.items():
        if str(name).lower().startswith("on") or name in NEVER:
            yield f"<{tag} {name}={value[:60]!r}>"
        if name in ADDRESSES and not good_address(value):
            yield f"<{tag} {name}={value[:80]!r}>"
    yield from _script_problems(element)
    if tag in {"script", "img", "link"} and _elsewhere(element.get("src") or element.get("href") or "", element):
        yield f"<{tag}> laadt van een andere plek"
    if tag == "meta" and element.get("http-equiv", "").lower() not in {"", "content-security-policy", "refresh"}:
        yield f"<meta http-equiv={element.get('http-equiv')!r}>"
    if tag == "meta" and element.get("http-equiv", "").lower() == "refresh" and "://" in element.get("content", ""):
        yield f"<meta http-equiv=refresh content={element.get('content')!r}>"


def _script_problems(element: Element) -> Iterator[str]:
    text = element.text or ""
    if _is_data(element):
        if not isinstance(json.loads(text), dict) or set(element.attrib) != {"type"}:
            yield f"gegevens in de bladzijde kloppen niet: {text[:60]!r}"
    elif element.tag == "script" and (not element.get("src") or text.strip()):
        yield f"script in de bladzijde: {text[:60]!r}"


def _is_data(element: Element) -> bool:
    """Tell whether an element is a block of JSON-LD, which no browser runs."""
    return element.tag == "script" and element.get("type") == "application/ld+json"


def _elsewhere(address: str, element: Element) -> bool:
    return "//" in address and (element.get("rel") or "") not in {"canonical"}


def good_address(value: str) -> bool:
    """Tell whether a browser would take an address as http(s), mailto or relative to the page."""
    bare = re.sub(r"[\t\r\n]", "", value).strip("".join(map(chr, range(33))))
    scheme = _SCHEME.match(bare)
    if scheme:
        return scheme.group().lower() in {"http:", "https:", "mailto:"}
    return not bare.replace("\\", "/").startswith("//")


def _bone(element: Element, depth: int) -> str:
    names = " ".join(sorted(str(name) for name in element.attrib))
    fixed = " ".join(f"{name}={element.get(name)}" for name in FIXED if name in element.attrib)
    return f"{depth} {element.tag} [{names}] {fixed}"


def _text(element: Any) -> str:
    """All text but that of drawings, which is shortened to fit; their title and description count. Data is no text."""
    if not isinstance(element.tag, str):
        return str(element.tail or "")
    if _is_data(element):
        return ""
    own = "" if element.tag == f"{SVG}text" else element.text or ""
    return own + "".join(_text(child) + (child.tail or "" if isinstance(child.tag, str) else "") for child in element)


def plain(text: str) -> str:
    """Normalise white space, as a reader sees it."""
    return " ".join(text.split())


def first_difference(calm: list[str], hostile: list[str]) -> str:
    """Say where two pages stop having the same elements; empty when they are alike."""
    for number, (ours, theirs) in enumerate(zip(calm, hostile, strict=False)):
        if ours != theirs:
            return f"element {number}: {ours!r} werd {theirs!r}"
    longer, kind = (hostile, "erbij") if len(hostile) > len(calm) else (calm, "weg")
    return f"{kind}: {longer[min(len(calm), len(hostile))]!r}" if len(calm) != len(hostile) else ""
