"""Visitors find what they look for: the table of questions, through the real scripts in Node."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from relevance import Answer, Vraag, figures

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

Ask = Callable[..., list[Answer]]

SUCCESS = 0.95
MRR = 0.9
AHEAD = 0.2
"""By how much ours is better than each of the others, at least."""


def test_the_table_of_questions_is_sound(vragen: list[Vraag], kennisbank: Kennisbank) -> None:
    assert len(vragen) >= 60
    assert len({vraag.vraag.casefold() for vraag in vragen}) == len(vragen)
    for vraag in vragen:
        expected = [*vraag.moet, *vraag.een_van]
        assert set(expected) <= set(kennisbank.praktijken), vraag
        assert len(vraag.moet) <= 3, vraag
        assert bool(expected) is (vraag.soort != "geen"), vraag
    kinds = {vraag.soort for vraag in vragen}
    assert kinds >= {"woord", "meervoud", "samenstelling", "afkorting", "gewoon", "typefout", "plaats", "vraag", "geen"}


def test_success_and_rank(vragen: list[Vraag], answers: dict[str, list[Answer]]) -> None:
    ours = figures(vragen, answers["zoek"])
    assert ours.success >= SUCCESS
    assert ours.mrr >= MRR
    assert ours.eerlijk >= SUCCESS
    for engine in ("kaal", "material"):
        other = figures(vragen, answers[engine])
        assert ours.success >= other.success + AHEAD, engine
        assert ours.mrr >= other.mrr + AHEAD, engine


def test_every_kind_of_question_is_served(vragen: list[Vraag], answers: dict[str, list[Answer]]) -> None:
    for kind in sorted({vraag.soort for vraag in vragen}):
        rows = [(v, a) for v, a in zip(vragen, answers["zoek"], strict=True) if v.soort == kind]
        right = sum(v.answered(a["ids"], deels=a["deels"]) for v, a in rows)
        assert right >= 0.85 * len(rows), kind


def test_every_practice_is_found_by_its_title(kennisbank: Kennisbank, ask: Ask) -> None:
    practices = list(kennisbank.praktijken.values())
    found = ask(*(practice.titel for practice in practices))
    assert [answer["ids"][0] for answer in found] == [practice.id for practice in practices]


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
