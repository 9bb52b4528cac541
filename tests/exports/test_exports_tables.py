"""The tables: the facts of the JSON in CSV, Excel, LibreOffice and SQLite; described, typed and without formulas."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from contextlib import closing
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from exported import CONTENT, NAME, REPOSITORY, Export, edition, real
from frictionless import Package
from odfdo import Document

from watwerkt.exports.feeds import MAXIMUM
from watwerkt.exports.tables import SEPARATOR, tables
from watwerkt.exports.texts import guarded, unguarded
from watwerkt.site.pages import all_pages

if TYPE_CHECKING:
    from pathlib import Path

    from watwerkt.exports.tables import Column, Row, Table

FLAT = ("id", "url", "titel", "kern", "samenvatting", "soort", "interventietype", "status", "record_status")
FLAT += ("bijgewerkt", "start", "einde", "probleem", "doelgroep", "doel", "aanpak", "duur", "materialen")
LISTS = ("themas", "leefgebieden", "doelgroepen", "voorheen")
QUERIES = re.findall(r"```sql\n(.*?)```", (CONTENT / "data" / "index.md").read_text(encoding="utf-8"), re.DOTALL)


def all_tables() -> dict[str, Table]:
    return tables(real().rubriek)


def read_cell(text: str, column: Column) -> Any:
    """Turn a cell of a CSV file back into a value, as the data page says it is done."""
    if not text:
        return None
    kinds = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}
    return kinds.get(column.kind, unguarded)(text)  # type: ignore[operator]


def test_practices_go_from_json_to_csv_and_back(whole: Export) -> None:
    columns = {column.name: column for column in all_tables()["praktijken"].columns}
    practices = whole.json("praktijken.json")["resultaat"]
    rows = whole.csv("praktijken")
    assert len(rows) == len(practices) == len(real().praktijken)
    for row, practice in zip(rows, practices, strict=True):
        back = {name: read_cell(row[name], columns[name]) for name in (*FLAT, *LISTS)}
        for name in FLAT:
            assert back[name] == practice[name], name
        for name in LISTS:
            assert (back[name].split(SEPARATOR) if back[name] else []) == practice[name], name
        assert read_cell(row["bewijs_niveau"], columns["bewijs_niveau"]) == practice["bewijs"]["niveau"]
        for dimensie in practice["beoordeling"]["dimensies"]:
            name = f"score_{dimensie['dimensie']}"
            assert read_cell(row[name], columns[name]) == dimensie["score"]


def test_scores_and_criteria_go_from_json_to_csv_and_back(whole: Export) -> None:
    practices = whole.json("praktijken.json")["resultaat"]
    for name, part, key in (("scores", "dimensies", "dimensie"), ("criteria", "criteria", "criterium")):
        columns = {column.name: column for column in all_tables()[name].columns}
        rows = iter(whole.csv(name))
        for practice in practices:
            for item in practice["beoordeling"][part]:
                row = next(rows)
                assert row["praktijk"] == practice["id"]
                for field in set(item) - {"bronnen"}:
                    assert read_cell(row[field], columns[field]) == item[field], (key, item[key], field)
        assert next(rows, None) is None


def expected_counts() -> dict[str, int]:
    """Count what the records hold, without the code that exports it."""
    records = real().praktijken.values()
    kept = [p.verduurzaming for p in records]
    return {
        "praktijken": len(records),
        "scores": len(records) * len(real().rubriek.dimensies),
        "criteria": len(records) * sum(len(d.criteria) for d in real().rubriek.dimensies),
        "locaties": sum(len(p.locaties) for p in records),
        "partners": sum(len(p.partners) for p in records),
        "kosten": sum(len(p.kosten) for p in records),
        "financiering": sum(len(v.financiering) for v in kept),
        "baten": sum(len(v.baten) for v in kept),
        "vragen": sum(len(v.vraag) for v in kept),
        "bronnen": len(real().bronnen),
        "begrippen": sum(len(lijst.termen) for lijst in real().begrippen.values()),
        "interventietypen": len(real().interventietypen),
        "metingen": sum(len(i.metingen) + (i.nulmeting is not None) for p in records for i in p.indicatoren),
    }


def test_every_form_holds_as_many_of_everything(whole: Export) -> None:
    book = openpyxl.load_workbook(whole.v1 / f"{NAME}.xlsx")
    ods = Document(whole.v1 / f"{NAME}.ods")
    with closing(sqlite3.connect(f"file:{whole.v1 / NAME}.sqlite?mode=ro", uri=True)) as database:
        for name, count in expected_counts().items():
            assert len(whole.csv(name)) == count, name
            assert book[name].max_row - 1 == count, name
            assert ods.body.get_table(name=name).height - 1 == count, name
            assert database.execute(f"SELECT count(*) FROM {name}").fetchone() == (count,), name  # noqa: S608


def test_the_site_and_the_data_hold_the_same_practices(whole: Export) -> None:
    pages = {p.pad.split("/")[1] for p in all_pages(real()) if p.sjabloon == "praktijk.html"}
    feed = (whole.folder / "feed.xml").read_text(encoding="utf-8")
    with closing(sqlite3.connect(f"file:{whole.v1 / NAME}.sqlite?mode=ro", uri=True)) as database:
        found = {
            "json": {p["id"] for p in whole.json("praktijken.json")["resultaat"]},
            "csv": {row["id"] for row in whole.csv("praktijken")},
            "sqlite": {row[0] for row in database.execute("SELECT id FROM praktijken")},
            "zoek": {row[0] for row in database.execute("SELECT id FROM praktijken_zoek")},
            "feed": set(re.findall(r"<id>\S+/praktijken/([^/<]+)/</id>", feed)),
        }
    for form, ids in found.items():
        assert ids <= pages, form
        assert len(ids) == (min(len(pages), MAXIMUM) if form == "feed" else len(pages)), form


def test_the_data_package_describes_the_files(whole: Export) -> None:
    report = Package(str(whole.v1 / "datapackage.json")).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    described = {resource["name"].replace("-", "_") for resource in whole.json("datapackage.json")["resources"]}
    assert described == set(all_tables())


def test_the_description_would_notice_a_wrong_file(whole: Export, tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    for path, content in whole.files().items():
        if path.startswith("data/v1/csv/") or path.endswith("datapackage.json"):
            (tmp_path / path.removeprefix("data/v1/")).write_bytes(content)
    scores = tmp_path / "csv" / "scores.csv"
    lines = scores.read_text(encoding="utf-8").splitlines(keepends=True)
    broken = [lines[0], lines[1].replace("kern", "half"), re.sub("^[^,]+", "niemand", lines[2])]
    with scores.open("w", encoding="utf-8", newline="") as file:
        file.write("".join([*broken, *lines[3:], lines[3]]))
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert {"constraint-error", "foreign-key", "primary-key"} <= {row[0] for row in report.flatten(["type"])}


def test_csv_is_what_the_standard_asks(whole: Export) -> None:
    for path, content in whole.files().items():
        if path.endswith(".csv"):
            text = content.decode("utf-8")
            assert not text.startswith("\ufeff"), path
            assert text.endswith("\r\n"), path
            assert text.split("\r\n")[0].replace("_", "").replace(",", "").isalnum(), path


@pytest.mark.parametrize(
    "text",
    ["=1+1", " \u00a0@x", "een\n-twee", "'t Hart", "\tx", "\u200b+x", "gewoon", "a=b", "", "''", "-\r\n=x", "＝1"],
)
def test_text_is_made_safe_and_can_be_turned_back(text: str) -> None:
    safe = guarded(text)
    assert unguarded(safe) == text
    for line in re.split(r"[\r\n]", safe):
        assert not re.match(r"[\s\u00a0\u200b\ufeff]*[=+\-@＝]", line)


def test_dutch_texts_are_left_alone() -> None:
    for text in ("Een zin.", "50 euro - of meer", "a = b", "e-mail@voorbeeld"):
        assert guarded(text) == text


def plain(value: Any) -> Any:
    """Return a date of a workbook as the text that it was."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value


def test_the_excel_workbook_has_the_values_in_their_kind(whole: Export) -> None:
    book = openpyxl.load_workbook(whole.v1 / f"{NAME}.xlsx")
    assert book.sheetnames == ["leeswijzer", "codeboek", *all_tables()]
    for name, table in all_tables().items():
        rows = list(book[name].iter_rows(values_only=True))
        assert rows[0] == table.names
        expected: list[Row] = list(edition(real()).rows(name))
        found = [tuple(map(plain, row)) for row in rows[1:]]
        # a workbook knows no difference between 50 and 50.0
        assert found == expected, name


def test_the_codebook_explains_every_column(whole: Export) -> None:
    sheet = openpyxl.load_workbook(whole.v1 / f"{NAME}.xlsx")["codeboek"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[1]) for row in rows] == [(t.name, c.name) for t in all_tables().values() for c in t.columns]
    assert all(row[2] and row[3] and len(str(row[3])) > 5 for row in rows)


def test_the_excel_workbook_holds_nothing_that_runs_or_leads_away(whole: Export) -> None:
    content = (whole.v1 / f"{NAME}.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert not [name for name in names if re.search("externalLink|vba|macro|drawing|embed", name, re.IGNORECASE)]
        for name in names:
            text = archive.read(name).decode("utf-8")
            assert "<f>" not in text, name
            assert "<f " not in text, name
            assert 'TargetMode="External"' not in text, name
            assert "<definedName" not in text, name


def test_the_libreoffice_workbook_has_the_same_values(whole: Export) -> None:
    document = Document(whole.v1 / f"{NAME}.ods")
    assert [table.name for table in document.body.tables] == ["leeswijzer", "codeboek", *all_tables()]
    for name, table in all_tables().items():
        rows = list(document.body.get_table(name=name).iter_values())
        assert tuple(rows[0]) == table.names
        for found, expected in zip(rows[1:], edition(real()).rows(name), strict=True):
            padded = [*map(plain, found), *([None] * (len(expected) - len(found)))]
            for value, wanted, column in zip(padded, expected, table.columns, strict=True):
                if column.kind == "string" and wanted is not None:
                    assert str(value).split() == str(wanted).split(), (name, column.name)
                else:
                    assert (None if value is None else float(value) if column.kind == "number" else value) == wanted


def test_the_database_is_sound_and_typed(whole: Export) -> None:
    with closing(sqlite3.connect(f"file:{whole.v1 / NAME}.sqlite?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        kinds = database.execute("SELECT DISTINCT typeof(score), typeof(voorlopig) FROM scores").fetchall()
        assert set(kinds) <= {("real", "integer"), ("null", "integer")}
        facts = dict(database.execute("SELECT wat, waarde FROM over"))
        assert facts["versie"] == edition(real()).data_versie
        assert "creativecommons.org" in facts["licentie"]
        explained = set(database.execute("SELECT tabel, kolom FROM codeboek"))
        assert explained == {(t.name, c.name) for t in all_tables().values() for c in t.columns}


def test_the_database_searches_without_accents(whole: Export) -> None:
    with closing(sqlite3.connect(f"file:{whole.v1 / NAME}.sqlite?mode=ro", uri=True)) as database:
        query = "SELECT id FROM praktijken_zoek WHERE praktijken_zoek MATCH ?"
        assert ("buurtgastheren-amsterdam",) in database.execute(query, ("Chassebuurt",)).fetchall()
        assert database.execute(query, ("woordendatnietbestaat",)).fetchall() == []


def test_the_data_page_shows_queries() -> None:
    assert len(QUERIES) >= 4


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_data_page_gives_an_answer(query: str, whole: Export) -> None:
    with closing(sqlite3.connect(f"file:{whole.v1 / NAME}.sqlite?mode=ro", uri=True)) as database:
        rows = database.execute(query).fetchall()
    assert rows
    assert all(row[0] for row in rows)


def test_the_data_page_links_to_files_that_are_made(whole: Export) -> None:
    text = (CONTENT / "data" / "index.md").read_text(encoding="utf-8")
    links = {link for link in re.findall(r"\]\(([^)]+)\)", text) if link.startswith(("v1/", "catalogus"))}
    assert len(links) > 20
    assert sorted(link for link in links if not (whole.folder / "data" / link).is_file()) == []
    assert (REPOSITORY / "content" / "data" / "index.md").is_file()
