from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring_samples import levels, scan

from watwerkt.scoring import Criteriumovereenstemming, overeenstemming

if TYPE_CHECKING:
    from watwerkt.records import Scan

comparable_scans = st.lists(
    st.builds(
        scan,
        st.fixed_dictionaries(
            {"meten": st.fixed_dictionaries({}, optional=dict.fromkeys(("effect", "nulmeting"), levels))}
        ),
        st.sampled_from(["2024-12-31", "2025-06-30", "2026-01-15"]),
        getoetst=st.booleans(),
    ),
    max_size=5,
)


def test_three_readers_by_hand() -> None:
    result = overeenstemming(
        [
            scan({"meten": {"effect": 2, "nulmeting": 0, "tel_en_vertel": 3}}),
            scan({"meten": {"effect": 2, "nulmeting": 4, "tel_en_vertel": "onbekend"}}, "2026-03-01"),
            scan({"meten": {"effect": 3, "nulmeting": "onbekend"}}, "2025-10-01"),
        ]
    )
    # effect: pairs 2-2, 2-3, 2-3; nulmeting: the one pair 0-4; tel_en_vertel has one level only.
    assert result is not None
    assert result.criteria == (
        Criteriumovereenstemming("meten", "effect", (2, 2, 3), 1, 1 / 3, 1.0),
        Criteriumovereenstemming("meten", "nulmeting", (0, 4), 4, 0.0, 0.0),
    )
    assert (result.scans, result.exact, result.binnen_een) == (3, 0.25, 0.75)


def test_fewer_than_two_known_levels_is_nothing_to_compare() -> None:
    one = scan({"meten": {"effect": 2}})
    assert overeenstemming([]) is None
    assert overeenstemming([one]) is None
    assert overeenstemming([one, scan({"meten": {"effect": "onbekend", "nulmeting": 1}})]) is None


@pytest.mark.parametrize(
    ("datum", "counts"),
    [
        ("2025-01-15", True),
        ("2025-01-14", False),
        ("2027-01-15", True),
        ("2027-01-16", False),
    ],
)
def test_twelve_months_either_side_of_the_leading_scan(datum: str, counts: bool) -> None:
    leading = scan({"meten": {"effect": 2}}, "2026-01-15", getoetst=True)
    other = scan({"meten": {"effect": 2}}, datum)
    assert (overeenstemming([other, leading]) is not None) == counts


def test_a_period_around_a_leap_day() -> None:
    leading = scan({"meten": {"effect": 2}}, "2024-02-29", getoetst=True)
    assert overeenstemming([leading, scan({"meten": {"effect": 2}}, "2025-03-01")]) is not None
    assert overeenstemming([leading, scan({"meten": {"effect": 2}}, "2025-03-02")]) is None


@given(comparable_scans, st.data())
def test_the_order_of_scans_has_no_influence(scans: list[Scan], data: st.DataObject) -> None:
    assert overeenstemming(data.draw(st.permutations(scans))) == overeenstemming(scans)


@given(comparable_scans)
def test_shares_and_ranges_fit_each_other(scans: list[Scan]) -> None:
    result = overeenstemming(scans)
    if result is None:
        return
    assert 2 <= result.scans <= len(scans)
    assert 0 <= result.exact <= result.binnen_een <= 1
    for found in result.criteria:
        assert 2 <= len(found.niveaus) <= result.scans
        assert found.spreiding == max(found.niveaus) - min(found.niveaus)
        assert 0 <= found.exact <= found.binnen_een <= 1
        assert (found.exact == 1) == (found.spreiding == 0)
        assert (found.binnen_een == 1) == (found.spreiding <= 1)
