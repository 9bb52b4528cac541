"""Catalogue orders, groups, cards, neighbours, themes and comparison rows on small knowledge bases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from views_samples import (
    BRONNEN,
    DIMENSIES,
    LIJSTEN,
    bron,
    interventietype,
    kennisbank,
    lijst,
    praktijk,
    rendered,
    scan,
    words,
)

from watwerkt.knowledge.references import TYPE
from watwerkt.pdf.jobs import Jobs
from watwerkt.views.formulier import termen
from watwerkt.views.index import build_index
from watwerkt.views.praktijk import praktijkpagina
from watwerkt.views.uittreksel import PLAATS_ONBEKEND, cited
from watwerkt.views.vergelijking import vergelijking
from watwerkt.views.verzamelingen import (
    ZONDER_TYPE,
    Ordening,
    homepagina,
    interventietypepagina,
    ordeningen,
    themapaginas,
)

if TYPE_CHECKING:
    from watwerkt.records import Praktijk


DAY = date(2026, 11, 21)


def groups(*records: Praktijk, order: str = "naam", **anders: Any) -> list[tuple[str, list[str]]]:
    """Return heading and titles of every group of one order."""
    index = build_index(kennisbank(*records, **anders))
    return as_titles(next(o for o in ordeningen(index) if o.id == order))


def as_titles(ordening: Ordening) -> list[tuple[str, list[str]]]:
    return [(g.titel, [k.titel for k in g.kaarten]) for g in ordening.groepen]


def titled(*titels: str) -> list[Praktijk]:
    return [praktijk(f"p{nummer}", titel=titel) for nummer, titel in enumerate(titels)]


def test_by_name_accents_case_digits_and_signs_are_where_a_reader_looks() -> None:
    records = titled("Zus", "één gezin", "2 voor 12", "Eenzaam", "’t Hof", "10 weken", "Echt", "“Ei”", "#samen")
    assert groups(*records) == [
        ("0-9", ["10 weken", "2 voor 12"]),
        ("E", ["Echt", "één gezin", "Eenzaam", "“Ei”"]),
        ("S", ["#samen"]),
        ("T", ["’t Hof"]),
        ("Z", ["Zus"]),
    ]


def test_equal_titles_stand_in_order_of_id() -> None:
    index = build_index(kennisbank(praktijk("b", titel="Zelfde"), praktijk("a", titel="zelfde")))
    assert list(index.kaarten) == ["a", "b"]


def test_by_theme_in_the_order_of_the_vocabulary_and_in_every_theme_of_the_record() -> None:
    records = [praktijk("a", themas=["armoede", "wonen"]), praktijk("b", themas=["geld"])]
    assert groups(*records, order="thema") == [
        ("Wonen", ["Praktijk a"]),
        ("Geld", ["Praktijk b"]),
        ("Armoede", ["Praktijk a"]),
    ]


def test_without_a_usable_list_of_themes_the_records_keep_their_place() -> None:
    records = [praktijk("a", themas=["wonen", "geld"]), praktijk("b", themas=["geld"])]
    without = [item for item in LIJSTEN if item.id != "themas"]
    assert groups(*records, order="thema", lijsten=without) == [
        ("wonen", ["Praktijk a"]),
        ("geld", ["Praktijk a", "Praktijk b"]),
    ]


def test_by_municipality_names_are_resolved_and_unknown_comes_last() -> None:
    records = [
        praktijk("a", locaties=[{"gemeente": "GM0363"}, {"gemeente": "amsterdam", "wijk": "Noord"}]),
        praktijk("b", locaties=[{"gemeente": "Ljouwert"}, {"gemeente": "Amsterdam"}]),
        praktijk("c"),
        praktijk("d", locaties=[{"gemeente": "Zwolle"}]),
    ]
    assert groups(*records, order="gemeente") == [
        ("Amsterdam", ["Praktijk a", "Praktijk b"]),
        ("Ljouwert", ["Praktijk b"]),
        ("Zwolle", ["Praktijk d"]),
        (PLAATS_ONBEKEND, ["Praktijk c"]),
    ]


def test_by_type_and_status_the_unknown_come_last() -> None:
    types = [interventietype("zorg", "Zorgteam"), interventietype("buurt", "Buurthuis")]
    records = [
        praktijk("a", interventietype="zorg", status="structureel"),
        praktijk("b", status="onbekend"),
        praktijk("c", interventietype="buurt", status="lopend"),
    ]
    by_type = groups(*records, order="interventietype", interventietypen=types)
    assert [titel for titel, _ in by_type] == ["Buurthuis", "Zorgteam", ZONDER_TYPE]
    assert [titel for titel, _ in groups(*records, order="status")] == ["Lopend", "Structureel", "Onbekend"]


def test_by_update_the_newest_month_comes_first() -> None:
    records = [
        praktijk("a", bijgewerkt="2025-12-31"),
        praktijk("b", bijgewerkt="2026-01-01"),
        praktijk("c", bijgewerkt="2026-01-31"),
    ]
    assert groups(*records, order="bijgewerkt") == [
        ("Januari 2026", ["Praktijk b", "Praktijk c"]),
        ("December 2025", ["Praktijk a"]),
    ]


def test_by_score_provisional_and_unknown_stand_apart_and_are_not_ranked_as_zero() -> None:
    records = [
        praktijk("laag", scans=[scan((0, 0))]),
        praktijk("hoog", scans=[scan((4, 3))]),
        praktijk("voorlopig", scans=[scan((4, None))]),
        praktijk("niets", scans=[scan((None, None), (4, 4))]),
        praktijk("zonder"),
        praktijk("gelijk", scans=[scan((3, 4))]),
    ]
    assert groups(*records, order="score-aanpak") == [
        ("Voldoende beoordeeld", ["Praktijk gelijk", "Praktijk hoog", "Praktijk laag"]),
        ("Voorlopig", ["Praktijk voorlopig"]),
        ("Onbekend", ["Praktijk niets", "Praktijk zonder"]),
    ]


def test_every_order_holds_every_record_under_unique_anchors_and_addresses() -> None:
    records = [praktijk(f"p{n}", themas=["geld", "wonen"][: 1 + n % 2]) for n in range(7)]
    alle = ordeningen(build_index(kennisbank(*records)))
    assert len({o.doel for o in alle}) == len(alle) == 6 + len(DIMENSIES)
    for ordening in alle:
        assert {k.id for g in ordening.groepen for k in g.kaarten} == {f"p{n}" for n in range(7)}
        assert len({g.id for g in ordening.groepen}) == len(ordening.groepen)
        assert all(len({k.id for k in g.kaarten}) == len(g.kaarten) for g in ordening.groepen)


def test_a_card_says_what_and_where() -> None:
    record = praktijk(
        "a",
        status="gestopt",
        locaties=[{"gemeente": "GM0150", "wijk": "Rivierenwijk"}, {"gemeente": "Elders"}, {"gemeente": "GM0363"}],
    )
    kaart = build_index(kennisbank(record)).kaarten["a"]
    assert kaart.plaats == "Rivierenwijk (Deventer), Elders en Amsterdam"
    assert (kaart.gestopt, kaart.status, kaart.doel) == (True, "gestopt", "praktijken/a/")
    assert [(t.tekst, t.doel) for t in kaart.themas] == [("Geld", "themas/geld/")]


@pytest.mark.parametrize(
    ("locaties", "plaats"),
    [
        ((("Ons", "A"), ("Ons", "B"), ("Ons", "C")), "A, B en C (Ons)"),
        ((("Ons", "A"), ("Elders", ""), ("Ons", "B")), "A en B (Ons); Elders"),
        ((("Ons", "A"), ("Ons", "")), "A (Ons) en Ons"),
        ((), "Landelijk of plaats onbekend"),
    ],
)
def test_parts_of_a_municipality_stand_together(locaties: tuple[tuple[str, str], ...], plaats: str) -> None:
    record = praktijk("a", locaties=[{"gemeente": g} | ({"wijk": w} if w else {}) for g, w in locaties])
    assert build_index(kennisbank(record)).kaarten["a"].plaats == plaats


# Home, themes, types, comparison


def test_home_counts_what_is_there_and_what_is_unknown() -> None:
    records = [
        praktijk("a", bijgewerkt="2026-01-01", scans=[scan((1, 2), (3, None))]),
        praktijk("b", bijgewerkt="2026-01-03", status="gestopt"),
    ]
    pagina = homepagina(build_index(kennisbank(*records, bronnen=[bron("boek")])))
    assert [(c.waarde, c.wat) for c in pagina.cijfers] == [
        ("2", "praktijken"),
        ("1", "daarvan gestopt, met hun lessen"),
        ("2", "bronnen"),
        ("85%", "van de criteria is onbekend"),
    ]
    assert [k.id for k in pagina.nieuwste] == ["b", "a"]
    assert [(link.tekst, aantal) for link, aantal in pagina.themas] == [("Wonen", 0), ("Geld", 2), ("Armoede", 0)]


def test_one_practice_is_not_called_practices() -> None:
    bank = kennisbank(praktijk("a"))
    assert homepagina(build_index(bank)).cijfers[0].wat == "praktijk"
    assert "1 praktijk." in words(rendered(bank, "praktijken/"))


def test_an_empty_knowledge_base_says_so() -> None:
    bank = kennisbank()
    pagina = homepagina(build_index(bank))
    assert pagina.cijfers[0].waarde == "0"
    assert pagina.cijfers[-1].waarde == "–"
    assert "Nog geen praktijken" in words(rendered(bank, "praktijken/"))
    assert "Nog geen." in words(rendered(bank, "vergelijk/"))
    assert all(not o.groepen for o in ordeningen(build_index(bank)))


def test_a_theme_without_practices_is_shown_as_a_gap() -> None:
    bank = kennisbank(praktijk("a", themas=["geld"]))
    paginas = {p.link.doel: p for p in themapaginas(build_index(bank))}
    assert list(paginas) == ["themas/wonen/", "themas/geld/", "themas/armoede/"]
    assert not paginas["themas/wonen/"].kaarten
    assert "witte vlek" in words(rendered(bank, "themas/wonen/"))
    assert [r.kaart.id for r in paginas["themas/geld/"].vergelijking().rijen] == ["a"]


def test_a_type_lists_and_compares_its_practices() -> None:
    soort = interventietype("zorg", "Zorgteam")
    bank = kennisbank(praktijk("b", interventietype="zorg"), praktijk("a"), interventietypen=[soort])
    pagina = interventietypepagina(build_index(bank), soort)
    assert [k.id for k in pagina.kaarten] == [r.kaart.id for r in pagina.vergelijking().rijen] == ["b"]
    assert pagina.bijgewerkt == "1 januari 2026"
    assert "Onbekend" in words(rendered(bank, "interventietypen/zorg/"))


def test_types_stand_by_title_whatever_their_keys_are() -> None:
    types = [interventietype("a-oud", "Zorgteam"), interventietype("z-nieuw", "Eén plan")]
    bank = kennisbank(*(praktijk(t.id, interventietype=t.id) for t in types), interventietypen=types)
    for address in ("interventietypen/", "vergelijk/"):
        text = words(rendered(bank, address))
        assert -1 < text.find("Eén plan") < text.find("Zorgteam"), address
    assert [choice.label for choice in termen(bank, TYPE)] == ["Eén plan", "Zorgteam"]
    prints = [job.stuk.titel for job in Jobs(build_index(bank), DAY).of_site()]
    assert prints.index("Eén plan") < prints.index("Zorgteam")


def test_comparison_rows_hold_the_facts_in_the_given_order() -> None:
    record = praktijk(
        "a",
        start="2009",
        einde="2012-01",
        status="afgerond",
        doelgroepen=["ouderen", "kinderen"],
        bewijs={"niveau": 1, "onderbouwing": "Er is een beschrijving.", "bronnen": BRONNEN},
        kosten=[
            {"bedrag": 4500, "per": "jaar", "jaar": "2011"},
            {"bedrag": 1, "per": "dag", "jaar": "2011"},
        ],
        verduurzaming={"route": "opgenomen"},
        scans=[scan((2, 2))],
    )
    index = build_index(kennisbank(praktijk("b"), record))
    tabel = vergelijking(index, "Titel", ["b", "a"])
    assert list(tabel.dimensies) == [f"Dimensie {key}" for key in DIMENSIES]
    assert [r.kaart.id for r in tabel.rijen] == ["b", "a"]
    rij = tabel.rijen[1]
    assert (rij.periode, rij.status, rij.doelgroepen) == ("2009 tot januari 2012", "Afgerond", "Ouderen en kinderen")
    bedragen = "€\N{NO-BREAK SPACE}4.500 per jaar (prijspeil 2011); €\N{NO-BREAK SPACE}1 per dag (prijspeil 2011)"
    assert (rij.bewijs, rij.kosten) == ("1 · goed beschreven", bedragen)
    assert rij.route == "Onderdelen zijn opgenomen door bestaande partijen"
    assert len(rij.kaart.profiel.balken) == len(tabel.dimensies)
    assert "punten zegt niets" in tabel.voorbehoud


def test_a_comparison_can_be_empty() -> None:
    assert vergelijking(build_index(kennisbank()), "Titel", []).rijen == ()


# Sources and terms


def test_sources_know_who_cites_them_at_any_depth_once() -> None:
    diep = {"aanpak": {"eerste": {"niveau": 1, "onderbouwing": "X.", "bronnen": [{"bron": "diep", "plaats": "p. 1"}]}}}
    record = praktijk("a", bronnen=[*BRONNEN, *BRONNEN], scans=[scan(oordelen=diep)])
    index = build_index(kennisbank(record, praktijk("b", bronnen=BRONNEN), bronnen=[bron("diep"), bron("los")]))
    assert cited(record) == {"rapport", "diep"}
    assert [link.doel for link in index.per_bron["rapport"]] == ["praktijken/a/", "praktijken/b/", "model/"]
    assert [link.tekst for link in index.per_bron["diep"]] == ["Praktijk a"]
    assert "los" not in index.per_bron


def test_a_term_or_source_that_is_missing_shows_its_key() -> None:
    index = build_index(kennisbank())
    assert index.term_label("themas", "nergens") == "nergens"
    assert index.termlink("themas", "geld").doel == "themas/geld/"
    assert index.termlink("doelgroepen", "ouderen").doel == "begrippen/doelgroepen/#ouderen"


def test_partners_are_grouped_by_role_and_no_partner_is_lost() -> None:
    partners = [
        {"organisatie": "A", "rol": "uitvoerend"},
        {"organisatie": "B"},
        {"organisatie": "C", "rol": "investerend"},
        {"organisatie": "D", "rol": "uitvoerend"},
        {"organisatie": "E", "rol": "nieuw"},
    ]
    bank = kennisbank(praktijk("a", partners=partners))
    coalitie = praktijkpagina(build_index(bank), bank.praktijken["a"], DAY).coalitie
    assert [(g.rol, [p.organisatie for p in g.partners]) for g in coalitie] == [
        ("Investerend", ["C"]),
        ("Uitvoerend", ["A", "D"]),
        ("nieuw", ["E"]),
        ("Rol onbekend", ["B"]),
    ]


@pytest.mark.parametrize(
    ("status", "einde", "regel"),
    [
        ("lopend", None, "Lopend"),
        ("onbekend", "2012", "Status onbekend"),
        ("gestopt", None, "Gestopt"),
        ("gestopt", "onbekend", "Gestopt"),
        ("gestopt", "2012", "Gestopt in 2012"),
        ("afgerond", "2012-03", "Afgerond in maart 2012"),
        ("afgerond", "2012-03-01", "Afgerond per 1 maart 2012"),
        ("structureel", "2012", "Structureel"),
    ],
)
def test_status_in_words(status: str, einde: str | None, regel: str) -> None:
    bank = kennisbank(praktijk("a", status=status, einde=einde))
    assert praktijkpagina(build_index(bank), bank.praktijken["a"], DAY).statusregel == regel


def test_provinces_group_the_municipalities() -> None:
    provincies = lijst("provincies", {"PV23": "Overijssel"})
    gemeenten = lijst("gemeenten", {"GM0150": "Deventer", "GM0363": "Amsterdam"}, GM0150={"breder": "PV23"})
    text = words(rendered(kennisbank(lijsten=[provincies, gemeenten]), "begrippen/gemeenten/"))
    assert "Overijssel Overijssel: begrippen" in text
