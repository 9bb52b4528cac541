from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring_samples import (
    Levels,
    dimensie,
    four_plus_one,
    one_level_each,
    rubrics_with_levels,
    rubriek,
    scan,
)

from watwerkt.scoring import achilleshiel, profiel, score_dimensie, sterkste

if TYPE_CHECKING:
    from watwerkt.records import Rubriek

RUBRIEK = four_plus_one()


def test_the_profile_follows_the_rubric_and_keeps_the_plus_apart() -> None:
    result = profiel(RUBRIEK, one_level_each(4, 3, 2, 1, 0))
    assert [s.dimensie for s in result.scores] == [d.id for d in RUBRIEK.dimensies]
    assert [s.score for s in result.kern] == [100, 75, 50, 25]
    assert [s.dimensie for s in result.plus] == ["verduurzaming"]
    assert result["meten"].score == 75
    with pytest.raises(KeyError):
        result["onzin"]


def test_without_a_scan_everything_is_unknown() -> None:
    result = profiel(RUBRIEK, None)
    assert all(s.score is None and s.voorlopig and (s.laag, s.hoog) == (0, 100) for s in result.scores)
    assert sterkste(result) == achilleshiel(result) == ()


@pytest.mark.parametrize(
    ("niveaus", "high", "low"),
    [
        ((4, 1, 3, 3), ("aanpak",), ("meten",)),
        ((4, 4, 1, 1), ("aanpak", "meten"), ("coalitie", "entrepreneurschap")),
        ((4, "onbekend", 2, "onbekend"), ("aanpak",), ("coalitie",)),
        ((3, 3, 3, 3), (), ()),
        ((3, 3, "onbekend", "onbekend"), (), ()),
        (("onbekend", 0, "onbekend", "onbekend"), (), ()),
        ((2, 3, 2, 2, 0), ("meten",), ("aanpak", "coalitie", "entrepreneurschap")),
    ],
)
def test_strongest_point_and_achilles_heel(
    niveaus: tuple[int, ...], high: tuple[str, ...], low: tuple[str, ...]
) -> None:
    result = profiel(RUBRIEK, one_level_each(*niveaus))
    assert sterkste(result) == high
    assert achilleshiel(result) == low


def test_a_provisional_score_does_not_compete() -> None:
    two = {"a": 1.0, "b": 1.0}
    model = rubriek([dimensie("aanpak", two), dimensie("meten", two), dimensie("coalitie", two)])
    result = profiel(model, scan({"aanpak": {"a": 3, "b": 3}, "meten": {"a": 0}, "coalitie": {"a": 2, "b": 3}}))
    assert result["meten"].voorlopig
    assert achilleshiel(result) == ("coalitie",)
    assert sterkste(result) == ("aanpak",)


def test_equal_fractions_of_different_weights_tie() -> None:
    model = rubriek(
        [
            dimensie("aanpak", {"a": 0.1, "b": 0.2}),
            dimensie("meten", {"a": 1, "b": 2}),
            dimensie("coalitie", {"a": 1}),
        ]
    )
    result = profiel(model, scan({"aanpak": {"a": 3, "b": 2}, "meten": {"a": 3, "b": 2}, "coalitie": {"a": 4}}))
    assert achilleshiel(result) == ("aanpak", "meten")


@given(rubrics_with_levels())
def test_each_dimension_is_scored_on_its_own(drawn: tuple[Rubriek, Levels]) -> None:
    model, niveaus = drawn
    assessed = scan(niveaus)
    result = profiel(model, assessed)
    assert result.scores == tuple(
        score_dimensie(d, assessed.oordelen[d.id], model.minimale_dekking) for d in model.dimensies
    )
    assert {s.dimensie for s in (*result.kern, *result.plus)} == {d.id for d in model.dimensies}


@given(rubrics_with_levels())
def test_extremes_bound_all_kern_scores_with_enough_coverage(drawn: tuple[Rubriek, Levels]) -> None:
    model, niveaus = drawn
    result = profiel(model, scan(niveaus))
    high, low = sterkste(result), achilleshiel(result)
    assert bool(high) == bool(low)
    assert not set(high) & set(low)
    for competing in (s for s in result.kern if not s.voorlopig):
        if not high:
            break
        assert competing.score is not None
        assert (result[low[0]].score or 0) <= competing.score <= (result[high[0]].score or 0)
        assert (competing.dimensie in high) == (competing.score == result[high[0]].score)
        assert (competing.dimensie in low) == (competing.score == result[low[0]].score)


@given(st.permutations(["aanpak", "meten", "coalitie", "entrepreneurschap", "verduurzaming"]))
def test_the_order_of_dimensions_in_a_scan_has_no_influence(order: list[str]) -> None:
    assessed = one_level_each(4, 1, 3, 3, 2)
    shuffled = assessed.model_copy(update={"oordelen": {key: assessed.oordelen[key] for key in order}})
    assert profiel(RUBRIEK, shuffled) == profiel(RUBRIEK, assessed)
