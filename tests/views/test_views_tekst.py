"""Dutch wording of numbers, money, dates, periods and lists."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watwerkt.views.tekst import (
    MAANDEN,
    euro,
    getal,
    hoofdletter,
    moment,
    opsomming,
    periode,
    sorteersleutel,
    woord,
)


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("2012", "2012"),
        ("2012-01", "januari 2012"),
        ("2012-12", "december 2012"),
        ("2012-01-05", "5 januari 2012"),
        ("2012-02-29", "29 februari 2012"),
        ("2026-11-21", "21 november 2026"),
        ("onbekend", "onbekend"),
    ],
)
def test_a_moment_in_words(waarde: str, tekst: str) -> None:
    assert moment(waarde) == tekst


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31))
def test_a_day_keeps_year_month_and_day(jaar: int, maand: int, dag: int) -> None:
    assert moment(f"{jaar:04}-{maand:02}-{dag:02}") == f"{dag} {MAANDEN[maand - 1]} {jaar:04}"


@pytest.mark.parametrize(
    ("start", "einde", "tekst"),
    [
        ("2009", "2012", "2009 tot 2012"),
        ("2009", None, "Vanaf 2009"),
        ("2009-03", None, "Vanaf maart 2009"),
        ("2009-03-01", None, "Vanaf 1 maart 2009"),
        ("2009-03", "2012-01", "Maart 2009 tot januari 2012"),
        ("2009", "2012-01", "2009 tot januari 2012"),
        ("2009-03-01", "2012-01-31", "1 maart 2009 tot 31 januari 2012"),
        ("2009", "2009", "2009"),
        ("2009-03", "2009-03", "Maart 2009"),
        ("2009-03-01", "2009-03-01", "1 maart 2009"),
        ("2009", "onbekend", "Vanaf 2009, einde onbekend"),
        ("onbekend", "2012-01", "Begin onbekend, tot januari 2012"),
        ("onbekend", "onbekend", "Onbekend"),
        ("onbekend", None, "Onbekend"),
    ],
)
def test_a_period_in_words(start: str, einde: str | None, tekst: str) -> None:
    assert periode(start, einde) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (0, "0"),
        (0.0, "0"),
        (-0.0, "0"),
        (7, "7"),
        (100, "100"),
        (999, "999"),
        (1000, "1.000"),
        (1280, "1.280"),
        (1234567, "1.234.567"),
        (10_000_000_000, "10.000.000.000"),
        (1e12, "1.000.000.000.000"),
        (-1e12, "-1.000.000.000.000"),
        (34.5, "34,5"),
        (1234.5, "1.234,5"),
        (-0.5, "-0,5"),
        (-1234.56, "-1.234,56"),
        (33.3333, "33,33"),
        (66.6667, "66,67"),
        (99.999, "100"),
        (0.1 + 0.2, "0,3"),
        (0.07 * 100, "7"),
        (0.125, "0,13"),
        (2.675, "2,68"),
        (0.01, "0,01"),
        (0.005, "0,005"),
        (-0.001, "-0,001"),
        (0.00123, "0,0012"),
        (1e-7, "0,0000001"),
    ],
)
def test_a_number_in_dutch_notation(waarde: float, tekst: str) -> None:
    assert getal(waarde) == tekst


def read(tekst: str) -> float:
    return float(tekst.replace(".", "").replace(",", "."))


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_is_not_changed(waarde: int) -> None:
    assert "," not in getal(waarde)
    assert read(getal(waarde)) == waarde


@given(st.floats(-1e12, 1e12))
def test_a_number_stays_close_to_its_value_and_nothing_but_zero_reads_as_zero(waarde: float) -> None:
    gelezen = read(getal(waarde))
    assert abs(gelezen - waarde) <= max(0.0051, abs(waarde) * 1e-12)
    assert (gelezen == 0) == (waarde == 0)
    assert gelezen * waarde >= 0


def test_euros_are_held_together() -> None:
    assert euro(4500) == "€\N{NO-BREAK SPACE}4.500"
    assert euro(0) == "€\N{NO-BREAK SPACE}0"


@pytest.mark.parametrize(
    ("delen", "tekst"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"), ([""], "")],
)
def test_a_list_in_words(delen: list[str], tekst: str) -> None:
    assert opsomming(delen) == tekst
    assert opsomming(iter(delen)) == tekst


def test_a_list_with_another_conjunction() -> None:
    assert opsomming(["a", "b"], "of") == "a of b"


def test_keys_become_words() -> None:
    assert woord("sociale_onderneming") == "sociale onderneming"
    assert woord("lopend") == "lopend"


@pytest.mark.parametrize(("tekst", "met"), [("één", "Één"), ("a b", "A b"), ("PAK", "PAK"), ("", ""), ("1e", "1e")])
def test_only_the_first_letter_becomes_a_capital(tekst: str, met: str) -> None:
    assert hoofdletter(tekst) == met


def test_titles_sort_as_a_dutch_reader_expects() -> None:
    titels = [
        "Zorg",
        "ÉÉN gezin",
        "een buurt",
        "’t Hof",
        "“Buur” en co",
        "10 voor taal",
        "[Zonder naam]",
        "Ecologie",
        "Åland",
    ]
    assert sorted(titels, key=sorteersleutel) == [
        "10 voor taal",
        "Åland",
        "“Buur” en co",
        "Ecologie",
        "een buurt",
        "ÉÉN gezin",
        "’t Hof",
        "[Zonder naam]",
        "Zorg",
    ]


def test_signs_inside_a_title_stay() -> None:
    assert sorteersleutel("Wijk aan Zee") == "wijk aan zee"
    assert sorteersleutel("?!") == "?!"
    assert sorteersleutel("") == ""


@given(st.text())
def test_case_and_accents_make_no_difference(tekst: str) -> None:
    key = sorteersleutel(tekst)
    assert sorteersleutel(unicodedata.normalize("NFD", tekst)) == key
    assert sorteersleutel(tekst.casefold()) == key
