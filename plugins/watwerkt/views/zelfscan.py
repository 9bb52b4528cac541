"""Page model of the do-it-yourself quick-scan, and the rubric as data for the script that computes in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.records.base import ONBEKEND
from watwerkt.records.rubriek import SoortDimensie
from watwerkt.records.values import value
from watwerkt.scoring import Oordeelwoord, profiel
from watwerkt.scoring.dimensions import hele_gewichten
from watwerkt.views.profiel import OORDELEN, Balk, balken, oordeeluitleg

if TYPE_CHECKING:
    from watwerkt.records import Criterium, Dimensie, Rubriek
    from watwerkt.records.rubriek import Niveau
    from watwerkt.views.index import Index

EIGEN_OORDELEN = {
    **OORDELEN,
    Oordeelwoord.ONVOLDOENDE_BEKEND: (
        "Nog te weinig bekend",
        "Er zijn te weinig vragen met een niveau beantwoord. Dat is geen slecht oordeel.",
    ),
}
"""The verdicts for who answers for the own project: there are no sources that could say too little."""


@value
class Optie:
    """One choice: the value that a script or record holds, and what people read."""

    id: str
    label: str
    uitleg: str = ""


@value
class Zelfvraag:
    """One criterion as a question; ``nummer`` counts through all dimensions."""

    nummer: int
    id: str
    label: str
    vraag: str
    opties: tuple[Optie, ...]
    doel: str


@value
class Vragenblok:
    """The questions of one dimension."""

    id: str
    label: str
    vraag: str
    plus: bool
    vragen: tuple[Zelfvraag, ...]


@value
class Zelfscanpagina:
    """Everything the quick-scan shows before the first answer."""

    blokken: tuple[Vragenblok, ...]
    balken: tuple[Balk, ...]
    schaal: tuple[Niveau, ...]
    aantal: int
    bronnen: tuple[Optie, ...]


def zelfscanpagina(index: Index) -> Zelfscanpagina:
    """Build the page; the same for everybody, because answers never reach us."""
    kennisbank = index.kennisbank
    rubriek = kennisbank.rubriek
    blokken, nummer = [], 0
    for dimensie in rubriek.dimensies:
        blokken.append(_blok(rubriek, dimensie, nummer))
        nummer += len(dimensie.criteria)
    return Zelfscanpagina(
        blokken=tuple(blokken),
        balken=balken(rubriek, profiel(rubriek, None)),
        schaal=rubriek.schaal,
        aantal=nummer,
        bronnen=tuple(Optie(b.id, b.kort) for b in kennisbank.bronnen.values()),
    )


def _blok(rubriek: Rubriek, dimensie: Dimensie, eerder: int) -> Vragenblok:
    return Vragenblok(
        id=dimensie.id,
        label=dimensie.label,
        vraag=dimensie.vraag,
        plus=dimensie.soort is SoortDimensie.PLUS,
        vragen=tuple(
            Zelfvraag(nummer, c.id, c.label, c.vraag, _opties(rubriek, c), f"model/{dimensie.id}/#{c.id}")
            for nummer, c in enumerate(dimensie.criteria, eerder + 1)
        ),
    )


def _opties(rubriek: Rubriek, criterium: Criterium) -> tuple[Optie, ...]:
    ankers = {0: criterium.anker_0, 2: criterium.anker_2, 4: criterium.anker_4}
    niveaus = (
        Optie(str(s.niveau), f"{s.niveau} · {s.label.lower()}", ankers.get(s.niveau, "")) for s in rubriek.schaal
    )
    return (*niveaus, Optie(ONBEKEND, "Weet ik niet"))


def rubriek_data(rubriek: Rubriek) -> dict[str, Any]:
    """What the browser needs to score and advise as :mod:`watwerkt.scoring` does.

    JavaScript computes exactly with the whole weights as long as the weights have at most ten decimals.
    """
    return {
        "versie": rubriek.versie,
        "minimaleDekking": rubriek.minimale_dekking,
        "drempel": rubriek.drempel,
        "adviesgrens": rubriek.adviesgrens,
        "schaal": [stap.label.lower() for stap in rubriek.schaal],
        "oordelen": {
            oordeel.value: [naam, oordeeluitleg(rubriek, uitleg)] for oordeel, (naam, uitleg) in EIGEN_OORDELEN.items()
        },
        "dimensies": [_dimensie_data(dimensie) for dimensie in rubriek.dimensies],
    }


def _dimensie_data(dimensie: Dimensie) -> dict[str, Any]:
    gewichten = hele_gewichten(tuple(c.gewicht for c in dimensie.criteria))
    return {
        "id": dimensie.id,
        "label": dimensie.label,
        "plus": dimensie.soort is SoortDimensie.PLUS,
        "criteria": [
            {
                "id": c.id,
                "label": c.label,
                "vraag": c.vraag,
                "gewicht": c.gewicht,
                "heelGewicht": heel,
                "advies": c.advies.tekst,
                "instrument": c.advies.instrument or "",
            }
            for c, heel in zip(dimensie.criteria, gewichten, strict=True)
        ],
    }
