"""The 4+1 profile in words: bars, verdict, strongest point, achilleshiel and first step."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from views_samples import DIMENSIES, kennisbank, praktijk, rendered, rubriek, scan, under_headings

from watwerkt.views.beoordeling import niveau_tekst
from watwerkt.views.index import build_index
from watwerkt.views.praktijk import Praktijkpagina, praktijkpagina
from watwerkt.views.profiel import Balk
from watwerkt.views.quickscan import Quickscanpagina, quickscanpagina

if TYPE_CHECKING:
    from typing import Any

DAY = date(2026, 6, 1)


def pages(*scans: dict[str, Any], **velden: Any) -> tuple[Praktijkpagina, Quickscanpagina]:
    bank = kennisbank(praktijk("x", scans=list(scans), **velden))
    index, record = build_index(bank), bank.praktijken["x"]
    return praktijkpagina(index, record, DAY), quickscanpagina(index, record, DAY)


def test_strongest_point_has_the_reason_of_its_highest_criterion() -> None:
    pagina, rapport = pages(scan((2, 2), (1, 3), (3, 4), (2, 2), (4, 4)))
    assert pagina.sterkste is not None
    assert pagina.sterkste.labels == ("Dimensie coalitie",)
    assert pagina.sterkste.reden == "Reden van tweede bij coalitie."
    assert pagina.sterkste.eerste_stap == ""
    assert rapport.sterkste == pagina.sterkste


def test_achilleshiel_has_reason_and_first_step_of_its_lowest_criterion() -> None:
    pagina, rapport = pages(scan((3, 3), (2, 1), (3, 4), (3, 3), (0, 0)))
    assert pagina.achilleshiel is not None
    assert pagina.achilleshiel.labels == ("Dimensie meten",)
    assert pagina.achilleshiel.reden == "Reden van tweede bij meten."
    assert pagina.achilleshiel.eerste_stap == "Werk aan tweede van meten."
    assert rapport.achilleshiel == pagina.achilleshiel


def test_no_first_step_above_the_limit_for_advice() -> None:
    pagina, _ = pages(scan((4, 4), (3, 3), (4, 4), (4, 4)))
    assert pagina.achilleshiel is not None
    assert pagina.achilleshiel.eerste_stap == ""


def test_when_all_is_known_no_question_is_said_to_be_open() -> None:
    known = kennisbank(praktijk("x", scans=[scan(*[(2, 3)] * len(DIMENSIES))]))
    parts = under_headings(rendered(known, "praktijken/x/quickscan/"))
    assert parts["Open vragen"] == "Alle criteria zijn beoordeeld."


def test_the_numbers_of_first_steps_go_on_as_in_the_print() -> None:
    weak = kennisbank(praktijk("x", scans=[scan(*[(0, 1)] * len(DIMENSIES))]))
    html = rendered(weak, "praktijken/x/quickscan/")
    assert re.findall('<ol class="stappen"(.*?)>', html) == ["", ' start="4"']
    for page in (html, rendered(weak, "model/aanpak/")):
        assert "Instrument: hulp bij eerste?</p>" in page
        assert "Instrument: hulp bij tweede.</p>" in page


def test_ties_are_named_together() -> None:
    pagina, rapport = pages(scan((3, 3), (1, 1), (3, 3), (1, 1)))
    assert pagina.sterkste is not None
    assert pagina.achilleshiel is not None
    assert pagina.sterkste.naam == "dimensie aanpak en dimensie coalitie"
    assert pagina.achilleshiel.labels == ("Dimensie meten", "Dimensie entrepreneurschap")
    assert pagina.achilleshiel.reden == "Reden van eerste bij meten."
    assert "De achilleshiel is dimensie meten en dimensie entrepreneurschap." in rapport.conclusie


def test_three_in_a_tie_are_enumerated() -> None:
    pagina, _ = pages(scan((3, 3), (1, 1), (3, 3), (3, 3)))
    assert pagina.sterkste is not None
    assert pagina.sterkste.naam == "dimensie aanpak, dimensie coalitie en dimensie entrepreneurschap"


@pytest.mark.parametrize(
    "levels",
    [
        [(2, 2)] * 4,
        [(4, 4)],
        [(4, None), (1, None), (2, None), (3, None)],
        [(None, None)] * 5,
    ],
    ids=["all equal", "one dimension", "provisional only", "nothing known"],
)
def test_nothing_is_named_when_nothing_stands_out(levels: list[tuple[int | None, int | None]]) -> None:
    pagina, rapport = pages(scan(*levels))
    assert (pagina.sterkste, pagina.achilleshiel) == (None, None)
    assert "achilleshiel" not in rapport.conclusie


def test_the_plus_is_never_the_achilleshiel() -> None:
    pagina, _ = pages(scan((3, 3), (2, 2), (3, 3), (3, 3), (0, 0)))
    assert pagina.achilleshiel is not None
    assert pagina.achilleshiel.labels == ("Dimensie meten",)


@pytest.mark.parametrize(
    ("levels", "oordeel"),
    [
        ([(3, 3)] * 4, "Oordeel: goede praktijk"),
        ([(3, 3)] * 3 + [(1, 1)], "Oordeel: veelbelovend"),
        ([(3, 3)] * 2 + [(1, 1)] * 2, "Oordeel: in ontwikkeling"),
        ([(4, 4)] * 2, "Oordeel: onvoldoende bekend"),
    ],
)
def test_verdict_in_words(levels: list[tuple[int, int]], oordeel: str) -> None:
    pagina, rapport = pages(scan(*levels))
    assert pagina.profiel.oordeel == oordeel
    assert rapport.conclusie.startswith(f"{oordeel}. {pagina.profiel.oordeel_uitleg}")
    assert "bewezen" not in rapport.conclusie


@pytest.mark.parametrize(
    ("score", "laag", "hoog", "voorlopig", "tekst", "bereik"),
    [
        (None, 0, 100, True, "onbekend", "0–100"),
        (0.0, 0, 0, False, "0", ""),
        (100.0, 100, 100, False, "100", ""),
        (62.4, 62.4, 62.4, False, "62", ""),
        (50.0, 30, 70, False, "50 (tussen 30 en 70)", "30–70"),
        (50.0, 10, 90, True, "50 (tussen 10 en 90), voorlopig", "10–90"),
        (33.3, 33.3, 33.4, True, "33, voorlopig", ""),
    ],
)
def test_a_bar_in_words(
    score: float | None, laag: float, hoog: float, voorlopig: bool, tekst: str, bereik: str
) -> None:
    balk = Balk("meten", "Meten", "meten", score, laag, hoog, False, voorlopig, 1, 2)
    assert (balk.tekst, balk.bereik) == (tekst, bereik)


def test_levels_have_their_word() -> None:
    assert [niveau_tekst(rubriek(), n) for n in (None, 0, 1, 4)] == [
        "onbekend",
        "0 · afwezig",
        "1 · aanzet",
        "4 · volledig",
    ]


def test_blocks_follow_the_rubric_with_coverage_and_targets() -> None:
    pagina, _ = pages(scan((1, None), (None, None), (4, 4)))
    assert [b.id for b in pagina.blokken] == list(DIMENSIES)
    assert [b.dekking for b in pagina.blokken][:3] == [
        "1 van 2 criteria bekend",
        "0 van 2 criteria bekend",
        "2 van 2 criteria bekend",
    ]
    regel = pagina.blokken[0].regels[0]
    assert (regel.niveau, regel.niveau_label, regel.doel) == (1, "Aanzet", "model/aanpak/#eerste")
    assert [(b.kort, b.plaats, b.doel) for b in regel.bronnen] == [("rapport", "regel 1", "bronnen/rapport/")]


def test_no_score_without_date_and_role_of_the_assessor() -> None:
    pagina, _ = pages(scan((1, 2)))
    assert pagina.profiel.verantwoording == (
        "2 van 10 criteria beoordeeld door de redactie (De redactie) op 10 januari 2026. "
        "Nog niet getoetst door een lezer van buiten."
    )
    assert pages()[0].profiel.verantwoording == "0 van 10 criteria beoordeeld."


def test_a_tested_scan_leads_and_the_others_are_named() -> None:
    tested = scan((4, 4), datum="2025-01-10", getoetst=True)
    newer = scan((0, 0), datum="2026-01-10", beoordelaar={"rol": "zelf", "organisatie": "De praktijk"})
    pagina, rapport = pages(newer, tested)
    assert pagina.profiel.balken[0].score == 100
    assert pagina.oudere_scans == ("10 januari 2026: De praktijk",)
    assert rapport.overeenstemming.startswith("2 beoordelingen uit dezelfde periode: bij 0% van de criteria")


@pytest.mark.parametrize(
    ("datum", "getoetst", "tekst"),
    [
        ("2023-06-02", False, "Geldig tot 2 juni 2026."),
        ("2023-06-01", False, "Verlopen op 1 juni 2026: deze scan is te oud om op te steunen."),
        ("2023-06-01", True, "Geldig tot 1 juni 2028."),
    ],
)
def test_validity_is_judged_on_the_given_day_not_today(datum: str, getoetst: bool, tekst: str) -> None:
    _, rapport = pages(scan((1, 1), datum=datum, getoetst=getoetst))
    assert rapport.geldigheid == tekst


def test_advice_comes_lowest_level_first_and_unknown_becomes_a_question() -> None:
    _, rapport = pages(scan((2, 0), (1, 3), (None, 4)))
    assert [(a.niveau_tekst, a.criterium) for a in rapport.adviezen] == [
        ("0 · afwezig", "Criterium tweede van aanpak"),
        ("1 · aanzet", "Criterium eerste van meten"),
        ("2 · gedeeltelijk", "Criterium eerste van aanpak"),
    ]
    assert rapport.adviezen[0].tekst == "Werk aan tweede van aanpak."
    assert rapport.adviezen[0].instrument == "hulp bij tweede"
    assert rapport.adviezen[0].doel == "model/aanpak/#tweede"
    assert [v.vraag for v in rapport.vragen][:2] == [
        "Is er eerste van coalitie?",
        "Is er eerste van entrepreneurschap?",
    ]
    assert len(rapport.vragen) == 5


def test_without_a_scan_there_is_no_advice_and_every_criterion_is_a_question() -> None:
    _, rapport = pages()
    assert rapport.adviezen == ()
    assert len(rapport.vragen) == 10
    assert (rapport.basis, rapport.geldigheid, rapport.overeenstemming) == ("", "", "")
