from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring_samples import (
    Level,
    Levels,
    dimensie,
    four_plus_one,
    known_levels,
    one_level_each,
    rubrics_with_levels,
    rubriek,
    scan,
)

from watwerkt.scoring import Oordeelwoord, profiel, verdict

if TYPE_CHECKING:
    from watwerkt.records import Rubriek

GOED = Oordeelwoord.GOEDE_PRAKTIJK
VEEL = Oordeelwoord.VEELBELOVEND
ONTW = Oordeelwoord.IN_ONTWIKKELING
ONVOLDOENDE = Oordeelwoord.ONVOLDOENDE_BEKEND
RANK = {ONTW: 0, VEEL: 1, GOED: 2}


def judge(model: Rubriek, niveaus: Levels) -> Oordeelwoord:
    return verdict(model, profiel(model, scan(niveaus)))


@pytest.mark.parametrize(
    ("niveaus", "word"),
    [
        ((3, 3, 3, 3), GOED),
        ((4, 4, 3, 2), VEEL),
        ((4, 4, 4, 0), VEEL),
        ((4, 4, 4, "onbekend"), VEEL),
        ((4, 4, 2, "onbekend"), ONTW),
        ((4, 4, 2, 2), ONTW),
        ((0, 0, 0, 0), ONTW),
        ((4, 4, "onbekend", "onbekend"), ONVOLDOENDE),
        ((0, 0, "onbekend", "onbekend"), ONVOLDOENDE),
    ],
)
def test_four_dimensions(niveaus: tuple[Level, ...], word: Oordeelwoord) -> None:
    model = four_plus_one()
    for plus in (0, 4, "onbekend"):
        assert verdict(model, profiel(model, one_level_each(*niveaus, plus))) is word


@pytest.mark.parametrize(
    ("count", "niveaus", "word"),
    [
        (1, (3,), GOED),
        (1, (2,), ONTW),
        (1, (), ONVOLDOENDE),
        (2, (3, 3), GOED),
        (2, (3, 0), VEEL),
        (2, (3,), VEEL),
        (2, (2,), ONTW),
        (2, (), ONVOLDOENDE),
        (6, (3, 3, 3, 3, 3), VEEL),
        (6, (3, 3, 3, 3, 1, 1), ONTW),
        (6, (3, 3, 3, 3), ONVOLDOENDE),
    ],
)
def test_other_numbers_of_dimensions(count: int, niveaus: tuple[int, ...], word: Oordeelwoord) -> None:
    model = rubriek([dimensie(f"d{number}", {"a": 1}) for number in range(count)])
    assert judge(model, {f"d{number}": {"a": niveau} for number, niveau in enumerate(niveaus)}) is word


def test_a_rubric_without_kern_dimensions_decides_nothing() -> None:
    model = rubriek([dimensie("verduurzaming", {"a": 1}, plus=True)])
    assert judge(model, {"verduurzaming": {"a": 4}}) is ONVOLDOENDE


def test_a_score_on_the_threshold_is_strong_and_the_threshold_is_the_rubrics() -> None:
    niveaus = one_level_each(3, 3, 3, 3)
    for drempel, word in ((75, GOED), (75.1, ONTW), (0, GOED)):
        model = four_plus_one(drempel=drempel)
        assert verdict(model, profiel(model, niveaus)) is word


def test_a_strong_score_on_too_little_does_not_count() -> None:
    five = dict.fromkeys("abcde", 1.0)
    model = rubriek([dimensie(f"d{number}", five) for number in range(4)])
    full: dict[str, Level] = dict.fromkeys("abcde", 4)
    little: dict[str, Level] = {"a": 4, "b": 4}
    assert judge(model, {"d0": full, "d1": full, "d2": full, "d3": little}) is VEEL
    assert judge(model, {"d0": full, "d1": full, "d2": little, "d3": little}) is ONVOLDOENDE


def test_no_word_claims_a_proven_effect() -> None:
    assert list(Oordeelwoord) == ["goede_praktijk", "veelbelovend", "in_ontwikkeling", "onvoldoende_bekend"]
    assert not any("bewezen" in word or "effectief" in word for word in Oordeelwoord)


@given(rubrics_with_levels(), st.data())
def test_a_lower_level_never_gives_a_better_verdict(drawn: tuple[Rubriek, Levels], data: st.DataObject) -> None:
    model, niveaus = drawn
    known = [(d, c) for d, found in niveaus.items() for c, niveau in found.items() if niveau != "onbekend"]
    if not known:
        return
    where, which = data.draw(st.sampled_from(known))
    lower, higher = sorted((data.draw(known_levels), data.draw(known_levels)))
    low = judge(model, niveaus | {where: niveaus[where] | {which: lower}})
    high = judge(model, niveaus | {where: niveaus[where] | {which: higher}})
    if ONVOLDOENDE in (low, high):
        assert low is high
    else:
        assert RANK[low] <= RANK[high]


@given(st.lists(known_levels, min_size=1, max_size=6), st.data())
def test_filling_in_an_unknown_dimension_never_makes_a_verdict_worse(complete: list[int], data: st.DataObject) -> None:
    model = rubriek([dimensie(f"d{number}", {"a": 1}) for number in range(len(complete))])
    niveaus: Levels = {f"d{number}": {"a": niveau} for number, niveau in enumerate(complete)}
    missing = data.draw(st.sampled_from(sorted(niveaus)))
    before = judge(model, {key: value for key, value in niveaus.items() if key != missing})
    if before is not ONVOLDOENDE:
        assert RANK[before] <= RANK[judge(model, niveaus)]


@given(rubrics_with_levels())
def test_the_plus_has_no_influence(drawn: tuple[Rubriek, Levels]) -> None:
    model, niveaus = drawn
    kern = profiel(model, scan(niveaus)).kern_ids
    assert judge(model, niveaus) is judge(model, {key: value for key, value in niveaus.items() if key in kern})
