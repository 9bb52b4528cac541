"""A practice as others get it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from watwerkt.exports.models.assessment import Beoordeling
from watwerkt.exports.models.base import (
    Datum,
    Moment,
    Niveau,
    Opmaak,
    Output,
    Route,
    Status,
    Tekst,
    Verwijzingen,
    Webadres,
    described_by,
    own,
)
from watwerkt.exports.models.reference import WerkzaamBestanddeel
from watwerkt.records import praktijk as records

Sleutels = tuple[str, ...]
Bedrag = Annotated[int, Field(ge=0)]
Soort = Literal[
    "project", "programma", "sociale_onderneming", "regeling", "bewonersinitiatief", "voorziening", "organisatie"
]
RecordStatus = Literal["concept", "zelf_ingevuld", "redactie", "getoetst"]


@described_by(records.Locatie)
class Locatie(Output):
    """Where the practice is or was at work."""

    gemeente: str = own("Gemeente", "Naam van de gemeente.")
    gemeente_code: str | None = own("Gemeentecode", "Code van het CBS (GM0150).")
    provincie: str | None = own("Provincie", "Naam van de provincie.")
    provincie_code: str | None = own("Provinciecode", "Code van het CBS (PV23).")
    wijk: Tekst


@described_by(records.Bereik)
class Bereik(Output):
    """How many people, households or firms were reached."""

    aantal: int
    eenheid: str
    periode: Tekst
    bronnen: Verwijzingen


@described_by(records.Kosten)
class Kosten(Output):
    """One cost fact."""

    bedrag: Bedrag
    per: str
    jaar: Moment
    betaler: Tekst
    toelichting: Tekst
    bronnen: Verwijzingen


@described_by(records.Als)
class Als(Output):
    """One step of the Effectenarena."""

    investering: str
    investeerder: Tekst
    activiteit: str
    output: str
    effect: str
    baathouder: Tekst
    bronnen: Verwijzingen


@described_by(records.Waarde)
class Waarde(Output):
    """A measured value at a moment."""

    moment: Moment
    waarde: float
    n: int | None


@described_by(records.Indicator)
class Indicator(Output):
    """An outcome followed from the 0-meting on."""

    naam: str
    leefgebied: Tekst
    eenheid: str
    richting: Literal["hoger", "lager"] | None
    nulmeting: Waarde | None
    metingen: tuple[Waarde, ...]
    bronnen: Verwijzingen


@described_by(records.Bewijs)
class Bewijs(Output):
    """Step on the effectladder."""

    niveau: Niveau
    onderbouwing: Tekst
    bronnen: Verwijzingen


@described_by(records.Partner)
class Partner(Output):
    """An organisation in the coalition."""

    organisatie: str
    sector: Tekst
    rol: Tekst
    niveau: Tekst
    inbreng: Tekst
    bronnen: Verwijzingen


@described_by(records.Financiering)
class Financiering(Output):
    """One source of money or means."""

    bron: str
    vorm: Tekst
    bedrag: Bedrag | None
    aandeel: float | None
    periode: Tekst
    bronnen: Verwijzingen


@described_by(records.Bedragen)
class Bedragen(Output):
    """A range in whole euros of one price year."""

    laag: Bedrag | None
    verwacht: Bedrag | None
    hoog: Bedrag | None
    per: str
    jaar: Moment


@described_by(records.Baat)
class Baat(Output):
    """A benefit for one payer in one domain."""

    baathouder: str
    domein: Tekst
    effect: str
    zekerheid: Literal["gemeten", "schatting", "verwachting"]
    bedragen: Bedragen | None
    verzilvering: Tekst
    bronnen: Verwijzingen


@described_by(records.Vraag)
class Vraag(Output):
    """What the practice asks, and from whom."""

    aan: Tekst
    soort: Literal["geld", "ruimte", "opdracht", "mandaat", "kennis", "anders"]
    toelichting: str
    bronnen: Verwijzingen


@described_by(records.Verduurzaming)
class Verduurzaming(Output):
    """How the practice lasts."""

    route: Route
    toelichting: Opmaak | None
    financiering: tuple[Financiering, ...]
    baten: tuple[Baat, ...]
    vraag: tuple[Vraag, ...]


@described_by(records.Les)
class Les(Output):
    """One lesson."""

    tekst: str
    bronnen: Verwijzingen


@described_by(records.Lessen)
class Lessen(Output):
    """What can be learned."""

    werkte: tuple[Les, ...]
    werkte_niet: tuple[Les, ...]
    waar_liep_het_spaak: tuple[Les, ...]
    wat_bleef: tuple[Les, ...]


@described_by(records.Verhaal)
class Verhaal(Output):
    """A narrative, anonymised."""

    tekst: Opmaak
    bronnen: Verwijzingen


@described_by(records.Erkenning)
class Erkenning(Output):
    """Recognition by an official databank."""

    databank: str
    niveau: str
    datum: Moment
    link: Webadres


@described_by(records.Praktijk)
class Praktijk(Output):
    """A practice, whole, in the order of the Dutch *werkblad*."""

    id: str
    url: Webadres = own("Webadres", "Vast adres van de bladzijde van de praktijk.")
    titel: str
    kern: str
    samenvatting: str
    soort: Soort
    interventietype: Tekst
    themas: Sleutels
    leefgebieden: Sleutels
    doelgroepen: Sleutels
    status: Status
    record_status: RecordStatus
    bijgewerkt: Datum
    voorheen: Sleutels
    locaties: tuple[Locatie, ...]
    start: Moment
    einde: Moment
    bereik: tuple[Bereik, ...]
    probleem: Opmaak | None
    doelgroep: Opmaak | None
    doel: Opmaak | None
    subdoelen: tuple[str, ...]
    aanpak: Opmaak | None
    werkzame_bestanddelen: tuple[WerkzaamBestanddeel, ...]
    duur: Opmaak | None
    betrokkenheid_bewoners: Opmaak | None
    randvoorwaarden: Opmaak | None
    deskundigheid: Opmaak | None
    materialen: Opmaak | None
    kosten: tuple[Kosten, ...]
    effectenarena: tuple[Als, ...]
    bewijs: Bewijs
    indicatoren: tuple[Indicator, ...]
    verhalen: tuple[Verhaal, ...]
    partners: tuple[Partner, ...]
    verduurzaming: Verduurzaming
    lessen: Lessen
    erkenning: tuple[Erkenning, ...]
    bronnen: Verwijzingen
    beoordeling: Beoordeling = own("Beoordeling", "De praktijk beoordeeld met het 4+1-model.")
