"""Data for scripts as classic JavaScript files, which load over http and from a stick (``file://``) alike."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from watwerkt.site.pagina import on_all, on_practice
from watwerkt.site.rendering import json_bytes
from watwerkt.views.catalogus import catalogus
from watwerkt.views.formulierregels import formulierregels
from watwerkt.views.keuzes import keuzes, volgorden
from watwerkt.views.naastelkaar import naastelkaar
from watwerkt.views.zelfscan import rubriek_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from watwerkt.views.index import Index

_START = b"window.WATWERKT = window.WATWERKT || {};\n"


def script_data(name: str, value: object) -> bytes:
    """A script that sets ``WATWERKT.<name>``."""
    return b"%bWATWERKT.%b = %b;\n" % (_START, name.encode(), json_bytes(value))


def _entry(table: str, key: str, value: bytes) -> bytes:
    """A script that sets an entry of ``WATWERKT.<table>``, a table without prototype."""
    whole, name = b"WATWERKT.%b" % table.encode(), json_bytes(key)
    return b"%b%b = %b || Object.create(null);\n%b[%b] = %b;\n" % (_START, whole, whole, whole, name, value)


def catalogus_js(index: Index, dag: date) -> bytes:
    """The file ``catalogus.js``: sets ``WATWERKT.catalogus``."""
    return script_data("catalogus", catalogus(index, dag))


def keuzes_js(index: Index, dag: date) -> bytes:
    """The file ``keuzes.js``: sets ``WATWERKT.keuzes``."""
    return script_data("keuzes", keuzes(index, dag))


def volgorden_js(index: Index, dag: date) -> bytes:
    """The file ``volgorden.js``: sets ``WATWERKT.volgorden``."""
    return script_data("volgorden", volgorden(index, dag))


def regels_js(index: Index) -> bytes:
    """The file ``regels.js``: sets ``WATWERKT.regels``, id, title and the rest of the line of every practice."""
    return script_data("regels", [[u.id, u.titel, u.regel] for u in index.uittreksels.values()])


def rubriek_js(index: Index) -> bytes:
    """The file ``rubriek.js``: sets ``WATWERKT.rubriek``."""
    return script_data("rubriek", rubriek_data(index.kennisbank.rubriek))


def formulierregels_js(index: Index) -> bytes:
    """The file ``formulierregels.js``: sets ``WATWERKT.formulier``."""
    return script_data("formulier", formulierregels(index))


def record_js(root: Path, bestand: str) -> bytes:
    """The text of one record for the form: sets ``WATWERKT.record``; empty when the file has gone meanwhile."""
    try:
        tekst = (root / bestand).read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        tekst = ""
    return script_data("record", tekst)


def praktijk_js(index: Index, praktijk_id: str, dag: date) -> bytes:
    """One practice for the comparison: sets an entry of ``WATWERKT.praktijken``."""
    data = naastelkaar(index, index.kennisbank.praktijken[praktijk_id], dag)
    return _entry("praktijken", praktijk_id, json_bytes(data))


def part_js(name: str, part: dict[str, Any]) -> bytes:
    """One part of the search index as text: sets an entry of ``WATWERKT.zoekdelen``."""
    return _entry("zoekdelen", name, json_bytes(json.dumps(part, ensure_ascii=False, separators=(",", ":"))))


def _catalogus_op(index: Index, dag: date) -> tuple[str, ...]:
    """What decides the catalogue: the extracts of all practices, with their sentence."""
    return on_all(index, dag, [u.kern for u in index.uittreksels.values()])


class DataFile(NamedTuple):
    """A data file: its name below the assets folder, what makes its content, and what that rests on.

    ``rests_on`` and ``praktijk`` are as in :class:`watwerkt.site.pagina.Pagina`.
    """

    name: str
    make: Callable[[], bytes]
    rests_on: Callable[[], tuple[str, ...]] | None = None
    praktijk: str = ""


def data_files(index: Index, dag: date, root: Path) -> Iterator[DataFile]:
    """Yield every data file; ``root`` is the folder from which the paths of source files count."""
    chosen = partial(on_all, index, dag)
    yield DataFile("catalogus.js", partial(catalogus_js, index, dag), partial(_catalogus_op, index, dag))
    yield DataFile("keuzes.js", partial(keuzes_js, index, dag), chosen)
    yield DataFile("volgorden.js", partial(volgorden_js, index, dag), chosen)
    if index.in_bladzijden:  # the page that finds them all does not hold them all
        yield DataFile("regels.js", partial(regels_js, index), chosen)
    yield DataFile("rubriek.js", partial(rubriek_js, index), tuple)
    yield DataFile("formulierregels.js", partial(formulierregels_js, index))
    for praktijk_id in index.uittreksels:
        compared = partial(praktijk_js, index, praktijk_id, dag)
        edited = partial(record_js, root, index.kennisbank.bestanden["praktijken", praktijk_id])
        decided = partial(on_practice, index, praktijk_id, dag)
        yield DataFile(f"praktijk/{praktijk_id}.js", compared, decided, praktijk_id)
        yield DataFile(f"record/{praktijk_id}.js", edited, decided, praktijk_id)
