"""What practices show of each criterion: how many are known, and which ones show the most of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.scoring import GEEN_NIVEAU
from watwerkt.views.beoordeling import niveau_tekst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watwerkt.views.index import Index

VOORBEELD_VANAF = 3
"""Lowest level at which a practice is worth reading as an example."""
VOORBEELDEN = 3


@value
class Voorbeeld:
    """A practice that shows a criterion; ``niveau`` in words."""

    titel: str
    doel: str
    niveau: str


@value
class Waarneming:
    """One criterion over all practices: known in ``bekend`` of ``totaal``, and at most three examples."""

    bekend: int
    totaal: int
    voorbeelden: tuple[Voorbeeld, ...]


def waarnemingen(index: Index) -> Mapping[tuple[str, str], Waarneming]:
    """Return an observation per (dimension, criterion) that is known somewhere; the highest level first, then title."""
    gevonden: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    criteria = [(d.id, c.id) for d in index.kennisbank.rubriek.dimensies for c in d.criteria]
    for u in index.uittreksels.values():
        for criterium, niveau in zip(criteria, u.niveaus, strict=True):
            if niveau != GEEN_NIVEAU:
                gevonden[criterium].append((int(niveau), u.id))
    return {sleutel: _waarneming(index, niveaus) for sleutel, niveaus in gevonden.items()}


def geen_waarneming(index: Index) -> Waarneming:
    """The observation of a criterion that is unknown everywhere."""
    return Waarneming(0, len(index.kaarten), ())


def _waarneming(index: Index, niveaus: list[tuple[int, str]]) -> Waarneming:
    hoogste = sorted((n for n in niveaus if n[0] >= VOORBEELD_VANAF), key=lambda n: -n[0])[:VOORBEELDEN]
    rubriek = index.kennisbank.rubriek
    return Waarneming(
        bekend=len(niveaus),
        totaal=len(index.kaarten),
        voorbeelden=tuple(
            Voorbeeld(index.kaarten[pid].titel, index.kaarten[pid].doel, niveau_tekst(rubriek, niveau))
            for niveau, pid in hoogste
        ),
    )
