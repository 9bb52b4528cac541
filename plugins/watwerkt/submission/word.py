"""A Word file as passages: headings, "Kop: tekst" lines and tables with labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docx import Document
from docx.table import Table

from watwerkt.reading.shapes import Kind
from watwerkt.records import Graad
from watwerkt.submission.assembly import is_head
from watwerkt.submission.office import OfficeError, open_checked
from watwerkt.submission.passages import Passage, clean, line_of, paragraph
from watwerkt.submission.slots import means, plain, slot_of
from watwerkt.submission.word_lists import Lists
from watwerkt.submission.word_markup import beside, flatten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docx.styles.style import BaseStyle
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from pydantic import BaseModel

HELP_STYLE = "Uitleg"
"""Paragraphs of this style in the template explain a heading; what an author typed in or behind them is read."""

INTRODUCTION = (
    "Een praktijk voor de kennisbank Wat werkt in de wijk",
    "Vul onder elke kop in wat u weet. Wat u niet weet, laat u leeg. Laat de koppen staan: daaraan herkent de "
    "kennisbank de velden. Schrijf geen namen, e-mailadressen of telefoonnummers van personen.",
)
"""How the template begins, in that style."""
_HELP = re.compile(rf".*?\((?:{'|'.join(Graad)})\)\s*", re.DOTALL)
"""The help of a field ends with its grade."""

_LABEL = 60
_LABELS = re.compile(r":|\t+| [–-] ")
_TITLE = 100
_SENTENCE = ".!?;,"
"""Signs at the end of a sentence, or of a greeting, but not of a heading."""
_ALSO_ITEMS = frozenset(
    {"begin", "ervaringen", "gemeente", "gemeenten", "handleiding", "inhoud", "lessen", "locatie", "materiaal",
     "methode", "opzet", "plaats", "samenwerking", "waar"}
)  # fmt: skip
"""Names of fields that may as well be a partner or a lesson."""
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
        apart = [
            Passage(kop, kept, plek=path.name, reden="Dit staat naast de lopende tekst; daar is geen veld voor.")
            for kop, texts in beside(document)
            if (kept := tuple(words for text in texts if (words := clean(text))))
        ]
        flatten(document)
        reader = _Reader(path.name, Lists(document))
        for block in document.iter_inner_content():
            reader.table(block) if isinstance(block, Table) else reader.paragraph(block)
    except Exception as error:
        raise OfficeError(f"{path} is beschadigd. Open het in Word en sla het opnieuw op.") from error
    return [*_heard(_titled(reader.passages), path.name), *apart]


def _heard(passages: list[Passage], bestand: str) -> list[Passage]:
    """The passages that say something; the head of a table that nobody filled in does not.

    Headings of no field with nothing below them are told together.
    """
    kept = [item for item in passages if item.alineas or (item.rijen and not _is_not_filled_in(item))]
    bare = [item.kop for item in passages if not item.alineas and not item.rijen and slot_of(item.kop) is None]
    if bare:
        kept.append(Passage("Koppen", tuple(bare), plek=bestand, reden="Onder deze koppen staat zelf geen tekst."))
    return kept


def _titled(passages: list[Passage]) -> list[Passage]:
    """Take the first line above all headings as the title, when nothing else is, and say so."""
    first, *rest = passages or [Passage("titel")]
    if first.kop and not first.alineas and not first.rijen and slot_of(first.kop) is None:
        first = replace(first, kop="", alineas=(first.kop,))
    if first.kop or not first.alineas or any(_pad(passage.kop) == ("titel",) for passage in rest):
        return passages
    line = first.alineas[0]
    if len(line) > _TITLE or line[-1] in _SENTENCE or not any(slot_of(passage.kop) for passage in rest):
        return passages
    titel = replace(first, kop="titel", alineas=(line,), rijen=())
    told = replace(titel, reden="Er is geen titel; de eerste regel is als titel genomen.", gekozen=True)
    others = [replace(first, alineas=first.alineas[1:])] if first.alineas[1:] or first.rijen else []
    return [titel, told, *others, *rest]


def _pad(kop: str) -> tuple[str, ...]:
    slot = slot_of(kop)
    return slot.pad if slot else ()


@dataclass
class _Reader:
    bestand: str
    lists: Lists
    passages: list[Passage] = field(default_factory=list)
    number: int = 0
    level: int = 0
    """Of the heading that the newest passage stands below."""

    def paragraph(self, block: Paragraph) -> None:
        self.number += 1
        style = (block.style.name if block.style is not None else "") or ""
        mark = self.lists.mark(block)
        if style.lower().startswith("toc"):
            return
        if style == "Title" and not any(passage.kop == "titel" for passage in self.passages):
            self._open("titel")
            self._add(paragraph(block.text))
        elif level := _heading_level(block):
            self._heading(clean(block.text), level)
        elif style == HELP_STYLE:
            for text in _beside_help(block.text).split("\n"):
                self._line(text, mark, bold=False)
        else:
            for text, bold in _lines(block):
                self._line(text, mark, bold=bold)

    def _line(self, text: str, mark: str, *, bold: bool) -> None:
        """A line of its own: a heading, a label with its text, or text."""
        if not text.strip():
            return
        slot = slot_of(self.passages[-1].kop) if self.passages else None
        within = slot.shape.kind if slot else None
        kop, rest = ("", "") if mark and within is Kind.RICH else label_of(text)
        if kop and rest:
            self._open(clean(kop))
            self._add(paragraph(rest))
        elif kop or (bold and _looks_like_heading(text, mark)) or (not mark and _is_name(text, within)):
            self._heading(clean(text), _LOWEST)
        else:
            self._add(paragraph(text, mark))

    def table(self, table: Table) -> None:
        self.number += 1
        rows = [_texts(row.cells, self.lists) for row in table.rows]
        width = max(map(len, rows), default=0)
        rows = [(*row, *[""] * (width - len(row))) for row in rows]
        rows = [row for number, row in enumerate(rows) if number == 0 or any(row)]
        if not any(map(any, rows)):
            return
        groups = bool(self.passages) and _holds_groups(self.passages[-1].kop)
        if width == 1 and not groups:
            for text in "\n".join(row[0] for row in rows).split("\n"):
                self._line(text, "", bold=False)
            return
        if pairs := [] if groups else _label_pairs(rows):
            for label, text, beside in pairs:
                self._open(clean(label))
                for line in text.split("\n"):
                    self._add(line_of(line))
                if beside:
                    reden = "Dit staat in een kolom naast de tekst; daar is geen veld voor."
                    at = max(len(self.passages) - 1, 0)
                    self.passages.insert(at, Passage(clean(label), (clean(beside),), plek=self._plek(), reden=reden))
            return
        if not self.passages:
            self._open("")
        last = self.passages[-1]
        self.passages[-1] = replace(last, rijen=(*last.rijen, *(tuple(clean(cell) for cell in row) for row in rows)))

    def _heading(self, kop: str, level: int) -> None:
        """Open a passage, unless an unknown heading only divides the long text that it stands in."""
        slot = slot_of(self.passages[-1].kop) if self.passages else None
        if slot and slot.shape.kind is Kind.RICH and level > self.level and not slot_of(kop):
            self._add(f"**{kop}**")
            return
        self._open(kop)
        self.level = level

    def _open(self, kop: str) -> None:
        self.passages.append(Passage(kop, plek=self._plek()))
        self.level = _LOWEST - 1

    def _plek(self) -> str:
        return f"{self.bestand}, alinea {self.number}"

    def _add(self, text: str) -> None:
        if not text:
            return
        if not self.passages:
            self._open("")
        last = self.passages[-1]
        self.passages[-1] = replace(last, alineas=(*last.alineas, text))


def _holds_groups(kop: str) -> bool:
    """Whether below this heading a table with a row per item is expected."""
    return _group_below(kop) is not None


def _group_below(kop: str) -> type[BaseModel] | None:
    slot = slot_of(kop)
    return slot.shape.item.model if slot and slot.shape.item else None


def _is_not_filled_in(item: Passage) -> bool:
    group = _group_below(item.kop)
    return group is not None and len(item.rijen) == 1 and is_head(group, item.rijen[0])


def _texts(cells: Sequence[_Cell], lists: Lists) -> tuple[str, ...]:
    """The texts of the cells of a row; one that spans more columns counts once."""
    return tuple(
        "" if number and cell._tc is cells[number - 1]._tc else _cell_text(cell, lists)
        for number, cell in enumerate(cells)
    )


def _cell_text(cell: _Cell, lists: Lists) -> str:
    """The paragraphs of a cell below each other, and the tables in it row by row."""
    lines: list[str] = []
    for block in cell.iter_inner_content():
        if isinstance(block, Table):
            texts = (_texts(row.cells, lists) for row in block.rows)
            lines += [" | ".join(text.replace("\n", " ") for text in row if text) for row in texts]
        else:
            mark = lists.mark(block)
            lines += [f"{mark}{text.strip()}" for text, _ in _lines(block)]
    return "\n".join(lines)


def _beside_help(text: str) -> str:
    """What an author typed where the template explains: after the help, or instead of it."""
    return "" if text in INTRODUCTION else _HELP.sub("", text, count=1)


def _lines(block: Paragraph) -> list[tuple[str, bool]]:
    """The lines of a paragraph, broken where its author broke them, and whether each is bold."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for part in block.iter_inner_content():
        bold = bool(getattr(part, "bold", False))
        first, *others = part.text.split("\n")
        lines[-1].append((first, bold))
        lines += [[(text, bold)] for text in others]
    return [
        ("".join(text for text, _ in line), all(bold for text, bold in line if text.strip()))
        for line in lines
        if any(text.strip() for text, _ in line)
    ]


def label_of(text: str) -> tuple[str, str]:
    """Split ``Doel: tekst`` into the name of a field and its text; two empty texts for another line."""
    for match in _LABELS.finditer(text[: _LABEL + 3]):
        name = text[: match.start()]
        if slot_of(name) if match[0] == ":" else means(name):
            return name, text[match.end() :].strip()
    return "", ""


def _label_pairs(rows: Sequence[Sequence[str]]) -> list[tuple[str, str, str]]:
    """The labels, the texts and what stands beside them in a table like a form; nothing for another table.

    Such a table has two columns, pairs of columns, or an odd number: labels, texts, and then remarks.
    """
    width = len(rows[0])
    if width % 2:
        pairs = [(row[0], row[1], "\n".join(filter(None, row[2:]))) for row in rows]
    else:
        pairs = [(row[at], row[at + 1], "") for row in rows for at in range(0, width, 2) if row[at] or row[at + 1]]
    known = sum(slot_of(label) is not None for label, _, _ in pairs)
    if not (2 * known > len(pairs) or (known == len(pairs) > 0)):
        return []
    return [pair for number, pair in enumerate(pairs) if number == 0 or pair != pairs[number - 1]]


def _heading_level(block: Paragraph) -> int:
    """From 1 for a heading by its style, also one of the house; 0 for other text."""
    style: BaseStyle | None = block.style
    while style is not None:
        name = style.name or ""
        if name.startswith("Heading") and block.text.strip():
            return int(name[-1]) if name[-1].isdigit() else 1
        style = getattr(style, "base_style", None)
    return 0


def _looks_like_heading(text: str, mark: str) -> bool:
    text = text.strip()
    return slot_of(text) is not None or (not mark and len(text) <= _LABEL and text[-1] not in _SENTENCE)


def _is_name(text: str, within: Kind | None) -> bool:
    """Whether a plain line is the name of a field; in a list some names may be an item, unless in capitals."""
    if means(text) is None or not text.strip()[:1].isupper():
        return False
    return within is not Kind.LIST or text.isupper() or plain(text) not in _ALSO_ITEMS
