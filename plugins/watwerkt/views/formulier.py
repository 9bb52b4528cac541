"""Page model of the form in which a practice is written, made from the models of the records."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from watwerkt.knowledge.references import BRON, FIELDS, GEMEENTE, TYPE
from watwerkt.reading.shapes import Kind, Shape, fields_of, pattern_of
from watwerkt.records import Bron, Graad, Oordeel, Praktijk
from watwerkt.records.base import ONBEKEND, Moment
from watwerkt.records.values import value
from watwerkt.scoring import profiel
from watwerkt.views.formulierteksten import AFDELINGEN, BRONSOORTEN, ENKEL, HULP
from watwerkt.views.naslag import voorbeeldtekst
from watwerkt.views.profiel import balken
from watwerkt.views.tekst import hoofdletter, op_titel, woord
from watwerkt.views.zelfscan import Optie

if TYPE_CHECKING:
    from pydantic import BaseModel

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.records.rubriek import Niveau
    from watwerkt.views.index import Index
    from watwerkt.views.profiel import Balk


@value
class Formveld:
    """One question. ``soort`` says which control answers it; ``velden`` or ``onderdeel`` are the questions inside.

    ``lijst`` names the vocabulary whose terms are offered; ``opties`` are all choices, empty for a vocabulary that
    only the script offers. ``regels`` is the height of a text in lines; ``enkel`` what one item of a list is called.
    """

    naam: str
    titel: str
    hulp: str
    voorbeeld: str
    graad: str
    soort: str
    most: int | None = None
    regels: int = 0
    lijst: str = ""
    opties: tuple[Optie, ...] = ()
    velden: tuple[Formveld, ...] = ()
    onderdeel: Formveld | None = None
    enkel: str = ""


@value
class Criteriumvraag:
    """A criterion of the rubric as a question of the form."""

    id: str
    label: str
    vraag: str
    ankers: tuple[tuple[int, str], ...]


@value
class Dimensievraag:
    """The questions of one dimension."""

    id: str
    label: str
    plus: bool
    criteria: tuple[Criteriumvraag, ...]


@value
class Afdeling:
    """A section of the form, in the order of the *werkblad*."""

    id: str
    titel: str
    inleiding: str
    velden: tuple[Formveld, ...]


@value
class Formulierpagina:
    """Everything that the form shows before anything is filled in."""

    afdelingen: tuple[Afdeling, ...]
    bron: tuple[Formveld, ...]
    oordeel: tuple[Formveld, ...]
    dimensies: tuple[Dimensievraag, ...]
    balken: tuple[Balk, ...]
    schaal: tuple[Niveau, ...]
    verplicht: int


MOMENT = pattern_of(Moment)
JA_NEE = (Optie("false", "Nee"), Optie("true", "Ja"))
_SOORTEN = {
    Kind.RICH: "opmaak",
    Kind.INTEGER: "geheel",
    Kind.NUMBER: "getal",
    Kind.BOOLEAN: "janee",
    Kind.CHOICE: "keuze",
    Kind.LIST: "lijst",
    Kind.MAP: "oordelen",
    Kind.RECORD: "groep",
}
_UIT_LIJST = re.compile(r"\bSleutels? uit de lijst \w+")


def formulierpagina(index: Index) -> Formulierpagina:
    """Build the page; the same for everybody."""
    kennisbank = index.kennisbank
    maker = _Maker(kennisbank)
    velden = {veld.naam: veld for veld in maker.velden(Praktijk)}
    rubriek = kennisbank.rubriek
    return Formulierpagina(
        afdelingen=tuple(
            Afdeling(sleutel, titel, inleiding, tuple(velden[naam] for naam in namen))
            for sleutel, titel, inleiding, namen in AFDELINGEN
        ),
        bron=maker.velden(Bron),
        oordeel=tuple(_vrij(veld) if veld.naam == "niveau" else veld for veld in maker.velden(Oordeel)),
        dimensies=tuple(
            Dimensievraag(
                d.id,
                d.label,
                d.soort == "plus",
                tuple(
                    Criteriumvraag(c.id, c.label, c.vraag, ((0, c.anker_0), (2, c.anker_2), (4, c.anker_4)))
                    for c in d.criteria
                ),
            )
            for d in rubriek.dimensies
        ),
        balken=balken(rubriek, profiel(rubriek, None)),
        schaal=rubriek.schaal,
        verplicht=sum(veld.graad == Graad.VERPLICHT for veld in velden.values()),
    )


def _vrij(veld: Formveld) -> Formveld:
    # a criterion as a whole may be left out
    return replace(veld, graad=Graad.AANBEVOLEN.value)


def soort_van(shape: Shape) -> str:
    """Name the control for a field: a line, a text, a number, a choice, a level, a list, a group or judgements."""
    if shape.union:
        return "niveau"
    if shape.pattern == MOMENT:
        return "moment"
    if shape.kind is Kind.TEXT:
        return "regel" if shape.pattern else "alinea"
    return _SOORTEN[shape.kind]


def lijst_van(model: type[BaseModel], naam: str) -> str:
    """Name the vocabulary or collection from which a field of a model is chosen; empty when it is free."""
    return FIELDS.get(model, {}).get(naam, "")


class _Maker:
    """Makes the questions of models; those of one model are made once."""

    def __init__(self, kennisbank: Kennisbank) -> None:
        self._kennisbank = kennisbank
        self.velden = cache(self._velden)

    def _velden(self, model: type[BaseModel]) -> tuple[Formveld, ...]:
        return tuple(self._veld(shape, lijst_van(model, naam), model) for naam, shape in fields_of(model).items())

    def _veld(self, shape: Shape, lijst: str, model: type[BaseModel]) -> Formveld:
        soort = soort_van(shape)
        gekozen = bool(lijst) or soort in {"keuze", "niveau", "janee", "lijst", "groep", "oordelen"}
        return Formveld(
            naam=shape.name,
            titel=shape.title,
            hulp=HULP.get((model, shape.name)) or _UIT_LIJST.sub("Kies uit de lijst", shape.description),
            voorbeeld="" if gekozen or shape.example == "…" else voorbeeldtekst(shape.example),
            graad=shape.grade.value,
            soort=soort,
            most=_most(shape),
            regels=_regels(soort, shape.length[1]),
            lijst=lijst,
            opties=self._opties(shape, soort, lijst, model),
            velden=self.velden(shape.model) if shape.model else (),
            onderdeel=self._onderdeel(shape, lijst, model) if soort == "lijst" else None,
            enkel=ENKEL[shape.name] if soort == "lijst" else "",
        )

    def _onderdeel(self, shape: Shape, lijst: str, model: type[BaseModel]) -> Formveld | None:
        if shape.item is None:
            return None
        kaal = self._veld(shape.item, lijst, model)
        return replace(kaal, naam="", titel=shape.title, hulp="")

    def _opties(self, shape: Shape, soort: str, lijst: str, model: type[BaseModel]) -> tuple[Optie, ...]:
        if soort == "janee":
            return JA_NEE
        if soort == "niveau":
            return self._niveaus(model)
        if soort == "keuze":
            return tuple(Optie(w, BRONSOORTEN.get(w, hoofdletter(woord(w)))) for w in shape.choices)
        if lijst in ("", BRON):
            return ()
        return termen(self._kennisbank, lijst)

    def _niveaus(self, model: type[BaseModel]) -> tuple[Optie, ...]:
        onbekend = Optie(ONBEKEND, hoofdletter(ONBEKEND))
        if model is Oordeel:
            stappen = [(s.niveau, s.label) for s in self._kennisbank.rubriek.schaal]
        else:
            stappen = [(t.waarde, t.label) for t in self._kennisbank.termen("bewijsniveaus") if t.waarde is not None]
        return (*(Optie(str(n), f"{n} · {label.lower()}") for n, label in stappen), onbekend)


def _most(shape: Shape) -> int | None:
    return shape.length[1] if shape.kind in {Kind.TEXT, Kind.RICH} else None


def _regels(soort: str, most: int | None) -> int:
    if soort == "opmaak":
        return 7
    return (2 if (most or 0) <= 300 else 4) if soort == "alinea" else 0


def termen(kennisbank: Kennisbank, lijst: str) -> tuple[Optie, ...]:
    """Choices from a vocabulary or collection: value in the record, what people read, and what it means."""
    if lijst == TYPE:
        return tuple(Optie(i.id, i.titel) for i in op_titel(kennisbank.interventietypen.values()))
    if lijst == BRON:
        return tuple(Optie(b.id, b.kort, b.title) for b in kennisbank.bronnen.values())
    if lijst == GEMEENTE:
        return tuple(Optie(t.label, t.label) for t in kennisbank.termen(lijst))
    return tuple(Optie(t.id, t.label, t.definitie) for t in kennisbank.termen(lijst))
