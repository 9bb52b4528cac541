"""The quick-scan page asks every criterion of the rubric, and its data holds what the browser computes with."""

from __future__ import annotations

from views_samples import kennisbank, praktijk

from watwerkt.records.base import ONBEKEND
from watwerkt.site.data import rubriek_js
from watwerkt.views.index import build_index
from watwerkt.views.zelfscan import rubriek_data, zelfscanpagina

INDEX = build_index(kennisbank(praktijk("gewoon")))
RUBRIEK = INDEX.kennisbank.rubriek


def test_every_criterion_is_asked_once_in_order_of_the_rubric() -> None:
    pagina = zelfscanpagina(INDEX)
    asked = [(blok.id, vraag.id) for blok in pagina.blokken for vraag in blok.vragen]
    assert asked == [(d.id, c.id) for d in RUBRIEK.dimensies for c in d.criteria]
    numbers = [vraag.nummer for blok in pagina.blokken for vraag in blok.vragen]
    assert numbers == list(range(1, pagina.aantal + 1))


def test_a_question_offers_all_levels_with_their_anchors_and_not_knowing() -> None:
    vraag = zelfscanpagina(INDEX).blokken[0].vragen[0]
    criterium = RUBRIEK.dimensies[0].criteria[0]
    assert [optie.id for optie in vraag.opties] == ["0", "1", "2", "3", "4", ONBEKEND]
    ankers = [criterium.anker_0, "", criterium.anker_2, "", criterium.anker_4, ""]
    assert [optie.uitleg for optie in vraag.opties] == ankers


def test_nothing_is_known_before_the_first_answer() -> None:
    assert {balk.score for balk in zelfscanpagina(INDEX).balken} == {None}


def test_the_data_hold_thresholds_weights_and_advice() -> None:
    data = rubriek_data(RUBRIEK)
    assert (data["drempel"], data["minimaleDekking"]) == (RUBRIEK.drempel, RUBRIEK.minimale_dekking)
    first, criterium = data["dimensies"][0]["criteria"][0], RUBRIEK.dimensies[0].criteria[0]
    assert (first["id"], first["gewicht"], first["advies"]) == (criterium.id, criterium.gewicht, criterium.advies.tekst)


def test_the_verdicts_are_whole_sentences() -> None:
    verdicts = rubriek_data(RUBRIEK)["oordelen"]
    assert "Alle vier dimensies zijn sterk" in verdicts["goede_praktijk"][1]
    assert not any(sign in text for pair in verdicts.values() for text in pair for sign in "{}")


def test_the_script_holds_nothing_that_html_reads() -> None:
    script = rubriek_js(INDEX).decode()
    assert script.startswith("window.WATWERKT = ")
    assert not set("<>&") & set(script)
