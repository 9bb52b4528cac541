"""Vocabularies: closed lists of terms with definition, synonyms and source (`content/begrippen/*.yml`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from watwerkt.records.base import Alinea, Graad, Id, Model, Sleutel, Tekst, Verwijzingen, veld


class Term(Model):
    """One term of a vocabulary; records hold only its ``id``."""

    id: Sleutel = veld("Sleutel", "Vaste sleutel; verandert nooit.", "armoede-en-schulden", Graad.VERPLICHT)
    label: Tekst = veld("Naam", "Zoals bezoekers de term zien.", "Armoede en schulden", Graad.VERPLICHT)
    definitie: Alinea = veld(
        "Definitie",
        "Wat de term betekent, in gewone taal.",
        "Te weinig geld om rond te komen.",
        Graad.VERPLICHT,
    )
    synoniemen: Annotated[tuple[Tekst, ...], Field(max_length=40)] = veld(
        "Synoniemen",
        "Andere woorden die mensen gebruiken, ook afkortingen.",
        ["schulden", "geldzorgen"],
        default=(),
    )
    groep: Tekst | None = veld("Groep", "Onderverdeling binnen de lijst.", "situatie", default=None)
    breder: Sleutel | None = veld("Bredere term", "Sleutel van de term erboven.", "PV23", default=None)
    waarde: Annotated[int, Field(ge=0, le=9)] | None = veld(
        "Waarde", "Plaats op een trap, als de lijst een trap is.", 2, default=None
    )
    bronnen: Verwijzingen = veld("Bronnen", "Waar de term of de indeling vandaan komt.", [], default=())


class Begrippenlijst(Model):
    """A vocabulary file."""

    id: Id = veld("Sleutel", "Gelijk aan de bestandsnaam.", "themas", Graad.VERPLICHT)
    titel: Tekst = veld("Titel", "Naam van de lijst.", "Thema’s", Graad.VERPLICHT)
    toelichting: Alinea = veld(
        "Toelichting",
        "Waarvoor de lijst dient en waar zij vandaan komt.",
        "Waar de praktijk over gaat.",
        Graad.VERPLICHT,
    )
    bronnen: Verwijzingen = veld("Bronnen", "Bronnen van de lijst als geheel.", [], default=())
    termen: Annotated[tuple[Term, ...], Field(min_length=1, max_length=500)] = veld(
        "Termen", "De termen, in de volgorde waarin bezoekers ze zien.", [], Graad.VERPLICHT
    )
