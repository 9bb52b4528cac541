"""Visitors find what they look for: the table of questions, through the real scripts in Node."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from relevance import Answer, Vraag, figures, judged, run_engines
from watwerkt.search.pipeline import termen, woorden

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

Ask = Callable[..., list[Answer]]

SUCCESS = 0.95
MRR = 0.9
AHEAD = 0.2
"""By how much ours is better than each of the others, at least."""


def test_the_table_of_questions_is_sound(vragen: list[Vraag], beoordeeld: Kennisbank) -> None:
    assert len(vragen) >= 60
    assert len({vraag.vraag.casefold() for vraag in vragen}) == len(vragen)
    for vraag in vragen:
        expected = [*vraag.moet, *vraag.een_van]
        assert set(expected) <= set(beoordeeld.praktijken), vraag
        assert len(vraag.moet) <= 3, vraag
        assert bool(expected) is (vraag.soort != "geen"), vraag
    kinds = {vraag.soort for vraag in vragen}
    assert kinds >= {"woord", "meervoud", "samenstelling", "afkorting", "gewoon", "typefout", "plaats", "vraag", "geen"}


def test_success_and_rank(vragen: list[Vraag], answers: dict[str, list[Answer]]) -> None:
    ours = figures(vragen, answers["zoek"])
    assert ours.success >= SUCCESS
    assert ours.mrr >= MRR
    assert ours.eerlijk >= SUCCESS
    assert answers["gedeeld"] == answers["zoek"], "the index in small parts gives the same answers"
    for engine in ("kaal", "material"):
        other = figures(vragen, answers[engine])
        assert ours.success >= other.success + AHEAD, engine
        assert ours.mrr >= other.mrr + AHEAD, engine


def test_every_kind_of_question_is_served(vragen: list[Vraag], answers: dict[str, list[Answer]]) -> None:
    for kind in sorted({vraag.soort for vraag in vragen}):
        rows = [(v, a) for v, a in zip(vragen, answers["zoek"], strict=True) if v.soort == kind]
        right = sum(v.answered(a["ids"], deels=a["deels"]) for v, a in rows)
        assert right >= 0.85 * len(rows), kind


def test_every_practice_is_found_by_its_title(kennisbank: Kennisbank) -> None:
    """Of the whole knowledge base; only a practice whose title holds the same words may stand above it."""
    titles = {practice.id: practice.titel for practice in kennisbank.praktijken.values()}
    terms = {name: set(termen(woorden(titel))) for name, titel in titles.items()}
    found = run_engines(kennisbank, list(titles.values()), ["zoek"])["zoek"]
    for name, answer in zip(titles, found, strict=True):
        above = answer["ids"][: answer["ids"].index(name)]
        assert all(terms[name] <= terms[other] for other in above), (titles[name], above)


def test_a_word_that_was_copied_from_a_pdf_is_that_word(beoordeeld: Kennisbank) -> None:
    """Letters may come joined, and parts of a word with an invisible hyphen between them."""
    asked = ["coffeeshop", "coﬀeeshop", "instapeconomie", "instap\N{SOFT HYPHEN}economie"]
    typed, joined, whole, broken = run_engines(beoordeeld, asked, ["zoek"])["zoek"]
    assert joined == typed
    assert broken == whole
    assert typed["ids"]
    assert whole["ids"]


def test_the_table_holds_while_the_knowledge_base_grows(kennisbank: Kennisbank, beoordeeld: Kennisbank) -> None:
    extra = next(iter(kennisbank.praktijken.values())).model_copy(update={"id": "erbij"})
    grown = replace(kennisbank, praktijken={**kennisbank.praktijken, "erbij": extra})
    assert judged(grown) == beoordeeld


def test_a_judged_practice_that_is_gone_is_named(kennisbank: Kennisbank, beoordeeld: Kennisbank) -> None:
    gone = next(iter(beoordeeld.praktijken))
    fewer = {name: one for name, one in kennisbank.praktijken.items() if name != gone}
    with pytest.raises(SystemExit, match=gone):
        judged(replace(kennisbank, praktijken=fewer))


def test_a_slip_gets_a_proposal(ask: Ask) -> None:
    slip, right, twice = ask("Hulp bij eenzaamhied", "eenzaamheid", "psygische overlats")
    assert slip["bedoelde"] == "Hulp bij eenzaamheid"
    assert right["bedoelde"] is None
    assert twice["bedoelde"] == "psychische overlast"


def test_typing_on_finds_more_and_more(ask: Ask) -> None:
    for answer in ask("cof", "coff", "coffee", "coffees", "coffeesho"):
        assert "buurtgastheren-amsterdam" in answer["ids"][:3]


def test_words_that_nobody_has_are_named(ask: Ask) -> None:
    nothing, partly = ask("zwemles in Maastricht", "huiselijk geweld")
    assert nothing["ids"] == []
    assert nothing["ontbrekend"] == ["zwemles", "Maastricht"]
    assert partly["deels"]
    assert partly["ontbrekend"] == ["geweld"]
