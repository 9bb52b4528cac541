"""The tables as a workbook for Excel. Text is written as text: it cannot become a formula or a link (SEC-E2).

The library makes everything but the rows, with the heading and the form of days in their places.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from watwerkt.exports.edition import LICENTIE
from watwerkt.exports.packing import archive, packed
from watwerkt.exports.workbooks import sheets
from watwerkt.exports.xlsx_cells import ROWS_AT_MOST, SharedTexts, sheet_rows
from watwerkt.views.tekst import NAAM, OMSCHRIJVING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watwerkt.exports.edition import Edition
    from watwerkt.exports.packing import Packed
    from watwerkt.exports.workbooks import Sheet

WIDTHS = {"string": 28, "integer": 10, "number": 10, "boolean": 10, "date": 12}

_DATA = re.compile(rb"(?<=<sheetData>).*(?=</sheetData>)", re.DOTALL)
_SIZE = re.compile(rb'<dimension ref="[^"]*"/>')


def xlsx(edition: Edition) -> bytes:
    """Return the workbook; the same data gives the same bytes."""
    return archive(_parts(edition), permissions=0o600)


def _parts(edition: Edition) -> Iterator[Packed]:
    content = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets(edition), 1)}
    texts = SharedTexts()
    for name, part in _shell(edition, content.values()).items():
        if name in content:
            yield packed(name, _worksheet(part, content[name], texts))
        else:  # the texts come after all sheets
            yield packed(name, texts.xml() if name == "xl/sharedStrings.xml" else (part,))


def _worksheet(part: bytes, sheet: Sheet, texts: SharedTexts) -> Iterator[bytes]:
    before, after = _DATA.split(part)
    last = f"{xl_col_to_name(len(sheet.heading) - 1)}{min(len(sheet.rows) + 1, ROWS_AT_MOST)}"
    yield _SIZE.sub(f'<dimension ref="A1:{last}"/>'.encode(), before)
    yield from sheet_rows(sheet, texts)
    yield after


def _shell(edition: Edition, content: Iterable[Sheet]) -> dict[str, bytes]:
    """Parts of the workbook with the headings only, made by the library."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        made = datetime(edition.dag.year, edition.dag.month, edition.dag.day)  # noqa: DTZ001 - the library wants it bare
        workbook.set_properties(
            {
                "title": NAAM,
                "subject": OMSCHRIJVING,
                "company": NAAM,
                "comments": f"{edition.data_versie}. CC BY 4.0: {LICENTIE}",
                "created": made,
            }
        )
        heading = workbook.add_format({"bold": True, "bottom": 1})
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for sheet in content:
            worksheet = workbook.add_worksheet(sheet.name)
            worksheet.freeze_panes(1, 0)
            for place, (name, kind) in enumerate(zip(sheet.heading, sheet.kinds, strict=True)):
                worksheet.set_column(place, place, WIDTHS[kind])
                worksheet.write_string(0, place, name, heading)
                if kind == "date":
                    worksheet.write_blank(1, place, None, day)
    with zipfile.ZipFile(target) as file:
        return {name: file.read(name) for name in file.namelist()}
