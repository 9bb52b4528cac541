"""Which field a Dutch heading means: titles and keys of the models, and the headings of the usual work sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from watwerkt.reading.shapes import Kind, Shape, fields_of
from watwerkt.records import Praktijk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

_NUMBERING = re.compile(r"^(?:[0-9]+(?:\.[0-9]+)*[.)]?|[a-z][.)])\s+")
_LIKE = 88
"""From this likeness (0-100) a heading with a slip of the pen is still understood."""

SYNONYMS: dict[str, tuple[str, ...]] = {
    "titel": ("naam", "naam van de interventie", "naam van de praktijk", "naam van het project", "projectnaam"),
    "kern": ("korte omschrijving", "in het kort", "kern"),
    "samenvatting": ("korte samenvatting", "beschrijving in het kort"),
    "themas": ("thema", "onderwerp", "onderwerpen"),
    "leefgebieden": ("leefgebied", "levensgebieden", "domeinen"),
    "doelgroepen": ("doelgroep (trefwoorden)", "doelgroepen (trefwoorden)"),
    "status": ("stand van zaken", "loopt het nog"),
    "locaties": ("plaats", "gemeente", "gemeenten", "locatie", "waar"),
    "start": ("startdatum", "begin", "begonnen in", "startjaar"),
    "einde": ("einddatum", "gestopt in", "eindjaar"),
    "bereik": ("aantal deelnemers", "bereikte doelgroep"),
    "probleem": ("aanleiding", "het probleem", "probleemomschrijving", "aard van het probleem", "probleemanalyse"),
    "doelgroep": ("uiteindelijke doelgroep", "omschrijving van de doelgroep", "voor wie", "intermediaire doelgroep"),
    "doel": ("hoofddoel", "doelstelling", "doelen", "het doel"),
    "subdoelen": ("subdoel", "tussendoelen"),
    "aanpak": ("opzet van de interventie", "inhoud van de interventie", "werkwijze", "methode", "opzet", "inhoud"),
    "werkzame_bestanddelen": ("werkzame elementen", "werkzame factoren", "samenvatting werkzame elementen"),
    "duur": ("duur", "duur en frequentie", "tijdsduur"),
    "betrokkenheid_bewoners": ("betrokkenheid doelgroep", "betrokkenheid van bewoners", "inbreng van bewoners"),
    "randvoorwaarden": ("organisatorische randvoorwaarden", "voorwaarden", "uitvoeringseisen"),
    "deskundigheid": ("opleiding en competenties", "competenties", "eisen ten aanzien van opleiding"),
    "materialen": ("materiaal", "benodigde materialen", "handleiding"),
    "kosten": ("kosten van de interventie", "begroting", "kosten van het project"),
    "effectenarena": ("veranderingstheorie", "als-dan"),
    "partners": ("samenwerkingspartners", "betrokken organisaties", "samenwerking", "coalitie"),
    "verduurzaming.financiering": ("financiers", "wie betaalt", "dekking"),
    "verduurzaming.baten": ("opbrengsten", "wie heeft er baat bij"),
    "lessen.werkte": ("succesfactoren", "wat gaat goed", "geleerde lessen", "lessen"),
    "lessen.werkte_niet": ("wat gaat niet goed", "knelpunten"),
    "lessen.waar_liep_het_spaak": ("waarom gestopt",),
    "erkenning": ("erkend door", "erkenningen"),
    "verhalen": ("ervaringen", "ervaringen van deelnemers", "verhaal", "praktijkvoorbeeld"),
    "bewijs.niveau": ("effectladder", "bewijsniveau"),
}
"""Other names of a field by its key path, in the order of the work sheets of Movisie, NJi and RIVM."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a record: its key path and what it may hold."""

    pad: tuple[str, ...]
    shape: Shape

    @property
    def naam(self) -> str:
        """The key path as authors read it."""
        return ".".join(self.pad)


def slot_of(heading: str) -> Slot | None:
    """Return the place that a heading means, or nothing when no field comes near."""
    name = plain(heading)
    known = _names()
    if name in known:
        return known[name]
    if len(name) < 5:
        return None
    best = process.extractOne(name, known.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return known[best[0]] if best else None


def means(heading: str) -> Slot | None:
    """Return the place that a heading names to the letter."""
    return _names().get(plain(heading))


def plain(heading: str) -> str:
    """A heading without numbering, colon, underscores and capitals."""
    words = _NUMBERING.sub("", " ".join(heading.casefold().replace("_", " ").split()))
    return words.rstrip(":?. ").replace("’", "'")


@cache
def _names() -> dict[str, Slot]:
    """Every name of every slot; a top-level field wins from a field inside another."""
    slots = list(_slots(Praktijk, ()))
    names: dict[str, Slot] = {}
    for slot in sorted(slots, key=lambda item: len(item.pad)):
        for name in (slot.naam, *SYNONYMS.get(slot.naam, ()), slot.pad[-1], slot.shape.title):
            names.setdefault(plain(name), slot)
    return names


def _slots(model: type[BaseModel], above: tuple[str, ...]) -> Iterator[Slot]:
    for name, shape in fields_of(model).items():
        if name in ("scans", "ingetrokken"):
            continue  # an assessment is made with the quick-scan, and a new record is not withdrawn
        if shape.kind is Kind.RECORD and shape.model:
            yield from _slots(shape.model, (*above, name))
        else:
            yield Slot((*above, name), shape)
