"""The order of the scorekaart: weighted sums are exact, and a place is never surer than the scores are."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from script_runner import Ask

Score = dict[str, float | None]
PARTS = ("score", "laag", "hoog")
SETTINGS = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def rank(ask: Ask) -> Callable[[list[list[Score]], list[int]], Any]:
    """Weigh and order practices in the script."""

    def ordered(praktijken: list[list[Score]], gewichten: list[int]) -> Any:
        return ask({"praktijken": praktijken, "gewichten": gewichten})

    return ordered


four_decimals = st.one_of(
    st.integers(0, 1_000_000).map(lambda n: n / 10_000),
    st.sampled_from([0, 33.3333, 66.6667, 20, 40, 60, 100]),
)
known = st.lists(four_decimals, min_size=3, max_size=3).map(
    lambda drawn: dict(zip(("laag", "score", "hoog"), sorted(drawn), strict=True))
)
unknown = st.just({"score": None, "laag": 0, "hoog": 100})
weights = st.lists(st.integers(0, 5), min_size=5, max_size=5)


def practices(score: st.SearchStrategy[Any]) -> st.SearchStrategy[list[list[Score]]]:
    return st.lists(st.lists(score, min_size=5, max_size=5), max_size=9)


def exact(value: float | None) -> Fraction:
    return Fraction(str(value))


def weighed(scores: list[Score], gewichten: list[int]) -> dict[str, Fraction] | None:
    """The weighted mean by Python, from the decimals as they are written."""
    counting = [(s, g) for s, g in zip(scores, gewichten, strict=True) if g]
    if not counting or any(s["score"] is None for s, _ in counting):
        return None
    return {part: sum(g * exact(s[part]) for s, g in counting) / sum(g for _, g in counting) for part in PARTS}


def places(intervals: list[dict[str, Fraction]]) -> list[dict[str, int]]:
    return [
        {
            "van": 1 + sum(other["laag"] > own["hoog"] for other in intervals),
            "tot": sum(other["hoog"] >= own["laag"] for other in intervals),
        }
        for own in intervals
    ]


@SETTINGS
@given(practices(st.one_of(known, unknown)), weights)
def test_sums_and_places_are_those_of_python(rank: Any, praktijken: list[list[Score]], gewichten: list[int]) -> None:
    found = rank(praktijken, gewichten)
    expected = [weighed(scores, gewichten) for scores in praktijken]
    means = [s and {part: Fraction(s[part], s["deler"]) for part in PARTS} for s in found["sommen"]]
    assert means == expected
    assert found["plaatsen"] == places([mean for mean in expected if mean])


@SETTINGS
@given(practices(known), st.data())
def test_equal_intervals_take_equal_places(rank: Any, praktijken: list[list[Score]], data: st.DataObject) -> None:
    twice = data.draw(st.permutations([*praktijken, *praktijken]))
    found = rank(twice, [1, 2, 0, 5, 3])
    seen: dict[tuple[int, int], dict[str, int]] = {}
    for som, plaats in zip(found["sommen"], found["plaatsen"], strict=True):
        assert seen.setdefault((som["laag"], som["hoog"]), plaats) == plaats


@SETTINGS
@given(st.lists(four_decimals, unique=True, max_size=12))
def test_certain_and_different_scores_have_one_place(rank: Any, scores: list[float]) -> None:
    found = rank([[dict.fromkeys(PARTS, score)] for score in scores], [3])
    order = sorted(scores, reverse=True)
    assert found["plaatsen"] == [dict.fromkeys(("van", "tot"), order.index(score) + 1) for score in scores]


@SETTINGS
@given(st.lists(known, min_size=1, max_size=8), st.data())
def test_the_true_place_is_always_within_the_range(rank: Any, praktijken: list[Score], data: st.DataObject) -> None:
    """Whatever the scores turn out to be once all is known: the place is one of the range."""
    found = rank([[score] for score in praktijken], [1])["plaatsen"]
    share = st.integers(0, 100).map(lambda n: Fraction(n, 100))
    true = [exact(s["laag"]) + data.draw(share) * (exact(s["hoog"]) - exact(s["laag"])) for s in praktijken]
    for own, plaats in zip(true, found, strict=True):
        assert plaats["van"] <= 1 + sum(other > own for other in true) <= plaats["tot"]


@SETTINGS
@given(practices(known), st.lists(st.integers(0, 2), min_size=5, max_size=5))
def test_only_the_proportion_of_weights_counts(rank: Any, praktijken: list[list[Score]], gewichten: list[int]) -> None:
    once, doubled = rank(praktijken, gewichten), rank(praktijken, [2 * g for g in gewichten])
    assert once["plaatsen"] == doubled["plaatsen"]


def test_without_weights_there_is_no_order(rank: Any) -> None:
    assert rank([[{"score": 50, "laag": 40, "hoog": 60}]], [0]) == {"sommen": [None], "plaatsen": []}


def test_an_unknown_score_without_weight_is_no_reason_to_leave_a_practice_out(rank: Any) -> None:
    scores = [{"score": 50, "laag": 40, "hoog": 60}, {"score": None, "laag": 0, "hoog": 100}]
    assert rank([scores], [1, 0])["plaatsen"] == [{"van": 1, "tot": 1}]
    assert rank([scores], [1, 1])["sommen"] == [None]
