"""Every file of the site that is made from the knowledge base and is not a page.

A new kind of output adds its files here; the adapter writes whatever this list holds.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache, partial
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from watwerkt.exports.edition import SUMS
from watwerkt.knowledge.collections import COLLECTIONS, PRAKTIJKEN
from watwerkt.records.on_request import OnRequest
from watwerkt.search.index import Zoekindex, part_names, zoekindex
from watwerkt.site.data import data_files, part_js, script_data
from watwerkt.site.pagina import on_practice
from watwerkt.tokens import tokens_css
from watwerkt.writing import PublishedFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watwerkt.exports.checksums import Checksums
    from watwerkt.exports.edition import Edition
    from watwerkt.pdf.press import Printed
    from watwerkt.views.index import Index

ASSETS = "assets/watwerkt"

PER_DEEL = 25
"""Practices for which the search index gets one part more: parts of some 20 kB, as they travel."""


def published_files(
    edition: Edition,
    root: Path,
    *,
    search: bool = True,
    per_part: int = PER_DEEL,
    data: bool = True,
    prints: Iterable[Printed] = (),
    sums: Checksums | None = None,
) -> Iterator[PublishedFile]:
    """Yield every file, each path once.

    ``root`` is the parent of the content folder; ``search`` says whether the index holds the practices, and
    ``per_part`` with how many of them it gets another part; ``data`` says whether the open data is there too;
    ``prints`` are the PDFs; ``sums`` notes the checksums of the data.
    """
    index, dag = edition.index, edition.dag
    yield _text(f"{ASSETS}/tokens.css", tokens_css)
    for file in data_files(index, dag, root):
        yield PublishedFile(f"{ASSETS}/{file.name}", file.make, rests_on=file.rests_on, about=file.praktijk)
    yield from _search_files(index, per_part, search=search)
    yield _text(f"{ASSETS}/js-yaml.js", js_yaml)
    if data:
        yield from _open_data(edition, sums)
    for printed in prints:
        if printed.file:
            yield PublishedFile(printed.stuk.doel, printed.file.read_bytes)


def _open_data(edition: Edition, sums: Checksums | None) -> Iterator[PublishedFile]:
    # here: not every site has it, and it needs many libraries
    from watwerkt.exports.files import data_files as open_data

    for path, content in open_data(edition, sums=sums):
        # documents are made one by one; the other files share one pass over all records
        yield PublishedFile(path, content, together=not path.endswith(".docx"), last=path == SUMS)


def js_yaml() -> str:
    """The YAML reader of the form, from the installed package, with its licence on top.

    Raises:
        FileNotFoundError: the package does not hold its licence.
    """
    licence = distribution("xstatic-js-yaml").read_text("licenses/LICENSE")
    if not licence:
        raise FileNotFoundError("licenses/LICENSE of xstatic-js-yaml")
    script = (files("xstatic.pkg.js_yaml") / "data" / "js-yaml.js").read_text(encoding="utf-8")
    return f"/*\n{licence.strip()}\n*/\n{script}"


def _search_files(index: Index, per_part: int, *, search: bool) -> Iterator[PublishedFile]:
    """The search index in its parts, which one process makes; documents have the numbers of the catalogue."""
    searched = OnRequest(index.uittreksels if search else (), index.kennisbank.praktijken.__getitem__)
    parts = 1 + len(searched) // per_part

    @cache
    def found() -> Zoekindex:
        return zoekindex(replace(index.kennisbank, praktijken=searched), parts)

    def part(name: str) -> bytes:
        return part_js(name, found().delen[name])

    yield PublishedFile(f"{ASSETS}/zoekindex.js", lambda: script_data("zoekindex", found().wijzer), together=True)
    for name in part_names(parts):
        yield PublishedFile(f"{ASSETS}/zoek/{name}.js", partial(part, name), together=True)


def record_files(edition: Edition, docs: Path) -> Iterator[PublishedFile]:
    """Yield the YAML of valid records that are still there, published as they are; MkDocs publishes none."""
    index, kennisbank = edition.index, edition.kennisbank
    folders = [docs / folder for folder in COLLECTIONS if (docs / folder).is_dir()]
    there = {f"{folder.name}/{entry.name}" for folder in folders for entry in os.scandir(folder)}
    for (collection, key), path in kennisbank.bestanden.items():
        uri = path.partition("/")[2]
        file = f"{docs}/{uri}"
        if uri not in there:
            continue
        if collection == PRAKTIJKEN and key in index.uittreksels:
            decided = partial(on_practice, index, key, edition.dag)
            yield PublishedFile(uri, partial(_content, file), rests_on=decided, about=key)
        else:
            decided = partial(_just, kennisbank.digests[collection, key])
            yield PublishedFile(uri, partial(_content, file), rests_on=decided)


def _content(path: str) -> bytes:
    return Path(path).read_bytes()


def _just(digest: str) -> tuple[str, ...]:
    return (digest,)


def _text(path: str, make: Callable[[], str]) -> PublishedFile:
    """A file that only code and settings decide."""
    return PublishedFile(path, lambda: make().encode(), rests_on=tuple)
