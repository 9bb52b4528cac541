"""A source as a line of a printed bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.tekst import moment, opsomming, sorteersleutel
from watwerkt.views.uittreksel import cited

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.records import Bron
    from watwerkt.views.index import Index


@value
class Bronvermelding:
    """Short name as used beside facts, authors with year, title, origin, web address and what readers must know.

    ``slot`` ends the title.
    """

    kort: str
    wie: str
    titel: str
    slot: str
    herkomst: str
    url: str
    toelichting: str
    doel: str


def bronvermeldingen(index: Index, records: Iterable[object]) -> tuple[Bronvermelding, ...]:
    """All sources that the records refer to, each once, in order of short name."""
    ids = {key for record in records for key in cited(record)}
    bronnen = [bron for key, bron in index.kennisbank.bronnen.items() if key in ids]
    return tuple(sorted((_vermelding(bron) for bron in bronnen), key=lambda v: sorteersleutel(v.kort)))


def _vermelding(bron: Bron) -> Bronvermelding:
    jaar = "jaar onbekend" if bron.issued == "onbekend" else moment(bron.issued)
    return Bronvermelding(
        kort=bron.kort,
        wie=f"{opsomming(bron.author)} ({jaar})" if bron.author else f"Auteur onbekend ({jaar})",
        titel=bron.title,
        slot=slot(bron.title),
        herkomst=herkomst(bron),
        url=bron.url or "",
        toelichting=bron.note or "",
        doel=f"bronnen/{bron.id}/",
    )


def slot(titel: str) -> str:
    """What ends a title: a full stop, or nothing when it ends by itself."""
    return "" if titel.endswith((".", "!", "?", "…")) else "."


def herkomst(bron: Bron) -> str:
    """Where a source was published, with its numbers."""
    delen = [deel for deel in (bron.container_title, bron.number, bron.publisher) if deel]
    delen += [f"ISBN {bron.isbn}"] if bron.isbn else []
    delen += [f"doi:{bron.doi}"] if bron.doi else []
    return ", ".join(delen)
