"""A practice judged with the 4+1 model, and earlier judgements."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from watwerkt.exports.models.base import Datum, Niveau, Output, Verwijzingen, described_by, own
from watwerkt.records import scan as records

Score = Annotated[float, Field(ge=0, le=100)]
Oordeelwoord = Literal["goede_praktijk", "veelbelovend", "in_ontwikkeling", "onvoldoende_bekend"]
Rol = Literal["zelf", "redactie", "extern", "stakeholders"]


class Criterium(Output):
    """Level of one criterion with its reason and sources."""

    dimensie: str = own("Dimensie", "Sleutel van de dimensie in rubriek.json.")
    criterium: str = own("Criterium", "Sleutel van het criterium in rubriek.json.")
    label: str = own("Naam", "Naam van het criterium.")
    niveau: Niveau = own("Niveau", "0 tot en met 4; leeg als het onbekend is.")
    niveau_label: str | None = own("Niveau in een woord", "Het woord bij het niveau; leeg als het onbekend is.")
    onderbouwing: str | None = own("Onderbouwing", "Waarom dit niveau, of wat er ontbreekt.")
    bronnen: Verwijzingen = own("Bronnen", "Waar dat staat.")


class Dimensie(Output):
    """Score of one dimension, 0-100, with the interval that is still possible."""

    dimensie: str = own("Dimensie", "Sleutel van de dimensie in rubriek.json.")
    label: str = own("Naam", "Naam van de dimensie.")
    soort: Literal["kern", "plus"] = own("Soort", "kern (de vier) of plus (+1).")
    score: Score | None = own("Score", "0 tot en met 100, over wat bekend is; leeg als niets bekend is.")
    laag: Score = own("Laag", "De score als alles wat onbekend is niveau 0 blijkt.")
    hoog: Score = own("Hoog", "De score als alles wat onbekend is niveau 4 blijkt.")
    dekking: Annotated[float, Field(ge=0, le=1)] = own("Dekking", "Welk deel van het gewicht bekend is, van 0 tot 1.")
    bekend: int = own("Bekend", "Aantal criteria met een niveau.")
    totaal: int = own("Totaal", "Aantal criteria.")
    voorlopig: bool = own("Voorlopig", "Of de score op te weinig criteria rust om op te steunen.")


@described_by(records.Scan)
class EerdereScan(Output):
    """An assessment that no longer leads."""

    datum: Datum
    rol: Rol = own("Rol", "Wie beoordeelde.")
    organisatie: str = own("Organisatie", "Organisatie van de beoordelaar.")
    getoetst: bool
    basis: str
    criteria: tuple[Criterium, ...] = own("Criteria", "De niveaus van deze scan.")


@described_by(records.Scan)
class Beoordeling(Output):
    """The leading assessment of a practice; without one everything is unknown."""

    praktijk: str = own("Praktijk", "Sleutel van de praktijk in praktijken.json.")
    datum: Datum | None
    rol: Rol | None = own("Rol", "Wie beoordeelde.")
    organisatie: str | None = own("Organisatie", "Organisatie van de beoordelaar.")
    getoetst: bool | None
    basis: str | None
    geldig_tot: Datum | None = own("Geldig tot", "Eerste dag waarop de beoordeling niet meer geldt.")
    oordeel: Oordeelwoord | None = own("Oordeel", "Het oordeel over de vier kerndimensies; leeg zonder beoordeling.")
    bekend: int = own("Bekend", "Aantal criteria met een niveau.")
    totaal: int = own("Totaal", "Aantal criteria van de rubriek.")
    sterkste: tuple[str, ...] = own("Sterkste punt", "Sleutels van de hoogste kerndimensies.")
    achilleshiel: tuple[str, ...] = own("Achilleshiel", "Sleutels van de laagste kerndimensies.")
    dimensies: tuple[Dimensie, ...] = own("Dimensies", "Score per dimensie, in de volgorde van de rubriek.")
    criteria: tuple[Criterium, ...] = own("Criteria", "Niveau per criterium, in de volgorde van de rubriek.")
    eerdere: tuple[EerdereScan, ...] = own("Eerdere beoordelingen", "Beoordelingen die niet meer leidend zijn.")
