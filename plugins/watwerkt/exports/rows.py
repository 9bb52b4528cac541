"""The rows of the tables, from the output models."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from watwerkt.exports.models import practice
from watwerkt.exports.tables import JUDGED, PARTS, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.exports import models
    from watwerkt.exports.edition import Edition
    from watwerkt.exports.tables import Row

_PARTS = {name: attrgetter(path) for name, (_, path, _) in PARTS.items()}


def practice_rows(item: models.Praktijk) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one practice with the name of the table that each belongs to."""
    judged = item.beoordeling
    own = cells(item, without="beoordeling")
    yield "praktijken", (*own, *(getattr(judged, name) for name in JUDGED), *(d.score for d in judged.dimensies))
    for dimensie in judged.dimensies:
        yield "scores", (item.id, *cells(dimensie))
    for criterium in judged.criteria:
        yield "criteria", (item.id, *cells(criterium))
    for name, parts_of in _PARTS.items():
        for number, part in enumerate(parts_of(item), 1):
            yield name, (item.id, number, *cells(part))
    yield from _measurements(item)
    yield from _lessons(item)


def _measurements(item: models.Praktijk) -> Iterator[tuple[str, Row]]:
    for place, indicator in enumerate(item.indicatoren, 1):
        for number, waarde in enumerate((indicator.nulmeting, *indicator.metingen)):
            if waarde is not None:
                yield "metingen", (item.id, place, number, *cells(waarde))


def _lessons(item: models.Praktijk) -> Iterator[tuple[str, Row]]:
    lessons = [(kind, les) for kind in practice.Lessen.model_fields for les in getattr(item.lessen, kind)]
    for number, (kind, les) in enumerate(lessons, 1):
        yield "lessen", (item.id, number, kind, *cells(les))


def reference_rows(edition: Edition) -> Iterator[tuple[str, Row]]:
    """Yield the rows of what practices refer to, and of what was withdrawn."""
    for soort in edition.interventietypen:
        yield "interventietypen", tuple(cells(soort))
    for bron in edition.bronnen:
        yield "bronnen", tuple(cells(bron))
    for lijst in edition.begrippen:
        for term in lijst.termen:
            yield "begrippen", (lijst.id, *cells(term))
    for dimensie in edition.rubriek.dimensies:
        for criterium in dimensie.criteria:
            yield "rubriek", (dimensie.id, *cells(criterium))
    for weg in edition.ingetrokken:
        yield "ingetrokken", tuple(cells(weg))
