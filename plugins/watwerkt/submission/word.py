"""A Word file as passages: headings, "Kop: tekst" lines and tables with a label in the first column."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from watwerkt.submission.office import OfficeError, open_checked
from watwerkt.submission.passages import Passage, clean, paragraph
from watwerkt.submission.slots import slot_of

if TYPE_CHECKING:
    from pathlib import Path

    from docx.text.paragraph import Paragraph

HELP_STYLE = "Uitleg"
"""Paragraphs of this style in the template explain a heading; they are not read."""

_LABEL = 60


def read_word(path: Path) -> list[Passage]:
    """Read a .docx file.

    Raises:
        OfficeError: the file cannot be read; the message says what to do.
    """
    open_checked(path, "word/document.xml")
    try:
        document = Document(str(path))
        reader = _Reader(path.name)
        for block in document.iter_inner_content():
            reader.table(block) if isinstance(block, Table) else reader.paragraph(block)
        return reader.finished()
    except Exception as error:
        raise OfficeError(f"{path} is beschadigd. Open het in Word en sla het opnieuw op.") from error


@dataclass
class _Reader:
    bestand: str
    passages: list[Passage] = field(default_factory=list)
    number: int = 0

    def paragraph(self, block: Paragraph) -> None:
        self.number += 1
        text = block.text.strip()
        style = (block.style.name if block.style is not None else "") or ""
        if not text or style == HELP_STYLE:
            return
        if style == "Title":
            self._open("titel")
            self._add(paragraph(text))
        elif style.startswith("Heading") or (_is_bold(block) and slot_of(text)):
            self._open(clean(text))
        elif (parts := text.partition(":")) and parts[2].strip() and len(parts[0]) <= _LABEL and slot_of(parts[0]):
            self._open(clean(parts[0]))
            self._add(paragraph(parts[2]))
        else:
            for line in text.split("\n"):
                self._add(paragraph(line, bullet=_is_bullet(block, style)))

    def table(self, table: Table) -> None:
        self.number += 1
        rows = [tuple(clean(cell.text) for cell in row.cells) for row in table.rows]
        rows = [row for number, row in enumerate(rows) if number == 0 or any(row)]
        if not rows:
            return
        if not self._expects_table() and len(rows[0]) == 2 and all(slot_of(label) for label, _ in rows if label):
            for row in table.rows:
                self._open(clean(row.cells[0].text))
                for line in row.cells[1].text.split("\n"):
                    self._add(paragraph(line))
        elif self.passages:
            self.passages[-1] = replace(self.passages[-1], rijen=(*self.passages[-1].rijen, *rows))
        else:
            self._open("")
            self.passages[-1] = replace(self.passages[-1], rijen=tuple(rows))

    def finished(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.alineas or len(passage.rijen) > 1]

    def _expects_table(self) -> bool:
        slot = slot_of(self.passages[-1].kop) if self.passages else None
        return bool(slot and slot.shape.item and slot.shape.item.model)

    def _open(self, kop: str) -> None:
        self.passages.append(Passage(kop, plek=f"{self.bestand}, alinea {self.number}"))

    def _add(self, text: str) -> None:
        if not text:
            return
        if not self.passages:
            self._open("")
        last = self.passages[-1]
        self.passages[-1] = replace(last, alineas=(*last.alineas, text))


def _is_bold(block: Paragraph) -> bool:
    runs = [run for run in block.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _is_bullet(block: Paragraph, style: str) -> bool:
    properties = block._p.pPr
    return style.startswith("List") or (properties is not None and properties.find(qn("w:numPr")) is not None)
