"""Which fields refer to what: terms of vocabularies, sources, types, municipalities, and the rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.reading.shapes import Kind, fields_of, record_shape, walk_records
from watwerkt.records import Interventietype, Praktijk, Scan, Verwijzing
from watwerkt.records.praktijk import Baat, Erkenning, Financiering, Indicator, Locatie, Partner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from watwerkt.reading.findings import Path

BRON = "bronnen"
TYPE = "interventietypen"
GEMEENTE = "gemeenten"
RUBRIEK = "rubriek"
"""Kind of a reference to a dimension (``meten``) or criterion (``meten/effect``)."""

_FIELDS: dict[type[BaseModel], dict[str, str]] = {
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
    return _FIELDS.get(model, {}).get(field) if model else None


VOCABULARIES = frozenset(kind for fields in _FIELDS.values() for kind in fields.values()) - {BRON, TYPE}


def references(data: Any, model: type[BaseModel]) -> Iterator[tuple[str, str, Path]]:
    """Yield kind, value and path of every reference in the data of a record, also of one that is not valid."""
    for path, group, shape in walk_records(data, record_shape(model)):
        if shape.model is Scan:
            yield from _judged(group.get("oordelen"), (*path, "oordelen"))
        for field, kind in _FIELDS.get(shape.model, {}).items() if shape.model else ():
            value = group.get(field)
            many = fields_of(shape.model)[field].kind is Kind.LIST
            if isinstance(value, str) and not many:
                yield kind, value, (*path, field)
            elif isinstance(value, list) and many:
                for index, item in enumerate(value):
                    if isinstance(item, str):
                        yield kind, item, (*path, field, index)


def _judged(oordelen: Any, path: Path) -> Iterator[tuple[str, str, Path]]:
    if not isinstance(oordelen, dict):
        return
    for dimensie, criteria in oordelen.items():
        yield RUBRIEK, dimensie, (*path, dimensie)
        for criterium in criteria if isinstance(criteria, dict) else ():
            yield RUBRIEK, f"{dimensie}/{criterium}", (*path, dimensie, criterium)
