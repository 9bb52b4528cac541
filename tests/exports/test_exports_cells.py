"""What is written without a library for speed is what the library would have written."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import xlsxwriter
from hostile_corpus import PAYLOADS

from watwerkt.exports.packing import archive, packed
from watwerkt.exports.workbooks import Sheet
from watwerkt.exports.xlsx_cells import SharedTexts, sheet_rows

if TYPE_CHECKING:
    from watwerkt.exports.tables import Cell, Kind

KINDS: tuple[Kind, ...] = ("string", "integer", "number", "boolean", "date", "string")
TEXTS = (*PAYLOADS, " x", "x\n", "\u00a0", "_x000D_", "_x00_", "a\r\nb\tc\x0b", "\ufffe", "‹&>", '"', "😀" * 20_000)
DAYS = ("1899-12-31", "1900-02-28", "1900-03-01", "2026-11-26", "9999-12-31")
NUMBERS = (0, 7, 87.5, 33.3333, 0.1 + 0.2, 1e22, -0.0, 1_000_000)


def nasty() -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for place, text in enumerate(TEXTS):
        number = NUMBERS[place % len(NUMBERS)]
        # rows that are narrower or wider than those around them
        ends = (None, None) if place % 20 < 18 else (DAYS[place % len(DAYS)], text if place % 3 else None)
        rows.append((text, place if place % 2 else None, number, (True, False, None)[place % 3], *ends))
    return Sheet("rijen", ("a", "b", "c", "d", "<e>", "a"), rows, KINDS)


def by_the_library(sheet: Sheet) -> tuple[str, str]:
    """Rows and texts."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        heading, day = workbook.add_format({"bold": True}), workbook.add_format({"num_format": "yyyy"})
        worksheet = workbook.add_worksheet()
        for place, name in enumerate(sheet.heading):
            worksheet.write_string(0, place, name, heading)
        for number, row in enumerate(sheet.rows, 1):
            for place, value in enumerate(row):
                if isinstance(value, bool):
                    worksheet.write_boolean(number, place, value)
                elif isinstance(value, str) and sheet.kinds[place] == "date":
                    worksheet.write_datetime(number, place, date.fromisoformat(value), day)
                elif isinstance(value, str):
                    worksheet.write_string(number, place, value)
                elif value is not None:
                    worksheet.write_number(number, place, value)
    with zipfile.ZipFile(target) as file:
        rows = file.read("xl/worksheets/sheet1.xml").decode().partition("<sheetData>")[2].partition("</sheetData>")[0]
        return rows, file.read("xl/sharedStrings.xml").decode()


def test_the_rows_for_excel_are_those_of_the_library() -> None:
    sheet, texts = nasty(), SharedTexts()
    rows = b"".join(sheet_rows(sheet, texts)).decode()
    expected_rows, expected_texts = by_the_library(sheet)
    assert len(sheet.rows) > 40
    assert rows == expected_rows
    assert b"".join(texts.xml()).decode() == expected_texts


def test_markup_of_a_workbook_stays_text() -> None:
    """The library takes a text between these two signs for markup of its own."""
    texts = SharedTexts()
    list(sheet_rows(Sheet("rijen", ("a",), [("<r><t>vet</t></r>",)], ("string",)), texts))
    assert b"<si><t>&lt;r&gt;&lt;t&gt;vet&lt;/t&gt;&lt;/r&gt;</t></si>" in b"".join(texts.xml())


def test_an_archive_is_that_of_the_standard_library() -> None:
    parts = {"mimetype": [b"stil"], "map/a.xml": [b"<a>", b"een tekst " * 9000, b"</a>"], "leeg": []}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, pieces in parts.items():
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, 0o644 << 16
            stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            file.writestr(info, b"".join(pieces), compresslevel=None if stored else 6)
    ours = archive(packed(name, pieces, level=0 if name == "mimetype" else 6) for name, pieces in parts.items())
    assert ours == target.getvalue()
