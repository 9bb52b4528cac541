"""List sentences of records and prose that stand too close to a source.

Usage: ``python scripts/bronafstand.py FOLDER [FOLDER ...]``, with folders of source texts (``.txt`` and ``.md``).
A run of more than eight words that also stands in a source is reported with file, line and the words. Titles of
sources and practices are left out, and so are names: a word with a capital inside a sentence and a number do not
count. Time and memory grow linearly with the texts.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

REPOSITORY = Path(__file__).resolve().parent.parent
TOEGESTAAN = 8
NOT_PROSE = {
    *("id", "bron", "plaats", "title", "kort", "author", "publisher", "container_title", "number", "doi", "isbn"),
    *("titel", "url", "url_archief", "link", "organisatie", "label", "synoniemen", "vorm", "gemeente"),
}
"""Keys whose values are names, titles, addresses or references, with everything below them."""
TITLE_KEYS = {"title", "container_title", "titel"}
_WORD = re.compile(r"[^\W_]+(?:(?:['’]|-(?:[ \t]*\n\s*)?)[^\W_]+)*")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?:|\n]\s*[*_>\-\s‘“'\"(|0-9.]*\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared (``plain``: lower case, no accents or hyphens), where it stands, and if it is a name."""

    plain: str
    line: int
    name: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the content that stand in a source in the same order."""

    file: str
    line: int
    text: str
    length: int
    source: str


def words(text: str, first_line: int = 1) -> list[Word]:
    """Split a text into words; a word broken at the end of a line is one word."""
    found, line, at = [], first_line, 0
    for match in _WORD.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        raw = match.group()
        inside = not _SENTENCE_END.search(text[max(0, at - 12) : at]) and at > 0
        found.append(Word(plain(raw), line, raw.isdigit() or (inside and raw[0].isupper())))
    return found


def plain(word: str) -> str:
    """Return what two spellings of one word have in common."""
    letters = unicodedata.normalize("NFKD", re.sub(r"[-'’\s]", "", word))
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def shingles(sequence: Sequence[Word], size: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every run of ``size`` words with its start."""
    plains = [w.plain for w in sequence]
    for start in range(len(plains) - size + 1):
        yield start, tuple(plains[start : start + size])


def source_index(folders: Iterable[Path], size: int) -> dict[tuple[str, ...], str]:
    """Map each run of ``size`` words to the first source that has it."""
    index: dict[tuple[str, ...], str] = {}
    for folder in folders:
        for file in sorted(p for p in folder.rglob("*") if p.suffix in {".txt", ".md"}):
            found = words(file.read_text(encoding="utf-8", errors="replace"))
            for start, shingle in shingles(found, size):
                index.setdefault(shingle, f"{file.name}:{found[start].line}")
    return index


def prose_of_yaml(text: str) -> Iterator[list[Word]]:
    """Yield the words of each value that is running text."""
    for key, node in _scalars(yaml.compose(text, Loader=yaml.CSafeLoader), ""):
        if key not in NOT_PROSE:
            yield words(text[node.start_mark.index : node.end_mark.index], node.start_mark.line + 1)


def _scalars(node: yaml.Node | None, key: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _scalars(part, key)
    elif isinstance(node, yaml.MappingNode):
        for name, part in node.value:
            yield from _scalars(part, key if key in NOT_PROSE else name.value)


def prose_of_markdown(text: str) -> Iterator[list[Word]]:
    """Yield the words of a page without front matter and addresses."""
    body = _FRONT_MATTER.sub(lambda m: "\n" * m.group().count("\n"), text)
    yield words(_ADDRESS.sub(" ", body))


def titles(content: Path) -> list[list[str]]:
    """Return the titles of all records as words, longest first."""
    found = []
    for file in sorted(content.rglob("*.yml")):
        for key, node in _scalars(yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader), ""):
            if key in TITLE_KEYS:
                found.append([w.plain for w in words(node.value)])
    return sorted((t for t in found if len(t) > 1), key=len, reverse=True)


class Titles:
    """Finds titles in running text; looks only at titles that begin with the two words at hand."""

    def __init__(self, known: Iterable[list[str]]) -> None:
        """Take the titles as words, longest first."""
        self._by_start: dict[tuple[str, ...], list[list[str]]] = {}
        for title in known:
            self._by_start.setdefault(tuple(title[:2]), []).append(title)

    def without(self, sequence: list[Word]) -> list[list[Word]]:
        """Split a sequence at the titles in it."""
        parts, current, at = [], [], 0
        plains = [w.plain for w in sequence]
        while at < len(sequence):
            starting = self._by_start.get(tuple(plains[at : at + 2]), ())
            title = next((t for t in starting if plains[at : at + len(t)] == t), None)
            if title is None:
                current.append(sequence[at])
                at += 1
                continue
            parts.append(current)
            current, at = [], at + len(title)
        return [*parts, current]


def runs(file: str, sequence: list[Word], index: dict[tuple[str, ...], str], allowed: int) -> Iterator[Run]:
    """Yield the longest runs of a sequence that stand in a source and are too long without the names in them."""
    size = allowed + 1
    hits = [(start, index[shingle]) for start, shingle in shingles(sequence, size) if shingle in index]
    for _, group in groupby(enumerate(hits), key=lambda pair: pair[1][0] - pair[0]):
        together = [hit for _, hit in group]
        found = sequence[together[0][0] : together[-1][0] + size]
        if sum(not w.name for w in found) > allowed:
            yield Run(file, found[0].line, " ".join(w.plain for w in found), len(found), together[0][1])


def examine(content: Path, folders: Sequence[Path], allowed: int) -> list[Run]:
    """Compare everything in the content folder with the sources."""
    index, known = source_index(folders, allowed + 1), Titles(titles(content))
    found: list[Run] = []
    for file in sorted(p for p in content.rglob("*") if p.suffix in {".yml", ".md"}):
        text = file.read_text(encoding="utf-8")
        name = file.relative_to(content.parent).as_posix()
        for sequence in prose_of_yaml(text) if file.suffix == ".yml" else prose_of_markdown(text):
            for part in known.without(sequence):
                found += runs(name, part, index, allowed)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Report the runs; 0 when there are none, 1 when there are, 2 when a folder is missing or empty."""
    parser = argparse.ArgumentParser(description="Zoek zinnen die te dicht bij een bron staan.")
    parser.add_argument("mappen", nargs="+", type=Path, metavar="MAP", help="map met bronteksten (.txt, .md)")
    parser.add_argument("--inhoud", type=Path, default=REPOSITORY / "content", help="map met records en proza")
    parser.add_argument("--woorden", type=int, default=TOEGESTAAN, help="zoveel gelijke woorden mogen nog")
    options = parser.parse_args(arguments)
    for folder in (*options.mappen, options.inhoud):
        if not folder.is_dir():
            print(f"De map {folder} bestaat niet. Geef een map met bronteksten.", file=sys.stderr)
            return 2
    if not any(p.suffix in {".txt", ".md"} for folder in options.mappen for p in folder.rglob("*")):
        print("In deze mappen staan geen bronteksten (.txt of .md).", file=sys.stderr)
        return 2
    try:
        found = examine(options.inhoud, options.mappen, options.woorden)
    except yaml.YAMLError as error:
        print(f"Een record is geen geldige YAML ({error}). Draai eerst `watwerkt check`.", file=sys.stderr)
        return 2
    for run in found:
        print(f"{run.file}:{run.line}: {run.length} woorden gelijk aan {run.source}\n    {run.text}")
    aantal = {0: "Geen enkele zin staat", 1: "1 plaats staat"}.get(len(found), f"{len(found)} plaatsen staan")
    print(f"{aantal} te dicht bij een bron (meer dan {options.woorden} gelijke woorden op rij).")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
