"""The collections of records: folder, model and JSON Schema name of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from watwerkt.records import Begrippenlijst, Bron, Interventietype, Praktijk, Rubriek

if TYPE_CHECKING:
    from watwerkt.records import Model

PRAKTIJKEN = "praktijken"
"""The collection that grows; its records are read when somebody asks for them."""

RUBRIEK = "4plus1"
"""Id and file name of the rubric in the folder ``model``."""


class Collection(NamedTuple):
    """A folder of records of one model; ``wat`` is the Dutch word for one of them."""

    folder: str
    model: type[Model]
    wat: str


COLLECTIONS: dict[str, Collection] = {
    item.folder: item
    for item in (
        Collection("model", Rubriek, "rubriek"),
        Collection("begrippen", Begrippenlijst, "begrippenlijst"),
        Collection("bronnen", Bron, "bron"),
        Collection("interventietypen", Interventietype, "interventietype"),
        Collection(PRAKTIJKEN, Praktijk, "praktijk"),
    )
}
