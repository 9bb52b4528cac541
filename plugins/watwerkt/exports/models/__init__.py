"""What others get: models of the published JSON, apart from the records, with one type per field.

Every field is always there; what is unknown is null, a list without items is empty. Dates are ISO 8601. Long texts are
CommonMark as in the record, never HTML.
"""

from watwerkt.exports.models.assessment import Beoordeling, Criterium, Dimensie
from watwerkt.exports.models.practice import Praktijk
from watwerkt.exports.models.reference import Begrippenlijst, Bron, Ingetrokken, Interventietype, Rubriek

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
