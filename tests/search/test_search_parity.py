"""The index from Python is the one that lunr.js builds, and its words become the same terms in the browser."""

from __future__ import annotations

import gzip
import json
import math
from bisect import bisect_right
from dataclasses import asdict, replace
from itertools import accumulate, chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lunr.builder import Builder

from relevance import own_scripts, package, run_node
from watwerkt.search.documenten import VELDEN, Documenten
from watwerkt.search.index import lunr_scripts, part_names, without_comments, zoekindex
from watwerkt.search.pipeline import STOPWOORDEN, WISSELVORMEN, stam, termen
from watwerkt.search.scores import rows_by_term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.search.index import Zoekindex
    from watwerkt.search.scores import Row


@pytest.fixture(scope="module")
def documents(kennisbank: Kennisbank) -> list[dict[str, list[str]]]:
    found = Documenten(kennisbank)
    return [found.velden(document, found.verwant(document)) for document in found]


@pytest.fixture(scope="module")
def words(documents: list[dict[str, list[str]]]) -> list[str]:
    return sorted({word for fields in documents for word in chain.from_iterable(fields.values())} | STOPWOORDEN)


@pytest.fixture(scope="module")
def node(documents: list[dict[str, list[str]]], words: list[str], index: Zoekindex) -> dict[str, Any]:
    job = {
        "scripts": own_scripts(),
        **asdict(index),
        "velden": [[veld.id, veld.gewicht] for veld in VELDEN],
        "documenten": documents,
        "woorden": words,
        "wisselvormen": WISSELVORMEN,
    }
    found: dict[str, Any] = run_node(Path(__file__).with_name("parity.mjs"), job)
    return found


def test_same_stems_and_stop_words(node: dict[str, Any], words: list[str]) -> None:
    assert node["stammen"] == [stam(word) for word in words]
    assert set(node["stopwoorden"]) == STOPWOORDEN


def test_same_scores_as_lunr_in_python_and_in_the_browser(
    node: dict[str, Any], documents: list[dict[str, list[str]]]
) -> None:
    builder = Builder()
    builder.pipeline.reset()
    for veld in VELDEN:
        builder.field(veld.id, boost=veld.gewicht)
    for number, fields in enumerate(documents):
        builder.add({"id": number, **{name: termen(found) for name, found in fields.items()}})
    python, browser = json.loads(json.dumps(builder.build().serialize())), node["index"]
    assert python["version"] == browser["version"] == node["versie"]
    assert dict(map(tuple, python["fieldVectors"])) == dict(map(tuple, browser["fieldVectors"]))
    ours = rows_by_term(([termen(f) for f in fields.values()] for fields in documents), [v.gewicht for v in VELDEN])
    assert list(ours) == sorted(ours)
    assert {term: list(scores(row)) for term, row in ours.items()} == vectors(browser)


def scores(row: Row) -> Iterator[tuple[int, int, float]]:
    """Yield field, document and score of everything in a row."""
    for field, *pairs in row:
        places = accumulate(pairs[::2], initial=-1)
        next(places)
        yield from ((field, place, score / 1000) for place, score in zip(places, pairs[1::2], strict=True))


def vectors(index: dict[str, Any]) -> dict[str, list[tuple[int, int, float]]]:
    """Turn the scores of a lunr index, which stand per field of a document, into those per term."""
    terms = {posting["_index"]: term for term, posting in index["invertedIndex"]}
    found: dict[str, list[tuple[int, int, float]]] = {term: [] for term in terms.values()}
    for ref, vector in index["fieldVectors"]:
        field, _, document = ref.partition("/")
        for number, score in zip(vector[::2], vector[1::2], strict=True):
            found[terms[number]].append((index["fields"].index(field), int(document), score))
    return {term: sorted(entries) for term, entries in found.items()}


def test_same_hits_and_scores_after_packing(node: dict[str, Any]) -> None:
    assert node["gepubliceerd"] == sorted(node["gepubliceerd"]) == node["woordenlijst"]
    assert len(node["treffers"]) == len(node["gepubliceerd"]) > 1000
    assert len(node["samen"]) > 20, "a word and the beginning of longer ones"
    for term, rebuilt, published in chain(node["treffers"], node["samen"]):
        theirs, ours = dict(map(tuple, rebuilt)), dict(map(tuple, published))
        assert theirs.keys() == ours.keys(), term
        for place, score in theirs.items():  # scores are published in thousandths, as lunr rounds them itself
            assert math.isclose(score, ours[place], rel_tol=1e-9), term


def test_the_same_content_gives_the_same_bytes(kennisbank: Kennisbank, index: Zoekindex) -> None:
    assert json.dumps(asdict(zoekindex(kennisbank))) == json.dumps(asdict(index))


def test_however_it_is_divided_the_parts_are_the_whole(kennisbank: Kennisbank, index: Zoekindex) -> None:
    whole = index.delen["0"]
    for number in (2, 7, 5000):
        divided = zoekindex(kennisbank, number)
        assert list(divided.delen) == part_names(number)
        parts = [divided.delen[str(place)] for place in range(number)]
        assert {name: list(chain.from_iterable(p[name] for p in parts)) for name in whole} == whole
        assert divided.delen["woorden"] == index.delen["woorden"]
        weights = [sum(len(row) for rows in part["rijen"] for row in rows) for part in parts]
        assert number > 7 or max(weights) < 1.3 * sum(weights) / number
        begins = divided.wijzer["begin"]
        assert begins == sorted(begins)
        for place, part in enumerate(parts):
            assert all(bisect_right(begins, term) - 1 == place for term in part["termen"])


def test_missing_vocabularies_and_practices_are_no_obstacle(kennisbank: Kennisbank) -> None:
    bare = replace(kennisbank, begrippen={})
    assert zoekindex(bare).wijzer["aantal"] == len(kennisbank.praktijken)
    empty = zoekindex(replace(kennisbank, praktijken={}))
    assert empty.wijzer["aantal"] == 0
    assert not any(part["termen"] for part in empty.delen.values())


def test_the_scripts_of_lunr_are_those_of_the_index(node: dict[str, Any]) -> None:
    scripts = dict(lunr_scripts(package("mkdocs.contrib.search")))
    assert list(scripts) == ["lunr.js", "lunr.stemmer.support.js", "lunr.nl.js"]
    assert f'lunr.version = "{node["versie"]}"' in scripts["lunr.js"]
    assert all("Copyright" in source for source in scripts.values())


def test_the_scripts_stay_small() -> None:
    scripts = [source for _, source in lunr_scripts(package("mkdocs.contrib.search"))]
    scripts += own_scripts()
    assert sum(len(gzip.compress(source.encode(), 9)) for source in scripts) <= 24_500


def test_only_whole_lines_of_comment_are_left_out() -> None:
    script = "/**\n * Copyright me\n */\n/* a\n b */\nvar a = '/* no */'; // stays\n\n  // gone\nvar b = 1\n"
    assert without_comments(script) == "/**\n * Copyright me\n */\nvar a = '/* no */'; // stays\nvar b = 1\n"


def test_a_missing_file_of_lunr_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"lunr\.js ontbreekt"):
        lunr_scripts(tmp_path)
