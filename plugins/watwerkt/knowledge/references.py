"""Which fields refer to what: terms of vocabularies, sources, types, municipalities, and the rubric."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from watwerkt.reading.shapes import Kind, fields_of
from watwerkt.records import Interventietype, Praktijk, Scan, Verwijzing
from watwerkt.records.praktijk import Baat, Erkenning, Financiering, Indicator, Locatie, Partner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from watwerkt.reading.findings import Path
    from watwerkt.reading.shapes import Group

BRON = "bronnen"
TYPE = "interventietypen"
GEMEENTE = "gemeenten"
RUBRIEK = "rubriek"
"""Kind of a reference to a dimension (``meten``) or criterion (``meten/effect``)."""

FIELDS: dict[type[BaseModel], dict[str, str]] = {
    Praktijk: {
        "themas": "themas",
        "leefgebieden": "leefgebieden",
        "doelgroepen": "doelgroepen",
        "interventietype": TYPE,
    },
    Interventietype: {"themas": "themas"},
    Locatie: {"gemeente": GEMEENTE},
    Indicator: {"leefgebied": "leefgebieden"},
    Partner: {"sector": "sectoren", "rol": "rollen", "niveau": "coalitieniveaus"},
    Financiering: {"vorm": "financieringsvormen"},
    Baat: {"baathouder": "baathouders", "domein": "domeinen", "verzilvering": "verzilveringsvormen"},
    Erkenning: {"databank": "erkenningen"},
    Verwijzing: {"bron": BRON},
}
"""Per model: field to the vocabulary or collection that its value must be found in."""


def kind_of(model: type[BaseModel] | None, field: str) -> str | None:
    """Return the vocabulary or collection in which the value of a field must be found, if there is one."""
    return FIELDS.get(model, {}).get(field) if model else None


VOCABULARIES = frozenset(kind for fields in FIELDS.values() for kind in fields.values()) - {BRON, TYPE}


def references(groups: Iterable[Group]) -> Iterator[tuple[str, str, Path]]:
    """Yield kind, value and path of every reference in the groups of fields of a record, also of one with errors."""
    for path, group, shape in groups:
        if shape.model is Scan:
            yield from _judged(group.get("oordelen"), (*path, "oordelen"))
        for field, kind, many in _referring(shape.model):
            value = group.get(field)
            if isinstance(value, str) and not many:
                yield kind, value, (*path, field)
            elif isinstance(value, list) and many:
                for index, item in enumerate(value):
                    if isinstance(item, str):
                        yield kind, item, (*path, field, index)


@cache
def _referring(model: type[BaseModel] | None) -> tuple[tuple[str, str, bool], ...]:
    """Fields of a model that refer, the kind of reference, and whether there may be many."""
    if model is None or model not in FIELDS:
        return ()
    shapes = fields_of(model)
    return tuple((field, kind, shapes[field].kind is Kind.LIST) for field, kind in FIELDS[model].items())


def _judged(oordelen: Any, path: Path) -> Iterator[tuple[str, str, Path]]:
    if not isinstance(oordelen, dict):
        return
    for dimensie, criteria in oordelen.items():
        yield RUBRIEK, dimensie, (*path, dimensie)
        for criterium in criteria if isinstance(criteria, dict) else ():
            yield RUBRIEK, f"{dimensie}/{criterium}", (*path, dimensie, criterium)
