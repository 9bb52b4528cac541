"""Every file of the site that is made from the knowledge base and is not a page.

A new kind of output adds its files here; the adapter writes whatever this list holds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from watwerkt.search.index import zoekindex
from watwerkt.site.data import data_files, script_data
from watwerkt.tokens import tokens_css

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.pdf.press import Printed
    from watwerkt.views.index import Index

ASSETS = "assets/watwerkt"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of the site: its path from the site root, and what makes its content at the moment it is written."""

    path: str
    make: Callable[[], bytes]


def published_files(
    index: Index, dag: date, *, search: bool = True, prints: Iterable[Printed] = ()
) -> Iterator[PublishedFile]:
    """Yield every file, each path once; ``search`` says whether the index holds the practices."""
    yield _text(f"{ASSETS}/tokens.css", tokens_css)
    for name, make in data_files(index, dag):
        yield _text(f"{ASSETS}/{name}", make)
    searched = index.kennisbank if search else replace(index.kennisbank, praktijken={})
    yield _text(f"{ASSETS}/zoekindex.js", partial(_zoekindex_js, searched))
    for printed in prints:
        if printed.file:
            yield PublishedFile(printed.stuk.doel, printed.file.read_bytes)


def _zoekindex_js(kennisbank: Kennisbank) -> str:
    """The index as text: a browser reads it as one string and parses it at the first question."""
    return script_data("zoekindex", json.dumps(zoekindex(kennisbank), ensure_ascii=False, separators=(",", ":")))


def _text(path: str, make: Callable[[], str]) -> PublishedFile:
    return PublishedFile(path, lambda: make().encode())
