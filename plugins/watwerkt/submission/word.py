"""A Word file as passages: headings, "Kop: tekst" lines and tables with labels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from watwerkt.reading.shapes import Kind
from watwerkt.submission.office import OfficeError, open_checked
from watwerkt.submission.passages import Passage, clean, paragraph
from watwerkt.submission.slots import slot_of
from watwerkt.submission.word_markup import flatten, links, notes, pictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

HELP_STYLE = "Uitleg"
"""Paragraphs of this style in the template explain a heading; they are not read."""

_LABEL = 60
_TITLE = 100
_LOWEST = 9
"""The level of a line in bold that stands as a heading; those with a style go from 1."""


def read_word(path: Path) -> list[Passage]:
    """Read a .docx file.

    Raises:
        OfficeError: the file cannot be read; the message says what to do.
    """
    open_checked(path, "word/document.xml")
    try:
        document = Document(str(path))
        count = pictures(document)
        flatten(document)
        reader = _Reader(path.name)
        for block in document.iter_inner_content():
            reader.table(block) if isinstance(block, Table) else reader.paragraph(block)
        beside = list(_beside(document, path.name, count))
    except Exception as error:
        raise OfficeError(f"{path} is beschadigd. Open het in Word en sla het opnieuw op.") from error
    return [*_titled(reader.finished()), *beside]


def _titled(passages: list[Passage]) -> list[Passage]:
    """Take the first line above all headings as the title, when nothing else is."""
    first, *rest = passages or [Passage("titel")]
    if first.kop or not first.alineas or any(_pad(passage.kop) == ("titel",) for passage in rest):
        return passages
    if not rest or len(first.alineas[0]) > _TITLE or first.alineas[0].endswith("."):
        return passages
    titel, others = replace(first, kop="titel", alineas=first.alineas[:1], rijen=()), first.alineas[1:]
    return [titel, *([replace(first, alineas=others)] if others or first.rijen else []), *rest]


def _pad(kop: str) -> tuple[str, ...]:
    slot = slot_of(kop)
    return slot.pad if slot else ()


def _beside(document: WordDocument, bestand: str, count: int) -> Iterator[Passage]:
    """What stands beside the text goes to the report, because no field is meant for it."""
    for kop, texts in (("Voetnoten", notes(document)), ("Adressen achter links", links(document))):
        if kept := tuple(words for text in texts if (words := clean(text))):
            yield Passage(kop, kept, plek=bestand)
    if count:
        yield Passage("Afbeeldingen", (f"{count} in het document; een record heeft alleen tekst.",), plek=bestand)


@dataclass
class _Reader:
    bestand: str
    passages: list[Passage] = field(default_factory=list)
    number: int = 0
    level: int = 0
    """Of the heading that the newest passage stands below."""

    def paragraph(self, block: Paragraph) -> None:
        self.number += 1
        text = block.text.strip()
        style = (block.style.name if block.style is not None else "") or ""
        if not text or style == HELP_STYLE or style.lower().startswith("toc"):
            return
        if style == "Title" and not any(passage.kop == "titel" for passage in self.passages):
            self._open("titel")
            self._add(paragraph(text))
        elif level := _heading_level(block, text):
            self._heading(clean(text), level)
        elif (parts := text.partition(":")) and parts[2].strip() and len(parts[0]) <= _LABEL and slot_of(parts[0]):
            self._open(clean(parts[0]))
            self._add(paragraph(parts[2]))
        else:
            for line in text.split("\n"):
                self._add(paragraph(line, bullet=_is_bullet(block, style)))

    def table(self, table: Table) -> None:
        self.number += 1
        rows = [texts for number, texts in enumerate(map(_texts, table.rows)) if number == 0 or any(texts)]
        if not any(map(any, rows)):
            return
        if pairs := [] if self.passages and _holds_groups(self.passages[-1].kop) else _label_pairs(rows):
            for label, text in pairs:
                self._open(clean(label))
                for line in text.split("\n"):
                    self._add(paragraph(line))
            return
        if not self.passages:
            self._open("")
        last = self.passages[-1]
        self.passages[-1] = replace(last, rijen=(*last.rijen, *(tuple(clean(cell) for cell in row) for row in rows)))

    def finished(self) -> list[Passage]:
        """The passages that say something; the head of a table that nobody filled in does not."""
        return [
            passage
            for passage in self.passages
            if passage.alineas or len(passage.rijen) > 1 or (passage.rijen and not _holds_groups(passage.kop))
        ]

    def _heading(self, kop: str, level: int) -> None:
        """Open a passage, unless an unknown heading only divides the long text that it stands in."""
        slot = slot_of(self.passages[-1].kop) if self.passages else None
        if slot and slot.shape.kind is Kind.RICH and level > self.level and not slot_of(kop):
            self._add(f"**{kop}**")
            return
        self._open(kop)
        self.level = level

    def _open(self, kop: str) -> None:
        self.passages.append(Passage(kop, plek=f"{self.bestand}, alinea {self.number}"))
        self.level = _LOWEST - 1

    def _add(self, text: str) -> None:
        if not text:
            return
        if not self.passages:
            self._open("")
        last = self.passages[-1]
        self.passages[-1] = replace(last, alineas=(*last.alineas, text))


def _holds_groups(kop: str) -> bool:
    """Whether below this heading a table with a row per item is expected."""
    slot = slot_of(kop)
    return bool(slot and slot.shape.item and slot.shape.item.model)


def _texts(row: _Row) -> tuple[str, ...]:
    """The texts of the cells; one that spans more columns counts once."""
    cells = row.cells
    return tuple(
        "" if number and cell._tc is cells[number - 1]._tc else cell.text.strip() for number, cell in enumerate(cells)
    )


def _label_pairs(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The labels and texts of a table like a form, in two columns or in two pairs of columns; nothing for another."""
    if not rows or len(rows[0]) % 2:
        return []
    pairs = [(row[at], row[at + 1]) for row in rows for at in range(0, len(row), 2) if row[at] or row[at + 1]]
    known = sum(slot_of(label) is not None for label, _ in pairs)
    return pairs if 2 * known > len(pairs) or (known == len(pairs) > 0) else []


def _heading_level(block: Paragraph, text: str) -> int:
    """From 1 for a heading, also one in a style of its own or made with bold; 0 for other text."""
    style: BaseStyle | None = block.style
    while style is not None:
        name = style.name or ""
        if name.startswith("Heading"):
            return int(name[-1]) if name[-1].isdigit() else 1
        style = getattr(style, "base_style", None)
    if _is_bold(block) and (slot_of(text) or (len(text) <= _LABEL and text[-1] not in ".!?;,")):
        return _LOWEST
    return 0


def _is_bold(block: Paragraph) -> bool:
    runs = [run for run in block.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _is_bullet(block: Paragraph, style: str) -> bool:
    properties = block._p.pPr
    return style.startswith("List") or (properties is not None and properties.find(qn("w:numPr")) is not None)
