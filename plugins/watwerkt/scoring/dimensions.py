"""Score, interval and coverage of one dimension.

All sums are made with whole numbers and divided once, so that the result is the nearest float to the exact
fraction: the order of criteria cannot matter, equal fractions tie exactly, and a score that should be on a
threshold is on it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import TYPE_CHECKING

from watwerkt.records.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watwerkt.records import Dimensie, Oordeel

HOOGSTE_NIVEAU = 4
"""Top of the scale 0-4, which the record models fix."""


@value
class Dimensiescore:
    """What is known of one dimension.

    ``score`` runs from 0 to 100 and is None when no criterion is known. ``laag`` and ``hoog`` are the score
    if every unknown criterion were 0, or 4; without any known criterion that is 0 and 100. ``dekking`` is the
    share of the weight that is known, 0 to 1. ``voorlopig`` marks a score that rests on too little, or no
    score.
    """

    dimensie: str
    score: float | None
    laag: float
    hoog: float
    dekking: float
    bekend: int
    totaal: int
    voorlopig: bool


@lru_cache(maxsize=1024)
def hele_gewichten(gewichten: tuple[float, ...]) -> tuple[int, ...]:
    """Return whole numbers in the same proportion as the decimals that stand in the file: 0.1 is exactly one tenth."""
    exact = [Fraction(str(gewicht)) for gewicht in gewichten]
    noemer = lcm(*(gewicht.denominator for gewicht in exact))
    return tuple(gewicht.numerator * (noemer // gewicht.denominator) for gewicht in exact)


def known_level(oordeel: Oordeel | None) -> int | None:
    """Return the level 0-4, or None when it was not given or is *onbekend*."""
    return oordeel.niveau if oordeel is not None and isinstance(oordeel.niveau, int) else None


def score_dimensie(dimensie: Dimensie, oordelen: Mapping[str, Oordeel], minimale_dekking: float) -> Dimensiescore:
    """Score one dimension from the levels of its criteria.

    Args:
        dimensie: The dimension with its criteria and weights.
        oordelen: Level per criterion id. A criterion that is missing is unknown; a key that is no criterion
            of this dimension has no influence.
        minimale_dekking: Share of the weight (0-1) below which the score is ``voorlopig``.

    """
    niveaus = tuple(known_level(oordelen.get(criterium.id)) for criterium in dimensie.criteria)
    return score_niveaus(dimensie, niveaus, minimale_dekking)


def score_niveaus(dimensie: Dimensie, niveaus: tuple[int | None, ...], minimale_dekking: float) -> Dimensiescore:
    """Score one dimension from the level of each of its criteria in their order; what is unknown has none."""
    gewichten = tuple(criterium.gewicht for criterium in dimensie.criteria)
    return _score(dimensie.id, gewichten, niveaus, minimale_dekking)


@lru_cache(maxsize=1 << 14)
def _score(
    dimensie: str, gewogen: tuple[float, ...], niveaus: tuple[int | None, ...], minimale_dekking: float
) -> Dimensiescore:
    gewichten = hele_gewichten(gewogen)
    bekend = [(gewicht, niveau) for gewicht, niveau in zip(gewichten, niveaus, strict=True) if niveau is not None]
    totaal_gewicht = sum(gewichten)
    bekend_gewicht = sum(gewicht for gewicht, _ in bekend)
    punten = sum(gewicht * niveau for gewicht, niveau in bekend)
    onbekende_punten = HOOGSTE_NIVEAU * (totaal_gewicht - bekend_gewicht)
    dekking = bekend_gewicht / totaal_gewicht
    return Dimensiescore(
        dimensie=dimensie,
        score=100 * punten / (HOOGSTE_NIVEAU * bekend_gewicht) if bekend else None,
        laag=100 * punten / (HOOGSTE_NIVEAU * totaal_gewicht),
        hoog=100 * (punten + onbekende_punten) / (HOOGSTE_NIVEAU * totaal_gewicht),
        dekking=dekking,
        bekend=len(bekend),
        totaal=len(niveaus),
        voorlopig=not bekend or dekking < minimale_dekking,
    )
