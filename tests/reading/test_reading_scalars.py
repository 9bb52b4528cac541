"""What unquoted words mean: the table of YAML 1.1 surprises (SEC-Y4), and that each stays what was typed."""

from __future__ import annotations

from typing import Any

import pytest

from watwerkt.reading.document import parse

TRAPS: list[tuple[str, Any]] = [
    ("no", "no"),
    ("NO", "NO"),
    ("off", "off"),
    ("on", "on"),
    ("y", "y"),
    ("ja", "ja"),
    ("nee", "nee"),
    ("12:30", "12:30"),
    ("1:30:00", "1:30:00"),
    ("0014", "0014"),
    ("0123", "0123"),
    ("08", "08"),
    ("-01", "-01"),
    ("1_000", "1_000"),
    ("1.000", 1.0),
    ("1,000", "1,000"),
    ("1e3", "1e3"),
    ("1.5e3", "1.5e3"),
    ("0x1F", "0x1F"),
    ("0o14", "0o14"),
    ("0b11", "0b11"),
    ("+31612345678", "+31612345678"),
    ("+5", "+5"),
    (".5", ".5"),
    ("5.", "5."),
    ("2026-11-21", "2026-11-21"),
    ("2024-02-30", "2024-02-30"),
    ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"),
    ("=", "="),
    ("<<", "<<"),
    ("٣", "٣"),
    ("0", 0),
    ("-7", -7),
    ("4500", 4500),
    ("34.5", 34.5),
    ("-0.25", -0.25),
    ("true", True),
    ("True", True),
    ("FALSE", False),
    ("null", None),
    ("~", None),
    ("", None),
    ("Null", None),
    ('"true"', "true"),
    ("'12'", "12"),
    ('""', ""),
    ("onbekend", "onbekend"),
]


@pytest.mark.parametrize(("typed", "meant"), TRAPS)
def test_scalar_is_what_was_typed(typed: str, meant: Any) -> None:
    document = parse(f"veld: {typed}\n".encode(), "x.yml")
    assert document.findings == []
    assert document.data == {"veld": meant}
    assert type(document.data["veld"]) is type(meant)


@pytest.mark.parametrize("typed", [".nan", ".NaN", ".inf", "-.inf", "+.Inf"])
def test_no_number_is_refused(typed: str) -> None:
    document = parse(f"veld: {typed}\n".encode(), "x.yml")
    assert [(item.code, item.regel, item.kolom) for item in document.findings] == [("WW132", 1, 7)]


@pytest.mark.parametrize("typed", ["9" * 16, "-" + "9" * 16, "0." + "1" * 20, "9" * 5000])
def test_long_numbers_are_refused(typed: str) -> None:
    document = parse(f"veld: {typed}\n".encode(), "x.yml")
    assert [item.code for item in document.findings] == ["WW133"]


def test_keys_are_text_and_unique() -> None:
    document = parse(b"a: 1\n2: 2\ntrue: 3\na: 4\n'2': 5\n", "x.yml")
    assert [(item.code, item.regel) for item in document.findings] == [
        ("WW131", 2),
        ("WW131", 3),
        ("WW130", 4),
        ("WW130", 5),
    ]
    assert "regel 1" in document.findings[2].boodschap
