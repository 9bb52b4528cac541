"""Word files as projectleiders have them become records; what is not understood is told and kept."""

from __future__ import annotations

import io
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from watwerkt.cli import main
from watwerkt.knowledge.loading import load
from watwerkt.reading.document import parse
from watwerkt.reading.findings import Ernst
from watwerkt.reading.validation import validate
from watwerkt.records import Praktijk
from watwerkt.submission.draft import Draft, drafts_from
from watwerkt.submission.office import MAX_BYTES, OfficeError
from watwerkt.submission.office_templates import word_template
from watwerkt.submission.word import HELP_STYLE

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

CONTENT = Path(__file__).parents[2] / "content"
TODAY = "2026-11-26"


def written(folder: Path) -> Path:
    """A document in the usual mix of styles: title, numbered headings, bold headings, labels, bullets and tables."""
    document = Document()
    document.add_heading("Buurttuin ‘De Pluk’", level=0)
    document.add_heading("1. Samenvatting", level=1)
    document.add_paragraph("Buren kweken samen groente\u00a0en eten die samen op. Zo leren ze elkaar kennen.")
    document.add_paragraph("Kern: Een tuin waar buren samen groente verbouwen en eten.")
    document.add_heading("2.1 Doelgroep:", level=2)
    document.add_paragraph("Bewoners van de wijk.")
    document.add_paragraph("Ook wie niet goed Nederlands spreekt.")
    document.add_paragraph().add_run("Thema's").bold = True
    document.add_paragraph("Werk en participatie; sociaal netwerkje")
    document.add_heading("Doelgroepen (trefwoorden)", level=2)
    document.add_paragraph("volwassenen", style="List Bullet")
    table = document.add_table(rows=3, cols=2)
    for row, cells in zip(
        table.rows,
        (("Soort", "bewonersinitiatief"), ("Gemeente", "Deventer; Zwolle"), ("Startdatum", "2019")),
        strict=True,
    ):
        row.cells[0].text, row.cells[1].text = cells
    document.add_heading("Aanpak", level=1)
    document.add_paragraph("Elke zaterdag:")
    document.add_paragraph("samen zaaien", style="List Bullet")
    document.add_paragraph("samen koken", style="List Bullet")
    document.add_heading("Kosten van het project", level=1)
    costs = document.add_table(rows=2, cols=4)
    for row, cells in zip(
        costs.rows, (("Bedrag", "Per", "Prijspeil", "Wie betaalt"), ("4.500", "jaar", "2020", "gemeente")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_heading("Succesfactoren", level=1)
    document.add_paragraph("Begin klein.", style="List Bullet")
    document.add_paragraph("Samen eten bindt.", style="List Bullet")
    document.add_heading("Dankwoord", level=1)
    document.add_paragraph("Met dank aan de gemeente.")
    path = folder / "pluk.docx"
    document.save(str(path))
    return path


def one(path: Path, kennisbank: Kennisbank) -> Draft:
    (found,) = drafts_from(path, kennisbank, TODAY)
    return found


def test_a_document_becomes_a_record(tmp_path: Path, kennisbank: Kennisbank) -> None:
    made = one(written(tmp_path), kennisbank)
    assert made.sleutel == "buurttuin-de-pluk"
    data = parse(made.tekst.encode(), "x.yml").data
    assert data == {
        "id": "buurttuin-de-pluk",
        "titel": "Buurttuin ‘De Pluk’",
        "kern": "Een tuin waar buren samen groente verbouwen en eten.",
        "samenvatting": "Buren kweken samen groente en eten die samen op. Zo leren ze elkaar kennen.",
        "soort": "bewonersinitiatief",
        "themas": ["werk-en-participatie"],
        "doelgroepen": ["volwassenen"],
        "status": "onbekend",
        "record_status": "concept",
        "bijgewerkt": TODAY,
        "locaties": [{"gemeente": "Deventer"}, {"gemeente": "Zwolle"}],
        "start": 2019,
        "doelgroep": "Bewoners van de wijk.\n\nOok wie niet goed Nederlands spreekt.",
        "aanpak": "Elke zaterdag:\n\n- samen zaaien\n- samen koken",
        "kosten": [{"bedrag": 4500, "per": "jaar", "jaar": 2020, "betaler": "gemeente"}],
        "lessen": {"werkte": [{"tekst": "Begin klein."}, {"tekst": "Samen eten bindt."}]},
    }
    record, findings = validate(parse(made.tekst.encode(), "x.yml"), Praktijk)
    assert record is not None, findings


def test_what_is_not_understood_is_told_and_kept(tmp_path: Path, kennisbank: Kennisbank) -> None:
    made = one(written(tmp_path), kennisbank)
    told = {(item.kop, item.tekst): item.reden for item in made.niet_begrepen}
    assert set(told) == {("Thema's", "sociaal netwerkje"), ("Dankwoord", "Met dank aan de gemeente.")}
    assert "staat niet in de lijst" in told["Thema's", "sociaal netwerkje"]
    assert "pluk.docx, alinea" in made.niet_begrepen[0].plek
    remarks = made.tekst.partition("# Niet begrepen")[2]
    assert "#   Met dank aan de gemeente." in remarks
    assert "#   sociaal netwerkje" in remarks


def test_the_command_writes_checks_and_never_replaces(tmp_path: Path) -> None:
    root = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    arguments = ["new", "--from", str(written(tmp_path)), "--content", str(root)]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    target = root / "praktijken" / "buurttuin-de-pluk.yml"
    assert "Geschreven" in done.output
    assert "Niet begrepen: pluk.docx" in done.output
    assert "WW601" in done.output
    assert "buurttuin-de-pluk" in load(root).praktijken
    target.write_text("id: van-mij\n", encoding="utf-8")
    again = CliRunner().invoke(main, arguments)
    assert "bestaat al en is niet veranderd" in again.output
    assert "onder in het bestand" in done.output
    assert "onder in het bestand" not in again.output
    assert target.read_text(encoding="utf-8") == "id: van-mij\n"


def test_the_template_is_read_back(tmp_path: Path, kennisbank: Kennisbank) -> None:
    path = tmp_path / "leeg.docx"
    path.write_bytes(word_template())
    with pytest.raises(OfficeError, match="onder geen enkele bekende kop tekst"):
        one(path, kennisbank)
    document = Document(str(path))
    for paragraph in document.paragraphs:
        if paragraph.text == "Titel":
            paragraph.insert_paragraph_before("")
        if paragraph.text == "Naam van de praktijk. (verplicht)":
            paragraph._p.addnext(document.add_paragraph("De Pluk")._p)
    document.save(str(path))
    made = one(path, kennisbank)
    assert made.sleutel == "de-pluk"
    assert made.niet_begrepen == ()


def test_what_is_typed_in_or_behind_the_help_of_the_template_is_read(tmp_path: Path, kennisbank: Kennisbank) -> None:
    path = tmp_path / "vol.docx"
    path.write_bytes(word_template())
    document = Document(str(path))
    for paragraph in document.paragraphs:
        if paragraph.text == "Naam van de praktijk. (verplicht)":
            paragraph.add_run(" De Pluk")
        if paragraph.text.startswith("Wat er anders moet zijn"):
            paragraph.text = "Minder schulden."
        if paragraph.text.startswith("Wat er gebeurt"):
            paragraph._p.addnext(document.add_paragraph("Samen koken.", style=HELP_STYLE)._p)
    document.save(str(path))
    made = one(path, kennisbank)
    data = parse(made.tekst.encode(), "x.yml").data
    assert [data.get(name) for name in ("titel", "doel", "aanpak")] == ["De Pluk", "Minder schulden.", "Samen koken."]
    assert data.keys() == {"id", "titel", "status", "record_status", "bijgewerkt", "doel", "aanpak"}
    assert made.niet_begrepen == ()
    assert document.styles[HELP_STYLE].next_paragraph_style.name == "Normal"


def zipped(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return path


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("leeg.docx", b"", "beschadigd"),
        ("tekst.docx", b"gewone tekst", "beschadigd"),
        ("slot.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "wachtwoord"),
        ("brief.doc", b"x", ".docx- of .xlsx-bestand"),
        ("groot.docx", b"PK" + b"\x00" * MAX_BYTES, "hooguit 10 MB"),
    ],
)
def test_a_file_that_is_none_is_refused(
    name: str, data: bytes, said: str, tmp_path: Path, kennisbank: Kennisbank
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(OfficeError, match=said):
        drafts_from(path, kennisbank, TODAY)


def test_bombs_macros_and_empty_shells_are_refused(tmp_path: Path, kennisbank: Kennisbank) -> None:
    cases = {
        "XML die Word en Excel niet maken": zipped(tmp_path / "a.docx", word__document_xml=BOMB),
        "pakt uit tot te veel": zipped(tmp_path / "b.docx", word__document_xml=b" " * 70_000_000),
        "macro’s": zipped(tmp_path / "c.docx", word__document_xml=b"<a/>", **{"word__vbaProject.bin": b"x"}),
        "is geen .docx-bestand": zipped(tmp_path / "d.docx", xl__workbook_xml=b"<a/>"),
        "beschadigd": zipped(tmp_path / "e.docx", word__document_xml=b"<a/>"),
    }
    for said, path in cases.items():
        with pytest.raises(OfficeError, match=said):
            drafts_from(path, kennisbank, TODAY)


def test_every_damaged_byte_is_read_or_refused(tmp_path: Path, kennisbank: Kennisbank) -> None:
    whole = written(tmp_path).read_bytes()
    for at in range(0, len(whole), len(whole) // 150):
        path = tmp_path / "kapot.docx"
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        with suppress(OfficeError):
            drafts_from(path, kennisbank, TODAY)


def test_a_document_without_known_headings_gets_advice(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    document.add_paragraph("Zomaar een verhaal.")
    document.save(str(tmp_path / "verhaal.docx"))
    with pytest.raises(OfficeError, match="onder geen enkele bekende kop tekst"):
        drafts_from(tmp_path / "verhaal.docx", kennisbank, TODAY)


def test_mistakes_have_no_traceback(tmp_path: Path) -> None:
    for name in ("niets.docx", "map.docx"):
        path = tmp_path / name
        if name.startswith("map"):
            path.mkdir()
        done = CliRunner().invoke(main, ["new", "--from", str(path), "--content", str(CONTENT)])
        assert done.exit_code == 1
        assert done.exception is None or isinstance(done.exception, SystemExit)
        assert "is niet te openen" in done.output


HEADINGS = st.sampled_from(
    ["Titel", "Samenvatting", "Doel", "Aanpak", "Kosten", "Partners", "Thema’s", "Start", "Anders"]
)
WILD = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=80)


@settings(max_examples=40)
@given(st.lists(st.tuples(HEADINGS, st.lists(WILD, max_size=3)), min_size=1, max_size=6))
@example([("Titel", ["0", "0000\x1f"])])
def test_whatever_is_typed_nothing_breaks_and_nothing_is_lost(
    kennisbank: Kennisbank, tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[str, list[str]]]
) -> None:
    document, typed = Document(), list[str]()
    for heading, texts in parts:
        document.add_heading(heading, level=1)
        for text in texts:
            with suppress(ValueError):  # XML cannot hold this text, so no Word file can
                document.add_paragraph(text)
                typed.append(text)
    stream = io.BytesIO()
    document.save(stream)
    path = tmp_path_factory.mktemp("wild") / "wild.docx"
    path.write_bytes(stream.getvalue())
    try:
        made = one(path, kennisbank)
    except OfficeError as error:
        assert "onder geen enkele bekende kop tekst" in str(error)  # noqa: PT017 - only this refusal fits
        return
    read = parse(made.tekst.encode(), "x.yml")
    assert isinstance(read.data, dict), [f for f in read.findings if f.niveau is Ernst.FOUT]
    for text in typed:
        for word in text.split():
            if word.isalnum() and word.isascii() and len(word) > 3:
                assert word in made.tekst
