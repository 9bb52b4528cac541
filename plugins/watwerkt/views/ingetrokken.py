"""Page models of withdrawn practices: what is left of them, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.index import Index, Link, praktijkpad
from watwerkt.views.tekst import moment, sorteersleutel

if TYPE_CHECKING:
    from watwerkt.records import Praktijk
    from watwerkt.records.praktijk import Intrekking


@value
class Grafsteen:
    """A withdrawn practice: name, reason, day in words and as ISO date, its successor and its old ids."""

    titel: str
    doel: str
    datum: str
    dag: str
    reden: str
    opvolger: Link | None
    voorheen: tuple[str, ...]


def grafstenen(index: Index) -> tuple[Grafsteen, ...]:
    """Return every withdrawn practice, in title order."""
    weg = sorted(index.kennisbank.ingetrokken.values(), key=lambda p: (sorteersleutel(p.titel), p.id))
    return tuple(_grafsteen(index, p, p.ingetrokken) for p in weg if p.ingetrokken)


def _grafsteen(index: Index, praktijk: Praktijk, intrekking: Intrekking) -> Grafsteen:
    opvolger = index.kaarten.get(intrekking.opvolger or "")
    return Grafsteen(
        titel=praktijk.titel,
        doel=praktijkpad(praktijk.id),
        datum=moment(intrekking.datum),
        dag=intrekking.datum,
        reden=intrekking.reden,
        opvolger=Link(opvolger.titel, opvolger.doel) if opvolger else None,
        voorheen=praktijk.voorheen,
    )
