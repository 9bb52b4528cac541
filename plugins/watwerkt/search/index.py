"""The search index as the browser loads it, and the files of lunr.js that belong beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watwerkt.search.documenten import VELDEN, Documenten
from watwerkt.search.pipeline import WISSELVORMEN, grondvorm, termen
from watwerkt.search.scores import rows_by_term

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.search.documenten import Document
    from watwerkt.search.scores import Row

LUNR_BESTANDEN = (
    "templates/search/lunr.js",
    "lunr-language/lunr.stemmer.support.js",
    "lunr-language/lunr.nl.js",
)
"""Paths below the search folder of the installed MkDocs, in the order in which a page loads them."""

_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
_BLANK = re.compile(r"^[ \t]*\n", re.MULTILINE)

AFTER_ALL = "\uffff"
"""Comes after every term."""

LIJST = "woorden"
"""Name of the part with the list of all terms, and of the words that a visitor may have meant."""

WOORDENLIJST_MAXIMUM = 8_000
"""Terms, and words, in the list that a word with a slip of the pen is looked up in: at most some 40 kB. A few hundred
practices have less; of thousands it holds the words that most of them use."""

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


@dataclass(frozen=True, slots=True)
class Zoekindex:
    """The index as it is published.

    ``wijzer`` says what the index holds and with which term each part begins; ``delen`` holds the parts by name, the
    numbered ones with the terms in alphabetical order and ``woorden`` with the list of all of them.
    """

    wijzer: dict[str, Any]
    delen: dict[str, dict[str, Any]]


def part_names(delen: int) -> list[str]:
    """Names of the parts of an index that is divided in so many."""
    return [*map(str, range(delen)), LIJST]


def zoekindex(kennisbank: Kennisbank, delen: int = 1) -> Zoekindex:
    """Build the index for lunr and divide it, so that a question needs the parts of its words only.

    A document number is a place in ``kennisbank.praktijken``; the browser counts on the order of the catalogue.

    Args:
        kennisbank: what is searched.
        delen: number of parts, about as heavy as each other; some may be empty.

    """
    documents = Documenten(kennisbank)
    related = [(document, documents.verwant(document)) for document in documents]
    searched = (documents.velden(document, words).values() for document, words in related)
    rows = rows_by_term(map(_terms, searched), [veld.gewicht for veld in VELDEN])
    words = {word for word in _proposed(related) if grondvorm(word) in rows}
    shown: dict[str, str] = {}
    for word in sorted(words):
        shown.setdefault(grondvorm(word), word)
    parts = _parts(rows, shown, delen)
    return Zoekindex(
        {
            "aantal": len(kennisbank.praktijken),
            "velden": {veld.id: veld.label for veld in VELDEN},
            "fields": [veld.id for veld in VELDEN],
            "wisselvormen": WISSELVORMEN,
            "begin": _begins(parts),
        },
        {str(number): part for number, part in enumerate(parts)}
        | {LIJST: {"termen": _most_used(rows, rows), "woorden": _most_used(rows, words)}},
    )


def _terms(fields: Iterable[list[str]]) -> list[list[str]]:
    return [termen(words) for words in fields]


def _proposed(related: Iterable[tuple[Document, list[str]]]) -> set[str]:
    """Words that a visitor may have meant: those of short fields, and related ones."""
    words: set[str] = set()
    for document, more in related:
        short = (found for name, found in document.woorden.items() if name not in ZONDER_BEDOELDE)
        words.update(more, *short)
    return {word for word in words if len(word) >= MIN_BEDOELDE}


def _parts(rows: dict[str, Row], shown: dict[str, str], number: int) -> list[dict[str, Any]]:
    """Divide terms in alphabetical order over parts of about the same weight; nothing of a term is in two parts."""
    parts: list[dict[str, Any]] = [{"termen": [], "woorden": [], "rijen": []} for _ in range(number)]
    heavy = {term: len(term) + sum(map(len, row)) for term, row in rows.items()}
    total, before = sum(heavy.values()), 0
    for term, row in rows.items():
        part = parts[before * number // total]
        word = shown.get(term, term)
        part["termen"].append(term)
        part["woorden"].append(0 if word == term else word)
        part["rijen"].append(row)
        before += heavy[term]
    return parts


def _begins(parts: list[dict[str, Any]]) -> list[str]:
    """Return the first term of each part; one without terms begins where the next one does, so nobody looks there."""
    begins = []
    first = AFTER_ALL
    for part in reversed(parts):
        first = part["termen"][0] if part["termen"] else first
        begins.append(first)
    return begins[::-1]


def _most_used(rows: dict[str, Row], words: Iterable[str]) -> list[str]:
    """Sort words by alphabet; of too many only those that most practices have."""

    def rarity(word: str) -> tuple[int, str]:
        return -sum(len(field) for field in rows[grondvorm(word) if word not in rows else word]), word

    return sorted(sorted(words, key=rarity)[:WOORDENLIJST_MAXIMUM])
