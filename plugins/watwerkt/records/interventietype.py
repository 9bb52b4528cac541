"""Model intervention (archetype) that practices are an example of (`content/interventietypen/*.yml`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from watwerkt.records.base import Alinea, Datum, Graad, Id, Model, Opmaak, Sleutel, Tekst, Verwijzingen, veld


class WerkzaamBestanddeel(Model):
    """An active ingredient: what it is and why it would work."""

    naam: Tekst = veld("Naam", "Het bestanddeel in een paar woorden.", "Eén vaste contactpersoon", Graad.VERPLICHT)
    waarom: Alinea = veld(
        "Waarom",
        "Waarom dit helpt, in eigen woorden.",
        "Vertrouwen groeit bij één vast gezicht.",
        Graad.VERPLICHT,
    )
    bronnen: Verwijzingen = veld("Bronnen", "Waar dat staat.", [], Graad.VERPLICHT_NIEUW, default=())


WerkzameBestanddelen = Annotated[tuple[WerkzaamBestanddeel, ...], Field(max_length=20)]


class Interventietype(Model):
    """A model intervention: what all its practices share."""

    id: Id = veld("Sleutel", "Gelijk aan de bestandsnaam.", "leerwerkbedrijf", Graad.VERPLICHT)
    titel: Tekst = veld("Naam", "Naam van het type.", "Leerwerkbedrijf", Graad.VERPLICHT)
    samenvatting: Annotated[str, Field(min_length=20, max_length=600)] = veld(
        "Samenvatting",
        "Wat het is, in hooguit 600 tekens.",
        "Leren en werken in een echt bedrijf.",
        Graad.VERPLICHT,
    )
    themas: tuple[Sleutel, ...] = veld("Thema’s", "Waar het over gaat.", ["werk-en-participatie"], default=())
    beschrijving: Opmaak = veld("Beschrijving", "Hoe het type in zijn werk gaat.", "…", Graad.VERPLICHT)
    veranderingstheorie: Opmaak = veld(
        "Veranderingstheorie", "Als we dit doen, dan verandert dat, omdat …", "Als … dan …", Graad.VERPLICHT
    )
    werkzame_bestanddelen: WerkzameBestanddelen = veld(
        "Werkzame bestanddelen", "Wat er in elk geval in moet zitten, met waarom.", [], Graad.VERPLICHT
    )
    randvoorwaarden: Opmaak | None = veld(
        "Randvoorwaarden", "Wat er nodig is om te kunnen werken.", "Mandaat en tijd.", default=None
    )
    bewijs: Opmaak | None = veld(
        "Wat is bekend over het type",
        "Wat de bronnen over de werking zeggen, en wat niet.",
        "…",
        default=None,
    )
    bronnen: Verwijzingen = veld("Bronnen", "Waar de beschrijving op rust.", [], Graad.VERPLICHT_NIEUW, default=())
    bijgewerkt: Datum = veld("Bijgewerkt", "Dag van de laatste wijziging.", "2026-11-21", Graad.VERPLICHT)
    voorheen: tuple[Id, ...] = veld("Voorheen", "Oude sleutels; die blijven werken.", [], default=())
