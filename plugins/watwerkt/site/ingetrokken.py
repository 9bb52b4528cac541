"""Addresses that must go on leading somewhere: of moved records, and of withdrawn practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.site.pagina import Pagina, ready
from watwerkt.views.index import Link
from watwerkt.views.ingetrokken import Grafsteen, grafstenen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from watwerkt.views.index import Index


def verhuisd(pad: str, naar: str, titel: str, dag: str) -> Pagina:
    """Return the page at an old address, that sends visitors on."""
    return Pagina(
        pad,
        f"Verhuisd: {titel} ({pad.split('/')[1]})",
        f"Deze pagina staat nu bij {titel}.",
        "verhuisd.html",
        ready(link=Link(titel, naar)),
        bijgewerkt=dag,
        verhuisd_naar=naar,
        rests_on=lambda: (titel, naar),
    )


def ingetrokken(index: Index, _: date) -> Iterator[Pagina]:
    """Yield the list of withdrawn practices, and of each the page that says why, at every address that it ever had."""
    stenen = grafstenen(index)
    yield Pagina(
        "ingetrokken/",
        "Ingetrokken praktijken",
        "Praktijken die uit de kennisbank zijn gehaald, met de reden.",
        "ingetrokken.html",
        ready(stenen=stenen),
        rests_on=lambda: tuple(map(repr, stenen)),
    )
    for steen in stenen:
        yield _grafsteen(steen)
        yield verhuisd(f"{steen.doel}quickscan/", steen.doel, f"Quick-scan: {steen.titel}", steen.dag)
        for oud in steen.voorheen:
            yield verhuisd(f"praktijken/{oud}/", steen.doel, steen.titel, steen.dag)
            yield verhuisd(f"praktijken/{oud}/quickscan/", steen.doel, f"Quick-scan: {steen.titel}", steen.dag)


def _grafsteen(steen: Grafsteen) -> Pagina:
    return Pagina(
        steen.doel,
        f"Ingetrokken: {steen.titel}",
        f"De beschrijving van {steen.titel} is ingetrokken op {steen.datum}.",
        "grafsteen.html",
        ready(p=steen),
        (Link("Ingetrokken praktijken", "ingetrokken/"),),
        bijgewerkt=steen.dag,
        verborgen=True,
        rests_on=lambda: (repr(steen),),
    )
