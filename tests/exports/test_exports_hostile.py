"""Hostile text in every field, through every format: it arrives as the text that it was, and does nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, Any

import html5lib
import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from exported import SITE_URL, edition
from hostile_corpus import CORPUS, PAYLOADS
from hostile_trees import build_tree, hostile_trees
from hostile_writers import Calm
from icalendar import Calendar
from odfdo import Document
from rdflib import Graph

from watwerkt.exports.files import KINDS, data_files
from watwerkt.exports.heads import linked_data
from watwerkt.exports.texts import unguarded
from watwerkt.site.rendering import json_in_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.exports.edition import Edition

XLSX, ODS, SQLITE = (f"data/v1/wat-werkt-in-de-wijk.{kind}" for kind in ("xlsx", "ods", "sqlite"))
RUNS = re.compile(r"[\s\u00a0\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|\t")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def editions() -> tuple[Edition, ...]:
    """Editions of trees in which every text field has had every payload."""
    return tuple(edition(tree.kennisbank) for tree in hostile_trees(PAYLOADS))


@cache
def made(number: int) -> dict[str, bytes]:
    files = ((path, make()) for path, make in data_files(editions()[number]))
    return {path: content if isinstance(content, bytes) else b"".join(content) for path, content in files}


def each() -> Iterator[tuple[Edition, dict[str, bytes]]]:
    for number, found in enumerate(editions()):
        yield found, made(number)


def test_every_payload_is_in_the_data() -> None:
    texts = "\n".join(made(number)["data/v1/alles.json"].decode() for number in range(len(editions())))
    missing = [p for p in PAYLOADS if json.dumps(p.strip()[:150], ensure_ascii=False)[1:-1] not in texts]
    assert missing == []
    assert len(editions()) > 3


def test_json_holds_the_text_of_the_record() -> None:
    for found, files in each():
        for practice in json.loads(files["data/v1/praktijken.json"])["resultaat"]:
            record = found.kennisbank.praktijken[practice["id"]]
            assert practice["titel"] == record.titel
            assert practice["aanpak"] == record.aanpak
            assert [p["organisatie"] for p in practice["partners"]] == [p.organisatie for p in record.partners]


def test_no_line_of_a_csv_cell_can_be_a_formula_and_the_text_comes_back() -> None:
    dangerous = 0
    for found, files in each():
        for name, table in found.tables.items():
            text = files[f"data/v1/csv/{name}.csv"].decode("utf-8")
            rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
            for row, wanted in zip(rows, found.rows(name), strict=True):
                for cell, value, column in zip(row, wanted, table.columns, strict=True):
                    if column.kind != "string":
                        continue
                    assert unguarded(cell) == (value or ""), (name, column.name)
                    dangerous += bool(RUNS.match(str(value or "")))
                    for line in re.split(r"[\n\r\v\f\x85\u2028\u2029]", cell):
                        assert not RUNS.match(line), (name, column.name, line)
    assert dangerous > 20


def test_no_cell_of_the_excel_workbook_is_a_formula_or_link() -> None:
    for found, files in each():
        with zipfile.ZipFile(io.BytesIO(files[XLSX])) as archive:
            for name in archive.namelist():
                assert not re.search("externalLink|vba|macro", name, re.IGNORECASE)
                part = archive.read(name).decode("utf-8")
                assert 'TargetMode="External"' not in part
                fromstring(part)
        book = openpyxl.load_workbook(io.BytesIO(files[XLSX]))
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f", (sheet.title, cell.coordinate)
                    assert cell.hyperlink is None
        titles = [row[2] for row in book["praktijken"].iter_rows(min_row=2, values_only=True)]
        wanted = [found.kennisbank.praktijken[key].titel for key in found.index.kaarten]
        assert [plain(t) for t in titles] == [plain(t) for t in wanted]


def plain(text: Any) -> str:
    """Write the ends of lines and what XML forbids alike."""
    return NOT_XML.sub("\ufffd", re.sub(r"_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), str(text))).replace(
        "\r", "\n"
    )


def test_no_cell_of_the_libreoffice_workbook_is_a_formula_or_link() -> None:
    for found, files in each():
        with zipfile.ZipFile(io.BytesIO(files[ODS])) as archive:
            content = archive.read("content.xml").decode("utf-8")
            assert archive.namelist()[0] == "mimetype"
        assert "table:formula" not in re.sub(r">[^<]*<", "><", content)
        names = {element.tag.partition("}")[2] for element in fromstring(content).iter()}
        assert names <= {
            *("document-content", "automatic-styles", "style", "text-properties", "body", "spreadsheet", "table"),
            *("table-column", "table-row", "table-cell", "p", "s", "tab"),
        }
        document = Document(io.BytesIO(files[ODS]))
        rows = list(document.body.get_table(name="praktijken").iter_values())[1:]
        wanted = [found.kennisbank.praktijken[key].titel for key in found.index.kaarten]
        assert [plain(row[2]).split() for row in rows] == [plain(title).split() for title in wanted]


def test_the_database_holds_the_text_and_is_sound() -> None:
    for found, files in each():
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(files[SQLITE])
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            titles = dict(database.execute("SELECT id, titel FROM praktijken"))
        assert titles == {p.id: p.titel for p in found.kennisbank.praktijken.values()}


def test_feeds_calendar_and_catalogue_are_well_formed_and_say_the_text() -> None:
    for found, files in each():
        for path, content in files.items():
            if path.endswith(".xml"):
                fromstring(content)
            elif path.endswith((".json", ".jsonld")):
                json.loads(content)
            elif path.endswith(".ics"):
                assert Calendar.from_ical(content).errors == []
            elif path.endswith(".ttl"):
                Graph().parse(data=content, format="turtle")
        entries = fromstring(files["feed.xml"]).iter("{http://www.w3.org/2005/Atom}entry")
        titles = {e.findtext("{http://www.w3.org/2005/Atom}title") for e in entries}
        assert {plain(t) for t in titles} == {plain(p.titel) for p in found.kennisbank.praktijken.values()}
        events = Calendar.from_ical(files["agenda.ics"]).walk("VEVENT")
        assert len(events) == sum(bool(p.scans) for p in found.kennisbank.praktijken.values())


def test_a_title_cannot_add_a_line_to_the_calendar() -> None:
    for _, files in each():
        lines = re.split(rb"\r\n(?![ \t])", files["agenda.ics"])
        names = {re.split(rb"[:;]", line)[0] for line in lines if line}
        assert names <= {
            *(b"BEGIN", b"END", b"VERSION", b"PRODID", b"NAME", b"SOURCE", b"SUMMARY", b"DTSTART", b"DTEND"),
            *(b"DTSTAMP", b"UID", b"DESCRIPTION", b"TRANSP", b"URL"),
        }


def test_facts_for_machines_cannot_leave_their_element() -> None:
    checked = 0
    for found, _ in each():
        for key, record in found.kennisbank.praktijken.items():
            data = linked_data(found, f"praktijken/{key}/", record.titel)
            html = f'<main><script type="application/ld+json">{json_in_html(data)}</script><p>na</p></main>'
            page = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
            assert [e.tag for e in page.iter()] == ["html", "head", "body", "main", "script", "p"]
            (script,) = page.iter("script")
            (node,) = json.loads(script.text or "")["@graph"]
            assert node["name"] == record.titel
            assert node["@id"] == f"{SITE_URL}praktijken/{key}/"
            checked += 1
    assert checked > 5


def test_no_hostile_text_becomes_a_path() -> None:
    for _, files in each():
        for path in files:
            assert re.fullmatch(r"(\.well-known/)?[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*", path), path


def test_a_calm_tree_has_the_same_files() -> None:
    calm = {re.sub(r"-v\d\d", "", path) for path, _ in data_files(edition(build_tree(Calm()).kennisbank))}
    assert calm == {re.sub(r"-v\d\d", "", path) for path in made(0)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_was_made_of_hostile_text(kind: str) -> None:
    assert list(KINDS[kind](editions()[0]))
    assert CORPUS["formulas"]
