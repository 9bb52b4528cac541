"""Page model of the printed report of one practice: its page and its quick-scan, with the sources written out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.bronvermelding import Bronvermelding, bronvermeldingen
from watwerkt.views.praktijk import Praktijkpagina, praktijkpagina
from watwerkt.views.quickscan import Quickscanpagina, quickscanpagina
from watwerkt.views.tekst import moment

if TYPE_CHECKING:
    from datetime import date

    from watwerkt.views.index import Index

KENMERK = 8
"""Hexadecimal digits of a content hash that a colophon shows."""


@value
class Rapport:
    """Everything that the print shows about one practice; ``versie`` names the data: date and mark of the record."""

    praktijk: Praktijkpagina
    quickscan: Quickscanpagina
    bronvermeldingen: tuple[Bronvermelding, ...]
    versie: str


def rapport(index: Index, praktijk_id: str, peildatum: date) -> Rapport:
    """Build the report; only the practice itself and what it refers to counts, not its neighbours on the site."""
    bronnen = bronvermeldingen(index, [index.kennisbank.praktijken[praktijk_id]])
    return _rapport(index, praktijk_id, peildatum, tuple(replace(bron, toelichting="") for bron in bronnen))


def hoofdstuk(index: Index, praktijk_id: str, peildatum: date) -> Rapport:
    """Build a chapter of a booklet: its open questions stay on the site, its sources are in the list at the end."""
    model = _rapport(index, praktijk_id, peildatum, ())
    return replace(model, quickscan=replace(model.quickscan, vragen=()))


def _rapport(index: Index, praktijk_id: str, peildatum: date, bronnen: tuple[Bronvermelding, ...]) -> Rapport:
    praktijk = index.kennisbank.praktijken[praktijk_id]
    kenmerk = index.kennisbank.digest("praktijken", praktijk_id)[:KENMERK]
    return Rapport(
        praktijk=replace(praktijkpagina(index, praktijk, peildatum), verwant=()),
        quickscan=quickscanpagina(index, praktijk, peildatum),
        bronvermeldingen=bronnen,
        versie=f"{moment(praktijk.bijgewerkt)}, kenmerk {kenmerk}",
    )
