"""Every file of the site that is made from the knowledge base and is not a page.

A new kind of output adds its files here; the adapter writes whatever this list holds.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from importlib.metadata import distribution
from importlib.resources import files
from typing import TYPE_CHECKING

from watwerkt.exports.files import SUMS
from watwerkt.exports.files import data_files as open_data
from watwerkt.search.index import zoekindex
from watwerkt.site.data import data_files, script_data
from watwerkt.tokens import tokens_css
from watwerkt.writing import PublishedFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from watwerkt.exports.checksums import Checksums
    from watwerkt.exports.edition import Edition
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.pdf.press import Printed

ASSETS = "assets/watwerkt"


def published_files(
    edition: Edition,
    root: Path,
    *,
    search: bool = True,
    data: bool = True,
    prints: Iterable[Printed] = (),
    sums: Checksums | None = None,
) -> Iterator[PublishedFile]:
    """Yield every file, each path once.

    ``root`` is the parent of the content folder; ``search`` says whether the index holds the practices, ``data``
    whether the open data is there too; ``prints`` are the PDFs; ``sums`` notes the checksums of the data.
    """
    index, dag = edition.index, edition.dag
    yield _text(f"{ASSETS}/tokens.css", tokens_css)
    for name, make in data_files(index, dag, root):
        yield _text(f"{ASSETS}/{name}", make)
    yield _text(f"{ASSETS}/js-yaml.js", js_yaml)
    searched = index.kennisbank if search else replace(index.kennisbank, praktijken={})
    yield _text(f"{ASSETS}/zoekindex.js", partial(_zoekindex_js, searched))
    for path, content in open_data(edition, sums=sums) if data else ():
        # documents are made one by one; the other files share one pass over all records
        yield PublishedFile(path, content, together=not path.endswith(".docx"), last=path == SUMS)
    for printed in prints:
        if printed.file:
            yield PublishedFile(printed.stuk.doel, printed.file.read_bytes)


def js_yaml() -> str:
    """The YAML reader of the form, from the installed package, with its licence on top."""
    licence = distribution("xstatic-js-yaml").read_text("licenses/LICENSE") or ""
    script = (files("xstatic.pkg.js_yaml") / "data" / "js-yaml.js").read_text(encoding="utf-8")
    return f"/*\n{licence.strip()}\n*/\n{script}"


def _zoekindex_js(kennisbank: Kennisbank) -> str:
    """The index as text: a browser reads it as one string and parses it at the first question."""
    return script_data("zoekindex", json.dumps(zoekindex(kennisbank), ensure_ascii=False, separators=(",", ":")))


def _text(path: str, make: Callable[[], str]) -> PublishedFile:
    return PublishedFile(path, lambda: make().encode())
