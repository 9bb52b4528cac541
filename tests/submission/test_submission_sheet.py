"""A spreadsheet with a practice per row becomes a record per row."""

from __future__ import annotations

import shutil
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from watwerkt.cli import main
from watwerkt.knowledge.loading import load
from watwerkt.reading.document import parse
from watwerkt.submission.draft import drafts_from
from watwerkt.submission.office import OfficeError
from watwerkt.submission.office_templates import sheet_columns, sheet_template

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

CONTENT = Path(__file__).parents[2] / "content"
TODAY = "2026-11-26"
HEAD = ("Titel", "In één zin", "Samenvatting", "Soort", "Thema’s", "Doelgroepen", "locaties.gemeente",
        "locaties.wijk", "kosten.bedrag", "kosten.per", "kosten.jaar", "Opmerking")  # fmt: skip
TEXT = "Buren koken elke week samen in het buurthuis en eten daarna met elkaar."
ROW = ("Samen koken", TEXT, TEXT, "project", "werk-en-participatie", "volwassenen",
       "Deventer; Zwolle", "Rivierenwijk", 4500.0, "jaar", 2020, "graag bellen")  # fmt: skip


def sheet(folder: Path, *rows: tuple[object, ...]) -> Path:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(row)
    path = folder / "praktijken.xlsx"
    workbook.save(path)
    return path


def test_each_row_becomes_a_record(tmp_path: Path, kennisbank: Kennisbank) -> None:
    path = sheet(tmp_path, HEAD, ROW, (), ("Samen fietsen", TEXT, TEXT, "feest"))
    first, second = drafts_from(path, kennisbank, TODAY)
    data = parse(first.tekst.encode(), "x.yml").data
    assert data["locaties"] == [{"gemeente": "Deventer", "wijk": "Rivierenwijk"}, {"gemeente": "Zwolle"}]
    assert data["kosten"] == [{"bedrag": 4500, "per": "jaar", "jaar": 2020}]
    assert data["themas"] == ["werk-en-participatie"]
    assert [(item.plek, item.kop, item.tekst) for item in first.niet_begrepen] == [
        ("praktijken.xlsx, rij 2", "Opmerking", "graag bellen")
    ]
    assert second.sleutel == "samen-fietsen"
    assert "‘feest’ kan hier niet. Kies uit: project" in second.niet_begrepen[0].reden
    assert second.niet_begrepen[0].plek == "praktijken.xlsx, rij 4"


def test_the_command_names_rows_apart(tmp_path: Path) -> None:
    root = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = sheet(tmp_path, HEAD, ROW, ROW)
    done = CliRunner().invoke(main, ["new", "--from", str(path), "--content", str(root)])
    assert done.exit_code == 0, done.output
    assert {"samen-koken", "samen-koken-2"} <= set(load(root).praktijken)
    named = CliRunner().invoke(main, ["new", "iets", "--from", str(path), "--content", str(root)])
    assert named.exit_code == 2
    assert "Geef geen SLEUTEL" in named.output


def test_formulas_are_read_as_their_last_value_and_never_run(tmp_path: Path, kennisbank: Kennisbank) -> None:
    row = ('=HYPERLINK("http://x.example")', *ROW[1:])
    (made,) = drafts_from(sheet(tmp_path, HEAD, row), kennisbank, TODAY)
    assert "HYPERLINK" not in made.tekst.partition("# Niet begrepen")[0]
    assert [item.tekst for item in made.niet_begrepen if "formule" in item.reden] == [
        'A2: =HYPERLINK("http://x.example")'
    ]
    assert made.sleutel == "praktijk-zonder-titel"


def test_a_column_that_is_not_read_is_told(tmp_path: Path, kennisbank: Kennisbank) -> None:
    head = (*HEAD, *(f"los {at}" for at in range(len(HEAD), 199)), "Bereik", "Lessen")  # the last is column 201
    made = drafts_from(sheet(tmp_path, head, (*ROW, *[None] * 188, "veertig mensen")), kennisbank, TODAY)
    beyond = [item.tekst for item in made[0].niet_begrepen if "eerste 200 kolommen" in item.reden]
    assert beyond == ["kolom GS, aantal cellen: 2"]


def test_the_template_is_read_back(tmp_path: Path, kennisbank: Kennisbank) -> None:
    path = tmp_path / "leeg.xlsx"
    path.write_bytes(sheet_template())
    with pytest.raises(OfficeError, match="heeft geen praktijken"):
        drafts_from(path, kennisbank, TODAY)
    workbook = load_workbook(path)
    page = workbook.worksheets[0]
    heads = [cell.value for cell in page[1]]
    for name, value in (
        ("Titel", "Samen koken"),
        ("partners.organisatie", "Raster; Cambio"),
        ("partners.rol", "; uitvoerend"),
    ):
        page.cell(2, heads.index(name) + 1, value)
    workbook.save(path)
    (made,) = drafts_from(path, kennisbank, TODAY)
    data = parse(made.tekst.encode(), "x.yml").data
    assert data["partners"] == [{"organisatie": "Raster"}, {"organisatie": "Cambio", "rol": "uitvoerend"}]
    assert made.niet_begrepen == ()


def test_every_column_of_the_template_is_known(tmp_path: Path, kennisbank: Kennisbank) -> None:
    heads = [name for name, _ in sheet_columns()]
    (made,) = drafts_from(
        sheet(tmp_path, tuple(heads), tuple(f"w{at}; 7" for at in range(len(heads)))), kennisbank, TODAY
    )
    data = parse(made.tekst.encode(), "x.yml").data
    at = heads.index("verduurzaming.baten.bedragen.hoog")
    assert data["verduurzaming"]["baten"][1]["bedragen"]["hoog"] == 7
    assert [les["tekst"] for les in data["lessen"]["werkte_niet"]][1:] == ["7"]
    assert ("verduurzaming.baten", f"w{at}") in {(item.kop, item.tekst) for item in made.niet_begrepen}
    assert not [item for item in made.niet_begrepen if "kop" in item.reden or "kolom" in item.reden]


def test_damaged_and_macro_files_are_refused(tmp_path: Path, kennisbank: Kennisbank) -> None:
    path = sheet(tmp_path, HEAD, ROW)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    with pytest.raises(OfficeError, match="macro’s"):
        drafts_from(path, kennisbank, TODAY)
    broken = tmp_path / "kapot.xlsx"
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<geen excel/>")
    with pytest.raises(OfficeError, match="beschadigd"):
        drafts_from(broken, kennisbank, TODAY)


def test_a_list_as_an_organisation_has_it(tmp_path: Path, kennisbank: Kennisbank) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["Toelichting bij deze lijst"])
    page = workbook.create_sheet("Overzicht")
    page.append(["Projecten 2024"])
    page.merge_cells("A1:E1")
    page.append([])
    page.append(["Projectnaam", "Gemeente", "Wijk", "Buurt", "Startdatum", "verduurzaming.financiering.aandeel"])
    page.append(["De Brug", "Deventer, Zwolle", "Rivierenwijk", "Zuid", datetime(2019, 3, 1), 0.4])  # noqa: DTZ001
    page["F4"].number_format = "0%"
    path = tmp_path / "lijst.xlsx"
    workbook.save(path)
    (made,) = drafts_from(path, kennisbank, TODAY)
    data = parse(made.tekst.encode(), "x.yml").data
    assert data["titel"] == "De Brug"
    assert data["locaties"] == [{"gemeente": "Deventer", "wijk": "Rivierenwijk"}, {"gemeente": "Zwolle"}]
    assert data["start"] == "2019-03-01"
    assert "40" in made.tekst
    assert [(item.kop, item.tekst) for item in made.niet_begrepen if item.kop == "Buurt"] == [("Buurt", "Zuid")]


def test_a_merge_over_the_whole_sheet_and_a_calculated_cell(tmp_path: Path, kennisbank: Kennisbank) -> None:
    path = sheet(tmp_path, HEAD, ROW)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    xml = parts[name].decode()
    xml = xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>')
    xml = xml.replace('<c r="I2" t="n">', '<c r="I2" t="n"><f>9*500</f>')
    parts[name] = xml.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    (made,) = drafts_from(path, kennisbank, TODAY)
    data = parse(made.tekst.encode(), "x.yml").data
    assert data["kosten"] == [{"bedrag": 4500, "per": "jaar", "jaar": 2020}]
    assert [item.tekst for item in made.niet_begrepen if item.gekozen] == ["kolom I, aantal cellen: 1"]
