"""Practices per route of verduurzaming and per form of financing, those without an example included."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from watwerkt.records.praktijk import Route
from watwerkt.records.values import value
from watwerkt.views.index import Link
from watwerkt.views.verduurzaming import ROUTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from watwerkt.views.index import Index

PRAKTIJKEN_MAXIMUM = 40
"""Links under one heading; the rest is a number, so that a page does not grow with the collection."""


@value
class Praktijklijst:
    """What practices have in common, and the first of them; ``verder`` leads to all of them, empty without a filter."""

    id: str
    titel: str
    uitleg: str
    praktijken: tuple[Link, ...]
    aantal: int
    verder: str


@value
class RoutesEnGeld:
    """Lists in the order of the book and of the vocabulary."""

    routes: tuple[Praktijklijst, ...]
    vormen: tuple[Praktijklijst, ...]


def routes_en_geld(index: Index) -> RoutesEnGeld:
    """Return the lists; a practice stands once under each route or form that it has."""
    alle = index.uittreksels.values()
    per_route = _per_sleutel((u.route, u.id) for u in alle)
    per_vorm = _per_sleutel((vorm, u.id) for u in alle for vorm in u.vormen)
    return RoutesEnGeld(
        routes=tuple(
            _lijst(index, f"route-{r.value}", ROUTES[r], "", per_route.get(r.value, ()), f"praktijken/?route={r.value}")
            for r in Route
            if r is not Route.ONBEKEND
        ),
        vormen=tuple(
            _lijst(index, f"vorm-{t.id}", t.label, t.definitie, per_vorm.get(t.id, ()), "")
            for t in index.kennisbank.termen("financieringsvormen")
        ),
    )


def _per_sleutel(paren: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    groepen: dict[str, list[str]] = defaultdict(list)
    for sleutel, praktijk_id in paren:
        groepen[sleutel].append(praktijk_id)
    return groepen


def _lijst(index: Index, list_id: str, titel: str, uitleg: str, ids: Sequence[str], verder: str) -> Praktijklijst:
    links = tuple(Link(kaart.titel, kaart.doel) for kaart in index.kaarten_van(tuple(ids[:PRAKTIJKEN_MAXIMUM])))
    return Praktijklijst(list_id, titel, uitleg, links, len(ids), verder)
