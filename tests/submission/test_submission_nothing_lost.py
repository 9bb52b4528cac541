"""Files as projectleiders have them: what they say is in the record or in the report, whatever the file looks like."""

from __future__ import annotations

import zipfile
from itertools import count
from typing import TYPE_CHECKING, Any

import projectleider
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from watwerkt.reading.document import parse
from watwerkt.submission.draft import drafts_from
from watwerkt.submission.office import OfficeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.submission.draft import Draft

TODAY = "2026-11-26"
FEW = settings(max_examples=40, derandomize=True, database=None)
HEADINGS = ("Titel", "Samenvatting", "Doel", "Aanpak", "Kosten", "Partners", "Thema’s", "Start", "Financiers",
            "Subdoelen", "Bereik", "Soort", "Succesfactoren", "Gemeente")  # fmt: skip


def record(made: Draft) -> dict[str, Any]:
    document = parse(made.tekst.encode(), "x.yml")
    assert isinstance(document.data, dict), document.findings
    return document.data


def told(made: Draft, *, gekozen: bool) -> set[tuple[str, str]]:
    return {(item.kop, item.tekst) for item in made.niet_begrepen if item.gekozen is gekozen}


def test_a_pasted_mail(tmp_path: Path, kennisbank: Kennisbank) -> None:
    (made,) = drafts_from(projectleider.pasted_mail(tmp_path), kennisbank, TODAY)
    data = record(made)
    assert data["titel"] == "Samen aan tafel"
    assert data["kern"] == "Buren koken en eten elke week “samen” in ’t buurthuis."
    assert data["start"] == "2019-03-03"
    partners = [item["organisatie"] for item in data["partners"]]
    assert partners == ["Raster", "gemeente Deventer (wijkteam, jeugd)", "de kerk"]
    assert data["doel"].startswith("Minder eenzaamheid in de wijk.\n\n- buren kennen elkaar\n- buren helpen elkaar")
    assert told(made, gekozen=True) == {("Partners", "Raster, gemeente Deventer (wijkteam, jeugd) en de kerk")}
    assert told(made, gekozen=False) == {
        ("", "Hoi,\n\nHierbij ons project zoals afgesproken."),
        ("Thema’s", "Ontmoeten"),
        ("Kosten", "€ 12.500,- per jaar"),
    }


def test_bold_headings_numbers_and_what_stands_beside_the_text(tmp_path: Path, kennisbank: Kennisbank) -> None:
    (made,) = drafts_from(projectleider.bold_headings(tmp_path), kennisbank, TODAY)
    data = record(made)
    assert data["titel"] == "Buurtkamer De Brug"
    assert data["doelgroep"] == "Ouderen vanaf 65 jaar die alleen wonen."
    assert data["aanpak"] == (
        "1. Kennismaken aan de deur\n2. Samen koffie drinken\n3. Zelf iets organiseren\n\nDe coach blijft een jaar"
    )
    assert told(made, gekozen=True) == {("titel", "Buurtkamer De Brug")}
    assert told(made, gekozen=False) == {
        ("Begroting", "€ 12.500,- voor de coach"),
        ("Verwijderde tekst (wijzigingen bijhouden)", "drie maanden"),
        ("Opmerkingen in de kantlijn", "Klopt dit nog?"),
        ("Kop- en voetteksten", "Stichting De Brug – intern stuk\n\nversie 3, najaar"),
    }


def test_a_table_of_one_row_without_the_names_of_its_columns(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    document.add_heading("Titel")
    document.add_paragraph("Buurttuin")
    document.add_heading("Kosten")
    for cell, text in zip(document.add_table(1, 3).rows[0].cells, ("4500", "deelnemer", "2011"), strict=True):
        cell.text = text
    document.save(str(tmp_path / "x.docx"))
    (made,) = drafts_from(tmp_path / "x.docx", kennisbank, TODAY)
    assert told(made, gekozen=False) == {("Kosten", "4500 | deelnemer | 2011")}


def test_lines_without_any_style(tmp_path: Path, kennisbank: Kennisbank) -> None:
    (made,) = drafts_from(projectleider.plain_lines(tmp_path), kennisbank, TODAY)
    data = record(made)
    assert data["locaties"] == [{"gemeente": "Deventer"}, {"gemeente": "Zwolle"}]
    assert data["aanpak"] == "1. Werven via de huisarts\n2. Les op straat"
    partners = [item["organisatie"] for item in data["partners"]]
    assert partners == ["Fietsersbond (lessen, fietsen)", "ROC", "Gemeente"]
    assert data["lessen"] == {"werkte": [{"tekst": "Samenwerking"}, {"tekst": "Vaste coach"}]}
    assert data["duur"] == "Zes weken."


def test_a_form_with_three_columns(tmp_path: Path, kennisbank: Kennisbank) -> None:
    (made,) = drafts_from(projectleider.form_table(tmp_path), kennisbank, TODAY)
    data = record(made)
    assert (data["titel"], data["start"], data["einde"]) == ("Fietsles voor vrouwen", "2018-09", "2021-12-31")
    assert data["aanpak"] == "In tien lessen:\n\n1. theorie\n2. oefenen op het plein\n\nles 1 | opstappen"
    assert [item["organisatie"] for item in data["partners"]] == ["Fietsersbond", "ROC Aventus"]
    assert {("Einddatum", "stopgezet"), ("Contact met pers", "nee")} <= told(made, gekozen=False)


def test_a_list_of_projects(tmp_path: Path, kennisbank: Kennisbank) -> None:
    tuin, werkplaats, kelder = drafts_from(projectleider.list_of_projects(tmp_path), kennisbank, TODAY)
    assert record(tuin)["kosten"] == [{"bedrag": 4500}]
    assert record(werkplaats)["locaties"] == [{"gemeente": "Zwolle"}]
    assert record(werkplaats)["doel"] == "1. leren\n2. repareren"
    assert [item["organisatie"] for item in record(werkplaats)["partners"]] == ["Repair Café", "Deltion"]
    reasons = {item.tekst: item.reden for item in (*tuin.niet_begrepen, *kelder.niet_begrepen)}
    assert "boven de namen" in reasons["Overzicht wijkprojecten\n\nstand 1 januari"]
    assert "niet gelezen" in reasons["Post | Bedrag\n\nHuur van de kelder | 900"]
    assert "verborgen blad" in reasons["Bewaard uit 2016"]
    assert "naast de cellen" in reasons["Nog bellen over de foto"]
    assert "Samengevoegde" in reasons["B5: Zwolle"]
    assert "verborgen in Excel" in reasons["De Kelder"]
    assert "Gesplitst" in reasons["Travers, GGD"]


def test_a_sheet_per_year_and_a_practice_over_two_rows(tmp_path: Path, kennisbank: Kennisbank) -> None:
    made = drafts_from(projectleider.sheet_per_year(tmp_path), kennisbank, TODAY)
    assert [item.sleutel for item in made] == ["zomerschool-2023", "zomerschool-2024"]
    assert [item["organisatie"] for item in record(made[1])["partners"]] == ["Bibliotheek", "Basisschool De Zon"]
    assert {item.plek for item in made[1].niet_begrepen} == {"jaren.xlsx, blad ‘2024’, rij 3"}
    assert any("D2: =SUM(1,2)" in item.tekst for item in made[0].niet_begrepen)


W = projectleider.W


class Scribe:
    """Adds pieces to a Word file; each has words of its own, to look for afterwards."""

    def __init__(self) -> None:
        self.document = Document()
        self.words: list[str] = []
        self._numbers = count()

    def word(self, *, signs: str = "") -> str:
        self.words.append(f"woord{next(self._numbers)}x")
        return self.words[-1] + signs

    def heading(self, name: str) -> None:
        self.document.add_heading(name, level=1)

    def bold(self, name: str) -> None:
        self.document.add_paragraph().add_run(name).bold = True

    def unknown(self, _: str) -> None:
        self.document.add_heading(f"Over {self.word()}", level=2)

    def text(self, _: str) -> None:
        self.document.add_paragraph(
            f"{self.word()}, {self.word()}; {self.word()} en {self.word(signs='.')}\n{self.word()}"
        )

    def label(self, name: str) -> None:
        self.document.add_paragraph(f"{name}: {self.word()}")

    def bullets(self, _: str) -> None:
        self.document.add_paragraph(self.word(), style="List Bullet")

    def numbers(self, _: str) -> None:
        self.document.add_paragraph(self.word(), style="List Number 2")

    def table(self, name: str) -> None:
        wide = len(name) % 4 + 1
        table = self.document.add_table(rows=2, cols=wide)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = self.word() if number else name
        table.rows[1].cells[-1].add_table(1, 1).rows[0].cells[0].text = self.word()

    def beside(self, _: str) -> None:
        line = self.document.add_paragraph(self.word())
        self.document.add_comment(line.runs, text=self.word(), author="x", initials="x")
        self.document.sections[0].header.add_paragraph(self.word())
        for tag, inner in (("ins", "t"), ("del", "delText")):
            xml = f'<w:{tag} {W} w:id="1" w:author="x"><w:r><w:{inner}>{self.word()}</w:{inner}></w:r></w:{tag}>'
            line._p.append(parse_xml(xml))
        math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        line._p.append(parse_xml(f'<m:oMath xmlns:m="{math}"><m:r><m:t>{self.word()}</m:t></m:r></m:oMath>'))


PIECES: tuple[Callable[[Scribe, str], None], ...] = (
    Scribe.heading, Scribe.bold, Scribe.unknown, Scribe.text, Scribe.label, Scribe.bullets, Scribe.numbers,
    Scribe.table, Scribe.beside,
)  # fmt: skip


@FEW
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(HEADINGS)), min_size=1, max_size=12))
def test_every_word_of_a_document_is_kept(
    kennisbank: Kennisbank,
    tmp_path_factory: pytest.TempPathFactory,
    pieces: list[tuple[Callable[[Scribe, str], None], str]],
) -> None:
    scribe = Scribe()
    for add, name in pieces:
        add(scribe, name)
    path = tmp_path_factory.getbasetemp() / "stuk.docx"
    scribe.document.save(str(path))
    assert_kept(path, kennisbank, scribe.words)


CELLS = st.sampled_from(["", "woord", "woord", "woorden", "formule", "getal"])
HEADS = st.lists(
    st.sampled_from([*HEADINGS, "partners.organisatie", "locaties.wijk", "Onbekend", ""]), min_size=1, max_size=5
)


@FEW
@given(
    heads=st.lists(HEADS, min_size=1, max_size=3),
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=7), min_size=1, max_size=5),
    merge=st.booleans(),
    hide=st.booleans(),
)
def test_every_word_of_a_workbook_is_kept(
    kennisbank: Kennisbank,
    tmp_path_factory: pytest.TempPathFactory,
    heads: list[list[str]],
    rows: list[list[str]],
    merge: bool,
    hide: bool,
) -> None:
    workbook = Workbook()
    numbers: Iterator[int] = count()
    words: list[str] = []

    def word() -> str:
        words.append(f"woord{next(numbers)}x")
        return words[-1]

    makers = {"": lambda: None, "woord": word, "woorden": lambda: f"{word()}, {word()}; {word()}\n{word()}",
              "formule": lambda: f"=CONCATENATE({word()})", "getal": lambda: 7.5}  # fmt: skip
    for head in heads:
        sheet = workbook.create_sheet()
        sheet.append([word()])
        sheet.append([None, *head])
        for row in rows:
            sheet.append([makers[cell]() for cell in row])
        sheet["B3"].comment = Comment(word(), "x")
        sheet.oddFooter.center.text = word()
        if merge:
            sheet.merge_cells("B3:B4")
        sheet.row_dimensions[4].hidden = hide
    workbook.worksheets[0].append([word()])
    path = tmp_path_factory.getbasetemp() / "boek.xlsx"
    workbook.save(path)
    kept = {item for item in words if any(item in text for text in _contents(path))}
    assert_kept(path, kennisbank, sorted(kept))


def _contents(path: Path) -> list[str]:
    """All that the file really holds: a merge throws away the cells that it covers."""
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]


def assert_kept(path: Path, kennisbank: Kennisbank, words: list[str]) -> None:
    try:
        made = drafts_from(path, kennisbank, TODAY)
    except OfficeError as error:
        assert "geen praktijken" in str(error) or "geen enkele bekende kop" in str(error)  # noqa: PT017
        return
    for item in made:
        record(item)
    everything = "\n".join(item.tekst for item in made)
    lost = [word for word in words if word not in everything]
    assert not lost, (lost, everything)
