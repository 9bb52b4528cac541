"""What practices refer to (model interventions, sources, vocabularies, the rubric), and what was withdrawn."""

from __future__ import annotations

from typing import Literal

from watwerkt.exports.models.base import (
    Datum,
    Moment,
    Niveau,
    Opmaak,
    Output,
    Verwijzingen,
    Webadres,
    described_by,
    own,
)
from watwerkt.records import begrippen, bron, interventietype, rubriek


@described_by(interventietype.WerkzaamBestanddeel)
class WerkzaamBestanddeel(Output):
    """An active ingredient."""

    naam: str
    waarom: str
    bronnen: Verwijzingen


@described_by(interventietype.Interventietype)
class Interventietype(Output):
    """A model intervention."""

    id: str
    url: Webadres = own("Webadres", "Vast adres van de bladzijde van het type.")
    titel: str
    samenvatting: str
    themas: tuple[str, ...]
    beschrijving: Opmaak
    veranderingstheorie: Opmaak
    werkzame_bestanddelen: tuple[WerkzaamBestanddeel, ...]
    randvoorwaarden: Opmaak | None
    bewijs: Opmaak | None
    bronnen: Verwijzingen
    bijgewerkt: Datum
    voorheen: tuple[str, ...]
    praktijken: tuple[str, ...] = own("Praktijken", "Sleutels van de praktijken die er een voorbeeld van zijn.")


@described_by(bron.Bron)
class Bron(Output):
    """A source, in CSL fields."""

    id: str
    pagina: Webadres = own("Bladzijde", "Vast adres van de bladzijde van de bron op deze site.")
    type: str
    title: str
    kort: str
    author: tuple[str, ...]
    issued: Moment
    publisher: str | None
    container_title: str | None
    number: str | None
    url: Webadres | None
    url_archief: Webadres | None
    accessed: Datum | None
    isbn: str | None
    doi: str | None
    note: str | None


@described_by(begrippen.Term)
class Term(Output):
    """One term of a vocabulary."""

    id: str
    label: str
    definitie: str
    synoniemen: tuple[str, ...]
    groep: str | None
    breder: str | None
    waarde: int | None
    bronnen: Verwijzingen


@described_by(begrippen.Begrippenlijst)
class Begrippenlijst(Output):
    """A vocabulary."""

    id: str
    url: Webadres = own("Webadres", "Vast adres van de bladzijde van de lijst.")
    titel: str
    toelichting: str
    bronnen: Verwijzingen
    termen: tuple[Term, ...]


@described_by(rubriek.Niveau)
class Schaalniveau(Output):
    """One step of the scale."""

    niveau: int
    label: str
    betekenis: str


@described_by(rubriek.Advies)
class Advies(Output):
    """The first step when a criterion is low."""

    tekst: str
    instrument: str | None
    bronnen: Verwijzingen


@described_by(rubriek.Criterium)
class Rubriekcriterium(Output):
    """One criterion of the rubric."""

    id: str
    label: str
    vraag: str
    gewicht: float
    anker_0: str
    anker_2: str
    anker_4: str
    advies: Advies
    bronnen: Verwijzingen


@described_by(rubriek.Dimensie)
class Rubriekdimensie(Output):
    """One dimension of the rubric."""

    id: str
    label: str
    kort: str
    soort: Literal["kern", "plus"]
    vraag: str
    toelichting: Opmaak
    bronnen: Verwijzingen
    criteria: tuple[Rubriekcriterium, ...]


@described_by(rubriek.Rubriek)
class Rubriek(Output):
    """The 4+1 model."""

    id: str
    versie: str
    titel: str
    toelichting: Opmaak
    bronnen: Verwijzingen
    minimale_dekking: float
    drempel: float
    adviesgrens: Niveau
    schaal: tuple[Schaalniveau, ...]
    dimensies: tuple[Rubriekdimensie, ...]


class Ingetrokken(Output):
    """A practice that was withdrawn: its address stays, with the reason."""

    id: str = own("Sleutel", "Vaste sleutel van de praktijk.")
    url: Webadres = own("Webadres", "Adres van de bladzijde die zegt waarom de praktijk is ingetrokken.")
    titel: str = own("Titel", "Naam van de praktijk.")
    datum: Datum = own("Datum", "Dag waarop de praktijk is ingetrokken.")
    reden: str = own("Reden", "Waarom de praktijk is ingetrokken.")
    opvolger: str | None = own("Opvolger", "Sleutel van de praktijk die ervoor in de plaats kwam.")
