"""What the list of practices is filtered and ordered on, as columns of short numbers: a tenth of the whole catalogue.

Rows have the order of `catalogusrijen`. A column is a table of the different values and a text in which every row has
the place of its value, in a fixed number of signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.records.base import ONBEKEND
from watwerkt.views.catalogus import (
    VOORLOPIG,
    catalogusrijen,
    dimensiedata,
    facetdata,
    facetten,
    inhoud_van,
    verschillend,
    waarden_van,
)
from watwerkt.views.verzamelingen import op_naam

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from datetime import date

    from watwerkt.views.catalogus import Facet
    from watwerkt.views.index import Index

CIJFERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""Signs of the numbers in a column, of which there are 62."""


def keuzes(index: Index, peildatum: date) -> dict[str, Any]:
    """Data of ``WATWERKT.keuzes``: the facets, each with a column of the values that every practice has.

    ``lijst`` holds the places of the practices in the order in which the page lists them, if that is another one.
    """
    rijen = catalogusrijen(index, peildatum)
    plek = {rij["id"]: nummer for nummer, rij in enumerate(rijen)}
    lijst = [plek[key] for groep in op_naam(index).groepen for key in groep.kaarten.ids]
    return {
        "aantal": len(rijen),
        "lijst": [] if lijst == sorted(lijst) else lijst,
        "dimensies": dimensiedata(index),
        "facetten": [
            facetdata(facet) | {"kolom": kolom(_plaatsen(facet, rijen))} for facet in facetten(index, peildatum)
        ],
    }


def volgorden(index: Index, peildatum: date) -> dict[str, Any]:
    """Data of ``WATWERKT.volgorden``: columns to order on, ``nieuwste`` and per dimension (score, provisional)."""
    rijen = catalogusrijen(index, peildatum)
    scores = {
        dimensie.id: kolom([_score(rij["scores"][dimensie.id]) for rij in rijen])
        for dimensie in index.kennisbank.rubriek.dimensies
    }
    return scores | {"nieuwste": kolom([rij["bijgewerkt"] for rij in rijen])}


def kolom(waarden: Sequence[Hashable]) -> dict[str, Any]:
    """Write values as the table of the different ones, in order of appearance, and the place of each in it."""
    plaatsen: dict[Hashable, int] = {}
    nummers = [plaatsen.setdefault(waarde, len(plaatsen)) for waarde in waarden]
    breedte = len(_getal(max(len(plaatsen) - 1, 0)))
    getallen = [_getal(nummer).rjust(breedte, CIJFERS[0]) for nummer in range(len(plaatsen))]
    return {"waarden": list(plaatsen), "breedte": breedte, "rijen": "".join(map(getallen.__getitem__, nummers))}


def _getal(nummer: int) -> str:
    rest = _getal(nummer // len(CIJFERS)) if nummer >= len(CIJFERS) else ""
    return f"{rest}{CIJFERS[nummer % len(CIJFERS)]}"


def _plaatsen(facet: Facet, rijen: list[dict[str, Any]]) -> list[tuple[int, ...]]:
    """Places of the values that each row has."""
    plek = {sleutel: plaats for plaats, (sleutel, _) in enumerate(facet.waarden)}

    def van(waarden: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted({plek[waarde] for waarde in waarden if waarde in plek}))

    if facet.soort == "minimum":
        return [van(minima(rij["scores"][facet.veld], facet)) for rij in rijen]
    vast = {inhoud: van(waarden_van(rij, facet.veld)) for inhoud, rij in verschillend(rijen, facet.veld).items()}
    return [vast[inhoud_van(rij, facet.veld)] for rij in rijen]


def minima(score: dict[str, Any], facet: Facet) -> list[str]:
    """Choices of a minimum that a score meets as it is shown; provisional and unknown are choices of their own."""
    if score["score"] is None:
        return [ONBEKEND]
    if score["voorlopig"]:
        return [VOORLOPIG]
    return [sleutel for sleutel, _ in facet.waarden if sleutel.isdigit() and int(sleutel) <= round(score["score"])]


def _score(score: dict[str, Any]) -> tuple[float | None, int]:
    return score["score"], int(score["voorlopig"])
