"""Every file of open data, by kind; ``watwerkt export --only`` chooses from these kinds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from watwerkt.exports.agenda import agenda
from watwerkt.exports.checksums import Checksums
from watwerkt.exports.csv_files import csv_files
from watwerkt.exports.dcat import jsonld_file, turtle_file
from watwerkt.exports.edition import BESTAND, DATA, SUMS, V1, werkblad_path
from watwerkt.exports.feeds import feed_files
from watwerkt.exports.json_files import json_files
from watwerkt.exports.ods import ods
from watwerkt.exports.openapi import openapi
from watwerkt.exports.schemas import schema_files
from watwerkt.exports.sqlite import sqlite
from watwerkt.exports.texts import pretty_json
from watwerkt.exports.web import opensearch, robots, security
from watwerkt.exports.werkblad import weg, werkblad
from watwerkt.exports.xlsx import xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from watwerkt.exports.edition import Edition

    Content = bytes | Iterator[bytes]
    Maker = Callable[[], Content]
    Files = Iterable[tuple[str, Maker]]


def _described(edition: Edition) -> Files:
    yield from schema_files(edition)
    yield f"{V1}openapi.json", lambda: pretty_json(openapi(edition))


def _sheets(edition: Edition) -> Files:
    yield f"{V1}{BESTAND}.xlsx", partial(xlsx, edition)
    yield f"{V1}{BESTAND}.ods", partial(ods, edition)


def _database(edition: Edition) -> Files:
    yield f"{V1}{BESTAND}.sqlite", partial(sqlite, edition)


def _agenda(edition: Edition) -> Files:
    yield "agenda.ics", partial(agenda, edition)


def _catalogue(edition: Edition) -> Files:
    yield f"{DATA}catalogus.jsonld", partial(jsonld_file, edition)
    yield f"{DATA}catalogus.ttl", partial(turtle_file, edition)


def _web(edition: Edition) -> Files:
    yield "opensearch.xml", partial(opensearch, edition)
    yield "robots.txt", partial(robots, edition)
    yield ".well-known/security.txt", partial(security, edition)


def _documents(edition: Edition) -> Files:
    for praktijk_id in edition.index.kaarten:
        make = partial(werkblad, edition, praktijk_id)
        for name in (praktijk_id, *edition.index.uittreksels[praktijk_id].voorheen):
            yield werkblad_path(name), make
    for gone in edition.kennisbank.ingetrokken.values():
        for name in (gone.id, *gone.voorheen):
            yield werkblad_path(name), partial(weg, edition, gone.id)


KINDS: Mapping[str, Callable[[Edition], Files]] = {
    "json": json_files,
    "schema": _described,
    "csv": csv_files,
    "werkmap": _sheets,
    "sqlite": _database,
    "werkblad": _documents,
    "feeds": feed_files,
    "agenda": _agenda,
    "catalogus": _catalogue,
    "web": _web,
}


def data_files(
    edition: Edition, only: Iterable[str] = KINDS, sums: Checksums | None = None
) -> Iterator[tuple[str, Maker]]:
    """Yield path (from the site root) and maker of every file of the kinds asked for, each path once.

    The checksums come last: when the files are made in this order, none is made twice. Whoever makes the files in
    another order or place keeps ``sums`` and lets it learn what was made.
    """
    sums = sums or Checksums()
    for kind in dict.fromkeys(only):
        for path, make in KINDS[kind](edition):
            yield path, sums.noting(path, make) if path.startswith(V1) else make
    yield SUMS, sums.file
