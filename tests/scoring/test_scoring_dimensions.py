from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring_samples import Level, dimensie, known_levels, oordeel, scored_dimensions

from watwerkt.records import Dimensie
from watwerkt.scoring import Dimensiescore, score_dimensie

Scored = tuple[Dimensie, dict[str, Level]]


def score(scored: Scored, minimale_dekking: float = 0.6) -> Dimensiescore:
    which, niveaus = scored
    return score_dimensie(which, {naam: oordeel(niveau) for naam, niveau in niveaus.items()}, minimale_dekking)


def test_equal_weights_by_hand() -> None:
    five = dict.fromkeys(("integraal", "eigen_kracht", "nabijheid", "vakmanschap", "wederkerigheid"), 1.0)
    niveaus: dict[str, Level] = {
        "integraal": 3,
        "eigen_kracht": 4,
        "nabijheid": 3,
        "vakmanschap": "onbekend",
        "wederkerigheid": 2,
    }
    # 3+4+3+2 = 12 of 16 known points; 12 to 16 of all 20 points; four of five criteria known.
    assert score((dimensie("aanpak", five), niveaus)) == Dimensiescore(
        dimensie="aanpak",
        score=75.0,
        laag=60.0,
        hoog=80.0,
        dekking=0.8,
        bekend=4,
        totaal=5,
        voorlopig=False,
    )


def test_weights_by_hand() -> None:
    weighted = dimensie("meten", {"effect": 2.5, "nulmeting": 1, "tel_en_vertel": 0.5})
    # 2.5*3 + 1*0 = 7.5 of 14 known points; 7.5 to 9.5 of all 16; 3.5 of 4 known.
    result = score((weighted, {"effect": 3, "nulmeting": 0}))
    assert result.score == pytest.approx(53.571428571)
    assert (result.laag, result.hoog, result.dekking) == (46.875, 59.375, 0.875)


def test_nothing_known_is_no_score_and_the_widest_interval() -> None:
    result = score((dimensie("meten", {"a": 1, "b": 1}), {"a": "onbekend"}), minimale_dekking=0)
    assert result.score is None
    assert (result.laag, result.hoog, result.dekking, result.bekend) == (0, 100, 0, 0)
    assert result.voorlopig


def test_coverage_on_the_minimum_is_enough_also_with_decimal_weights() -> None:
    # 0.1 + 0.7 of 1.0 is exactly 0.8; the nearest binary fractions add up to a little less.
    decimals = dimensie("meten", {"a": 0.1, "b": 0.7, "c": 0.2})
    result = score((decimals, {"a": 2, "b": 2}), minimale_dekking=0.8)
    assert result.dekking == 0.8
    assert not result.voorlopig
    assert score((decimals, {"a": 2, "b": 2}), minimale_dekking=0.81).voorlopig


def test_levels_of_other_criteria_have_no_influence() -> None:
    which = dimensie("meten", {"a": 1})
    assert score((which, {"a": 2, "elders": 4})) == score((which, {"a": 2}))


@given(scored_dimensions())
def test_everything_stays_within_its_bounds(scored: Scored) -> None:
    result = score(scored)
    assert 0 <= result.laag <= result.hoog <= 100
    assert 0 <= result.dekking <= 1
    assert 0 <= result.bekend <= result.totaal == len(scored[0].criteria)
    assert (result.score is None) == (result.bekend == 0)


@given(scored_dimensions())
def test_the_interval_contains_the_score(scored: Scored) -> None:
    result = score(scored)
    if result.score is not None:
        assert result.laag <= result.score <= result.hoog
    if result.bekend == result.totaal:
        assert result.laag == result.score == result.hoog


@given(scored_dimensions())
def test_the_ends_of_the_interval_are_the_score_with_every_unknown_0_or_4(scored: Scored) -> None:
    which, niveaus = scored
    result = score(scored)
    for end, filling in ((result.laag, 0), (result.hoog, 4)):
        filled: dict[str, Level] = {
            c.id: filling if niveaus.get(c.id, "onbekend") == "onbekend" else niveaus[c.id] for c in which.criteria
        }
        assert score((which, filled)).score == end


@given(scored_dimensions(), st.data())
def test_a_higher_level_never_lowers_anything(scored: Scored, data: st.DataObject) -> None:
    which, niveaus = scored
    known = [naam for naam, niveau in niveaus.items() if niveau != "onbekend"]
    if not known:
        return
    naam = data.draw(st.sampled_from(known))
    lower, higher = sorted((data.draw(known_levels), data.draw(known_levels)))
    low, high = score((which, niveaus | {naam: lower})), score((which, niveaus | {naam: higher}))
    assert low.score is not None
    assert high.score is not None
    assert (low.score, low.laag, low.hoog) <= (high.score, high.laag, high.hoog)
    assert low.laag <= high.laag
    assert low.hoog <= high.hoog
    assert low.dekking == high.dekking


@given(scored_dimensions())
def test_unknown_and_absent_are_the_same(scored: Scored) -> None:
    which, niveaus = scored
    assert score(scored) == score((which, {k: v for k, v in niveaus.items() if v != "onbekend"}))


@given(scored_dimensions(), st.floats(0.01, 10))
def test_an_unknown_criterion_more_leaves_the_score_and_widens_the_interval(scored: Scored, gewicht: float) -> None:
    which, niveaus = scored
    before = score(scored)
    weights = {c.id: c.gewicht for c in which.criteria}
    after = score((dimensie("meten", weights | {"nieuw": gewicht}), niveaus))
    assert after.score == before.score
    assert after.laag <= before.laag
    assert after.hoog >= before.hoog
    assert after.dekking <= before.dekking


@given(scored_dimensions(), st.data())
def test_the_order_of_criteria_has_no_influence(scored: Scored, data: st.DataObject) -> None:
    which, niveaus = scored
    shuffled = which.model_copy(update={"criteria": tuple(data.draw(st.permutations(which.criteria)))})
    reordered = dict(data.draw(st.permutations(list(niveaus.items()))))
    assert score((shuffled, reordered)) == score(scored)


@given(scored_dimensions(), st.floats(0.01, 1))
def test_only_the_ratio_of_weights_counts(scored: Scored, factor: float) -> None:
    which, niveaus = scored
    scaled = dimensie("meten", {c.id: c.gewicht * factor for c in which.criteria})
    before, after = score(scored), score((scaled, niveaus))
    assert (after.score is None) == (before.score is None)
    assert after.score == pytest.approx(before.score)
    assert (after.laag, after.hoog, after.dekking) == pytest.approx((before.laag, before.hoog, before.dekking))


@given(scored_dimensions(), st.floats(0, 1))
def test_only_too_little_coverage_makes_a_score_provisional(scored: Scored, minimum: float) -> None:
    result = score(scored, minimum)
    assert result.voorlopig == (result.score is None or result.dekking < minimum)
