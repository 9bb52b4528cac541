"""Data for scripts as classic JavaScript files, which load over http and from a stick (``file://``) alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from watwerkt.site.rendering import json_in_html
from watwerkt.views.catalogus import catalogus
from watwerkt.views.naastelkaar import naastelkaar
from watwerkt.views.zelfscan import rubriek_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from watwerkt.records import Praktijk
    from watwerkt.views.index import Index

_START = "window.WATWERKT = window.WATWERKT || {};\n"


def script_data(name: str, value: object) -> str:
    """A script that sets ``WATWERKT.<name>``."""
    return f"{_START}WATWERKT.{name} = {json_in_html(value)};\n"


def catalogus_js(index: Index, dag: date) -> str:
    """The file ``catalogus.js``: sets ``WATWERKT.catalogus``."""
    return script_data("catalogus", catalogus(index, dag))


def rubriek_js(index: Index) -> str:
    """The file ``rubriek.js``: sets ``WATWERKT.rubriek``."""
    return script_data("rubriek", rubriek_data(index.kennisbank.rubriek))


def praktijk_js(index: Index, praktijk: Praktijk, dag: date) -> str:
    """One practice for the comparison: sets an entry of ``WATWERKT.praktijken``, a table without prototype."""
    data = json_in_html(naastelkaar(index, praktijk, dag))
    table = "WATWERKT.praktijken = WATWERKT.praktijken || Object.create(null);\n"
    return f"{_START}{table}WATWERKT.praktijken[{json_in_html(praktijk.id)}] = {data};\n"


def data_files(index: Index, dag: date) -> Iterator[tuple[str, Callable[[], str]]]:
    """Name below the assets folder of every data file, and what makes its content when it is written."""
    yield "catalogus.js", partial(catalogus_js, index, dag)
    yield "rubriek.js", partial(rubriek_js, index)
    for praktijk_id in index.kaarten:
        yield f"praktijk/{praktijk_id}.js", partial(praktijk_js, index, index.kennisbank.praktijken[praktijk_id], dag)
