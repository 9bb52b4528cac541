"""No text of a record becomes anything but text, in any field and on any page (SEC-X1, SEC-X2, SEC-X3)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from built_site import report
from hostile_corpus import PAYLOADS
from hostile_pages import first_difference, plain, read_fragment
from hostile_sites import render_pages
from hostile_trees import build_tree, fields_of, hostile_trees
from hostile_writers import Calm, Hostile

from watwerkt.records import Bron

if TYPE_CHECKING:
    from hostile_sites import Comparison
    from hostile_trees import Path

BOTH = pytest.mark.parametrize("kind", ["fragments", "builds"])
"""Pages rendered one by one, and pages of a build by MkDocs, whose own templates escape nothing by themselves."""

ALL = pytest.mark.parametrize("kind", ["fragments", "long_lists", "builds"])

NOT_VERBATIM = re.compile(r"[*_`\[\]&\\!~|#\n]|^\s|https?://|mailto:")
"""Signs that CommonMark reads; HTML without them must be shown as it was typed."""


@pytest.fixture
def sites(kind: str, request: pytest.FixtureRequest) -> Comparison:
    comparison: Comparison = request.getfixturevalue(kind)
    return comparison


def test_the_corpus_is_wide() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


def test_every_text_field_gets_every_payload_that_fits() -> None:
    trees = hostile_trees(PAYLOADS)
    writer = Hostile(PAYLOADS)
    build_tree(writer)
    missing = []
    for name, slot in writer.slots.items():
        had = set().union(*(fields_of(tree).get(name, set()) for tree in trees))
        missing += [f"{name}: {payload!r}" for payload in writer.that_fit(slot) if payload not in had]
        if slot.most >= 220:
            assert len(had) > 0.9 * len(PAYLOADS), name
    report(missing)


def test_the_calm_and_the_hostile_tree_have_the_same_leaves() -> None:
    calm, hostile = build_tree(Calm()), build_tree(Hostile(PAYLOADS))
    assert list(calm.leaves) == list(hostile.leaves)
    assert len(calm.leaves) > 500


@ALL
def test_calm_pages_hold_only_what_our_templates_emit(sites: Comparison) -> None:
    report(f"{path}: {problem}" for path, facts in sites.calm.facts.items() for problem in facts.problems)


@ALL
def test_hostile_pages_hold_only_what_our_templates_emit(sites: Comparison) -> None:
    report(f"{path}: {problem}" for path, _, facts, _ in sites.pages() for problem in facts.problems)


@ALL
def test_hostile_pages_have_the_bones_of_calm_pages(sites: Comparison) -> None:
    assert all(reading.html.keys() == sites.calm.html.keys() for reading in sites.hostile)
    report(
        f"{path}: {difference}"
        for path, calm, facts, _ in sites.pages()
        if (difference := first_difference(calm.bones, facts.bones))
    )


@ALL
def test_ids_are_never_made_of_texts(sites: Comparison) -> None:
    report(
        f"{path}: {sorted({*facts.ids} ^ {*calm.ids})}"
        for path, calm, facts, _ in sites.pages()
        if sorted(facts.ids) != sorted(calm.ids)
    )


@ALL
def test_plain_text_is_shown_as_typed(sites: Comparison) -> None:
    problems, looked = [], 0
    for path, _, facts, reading in sites.pages():
        shown, spoken = sites.shown[path], "\n".join([*facts.spoken, facts.title])
        looked += len(shown.text) + len(shown.spoken) + len(shown.links)
        gone = [leaf for leaf in shown.text if plain(reading.leaves[leaf].text) not in facts.text]
        gone += [leaf for leaf in shown.spoken if plain(reading.leaves[leaf].text) not in spoken]
        gone += [leaf for leaf in shown.links if reading.leaves[leaf].text not in facts.links]
        problems += [f"{path}: {name_of(leaf)}: {reading.leaves[leaf].text!r}" for leaf in gone]
    assert looked > 40
    report(problems)


@BOTH
def test_html_in_commonmark_is_shown_as_typed(sites: Comparison) -> None:
    problems, looked = [], 0
    for path, _, facts, reading in sites.pages():
        for number, leaf in sites.shown[path].rich:
            parts = [part for part in reading.leaves[leaf].parts if "<" in part and not NOT_VERBATIM.search(part)]
            gone = [part for part in parts if plain(part) not in facts.rich[number]]
            problems += [f"{path}: {name_of(leaf)}: {part!r}" for part in gone]
            looked += len(parts)
    assert looked > 100
    report(problems)


def name_of(leaf: Path) -> str:
    return ".".join(map(str, leaf))


@BOTH
def test_every_text_is_shown_somewhere(sites: Comparison) -> None:
    shown = {leaf for page in sites.shown.values() for leaf in (*page.text, *page.spoken, *page.links)}
    shown |= {leaf for page in sites.shown.values() for _, leaf in page.rich}
    fields = {sites.calm.leaves[leaf].slot.name for leaf in shown}
    assert len(fields) > 80


def test_a_source_without_a_title_is_shown_as_typed() -> None:
    kennisbank = build_tree(Calm()).kennisbank
    titles = {name: f"[{payload.strip()}]".replace("\n", " ") for name, payload in enumerate(PAYLOADS)}
    bron = kennisbank.bronnen["bron-1"]
    bronnen = {f"bron-{n}": Bron(**{**dict(bron), "id": f"bron-{n}", "title": title}) for n, title in titles.items()}
    bestanden = {**kennisbank.bestanden, **{("bronnen", name): f"content/bronnen/{name}.yml" for name in bronnen}}
    pages = render_pages(replace(kennisbank, bronnen=bronnen, bestanden=bestanden), "bronnen/".__eq__)
    facts = read_fragment(pages["bronnen/"])
    report([*facts.problems, *(title for title in titles.values() if plain(title) not in facts.text)])


HOLES = (
    "<script>alert(1)</script>",
    '<script src="x.js">alert(1)</script>',
    "<p onclick=x>",
    '<a href=" java\tscript:x">x</a>',
    '<a href="\\\\kwaad.example">x</a>',
    '<p style="x">',
    "<!-- x -->",
    "<iframe srcdoc=x></iframe>",
    "<svg><script>x</script></svg>",
    "<base href=x>",
    "<p id=a></p><p id=a></p>",
    '<div class="prose"><p id="x">x</p></div>',
    '<div class="prose"><h1>x</h1></div>',
    '<div class="prose"><a href="#inhoud" rel="nofollow noopener ugc">x</a></div>',
    '<div class="prose"><a href="https://voorbeeld.example">x</a></div>',
)


@pytest.mark.parametrize("html", HOLES)
def test_the_reader_of_these_tests_sees_a_hole(html: str) -> None:
    assert read_fragment(html).problems


def test_the_reader_of_these_tests_sees_an_escape_from_a_container() -> None:
    calm = read_fragment('<section><div class="prose"><p>x</p></div></section>')
    hostile = read_fragment('<section><div class="prose"><p>x</p></div><div><p>x</p></div></section>')
    assert first_difference(calm.bones, hostile.bones)
