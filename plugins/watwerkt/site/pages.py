"""The list of all pages: path, title, place in the site and how to build their model, in a fixed order.

Nothing is rendered here. A page model is built when the page is written and dropped after it, so memory does not grow
with the number of pages.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from watwerkt.reading.codes import CODES
from watwerkt.site.drukwerkpaginas import werkbladen
from watwerkt.site.financierpaginas import financierpaginas
from watwerkt.site.ingetrokken import ingetrokken, verhuisd
from watwerkt.site.invulpaginas import formulier, zelfscan
from watwerkt.site.lijsten import alleen, met_lijst
from watwerkt.site.pagina import Pagina, on_practice, on_practices
from watwerkt.site.pagina import ready as _ready
from watwerkt.site.vindpaginas import ingangen, overzichten, vergelijkpagina
from watwerkt.views.drukwerk import boekjepad, rapportpad
from watwerkt.views.index import Index, Link, build_index
from watwerkt.views.naslag import (
    VELDGIDSEN,
    begrippenpagina,
    bronpaginas,
    modelpagina,
    veldgroepen,
)
from watwerkt.views.praktijk import praktijkpagina
from watwerkt.views.quickscan import quickscanpagina
from watwerkt.views.verzamelingen import homepagina, interventietypepagina, themapaginas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.records import Praktijk

SITENAAM = "Wat werkt in de wijk"


def _praktijk_model(index: Index, praktijk: Praktijk, dag: date) -> dict[str, Any]:
    return {"p": praktijkpagina(index, praktijk, dag), "pdf": index.drukwerk.get(rapportpad(praktijk.id))}


def _quickscan_model(index: Index, praktijk: Praktijk, dag: date) -> dict[str, Any]:
    return {"p": quickscanpagina(index, praktijk, dag), "pdf": index.drukwerk.get(rapportpad(praktijk.id))}


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
        SITENAAM,
        "Open kennisbank van aanpakken in de wijk, met redenen en bronnen bij elk oordeel.",
        "home.html",
        _ready(p=homepagina(index)),
    )


def _praktijken(index: Index, dag: date) -> Iterator[Pagina]:
    kennisbank = index.kennisbank
    for praktijk_id, kaart in index.kaarten.items():
        praktijk = kennisbank.praktijken[praktijk_id]
        bron = kennisbank.bestanden["praktijken", praktijk_id]
        kruimels = (Link("Praktijken", "praktijken/"),)
        yield Pagina(
            kaart.doel,
            praktijk.titel,
            praktijk.kern,
            "praktijk.html",
            partial(_praktijk_model, index, praktijk, dag),
            kruimels,
            bron,
            praktijk.bijgewerkt,
            rests_on=partial(on_practice, index, praktijk, dag),
        )
        yield Pagina(
            f"{kaart.doel}quickscan/",
            f"Quick-scan: {praktijk.titel}",
            f"Beoordeling van {praktijk.titel} met het 4+1-model, met advies.",
            "quickscan.html",
            partial(_quickscan_model, index, praktijk, dag),
            (*kruimels, Link(praktijk.titel, kaart.doel)),
            bron,
            praktijk.bijgewerkt,
            rests_on=partial(on_practice, index, praktijk, dag),
        )
        for oud in praktijk.voorheen:
            yield verhuisd(f"praktijken/{oud}/", kaart.doel, praktijk.titel, praktijk.bijgewerkt)
            titel = f"Quick-scan: {praktijk.titel}"
            yield verhuisd(f"praktijken/{oud}/quickscan/", f"{kaart.doel}quickscan/", titel, praktijk.bijgewerkt)


def _interventietypen(index: Index, _: date) -> Iterator[Pagina]:
    kennisbank = index.kennisbank
    soorten = [kennisbank.interventietypen[i] for i in kennisbank.interventietypen]
    paginas = {s.id: interventietypepagina(index, s) for s in soorten}
    yield Pagina(
        "interventietypen/",
        "Interventietypen",
        "Soorten aanpakken, met hun werkzame bestanddelen en de praktijken die er een voorbeeld van zijn.",
        "interventietypen.html",
        _ready(paginas=tuple(paginas.values())),
    )
    for soort in soorten:
        doel = f"interventietypen/{soort.id}/"
        shown = [kaart.id for kaart in paginas[soort.id].kaarten]
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
        yield from met_lijst(index, pagina, alleen(paginas[soort.id].kaarten), {"p": paginas[soort.id], "pdf": pdf})
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
            bijgewerkt=max((kaart.bijgewerkt for kaart in pagina.kaarten), default=""),
            rests_on=partial(on_practices, index, [kaart.id for kaart in pagina.kaarten], pdf),
        )
        yield from met_lijst(index, eerste, alleen(pagina.kaarten), {"p": pagina, "pdf": pdf})


def _model(index: Index, _: date) -> Iterator[Pagina]:
    pagina = modelpagina(index)
    bron = index.kennisbank.bestanden["model", index.kennisbank.rubriek.id]
    yield Pagina(
        "model/",
        pagina.titel,
        "Hoe praktijken worden beoordeeld: vijf dimensies, vijfentwintig criteria.",
        "model.html",
        _ready(p=pagina),
        bron=bron,
    )
    for dimensie in pagina.dimensies:
        yield Pagina(
            dimensie.doel,
            dimensie.label,
            dimensie.vraag,
            "dimensie.html",
            _ready(p=dimensie, model=pagina),
            (Link(pagina.titel, "model/"),),
            bron,
        )


def _bronnen(index: Index, _: date) -> Iterator[Pagina]:
    paginas = bronpaginas(index)
    yield Pagina(
        "bronnen/",
        "Bronnen",
        "Alle bronnen waar de kennisbank op rust.",
        "bronnen.html",
        _ready(paginas=paginas),
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
            rests_on=partial(on_practices, index, (), pagina.gebruikt_door),
        )


def _begrippen(index: Index, _: date) -> Iterator[Pagina]:
    paginas = [begrippenpagina(index, lijst) for lijst in index.kennisbank.begrippen.values()]
    yield Pagina(
        "begrippen/",
        "Begrippen",
        "De woordenlijsten van de kennisbank.",
        "begrippen.html",
        _ready(paginas=paginas),
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
        )


def _meldingen() -> Iterator[Pagina]:
    codes = tuple(CODES.values())
    yield Pagina(
        "meldingen/",
        "Meldingen",
        "Alle meldingen van de controle, met uitleg en oplossing.",
        "meldingen.html",
        _ready(codes=codes),
    )
    for code in codes:
        yield Pagina(
            f"meldingen/{code.code.lower()}/",
            f"{code.code}: {code.titel}",
            code.uitleg,
            "melding.html",
            _ready(p=code),
            (Link("Meldingen", "meldingen/"),),
        )


def _veldgids() -> Iterator[Pagina]:
    gidsen = tuple((Link(titel, f"veldgids/{naam}/"), veldgroepen(model, titel)) for naam, titel, model in VELDGIDSEN)
    yield Pagina(
        "veldgids/",
        "Veldgids",
        "Alle velden die u kunt invullen, met uitleg en voorbeeld.",
        "veldgids.html",
        _ready(gidsen=gidsen),
    )
    for link, groepen in gidsen:
        yield Pagina(
            link.doel,
            f"Veldgids: {link.tekst}",
            f"Alle velden van {link.tekst.lower()}, met uitleg en voorbeeld.",
            "veldgids_model.html",
            _ready(titel=link.tekst, groepen=groepen),
            (Link("Veldgids", "veldgids/"),),
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
