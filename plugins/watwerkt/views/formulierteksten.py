"""What the form says itself: its sections, the words for items of lists, and help where the models speak of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records import Bron, Praktijk, Verwijzing
from watwerkt.records.praktijk import Locatie

if TYPE_CHECKING:
    from pydantic import BaseModel

AFDELINGEN: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "wat",
        "Wat is het?",
        "Hiermee vinden anderen uw praktijk. Begin hier: dit zijn bijna alle verplichte vragen.",
        (
            "titel",
            "id",
            "kern",
            "samenvatting",
            "soort",
            "interventietype",
            "themas",
            "leefgebieden",
            "doelgroepen",
            "status",
        ),
    ),
    ("waar", "Waar, wanneer en voor hoeveel mensen?", "", ("locaties", "start", "einde", "bereik")),
    ("waarom", "Waarom en voor wie?", "", ("probleem", "doelgroep", "doel", "subdoelen")),
    ("aanpak", "Wat doet u?", "", ("aanpak", "werkzame_bestanddelen", "duur", "betrokkenheid_bewoners")),
    ("nodig", "Wat is ervoor nodig?", "", ("randvoorwaarden", "deskundigheid", "materialen", "kosten")),
    (
        "resultaat",
        "Wat levert het op?",
        "Alleen wat u ergens kunt nalezen. Geen cijfers? Laat dit leeg. Onbekend is beter dan een gok.",
        ("effectenarena", "bewijs", "indicatoren", "verhalen"),
    ),
    ("partners", "Met wie doet u het?", "Noem organisaties en functies, geen personen.", ("partners",)),
    ("verduurzaming", "Hoe blijft het bestaan?", "", ("verduurzaming",)),
    (
        "lessen",
        "Wat is er geleerd?",
        "Schrijf ook op waar het spaak liep. Daar leert een ander van.",
        ("lessen", "erkenning"),
    ),
    (
        "scans",
        "Hoe sterk is het? De 4+1-scan",
        "Bij elk niveau horen een reden en een bron. Weet u iets niet? Kies onbekend of sla de vraag over.",
        ("scans",),
    ),
    (
        "bronnen",
        "Waar staat het?",
        "Een bron is een rapport, artikel, verslag of webpagina. Elk feit heeft een bron nodig.",
        ("bronnen",),
    ),
    ("record", "Over deze beschrijving", "", ("record_status", "bijgewerkt", "voorheen", "ingetrokken")),
)
"""Id, title, introduction and fields of each section; together they are all fields of a practice."""

BRONSOORTEN = {
    "article": "Artikel in krant of tijdschrift",
    "article-journal": "Wetenschappelijk artikel",
    "book": "Boek",
    "chapter": "Hoofdstuk",
    "dataset": "Gegevensbestand",
    "legislation": "Wet of regeling",
    "personal_communication": "Gesprek of brief",
    "report": "Rapport of verslag",
    "thesis": "Scriptie of proefschrift",
    "webpage": "Webpagina",
}
"""The CSL types of sources in Dutch."""

ENKEL = {
    "author": "auteur",
    "baten": "baat",
    "bereik": "bereik",
    "bronnen": "bron",
    "doelgroepen": "doelgroep",
    "effectenarena": "stap",
    "erkenning": "erkenning",
    "financiering": "financier",
    "indicatoren": "indicator",
    "kosten": "kostenpost",
    "leefgebieden": "leefgebied",
    "locaties": "locatie",
    "metingen": "meting",
    "partners": "partner",
    "scans": "scan",
    "subdoelen": "subdoel",
    "themas": "thema",
    "verhalen": "verhaal",
    "voorheen": "oude sleutel",
    "vraag": "vraag",
    "waar_liep_het_spaak": "les",
    "wat_bleef": "les",
    "werkte": "les",
    "werkte_niet": "les",
    "werkzame_bestanddelen": "bestanddeel",
}
"""What one item of each list is called."""

HULP: dict[tuple[type[BaseModel], str], str] = {
    (Praktijk, "id"): "Korte naam voor het webadres en het bestand. Hij volgt de titel en verandert later nooit.",
    (Praktijk, "interventietype"): "Van welk type aanpak is dit een voorbeeld? Kies uit de lijst.",
    (Praktijk, "record_status"): (
        "Een concept mag nog gaten hebben. Bij de andere keuzes is ook verplicht waar ‘gevraagd’ bij staat."
    ),
    (Verwijzing, "bron"): "Kies uit de lijst. Staat uw bron er niet bij? Voeg haar toe onder ‘Waar staat het?’.",
    (Bron, "id"): "Korte naam voor het bestand. Hij volgt de titel en verandert later nooit.",
    (Bron, "type"): "Wat voor bron is het?",
    (Locatie, "gemeente"): "Kies een gemeente van nu.",
}
"""Explanations that speak of files and keys, said for who fills in a form."""
