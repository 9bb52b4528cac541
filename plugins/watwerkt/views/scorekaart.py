"""Page model of the scorekaart: all practices against the five dimensions, and figures of the whole portfolio.

The order under a funder's own weights is made in the browser (`site/static/scorekaart.js`); here everything stands in
title order, so that the page is complete without it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from watwerkt.records.base import ONBEKEND
from watwerkt.records.praktijk import Route
from watwerkt.records.values import value
from watwerkt.views.index import Index, Kaart, Link
from watwerkt.views.onderbouwing import bewijstekst
from watwerkt.views.tekst import ONBEKEND_TEKST, hoofdletter
from watwerkt.views.verduurzaming import ROUTES
from watwerkt.views.vergelijking import VOORBEHOUD, best_described

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.records.rubriek import Dimensie
    from watwerkt.views.profiel import Balk
    from watwerkt.views.uittreksel import Uittreksel

HOOGSTE_GEWICHT = 5
BEGINGEWICHT = 1
"""Every dimension counts the same until the visitor decides otherwise."""

SCOREKAART_MAXIMUM = 1000
"""A longer matrix is no longer usable: 10,000 rows weigh 39 MB."""


@value
class Scorekaartrij:
    """One practice; an empty text or tuple is *onbekend*."""

    kaart: Kaart
    bewijs: str
    kosten: str
    baathouders: tuple[Link, ...]
    vragen: tuple[str, ...]

    @property
    def balken(self) -> tuple[Balk, ...]:
        """Score and interval per dimension."""
        return self.kaart.profiel.balken


@value
class Verdeling:
    """How the practices spread over the values of one field; a practice may count more than once."""

    titel: str
    regels: tuple[tuple[Link, int], ...]


@value
class Scorekaart:
    """The whole page; ``baathouders`` and ``vraagsoorten`` are choices of id and label."""

    rijen: tuple[Scorekaartrij, ...]
    dimensies: tuple[Dimensie, ...]
    cijfers: tuple[tuple[str, str], ...]
    verdelingen: tuple[Verdeling, ...]
    baathouders: tuple[tuple[str, str], ...]
    vraagsoorten: tuple[tuple[str, str], ...]
    weggelaten: int
    voorbehoud: str = VOORBEHOUD
    hoogste_gewicht: int = HOOGSTE_GEWICHT
    begingewicht: int = BEGINGEWICHT


def scorekaart(index: Index) -> Scorekaart:
    """All practices in title order with the figures above them; of a long list the best described ones."""
    alle, gekozen = list(index.uittreksels.values()), op_de_scorekaart(index)
    return Scorekaart(
        rijen=tuple(_rij(index, index.uittreksels[praktijk_id]) for praktijk_id in gekozen),
        weggelaten=len(alle) - len(gekozen),
        dimensies=index.kennisbank.rubriek.dimensies,
        cijfers=_cijfers(alle),
        verdelingen=_verdelingen(index, alle),
        baathouders=_keuzes(([houder for houder, *_ in u.baten] for u in alle), _termen(index, "baathouders")),
        vraagsoorten=_keuzes(([soort for soort, _ in u.vraag] for u in alle), []),
    )


def op_de_scorekaart(index: Index) -> list[str]:
    """Practices that the matrix shows, in title order."""
    gekozen = best_described(index, index.uittreksels, SCOREKAART_MAXIMUM)
    return [praktijk_id for praktijk_id in index.uittreksels if praktijk_id in gekozen]


def _rij(index: Index, u: Uittreksel) -> Scorekaartrij:
    bewijs = bewijstekst(index, u.bewijs)
    houders = dict.fromkeys(houder for houder, *_ in u.baten)
    return Scorekaartrij(
        kaart=index.kaarten[u.id],
        bewijs="" if bewijs == ONBEKEND_TEKST else bewijs,
        kosten=u.kosten,
        baathouders=tuple(index.termlink("baathouders", houder) for houder in houders),
        vragen=tuple(f"{hoofdletter(soort)}: {aan}" for soort, aan in u.vraag),
    )


def _cijfers(alle: list[Uittreksel]) -> tuple[tuple[str, str], ...]:
    bekend, totaal = sum(u.bekend for u in alle), sum(len(u.niveaus) for u in alle)
    genoeg = sum(not any(score.voorlopig for score in u.profiel.scores) for u in alle)
    baten = [baat for u in alle for baat in u.baten]
    return (
        (str(len(alle)), "praktijk" if len(alle) == 1 else "praktijken"),
        (str(genoeg), "met genoeg bekend op alle dimensies"),
        (f"{round(100 * (totaal - bekend) / totaal)}%" if totaal else "–", "van de criteria is onbekend"),
        (f"{sum(met_bedrag for *_, met_bedrag in baten)} van {len(baten)}", "baten hebben een bedrag"),
    )


def _verdelingen(index: Index, alle: list[Uittreksel]) -> tuple[Verdeling, ...]:
    themas = Counter(thema for u in alle for thema in u.themas)
    routes = Counter(u.route for u in alle)
    houders = Counter(h for u in alle for h in {houder for houder, *_ in u.baten})
    zonder = sum(not u.baten for u in alle)
    termen = _termen(index, "themas")
    return (
        Verdeling("Thema", _geteld((Link(label, f"praktijken/?thema={t}"), themas[t]) for t, label in termen)),
        Verdeling("Route", _geteld((Link(ROUTES[r], f"praktijken/?route={r.value}"), routes[r.value]) for r in Route)),
        Verdeling(
            "Baathouder",
            (
                *_geteld((index.termlink("baathouders", h), houders[h]) for h, _ in _termen(index, "baathouders")),
                *_geteld([(Link("Onbekend", f"praktijken/?baathouder={ONBEKEND}"), zonder)]),
            ),
        ),
    )


def _geteld(regels: Iterable[tuple[Link, int]]) -> tuple[tuple[Link, int], ...]:
    """What occurs, most first; *onbekend* is no winner and comes last."""
    return tuple(sorted((r for r in regels if r[1]), key=lambda r: (r[0].tekst == "Onbekend", -r[1])))


def _termen(index: Index, lijst: str) -> list[tuple[str, str]]:
    return [(t.id, t.label) for t in index.kennisbank.termen(lijst)]


def _keuzes(per_praktijk: Iterable[list[str]], termen: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Choices of a filter: what occurs, known terms in their order, and *onbekend* when a practice has none."""
    lijsten = list(per_praktijk)
    gebruikt = dict.fromkeys(waarde for lijst in lijsten for waarde in lijst)
    keuzes = [(sleutel, label) for sleutel, label in termen if sleutel in gebruikt]
    bekend = {sleutel for sleutel, _ in keuzes}
    keuzes += [(waarde, hoofdletter(waarde)) for waarde in gebruikt if waarde not in bekend]
    if any(not lijst for lijst in lijsten):
        keuzes.append((ONBEKEND, "Onbekend"))
    return tuple(keuzes)
