"""A spreadsheet as passages: one row names the fields, each row below it is a practice.

The names stand on the row, and on the sheet, where most of them are known: people put a title or an explanation first.

A column for a field inside a list is named by its key path (``locaties.wijk``); its items stand between semicolons, in
the same order in each column of that list.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from watwerkt.reading.shapes import fields_of
from watwerkt.records import Praktijk
from watwerkt.submission.office import OfficeError, open_checked
from watwerkt.submission.passages import Passage, paragraph
from watwerkt.submission.slots import plain, slot_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MAX_ROWS = 2_000
MAX_COLUMNS = 200
_MAX_ABOVE = 20
"""So many filled rows are searched for the names of the fields."""

_OWN_COLUMNS = {"gemeente": "locaties.gemeente", "wijk": "locaties.wijk", "buurt": "locaties.wijk"}
"""Columns that nearly every list has; together they make one place, where a Word text has only the municipality."""


def read_sheet(path: Path) -> list[list[Passage]]:
    """Read the practices of an .xlsx file: one list of passages per row that is not empty.

    Raises:
        OfficeError: the file cannot be read or has no practices; the message says what to do.
    """
    open_checked(path, "xl/workbook.xml")
    try:
        workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        sheets = [_rows(sheet) for sheet in workbook.worksheets]
        workbook.close()
    except Exception as error:
        raise OfficeError(f"{path} is beschadigd. Open het in Excel en sla het opnieuw op.") from error
    head, rows = max((_headed(rows) for rows in sheets), key=lambda pair: _known(pair[0]), default=((), []))
    if not rows or not _known(head):
        raise OfficeError(
            f"{path} heeft geen praktijken: zet op één rij de namen van de velden (Titel, Samenvatting, Soort …) "
            "en daaronder de praktijken. Een leeg rekenblad maakt u met: watwerkt template -o praktijken.xlsx"
        )
    if len(rows) > MAX_ROWS:
        raise OfficeError(f"{path} heeft meer dan {MAX_ROWS} rijen. Verdeel het over meer bestanden.")
    return [list(_passages(head, row, f"{path.name}, rij {number}")) for number, row in rows]


def _rows(sheet: Any) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that are not empty, with their numbers as Excel shows them."""
    rows = (
        (number, tuple(_text(cell) for cell in row))
        for number, row in enumerate(sheet.iter_rows(max_row=MAX_ROWS + _MAX_ABOVE, max_col=MAX_COLUMNS), 1)
    )
    return [(number, row) for number, row in rows if any(row)]


def _headed(rows: list[tuple[int, tuple[str, ...]]]) -> tuple[tuple[str, ...], list[tuple[int, tuple[str, ...]]]]:
    """The row with the names of the fields, and the rows below it."""
    at = max(range(min(len(rows), _MAX_ABOVE)), key=lambda index: _known(rows[index][1]), default=-1)
    return (rows[at][1], rows[at + 1 :]) if at >= 0 else ((), [])


def _known(head: Sequence[str]) -> int:
    return sum(slot_of(name.partition(".")[0]) is not None for name in head if name)


def _text(cell: Any) -> str:
    """The value as its author sees it: a day without a time, a part of one as a percentage."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, float) and "%" in (cell.number_format or ""):
        return f"{round(value * 100, 6):g}%"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value.date() if hasattr(value, "date") and callable(value.date) else value).strip()


def _passages(head: Sequence[str], row: Sequence[str], plek: str) -> Iterator[Passage]:
    grouped: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for name, cell in zip(head, row, strict=False):
        if not cell:
            continue
        own = _OWN_COLUMNS.get(plain(name), "")
        parent, _, inner = (own or name).partition(".")
        if inner and _is_list_of_groups(parent) and inner not in grouped[parent]:
            items = cell.replace(",", ";") if own else cell
            grouped[parent][inner] = [item.strip() for item in items.split(";")]
        else:
            lines = (paragraph(line) for line in cell.split("\n"))
            yield Passage(name, tuple(line for line in lines if line), plek=plek)
    for parent, columns in grouped.items():
        depth = max(len(items) for items in columns.values())
        padded = [items + [""] * (depth - len(items)) for items in columns.values()]
        yield Passage(parent, rijen=(tuple(columns), *zip(*padded, strict=True)), plek=plek)


def _is_list_of_groups(name: str) -> bool:
    slot = slot_of(name)
    shape = fields_of(Praktijk).get(plain(name).replace(" ", "_"))
    found = slot.shape if slot else shape
    return bool(found and found.item and found.item.model)
