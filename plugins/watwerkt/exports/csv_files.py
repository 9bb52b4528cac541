"""The tables as CSV (RFC 4180: UTF-8, comma, header row, CRLF), described by a Frictionless data package."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING, Any

from watwerkt.exports.edition import LICENTIE, TREFWOORDEN, V1
from watwerkt.exports.texts import guarded, pretty_json
from watwerkt.views.tekst import NAAM, OMSCHRIJVING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watwerkt.exports.edition import Edition
    from watwerkt.exports.tables import Cell, Column, Row, Table

CSV = f"{V1}csv/"
_ROWS_AT_ONCE = 500


def csv_files(edition: Edition) -> Iterator[tuple[str, Callable[[], Iterator[bytes] | bytes]]]:
    """Yield path and maker of every table, and of their description."""
    for name in edition.tables:
        yield f"{CSV}{name}.csv", partial(_csv, edition, name)
    yield f"{V1}datapackage.json", partial(_datapackage_file, edition)


def _csv(edition: Edition, name: str) -> Iterator[bytes]:
    rows = edition.rows(name)
    yield _lines([edition.tables[name].names])
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        yield _lines([_written(value) for value in row] for row in rows[start : start + _ROWS_AT_ONCE])


def _lines(rows: Iterable[Row | list[Cell]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def _written(value: Cell) -> Cell:
    if isinstance(value, str):
        return guarded(value)
    return ("true" if value else "false") if isinstance(value, bool) else value


def _datapackage_file(edition: Edition) -> bytes:
    return pretty_json(datapackage(edition))


def datapackage(edition: Edition) -> dict[str, Any]:
    """Return the description of the tables: columns, types, keys and licence."""
    return {
        "profile": "tabular-data-package",
        "name": "wat-werkt-in-de-wijk",
        "id": edition.url(f"{V1}datapackage.json"),
        "title": NAAM,
        "description": OMSCHRIJVING,
        "homepage": edition.url("data/"),
        "version": edition.data_versie,
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Naamsvermelding 4.0", "path": LICENTIE}],
        "contributors": [{"title": NAAM, "role": "publisher", "email": edition.contact}],
        "keywords": list(TREFWOORDEN),
        "resources": [_resource(table) for table in edition.tables.values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": key}}
            for column, (other, key) in table.refers.items()
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": f"csv/{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": not column.nullable}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return {
        "name": column.name,
        "title": column.title,
        "description": column.description,
        "type": column.kind,
        "constraints": constraints,
    }
