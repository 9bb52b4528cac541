"""What a practice rests on: if-then steps, evidence, measurements and coalition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.index import Bronlink, Index, MetBron
from watwerkt.views.tekst import ONBEKEND_TEKST, getal, hoofdletter, moment

if TYPE_CHECKING:
    from watwerkt.records import Praktijk
    from watwerkt.records.praktijk import Als, Indicator, Waarde


@value
class Stap:
    """One if-then of the Effectenarena."""

    investering: str
    investeerder: str
    activiteit: str
    output: str
    effect: str
    baathouder: str
    bronnen: tuple[Bronlink, ...]


@value
class Meetpunt:
    """A measured value: moment in words, the number, its Dutch notation, n or ``None``."""

    moment: str
    waarde: float
    tekst: str
    n: int | None

    @property
    def regel(self) -> str:
        """The value on one line: *34,5 (2010, n = 42)*."""
        return f"{self.tekst} ({self.moment}, {'n onbekend' if self.n is None else f'n = {getal(self.n)}'})"


@value
class Meetreeks:
    """An indicator from 0-meting to later measurements."""

    naam: str
    leefgebied: str
    eenheid: str
    beter: str
    nulmeting: Meetpunt | None
    metingen: tuple[Meetpunt, ...]
    bronnen: tuple[Bronlink, ...]


@value
class Partnerregel:
    """A partner in the coalition."""

    organisatie: str
    sector: str
    niveau: str
    inbreng: str
    bronnen: tuple[Bronlink, ...]


@value
class Partnergroep:
    """Partners with the same role."""

    rol: str
    partners: tuple[Partnerregel, ...]


def bewijstekst(index: Index, niveau: int | None) -> str:
    """A step on the effectladder in words: *1 · goed beschreven*, or *onbekend*."""
    if niveau is None:
        return ONBEKEND_TEKST
    label = next((t.label for t in index.kennisbank.termen("bewijsniveaus") if t.waarde == niveau), "")
    return f"{niveau} · {label.lower()}" if label else str(niveau)


def bewijs(index: Index, praktijk: Praktijk) -> MetBron:
    """Step on the effectladder with its reason."""
    if praktijk.bewijs is None:
        return MetBron("Onbekend", "Nog niemand heeft bepaald op welke trede van de effectladder dit staat.", ())
    return MetBron(
        hoofdletter(bewijstekst(index, index.uittreksels[praktijk.id].bewijs)),
        praktijk.bewijs.onderbouwing,
        index.bronlinks(praktijk.bewijs.bronnen),
    )


def _meetpunt(waarde: Waarde) -> Meetpunt:
    wanneer = "moment onbekend" if waarde.moment == "onbekend" else moment(waarde.moment)
    return Meetpunt(wanneer, waarde.waarde, getal(waarde.waarde), waarde.n)


def reeks(index: Index, indicator: Indicator) -> Meetreeks:
    """An indicator with its measurements in words."""
    return Meetreeks(
        naam=indicator.naam,
        leefgebied=index.term_label("leefgebieden", indicator.leefgebied) if indicator.leefgebied else "",
        eenheid=indicator.eenheid,
        beter=indicator.richting or "",
        nulmeting=_meetpunt(indicator.nulmeting) if indicator.nulmeting else None,
        metingen=tuple(_meetpunt(m) for m in indicator.metingen),
        bronnen=index.bronlinks(indicator.bronnen),
    )


def coalitie(index: Index, praktijk: Praktijk) -> tuple[Partnergroep, ...]:
    """Partners by role, in the order of the vocabulary; without a role last."""
    rollen = dict.fromkeys(t.id for t in index.kennisbank.termen("rollen"))
    rollen |= dict.fromkeys(p.rol for p in praktijk.partners if p.rol)
    groepen = []
    for rol in (*rollen, None):
        partners = tuple(
            Partnerregel(
                p.organisatie,
                index.term_label("sectoren", p.sector) if p.sector else "",
                index.term_label("coalitieniveaus", p.niveau) if p.niveau else "",
                p.inbreng or "",
                index.bronlinks(p.bronnen),
            )
            for p in praktijk.partners
            if p.rol == rol
        )
        if partners:
            groepen.append(Partnergroep(index.term_label("rollen", rol) if rol else "Rol onbekend", partners))
    return tuple(groepen)


def stap(index: Index, als: Als) -> Stap:
    """One if-then with its sources."""
    return Stap(
        investering=als.investering,
        investeerder=als.investeerder or "",
        activiteit=als.activiteit,
        output=als.output,
        effect=als.effect,
        baathouder=als.baathouder or "",
        bronnen=index.bronlinks(als.bronnen),
    )
