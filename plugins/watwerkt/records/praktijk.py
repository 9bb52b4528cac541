"""A practice: one YAML file in `content/praktijken/`, fields in the order of the Dutch *werkblad*."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from watwerkt.records.base import (
    Alinea,
    Datum,
    Graad,
    Id,
    Model,
    Moment,
    Opmaak,
    Sleutel,
    Tekst,
    Url,
    Verwijzingen,
    veld,
)
from watwerkt.records.interventietype import WerkzameBestanddelen
from watwerkt.records.scan import Scan

Sleutels = Annotated[tuple[Sleutel, ...], Field(max_length=20)]
Bedrag = Annotated[int, Field(ge=0, le=10_000_000_000)]
"""Whole euros."""


class Soort(StrEnum):
    """What kind of thing the practice is."""

    PROJECT = "project"
    PROGRAMMA = "programma"
    SOCIALE_ONDERNEMING = "sociale_onderneming"
    REGELING = "regeling"
    BEWONERSINITIATIEF = "bewonersinitiatief"
    VOORZIENING = "voorziening"
    ORGANISATIE = "organisatie"


class Status(StrEnum):
    """State of the practice itself."""

    LOPEND = "lopend"
    STRUCTUREEL = "structureel"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"
    ONBEKEND = "onbekend"

    @property
    def voorbij(self) -> bool:
        """Whether the practice has ended."""
        return self in (Status.AFGEROND, Status.GESTOPT)


class RecordStatus(StrEnum):
    """State of the description: draft, by the practice itself, by the editors from documents, or tested."""

    CONCEPT = "concept"
    ZELF_INGEVULD = "zelf_ingevuld"
    REDACTIE = "redactie"
    GETOETST = "getoetst"


class Locatie(Model):
    """Where the practice is or was at work."""

    gemeente: Tekst = veld(
        "Gemeente", "Naam of CBS-code (GM0150) van een gemeente van nu.", "Deventer", Graad.VERPLICHT
    )
    wijk: Tekst | None = veld("Wijk", "Naam van wijk, buurt of stadsdeel.", "Rivierenwijk", default=None)


class Bereik(Model):
    """How many people, households or firms were reached."""

    aantal: Annotated[int, Field(ge=0, le=100_000_000)] = veld("Aantal", "Geheel getal.", 120, Graad.VERPLICHT)
    eenheid: Tekst = veld("Eenheid", "Wat is geteld.", "huishoudens", Graad.VERPLICHT)
    periode: Tekst = veld("Periode", "Over welke tijd.", "2009-2011", Graad.VERPLICHT)
    bronnen: Verwijzingen = veld("Bronnen", "Waar het getal staat.", [], Graad.VERPLICHT_NIEUW, default=())


class Kosten(Model):
    """One cost fact."""

    bedrag: Bedrag = veld("Bedrag", "Hele euro’s.", 4500, Graad.VERPLICHT)
    per: Tekst = veld("Per", "Waarvoor: per deelnemer, per huishouden, per jaar.", "deelnemer", Graad.VERPLICHT)
    jaar: Moment = veld("Prijspeil", "Jaar van het bedrag.", "2011", Graad.VERPLICHT)
    betaler: Tekst | None = veld("Wie betaalt", "Organisatie die betaalt.", "gemeente Deventer", default=None)
    toelichting: Alinea | None = veld("Toelichting", "Wat zit erin en wat niet.", "Exclusief huur.", default=None)
    bronnen: Verwijzingen = veld("Bronnen", "Waar het bedrag staat.", [], Graad.VERPLICHT_NIEUW, default=())


class Als(Model):
    """One step of the Effectenarena, an if-then: who invests, what is done, what follows, who gains."""

    investering: Alinea = veld("Als we investeren in", "Geld, mensen, ruimte.", "Een coach", Graad.VERPLICHT)
    investeerder: Tekst | None = veld("Wie investeert", "Partij.", "gemeente", default=None)
    activiteit: Alinea = veld("en doen", "Wat er gebeurt.", "Bewoners trainen tot coach", Graad.VERPLICHT)
    output: Alinea = veld("dan ontstaat", "Direct resultaat.", "Getrainde bewoners", Graad.VERPLICHT)
    effect: Alinea = veld("en daardoor", "Verandering voor mensen of buurt.", "Meer zelfredzaamheid", Graad.VERPLICHT)
    baathouder: Tekst | None = veld("Wie heeft er baat bij", "Partij.", "zorgverzekeraar", default=None)
    bronnen: Verwijzingen = veld("Bronnen", "Waar de redenering staat.", [], Graad.VERPLICHT_NIEUW, default=())


class Waarde(Model):
    """A measured value at a moment."""

    moment: Moment = veld("Moment", "Jaar, maand of dag.", "2010", Graad.VERPLICHT)
    waarde: Annotated[float, Field(ge=-1e12, le=1e12)] = veld(
        "Waarde", "Getal; decimalen met een punt.", 34.5, Graad.VERPLICHT
    )
    n: Annotated[int, Field(ge=0)] | None = veld("n", "Hoeveel mensen zijn gemeten.", 42, default=None)


class Indicator(Model):
    """An outcome followed from the 0-meting on."""

    naam: Tekst = veld("Indicator", "Wat is gemeten.", "Zelfredzaamheid wonen", Graad.VERPLICHT)
    leefgebied: Sleutel | None = veld("Leefgebied", "Sleutel uit de lijst leefgebieden.", "huisvesting", default=None)
    eenheid: Tekst = veld("Eenheid", "Waarin.", "punten ZRM (1-5)", Graad.VERPLICHT)
    richting: Literal["hoger", "lager"] | None = veld(
        "Beter is", "hoger of lager; leeg als dat niet te zeggen is.", "hoger", default=None
    )
    nulmeting: Waarde | None = veld("0-meting", "Beginsituatie; leeg als die ontbreekt.", {}, default=None)
    metingen: Annotated[tuple[Waarde, ...], Field(max_length=40)] = veld(
        "Latere metingen", "In volgorde van tijd.", [], default=()
    )
    bronnen: Verwijzingen = veld("Bronnen", "Waar de cijfers staan.", [], Graad.VERPLICHT_NIEUW, default=())


class Bewijs(Model):
    """Step on the effectladder (Veerman & Van Yperen), apart from the 4+1 score."""

    niveau: Annotated[int, Field(ge=0, le=4)] | Literal["onbekend"] = veld(
        "Bewijsniveau", "0 tot en met 4 op de effectladder, of onbekend.", 1, Graad.VERPLICHT
    )
    onderbouwing: Alinea = veld("Onderbouwing", "Waarom deze trede.", "Er is een beschrijving.", Graad.VERPLICHT)
    bronnen: Verwijzingen = veld("Bronnen", "Waar dat staat.", [], Graad.VERPLICHT_NIEUW, default=())


class Partner(Model):
    """An organisation in the coalition."""

    organisatie: Tekst = veld("Organisatie", "Naam; geen persoon.", "Raster Deventer", Graad.VERPLICHT)
    sector: Sleutel | None = veld("Sector", "Sleutel uit de lijst sectoren.", "welzijn", default=None)
    rol: Sleutel | None = veld("Rol", "Sleutel uit de lijst rollen.", "uitvoerend", default=None)
    niveau: Sleutel | None = veld("Niveau", "Sleutel uit de lijst coalitieniveaus.", "bestuurlijk", default=None)
    inbreng: Alinea | None = veld("Inbreng", "Wat de partner inbrengt.", "Coaches en een pand.", default=None)
    bronnen: Verwijzingen = veld("Bronnen", "Waar dat staat.", [], default=())


class Route(StrEnum):
    """The three organisational routes of chapter 5, or none (003:1588, 1629, 1672)."""

    OPGENOMEN = "opgenomen"
    GEADOPTEERD = "geadopteerd"
    SOCIALE_ONDERNEMING = "sociale_onderneming"
    GEEN = "geen"
    ONBEKEND = "onbekend"


class Financiering(Model):
    """One source of money or means."""

    bron: Tekst = veld("Van wie", "Organisatie of fonds.", "gemeente Deventer", Graad.VERPLICHT)
    vorm: Sleutel | None = veld("Vorm", "Sleutel uit de lijst financieringsvormen.", "subsidie", default=None)
    bedrag: Bedrag | None = veld("Bedrag", "Hele euro’s.", 50000, default=None)
    aandeel: Annotated[float, Field(ge=0, le=100)] | None = veld("Aandeel", "Procent van het geheel.", 40, default=None)
    periode: Tekst | None = veld("Periode", "Looptijd.", "2009-2011", default=None)
    bronnen: Verwijzingen = veld("Bronnen", "Waar dat staat.", [], Graad.VERPLICHT_NIEUW, default=())


class Bedragen(Model):
    """A range: low, expected, high; in whole euros of one price year."""

    laag: Bedrag | None = veld("Laag", "Voorzichtige schatting.", 1000, default=None)
    verwacht: Bedrag | None = veld("Verwacht", "Middelste schatting.", 2000, default=None)
    hoog: Bedrag | None = veld("Hoog", "Gunstige schatting.", 3000, default=None)
    per: Tekst = veld("Per", "Waarvoor: per deelnemer, per jaar.", "huishouden", Graad.VERPLICHT)
    jaar: Moment = veld("Prijspeil", "Jaar van de bedragen.", "2011", Graad.VERPLICHT)


class Baat(Model):
    """A benefit for one payer in one domain (omkeringsdenken, 003:1853-1889)."""

    baathouder: Sleutel = veld("Baathouder", "Sleutel uit de lijst baathouders.", "gemeente", Graad.VERPLICHT)
    domein: Sleutel | None = veld("Domein", "Sleutel uit de lijst domeinen.", "zorg", default=None)
    effect: Alinea = veld("Effect", "Wat verandert er voor deze partij.", "Minder huisuitzettingen.", Graad.VERPLICHT)
    zekerheid: Literal["gemeten", "schatting", "verwachting"] = veld(
        "Zekerheid", "gemeten, schatting (onderbouwd) of verwachting.", "verwachting", Graad.VERPLICHT
    )
    bedragen: Bedragen | None = veld("Bedragen", "Alleen als een bron ze noemt.", {}, default=None)
    verzilvering: Sleutel | None = veld(
        "Verzilvering", "Sleutel uit de lijst verzilveringsvormen.", "waarderingsbijdrage", default=None
    )
    bronnen: Verwijzingen = veld("Bronnen", "Waar dat staat.", [], Graad.VERPLICHT_NIEUW, default=())


class Vraag(Model):
    """What the practice asks, and from whom."""

    aan: Tekst = veld("Aan wie", "Partij.", "zorgverzekeraar", Graad.VERPLICHT)
    soort: Literal["geld", "ruimte", "opdracht", "mandaat", "kennis", "anders"] = veld(
        "Wat", "geld, ruimte, opdracht, mandaat, kennis of anders.", "geld", Graad.VERPLICHT
    )
    toelichting: Alinea = veld("Toelichting", "Waarvoor.", "Een coach voor drie jaar.", Graad.VERPLICHT)
    bronnen: Verwijzingen = veld("Bronnen", "Waar de vraag staat.", [], default=())


class Verduurzaming(Model):
    """How the practice lasts: route, money, benefits and what is asked."""

    route: Route = veld(
        "Route",
        "Opgenomen, geadopteerd, sociale onderneming, geen of onbekend.",
        "opgenomen",
        default=Route.ONBEKEND,
    )
    toelichting: Opmaak | None = veld("Toelichting", "Hoe de route verliep.", "…", default=None)
    financiering: Annotated[tuple[Financiering, ...], Field(max_length=40)] = veld(
        "Financiering", "Wie betaalt, in welke vorm.", [], default=()
    )
    baten: Annotated[tuple[Baat, ...], Field(max_length=40)] = veld(
        "Baten", "Per domein: wie heeft er baat bij.", [], default=()
    )
    vraag: Annotated[tuple[Vraag, ...], Field(max_length=20)] = veld(
        "Vraag", "Wat er nu van wie wordt gevraagd.", [], default=()
    )


class Les(Model):
    """One lesson with its source."""

    tekst: Alinea = veld("Les", "Eén les, in eigen woorden.", "Begin op tijd met meten.", Graad.VERPLICHT)
    bronnen: Verwijzingen = veld("Bronnen", "Waar dat staat.", [], Graad.VERPLICHT_NIEUW, default=())


LessenLijst = Annotated[tuple[Les, ...], Field(max_length=20)]


class Lessen(Model):
    """What can be learned, also from what failed or stopped."""

    werkte: LessenLijst = veld("Wat werkte", "Wat hielp.", [], default=())
    werkte_niet: LessenLijst = veld("Wat werkte niet", "Wat niet hielp.", [], default=())
    waar_liep_het_spaak: LessenLijst = veld("Waar liep het spaak", "Waarom het stokte of stopte.", [], default=())
    wat_bleef: LessenLijst = veld("Wat bleef", "Wat er na afloop van over is.", [], default=())


class Verhaal(Model):
    """A narrative, anonymised; never traceable to a person."""

    tekst: Opmaak = veld("Verhaal", "Anoniem, zonder herkenbare details.", "…", Graad.VERPLICHT)
    bronnen: Verwijzingen = veld("Bronnen", "Waar het verhaal vandaan komt.", [], Graad.VERPLICHT_NIEUW, default=())


class Erkenning(Model):
    """Recognition by an official databank, apart from our own judgement."""

    databank: Sleutel = veld("Databank", "Sleutel uit de lijst erkenningen.", "movisie", Graad.VERPLICHT)
    niveau: Tekst = veld("Niveau", "Niveau zoals de databank het noemt.", "Goed onderbouwd", Graad.VERPLICHT)
    datum: Moment = veld("Datum", "Wanneer erkend.", "2019-05", Graad.VERPLICHT)
    link: Url = veld("Link", "Bladzijde van de erkenning.", "https://www.movisie.nl/interventie/x", Graad.VERPLICHT)


class Intrekking(Model):
    """Why a record was withdrawn. Its address stays; it is left out of the catalogue, the search and the lists."""

    datum: Datum = veld("Datum", "Dag waarop het record is ingetrokken.", "2026-11-21", Graad.VERPLICHT)
    reden: Alinea = veld(
        "Reden",
        "Waarom het record is ingetrokken; dit lezen bezoekers van de oude bladzijde.",
        "De organisatie heeft gevraagd de beschrijving weg te halen.",
        Graad.VERPLICHT,
    )
    opvolger: Id | None = veld(
        "Opvolger", "Sleutel van de praktijk die ervoor in de plaats komt.", "pak-deventer", default=None
    )


Opmaakveld = Opmaak | None


class Praktijk(Model):
    """A practice in a Dutch neighbourhood. Everything not filled in is *onbekend*."""

    id: Id = veld("Sleutel", "Gelijk aan de bestandsnaam; verandert nooit.", "pak-deventer", Graad.VERPLICHT)
    titel: Tekst = veld("Titel", "Naam van de praktijk.", "Pak Alledaagse Kansen (PAK)", Graad.VERPLICHT)
    kern: Annotated[str, Field(min_length=20, max_length=220)] = veld(
        "In één zin",
        "Wat het is, in één zin van hooguit 220 tekens.",
        "Begeleiding in Deventer die begint bij de dromen van kwetsbare bewoners.",
        Graad.VERPLICHT,
    )
    samenvatting: Annotated[str, Field(min_length=20, max_length=600)] = veld(
        "Samenvatting",
        "Wat, voor wie, hoe en met welke uitkomst; hooguit 600 tekens, gewone taal.",
        "PAK begeleidt kwetsbare bewoners …",
        Graad.VERPLICHT,
    )
    soort: Soort = veld("Soort", "Wat voor ding is het?", "project", Graad.VERPLICHT)
    interventietype: Id | None = veld(
        "Interventietype",
        "Sleutel van het type waar dit een voorbeeld van is.",
        "leerwerkbedrijf",
        default=None,
    )
    themas: Annotated[Sleutels, Field(min_length=1)] = veld(
        "Thema’s",
        "Sleutels uit de lijst themas; het belangrijkste eerst.",
        ["werk-en-participatie"],
        Graad.VERPLICHT,
    )
    leefgebieden: Sleutels = veld(
        "Leefgebieden", "Sleutels uit de lijst leefgebieden.", ["sociaal-netwerk"], default=()
    )
    doelgroepen: Annotated[Sleutels, Field(min_length=1)] = veld(
        "Doelgroepen", "Sleutels uit de lijst doelgroepen.", ["volwassenen"], Graad.VERPLICHT
    )
    status: Status = veld("Status", "Loopt de praktijk nog?", "gestopt", Graad.VERPLICHT)
    record_status: RecordStatus = veld(
        "Status van het record", "Hoe ver is deze beschrijving?", "concept", Graad.VERPLICHT
    )
    bijgewerkt: Datum = veld("Bijgewerkt", "Dag van de laatste wijziging.", "2026-11-21", Graad.VERPLICHT)
    voorheen: tuple[Id, ...] = veld("Voorheen", "Oude sleutels; die blijven werken.", ["pak"], default=())
    ingetrokken: Intrekking | None = veld(
        "Ingetrokken",
        "Alleen bij een record dat niet meer mag gelden. Het adres blijft, met de reden; de rest verdwijnt.",
        {"datum": "2026-11-21", "reden": "Staat twee keer in de kennisbank."},
        default=None,
    )

    locaties: Annotated[tuple[Locatie, ...], Field(max_length=60)] = veld(
        "Locaties",
        "Waar de praktijk werkt of werkte.",
        [{"gemeente": "Deventer"}],
        Graad.VERPLICHT_NIEUW,
        default=(),
    )
    start: Moment = veld("Start", "Jaar of maand waarin het begon, of onbekend.", "2009", default="onbekend")
    einde: Moment | None = veld(
        "Einde",
        "Jaar of maand waarin het stopte, of onbekend; leeg als het nog loopt.",
        "2012-01",
        default=None,
    )
    bereik: Annotated[tuple[Bereik, ...], Field(max_length=20)] = veld(
        "Bereik", "Hoeveel mensen of huishoudens.", [], default=()
    )

    probleem: Opmaakveld = veld(
        "Probleem", "Welk probleem was de aanleiding.", "…", Graad.VERPLICHT_NIEUW, default=None
    )
    doelgroep: Opmaakveld = veld(
        "Doelgroep", "Voor wie precies, en voor wie niet.", "…", Graad.VERPLICHT_NIEUW, default=None
    )
    doel: Opmaakveld = veld(
        "Doel", "Wat er anders moet zijn voor de doelgroep.", "…", Graad.VERPLICHT_NIEUW, default=None
    )
    subdoelen: Annotated[tuple[Alinea, ...], Field(max_length=20)] = veld(
        "Subdoelen", "Tussenstappen naar het doel.", ["Bewoners kennen hun buren."], default=()
    )

    aanpak: Opmaakveld = veld("Aanpak", "Wat er gebeurt, stap voor stap.", "…", Graad.VERPLICHT_NIEUW, default=None)
    werkzame_bestanddelen: WerkzameBestanddelen = veld(
        "Werkzame bestanddelen", "Wat het volgens de bron doet werken, met waarom.", [], default=()
    )
    duur: Opmaakveld = veld("Duur en intensiteit", "Hoe lang en hoe vaak.", "Zes maanden, wekelijks.", default=None)
    betrokkenheid_bewoners: Opmaakveld = veld(
        "Rol van bewoners", "Wat bewoners en deelnemers zelf doen en beslissen.", "…", default=None
    )

    randvoorwaarden: Opmaakveld = veld("Randvoorwaarden", "Wat er geregeld moet zijn.", "…", default=None)
    deskundigheid: Opmaakveld = veld("Deskundigheid", "Wie het uitvoert en wat die moet kunnen.", "…", default=None)
    materialen: Opmaakveld = veld("Materialen", "Handleidingen, formulieren, ruimte.", "…", default=None)
    kosten: Annotated[tuple[Kosten, ...], Field(max_length=20)] = veld(
        "Kosten", "Bedrag, per wat, jaar, wie betaalt.", [], default=()
    )

    effectenarena: Annotated[tuple[Als, ...], Field(max_length=12)] = veld(
        "Effectenarena", "Als-dan: investering, activiteit, output, effect.", [], default=()
    )

    bewijs: Bewijs | None = veld(
        "Bewijsniveau",
        "Trede op de effectladder, met reden.",
        {"niveau": 1},
        Graad.VERPLICHT_NIEUW,
        default=None,
    )
    indicatoren: Annotated[tuple[Indicator, ...], Field(max_length=40)] = veld(
        "Indicatoren", "Wat is gemeten, van 0-meting tot later.", [], default=()
    )
    verhalen: Annotated[tuple[Verhaal, ...], Field(max_length=10)] = veld(
        "Verhalen", "Wat deelnemers vertellen, anoniem.", [], default=()
    )

    partners: Annotated[tuple[Partner, ...], Field(max_length=60)] = veld(
        "Partners", "Organisaties in de coalitie, met rol en niveau.", [], Graad.VERPLICHT_NIEUW, default=()
    )

    verduurzaming: Verduurzaming = veld(
        "Verduurzaming",
        "Route, financiering, baten en vraag.",
        {"route": "opgenomen"},
        default=Verduurzaming(),
    )
    lessen: Lessen = veld("Lessen", "Wat werkte, wat niet, en wat bleef.", {}, default=Lessen())
    erkenning: Annotated[tuple[Erkenning, ...], Field(max_length=10)] = veld(
        "Erkenning", "Door Movisie, NJi, RIVM of een andere databank.", [], default=()
    )
    scans: Annotated[tuple[Scan, ...], Field(max_length=20)] = veld(
        "Scans", "Beoordelingen met het 4+1-model.", [], Graad.VERPLICHT_NIEUW, default=()
    )
    bronnen: Verwijzingen = veld(
        "Bronnen", "Waar de beschrijving als geheel op rust.", [], Graad.VERPLICHT_NIEUW, default=()
    )
