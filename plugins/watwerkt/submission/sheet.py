"""A spreadsheet as passages: one row names the fields, each row below it is a practice.

The names stand on the row, and on the sheets, where most of them are known: people put a title or an explanation first.
What is read in another way than it looks (merged, hidden, calculated), and what is not read, is told with the first
practice.

A column for a field inside a list is named by its key path (``locaties.wijk``); its items stand between semicolons, in
the same order in each column of that list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from watwerkt.reading.shapes import fields_of
from watwerkt.records import Praktijk
from watwerkt.submission.office import OfficeError, open_checked
from watwerkt.submission.office_templates import sheet_columns
from watwerkt.submission.passages import Passage, clean, line_of
from watwerkt.submission.sheet_markup import MAX_COLUMNS, Markup, beside, markup
from watwerkt.submission.slots import plain, slot_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MAX_ROWS = 2_000
_MAX_ABOVE = 20
"""So many filled rows are searched for the names of the fields."""
_MAX_TOLD = 4_000
"""So many signs of a sheet that is not read are kept."""

_OWN_COLUMNS = {"gemeente": "locaties.gemeente", "wijk": "locaties.wijk", "buurt": "locaties.wijk"}
"""Columns that nearly every list has; together they make one place, where a Word text has only the municipality."""

_ITEMS = re.compile(r"\s*[;\n]\s*")

Row = tuple[int, tuple[str, ...]]
"""A row that is not empty, with its number as Excel shows it."""


@dataclass
class _Sheet:
    """One sheet: its rows, the place of the names among them (-1 when there are none), and its markup."""

    naam: str
    hidden: bool
    rows: list[Row]
    markup: Markup
    at: int = -1
    known: int = 0
    titled: bool = field(default=False)

    def __post_init__(self) -> None:
        self.at = max(range(min(len(self.rows), _MAX_ABOVE)), key=lambda at: _known(self.rows[at][1]), default=-1)
        self.known = _known(self.head)
        self.titled = self.title_column >= 0

    @property
    def head(self) -> tuple[str, ...]:
        return self.rows[self.at][1] if self.at >= 0 else ()

    @property
    def title_column(self) -> int:
        """The column of the titles, from 0; -1 when there is none."""
        titles = (
            at for at, name in enumerate(self.head) if name and (slot := slot_of(name)) and slot.pad == ("titel",)
        )
        return next(titles, -1)


def read_sheet(path: Path) -> list[list[Passage]]:
    """Read the practices of an .xlsx file: one list of passages per practice.

    Raises:
        OfficeError: the file cannot be read or has no practices; the message says what to do.
    """
    open_checked(path, "xl/workbook.xml")
    try:
        sheets = _sheets(path)
        own = {words for _, words in sheet_columns()}
        over = [(kop, [text for text in texts if text not in own]) for kop, texts in beside(path)]
    except Exception as error:
        raise OfficeError(f"{path} is beschadigd. Open het in Excel en sla het opnieuw op.") from error
    read = _with_practices(sheets)
    if not read:
        raise OfficeError(
            f"{path} heeft geen praktijken: zet op één rij de namen van de velden (Titel, Samenvatting, Soort …) "
            "en daaronder de praktijken. Een leeg rekenblad maakt u met: watwerkt template -o praktijken.xlsx"
        )
    if any(len(sheet.rows) - sheet.at - 1 > MAX_ROWS for sheet in read):
        raise OfficeError(f"{path} heeft meer dan {MAX_ROWS} rijen. Verdeel het over meer bestanden.")
    practices = [passages for sheet in read for passages in _practices(sheet, path.name, several=len(read) > 1)]
    practices[0] += _told(path.name, sheets, read, over)
    return practices


def _with_practices(sheets: list[_Sheet]) -> list[_Sheet]:
    """The sheets with a column of titles and more names, or else the one with most names."""
    filled = [sheet for sheet in sheets if sheet.known and len(sheet.rows) > sheet.at + 1 and not sheet.hidden]
    titled = [sheet for sheet in filled if sheet.titled and sheet.known > 1]
    return titled or sorted(filled, key=lambda sheet: -sheet.known)[:1]


def _sheets(path: Path) -> list[_Sheet]:
    workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    found = []
    for sheet in workbook.worksheets:
        marked = markup(path, sheet._worksheet_path)  # type: ignore[attr-defined]
        found.append(_Sheet(sheet.title, sheet.sheet_state != "visible", _rows(sheet, marked), marked))
    workbook.close()
    return found


def _rows(sheet: Any, marked: Markup) -> list[Row]:
    """The rows that are not empty; a merged cell counts for each of its rows."""
    cells = sheet.iter_rows(max_row=MAX_ROWS + _MAX_ABOVE + 1, max_col=MAX_COLUMNS)
    rows = {number: [_text(cell) for cell in row] for number, row in enumerate(cells, 1)}
    rows = {number: row for number, row in rows.items() if any(row)}
    for first, last, column in marked.merged:
        if first in rows and column <= len(rows[first]) and rows[first][column - 1]:
            for number in range(first + 1, min(last, MAX_ROWS + _MAX_ABOVE) + 1):
                if number in rows and column <= len(rows[number]) and not rows[number][column - 1]:
                    rows[number][column - 1] = rows[first][column - 1]
                    marked.filled[number, column] = f"{get_column_letter(column)}{number}: {rows[first][column - 1]}"
    return [(number, tuple(row)) for number, row in rows.items()]


def _known(head: Sequence[str]) -> int:
    return sum(slot_of(name.partition(".")[0]) is not None for name in head if name)


def _text(cell: Any) -> str:
    """The value as its author sees it: a day without a time, a part of one as a percentage."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return f"{value * 100:.10g}%" if "%" in (cell.number_format or "") else f"{value:.15g}"
    if isinstance(value, datetime):
        return str(value.date()) if (value.hour, value.minute) == (0, 0) else f"{value:%Y-%m-%d %H:%M}"
    return (value.isoformat() if isinstance(value, date) else str(value)).strip()


def _practices(sheet: _Sheet, bestand: str, *, several: bool) -> Iterator[list[Passage]]:
    """The passages of each practice; rows below one merged title are one practice."""
    column = sheet.title_column + 1
    together = {
        number: first
        for first, last, at in sheet.markup.merged
        if at == column
        for number in range(first + 1, min(last, MAX_ROWS + _MAX_ABOVE) + 1)
    }
    practices: dict[int, list[Passage]] = defaultdict(list)
    for number, row in sheet.rows[sheet.at + 1 :]:
        plek = f"{bestand}, blad ‘{sheet.naam}’, rij {number}" if several else f"{bestand}, rij {number}"
        passages = practices[together.get(number, number)]
        passages += _passages(sheet.head, row, plek)
        if number in sheet.markup.hidden_rows:
            reden = "Deze rij is verborgen in Excel, maar wel overgenomen."
            passages.append(Passage("", (row[column - 1] if column else row[0],), plek=plek, reden=reden, gekozen=True))
    yield from practices.values()


def _told(
    bestand: str, sheets: list[_Sheet], read: list[_Sheet], over: list[tuple[str, list[str]]]
) -> Iterator[Passage]:
    """What was not read, and what was read in another way than it looks."""
    for sheet in sheets:
        remarks = list(_unread(sheet, sheet.rows[: sheet.at] if sheet in read else sheet.rows, chosen=sheet in read))
        if sheet in read:
            remarks += _chosen(sheet)
        for reden, texts, gekozen in remarks:
            if lines := _short(texts):
                yield Passage("", lines, plek=f"{bestand}, blad ‘{sheet.naam}’", reden=reden, gekozen=gekozen)
    for kop, texts in over:
        if lines := _short(texts):
            yield Passage(kop, lines, plek=bestand, reden="Dit staat naast de cellen; daar is geen veld voor.")


_Remark = tuple[str, "list[str]", bool]


def _unread(sheet: _Sheet, rows: list[Row], *, chosen: bool) -> Iterator[_Remark]:
    state = "verborgen " if sheet.hidden else ""
    where = "Dit staat boven de namen van de velden." if chosen else f"Dit {state}blad is niet gelezen."
    yield where, [" | ".join(filter(None, row)) for _, row in rows], False
    yield (
        "Hier staat een formule zonder uitkomst. Open het bestand in Excel, sla het op en probeer het opnieuw.",
        sheet.markup.uncalculated,
        False,
    )
    yield (
        f"Alleen de eerste {MAX_COLUMNS} kolommen zijn gelezen; deze niet.",
        [f"kolom {letter}, aantal cellen: {number}" for letter, number in sheet.markup.beyond.items()],
        False,
    )
    yield "Dit staat om het blad heen of achter een link; daar is geen veld voor.", sheet.markup.texts, False


def _chosen(sheet: _Sheet) -> Iterator[_Remark]:
    marked = sheet.markup
    calculated = [f"kolom {letter}, aantal cellen: {number}" for letter, number in sorted(marked.calculated.items())]
    hidden = [name for at, name in enumerate(sheet.head, 1) if name and marked.is_hidden(at)]
    filled = [text for (_, column), text in marked.filled.items() if column != sheet.title_column + 1]
    yield "Samengevoegde cellen: de tekst is bij elke rij gezet.", filled, True
    yield "Van formules is de laatste uitkomst overgenomen.", calculated, True
    yield "Deze kolommen zijn verborgen in Excel, maar wel overgenomen.", hidden, True


def _short(texts: list[str]) -> tuple[str, ...]:
    lines = [words for text in texts if (words := clean(text))]
    total = 0
    kept: list[str] = []
    for line in lines:
        total += len(line)
        if total > _MAX_TOLD and kept:
            return (*kept, f"… en nog {len(lines) - len(kept)} regels; die staan in het bestand.")
        kept.append(line)
    return tuple(kept)


def _passages(head: Sequence[str], row: Sequence[str], plek: str) -> Iterator[Passage]:
    grouped: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for name, cell in zip(head, row, strict=False):
        if not cell:
            continue
        own = _OWN_COLUMNS.get(plain(name), "")
        parent, inner = _in_list(own or name)
        if inner and inner not in grouped[parent]:
            items = cell.replace(",", ";") if own else cell
            grouped[parent][inner] = [clean(item) for item in _ITEMS.split(items)]
        else:
            lines = (line_of(line) for line in cell.split("\n"))
            yield Passage(name, tuple(line for line in lines if line), plek=plek)
    for parent, columns in grouped.items():
        depth = max(len(items) for items in columns.values())
        padded = [items + [""] * (depth - len(items)) for items in columns.values()]
        yield Passage(parent, rijen=(tuple(columns), *zip(*padded, strict=True)), plek=plek)


def _in_list(name: str) -> tuple[str, str]:
    """Split ``verduurzaming.baten.effect`` into a list of groups and the field in it; two empty texts for others."""
    steps = name.split(".")
    for at in range(len(steps) - 1, 0, -1):
        if _is_list_of_groups(parent := ".".join(steps[:at])):
            return parent, ".".join(steps[at:])
    return "", ""


def _is_list_of_groups(name: str) -> bool:
    slot = slot_of(name)
    shape = fields_of(Praktijk).get(plain(name).replace(" ", "_"))
    found = slot.shape if slot else shape
    return bool(found and found.item and found.item.model)
