"""What a practice costs: an amount in words, and classes by the lowest amount per participant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watwerkt.records.base import ONBEKEND
from watwerkt.views.tekst import euro, moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.records.praktijk import Kosten

PER_DEELNEMER = frozenset(
    (
        *("deelnemer", "persoon", "bewoner", "cliënt", "jongere", "kind", "ondernemer", "vrijwilliger", "mantelzorger"),
        *("huishouden", "gezin", "traject"),
    )
)
"""First words of ``kosten.per`` that make amounts comparable: one person, household or course."""

KOSTENKLASSEN = (
    ("tot-1000", "Tot € 1.000 per deelnemer", 1_000),
    ("1000-5000", "€ 1.000 tot € 5.000 per deelnemer", 5_000),
    ("5000-25000", "€ 5.000 tot € 25.000 per deelnemer", 25_000),
    ("vanaf-25000", "€ 25.000 of meer per deelnemer", None),
)
"""Classes by amount in whole euros, upper bound exclusive. The bounds are this project's own."""

KOSTEN_ANDERS = ("anders", "Bedrag bekend, niet per deelnemer")


def kostentekst(kosten: Kosten) -> str:
    """Amount, per what and price year on one line."""
    return f"{euro(kosten.bedrag)} per {kosten.per} (prijspeil {moment(kosten.jaar)})"


def kostenklasse(kosten: Iterable[Kosten]) -> str:
    """Class of the lowest amount per participant; ``anders`` with amounts per something else only.

    Returns:
        An id of `KOSTENKLASSEN`, ``anders`` or ``onbekend``.

    """
    regels = tuple(kosten)
    vergelijkbaar = [k.bedrag for k in regels if re.split(r"[^\w-]", k.per.casefold(), maxsplit=1)[0] in PER_DEELNEMER]
    if not vergelijkbaar:
        return KOSTEN_ANDERS[0] if regels else ONBEKEND
    laagste = min(vergelijkbaar)
    return next(naam for naam, _, grens in KOSTENKLASSEN if grens is None or laagste < grens)
