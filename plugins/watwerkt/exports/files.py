"""Every file of open data, by kind; ``watwerkt export --only`` chooses from these kinds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from watwerkt.exports.csv_files import csv_files
from watwerkt.exports.edition import V1
from watwerkt.exports.json_files import json_files
from watwerkt.exports.ods import ods
from watwerkt.exports.openapi import openapi
from watwerkt.exports.schemas import pretty_json, schema_files
from watwerkt.exports.sqlite import sqlite
from watwerkt.exports.xlsx import xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from watwerkt.exports.edition import Edition

    Content = bytes | Iterator[bytes]
    Maker = Callable[[], Content]
    Files = Iterable[tuple[str, Maker]]


BESTAND = "wat-werkt-in-de-wijk"
"""Name of the files that people keep on their own disk."""


def _described(edition: Edition) -> Files:
    yield from schema_files(edition)
    yield f"{V1}openapi.json", lambda: pretty_json(openapi(edition))


def _sheets(edition: Edition) -> Files:
    yield f"{V1}{BESTAND}.xlsx", partial(xlsx, edition)
    yield f"{V1}{BESTAND}.ods", partial(ods, edition)


def _database(edition: Edition) -> Files:
    yield f"{V1}{BESTAND}.sqlite", partial(sqlite, edition)


KINDS: Mapping[str, Callable[[Edition], Files]] = {
    "json": json_files,
    "schema": _described,
    "csv": csv_files,
    "werkmap": _sheets,
    "sqlite": _database,
}


def data_files(edition: Edition, only: Iterable[str] = KINDS) -> Iterator[tuple[str, Maker]]:
    """Yield path (from the site root) and maker of every file of the kinds asked for, each path once."""
    for kind in only:
        yield from KINDS[kind](edition)
