"""The tables as an SQLite database with full-text search, for analysts; opens in Datasette too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from watwerkt.exports.edition import LICENTIE, SCHEMA_VERSIE
from watwerkt.exports.workbooks import SOORTEN
from watwerkt.views.tekst import NAAM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.exports.edition import Edition
    from watwerkt.exports.tables import Column, Kind, Table

TYPES: dict[Kind, str] = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
}
SEARCHED = ("titel", "kern", "samenvatting", "probleem", "doelgroep", "doel", "aanpak", "verduurzaming_toelichting")
"""Columns of the table of practices that ``praktijken_zoek`` searches."""

_SEARCH = f"""
CREATE VIRTUAL TABLE praktijken_zoek USING fts5(
  id UNINDEXED, {", ".join(SEARCHED)}, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO praktijken_zoek SELECT id, {", ".join(SEARCHED)} FROM praktijken ORDER BY rowid;
INSERT INTO praktijken_zoek(praktijken_zoek) VALUES ('optimize');
"""  # noqa: S608 - names of columns, from the line above


_CHANGES, _WRITER = slice(24, 28), slice(92, 100)
"""Places in the file where SQLite notes how often it was changed, and by which version of it."""

_AT_ONCE = 1 << 20


def sqlite(edition: Edition) -> Iterator[bytes]:
    """Yield the database in pieces; the same data and way in which SQLite stores it give the same bytes.

    It is made in a file: in memory a large one, the copy that becomes compact and the answer take three times its size.
    """
    with TemporaryDirectory(prefix="watwerkt-") as folder:
        place = Path(folder, "data.sqlite")
        with closing(sqlite3.connect(place, isolation_level=None)) as database:
            _fill(database, edition)
        with place.open("rb") as file:
            first = bytearray(file.read(_AT_ONCE))
            first[_CHANGES], first[_WRITER] = bytes(4), bytes(8)
            yield bytes(first)
            while piece := file.read(_AT_ONCE):
                yield piece


def _fill(database: sqlite3.Connection, edition: Edition) -> None:
    for setting in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF"):
        database.execute(f"PRAGMA {setting}")
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSIE.split('.')[0]}")
    database.execute("BEGIN")
    for table in edition.tables.values():
        database.execute(_create(table))
        marks = ", ".join("?" * len(table.columns))
        database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", edition.rows(table.name))  # noqa: S608
    for name, rows in (("over", _about(edition)), ("codeboek", _codebook(edition))):
        columns = ", ".join(f'"{key}" TEXT' for key in rows[0])
        database.execute(f"CREATE TABLE {name} ({columns}) STRICT")
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {name} VALUES ({marks})", [tuple(row.values()) for row in rows])  # noqa: S608
    database.execute("COMMIT")
    database.executescript(_SEARCH)
    database.execute("VACUUM")


def _create(table: Table) -> str:
    parts = [_column(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({_names(*table.key)})")
    for column, (other, key) in table.refers.items():
        parts.append(f"FOREIGN KEY ({_names(column)}) REFERENCES {other} ({_names(key)})")
    return f"CREATE TABLE {table.name} ({', '.join(parts)}) STRICT"


def _column(column: Column) -> str:
    needed = "" if column.nullable else " NOT NULL"
    return f"{_names(column.name)} {TYPES[column.kind]}{needed}"


def _names(*names: str) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _about(edition: Edition) -> list[dict[str, str]]:
    facts = {
        "naam": NAAM,
        "versie": edition.data_versie,
        "schema_versie": SCHEMA_VERSIE,
        "licentie": LICENTIE,
        "uitleg": edition.url("data/"),
    }
    return [{"wat": key, "waarde": value} for key, value in facts.items()]


def _codebook(edition: Edition) -> list[dict[str, str]]:
    return [
        {
            "tabel": table.name,
            "kolom": column.name,
            "naam": column.title,
            "uitleg": column.description,
            "soort": SOORTEN[column.kind],
        }
        for table in edition.tables.values()
        for column in table.columns
    ]
