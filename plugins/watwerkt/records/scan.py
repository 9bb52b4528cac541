"""A scan: one assessment of a practice against the rubric, by a role on a date, with reasons and sources."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from watwerkt.records.base import ONBEKEND, Alinea, Datum, Graad, Model, Sleutel, Tekst, Verwijzingen, veld


class Beoordelaarsrol(StrEnum):
    """Who assessed: the practice itself, the editors from documents, an outside party, or stakeholders."""

    ZELF = "zelf"
    REDACTIE = "redactie"
    EXTERN = "extern"
    STAKEHOLDERS = "stakeholders"


class Beoordelaar(Model):
    """Role and organisation of the assessor; never a person."""

    rol: Beoordelaarsrol = veld("Rol", "In welke rol is beoordeeld?", "redactie", Graad.VERPLICHT)
    organisatie: Tekst = veld("Organisatie", "Naam van de organisatie.", "Wat werkt in de wijk", Graad.VERPLICHT)


ZONDER_REDEN = "Niveau {niveau} staat er zonder {wat}."
"""What WW310 says."""


class Oordeel(Model):
    """Level of one criterion. A known level needs a reason and a source; ``onbekend`` may say what is missing."""

    niveau: Annotated[int, Field(ge=0, le=4)] | Literal["onbekend"] = veld(
        "Niveau", "0, 1, 2, 3, 4 of onbekend.", 2, Graad.VERPLICHT
    )
    onderbouwing: Alinea | None = veld(
        "Onderbouwing",
        "Waarom dit niveau, in eigen woorden.",
        "De in- en uitstroom is bekend, een beginmeting niet.",
        Graad.VERPLICHT_NIEUW,
        default=None,
    )
    bronnen: Verwijzingen = veld(
        "Bronnen",
        "Waar dat staat.",
        [{"bron": "rem-op-de-projectencarrousel", "plaats": "regel 653"}],
        Graad.VERPLICHT_NIEUW,
        default=(),
    )

    @property
    def bekend(self) -> bool:
        """Whether a level 0-4 was given."""
        return self.niveau != ONBEKEND

    @model_validator(mode="after")
    def _known_level_is_reasoned(self) -> Oordeel:
        if self.bekend and not (self.onderbouwing and self.bronnen):
            raise PydanticCustomError(
                "WW310",
                ZONDER_REDEN,
                {
                    "niveau": self.niveau,
                    "wat": " en ".join(
                        w for w, ok in (("onderbouwing", self.onderbouwing), ("bron", self.bronnen)) if not ok
                    ),
                },
            )
        return self


Oordelen = dict[Sleutel, dict[Sleutel, Oordeel]]


class Scan(Model):
    """One dated assessment. Several scans of one practice are kept."""

    datum: Datum = veld("Datum", "Dag van de beoordeling.", "2026-11-21", Graad.VERPLICHT)
    beoordelaar: Beoordelaar = veld("Beoordelaar", "Rol en organisatie, geen persoon.", {}, Graad.VERPLICHT)
    getoetst: bool = veld(
        "Getoetst",
        "Hebben twee lezers de niveaus nagekeken, van wie één van buiten de indienende organisatie?",
        False,
        default=False,
    )
    basis: Alinea = veld(
        "Basis", "Waarop is beoordeeld: documenten, gesprekken, bezoek?", "Twee documenten.", Graad.VERPLICHT
    )
    oordelen: Oordelen = veld(
        "Oordelen", "Per dimensie en criterium het niveau. Wat ontbreekt, is onbekend.", {}, Graad.VERPLICHT
    )
