"""What somebody filled in can be read on the page of the practice, down to the last field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from views_samples import (
    BRONNEN,
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

from watwerkt.records import Model
from watwerkt.views.tekst import getal, moment, woord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.knowledge.kennisbank import Kennisbank

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
            if name == "ingetrokken":
                continue  # a withdrawn record has no page with its contents
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
    assert hidden == []


def test_a_full_record_reads_unknown_nowhere(full: Kennisbank) -> None:
    text = words(rendered(full, "praktijken/alles/"))
    assert "nbekend" not in text.replace("voorlopig: te weinig bekend", "")
    assert "Weet u het?" not in text
