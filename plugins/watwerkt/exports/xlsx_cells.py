"""Rows and texts of a workbook for Excel (Office Open XML, ECMA-376 part 1, 18.3 and 18.4).

The library takes half of the time of all exports to write these, and holds every cell while it does. The tests hold
what is written here against what it would write.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from watwerkt.exports.texts import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.exports.tables import Kind, Row
    from watwerkt.exports.workbooks import Sheet

ROWS_AT_MOST = 1 << 20
"""Rows that a sheet can have, with the heading; what more than 40,000 practices have is in the other forms only."""

_LONGEST_TEXT = 32_767
"""UTF-16 units that a cell can hold."""

_AT_ONCE = 16
"""Rows that tell how wide the widest of them is."""

_HEADING, _DAY = ' s="1"', ' s="2"'
_BEFORE_1900 = date(1899, 12, 31).toordinal()
_LEAP_DAY = 59
"""Excel has a 29 February 1900 after this day."""

_LIKE_ESCAPED = re.compile(r"(?=_x[0-9a-fA-F]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


class SharedTexts(dict[str, int]):
    """The number of every text of the workbook, each once; a text that is asked for gets the next number."""

    used = 0
    """Cells that hold a text."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number

    def xml(self) -> Iterator[bytes]:
        """Yield the part of the workbook with all texts."""
        yield (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'count="{self.used}" uniqueCount="{len(self)}">'
        ).encode()
        yield from (_item(text).encode() for text in self)
        yield b"</sst>"


def sheet_rows(sheet: Sheet, texts: SharedTexts) -> Iterator[bytes]:
    """Yield the rows of a sheet, its heading first, and number its texts."""
    columns = [(xl_col_to_name(place), kind) for place, kind in enumerate(sheet.kinds)]
    headings = [(f'{name}1"{_HEADING}', text) for (name, _), text in zip(columns, sheet.heading, strict=True)]
    head = "".join(f'<c r="{cell} t="s"><v>{texts[text]}</v></c>' for cell, text in headings)
    rows = sheet.rows[: ROWS_AT_MOST - 1]
    for start in range(0, len(rows) + 1, _AT_ONCE):
        block = rows[max(0, start - 1) : start + _AT_ONCE - 1]
        width = max(map(_width, block)) if start else len(columns)
        written = [head] if not start else []
        written += [_cells(number, row, columns, texts) for number, row in enumerate(block, max(2, start + 1))]
        xml = "".join(
            f'<row r="{number}" spans="1:{width}">{cells}</row>' for number, cells in enumerate(written, start + 1)
        )
        texts.used += xml.count(' t="s">')
        yield xml.encode()


def _width(row: Row) -> int:
    empty = 0
    while row[-1 - empty] is None:  # the first cell is part of the key
        empty += 1
    return len(row) - empty


def _cells(number: int, row: Row, columns: list[tuple[str, Kind]], texts: SharedTexts) -> str:
    cells = []
    for (name, kind), value in zip(columns, row, strict=True):
        if isinstance(value, str):
            if kind == "date":
                cells.append(f'<c r="{name}{number}"{_DAY}><v>{_day_number(value)}</v></c>')
            else:
                cells.append(f'<c r="{name}{number}" t="s"><v>{texts[value]}</v></c>')
        elif isinstance(value, bool):
            cells.append(f'<c r="{name}{number}" t="b"><v>{value:d}</v></c>')
        elif value is not None:
            cells.append(f'<c r="{name}{number}"><v>{value:.16G}</v></c>')
    return "".join(cells)


def _day_number(day: str) -> int:
    days = date.fromisoformat(day).toordinal() - _BEFORE_1900
    return days + (days > _LEAP_DAY)


def _item(text: str) -> str:
    if len(text) > _LONGEST_TEXT // 2:
        text = text.encode("utf-16-le")[: 2 * _LONGEST_TEXT].decode("utf-16-le", "ignore")
    if plain(text) and "_x" not in text and text == text.strip():
        return f"<si><t>{text}</t></si>"
    text = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", _LIKE_ESCAPED.sub("_x005F", text))
    space = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<si><t{space}>{escape(text)}</t></si>"
