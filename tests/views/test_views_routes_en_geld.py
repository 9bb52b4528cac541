"""Practices per route and per form of money, with the empty ones said as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from views_samples import LIJSTEN, kennisbank, lijst, praktijk, rendered, words

from watwerkt.views.index import build_index
from watwerkt.views.routes_en_geld import PRAKTIJKEN_MAXIMUM, routes_en_geld

if TYPE_CHECKING:
    from watwerkt.records import Praktijk

VORMEN = lijst("financieringsvormen", {"gift": "Gift", "lening": "Lening"})
ALLE = (*LIJSTEN, VORMEN)


def lasting(praktijk_id: str, route: str, *vormen: str) -> Praktijk:
    geld: list[dict[str, Any]] = [{"bron": "Een fonds", "vorm": vorm} for vorm in vormen]
    return praktijk(praktijk_id, verduurzaming={"route": route, "financiering": geld})


def test_a_practice_stands_once_under_each_form_and_unknown_routes_are_left_out() -> None:
    bank = kennisbank(
        lasting("a", "opgenomen", "gift", "gift", "lening"), lasting("b", "onbekend", "gift"), lijsten=ALLE
    )
    lijsten = routes_en_geld(build_index(bank))
    assert [(x.id, [p.tekst for p in x.praktijken]) for x in lijsten.vormen] == [
        ("vorm-gift", ["Praktijk a", "Praktijk b"]),
        ("vorm-lening", ["Praktijk a"]),
    ]
    assert [x.aantal for x in lijsten.routes] == [1, 0, 0, 0]


def test_the_page_says_where_nothing_is_known() -> None:
    text = words(rendered(kennisbank(lasting("a", "opgenomen", "gift"), lijsten=ALLE), "routes-en-geld/"))
    assert "Gift (1)" in text
    assert "Lening (nog geen)" in text
    assert "Hier staat nog geen praktijk bij." in text


def test_a_long_list_is_cut_and_leads_on() -> None:
    bank = kennisbank(*(lasting(f"p{n:03}", "opgenomen") for n in range(PRAKTIJKEN_MAXIMUM + 2)), lijsten=ALLE)
    html = rendered(bank, "routes-en-geld/")
    assert "En nog 2." in words(html)
    assert 'href="../praktijken/?route=opgenomen"' in html
    assert html.count('href="../praktijken/p') == PRAKTIJKEN_MAXIMUM


def test_without_vocabulary_the_page_says_so() -> None:
    assert "De lijst met vormen van geld is leeg." in words(rendered(kennisbank(), "routes-en-geld/"))
