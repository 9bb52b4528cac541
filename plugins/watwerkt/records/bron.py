"""Bibliography entry in CSL fields (`content/bronnen/*.yml`)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from watwerkt.records.base import Alinea, Datum, Graad, Id, Model, Moment, Tekst, Url, veld


class Brontype(StrEnum):
    """CSL item types that occur in this field (Citation Style Language 1.0.2, appendix III)."""

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    BOOK = "book"
    CHAPTER = "chapter"
    DATASET = "dataset"
    LEGISLATION = "legislation"
    PERSONAL_COMMUNICATION = "personal_communication"
    REPORT = "report"
    THESIS = "thesis"
    WEBPAGE = "webpage"


class Bron(Model):
    """A source. Authors are those printed on a publication; nobody else is named."""

    id: Id = veld("Sleutel", "Gelijk aan de bestandsnaam.", "rem-op-de-projectencarrousel", Graad.VERPLICHT)
    type: Brontype = veld("Soort bron", "CSL-type.", "report", Graad.VERPLICHT)
    title: Tekst = veld(
        "Titel",
        "Titel zoals op de bron; staat er geen titel, dan een beschrijving tussen rechte haken.",
        "De rem op de projectencarrousel",
        Graad.VERPLICHT,
    )
    kort: Annotated[str, Field(min_length=2, max_length=40)] = veld(
        "Korte naam", "Hoe de bron in tabellen heet.", "Rem", Graad.VERPLICHT
    )
    author: Annotated[tuple[Tekst, ...], Field(max_length=20)] = veld(
        "Auteurs",
        "Auteurs van de publicatie of de organisatie; leeg als onbekend.",
        ["Platform31"],
        default=(),
    )
    issued: Moment = veld("Verschenen", "Jaar of datum, of onbekend.", "2012", Graad.VERPLICHT)
    publisher: Tekst | None = veld("Uitgever", "Wie de bron uitgaf.", "Nicis Institute", default=None)
    container_title: Tekst | None = veld("In", "Boek, tijdschrift of reeks.", "Kamerstukken II", default=None)
    number: Tekst | None = veld("Nummer", "Rapport-, Kamerstuk- of deelnummer.", "34 065, nr. 11", default=None)
    url: Url | None = veld("Webadres", "Waar de bron te lezen is.", "https://www.voorbeeld.nl/rapport", default=None)
    url_archief: Url | None = veld(
        "Archiefadres", "Kopie in een webarchief.", "https://web.archive.org/web/2012/x", default=None
    )
    accessed: Datum | None = veld("Geraadpleegd", "Datum waarop de bron is gezien.", "2026-11-21", default=None)
    isbn: Tekst | None = veld("ISBN", "Boeknummer.", "978-90-77389-00-0", default=None)
    doi: Tekst | None = veld("DOI", "Vaste sleutel van een artikel.", "10.1000/xyz123", default=None)
    note: Alinea | None = veld(
        "Toelichting",
        "Wat een lezer moet weten: betrouwbaarheid, versie, betekenis van regelnummers.",
        "Regelnummers tellen in de tekstversie.",
        default=None,
    )
