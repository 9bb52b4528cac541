"""What a record could still tell: fields that new records must have (WW601) and recommended fields (WW602)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.consistency import Remark
from watwerkt.reading.sentences import say
from watwerkt.reading.shapes import Kind, fields_of
from watwerkt.reading.words import field_name, listed
from watwerkt.records import Graad, Interventietype, Oordeel, Praktijk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from watwerkt.reading.shapes import Group

SELDOM = frozenset({"einde", "erkenning", "ingetrokken", "interventietype", "subdoelen", "verhalen", "voorheen"})
"""Recommended fields that many good records rightly lack; no tip for those."""
_SAYS_NOTHING: tuple[Any, ...] = (None, "", [], {})


def omissions(groups: Sequence[Group], model: type[BaseModel]) -> Iterator[Remark]:
    """Yield a warning for each group of fields that lacks fields asked of new records, and one tip per record.

    The first of the ``groups`` is the record itself.
    """
    for path, group, shape in groups:
        if shape.model is None or shape.model is Oordeel:
            continue  # a level without reasons is WW310; ``onbekend`` needs none
        lacking = [name for name in _graded(shape.model, Graad.VERPLICHT_NIEUW) if group.get(name) in _SAYS_NOTHING]
        if lacking:
            names = _named(shape.model, lacking)
            yield Remark("WW601", path, say("WW601", velden=names))
    if model in (Praktijk, Interventietype):
        _, data, _ = groups[0]
        lacking = [
            name for name in _graded(model, Graad.AANBEVOLEN) if name not in SELDOM and data.get(name) in _SAYS_NOTHING
        ]
        if lacking:
            yield Remark("WW602", (), say("WW602", velden=_named(model, lacking)))


def _named(model: type[BaseModel], names: list[str]) -> str:
    shapes = fields_of(model)
    return listed([field_name(shapes[name], name) for name in names], "en")


@cache
def _graded(model: type[BaseModel], grade: Graad) -> tuple[str, ...]:
    return tuple(
        name for name, shape in fields_of(model).items() if shape.grade is grade and shape.kind is not Kind.BOOLEAN
    )
