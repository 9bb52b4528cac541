"""A Word document from paragraphs.

The library makes the shell (styles, page, language) once; only the text of each document is written here, as writing
it with the library takes ten times as long. The tests read the result with the library.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.exports.packing import Packed, archive, packed
from watwerkt.exports.texts import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.exports.paragraphs import Paragraph, Run

KEPT = ("Normal", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "Quote")
"""Paragraph styles that a document may use."""

_DOCUMENT, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_BODY = re.compile(rb"(?<=<w:body>).*?(?=<w:sectPr)", re.DOTALL)
_TEXT = '<w:t xml:space="preserve">'
_NEXT_LINE, _BREAK = "\n", f"</w:t><w:br/>{_TEXT}"
_LEVEL = 1


@dataclass(frozen=True)
class Properties:
    """What the properties of a document say; ``day`` is an ISO date."""

    title: str
    author: str
    comments: str
    day: str


class _Shell(NamedTuple):
    """What every document has: its parts, compressed, and the text before and after the paragraphs."""

    parts: dict[str, Packed]
    before: bytes
    after: bytes


@cache
def _shell() -> _Shell:
    """An empty document made by the library, without pictures and without styles that nobody uses."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document = docx.Document()
    styles = document.styles
    for style in list(styles.element.style_lst):
        inherited = style.get(qn("w:default")) == "1" or style.styleId == "ListParagraph"
        if style.styleId not in KEPT and not inherited:
            styles.element.remove(style)
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(11)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    for part in (document.part, document.part.package):
        unused = [key for key, rel in part.rels.items() if rel.reltype.endswith(("Effects", "thumbnail", "customXml"))]
        for key in unused:
            del part.rels[key]
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    target = io.BytesIO()
    document.save(target)
    with zipfile.ZipFile(target) as file:
        parts = {name: packed(name, (file.read(name),), _LEVEL) for name in file.namelist()}
        before, after = _BODY.split(file.read(_DOCUMENT), maxsplit=1)
    return _Shell(parts, before, after)


def word_document(content: Iterable[Paragraph], properties: Properties) -> bytes:
    """Return a document; the same content gives the same bytes."""
    shell = _shell()
    text = "".join(map(_paragraph, content)).encode()
    own = {_DOCUMENT: (shell.before, text, shell.after), _PROPERTIES: (_core(properties).encode(),)}
    return archive((shell.parts | {name: packed(name, part, _LEVEL) for name, part in own.items()}).values())


def _paragraph(paragraph: Paragraph) -> str:
    style = "" if paragraph.style == "Normal" else f'<w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>'
    return f"<w:p>{style}{''.join(map(_run, paragraph.runs))}</w:p>"


def _run(run: Run) -> str:
    text, bold, italic = run
    look = f"<w:rPr>{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}</w:rPr>" if bold or italic else ""
    return f"<w:r>{look}{_TEXT}{xml_text(text).replace(_NEXT_LINE, _BREAK)}</w:t></w:r>"


def _core(properties: Properties) -> str:
    moment = f"{properties.day}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml_text(properties.title)}</dc:title><dc:creator>{xml_text(properties.author)}</dc:creator>"
        f"<dc:description>{xml_text(properties.comments)}</dc:description><dc:language>nl-NL</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )
