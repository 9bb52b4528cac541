"""The 4+1 rubric as data (`content/model/4plus1.yml`).

The book (De rem op de projectencarrousel) gives five dimensions and no point scale; scale, criteria, weights and
thresholds are this project's own and may be changed in the file without touching Python.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from watwerkt.records.base import Alinea, Graad, Model, Opmaak, Sleutel, Tekst, Verwijzingen, veld

Bronnen = Annotated[Verwijzingen, Field(min_length=1)]


class Niveau(Model):
    """One step of the scale 0-4."""

    niveau: Annotated[int, Field(ge=0, le=4)] = veld("Niveau", "Getal van 0 tot en met 4.", 2, Graad.VERPLICHT)
    label: Tekst = veld("Naam", "Het woord bij het getal.", "Gedeeltelijk", Graad.VERPLICHT)
    betekenis: Alinea = veld("Betekenis", "Wanneer dit niveau past.", "Voor een deel aanwezig.", Graad.VERPLICHT)


class Advies(Model):
    """What to do next when a criterion is low, with the instrument that the book names."""

    tekst: Alinea = veld("Advies", "De eerstvolgende stap.", "Begin met een 0-meting.", Graad.VERPLICHT)
    instrument: Tekst | None = veld("Instrument", "Werkvorm of hulpmiddel.", "0-meting", default=None)
    bronnen: Verwijzingen = veld("Bronnen", "Waar het advies op rust.", [], default=())


class Criterium(Model):
    """One criterion: a question, anchors for 0, 2 and 4 (1 and 3 lie between) and advice."""

    id: Sleutel = veld("Sleutel", "Vaste sleutel.", "nulmeting", Graad.VERPLICHT)
    label: Tekst = veld("Naam", "Zoals bezoekers het zien.", "0-meting en registratie", Graad.VERPLICHT)
    vraag: Alinea = veld("Vraag", "Vraag voor de beoordelaar.", "Is de beginsituatie vastgelegd?", Graad.VERPLICHT)
    gewicht: Annotated[float, Field(gt=0, le=10)] = veld(
        "Gewicht", "Hoe zwaar het criterium telt binnen de dimensie.", 1, default=1.0
    )
    anker_0: Alinea = veld("Anker 0", "Zo ziet niveau 0 eruit.", "Er is niets vastgelegd.", Graad.VERPLICHT)
    anker_2: Alinea = veld("Anker 2", "Zo ziet niveau 2 eruit.", "Voor een deel vastgelegd.", Graad.VERPLICHT)
    anker_4: Alinea = veld("Anker 4", "Zo ziet niveau 4 eruit.", "Voor iedereen vastgelegd.", Graad.VERPLICHT)
    advies: Advies = veld("Advies", "Eerste stap bij niveau 0, 1 of 2.", {}, Graad.VERPLICHT)
    bronnen: Bronnen = veld("Bronnen", "Waar het criterium op rust.", [], Graad.VERPLICHT)


class SoortDimensie(StrEnum):
    """``kern`` decides whether this is a good practice (the four); ``plus`` says how durable it is (+1)."""

    KERN = "kern"
    PLUS = "plus"


class Dimensie(Model):
    """One of the five dimensions."""

    id: Sleutel = veld("Sleutel", "Vaste sleutel.", "meten", Graad.VERPLICHT)
    label: Tekst = veld("Naam", "Volledige naam.", "Meten", Graad.VERPLICHT)
    kort: Annotated[str, Field(min_length=2, max_length=14)] = veld(
        "Korte naam", "Naam onder een kolom.", "meten", Graad.VERPLICHT
    )
    soort: SoortDimensie = veld("Soort", "kern (de vier) of plus (+1).", "kern", Graad.VERPLICHT)
    vraag: Alinea = veld("Vraag", "De dimensie als één vraag.", "Weten we wat het oplevert?", Graad.VERPLICHT)
    toelichting: Opmaak = veld("Toelichting", "Uitleg op B1-niveau.", "Meten is …", Graad.VERPLICHT)
    bronnen: Bronnen = veld("Bronnen", "Hoofdstuk waar de dimensie op rust.", [], Graad.VERPLICHT)
    criteria: Annotated[tuple[Criterium, ...], Field(min_length=1, max_length=12)] = veld(
        "Criteria", "De criteria, in vaste volgorde.", [], Graad.VERPLICHT
    )


class Rubriek(Model):
    """The whole model: scale, thresholds and dimensions."""

    id: Sleutel = veld("Sleutel", "Gelijk aan de bestandsnaam.", "4plus1", Graad.VERPLICHT)
    versie: Tekst = veld("Versie", "Versie van de rubriek.", "1.0", Graad.VERPLICHT)
    titel: Tekst = veld("Titel", "Naam van het model.", "Het 4+1-model", Graad.VERPLICHT)
    toelichting: Opmaak = veld(
        "Toelichting", "Wat het model is, en wat van het boek en wat van ons is.", "…", Graad.VERPLICHT
    )
    bronnen: Bronnen = veld("Bronnen", "Waar het model op rust.", [], Graad.VERPLICHT)
    minimale_dekking: Annotated[float, Field(ge=0, le=1)] = veld(
        "Minimale dekking",
        "Aandeel beoordeelde criteria waaronder een score voorlopig is.",
        0.6,
        Graad.VERPLICHT,
    )
    drempel: Annotated[float, Field(ge=0, le=100)] = veld(
        "Drempel", "Score vanaf waar een dimensie sterk heet.", 60, Graad.VERPLICHT
    )
    adviesgrens: Annotated[int, Field(ge=0, le=4)] = veld(
        "Adviesgrens", "Hoogste niveau waarbij nog advies volgt.", 2, Graad.VERPLICHT
    )
    schaal: Annotated[tuple[Niveau, ...], Field(min_length=5, max_length=5)] = veld(
        "Schaal", "De vijf niveaus, van 0 tot en met 4.", [], Graad.VERPLICHT
    )
    dimensies: Annotated[tuple[Dimensie, ...], Field(min_length=1, max_length=9)] = veld(
        "Dimensies", "De dimensies, in vaste volgorde.", [], Graad.VERPLICHT
    )
