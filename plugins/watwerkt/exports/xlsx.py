"""The tables as a workbook for Excel. Text is written as text: it cannot become a formula or a link (SEC-E2)."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from watwerkt.exports.edition import LICENTIE, NAAM, OMSCHRIJVING
from watwerkt.exports.workbooks import sheets

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from watwerkt.exports.edition import Edition
    from watwerkt.exports.workbooks import Sheet

WIDTHS = {"string": 28, "integer": 10, "number": 10, "boolean": 10, "date": 12}
OPTIONS: dict[str, Any] = {
    "in_memory": True,
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx(edition: Edition) -> bytes:
    """Return the workbook; the same data gives the same bytes."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as workbook:
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
        for sheet in sheets(edition):
            _write(workbook.add_worksheet(sheet.name), sheet, heading, day)
    return target.getvalue()


def _write(worksheet: Worksheet, sheet: Sheet, heading: Any, day: Any) -> None:
    worksheet.freeze_panes(1, 0)
    for place, (name, kind) in enumerate(zip(sheet.heading, sheet.kinds, strict=True)):
        worksheet.set_column(place, place, WIDTHS[kind])
        worksheet.write_string(0, place, name, heading)
    for number, row in enumerate(sheet.rows, 1):
        for place, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, bool):
                worksheet.write_boolean(number, place, value)
            elif not isinstance(value, str):
                worksheet.write_number(number, place, value)
            elif sheet.kinds[place] == "date":
                worksheet.write_datetime(number, place, date.fromisoformat(value), day)
            else:
                worksheet.write_string(number, place, value)
