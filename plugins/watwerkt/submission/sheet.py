"""A spreadsheet as passages: the first row names the fields, each further row is a practice.

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


def read_sheet(path: Path) -> list[list[Passage]]:
    """Read the first sheet of an .xlsx file: one list of passages per row that is not empty.

    Raises:
        OfficeError: the file cannot be read or has no practices; the message says what to do.
    """
    open_checked(path, "xl/workbook.xml")
    try:
        workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        sheet = workbook.worksheets[0]
        rows = [
            tuple(_text(cell) for cell in row)
            for row in sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_COLUMNS, values_only=True)
        ]
        workbook.close()
    except Exception as error:
        raise OfficeError(f"{path} is beschadigd. Open het in Excel en sla het opnieuw op.") from error
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if len(filled) < 2:
        raise OfficeError(f"{path} heeft geen praktijken: zet op de eerste rij de velden en daaronder de praktijken.")
    if len(filled) > MAX_ROWS + 1:
        raise OfficeError(f"{path} heeft meer dan {MAX_ROWS} rijen. Verdeel het over meer bestanden.")
    head = filled[0][1]
    return [list(_passages(head, row, f"{path.name}, rij {number}")) for number, row in filled[1:]]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value.date() if hasattr(value, "date") and callable(value.date) else value).strip()


def _passages(head: Sequence[str], row: Sequence[str], plek: str) -> Iterator[Passage]:
    grouped: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for name, cell in zip(head, row, strict=False):
        if not cell:
            continue
        parent, _, inner = name.partition(".")
        if inner and _is_list_of_groups(parent):
            grouped[parent][inner] = [item.strip() for item in cell.split(";")]
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
