"""What a record is: pydantic models, the single source of schema, form, template, reference and validator.

This layer imports nothing of the project. Field names are Dutch exactly as in the YAML; every field carries a
Dutch title, description and example, and a grade (see :class:`watwerkt.records.base.Graad`).
"""

from watwerkt.records.base import Graad, Model, Verwijzing, graad_van
from watwerkt.records.begrippen import Begrippenlijst, Term
from watwerkt.records.bron import Bron
from watwerkt.records.interventietype import Interventietype
from watwerkt.records.praktijk import Praktijk
from watwerkt.records.rubriek import Criterium, Dimensie, Rubriek
from watwerkt.records.scan import Oordeel, Scan

__all__ = [
    "Begrippenlijst",
    "Bron",
    "Criterium",
    "Dimensie",
    "Graad",
    "Interventietype",
    "Model",
    "Oordeel",
    "Praktijk",
    "Rubriek",
    "Scan",
    "Term",
    "Verwijzing",
    "graad_van",
]
