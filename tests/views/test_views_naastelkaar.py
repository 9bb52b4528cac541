"""Comparison data: every practice has the same rows, a row without lines is unknown, reasons keep their sources."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from views_samples import CRITERIA, DIMENSIES, kennisbank, praktijk, scan

from watwerkt.views.index import build_index
from watwerkt.views.naastelkaar import naastelkaar

VOL: dict[str, Any] = {
    "locaties": [{"gemeente": "Deventer"}],
    "start": "2009",
    "kosten": [{"bedrag": 4500, "per": "deelnemer", "jaar": "2011"}],
    "bewijs": {"niveau": 1, "onderbouwing": "Er is een beschrijving."},
    "partners": [{"organisatie": "Raster", "rol": "uitvoerend"}, {"organisatie": "Een fonds"}],
    "verduurzaming": {"route": "opgenomen", "financiering": [{"bron": "Een fonds"}]},
    "lessen": {"wat_bleef": [{"tekst": "Het netwerk."}]},
    "scans": [scan((3, None), (0, 0))],
}


@pytest.fixture(scope="module")
def beide() -> list[dict[str, Any]]:
    index = build_index(kennisbank(praktijk("vol", **VOL), praktijk("kaal")))
    return [naastelkaar(index, index.kennisbank.praktijken[naam], date(2026, 11, 21)) for naam in ("vol", "kaal")]


def rijen(data: dict[str, Any]) -> dict[str, Any]:
    return {f"{s['id']}/{r['id']}": r for s in data["secties"] for r in s["rijen"]}


def test_all_practices_have_the_same_rows_in_the_same_order(beide: list[dict[str, Any]]) -> None:
    vol, kaal = (list(rijen(data)) for data in beide)
    assert vol == kaal
    assert {f"criteria-{d}/{c}" for d in DIMENSIES for c in CRITERIA} <= set(vol)


def test_what_is_not_known_has_no_lines(beide: list[dict[str, Any]]) -> None:
    kaal = rijen(beide[1])
    bekend = {naam for naam, rij in kaal.items() if rij["regels"]}
    assert bekend == {
        *("feiten/status", "feiten/soort", "feiten/themas", "feiten/doelgroepen", "feiten/record"),
        "profiel/verantwoording",
    } - {"feiten/status"}


def test_what_is_known_is_there(beide: list[dict[str, Any]]) -> None:
    vol = rijen(beide[0])
    leeg = {
        *("feiten/type", "feiten/leefgebieden", "feiten/bereik", "feiten/status"),
        *("bewijs/metingen", "bewijs/erkenning", "coalitie/rol-1", "financiering/baten", "financiering/vraag"),
        *("lessen/werkte", "lessen/werkte-niet", "lessen/waar-liep-het-spaak"),
    }
    zonder = {n for n, rij in vol.items() if not rij["regels"] and not n.startswith(("criteria-", "profiel/"))}
    assert zonder == leeg


def test_a_criterion_keeps_level_zero_apart_from_unknown(beide: list[dict[str, Any]]) -> None:
    vol = rijen(beide[0])
    assert vol["criteria-meten/eerste"]["niveau"] == 0
    assert vol["criteria-meten/eerste"]["regels"] == ["0 · afwezig"]
    assert vol["criteria-meten/eerste"]["bronnen"]
    assert vol["criteria-aanpak/tweede"]["niveau"] is None
    assert vol["criteria-aanpak/tweede"]["regels"] == []
