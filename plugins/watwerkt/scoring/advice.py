"""What to do next, and what still has to be found out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.scoring.dimensions import known_level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.records import Criterium, Dimensie, Rubriek, Scan
    from watwerkt.records.rubriek import Advies


@value
class Adviesregel:
    """The advice of one criterion (ids of dimension and criterion) at its known level 0-4."""

    dimensie: str
    criterium: str
    niveau: int
    gewicht: float
    advies: Advies


@value
class OpenVraag:
    """A criterion whose level is unknown, with the question that would settle it."""

    dimensie: str
    criterium: str
    vraag: str


def _levels(rubriek: Rubriek, scan: Scan | None) -> Iterator[tuple[Dimensie, Criterium, int | None]]:
    oordelen = scan.oordelen if scan is not None else {}
    for dimensie in rubriek.dimensies:
        van_dimensie = oordelen.get(dimensie.id, {})
        for criterium in dimensie.criteria:
            yield dimensie, criterium, known_level(van_dimensie.get(criterium.id))


def adviezen(rubriek: Rubriek, scan: Scan | None) -> tuple[Adviesregel, ...]:
    """Return the advice for every known level up to and including the rubric's ``adviesgrens``.

    Lowest level first, then highest weight, then the order of the rubric. An unknown level gives no advice
    but an open question (`open_vragen`).
    """
    regels = [
        Adviesregel(dimensie.id, criterium.id, niveau, criterium.gewicht, criterium.advies)
        for dimensie, criterium, niveau in _levels(rubriek, scan)
        if niveau is not None and niveau <= rubriek.adviesgrens
    ]
    return tuple(sorted(regels, key=lambda regel: (regel.niveau, -regel.gewicht)))


def open_vragen(rubriek: Rubriek, scan: Scan | None) -> tuple[OpenVraag, ...]:
    """Return the criteria without a known level, in rubric order; without a scan these are all of them."""
    return tuple(
        OpenVraag(dimensie.id, criterium.id, criterium.vraag)
        for dimensie, criterium, niveau in _levels(rubriek, scan)
        if niveau is None
    )
