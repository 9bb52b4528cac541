"""The list of all pages: path, title, place in the site and how to build their model, in a fixed order.

Nothing is rendered here. A page model is built when the page is written and dropped after it, so memory does not grow
with the number of pages.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from watwerkt.reading.codes import CODES
from watwerkt.site.drukwerkpaginas import werkbladen
from watwerkt.site.financierpaginas import financierpaginas
from watwerkt.site.ingetrokken import ingetrokken, verhuisd
from watwerkt.site.invulpaginas import formulier, zelfscan
from watwerkt.site.lijsten import alleen, met_lijst
from watwerkt.site.pagina import Pagina, model, on_all, on_content, on_practice, on_practices
from watwerkt.site.pagina import ready as _ready
from watwerkt.site.vindpaginas import ingangen, overzichten, vergelijkpagina
from watwerkt.views.drukwerk import boekjepad, rapportpad
from watwerkt.views.index import Index, Link, build_index, praktijkpad
from watwerkt.views.naslag import (
    VELDGIDSEN,
    begrippenpagina,
    bronpaginas,
    modelpagina,
    veldgroepen,
)
from watwerkt.views.praktijk import praktijkpagina
from watwerkt.views.quickscan import quickscanpagina
from watwerkt.views.tekst import NAAM, OMSCHRIJVING, op_titel
from watwerkt.views.verzamelingen import homepagina, interventietypepagina, nieuwste, themapaginas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.views.naslag import Bronpagina, Modelpagina


def _praktijk_model(index: Index, praktijk_id: str, dag: date) -> dict[str, Any]:
    praktijk = index.kennisbank.praktijken[praktijk_id]
    return {"p": praktijkpagina(index, praktijk, dag), "pdf": index.drukwerk.get(rapportpad(praktijk_id))}


def _quickscan_model(index: Index, praktijk_id: str, dag: date) -> dict[str, Any]:
    praktijk = index.kennisbank.praktijken[praktijk_id]
    return {"p": quickscanpagina(index, praktijk, dag), "pdf": index.drukwerk.get(rapportpad(praktijk_id))}


def all_pages(kennisbank: Kennisbank, index: Index | None = None) -> Iterator[Pagina]:
    """Yield every generated page, each path once; ``index`` is made here when nobody has it yet.

    A page that shows practices changes with the newest of them. A page of which nobody wrote down the day has none.
    """
    index, dag = index or build_index(kennisbank), kennisbank.peildatum
    for maker in MAKERS:
        for pagina in maker(index, dag):
            own = pagina.bijgewerkt or maker in OWN_DAY
            yield pagina if own else replace(pagina, bijgewerkt=dag.isoformat())
    yield from _meldingen()
    yield from _veldgids()


def _home(index: Index, _: date) -> Iterator[Pagina]:
    yield Pagina(
        "",
        NAAM,
        OMSCHRIJVING,
        "home.html",
        model(homepagina, index),
        rests_on=partial(_home_op, index),
    )


def _home_op(index: Index) -> tuple[str, ...]:
    """What decides the home page: figures of all practices, and the cards of the newest."""
    return (*on_all(index), *on_practices(index, nieuwste(index)))


def _praktijken(index: Index, dag: date) -> Iterator[Pagina]:
    bestanden = index.kennisbank.bestanden
    kruimels = (Link("Praktijken", "praktijken/"),)
    for u in index.uittreksels.values():
        doel, bron = praktijkpad(u.id), bestanden["praktijken", u.id]
        rests_on = partial(on_practice, index, u.id, dag)
        yield Pagina(
            doel,
            u.titel,
            u.kern,
            "praktijk.html",
            partial(_praktijk_model, index, u.id, dag),
            kruimels,
            bron,
            u.bijgewerkt,
            rests_on=rests_on,
            praktijk=u.id,
        )
        titel = f"Quick-scan: {u.titel}"
        yield Pagina(
            f"{doel}quickscan/",
            titel,
            f"Beoordeling van {u.titel} met het 4+1-model, met advies.",
            "quickscan.html",
            partial(_quickscan_model, index, u.id, dag),
            (*kruimels, Link(u.titel, doel)),
            bron,
            u.bijgewerkt,
            rests_on=rests_on,
            praktijk=u.id,
        )
        for oud in u.voorheen:
            yield verhuisd(f"praktijken/{oud}/", doel, u.titel, u.bijgewerkt)
            yield verhuisd(f"praktijken/{oud}/quickscan/", f"{doel}quickscan/", titel, u.bijgewerkt)


def _interventietypen(index: Index, _: date) -> Iterator[Pagina]:
    kennisbank = index.kennisbank
    soorten = op_titel(kennisbank.interventietypen.values())
    paginas = {s.id: interventietypepagina(index, s) for s in soorten}
    yield Pagina(
        "interventietypen/",
        "Interventietypen",
        "Soorten aanpakken, met hun werkzame bestanddelen en de praktijken die er een voorbeeld van zijn.",
        "interventietypen.html",
        _ready(paginas=tuple(paginas.values())),
        rests_on=partial(on_all, index),
    )
    for soort in soorten:
        doel = f"interventietypen/{soort.id}/"
        shown = paginas[soort.id].kaarten.ids
        pdf = index.drukwerk.get(boekjepad("interventietype", soort.id))
        pagina = Pagina(
            doel,
            soort.titel,
            soort.samenvatting,
            "interventietype.html",
            _ready(),
            (Link("Interventietypen", "interventietypen/"),),
            kennisbank.bestanden["interventietypen", soort.id],
            soort.bijgewerkt,
            rests_on=partial(on_practices, index, shown, pdf),
        )
        yield from met_lijst(index, pagina, *alleen(paginas[soort.id].kaarten), _ready(p=paginas[soort.id], pdf=pdf))
        for oud in soort.voorheen:
            yield verhuisd(f"interventietypen/{oud}/", doel, soort.titel, soort.bijgewerkt)


def _themas(index: Index, dag: date) -> Iterator[Pagina]:
    paginas = themapaginas(index)
    yield Pagina(
        "themas/",
        "Thema’s",
        "De thema’s van de kennisbank, ook die waar nog niets bij staat.",
        "themas.html",
        _ready(paginas=paginas),
        bijgewerkt=dag.isoformat(),
        rests_on=partial(on_all, index),
    )
    for pagina in paginas:
        pdf = index.drukwerk.get(boekjepad("thema", pagina.link.doel.split("/")[1]))
        eerste = Pagina(
            pagina.link.doel,
            pagina.link.tekst,
            pagina.definitie,
            "thema.html",
            _ready(),
            (Link("Thema’s", "themas/"),),
            bijgewerkt=max((index.uittreksels[key].bijgewerkt for key in pagina.kaarten.ids), default=""),
            rests_on=partial(on_practices, index, pagina.kaarten.ids, pdf),
        )
        yield from met_lijst(index, eerste, *alleen(pagina.kaarten), _ready(p=pagina, pdf=pdf))


def _model(index: Index, _: date) -> Iterator[Pagina]:
    rubriek = index.kennisbank.rubriek
    bron = index.kennisbank.bestanden["model", rubriek.id]
    whole = cache(partial(modelpagina, index))
    yield Pagina(
        "model/",
        rubriek.titel,
        "Hoe praktijken worden beoordeeld: vijf dimensies, vijfentwintig criteria.",
        "model.html",
        model(whole),
        bron=bron,
        rests_on=partial(on_all, index),
    )
    for plek, dimensie in enumerate(rubriek.dimensies):
        yield Pagina(
            f"model/{dimensie.id}/",
            dimensie.label,
            dimensie.vraag,
            "dimensie.html",
            partial(_dimensie_model, whole, plek),
            (Link(rubriek.titel, "model/"),),
            bron,
            rests_on=partial(on_all, index),
        )


def _dimensie_model(whole: Callable[[], Modelpagina], plek: int) -> dict[str, Any]:
    return {"p": whole().dimensies[plek], "model": whole()}


def _bronnen(index: Index, _: date) -> Iterator[Pagina]:
    paginas = bronpaginas(index)
    yield Pagina(
        "bronnen/",
        "Bronnen",
        "Alle bronnen waar de kennisbank op rust.",
        "bronnen.html",
        _ready(paginas=paginas),
        rests_on=partial(on_content, index, [len(pagina.gebruikt_door) for pagina in paginas]),
    )
    namesakes = Counter(pagina.titel for pagina in paginas)
    for pagina in paginas:
        yield Pagina(
            pagina.doel,
            f"Bron: {pagina.titel}" if namesakes[pagina.titel] == 1 else f"Bron: {pagina.titel} ({pagina.kort})",
            f"Bron {pagina.kort}, en de records die ernaar verwijzen.",
            "bron.html",
            _ready(p=pagina),
            (Link("Bronnen", "bronnen/"),),
            index.kennisbank.bestanden["bronnen", pagina.id],
            rests_on=partial(_bron_op, pagina),
        )


def _bron_op(pagina: Bronpagina) -> tuple[str, ...]:
    """What decides the page of a source: the titles and addresses of all that refer to it."""
    return tuple(part for link in pagina.gebruikt_door for part in (link.tekst, link.doel))


def _begrippen(index: Index, _: date) -> Iterator[Pagina]:
    paginas = [begrippenpagina(index, lijst) for lijst in index.kennisbank.begrippen.values()]
    yield Pagina(
        "begrippen/",
        "Begrippen",
        "De woordenlijsten van de kennisbank.",
        "begrippen.html",
        _ready(paginas=paginas),
        rests_on=tuple,
    )
    for pagina in paginas:
        yield Pagina(
            pagina.doel,
            f"Begrippen: {pagina.lijst.titel}",
            pagina.lijst.toelichting,
            "begrippenlijst.html",
            _ready(p=pagina),
            (Link("Begrippen", "begrippen/"),),
            index.kennisbank.bestanden["begrippen", pagina.lijst.id],
            rests_on=tuple,
        )


def _meldingen() -> Iterator[Pagina]:
    codes = tuple(CODES.values())
    yield Pagina(
        "meldingen/",
        "Meldingen",
        "Alle meldingen van de controle, met uitleg en oplossing.",
        "meldingen.html",
        _ready(codes=codes),
        rests_on=tuple,
    )
    for code in codes:
        yield Pagina(
            f"meldingen/{code.code.lower()}/",
            f"{code.code}: {code.titel}",
            code.uitleg,
            "melding.html",
            _ready(p=code),
            (Link("Meldingen", "meldingen/"),),
            rests_on=tuple,
        )


def _veldgids() -> Iterator[Pagina]:
    gidsen = tuple((Link(titel, f"veldgids/{naam}/"), veldgroepen(model, titel)) for naam, titel, model in VELDGIDSEN)
    yield Pagina(
        "veldgids/",
        "Veldgids",
        "Alle velden die u kunt invullen, met uitleg en voorbeeld.",
        "veldgids.html",
        _ready(gidsen=gidsen),
        rests_on=tuple,
    )
    for link, groepen in gidsen:
        yield Pagina(
            link.doel,
            f"Veldgids: {link.tekst}",
            f"Alle velden van {link.tekst.lower()}, met uitleg en voorbeeld.",
            "veldgids_model.html",
            _ready(titel=link.tekst, groepen=groepen),
            (Link("Veldgids", "veldgids/"),),
            rests_on=tuple,
        )


MAKERS = (
    _home,
    _praktijken,
    ingetrokken,
    overzichten,
    _interventietypen,
    _themas,
    vergelijkpagina,
    ingangen,
    _model,
    financierpaginas,
    zelfscan,
    formulier,
    werkbladen,
    _bronnen,
    _begrippen,
)
"""Makers of the pages that rest on records, in the order of the site."""

OWN_DAY = (_themas, _model, zelfscan, _bronnen, _begrippen)
"""Makers that say themselves which of their pages has a day."""
