"""The pages for who pays: scorekaart, baathouders, white spots, and routes with forms of money."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from watwerkt.site.pagina import Pagina, model, on_all, on_practices
from watwerkt.views.baathouders import baathouderpagina, baathoudersoverzicht, per_baathouder
from watwerkt.views.index import Index, Link
from watwerkt.views.routes_en_geld import routes_en_geld
from watwerkt.views.scorekaart import scorekaart
from watwerkt.views.witte_vlekken import witte_vlekken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


SCRIPTS = tuple(f"assets/watwerkt/{naam}.js" for naam in ("catalogus", "rangorde", "wegen", "scorekaart"))


def financierpaginas(index: Index, _: date) -> Iterator[Pagina]:
    """Yield the pages, one per baathouder of the vocabulary; models are built when a page is written."""
    praktijken = per_baathouder(index)
    yield Pagina(
        "scorekaart/",
        "Scorekaart",
        "Alle praktijken op vijf dimensies, met uw eigen gewichten en met wat onzeker is.",
        "scorekaart.html",
        model(scorekaart, index),
        scripts=SCRIPTS,
        rests_on=partial(on_all, index),
    )
    yield Pagina(
        "witte-vlekken/",
        "Witte vlekken",
        "Thema’s en doelgroepen waar nog geen praktijk bij staat.",
        "witte_vlekken.html",
        model(witte_vlekken, index),
        rests_on=partial(on_all, index),
    )
    yield Pagina(
        "routes-en-geld/",
        "Routes en geld",
        "Hoe praktijken bleven bestaan en waar het geld vandaan kwam.",
        "routes_en_geld.html",
        model(routes_en_geld, index),
        rests_on=partial(on_all, index),
    )
    yield from _baathouders(index, praktijken)


def _baathouders(index: Index, praktijken: Mapping[str, tuple[str, ...]]) -> Iterator[Pagina]:
    yield Pagina(
        "baathouders/",
        "Baathouders",
        "Wie voordeel heeft van welke praktijk, en hoe die partij kan meebetalen.",
        "baathouders.html",
        model(baathoudersoverzicht, index, praktijken),
        rests_on=partial(on_all, index),
    )
    for term in index.kennisbank.termen("baathouders"):
        link = index.termlink("baathouders", term.id)
        ids = praktijken.get(term.id, ())
        yield Pagina(
            link.doel,
            f"Baathouder: {link.tekst}",
            f"Welke praktijken iets opleveren voor deze partij: {link.tekst}.",
            "baathouder.html",
            model(baathouderpagina, index, term, ids),
            (Link("Baathouders", "baathouders/"),),
            rests_on=partial(on_practices, index, ids),
        )
