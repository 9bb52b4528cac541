"""Comparison tables: the same facts of several practices beside each other, one row per practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.praktijk import Route
from watwerkt.records.values import value
from watwerkt.views.onderbouwing import bewijstekst
from watwerkt.views.tekst import ONBEKEND_TEKST, hoofdletter, opsomming, woord
from watwerkt.views.verduurzaming import ROUTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.views.index import Index, Kaart

VERGELIJK_MAXIMUM = 60
"""A longer table compares nothing any more; the best described practices are shown."""

VOORBEHOUD = (
    "De scores zijn gegeven op basis van verschillende bronnen, door verschillende beoordelaars en in verschillende "
    "jaren. Een verschil van een paar punten zegt niets. Lees altijd de redenen erachter."
)


@value
class Vergelijkrij:
    """One practice in a comparison table."""

    kaart: Kaart
    periode: str
    status: str
    doelgroepen: str
    bewijs: str
    kosten: str
    route: str


@value
class Vergelijking:
    """A comparison table with its caption and caveat; dimension names are the column heads."""

    titel: str
    dimensies: list[str]
    rijen: tuple[Vergelijkrij, ...]
    weggelaten: int
    voorbehoud: str = VOORBEHOUD


def vergelijking(index: Index, titel: str, praktijk_ids: Iterable[str]) -> Vergelijking:
    """Put practices beside each other in the given order; of a long list only the best described ones."""
    alle = tuple(praktijk_ids)
    gekozen = best_described(index, alle, VERGELIJK_MAXIMUM)
    return Vergelijking(
        titel=titel,
        dimensies=[d.label for d in index.kennisbank.rubriek.dimensies],
        rijen=tuple(_rij(index, pid) for pid in alle if pid in gekozen),
        weggelaten=len(alle) - len(gekozen),
    )


def best_described(index: Index, praktijk_ids: Iterable[str], maximum: int) -> set[str]:
    """Ids of at most ``maximum`` practices, those with the most known criteria first."""
    return set(sorted(praktijk_ids, key=lambda pid: -index.uittreksels[pid].bekend)[:maximum])


def _rij(index: Index, praktijk_id: str) -> Vergelijkrij:
    u = index.uittreksels[praktijk_id]
    return Vergelijkrij(
        kaart=index.kaarten[praktijk_id],
        periode=u.looptijd,
        status="Status onbekend" if u.status == "onbekend" else hoofdletter(woord(u.status)),
        doelgroepen=hoofdletter(opsomming(index.term_label("doelgroepen", d).lower() for d in u.doelgroepen)),
        bewijs=hoofdletter(bewijstekst(index, u.bewijs)),
        kosten=u.kosten or ONBEKEND_TEKST,
        route=ROUTES[Route(u.route)],
    )
