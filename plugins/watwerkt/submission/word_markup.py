"""What Word wraps around or beside the running text, brought into it: what a reader of the page sees is read too.

The library that reads Word passes over text inside tracked insertions, content controls and text boxes, and over
footnotes and links. Without this step that text would be lost without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = (qn("w:del"), qn("w:moveFrom"), f"{_COMPATIBILITY}Fallback", qn("w:sdtPr"), qn("w:sdtEndPr"))
"""Deleted text, the old place of moved text, the second copy of a text box, and settings."""

_WRAPPERS = (qn("w:ins"), qn("w:moveTo"), qn("w:sdt"), qn("w:sdtContent"), qn("w:smartTag"), qn("w:fldSimple"),
             qn("w:customXml"))  # fmt: skip
_NOTES = ((RELATIONSHIP_TYPE.FOOTNOTES, "w:footnote"), (RELATIONSHIP_TYPE.ENDNOTES, "w:endnote"))
_TYPE = qn("w:type")


def flatten(document: Document) -> None:
    """Accept the tracked changes, unwrap content controls and put the text of a text box below its paragraph."""
    body = document.element.body
    for gone in list(body.iter(*_GONE)):
        _remove(gone)
    for box in list(body.iter(qn("w:txbxContent"))):
        host = next(box.iterancestors(qn("w:p")))
        for block in reversed(list(box)):
            host.addnext(block)
    for wrapper in list(body.iter(*_WRAPPERS)):
        _unwrap(wrapper)


def _remove(element: BaseOxmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: BaseOxmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def notes(document: Document) -> Iterator[str]:
    """Give the text of each footnote and endnote."""
    for relation, tag in _NOTES:
        for part in (rel.target_part for rel in document.part.rels.values() if rel.reltype == relation):
            for note in parse_xml(part.blob).iter(qn(tag)):
                if note.get(_TYPE) is None:  # the lines above the notes have a type
                    yield "".join(text.text or "" for text in note.iter(qn("w:t")))


def links(document: Document) -> Iterator[str]:
    """Give each link to the web with its words, when these are not the address itself."""
    for link in document.element.body.iter(qn("w:hyperlink")):
        relation = document.part.rels.get(link.get(qn("r:id"), ""))
        words = "".join(text.text or "" for text in link.iter(qn("w:t")))
        if relation is not None and relation.is_external and relation.target_ref.rstrip("/") not in words:
            yield f"{words}: {relation.target_ref}"


def pictures(document: Document) -> int:
    """How many pictures the text has."""
    return sum(1 for _ in document.element.body.iter(qn("w:drawing"), qn("w:pict")))
