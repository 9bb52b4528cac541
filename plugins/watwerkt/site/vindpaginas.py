"""The pages to find and compare practices: catalogue, other orders, ready-made lists and the comparison."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from watwerkt.site.lijsten import alleen, met_lijst
from watwerkt.site.pagina import Pagina, on_all, on_practices, ready
from watwerkt.views.catalogus import facetgroepen
from watwerkt.views.index import Index, Link
from watwerkt.views.ingangen import doelgroepingangen, gemeente_ingangen
from watwerkt.views.tekst import op_titel
from watwerkt.views.vergelijking import VOORBEHOUD
from watwerkt.views.verzamelingen import ordeningen, themapaginas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

VERGELIJKSCRIPTS = ("assets/watwerkt/catalogus.js", "assets/watwerkt/vergelijk.js")
ZOEKSCRIPTS = tuple(
    f"assets/watwerkt/{naam}.js"
    for naam in ("lunr", "lunr.stemmer.support", "lunr.nl", "zoekindex", "zoekwoorden", "opzoeken", "zoek")
)
CATALOGUSSCRIPTS = (
    "assets/watwerkt/keuzes.js",
    *ZOEKSCRIPTS,
    *(f"assets/watwerkt/{naam}.js" for naam in ("filter", "uitvoer", "kaartlijst", "kiezen")),
)


def overzichten(index: Index, dag: date) -> Iterator[Pagina]:
    """Yield the catalogue and the same list in every other order."""
    alle = ordeningen(index)
    keuzes = tuple(Link(o.titel, o.doel) for o in alle)
    for ordening in alle:
        context = ready(p=ordening, keuzes=keuzes, aantal=len(index.uittreksels))
        if ordening.doel == "praktijken/":
            context = partial(_kiezen, index, dag, context())
            pagina = Pagina(
                ordening.doel,
                "Alle praktijken",
                "Zoek en filter alle praktijken, op alfabet.",
                "praktijken.html",
                ready(),
                scripts=CATALOGUSSCRIPTS,
                rests_on=partial(_op_alles, index, dag),
            )
        else:
            pagina = Pagina(
                ordening.doel,
                f"Praktijken: {ordening.titel[0].lower()}{ordening.titel[1:]}",
                ordening.uitleg,
                "overzicht.html",
                ready(),
                (Link("Praktijken", "praktijken/"),),
                rests_on=partial(_op_alles, index),
            )
        yield from met_lijst(index, pagina, ordening.maak, ordening.aantal, context, f"overzicht/{ordening.id}/")


def _kiezen(index: Index, dag: date, context: dict[str, Any]) -> dict[str, Any]:
    return context | {"groepen": facetgroepen(index, dag), "dimensies": index.kennisbank.rubriek.dimensies}


def _op_alles(index: Index, *others: object) -> tuple[str, ...]:
    """What decides a list of all practices: in pages it has lines, else cards."""
    return on_all(index, *others) if index.in_bladzijden else on_practices(index, index.uittreksels, *others)


def vergelijkpagina(index: Index, _: date) -> Iterator[Pagina]:
    """Yield the comparison: ready-made tables, and two to four practices of choice with JavaScript."""
    yield Pagina(
        "vergelijk/",
        "Vergelijken",
        "Praktijken naast elkaar, per thema en per interventietype.",
        "vergelijk.html",
        partial(_te_vergelijken, index),
        scripts=VERGELIJKSCRIPTS,
        rests_on=partial(on_all, index),
    )


def _te_vergelijken(index: Index) -> dict[str, Any]:
    soorten = (s for s in op_titel(index.kennisbank.interventietypen.values()) if s.id in index.per_interventietype)
    return {
        "themas": tuple(p for p in themapaginas(index) if p.kaarten),
        "soorten": tuple(
            (Link(s.titel, f"interventietypen/{s.id}/#vergelijking"), len(index.per_interventietype[s.id].ids))
            for s in soorten
        ),
        "voorbehoud": VOORBEHOUD,
    }


def ingangen(index: Index, _: date) -> Iterator[Pagina]:
    """Yield the ready-made lists per doelgroep and per gemeente, each kind with its overview."""
    for pad, titel, soort, kern, groepen in (
        (
            "doelgroepen/",
            "Doelgroepen",
            "Doelgroep",
            "Voor wie is het? Alleen doelgroepen waar een praktijk bij staat.",
            doelgroepingangen(index),
        ),
        (
            "gemeenten/",
            "Gemeenten",
            "Gemeente",
            "Waar gebeurt het? Alleen gemeenten waar een praktijk bij staat.",
            gemeente_ingangen(index),
        ),
    ):
        context = ready(titel=titel, kern=kern, groepen=groepen)
        yield Pagina(pad, titel, kern, "ingangen.html", context, rests_on=partial(on_all, index))
        for groep in groepen:
            facet = "gemeente" if pad == "gemeenten/" else groep.id
            for pagina in groep.paginas:
                term = pagina.link.doel.split("/")[1]
                eerste = Pagina(
                    pagina.link.doel,
                    f"{soort}: {pagina.link.tekst}",
                    pagina.definitie,
                    "ingang.html",
                    ready(),
                    (Link(titel, pad),),
                    rests_on=partial(on_practices, index, pagina.kaarten.ids),
                )
                context = ready(p=pagina, soort=soort, filter=f"{facet}={term}")
                yield from met_lijst(index, eerste, *alleen(pagina.kaarten), context)
