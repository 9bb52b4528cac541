from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring_samples import scan

from watwerkt.records.scan import Beoordelaarsrol
from watwerkt.scoring import is_verlopen, leidende_scan, vervaldatum

if TYPE_CHECKING:
    from watwerkt.records import Scan

OLD_TESTED = scan({}, "2020-05-01", getoetst=True)
NEWER_TESTED = scan({}, "2021-05-01", getoetst=True)
NEWEST_UNTESTED = scan({}, "2026-05-01")

some_scans = st.lists(
    st.builds(
        scan,
        st.sampled_from([{}, {"meten": {"effect": 2}}, {"meten": {"effect": "onbekend"}}]),
        st.sampled_from(["2024-02-29", "2025-06-30", "2026-01-15"]),
        getoetst=st.booleans(),
        rol=st.sampled_from(Beoordelaarsrol),
        organisatie=st.sampled_from(["Een", "Twee"]),
    ),
    max_size=6,
)


def test_the_newest_tested_scan_leads() -> None:
    assert leidende_scan([OLD_TESTED, NEWEST_UNTESTED, NEWER_TESTED]) is NEWER_TESTED


def test_without_a_tested_scan_the_newest_leads() -> None:
    older = scan({}, "2019-12-31")
    assert leidende_scan([NEWEST_UNTESTED, older]) is NEWEST_UNTESTED
    assert leidende_scan([]) is None


def test_on_one_day_the_most_independent_role_leads_then_the_most_complete_scan() -> None:
    self_made = scan({"meten": {"effect": 4}}, rol=Beoordelaarsrol.ZELF)
    outside = scan({}, rol=Beoordelaarsrol.EXTERN)
    fuller = scan({"meten": {"effect": 1}}, rol=Beoordelaarsrol.EXTERN)
    assert leidende_scan([self_made, outside, fuller]) is fuller
    assert leidende_scan([outside, self_made]) is outside


@given(some_scans, st.data())
def test_the_order_in_the_file_has_no_influence(scans: list[Scan], data: st.DataObject) -> None:
    assert leidende_scan(data.draw(st.permutations(scans))) == leidende_scan(scans)


@pytest.mark.parametrize(
    ("datum", "getoetst", "day"),
    [
        ("2026-11-21", False, date(2029, 11, 21)),
        ("2026-11-21", True, date(2031, 11, 21)),
        ("2024-02-29", False, date(2027, 3, 1)),
        ("2024-02-29", True, date(2029, 3, 1)),
        ("9998-01-01", False, date.max),
    ],
)
def test_expiry_day(datum: str, getoetst: bool, day: date) -> None:
    assert vervaldatum(scan({}, datum, getoetst=getoetst)) == day


@pytest.mark.parametrize("rol", Beoordelaarsrol)
def test_only_being_tested_makes_a_scan_hold_longer(rol: Beoordelaarsrol) -> None:
    assert vervaldatum(scan({}, "2026-01-01", rol=rol)) == date(2029, 1, 1)


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        vervaldatum(scan({}, "2026-02-31"))


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.booleans())
def test_a_scan_expires_on_its_day_and_not_before(day: date, getoetst: bool) -> None:
    assessed = scan({}, day.isoformat(), getoetst=getoetst)
    until = vervaldatum(assessed)
    assert is_verlopen(assessed, until)
    assert not is_verlopen(assessed, until - timedelta(days=1))
    assert until.year - day.year == (5 if getoetst else 3)
