"""What nobody filled in is called unknown, everywhere; what somebody filled in is nowhere hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from views_samples import (
    BRONNEN,
    CRITERIA,
    DIMENSIES,
    LIJSTEN,
    REQUIRED,
    bron,
    interventietype,
    kennisbank,
    lijst,
    praktijk,
    rendered,
    scan,
    under_headings,
    words,
)

from watwerkt.records import Model, Praktijk
from watwerkt.views.beoordeling import GEEN_REDEN, GEEN_SCAN
from watwerkt.views.index import build_index
from watwerkt.views.praktijk import praktijkpagina
from watwerkt.views.tekst import getal, moment, woord
from watwerkt.views.vergelijking import vergelijking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.knowledge.kennisbank import Kennisbank

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
    feiten = praktijkpagina(build_index(bare), bare.praktijken[BARE]).feiten
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
    pagina = praktijkpagina(build_index(bare), bare.praktijken[BARE])
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
    blokken = praktijkpagina(build_index(bank), bank.praktijken["half"]).blokken
    assert [(r.niveau, r.onderbouwing) for r in blokken[0].regels] == [
        (3, "Reden van eerste bij aanpak."),
        (None, GEEN_REDEN),
    ]
    report = words(rendered(bank, "praktijken/half/quickscan/"))
    assert "Over 9 van de 10 criteria zeggen de bronnen niets." in report


def test_a_level_that_was_called_unknown_keeps_its_reason() -> None:
    oordelen = {"meten": {"eerste": {"niveau": "onbekend", "onderbouwing": "Het rapport zwijgt."}}}
    bank = kennisbank(praktijk("zwijgt", scans=[scan(oordelen=oordelen)]))
    regel = praktijkpagina(build_index(bank), bank.praktijken["zwijgt"]).blokken[1].regels[0]
    assert (regel.niveau, regel.onderbouwing) == (None, "Het rapport zwijgt.")


def test_zero_is_not_unknown() -> None:
    bank = kennisbank(praktijk("nul", scans=[scan((0, 0))]))
    balken = praktijkpagina(build_index(bank), bank.praktijken["nul"]).profiel.balken
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
        feiten = {f.label: f.waarden for f in praktijkpagina(build_index(bank), bank.praktijken["x"]).feiten}
        assert [w.tekst for w in feiten["Wanneer"]] == [verwacht]
        assert vergelijking(build_index(bank), "", ["x"]).rijen[0].periode == verwacht


def test_partly_known_facts_name_what_is_missing() -> None:
    bank = kennisbank(
        praktijk(
            "deels",
            kosten=[{"bedrag": 4500, "per": "deelnemer", "jaar": "onbekend"}],
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
    assert "€ 4.500 per deelnemer (prijspeil onbekend). Wie betaalt, is onbekend." in text
    assert "1.280,5 (moment onbekend, n onbekend)" in text
    assert "0,004 (2012, n = 1.280)" in text
    assert "x: Goed (datum onbekend)" in text
    assert "Rol onbekend Partners: rol onbekend" in text
    assert "hoog € 3.000 per jaar (prijspeil mei 2011)" in text
    pagina = praktijkpagina(build_index(bank), bank.praktijken["deels"])
    (groep,) = pagina.coalitie
    assert groep.partners[0].sector == ""
    row = text[text.index("Buurthuis") :]
    assert row.split("Buurthuis", 1)[1].strip().startswith("Onbekend Onbekend Onbekend geen bron")


# A record in which every field of every part is filled in, each with a text or number of its own.
FULL = {
    "titel": "Titel van alles",
    "kern": "Kern van alles: alles is ingevuld.",
    "samenvatting": "Samenvatting van alles: alles is ingevuld.",
    "soort": "bewonersinitiatief",
    "interventietype": "soort-aanpak",
    "themas": ["geld", "wonen"],
    "leefgebieden": ["financien"],
    "doelgroepen": ["ouderen", "kinderen"],
    "status": "gestopt",
    "record_status": "getoetst",
    "bijgewerkt": "2026-01-15",
    "voorheen": ["oude-naam"],
    "locaties": [{"gemeente": "GM0150", "wijk": "Wijknaam"}],
    "start": "2001-02",
    "einde": "2012-03",
    "bereik": [{"aantal": 12345, "eenheid": "bereikte huizen", "periode": "bereikperiode", "bronnen": BRONNEN}],
    "probleem": "Tekst van probleem.",
    "doelgroep": "Tekst van doelgroep.",
    "doel": "Tekst van doel.",
    "subdoelen": ["Tekst van subdoel."],
    "aanpak": "Tekst van aanpak.",
    "werkzame_bestanddelen": [{"naam": "Naam van deel", "waarom": "Waarom van deel.", "bronnen": BRONNEN}],
    "duur": "Tekst van duur.",
    "betrokkenheid_bewoners": "Tekst van betrokkenheid.",
    "randvoorwaarden": "Tekst van randvoorwaarden.",
    "deskundigheid": "Tekst van deskundigheid.",
    "materialen": "Tekst van materialen.",
    "kosten": [
        {
            "bedrag": 4501,
            "per": "kostenpost",
            "jaar": "2002",
            "betaler": "kostenbetaler",
            "toelichting": "Toelichting van kosten.",
            "bronnen": BRONNEN,
        }
    ],
    "effectenarena": [
        {
            "investering": "Investering van als.",
            "investeerder": "investeerder van als",
            "activiteit": "Activiteit van als.",
            "output": "Output van als.",
            "effect": "Effect van als.",
            "baathouder": "baathouder van als",
            "bronnen": BRONNEN,
        }
    ],
    "bewijs": {"niveau": 2, "onderbouwing": "Onderbouwing van bewijs.", "bronnen": BRONNEN},
    "indicatoren": [
        {
            "naam": "Naam van indicator",
            "leefgebied": "netwerk",
            "eenheid": "eenheid van indicator",
            "richting": "lager",
            "nulmeting": {"moment": "2003", "waarde": 34.25, "n": 4321},
            "metingen": [{"moment": "2004-05", "waarde": 17.75, "n": 4320}],
            "bronnen": BRONNEN,
        }
    ],
    "verhalen": [{"tekst": "Tekst van verhaal.", "bronnen": BRONNEN}],
    "partners": [
        {
            "organisatie": "Organisatie van partner",
            "sector": "welzijn",
            "rol": "uitvoerend",
            "niveau": "bestuurlijk",
            "inbreng": "Inbreng van partner.",
            "bronnen": BRONNEN,
        }
    ],
    "verduurzaming": {
        "route": "geadopteerd",
        "toelichting": "Toelichting van route.",
        "financiering": [
            {
                "bron": "Financier",
                "vorm": "subsidie",
                "bedrag": 50001,
                "aandeel": 37.5,
                "periode": "financieringsperiode",
                "bronnen": BRONNEN,
            }
        ],
        "baten": [
            {
                "baathouder": "zorgkas",
                "domein": "zorg",
                "effect": "Effect van baat.",
                "zekerheid": "schatting",
                "bedragen": {"laag": 1001, "verwacht": 2002, "hoog": 3003, "per": "baatpost", "jaar": "2005"},
                "verzilvering": "waardering",
                "bronnen": BRONNEN,
            }
        ],
        "vraag": [
            {"aan": "gevraagde", "soort": "mandaat", "toelichting": "Toelichting van vraag.", "bronnen": BRONNEN}
        ],
    },
    "lessen": {
        naam: [{"tekst": f"Les {nummer}.", "bronnen": BRONNEN}]
        for nummer, naam in enumerate(("werkte", "werkte_niet", "waar_liep_het_spaak", "wat_bleef"))
    },
    "erkenning": [
        {"databank": "movisie", "niveau": "Goed onderbouwd", "datum": "2019-05", "link": "https://www.voorbeeld.nl/x"}
    ],
    "scans": [
        scan((1, 3), (2, 4), (0, 1), (3, 2), (4, 0), getoetst=True)
        | {"beoordelaar": {"rol": "extern", "organisatie": "Organisatie van lezer"}, "basis": "Basis van scan."}
    ],
    "bronnen": [{"bron": "boek", "plaats": "plaats in boek"}],
}
LABELS = {
    "themas": {"geld": "Geldzaken", "wonen": "Huis en thuis"},
    "doelgroepen": {"ouderen": "Oude mensen", "kinderen": "Jonge mensen"},
    "leefgebieden": {"financien": "Gebied van geld", "netwerk": "Gebied van mensen"},
    "gemeenten": {"GM0150": "Deventer"},
    "rollen": {"uitvoerend": "Rol van doen"},
    "sectoren": {"welzijn": "Sector van welzijn"},
    "coalitieniveaus": {"bestuurlijk": "Niveau van bestuur"},
    "financieringsvormen": {"subsidie": "Vorm van geld"},
    "baathouders": {"zorgkas": "Kas van zorg"},
    "domeinen": {"zorg": "Domein van zorg"},
    "verzilveringsvormen": {"waardering": "Vorm van waarderen"},
    "erkenningen": {"movisie": "Bank van Movisie"},
}
IN_WORDS = {
    "record_status": "Getoetst door twee lezers",
    "interventietype": "Type van aanpak",
    "verduurzaming.route": "Geadopteerd door samenwerkende instellingen",
    "scans[0].beoordelaar.rol": "een partij van buiten",
    "scans[0].getoetst": "Getoetst door een tweede lezer.",
    "bewijs.niveau": "2 · goed onderbouwd",
}
NOT_SHOWN = {"id", "voorheen[0]"}


def leaves(value: object, pad: str = "") -> Iterator[tuple[str, object]]:
    """Yield the path and value of everything in a record that is not made of parts."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), f"{pad}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from leaves(item, f"{pad}[{number}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{pad}.{key}")
    else:
        yield pad, value


def shown(pad: str, value: object) -> str:
    """Return a value as a reader must find it on the page."""
    if pad in IN_WORDS:
        return IN_WORDS[pad]
    for labels in LABELS.values():
        if isinstance(value, str) and value in labels:
            return labels[value]
    if isinstance(value, int | float):
        return getal(value)
    return moment(woord(str(value)))


@pytest.fixture(scope="module")
def full() -> Kennisbank:
    ladder = next(b for b in LIJSTEN if b.id == "bewijsniveaus")
    return kennisbank(
        praktijk("alles", **FULL),
        interventietypen=[interventietype("soort-aanpak", "Type van aanpak")],
        bronnen=[bron("boek", kort="Korte naam van boek")],
        lijsten=[ladder, *(lijst(name, terms) for name, terms in LABELS.items())],
    )


def test_the_full_record_really_has_every_field_of_every_part(full: Kennisbank) -> None:
    waiting: list[Model] = [full.praktijken["alles"]]
    while waiting:
        part = waiting.pop()
        for name in type(part).model_fields:
            value = getattr(part, name)
            assert value not in (None, (), {}, "onbekend"), f"{type(part).__name__}.{name}"
            waiting.extend(
                item for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, Model)
            )


def test_everything_in_a_full_record_can_be_read_on_its_page(full: Kennisbank) -> None:
    html = rendered(full, "praktijken/alles/")
    text = f"{words(html)} {html}".casefold()
    hidden = [
        f"{pad}: {shown(pad, value)}"
        for pad, value in leaves(full.praktijken["alles"])
        if pad not in NOT_SHOWN and shown(pad, value).casefold() not in text
    ]
    assert hidden == ["scans[0].basis: Basis van scan."]
    assert "Basis van scan." in words(rendered(full, "praktijken/alles/quickscan/"))


def test_a_full_record_reads_unknown_nowhere(full: Kennisbank) -> None:
    text = words(rendered(full, "praktijken/alles/"))
    assert "nbekend" not in text.replace("voorlopig: te weinig bekend", "")
    assert "Weet u het?" not in text
