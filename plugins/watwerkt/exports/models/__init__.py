"""What others get: models of the published JSON, apart from the records, with one type per field.

Every field is always there; what is unknown is null, a list without items is empty. Dates are ISO 8601. Long texts are
CommonMark as in the record, never HTML. They take a tenth of a second to make, and a site without open data needs
none, so each is imported when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from watwerkt.exports.models.assessment import Beoordeling, Criterium, Dimensie
    from watwerkt.exports.models.practice import Praktijk
    from watwerkt.exports.models.reference import Begrippenlijst, Bron, Ingetrokken, Interventietype, Rubriek

_MODULES = {
    "Beoordeling": "assessment",
    "Criterium": "assessment",
    "Dimensie": "assessment",
    "Praktijk": "practice",
    "Begrippenlijst": "reference",
    "Bron": "reference",
    "Ingetrokken": "reference",
    "Interventietype": "reference",
    "Rubriek": "reference",
}

__all__ = [
    "Begrippenlijst",
    "Beoordeling",
    "Bron",
    "Criterium",
    "Dimensie",
    "Ingetrokken",
    "Interventietype",
    "Praktijk",
    "Rubriek",
]


def __getattr__(name: str) -> Any:
    """Import a model from its module (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
