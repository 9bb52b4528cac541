from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from scoring_samples import Levels, dimensie, rubrics_with_levels, rubriek, scan

from watwerkt.scoring import adviezen, open_vragen

if TYPE_CHECKING:
    from watwerkt.records import Rubriek

TWO = [
    dimensie("aanpak", {"integraal": 1, "nabijheid": 1, "vakmanschap": 1}),
    dimensie("meten", {"nulmeting": 3, "effect": 1, "tel_en_vertel": 1}),
]


def test_lowest_level_then_highest_weight_then_rubric_order() -> None:
    assessed = scan(
        {
            "meten": {"effect": 1, "nulmeting": 1, "tel_en_vertel": "onbekend"},
            "aanpak": {"integraal": 2, "nabijheid": 1, "vakmanschap": 3},
        }
    )
    regels = adviezen(rubriek(TWO), assessed)
    assert [(r.dimensie, r.criterium, r.niveau, r.gewicht) for r in regels] == [
        ("meten", "nulmeting", 1, 3),
        ("aanpak", "nabijheid", 1, 1),
        ("meten", "effect", 1, 1),
        ("aanpak", "integraal", 2, 1),
    ]
    assert regels[0].advies.tekst == "Werk aan nulmeting."


def test_the_limit_is_the_rubrics() -> None:
    assessed = scan({"aanpak": {"integraal": 0, "nabijheid": 3, "vakmanschap": 4}})
    assert [r.criterium for r in adviezen(rubriek(TWO, adviesgrens=0), assessed)] == ["integraal"]
    assert len(adviezen(rubriek(TWO, adviesgrens=4), assessed)) == 3


def test_open_questions_are_the_unknown_criteria_in_rubric_order() -> None:
    assessed = scan({"aanpak": {"nabijheid": "onbekend", "integraal": 2}, "meten": {"effect": 0}})
    assert [(v.dimensie, v.criterium) for v in open_vragen(rubriek(TWO), assessed)] == [
        ("aanpak", "nabijheid"),
        ("aanpak", "vakmanschap"),
        ("meten", "nulmeting"),
        ("meten", "tel_en_vertel"),
    ]
    assert open_vragen(rubriek(TWO), assessed)[0].vraag == "Hoe staat het met nabijheid?"


def test_without_a_scan_there_is_no_advice_and_every_question_is_open() -> None:
    assert adviezen(rubriek(TWO), None) == ()
    assert len(open_vragen(rubriek(TWO), None)) == 6


@given(rubrics_with_levels())
def test_every_criterion_is_advised_open_or_above_the_limit(drawn: tuple[Rubriek, Levels]) -> None:
    model, niveaus = drawn
    assessed = scan(niveaus)
    regels, vragen = adviezen(model, assessed), open_vragen(model, assessed)
    advised = {(r.dimensie, r.criterium) for r in regels}
    unknown = {(v.dimensie, v.criterium) for v in vragen}
    assert len(advised) == len(regels)
    assert not advised & unknown
    for where in model.dimensies:
        for which in where.criteria:
            niveau = niveaus[where.id].get(which.id, "onbekend")
            key = (where.id, which.id)
            assert (key in unknown) == (niveau == "onbekend")
            assert (key in advised) == (isinstance(niveau, int) and niveau <= model.adviesgrens)
    assert [(r.niveau, -r.gewicht) for r in regels] == sorted((r.niveau, -r.gewicht) for r in regels)
