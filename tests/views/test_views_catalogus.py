"""Data of the catalogue: facets hold what occurs, unknown is a value, amounts are only classed when comparable."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from views_samples import kennisbank, praktijk, scan

from watwerkt.records.praktijk import Kosten
from watwerkt.views.catalogus import Facet, catalogus, facetgroepen, facetten
from watwerkt.views.index import build_index
from watwerkt.views.keuzes import minima
from watwerkt.views.kostenklassen import kostenklasse

DAY = date(2026, 11, 21)


def kosten(bedrag: int, per: str) -> Kosten:
    return Kosten(bedrag=bedrag, per=per, jaar="2020")


@pytest.mark.parametrize(
    ("regels", "klasse"),
    [
        ((), "onbekend"),
        ((kosten(10, "uur dienstverlening"),), "anders"),
        ((kosten(999, "deelnemer"),), "tot-1000"),
        ((kosten(1_000, "deelnemer per jaar"),), "1000-5000"),
        ((kosten(24_999, "Huishouden"),), "5000-25000"),
        ((kosten(25_000, "gezin (twee jaar)"),), "vanaf-25000"),
        ((kosten(90_000, "deelnemer"), kosten(400, "deelnemer")), "tot-1000"),
        ((kosten(1, "deelnemersraad"),), "anders"),
    ],
)
def test_costs_are_classed_per_participant_only(regels: tuple[Kosten, ...], klasse: str) -> None:
    assert kostenklasse(regels) == klasse


def facetten_van(*praktijken: Any) -> dict[str, Facet]:
    index = build_index(kennisbank(*praktijken))
    return {f.id: f for f in facetten(index, DAY)}


def test_a_bare_record_is_unknown_in_every_optional_facet() -> None:
    gevonden = facetten_van(praktijk("kaal"))
    namen = ("leefgebied", "gemeente", "provincie", "bewijs", "erkenning", "kosten", "baathouder", "route", "status")
    for naam in namen:
        assert [sleutel for sleutel, _ in gevonden[naam].waarden] == ["onbekend"], naam
    assert gevonden["min-meten"].waarden == (("onbekend", "Onbekend"),)


def test_minimum_separates_certain_provisional_and_unknown() -> None:
    gevonden = facetten_van(
        praktijk("zeker", scans=[scan((None, None), (3, 3))]),
        praktijk("voorlopig", scans=[scan((None, None), (4, None))]),
        praktijk("kaal"),
    )
    assert [s for s, _ in gevonden["min-meten"].waarden] == ["60", "40", "voorlopig", "onbekend"]


@pytest.mark.parametrize(
    ("datum", "getoetst", "status"),
    [
        ("2023-11-21", False, "verlopen"),
        ("2023-11-22", False, "concept"),
        ("2021-11-22", True, "concept"),
        ("2021-11-21", True, "verlopen"),
    ],
)
def test_a_scan_that_no_longer_holds_makes_the_record_expired(datum: str, getoetst: bool, status: str) -> None:
    oud = scan((3, 3), datum=datum, getoetst=getoetst)
    index = build_index(kennisbank(praktijk("oud", scans=[oud]), praktijk("kaal")))
    data = catalogus(index, DAY)
    assert {rij["id"]: rij["recordStatus"] for rij in data["praktijken"]} == {"oud": status, "kaal": "concept"}
    record = next(f for f in data["facetten"] if f["id"] == "record")
    assert [w["label"] for w in record["waarden"]] == ["Concept", "Verlopen"][: 2 if status == "verlopen" else 1]


def test_rows_are_in_title_order_with_unique_facets() -> None:
    index = build_index(
        kennisbank(praktijk("b", titel="Échte"), praktijk("a", titel="Zebra"), praktijk("c", titel="Appel"))
    )
    data = catalogus(index, DAY)
    assert [rij["id"] for rij in data["praktijken"]] == ["c", "b", "a"]
    namen = [f["id"] for f in data["facetten"]]
    assert len(namen) == len(set(namen))
    assert not {"q", "p", "sort"} & set(namen)


def test_doelgroepen_stand_together_under_one_heading() -> None:
    koppen = [kop for kop, _ in facetgroepen(build_index(kennisbank(praktijk("kaal"))), DAY)]
    assert len(koppen) == len(set(koppen))
    assert "Minimum per dimensie" in koppen


def test_an_empty_knowledge_base_has_no_facets() -> None:
    data = catalogus(build_index(kennisbank()), DAY)
    assert data["praktijken"] == data["facetten"] == []


@pytest.mark.parametrize(("score", "gehaald"), [(59.6, ["60", "40"]), (59.4, ["40"])])
def test_a_minimum_holds_what_the_page_shows(score: float, gehaald: list[str]) -> None:
    facet = Facet("min-meten", "Meten", "meten", (("60", ""), ("40", "")), soort="minimum")
    assert minima({"score": score, "voorlopig": False}, facet) == gehaald
