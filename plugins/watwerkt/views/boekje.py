"""Page model of a booklet: practices that belong together, compared, then one by one, with a glossary."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.bronvermelding import Bronvermelding, bronvermeldingen
from watwerkt.views.praktijk import bestanddelen
from watwerkt.views.rapport import KENMERK, Rapport, hoofdstuk
from watwerkt.views.tekst import moment, sorteersleutel
from watwerkt.views.vergelijking import Vergelijking, best_described, vergelijking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from watwerkt.records import Interventietype, Praktijk
    from watwerkt.views.index import Index, MetBron


BOEKJE_MAXIMUM = 50
"""Practices in one booklet (some 250 pages); of more, the best described ones are taken and the rest is counted."""


@value
class Typedeel:
    """What a booklet says about a model intervention as such; CommonMark texts, empty when unknown."""

    beschrijving: str
    veranderingstheorie: str
    bestanddelen: tuple[MetBron, ...]
    randvoorwaarden: str
    bewijs: str


@value
class Begrip:
    """A word of the vocabularies as the glossary explains it."""

    naam: str
    lijst: str
    definitie: str


@value
class Schaalwoord:
    """One step of the scale of the rubric."""

    niveau: int
    label: str
    betekenis: str


@value
class Boekje:
    """Everything a booklet shows; ``doel`` is its twin on the site, ``versie`` names the data it was made from."""

    soort: str
    titel: str
    inleiding: str
    doel: str
    type: Typedeel | None
    vergelijking: Vergelijking
    schaal: tuple[Schaalwoord, ...]
    praktijken: tuple[Rapport, ...]
    weggelaten: int
    begrippen: tuple[Begrip, ...]
    bronvermeldingen: tuple[Bronvermelding, ...]
    versie: str


def themaboekje(index: Index, sleutel: str, dag: date) -> Boekje:
    """Booklet of a theme that has practices."""
    term = index.kennisbank.term("themas", sleutel)
    titel = term.label if term else sleutel
    ids = index.per_thema[sleutel].ids
    return _boekje(index, ids, dag, "Thema", titel, term.definitie if term else "", f"themas/{sleutel}/")


def typeboekje(index: Index, sleutel: str, dag: date) -> Boekje:
    """Booklet of a model intervention that has practices."""
    soort = index.kennisbank.interventietypen[sleutel]
    ids = index.per_interventietype[sleutel].ids
    doel = f"interventietypen/{sleutel}/"
    return _boekje(index, ids, dag, "Interventietype", soort.titel, soort.samenvatting, doel, soort)


def keuzeboekje(index: Index, ids: tuple[str, ...], dag: date, inleiding: str) -> Boekje:
    """Booklet of practices of somebody's choice, in the given order; ``inleiding`` says how they were chosen."""
    aantal = "1 praktijk" if len(ids) == 1 else f"{len(ids)} praktijken"
    return _boekje(index, ids, dag, "Eigen keuze", f"Een keuze van {aantal}", inleiding, "praktijken/")


def _boekje(
    index: Index,
    ids: tuple[str, ...],
    dag: date,
    soort: str,
    titel: str,
    inleiding: str,
    doel: str,
    interventietype: Interventietype | None = None,
) -> Boekje:
    alle, gekozen = ids, best_described(index, ids, BOEKJE_MAXIMUM)
    ids = tuple(praktijk_id for praktijk_id in alle if praktijk_id in gekozen)
    praktijken = [index.kennisbank.praktijken[praktijk_id] for praktijk_id in ids]
    records = [*praktijken, *([interventietype] if interventietype else [])]
    return Boekje(
        soort=soort,
        titel=titel,
        inleiding=inleiding,
        doel=doel,
        type=_typedeel(index, interventietype) if interventietype else None,
        vergelijking=vergelijking(index, titel, ids),
        schaal=tuple(Schaalwoord(n.niveau, n.label, n.betekenis) for n in index.kennisbank.rubriek.schaal),
        praktijken=tuple(hoofdstuk(index, praktijk_id, dag) for praktijk_id in ids),
        weggelaten=len(alle) - len(ids),
        begrippen=_begrippen(index, praktijken),
        bronvermeldingen=bronvermeldingen(index, records),
        versie=_versie(index, ids, interventietype),
    )


def _typedeel(index: Index, soort: Interventietype) -> Typedeel:
    return Typedeel(
        beschrijving=soort.beschrijving,
        veranderingstheorie=soort.veranderingstheorie,
        bestanddelen=bestanddelen(index, soort.werkzame_bestanddelen),
        randvoorwaarden=soort.randvoorwaarden or "",
        bewijs=soort.bewijs or "",
    )


def _versie(index: Index, ids: tuple[str, ...], soort: Interventietype | None) -> str:
    """Date of the newest record in the booklet, and a mark that changes with any of them."""
    kennisbank = index.kennisbank
    digests = [kennisbank.digest("praktijken", praktijk_id) for praktijk_id in ids]
    dagen = [kennisbank.praktijken[praktijk_id].bijgewerkt for praktijk_id in ids]
    if soort:
        digests.append(kennisbank.digest("interventietypen", soort.id))
        dagen.append(soort.bijgewerkt)
    kenmerk = hashlib.sha256("".join(digests).encode()).hexdigest()[:KENMERK]
    return f"{moment(max(dagen))}, kenmerk {kenmerk}"


def _begrippen(index: Index, praktijken: list[Praktijk]) -> tuple[Begrip, ...]:
    """Every vocabulary term that a practice uses, once, in alphabetical order; places explain themselves."""
    gebruikt = {paar for praktijk in praktijken for paar in _termen(praktijk)}
    begrippen = []
    for lijst, sleutel in gebruikt:
        term = index.kennisbank.term(lijst, sleutel)
        if term:
            begrippen.append(Begrip(term.label, index.kennisbank.begrippen[lijst].titel, term.definitie))
    return tuple(sorted(begrippen, key=lambda b: (sorteersleutel(b.naam), b.lijst)))


def _termen(praktijk: Praktijk) -> Iterator[tuple[str, str]]:
    deel = praktijk.verduurzaming
    yield from (("themas", t) for t in praktijk.themas)
    yield from (("doelgroepen", d) for d in praktijk.doelgroepen)
    yield from (("leefgebieden", g) for g in praktijk.leefgebieden)
    yield from (("erkenningen", e.databank) for e in praktijk.erkenning)
    yield from (("financieringsvormen", f.vorm) for f in deel.financiering if f.vorm)
    for baat in deel.baten:
        yield "baathouders", baat.baathouder
        yield from (("domeinen", d) for d in (baat.domein,) if d)
        yield from (("verzilveringsvormen", v) for v in (baat.verzilvering,) if v)
