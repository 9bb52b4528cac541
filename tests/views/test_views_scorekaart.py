"""Scorekaart, baathouders and white spots: every practice and benefit is there, unknown is said, zero is shown."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from views_samples import (
    BRONNEN,
    DIMENSIES,
    LIJSTEN,
    REPOSITORY,
    bron,
    kennisbank,
    lijst,
    praktijk,
    rendered,
    scan,
    words,
)

from watwerkt.knowledge.loading import load
from watwerkt.views.baathouders import baathouderpagina, baathoudersoverzicht, per_baathouder
from watwerkt.views.catalogus import catalogus, waarden_van
from watwerkt.views.index import Index, build_index
from watwerkt.views.scorekaart import scorekaart
from watwerkt.views.witte_vlekken import witte_vlekken

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

HOUDERS = lijst("baathouders", {"politie": "Politie", "gemeente": "Gemeente", "svb": "SVB"})
GROEPEN = {"ouderen": {"groep": "levensfase"}, "kinderen": {"groep": "levensfase"}, "vrijwilliger": {"groep": "rol"}}
DOELGROEPEN = lijst(
    "doelgroepen", {"ouderen": "Ouderen", "vrijwilliger": "Vrijwilligers", "kinderen": "Kinderen"}, **GROEPEN
)
BANKLIJSTEN = (*(one for one in LIJSTEN if one.id != "doelgroepen"), DOELGROEPEN, HOUDERS)


def baat(houder: str, effect: str = "Minder overlast.", **anders: object) -> dict[str, object]:
    return {"baathouder": houder, "effect": effect, "zekerheid": "verwachting", "bronnen": BRONNEN} | anders


def bank() -> Kennisbank:
    """Two practices with benefits, one of which nothing is known."""
    a = praktijk(
        "a",
        titel="Alfa",
        themas=["geld", "wonen"],
        doelgroepen=["ouderen", "vrijwilliger"],
        kosten=[
            {"bedrag": 100, "per": "jaar", "jaar": "2020", "betaler": "Provincie"},
            {"bedrag": 40, "per": "bezoek", "jaar": "2021"},
        ],
        verduurzaming={
            "route": "opgenomen",
            "baten": [
                baat(
                    "gemeente",
                    "Minder bijstand.",
                    zekerheid="gemeten",
                    bedragen={"laag": 5, "per": "jaar", "jaar": "2020"},
                ),
                baat("politie"),
                baat("gemeente", "Meer rust.", zekerheid="schatting"),
            ],
            "vraag": [{"aan": "Gemeente X", "soort": "geld", "toelichting": "Voor een coach."}],
            "financiering": [
                {"bron": "Fonds Y", "vorm": "subsidie", "bedrag": 1000, "periode": "per jaar"},
                {"bron": "provincie"},
            ],
        },
        scans=[scan(*[(2, 2)] * 5)],
    )
    b = praktijk(
        "b", titel="Bèta", verduurzaming={"baten": [baat("gemeente", "Minder vragen.")]}, scans=[scan((2, None))]
    )
    return kennisbank(a, b, praktijk("c", titel="Gamma"), lijsten=BANKLIJSTEN)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(bank())


@pytest.fixture(scope="module")
def real() -> Index:
    return build_index(load(REPOSITORY / "content"))


# Scorekaart


def test_every_practice_is_a_row_in_title_order_with_all_dimensions(index: Index, real: Index) -> None:
    for given_index in (index, real):
        kaart = scorekaart(given_index)
        assert [r.kaart.id for r in kaart.rijen] == list(given_index.kaarten)
        assert all([b.id for b in r.balken] == [d.id for d in kaart.dimensies] for r in kaart.rijen)


def test_a_row_says_who_gains_once_and_what_is_asked(index: Index) -> None:
    alfa, beta, gamma = scorekaart(index).rijen
    assert [(h.tekst, h.doel) for h in alfa.baathouders] == [
        ("Gemeente", "baathouders/gemeente/"),
        ("Politie", "baathouders/politie/"),
    ]
    assert alfa.vragen == ("Geld: Gemeente X",)
    euro = "€\N{NO-BREAK SPACE}"
    assert alfa.kosten == f"{euro}100 per jaar (prijspeil 2020); {euro}40 per bezoek (prijspeil 2021)"
    assert (beta.vragen, beta.kosten, beta.bewijs) == ((), "", "")
    assert gamma.baathouders == ()


def test_figures_count_what_is_known_and_the_benefits_with_an_amount(index: Index) -> None:
    assert scorekaart(index).cijfers == (
        ("3", "praktijken"),
        ("1", "met genoeg bekend op alle dimensies"),
        ("63%", "van de criteria is onbekend"),
        ("1 van 4", "baten hebben een bedrag"),
    )


def test_the_portfolio_counts_practices_per_theme_route_and_payer(index: Index) -> None:
    thema, route, houder = scorekaart(index).verdelingen
    assert [(link.tekst, n) for link, n in thema.regels] == [("Geld", 3), ("Wonen", 1)]
    assert [n for _, n in route.regels] == [1, 2]
    assert route.regels[-1][0].tekst == "Onbekend"
    assert [(link.tekst, n) for link, n in houder.regels] == [("Gemeente", 2), ("Politie", 1), ("Onbekend", 1)]


def test_filters_offer_what_occurs_and_onbekend(index: Index) -> None:
    kaart = scorekaart(index)
    assert kaart.baathouders == (("politie", "Politie"), ("gemeente", "Gemeente"), ("onbekend", "Onbekend"))
    assert kaart.vraagsoorten == (("geld", "Geld"), ("onbekend", "Onbekend"))


def test_the_page_holds_all_facts_in_words() -> None:
    text = words(rendered(bank(), "scorekaart/"))
    for fact in ("50", "voorlopig", "10 van 10", "1 van 10", "Geld: Gemeente X", "€ 100 per jaar", "Onbekend"):
        assert fact in text
    assert "Nog geen praktijken" in words(rendered(kennisbank(), "scorekaart/"))


def test_hostile_text_stays_text() -> None:
    nasty = '"><img src=x onerror=alert(1)>'
    record = praktijk(
        "a",
        titel=f"T {nasty}",
        verduurzaming={
            "baten": [baat("gemeente", nasty)],
            "vraag": [{"aan": nasty, "soort": "geld", "toelichting": "X."}],
            "financiering": [{"bron": nasty}],
        },
    )
    hostile = kennisbank(record, lijsten=BANKLIJSTEN)
    for pad in ("scorekaart/", "baathouders/gemeente/", "witte-vlekken/", "baathouders/"):
        html = rendered(hostile, pad)
        assert "<img" not in html
        assert not re.search(r"\son\w+=\"|\sstyle=", html)


# Baathouders


def test_a_payer_has_every_benefit_and_no_other(index: Index) -> None:
    ids = per_baathouder(index)
    assert ids == {"gemeente": ("a", "b"), "politie": ("a",)}
    term = next(t for t in HOUDERS.termen if t.id == "gemeente")
    pagina = baathouderpagina(index, term, ids["gemeente"])
    assert [(p.kaart.id, [b.effect for b in p.baten]) for p in pagina.praktijken] == [
        ("a", ["Minder bijstand.", "Meer rust."]),
        ("b", ["Minder vragen."]),
    ]
    assert pagina.houder.telling == "1 keer gemeten, 1 keer schatting, 1 keer verwachting".replace(
        " keer", "\N{NO-BREAK SPACE}keer"
    )
    assert pagina.praktijken[0].betalers == ("Fonds Y (subsidie, €\N{NO-BREAK SPACE}1.000, per jaar)", "provincie")
    assert pagina.praktijken[1].betalers == ()


def test_a_payer_without_practices_is_shown(index: Index) -> None:
    overzicht = baathoudersoverzicht(index, per_baathouder(index))
    assert [(h.id, h.praktijken) for h in overzicht.houders] == [("politie", 1), ("gemeente", 2), ("svb", 0)]
    assert "nog geen" in words(rendered(bank(), "baathouders/"))
    assert "Nog geen praktijk noemt voordeel" in words(rendered(bank(), "baathouders/svb/"))


def test_the_page_of_a_payer_says_effect_certainty_amount_and_who_pays() -> None:
    text = words(rendered(bank(), "baathouders/gemeente/"))
    for fact in (
        "Minder bijstand.",
        "gemeten",
        "laag € 5 per jaar",
        "Fonds Y (subsidie, € 1.000, per jaar)",
        "Onbekend",
    ):
        assert fact in text


def test_no_benefit_of_a_real_record_is_lost(real: Index) -> None:
    ids = per_baathouder(real)
    shown = [
        baat.effect
        for term in real.kennisbank.begrippen["baathouders"].termen
        for p in baathouderpagina(real, term, ids.get(term.id, ())).praktijken
        for baat in p.baten
    ]
    written = [b.effect for p in real.kennisbank.praktijken.values() for b in p.verduurzaming.baten]
    assert sorted(shown) == sorted(written)


def test_a_benefit_of_a_practice_links_to_its_payer(index: Index) -> None:
    assert index.termlink("baathouders", "gemeente").doel == "baathouders/gemeente/"
    assert 'href="../../baathouders/gemeente/"' in rendered(bank(), "praktijken/a/")


def test_without_the_vocabulary_the_overview_says_so() -> None:
    assert "Nog geen baathouders" in words(rendered(kennisbank(bronnen=[bron("boek")]), "baathouders/"))


# White spots

THEMAS = ("wonen", "geld", "armoede")
GROUPS = ("ouderen", "vrijwilliger", "kinderen")


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(THEMAS), min_size=1, unique=True),
            st.lists(st.sampled_from(GROUPS), min_size=1, unique=True),
        ),
        max_size=8,
    )
)
def test_every_cell_counts_the_practices_with_both(records: list[tuple[list[str], list[str]]]) -> None:
    practices = [praktijk(f"p{n}", themas=t, doelgroepen=d) for n, (t, d) in enumerate(records)]
    beeld = witte_vlekken(build_index(kennisbank(*practices, lijsten=BANKLIJSTEN)))
    counts = {
        (rij.thema.doel.split("/")[1], cel.doelgroep): cel.aantal
        for m in beeld.matrices
        for rij in m.rijen
        for cel in rij.cellen
    }
    labels = {t.id: t.label for t in DOELGROEPEN.termen}
    assert counts == {
        (t, labels[d]): sum(t in themas and d in groups for themas, groups in records) for t in THEMAS for d in GROUPS
    }
    assert (beeld.leeg, beeld.totaal) == (sum(not n for n in counts.values()), 9)


def test_target_groups_stand_in_their_group(index: Index) -> None:
    beeld = witte_vlekken(index)
    assert [(m.titel, m.doelgroepen) for m in beeld.matrices] == [
        ("Levensfase", ("Ouderen", "Kinderen")),
        ("Rol", ("Vrijwilligers",)),
    ]
    assert beeld.doelgroepen_zonder == ("Kinderen",)
    assert [t.tekst for t in beeld.themas_zonder] == ["Armoede"]


def test_each_count_leads_to_the_catalogue_with_that_choice(index: Index, real: Index) -> None:
    for given_index in (index, real):
        data = catalogus(given_index, date(2026, 11, 21))
        facetten = {facet["id"]: facet for facet in data["facetten"]}
        cellen = [c for m in witte_vlekken(given_index).matrices for r in m.rijen for c in r.cellen if c.aantal]
        assert cellen
        for cel in cellen:
            keuzes = parse_qs(urlsplit(cel.doel).query)
            assert len(keuzes) == 2
            assert all(v in {w["id"] for w in facetten[f]["waarden"]} for f, [v] in keuzes.items())
            rijen = [
                rij
                for rij in data["praktijken"]
                if all(v in waarden_van(rij, facetten[f]["veld"]) for f, [v] in keuzes.items())
            ]
            assert len(rijen) == cel.aantal


def test_zero_is_said_and_an_empty_vocabulary_too() -> None:
    text = words(rendered(bank(), "witte-vlekken/"))
    assert "nog geen" in text
    assert "5 van de 9 combinaties" in text
    assert "Niets te tellen" in words(rendered(kennisbank(lijsten=()), "witte-vlekken/"))


def test_target_groups_without_a_group_have_their_own_table() -> None:
    (matrix,) = witte_vlekken(build_index(kennisbank(praktijk("a")))).matrices
    assert matrix.titel == "Overige doelgroepen"
    assert {c.doel for r in matrix.rijen for c in r.cellen if c.aantal} == {"praktijken/?thema=geld&overig=ouderen"}


def test_all_dimensions_of_the_samples_are_weighed(index: Index) -> None:
    html = rendered(bank(), "scorekaart/")
    assert re.findall(r'data-gewicht="([^"]+)"', html) == list(DIMENSIES)
    assert re.findall(r'data-minimum="([^"]+)"', html) == list(DIMENSIES)
