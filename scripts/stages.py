"""The stages of a cold build, one after the other in this process: what the time goes to."""

from __future__ import annotations

import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from watwerkt.exports.edition import Edition
from watwerkt.exports.files import KINDS, data_files
from watwerkt.knowledge.examination import examine
from watwerkt.knowledge.files import find_files, read_bytes
from watwerkt.knowledge.loading import load
from watwerkt.knowledge.workers import collector_paused
from watwerkt.reading.document import parse
from watwerkt.search.index import zoekindex
from watwerkt.site.data import data_files as script_files
from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import Renderer
from watwerkt.views.index import build_index
from watwerkt.writing import PublishedFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Stages:
    """Seconds of processor of this process by stage, and the number of pages."""

    seconds: dict[str, float]
    pages: int


def stages(project: Path) -> Stages:
    """Go through all stages with one process; real builds use two, and the frame around pages is not among them."""
    seconds: dict[str, float] = {}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        start = time.process_time()
        yield
        seconds[name] = seconds.get(name, 0) + time.process_time() - start

    content = project / "content"
    with collector_paused():
        with stage("read"):
            files, _ = find_files(content)
            raw = [(found, file.collection) for file in files if isinstance(found := read_bytes(file), bytes)]
        with stage("parse"):
            for text, _ in raw:
                parse(text, "")
        with stage("parse, validate and check"):
            for text, collection in raw:
                examine(text, collection)
    kennisbank = load(content)
    if not kennisbank.praktijken:
        raise SystemExit("The synthetic records are refused; see scripts/corpus.py.")
    with stage("score and link"):
        index = build_index(kennisbank)
        pages = list(all_pages(kennisbank, index))
    renderer, out, count = Renderer({"bewerk_url": ""}), project / "out", 0
    for pagina in pages:
        with stage("render"):
            html = renderer.html(pagina).encode()
        with stage("write"):
            count += PublishedFile("", partial(bytes, html)).write(out / pagina.pad / "index.html")
    with stage("data of scripts"):
        for file in script_files(index, kennisbank.peildatum, project):
            file.make()
    with stage("search index"):
        zoekindex(kennisbank)
    edition = Edition(index, kennisbank.peildatum)
    for kind in KINDS:
        with stage(f"exports: {kind}"):
            for _, make in data_files(edition, (kind,)):
                made = make()
                deque(made if not isinstance(made, bytes) else (), maxlen=0)
    return Stages(seconds, count)
