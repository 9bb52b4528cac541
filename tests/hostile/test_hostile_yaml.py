"""From YAML files to pages: texts that no check refuses, and that are nasty all the same, are shown as typed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from built_site import report
from hostile_corpus import POLITE
from hostile_pages import Facts, plain, read_document
from hostile_sites import project
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pydantic import ValidationError

from watwerkt.knowledge.collections import COLLECTIONS
from watwerkt.knowledge.loading import load
from watwerkt.knowledge.references import references
from watwerkt.reading.document import parse
from watwerkt.reading.findings import Ernst
from watwerkt.reading.shapes import Kind, record_shape, walk_records, walk_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from watwerkt.records import Model

CHANGED = ("praktijken", "interventietypen", "bronnen", "begrippen", "model")
"""Of each collection the first record gets the texts."""

MARK = re.compile(r"zz\d+zz")


@dataclass
class Rewritten:
    """The files with nasty texts, and the plain texts in them by mark."""

    folder: Path
    files: list[Path] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory: pytest.TempPathFactory) -> Rewritten:
    """A copy of the content in which a record of each kind has a nasty end in every text."""
    folder = tmp_path_factory.mktemp("beleefd")
    project(folder, "plugins:\n  - watwerkt:\n      pdf: false\n", records=True)
    result, endings = Rewritten(folder), cycle(POLITE)
    for collection in CHANGED:
        file = next(iter(sorted((folder / "content" / collection).glob("*.yml"))))
        _rewrite(file, COLLECTIONS[collection].model, result, endings)
    return result


def _rewrite(file: Path, model: type[Model], result: Rewritten, endings: Iterator[str]) -> None:
    data: Any = parse(file.read_bytes(), "").data
    fixed = {path for _, _, path in references(walk_records(data, model))}
    for path, text, shape in list(walk_texts(data, record_shape(model))):
        free = shape is not None and shape.kind in {Kind.TEXT, Kind.RICH} and not shape.union
        if shape is None or not free or path in fixed or not re.search(shape.pattern, "a < b"):
            continue
        mark = f"zz{len(result.texts)}zz"
        changed = f"{text.rstrip()} {next(endings)} {mark}"
        if _fits(data, path, changed, model) and shape.kind is Kind.TEXT:
            result.texts[mark] = changed
    result.files.append(file)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100), encoding="utf-8")


def _fits(data: Any, path: tuple[str | int, ...], text: str, model: type[Model]) -> bool:
    """Put a text in its place when the model takes it."""
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    before, inner[path[-1]] = inner[path[-1]], text
    try:
        model.model_validate_json(json.dumps(data))
    except ValidationError:
        inner[path[-1]] = before
        return False
    return True


@pytest.fixture(scope="module")
def pages(rewritten: Rewritten) -> dict[str, Facts]:
    """The pages with a nasty text, built from the files by MkDocs with the plugin as it is."""
    site = rewritten.folder / "site"
    build(load_config(str(rewritten.folder / "mkdocs.yml"), site_dir=str(site), strict=True))
    found = {}
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        if MARK.search(html):
            found[file.relative_to(site).as_posix()] = read_document(html)
    return found


def test_no_check_refuses_the_texts(rewritten: Rewritten) -> None:
    kennisbank = load(rewritten.folder / "content")
    assert len(rewritten.texts) > 100
    names = {f"content/{file.parent.name}/{file.name}" for file in rewritten.files}
    assert names <= set(kennisbank.bestanden.values())
    report(f"{item.bestand}:{item.regel} {item.code}" for item in kennisbank.findings if item.niveau is Ernst.FOUT)


def test_the_texts_are_shown_as_typed(rewritten: Rewritten, pages: dict[str, Facts]) -> None:
    seen: set[str] = set()
    problems = []
    for path, facts in pages.items():
        for place in (facts.text, facts.title, facts.description, *facts.spoken):
            marks = [mark for mark in dict.fromkeys(MARK.findall(place)) if mark in rewritten.texts]
            seen.update(marks)
            problems += [
                f"{path}: {rewritten.texts[mark]!r}" for mark in marks if not _typed(rewritten.texts[mark], place)
            ]
    report(problems)
    assert len(seen) > 0.8 * len(rewritten.texts)


def _typed(text: str, place: str) -> bool:
    # captions and headings within a sentence are written in small letters
    return plain(text) in place or plain(text).lower() in place


def test_the_pages_hold_only_what_our_templates_emit(pages: dict[str, Facts]) -> None:
    assert len(pages) > 10
    report(f"{path}: {problem}" for path, facts in pages.items() for problem in facts.problems)


def test_the_published_record_is_the_file(rewritten: Rewritten, pages: dict[str, Facts]) -> None:
    assert pages
    for file in rewritten.files:
        published = rewritten.folder / "site" / file.relative_to(rewritten.folder / "content")
        assert published.read_bytes() == file.read_bytes()
