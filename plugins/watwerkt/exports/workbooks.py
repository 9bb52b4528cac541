"""What both kinds of workbook hold: a sheet that says what this is, a codebook, and every table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from watwerkt.exports.edition import LICENTIE
from watwerkt.views.tekst import NAAM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from watwerkt.exports.edition import Edition
    from watwerkt.exports.tables import Cell, Kind, Row

SOORTEN: dict[Kind, str] = {
    "string": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "boolean": "ja of nee",
    "date": "datum",
}
CODEBOOK = ("tabel", "kolom", "naam", "uitleg", "soort", "mag leeg zijn", "keuzes")


class Sheet(NamedTuple):
    """A sheet: its name (at most 31 characters), heading, rows, and the kind of value of each column."""

    name: str
    heading: Sequence[str]
    rows: Sequence[Row]
    kinds: Sequence[Kind]


def sheets(edition: Edition) -> Iterator[Sheet]:
    """Yield every sheet in order."""
    about = _about(edition)
    yield Sheet("leeswijzer", about[0], about[1:], ("string", "string"))
    yield Sheet("codeboek", CODEBOOK, tuple(_codebook(edition)), ["string"] * len(CODEBOOK))
    for table in edition.tables.values():
        yield Sheet(table.name, table.names, edition.rows(table.name), [column.kind for column in table.columns])


def _about(edition: Edition) -> list[tuple[str, str]]:
    return [
        ("Wat", f"Open data van {NAAM}"),
        ("Versie", edition.data_versie),
        ("Licentie", f"CC BY 4.0, {LICENTIE}"),
        ("Uitleg", edition.url("data/")),
        ("Tabellen", "Elk werkblad na dit blad en het codeboek is een tabel. Het codeboek legt elke kolom uit."),
        ("Leeg", "Een lege cel betekent: onbekend, of niet van toepassing. Leeg is nooit hetzelfde als nul."),
        ("Lijsten", "Meer waarden in één cel staan achter elkaar met | ertussen."),
    ]


def _codebook(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    for table in edition.tables.values():
        for column in table.columns:
            empty = "ja" if column.nullable else "nee"
            choices = ", ".join(column.choices) or None
            yield (table.name, column.name, column.title, column.description, SOORTEN[column.kind], empty, choices)
