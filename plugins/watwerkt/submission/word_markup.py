"""What Word wraps around or beside the running text: brought into it, or told, so that nothing is lost without a word.

The library that reads Word passes over text inside tracked insertions, content controls, text boxes and formulas, and
over all that stands in other parts of the file: notes, comments, headers and footers, diagrams.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_GONE = (qn("w:del"), qn("w:moveFrom"), f"{_COMPATIBILITY}Fallback", qn("w:sdtPr"), qn("w:sdtEndPr"))
"""Deleted text, the old place of moved text, the second copy of a text box, and settings."""

_WRAPPERS = (qn("w:ins"), qn("w:moveTo"), qn("w:sdt"), qn("w:sdtContent"), qn("w:smartTag"), qn("w:fldSimple"),
             qn("w:customXml"), qn("w:bdo"), qn("w:dir"), f"{_COMPATIBILITY}AlternateContent",
             f"{_COMPATIBILITY}Choice")  # fmt: skip
_BESIDE = (
    ("Voetnoten", r"(?:foot|end)notes"),
    ("Opmerkingen in de kantlijn", r"comments"),
    ("Kop- en voetteksten", r"(?:header|footer)\d*"),
    ("Schema’s en grafieken", r"(?:diagrams/data|charts/chart)\d*"),
)
"""Parts of the file with text of their own; the drawing of a diagram repeats its data."""

_TEXTS = (qn("w:t"), qn("a:t"), f"{_MATH}t", f"{_CHART}v")
_PARAGRAPHS = (qn("w:p"), qn("a:p"), f"{_CHART}pt")
_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]+)"')


def beside(document: Document) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the texts of what stands beside the running text; before :func:`flatten`."""
    body = document.element.body
    yield (
        "Verwijderde tekst (wijzigingen bijhouden)",
        [_words(item, (qn("w:delText"),)) for item in body.iter(_GONE[0])],
    )
    parts = [part for part in document.part.package.iter_parts() if str(part.partname).startswith("/word/")]
    for kop, pattern in _BESIDE:
        names = re.compile(rf"/word/{pattern}\.xml")
        blobs = [part.blob for part in parts if names.fullmatch(str(part.partname))]
        yield kop, [text for blob in blobs for text in _paragraphs(parse_xml(blob))]
    yield "Adressen achter links", list(_links(document))
    yield "Afbeeldingen", list(_pictures(body))
    embedded = sum(1 for part in parts if "/embeddings/" in str(part.partname)) + len(list(body.iter(qn("w:altChunk"))))
    yield "Ingevoegde bestanden", [f"{embedded} in het document; alleen de tekst eromheen is gelezen."] * bool(embedded)


def flatten(document: Document) -> None:
    """Accept the tracked changes, unwrap content controls and put the text of a text box below its paragraph."""
    body = document.element.body
    for control in body.iter(qn("w:sdt")):
        if control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None:
            for hint in control.iter(qn("w:t")):
                hint.text = ""  # "Klik om tekst in te voeren": nobody did
    for gone in list(body.iter(*_GONE)):
        _remove(gone)
    for formula in list(body.iter(f"{_MATH}oMath")):
        _replace(formula, _run(_words(formula, (f"{_MATH}t",))))
    for outer in list(body.iter(f"{_MATH}oMathPara")):
        _unwrap(outer)
    for box in list(body.iter(qn("w:txbxContent"))):
        host = next(box.iterancestors(qn("w:p")))
        for block in reversed(list(box)):
            host.addnext(block)
    for wrapper in list(body.iter(*_WRAPPERS)):
        _unwrap(wrapper)


def _run(text: str) -> BaseOxmlElement:
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = text
    run.append(words)
    return run


def _replace(element: BaseOxmlElement, other: BaseOxmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, other)


def _remove(element: BaseOxmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: BaseOxmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _words(element: BaseOxmlElement, tags: tuple[str, ...] = _TEXTS) -> str:
    return "".join(text.text or "" for text in element.iter(*tags))


def _paragraphs(root: BaseOxmlElement) -> list[str]:
    """The text of each innermost paragraph, each once: the headers of odd, even and first pages are often alike."""
    leaves = root.iter(*_TEXTS)
    grouped = groupby(leaves, key=lambda leaf: next(leaf.iterancestors(*_PARAGRAPHS), leaf))
    return list(dict.fromkeys("".join(leaf.text or "" for leaf in group) for _, group in grouped))


def _links(document: Document) -> Iterator[str]:
    """Each link to the web with its words, when these are not the address itself."""
    body = document.element.body
    for link in body.iter(qn("w:hyperlink")):
        relation = document.part.rels.get(link.get(qn("r:id"), ""))
        words = _words(link)
        if relation is not None and relation.is_external and relation.target_ref.rstrip("/") not in words:
            yield f"{words}: {relation.target_ref}"
    codes = [code.text or "" for code in body.iter(qn("w:instrText"))]
    codes += [field.get(qn("w:instr"), "") for field in body.iter(qn("w:fldSimple"))]
    yield from (match[1] for code in codes for match in _ADDRESS.finditer(code) if match[1] not in _words(body))


def _pictures(body: BaseOxmlElement) -> Iterator[str]:
    drawn = [
        item
        for item in body.iter(qn("w:drawing"), qn("w:pict"))
        if next(item.iter(qn("w:txbxContent")), None) is None and next(item.iterancestors(_GONE[2]), None) is None
    ]
    if drawn:
        yield f"{len(drawn)} in het document; een record heeft alleen tekst."
    yield from (text for item in drawn for properties in item.iter(qn("wp:docPr")) if (text := properties.get("descr")))
