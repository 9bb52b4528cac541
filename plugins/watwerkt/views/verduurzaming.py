"""Verduurzaming in words: route, financing, benefits per payer and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.index import Bronlink, Index, Link, MetBron
from watwerkt.views.tekst import euro, getal, hoofdletter, moment

if TYPE_CHECKING:
    from watwerkt.records import Praktijk
    from watwerkt.records.praktijk import Baat, Bedragen

ROUTES = {
    "opgenomen": "Onderdelen zijn opgenomen door bestaande partijen",
    "geadopteerd": "Geadopteerd door samenwerkende instellingen",
    "sociale_onderneming": "Verder als sociale onderneming",
    "geen": "Er is geen route gekozen of gevonden",
    "onbekend": "Onbekend",
}


@value
class Financieringsregel:
    """One source of money or means."""

    van: str
    vorm: str
    bedrag: str
    periode: str
    bronnen: tuple[Bronlink, ...]


@value
class Baatregel:
    """A benefit for one payer."""

    baathouder: Link
    domein: str
    effect: str
    zekerheid: str
    bedrag: str
    verzilvering: str
    bronnen: tuple[Bronlink, ...]


@value
class Verduurzamingsbeeld:
    """Route, financing, benefits and what is asked."""

    route: str
    toelichting: str
    financiering: tuple[Financieringsregel, ...]
    baten: tuple[Baatregel, ...]
    vragen: tuple[MetBron, ...]


def verduurzamingsbeeld(index: Index, praktijk: Praktijk) -> Verduurzamingsbeeld:
    """Route, money, benefits and what is asked, in words."""
    deel = praktijk.verduurzaming
    return Verduurzamingsbeeld(
        route=ROUTES[deel.route],
        toelichting=deel.toelichting or "",
        financiering=tuple(
            Financieringsregel(
                van=f.bron,
                vorm=index.term_label("financieringsvormen", f.vorm) if f.vorm else "",
                bedrag=_bedrag_en_aandeel(f.bedrag, f.aandeel),
                periode=f.periode or "",
                bronnen=index.bronlinks(f.bronnen),
            )
            for f in deel.financiering
        ),
        baten=tuple(_baat(index, b) for b in deel.baten),
        vragen=tuple(
            MetBron(f"{hoofdletter(v.soort)} van {v.aan}", v.toelichting, index.bronlinks(v.bronnen))
            for v in deel.vraag
        ),
    )


def _bedrag_en_aandeel(bedrag: int | None, aandeel: float | None) -> str:
    delen = [euro(bedrag)] if bedrag is not None else []
    if aandeel is not None:
        delen.append(f"{getal(aandeel)}%")
    return ", ".join(delen)


def _baat(index: Index, baat: Baat) -> Baatregel:
    return Baatregel(
        baathouder=index.termlink("baathouders", baat.baathouder),
        domein=index.term_label("domeinen", baat.domein) if baat.domein else "",
        effect=baat.effect,
        zekerheid=baat.zekerheid,
        bedrag=_bedragen(baat.bedragen) if baat.bedragen else "",
        verzilvering=index.term_label("verzilveringsvormen", baat.verzilvering) if baat.verzilvering else "",
        bronnen=index.bronlinks(baat.bronnen),
    )


def _bedragen(bedragen: Bedragen) -> str:
    bekend = [
        f"{naam} {euro(bedrag)}"
        for naam, bedrag in (("laag", bedragen.laag), ("verwacht", bedragen.verwacht), ("hoog", bedragen.hoog))
        if bedrag is not None
    ]
    return f"{', '.join(bekend)} per {bedragen.per} (prijspeil {moment(bedragen.jaar)})" if bekend else ""
