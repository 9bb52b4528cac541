"""The checks of the form say what `watwerkt check` says: the same codes, places and sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from built_site import REPOSITORY
from content_tree import INVALID, build, copy_valid, replace_once
from test_reading_texts import CAUGHT, CLEAN, RICH_CAUGHT, RICH_CLEAN

import watwerkt.site
from watwerkt.knowledge.kennisbank import KennisbankError
from watwerkt.knowledge.loading import load
from watwerkt.reading.codes import CODES
from watwerkt.reading.document import parse
from watwerkt.reading.shapes import Kind
from watwerkt.reading.texts import RULES

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.reading.findings import Finding

Ask = Callable[[dict[str, Any]], Any]
Told = set[tuple[str, ...]]

STATIC = Path(watwerkt.site.__file__).parent / "static"
BEYOND = {
    *(code for code in CODES if code.startswith("WW1")),  # how a file is written; the form writes it
    "WW201",
    "WW401",  # the form names the file after the key
    "WW417",  # compares with the other practices
    "WW418",  # the successor of a practice that is withdrawn by hand
}
"""Codes that a form has no part in."""

APART = {"WW101", "WW132", "WW133", "WW151", "WW154", "WW156", "WW203", "WW401", "WW418", "WW420"}
"""Fixtures about files and folders, and the misspelled field that Python pairs with the missing one by likeness."""

PRESENCE_ONLY = {"WW203", "WW205", "WW214", "WW303"}
"""Their sentence shows how a value was typed in the file, with its quotes."""


def python_slips(text: str, kind: Kind) -> Told:
    rules = [rule for rule in RULES if kind in rule.kinds and rule.may_apply(text)]
    return {(slip.code, slip.snippet, slip.boodschap) for rule in rules for slip in rule.look(text)}


def browser_slips(ask: Ask, text: str, *, rich: bool) -> Told:
    return {tuple(slip) for slip in ask({"tekst": text, "opmaak": rich})}


@pytest.mark.parametrize("text", CLEAN)
def test_innocent_text_passes_here_too(ask: Ask, text: str) -> None:
    assert browser_slips(ask, text, rich=False) == set()
    assert browser_slips(ask, text, rich=True) == set()


@pytest.mark.parametrize("text", [text for text, _, _ in CAUGHT])
def test_plain_text_gets_the_same_findings(ask: Ask, text: str) -> None:
    assert browser_slips(ask, text, rich=False) == python_slips(text, Kind.TEXT)


@pytest.mark.parametrize("text", RICH_CLEAN)
def test_good_markup_passes_here_too(ask: Ask, text: str) -> None:
    assert browser_slips(ask, text, rich=True) == set()


@pytest.mark.parametrize(("text", "code"), [(text, code) for text, code, _ in RICH_CAUGHT])
def test_markup_gets_the_same_codes(ask: Ask, text: str, code: str) -> None:
    assert {found for found, _, _ in browser_slips(ask, text, rich=True)} == {code}


def told(findings: list[list[str]]) -> Told:
    return {
        (code, path, "" if code in PRESENCE_ONLY else message, niveau)
        for code, path, message, niveau in findings
        if code not in BEYOND
    }


def python_told(findings: tuple[Finding, ...], name: str) -> Told:
    return told([[f.code, f.pad, f.boodschap, str(f.niveau)] for f in findings if f.bestand.endswith(name)])


def test_every_record_gets_the_same_findings(ask: Ask, kennisbank: Kennisbank) -> None:
    for praktijk_id in kennisbank.praktijken:
        name = f"praktijken/{praktijk_id}.yml"
        data = read(REPOSITORY / "content" / name)
        assert told(ask({"controleer": data})) == python_told(kennisbank.findings, name), praktijk_id


def read(path: str | Path) -> Any:
    return parse(Path(path).read_bytes(), "").data


def findings_of(root: Path) -> tuple[Finding, ...]:
    try:
        return load(root).findings
    except KennisbankError as error:
        return error.findings


@pytest.mark.parametrize("value", [{"toString": "x"}, ["a"], 5, True, {}])
def test_a_field_of_another_kind_is_a_finding(ask: Ask, value: Any) -> None:
    found = ask({"controleer": {"id": value, "titel": value, "scans": value, "voorheen": [value]}})
    assert {pad for _, pad, _, _ in found} >= {"id", "titel", "voorheen[0]"}


@pytest.mark.parametrize("code", [path.name for path in sorted(INVALID.iterdir()) if path.name not in APART])
def test_a_broken_record_gets_the_same_findings(ask_example: Ask, code: str, tmp_path: Path) -> None:
    root = build(code, tmp_path)
    for path in sorted((root / "praktijken").glob("*.yml")):
        data = read(path)
        if isinstance(data, dict):
            name = f"praktijken/{path.name}"
            assert told(ask_example({"controleer": data})) == python_told(findings_of(root), name)


@pytest.mark.parametrize(
    "changes",
    [
        {"status: afgerond": "status: bijna", "doel: Jongeren": "duurt: Jongeren"},
        {"status: afgerond": "status: bijna", "  onderbouwing: Er is": "  niveau_: 1\n  onderbouwing: Er is"},
        {"kern: Begeleiding": "kern: [Begeleiding", "in de wijk.\n": "in de wijk.]\n", "duur: Zes maanden.\n": ""},
        {"[ondernemerschap, werk]": "[Ondernemerschap, Werk en meer]", "leerwerkbedrijf": "Leer werk"},
        {"start: 2009": "start: 2027", "einde: 2012-01": "einde: 2028"},
        {"status: afgerond": "status: bijna", "gemeente: Deventer": "gemeente: ‘s-gravenhage"},
    ],
)
def test_faults_that_meet_get_the_same_findings(ask_example: Ask, changes: dict[str, str], tmp_path: Path) -> None:
    root = copy_valid(tmp_path)
    for old, new in changes.items():
        replace_once(root / "praktijken" / "de-tulp.yml", old, new)
    found = python_told(findings_of(root), "praktijken/de-tulp.yml")
    assert found
    assert told(ask_example({"controleer": read(root / "praktijken" / "de-tulp.yml")})) == found


def test_every_code_of_a_practice_is_known_here_or_named_as_beyond() -> None:
    """A new rule is either in the form or left out on purpose."""
    elsewhere = {"WW422", "WW423", "WW407", "WW408", "WW409", "WW312", "WW313", "WW314", "WW420", "WW421", "WW603"}
    known = {path.name for path in INVALID.iterdir()} - BEYOND - elsewhere
    names = ("veldregels.js", "recordregels.js", "tekstregels.js")
    source = "".join((STATIC / name).read_text(encoding="utf-8") for name in names)
    vormen = {"WW214", "WW215", "WW216", "WW217"}
    assert {code for code in known if f'"{code}"' not in source} <= vormen
