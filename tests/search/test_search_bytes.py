"""The first answer stays small: what a visitor fetches of 300 practices before it is there."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from corpus import write_corpus
from watwerkt.exports.edition import Edition
from watwerkt.knowledge.loading import load
from watwerkt.publishing import ASSETS, published_files
from watwerkt.search.index import LIJST
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = 300
BUDGET = 150_000


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """Bytes, compressed, of every file with data for the list of practices."""
    folder: Path = tmp_path_factory.mktemp("driehonderd") / "project"
    write_corpus(folder, RECORDS)
    kennisbank = load(folder / "content")
    assert len(kennisbank.praktijken) == RECORDS
    edition = Edition(build_index(kennisbank), kennisbank.peildatum)
    found: dict[str, int] = {}
    for file in published_files(edition, folder, data=False):
        name = file.path.removeprefix(f"{ASSETS}/")
        if name.startswith("zoek/") or name in {"zoekindex.js", "keuzes.js", "volgorden.js", "catalogus.js"}:
            content = file.make()
            assert isinstance(content, bytes)
            found[name] = len(gzip.compress(content, 9, mtime=0))
    return found


def test_a_first_answer_costs_150_kb_at_most(sizes: dict[str, int]) -> None:
    """Three words in the three heaviest parts, the last one misspelt, ordered by a dimension."""
    parts = sorted(size for name, size in sizes.items() if name.startswith("zoek/") and LIJST not in name)
    assert len(parts) == RECORDS // 25 + 1
    rest = sum(sizes[name] for name in ("keuzes.js", "volgorden.js", "zoekindex.js", f"zoek/{LIJST}.js"))
    assert rest + sum(parts[-3:]) <= BUDGET, sizes


def test_a_usual_first_answer_costs_half_of_that(sizes: dict[str, int]) -> None:
    heaviest = max(size for name, size in sizes.items() if name.startswith("zoek/"))
    assert sizes["keuzes.js"] + sizes["zoekindex.js"] + heaviest <= BUDGET / 2, sizes


def test_what_is_filtered_on_is_a_fraction_of_the_catalogue(sizes: dict[str, int]) -> None:
    assert sizes["keuzes.js"] * 4 < sizes["catalogus.js"]
