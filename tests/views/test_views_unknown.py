"""What nobody filled in is called unknown, everywhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from views_samples import (
    CRITERIA,
    DIMENSIES,
    REQUIRED,
    kennisbank,
    praktijk,
    rendered,
    scan,
    under_headings,
    words,
)

from watwerkt.records import Praktijk
from watwerkt.views.beoordeling import GEEN_REDEN, GEEN_SCAN
from watwerkt.views.index import build_index
from watwerkt.views.praktijk import praktijkpagina
from watwerkt.views.vergelijking import vergelijking

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

DAY = date(2026, 11, 21)

BARE = "kaal"


@pytest.fixture(scope="module")
def bare() -> Kennisbank:
    return kennisbank(praktijk(BARE))


@pytest.fixture(scope="module")
def bare_parts(bare: Kennisbank) -> dict[str, str]:
    return under_headings(rendered(bare, f"praktijken/{BARE}/"))


def test_the_bare_record_really_has_required_fields_only() -> None:
    required = {name for name, field in Praktijk.model_fields.items() if field.is_required()}
    assert required == {"id", "titel", *REQUIRED}


def test_every_fact_of_a_bare_record_reads_unknown(bare: Kennisbank, bare_parts: dict[str, str]) -> None:
    feiten = praktijkpagina(build_index(bare), bare.praktijken[BARE], DAY).feiten
    assert {f.label for f in feiten if f.waarden} == {"Soort"}
    for feit in feiten:
        assert ("Onbekend" in bare_parts[feit.label]) == (not feit.waarden), feit.label


MISSING = (
    "Probleem",
    "Doelgroep",
    "Doel",
    "Aanpak",
    "Werkzame bestanddelen",
    "Duur en intensiteit",
    "Rol van bewoners",
    "Randvoorwaarden",
    "Deskundigheid",
    "Materialen",
    "Kosten",
    "Onderbouwing: als dit, dan dat",
    "Meting",
    "Coalitie",
    "Verduurzaming",
    "Financiering",
    "Baten: wie heeft er voordeel van?",
    "Lessen",
    "Bronnen",
)


@pytest.mark.parametrize("kop", MISSING)
def test_every_part_of_a_bare_record_reads_unknown_and_invites(bare_parts: dict[str, str], kop: str) -> None:
    assert "Onbekend" in bare_parts[kop]
    assert "Weet u het? Vul aan" in bare_parts[kop]


def test_evidence_measurements_and_recognition_each_read_unknown(bare_parts: dict[str, str]) -> None:
    part = bare_parts["Meting"]
    assert part.startswith("Bewijsniveau (effectladder): Onbekend.")
    assert "Metingen van uitkomsten: Onbekend" in part
    assert "een andere databank: Onbekend" in part


def test_a_record_without_scan_is_not_judged_in_any_way(bare: Kennisbank) -> None:
    pagina = praktijkpagina(build_index(bare), bare.praktijken[BARE], DAY)
    assert pagina.profiel.oordeel == "Nog niet beoordeeld"
    assert pagina.sterkste is None
    assert pagina.achilleshiel is None
    assert [b.tekst for b in pagina.profiel.balken] == ["onbekend"] * len(DIMENSIES)
    regels = [regel for blok in pagina.blokken for regel in blok.regels]
    assert len(regels) == len(DIMENSIES) * len(CRITERIA)
    assert {(r.niveau, r.onderbouwing) for r in regels} == {(None, GEEN_SCAN)}
    report = words(rendered(bare, f"praktijken/{BARE}/quickscan/"))
    assert "nog niet beoordeeld" in report
    assert "zeggen de bronnen niets" not in report


def test_of_a_scan_the_criteria_without_level_are_unknown_for_want_of_sources() -> None:
    bank = kennisbank(praktijk("half", scans=[scan((3, None))]))
    blokken = praktijkpagina(build_index(bank), bank.praktijken["half"], DAY).blokken
    assert [(r.niveau, r.onderbouwing) for r in blokken[0].regels] == [
        (3, "Reden van eerste bij aanpak."),
        (None, GEEN_REDEN),
    ]
    report = words(rendered(bank, "praktijken/half/quickscan/"))
    assert "Over 9 van de 10 criteria zeggen de bronnen niets." in report


def test_a_level_that_was_called_unknown_keeps_its_reason() -> None:
    oordelen = {"meten": {"eerste": {"niveau": "onbekend", "onderbouwing": "Het rapport zwijgt."}}}
    bank = kennisbank(praktijk("zwijgt", scans=[scan(oordelen=oordelen)]))
    regel = praktijkpagina(build_index(bank), bank.praktijken["zwijgt"], DAY).blokken[1].regels[0]
    assert (regel.niveau, regel.onderbouwing) == (None, "Het rapport zwijgt.")


def test_zero_is_not_unknown() -> None:
    bank = kennisbank(praktijk("nul", scans=[scan((0, 0))]))
    balken = praktijkpagina(build_index(bank), bank.praktijken["nul"], DAY).profiel.balken
    assert balken[0].tekst == "0"
    assert balken[1].tekst == "onbekend"
    parts = under_headings(rendered(bank, "praktijken/nul/"))
    assert "0 · afwezig" in parts["Dimensie aanpak: 0"]
    assert "0 · afwezig" not in parts["Dimensie meten: onbekend"]


def test_a_bare_record_reads_unknown_in_a_comparison(bare: Kennisbank) -> None:
    rij = vergelijking(build_index(bare), "Vergelijking", [BARE]).rijen[0]
    assert (rij.periode, rij.bewijs, rij.kosten, rij.route) == ("Onbekend",) * 4
    assert rij.status == "Status onbekend"
    assert "onbekend" in rij.kaart.plaats
    assert words(rendered(bare, "themas/geld/")).count("Onbekend") >= len(DIMENSIES) + 4


def test_an_ended_practice_without_end_has_an_unknown_end_not_none() -> None:
    for status, verwacht in (("gestopt", "Vanaf 2009, einde onbekend"), ("lopend", "Vanaf 2009")):
        bank = kennisbank(praktijk("x", start="2009", status=status))
        feiten = {f.label: f.waarden for f in praktijkpagina(build_index(bank), bank.praktijken["x"], DAY).feiten}
        assert [w.tekst for w in feiten["Wanneer"]] == [verwacht]
        assert vergelijking(build_index(bank), "", ["x"]).rijen[0].periode == verwacht


def test_partly_known_facts_name_what_is_missing() -> None:
    bank = kennisbank(
        praktijk(
            "deels",
            kosten=[
                {"bedrag": 4500, "per": "deelnemer", "jaar": "onbekend"},
                {"bedrag": 20, "per": "bezoek", "jaar": "2011", "betaler": "onbekend"},
            ],
            indicatoren=[
                {
                    "naam": "Schulden",
                    "eenheid": "euro",
                    "nulmeting": {"moment": "onbekend", "waarde": 1280.5},
                    "metingen": [{"moment": "2012", "waarde": 0.004, "n": 1280}],
                }
            ],
            erkenning=[{"databank": "x", "niveau": "Goed", "datum": "onbekend", "link": "https://www.voorbeeld.nl/"}],
            partners=[{"organisatie": "Buurthuis"}],
            verduurzaming={
                "financiering": [{"bron": "fonds"}],
                "baten": [
                    {
                        "baathouder": "gemeente",
                        "effect": "Minder zorg.",
                        "zekerheid": "verwachting",
                        "bedragen": {"hoog": 3000, "per": "jaar", "jaar": "2011-05"},
                    }
                ],
            },
        )
    )
    text = words(rendered(bank, "praktijken/deels/"))
    assert text.count("Wie betaalt, is onbekend.") == 2
    assert "€ 4.500 per deelnemer (prijspeil onbekend). Wie betaalt, is onbekend." in text
    assert "1.280,5 (moment onbekend, n onbekend)" in text
    assert "0,004 (2012, n = 1.280)" in text
    assert "x: Goed (datum onbekend)" in text
    assert "Rol onbekend Partners: rol onbekend" in text
    assert "hoog € 3.000 per jaar (prijspeil mei 2011)" in text
    pagina = praktijkpagina(build_index(bank), bank.praktijken["deels"], DAY)
    (groep,) = pagina.coalitie
    assert groep.partners[0].sector == ""
    row = text[text.index("Buurthuis") :]
    assert row.split("Buurthuis", 1)[1].strip().startswith("Onbekend Onbekend Onbekend geen bron")
