"""Every code has a fixture that gives exactly that code, at the expected line and column, and a full explanation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from content_tree import INVALID, build, expected

from watwerkt.knowledge.kennisbank import KennisbankError
from watwerkt.knowledge.loading import load
from watwerkt.reading.codes import CODES

if TYPE_CHECKING:
    from pathlib import Path

    from watwerkt.reading.findings import Finding


def findings_of(root: Path) -> tuple[Finding, ...]:
    try:
        return load(root).findings
    except KennisbankError as error:
        return error.findings


def test_every_fixture_belongs_to_a_code() -> None:
    assert {path.name for path in INVALID.iterdir()} == set(CODES)


def test_the_valid_example_has_no_findings(valid_root: Path) -> None:
    kennisbank = load(valid_root)
    assert kennisbank.findings == ()
    assert list(kennisbank.praktijken) == ["de-tulp"]


@pytest.mark.parametrize("code", CODES)
def test_fixture_gives_its_code_at_its_place(code: str, tmp_path: Path) -> None:
    findings = findings_of(build(code, tmp_path))
    assert [(item.regel, item.kolom, item.code) for item in findings] == expected(code)
    for item in findings:
        assert item.bestand.startswith("content/")
        assert item.niveau is CODES[item.code].niveau
        assert item.boodschap.endswith((".", "?", ")"))
        assert item.advies


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_code_is_explained(code: object) -> None:
    rule = CODES[getattr(code, "code", "")]
    assert re.fullmatch(r"WW[1-6]\d\d", rule.code)
    for text in (rule.titel, rule.uitleg, rule.oplossing, rule.voorbeeld_fout, rule.voorbeeld_goed, rule.grond):
        assert text.strip() == text
        assert text
    assert not rule.titel.endswith(".")
    assert rule.uitleg.endswith(".")
