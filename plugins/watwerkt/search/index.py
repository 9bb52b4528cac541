"""The search index as the browser loads it, and the files of lunr.js that belong beside it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from lunr.builder import Builder

from watwerkt.search.documenten import VELDEN, Documenten
from watwerkt.search.pipeline import WISSELVORMEN, stemmer, termen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from watwerkt.knowledge.kennisbank import Kennisbank

LUNR_BESTANDEN = (
    "templates/search/lunr.js",
    "lunr-language/lunr.stemmer.support.js",
    "lunr-language/lunr.nl.js",
)
"""Paths below the search folder of the installed MkDocs, in the order in which a page loads them."""

_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
_BLANK = re.compile(r"^[ \t]*\n", re.MULTILINE)

MIN_BEDOELDE = 4
"""Letters of the shortest word that is proposed after *Bedoelde u*."""

ZONDER_BEDOELDE = ("samenvatting", "tekst")
"""Fields whose words are not proposed: running text holds many words that nobody searches for."""


def lunr_scripts(zoekmap: Path) -> list[tuple[str, str]]:
    """Return name and content of the scripts of lunr.js with its Dutch stemmer.

    ``lunr.js`` loses its explanatory comments, more than half of it; the notices of its licence stay. The Dutch scripts
    have another licence (MPL) and are handed on as they are.

    Args:
        zoekmap: folder of the package ``mkdocs.contrib.search``.

    Raises:
        FileNotFoundError: the installed MkDocs has no such file.
    """
    scripts = []
    for path in (zoekmap / name for name in LUNR_BESTANDEN):
        if not path.is_file():
            raise FileNotFoundError(f"{path.name} ontbreekt; installeer mkdocs opnieuw (versie 1.6).")
        content = path.read_text(encoding="utf-8")
        scripts.append((path.name, without_comments(content) if path.name == "lunr.js" else content))
    return scripts


def without_comments(script: str) -> str:
    """Leave out comments that fill whole lines, and blank lines; a notice of copyright stays."""
    plain = _COMMENT.sub(lambda match: match[0] if "Copyright" in match[0] else "", script)
    return _BLANK.sub("", plain)


def zoekindex(kennisbank: Kennisbank) -> dict[str, Any]:
    """Build the data of ``WATWERKT.zoekindex``: the lunr index in a compact form, and what goes with it.

    ``ids`` holds the practices; a document number in the index is a place in that list. ``woorden`` holds the unstemmed
    words for *Bedoelde u*.
    """
    documents = Documenten(kennisbank)
    builder = new_builder()
    words: set[str] = set()
    ids = []
    for number, document in enumerate(documents):
        related = documents.verwant(document)
        fields = documents.velden(document, related)
        builder.add({"id": number, **{name: termen(values) for name, values in fields.items()}})
        ids.append(document.id)
        subject = (values for name, values in document.woorden.items() if name not in ZONDER_BEDOELDE)
        words.update(word for word in chain(related, *subject) if len(word) >= MIN_BEDOELDE)
    return {
        "ids": ids,
        "velden": {veld.id: veld.label for veld in VELDEN},
        "wisselvormen": WISSELVORMEN,
        "woorden": sorted(words),
        "lunr": compact(builder.build().serialize()) if ids else None,
    }


def new_builder() -> Builder:
    """Return a lunr builder with our fields, for documents whose fields are lists of index terms."""
    builder = Builder()
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    builder.search_pipeline.add(stemmer)
    for veld in VELDEN:
        builder.field(veld.id, boost=veld.gewicht)
    return builder


def compact(index: dict[str, Any]) -> dict[str, Any]:
    """Write a serialised lunr index without its inverted half, which follows from the vectors; a third of the size.

    ``termen`` is sorted. A row of ``vectoren`` is a field number, a document number, and pairs of a step to the next
    term number (the first counts from -1) and its score in thousandths. ``zoek.js`` makes the lunr index of it again.
    """
    terms = [term for term, _ in index["invertedIndex"]]
    places = {posting["_index"]: place for place, (_, posting) in enumerate(index["invertedIndex"])}
    fields = {name: number for number, name in enumerate(index["fields"])}
    rows = []
    for ref, vector in index["fieldVectors"]:
        if vector:
            field, _, document = ref.partition("/")
            pairs = sorted(zip((places[number] for number in vector[::2]), vector[1::2], strict=True))
            rows.append([fields[field], int(document), *_steps(pairs)])
    return {key: index[key] for key in ("version", "fields", "pipeline")} | {"termen": terms, "vectoren": rows}


def _steps(pairs: Iterable[tuple[int, float]]) -> Iterator[int]:
    before = -1
    for place, score in pairs:
        yield place - before
        yield round(score * 1000)
        before = place
