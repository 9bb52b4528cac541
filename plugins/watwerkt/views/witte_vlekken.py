"""Page model of the white spots: how many practices there are for each theme and target group, zero included."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.catalogus import doelgroeplijsten

if TYPE_CHECKING:
    from watwerkt.records.begrippen import Term
    from watwerkt.views.index import Index, Link


@value
class Cel:
    """Number of practices for one theme and target group; ``doel`` is the catalogue with that choice."""

    doelgroep: str
    aantal: int
    doel: str


@value
class Rij:
    """One theme."""

    thema: Link
    cellen: tuple[Cel, ...]


@value
class Matrix:
    """All themes against the target groups of one of the lists of `doelgroeplijsten`."""

    id: str
    titel: str
    doelgroepen: tuple[str, ...]
    rijen: tuple[Rij, ...]


@value
class WitteVlekken:
    """The matrices, how many of their cells are empty, and what has no practice at all."""

    matrices: tuple[Matrix, ...]
    leeg: int
    totaal: int
    themas_zonder: tuple[Link, ...]
    doelgroepen_zonder: tuple[str, ...]


def witte_vlekken(index: Index) -> WitteVlekken:
    """Count every combination once; linear in the records and in the size of the tables."""
    paren = Counter((t, d) for u in index.uittreksels.values() for t in set(u.themas) for d in set(u.doelgroepen))
    themas, doelgroepen = index.kennisbank.termen("themas"), index.kennisbank.termen("doelgroepen")
    lijsten = ((facet, kop, termen) for facet, (kop, termen) in doelgroeplijsten(index).items() if termen)
    matrices = tuple(
        Matrix(
            id=f"groep-{nummer}",
            titel=kop,
            doelgroepen=tuple(d.label for d in termen),
            rijen=tuple(_rij(index, thema, facet, termen, paren) for thema in themas),
        )
        for nummer, (facet, kop, termen) in enumerate(lijsten, 1)
    )
    cellen = [cel for matrix in matrices for rij in matrix.rijen for cel in rij.cellen]
    met_doelgroep = {doelgroep for _, doelgroep in paren}
    return WitteVlekken(
        matrices=matrices,
        leeg=sum(not cel.aantal for cel in cellen),
        totaal=len(cellen),
        themas_zonder=tuple(index.termlink("themas", t.id) for t in themas if t.id not in index.per_thema),
        doelgroepen_zonder=tuple(d.label for d in doelgroepen if d.id not in met_doelgroep),
    )


def _rij(index: Index, thema: Term, facet: str, leden: tuple[Term, ...], paren: Counter[tuple[str, str]]) -> Rij:
    """One theme; each number leads to the filtered catalogue, whose ids need no escaping."""
    cellen = (Cel(d.label, paren[thema.id, d.id], f"praktijken/?thema={thema.id}&{facet}={d.id}") for d in leden)
    return Rij(index.termlink("themas", thema.id), tuple(cellen))
