"""The browser scores, judges and advises exactly as `watwerkt.scoring` does."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scoring_samples import dimensie, levels, rubriek, scan

from watwerkt.knowledge.loading import load
from watwerkt.scoring import achilleshiel, adviezen, open_vragen, profiel, sterkste, verdict
from watwerkt.scoring.dimensions import hele_gewichten
from watwerkt.views.zelfscan import rubriek_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring_samples import Levels

    from watwerkt.records import Rubriek

    Ask = Callable[[dict[str, Any]], Any]

CONTENT = Path(__file__).resolve().parents[2] / "content"
SETTINGS = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="session")
def model() -> Rubriek:
    """The rubric of the site."""
    return load(CONTENT).rubriek


def by_python(rubric: Rubriek, answers: Levels) -> dict[str, Any]:
    assessed = scan(answers)
    profile = profiel(rubric, assessed)
    return {
        "scores": [asdict(score) for score in profile.scores],
        "oordeel": verdict(rubric, profile).value,
        "sterkste": list(sterkste(profile)),
        "achilleshiel": list(achilleshiel(profile)),
        "adviezen": [[r.dimensie, r.criterium, r.niveau] for r in adviezen(rubric, assessed)],
        "open": [[v.dimensie, v.criterium] for v in open_vragen(rubric, assessed)],
    }


def by_browser(ask: Ask, rubric: Rubriek, answers: Levels) -> dict[str, Any]:
    known = [[d, c, n] for d, given_levels in answers.items() for c, n in given_levels.items() if n != "onbekend"]
    found: dict[str, Any] = ask({"rubriek": rubriek_data(rubric), "niveaus": known})
    del found["zwak"]
    return found


@st.composite
def answered(draw: st.DrawFn, rubric: Rubriek) -> Levels:
    """Draw a level, *onbekend* or nothing for each criterion."""
    return {
        d.id: draw(st.fixed_dictionaries({}, optional=dict.fromkeys((c.id for c in d.criteria), levels)))
        for d in rubric.dimensies
    }


@st.composite
def rubrics(draw: st.DrawFn) -> Rubriek:
    """Draw a rubric with decimal weights, and thresholds that scores can fall on."""
    weights = st.one_of(st.just(1.0), st.integers(1, 1000).map(lambda n: n / 100), st.integers(1, 10).map(float))
    names = st.lists(weights, min_size=1, max_size=7).map(lambda drawn: {f"c{n}": w for n, w in enumerate(drawn)})
    dimensies = [
        dimensie(f"d{number}", draw(names), plus=draw(st.booleans())) for number in range(draw(st.integers(1, 6)))
    ]
    return rubriek(
        dimensies,
        minimale_dekking=draw(st.one_of(st.floats(0, 1), st.sampled_from([0.2, 0.4, 0.6, 0.8]))),
        drempel=draw(st.one_of(st.floats(0, 100), st.integers(0, 20).map(lambda n: n * 5.0))),
        adviesgrens=draw(st.integers(0, 4)),
    )


@given(data=st.data())
@SETTINGS
def test_the_rubric_of_the_site(ask: Ask, model: Rubriek, data: st.DataObject) -> None:
    answers = data.draw(answered(model))
    assert by_browser(ask, model, answers) == by_python(model, answers)


@given(data=st.data())
@SETTINGS
def test_any_rubric(ask: Ask, data: st.DataObject) -> None:
    rubric = data.draw(rubrics())
    answers = data.draw(answered(rubric))
    assert by_browser(ask, rubric, answers) == by_python(rubric, answers)


@pytest.mark.parametrize("level", [0, 1, 2, 3, 4])
def test_every_question_the_same_level(ask: Ask, model: Rubriek, level: int) -> None:
    answers: Levels = {d.id: {c.id: level for c in d.criteria} for d in model.dimensies}
    assert by_browser(ask, model, answers) == by_python(model, answers)


def test_whole_weights_keep_the_proportions() -> None:
    assert hele_gewichten((1.0, 1.0)) == (1, 1)
    assert hele_gewichten((0.1, 0.25, 2)) == (2, 5, 40)


def weak(ask: Ask, *values: int | str) -> list[str]:
    """Dimensions to learn in, for five dimensions of one criterion; thresholds as on the site."""
    keys = ("aanpak", "meten", "coalitie", "entrepreneurschap", "verduurzaming")
    rubric = rubriek([dimensie(key, {"a": 1}, plus=key == "verduurzaming") for key in keys])
    job = [[key, "a", value] for key, value in zip(keys, values, strict=True) if value != "onbekend"]
    found: list[str] = ask({"rubriek": rubriek_data(rubric), "niveaus": job})["zwak"]
    return found


def test_one_learns_where_one_is_weak_lowest_first(ask: Ask) -> None:
    assert weak(ask, 4, 1, 2, 4, 0) == ["verduurzaming", "meten", "coalitie"]
    assert weak(ask, 4, 3, 4, 4, "onbekend") == ["meten"]
    assert weak(ask, 4, 4, 4, 4, 4) == []
    assert weak(ask, *["onbekend"] * 5) == []


def practice(key: str, score: float | None, *, voorlopig: bool = False, dekking: float = 1.0) -> dict[str, Any]:
    return {"id": key, "scores": {"meten": {"score": score, "voorlopig": voorlopig, "dekking": dekking}}}


def learn_from(ask: Ask, own: float, *practices: dict[str, Any]) -> tuple[bool, list[str]]:
    found = ask({"voorbeelden": [list(practices), "meten", own, 60, 3]})
    return found["sterk"], [p["id"] for p in found["praktijken"]]


def test_strong_practices_come_first_and_provisional_ones_are_not_strong(ask: Ask) -> None:
    rows = (practice("a", 65), practice("b", 95, voorlopig=True), practice("c", 90), practice("d", None))
    assert learn_from(ask, 20, *rows) == (True, ["c", "a"])


def test_without_a_strong_practice_the_furthest_ones_are_shown(ask: Ask) -> None:
    rows = (practice("a", 30), practice("b", 55, voorlopig=True), practice("c", 40), practice("d", 10))
    assert learn_from(ask, 20, *rows) == (False, ["c", "a", "b"])


def test_nobody_is_sent_to_a_practice_that_is_no_further(ask: Ask) -> None:
    assert learn_from(ask, 80, practice("a", 80), practice("b", 60)) == (False, [])
