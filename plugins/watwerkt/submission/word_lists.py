"""The lists of a Word file: which paragraph is an item, with a bullet or with which number, and how deep.

Word keeps no numbers in the text: they follow from the definition of the list and the items before.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import BaseStyle
    from docx.text.paragraph import Paragraph

_VAL = qn("w:val")
_INDENT = "    "
"""Four spaces lie within an item of CommonMark, after ``- `` as well as after ``10. ``."""


class Lists:
    """Gives each paragraph its mark; paragraphs come in the order of the document."""

    def __init__(self, document: Document) -> None:
        self._formats = _formats(document)
        self._counts: dict[tuple[str, int], int] = defaultdict(int)
        self._deep = -1

    def mark(self, block: Paragraph) -> str:
        """Return ``- ``, ``3. `` or an indented one; nothing for a paragraph outside a list."""
        found = _numbering(block)
        style = (block.style.name if block.style is not None else "") or ""
        if found is None and not style.startswith(("List Bullet", "List Number")):
            self._deep = -1
            return ""
        number, level = found or (style, 0)
        self._deep = min(level, self._deep + 1)
        indent = _INDENT * self._deep
        fmt, start = self._formats.get((number, level), ("decimal" if style.startswith("List Number") else "bullet", 1))
        if fmt in ("bullet", "none"):
            return f"{indent}- "
        self._counts[number, level] = self._counts.get((number, level), start - 1) + 1
        for key in [key for key in self._counts if key[0] == number and key[1] > level]:
            del self._counts[key]
        return f"{indent}{self._counts[number, level]}. "


def _numbering(block: Paragraph) -> tuple[str, int] | None:
    """The list and the level of a paragraph, its own or those of its style."""
    for properties in _properties(block):
        numbering = properties.find(qn("w:numPr"))
        if numbering is not None:
            number, level = (_value(numbering, tag) for tag in ("w:numId", "w:ilvl"))
            if number is not None:
                return None if number == "0" else (number, int(level or 0))
    return None


def _properties(block: Paragraph) -> Iterator[BaseOxmlElement]:
    if block._p.pPr is not None:
        yield block._p.pPr
    style: BaseStyle | None = block.style
    while style is not None:
        properties = style.element.find(qn("w:pPr"))
        if properties is not None:
            yield properties
        style = getattr(style, "base_style", None)


def _value(element: BaseOxmlElement, tag: str) -> str | None:
    found = element.find(qn(tag))
    return None if found is None else found.get(_VAL)


def _formats(document: Document) -> dict[tuple[str, int], tuple[str, int]]:
    """For each list and level: the kind of number (``decimal``, ``bullet``, …) and the first number."""
    parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING]
    if not parts:
        return {}
    root = parts[0].element
    levels: dict[str, dict[int, tuple[str, int]]] = {
        abstract.get(qn("w:abstractNumId")): {
            int(level.get(qn("w:ilvl"))): (_value(level, "w:numFmt") or "decimal", int(_value(level, "w:start") or 1))
            for level in abstract.iter(qn("w:lvl"))
        }
        for abstract in root.iter(qn("w:abstractNum"))
    }
    return {
        (number.get(qn("w:numId")), level): facts
        for number in root.iter(qn("w:num"))
        for level, facts in levels.get(_value(number, "w:abstractNumId") or "", {}).items()
    }
