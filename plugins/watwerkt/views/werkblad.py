"""Page models of the worksheets: blank for a group, or with what is known about one practice filled in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from watwerkt.records.base import ONBEKEND
from watwerkt.records.rubriek import SoortDimensie
from watwerkt.records.values import value
from watwerkt.views.beoordeling import Criteriumregel, dimensieblokken
from watwerkt.views.index import Link
from watwerkt.views.onderbouwing import Stap, stap
from watwerkt.views.rapport import KENMERK
from watwerkt.views.tekst import getal, moment
from watwerkt.views.verduurzaming import Baatregel, verduurzamingsbeeld

if TYPE_CHECKING:
    from watwerkt.records import Dimensie
    from watwerkt.views.index import Index, Kaart


class Werkbladsoort(StrEnum):
    """The four worksheets."""

    QUICKSCAN = "quickscan"
    EFFECTENARENA = "effectenarena"
    COALITIE = "coalitie"
    BATEN = "baten"


TITELS = {
    Werkbladsoort.QUICKSCAN: "Quick-scan met het 4+1-model",
    Werkbladsoort.EFFECTENARENA: "Effectenarena: als dit, dan dat",
    Werkbladsoort.COALITIE: "Coalitiekaart: wie doet mee, en hoe",
    Werkbladsoort.BATEN: "Batentabel: wie heeft er voordeel van",
}

UITLEG = {
    Werkbladsoort.QUICKSCAN: (
        "Vul dit samen in. Lees per criterium de vraag en de drie ankers, kies een niveau en schrijf op waar u dat aan "
        "ziet. Weet niemand het? Kies dan onbekend: dat is geen nul, maar iets om uit te zoeken."
    ),
    Werkbladsoort.EFFECTENARENA: (
        "Begin links: wie investeert wat? Maak dan de zin af, van links naar rechts. Eén regel is één redenering. "
        "Weet u een stap niet, laat het vak dan open: dat is een vraag voor de partner die er baat bij heeft."
    ),
    Werkbladsoort.COALITIE: (
        "Zet elke partner in een vak: in de kolom wat de partner doet, in de rij op welk niveau u contact heeft. Lege "
        "vakken zijn geen fout, maar laten zien wie u nog kunt vragen."
    ),
    Werkbladsoort.BATEN: (
        "Eén regel per partij die er voordeel van heeft, ook als die nu niet betaalt. Schrijf op hoe zeker het effect "
        "is: gemeten, een schatting of een verwachting. Laat een bedrag open als geen bron het noemt."
    ),
}

HTML_TWEELING = {
    Werkbladsoort.QUICKSCAN: Link("Quick-scan van uw eigen project", "quickscan/"),
    Werkbladsoort.EFFECTENARENA: Link("Veldgids: de velden van de Effectenarena", "veldgids/praktijk/"),
    Werkbladsoort.COALITIE: Link("Begrippen: rollen van partners", "begrippen/rollen/"),
    Werkbladsoort.BATEN: Link("Baathouders", "baathouders/"),
}
"""Where the site asks or explains the same."""


@value
class Vakkop:
    """Head of a column or row, with what it means."""

    id: str
    label: str
    definitie: str


@value
class Werkbladcriterium:
    """A criterion to score: its question and what levels 0, 2 and 4 look like."""

    id: str
    label: str
    vraag: str
    gewicht: str
    ankers: tuple[str, str, str]


@value
class Werkbladdimensie:
    """A dimension of the quick-scan, and what is known about the practice by criterion."""

    label: str
    plus: bool
    vraag: str
    criteria: tuple[Werkbladcriterium, ...]
    bekend: dict[str, Criteriumregel]


@value
class Werkblad:
    """Everything a worksheet shows; without ``kaart`` it is blank."""

    soort: Werkbladsoort
    titel: str
    uitleg: str
    doel: str
    kaart: Kaart | None
    schaal: tuple[Vakkop, ...]
    dimensies: tuple[Werkbladdimensie, ...]
    stappen: tuple[Stap, ...]
    rollen: tuple[Vakkop, ...]
    niveaus: tuple[Vakkop, ...]
    partners: dict[str, tuple[str, ...]]
    baten: tuple[Baatregel, ...]
    baathouders: tuple[str, ...]
    verzilveringen: tuple[str, ...]
    versie: str


def werkblad(index: Index, soort: Werkbladsoort, praktijk_id: str = "") -> Werkblad:
    """Build a worksheet, blank or for one practice."""
    kaart = index.kaarten[praktijk_id] if praktijk_id else None
    praktijk = index.kennisbank.praktijken[praktijk_id] if praktijk_id else None
    beeld = verduurzamingsbeeld(index, praktijk) if praktijk else None
    wil = {naam: soort == naam for naam in Werkbladsoort}
    return Werkblad(
        soort=soort,
        titel=TITELS[soort],
        uitleg=UITLEG[soort],
        doel=kaart.doel if kaart else HTML_TWEELING[soort].doel,
        kaart=kaart,
        schaal=tuple(Vakkop(str(n.niveau), n.label, n.betekenis) for n in index.kennisbank.rubriek.schaal),
        dimensies=_dimensies(index, praktijk_id) if wil[Werkbladsoort.QUICKSCAN] else (),
        stappen=tuple(stap(index, s) for s in praktijk.effectenarena) if praktijk else (),
        rollen=_vakken(index, "rollen"),
        niveaus=_vakken(index, "coalitieniveaus"),
        partners=_partners(index, praktijk_id) if wil[Werkbladsoort.COALITIE] else {},
        baten=beeld.baten if beeld else (),
        baathouders=tuple(v.label for v in _vakken(index, "baathouders")),
        verzilveringen=tuple(v.label for v in _vakken(index, "verzilveringsvormen")),
        versie=_versie(index, praktijk_id),
    )


def _dimensies(index: Index, praktijk_id: str) -> tuple[Werkbladdimensie, ...]:
    bekend: dict[str, dict[str, Criteriumregel]] = {}
    if praktijk_id:
        blokken = dimensieblokken(index, praktijk_id)
        bekend = {b.id: {r.id: r for r in b.regels if r.niveau is not None} for b in blokken}
    return tuple(_dimensie(d, bekend.get(d.id, {})) for d in index.kennisbank.rubriek.dimensies)


def _dimensie(dimensie: Dimensie, bekend: dict[str, Criteriumregel]) -> Werkbladdimensie:
    criteria = tuple(
        Werkbladcriterium(c.id, c.label, c.vraag, getal(c.gewicht), (c.anker_0, c.anker_2, c.anker_4))
        for c in dimensie.criteria
    )
    plus = dimensie.soort is SoortDimensie.PLUS
    return Werkbladdimensie(dimensie.label, plus, dimensie.vraag, criteria, bekend)


def _vakken(index: Index, lijst: str) -> tuple[Vakkop, ...]:
    return tuple(Vakkop(t.id, t.label, t.definitie) for t in index.kennisbank.termen(lijst))


def _partners(index: Index, praktijk_id: str) -> dict[str, tuple[str, ...]]:
    """Names by ``rol|niveau``; a part that nobody filled in reads *onbekend*."""
    vakken: dict[str, list[str]] = {}
    praktijk = index.kennisbank.praktijken.get(praktijk_id)
    for partner in praktijk.partners if praktijk else ():
        vak = f"{partner.rol or ONBEKEND}|{partner.niveau or ONBEKEND}"
        vakken.setdefault(vak, []).append(partner.organisatie)
    return {vak: tuple(namen) for vak, namen in sorted(vakken.items())}


def _versie(index: Index, praktijk_id: str) -> str:
    kennisbank = index.kennisbank
    rubriek = f"rubriek {kennisbank.rubriek.versie}"
    if not praktijk_id:
        return rubriek
    kenmerk = kennisbank.digest("praktijken", praktijk_id)[:KENMERK]
    return f"{moment(kennisbank.praktijken[praktijk_id].bijgewerkt)}, kenmerk {kenmerk}, {rubriek}"
