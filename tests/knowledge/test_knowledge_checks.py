"""Rules over all records: suggestions, old ids, broader terms, moments of different precision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from content_tree import replace_once

from watwerkt.knowledge.agreement import before
from watwerkt.knowledge.kennisbank import load
from watwerkt.reading.words import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from watwerkt.reading.findings import Finding


def only(content: Path) -> Finding:
    (finding,) = load(content).findings
    return finding


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("[ondernemerschap, werk]", "[ondernemen, werk]", "Bedoelt u `ondernemerschap` (Ondernemerschap)?"),
        ("[ondernemerschap, werk]", "[zzp, werk]", "Bedoelt u `ondernemerschap` (Ondernemerschap)?"),
        ("[ondernemerschap, werk]", "[participatie, werk]", "Bedoelt u `werk` (Werk en participatie)?"),
        ("[ondernemerschap, werk]", "[qqq, werk]", "Kies uit: `ondernemerschap` of `werk`."),
        ("sector: welzijn", "sector: welszijn", "Bedoelt u `welzijn` (Welzijn)?"),
        ("gemeente: Deventer", "gemeente: Deventr", "Bedoelt u ‘Deventer’ (GM0150)?"),
        ("gemeente: Deventer", "gemeente: Q", "Gebruik de officiële naam"),
    ],
)
def test_a_suggestion_names_the_nearest_term(content: Path, old: str, new: str, advice: str) -> None:
    replace_once(content / "praktijken" / "de-tulp.yml", old, new)
    assert only(content).advies.startswith(advice)


def test_a_criterion_of_another_dimension_is_recognised(content: Path) -> None:
    replace_once(content / "praktijken" / "de-tulp.yml", "        nulmeting:", "        organisatievorm:")
    finding = only(content)
    assert finding.code == "WW302"
    assert "hoort bij `verduurzaming`" in finding.advies


def test_an_old_id_that_another_record_has(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    text = tulp.read_text(encoding="utf-8")
    tulp.with_name("de-roos.yml").write_text(text.replace("id: de-tulp", "id: de-roos"), encoding="utf-8")
    finding = only(content)
    assert (finding.code, finding.bestand) == ("WW406", "content/praktijken/de-tulp.yml")
    assert "`content/praktijken/de-roos.yml`" in finding.boodschap


def test_terms_do_not_go_in_circles(content: Path) -> None:
    replace_once(
        content / "begrippen" / "doelgroepen.yml",
        "  - id: iedereen\n    label: Iedereen\n",
        "  - id: iedereen\n    label: Iedereen\n    breder: jongeren\n",
    )
    findings = load(content).findings
    assert [(item.code, item.pad) for item in findings] == [
        ("WW407", "termen[0].breder"),
        ("WW407", "termen[1].breder"),
    ]


def test_shares_are_counted_per_period(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    replace_once(tulp, "aandeel: 60", "aandeel: 90\n      periode: 2009-2010")
    replace_once(tulp, "aandeel: 40", "aandeel: 90\n      periode: 2011-2012")
    assert load(content).findings == ()


def test_onbekend_in_a_scan_needs_no_reason(content: Path) -> None:
    replace_once(
        content / "praktijken" / "de-tulp.yml",
        "          niveau: onbekend\n",
        "          niveau: onbekend\n          onderbouwing: De bron zegt het niet.\n",
    )
    assert load(content).findings == ()


@pytest.mark.parametrize(
    ("first", "second", "is_before"),
    [
        ("2009", "2010", True),
        ("2009", "2009-03", False),
        ("2009-03", "2009", False),
        ("2009-12", "2010", True),
        ("2009-03-31", "2009-04", True),
        ("onbekend", "2010", False),
        ("2009", "onbekend", False),
        (None, "2010", False),
        ("2010", None, False),
    ],
)
def test_moments_compare_at_the_precision_they_share(first: str | None, second: str | None, is_before: bool) -> None:
    assert before(first, second) is is_before


def test_nearest_prefers_whole_words() -> None:
    assert nearest("meting", ["meten", "verduurzaming", "coalitie"]) == ["meten"]
    assert nearest("armoede", ["Armoede en schulden", "Arbeid"]) == ["Armoede en schulden"]
    assert nearest("", ["a"]) == []
    assert nearest("xyz", []) == []
