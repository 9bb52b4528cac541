"""Page models of collections: home, catalogue orders, themes and model interventions."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial
from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.bladzijden import Kaartgroep
from watwerkt.views.index import LEGE_GROEP, Index, Link
from watwerkt.views.praktijk import bestanddelen
from watwerkt.views.tekst import hoofdletter, moment, sorteersleutel, woord
from watwerkt.views.uittreksel import PLAATS_ONBEKEND
from watwerkt.views.vergelijking import Vergelijking, vergelijking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from watwerkt.records import Interventietype
    from watwerkt.views.index import Bronlink, Kaarten, MetBron
    from watwerkt.views.uittreksel import Uittreksel

NIEUWSTE_OP_HOME = 3
ZONDER_TYPE = "Zonder interventietype"


@value
class Ordening:
    """One way to go through the complete list; its own page, so that it works without JavaScript.

    ``maak`` makes its groups, which have ``aantal`` practices together: one that stands in two groups counts twice.
    """

    id: str
    titel: str
    doel: str
    uitleg: str
    beknopt: bool
    aantal: int
    maak: Callable[[], tuple[Kaartgroep, ...]]

    @property
    def groepen(self) -> tuple[Kaartgroep, ...]:
        """Its groups."""
        return self.maak()


@value
class Cijfer:
    """A figure of the knowledge base with what it counts."""

    waarde: str
    wat: str


@value
class Homepagina:
    """Figures, newest records and the themes that have practices."""

    cijfers: tuple[Cijfer, ...]
    nieuwste: Kaarten
    themas: tuple[tuple[Link, int], ...]


@value
class Themapagina:
    """A theme with its practices; empty is shown as a gap, not hidden. Whoever shows the comparison makes it."""

    link: Link
    definitie: str
    synoniemen: tuple[str, ...]
    kaarten: Kaarten
    beknopt: bool
    vergelijking: Callable[[], Vergelijking]


@value
class Interventietypepagina:
    """A model intervention with its practices; whoever shows the comparison makes it."""

    id: str
    titel: str
    samenvatting: str
    themas: tuple[Link, ...]
    beschrijving: str
    veranderingstheorie: str
    bestanddelen: tuple[MetBron, ...]
    randvoorwaarden: str
    bewijs: str
    kaarten: Kaarten
    beknopt: bool
    vergelijking: Callable[[], Vergelijking]
    bronnen: tuple[Bronlink, ...]
    bijgewerkt: str


def homepagina(index: Index) -> Homepagina:
    """Figures say what is known and what is not."""
    alle = index.uittreksels.values()
    bekend, totaal = sum(u.bekend for u in alle), sum(len(u.niveaus) for u in alle)
    gestopt = sum(u.status == "gestopt" for u in alle)
    return Homepagina(
        cijfers=(
            Cijfer(str(len(alle)), "praktijk" if len(alle) == 1 else "praktijken"),
            Cijfer(str(gestopt), "daarvan gestopt, met hun lessen"),
            Cijfer(str(len(index.kennisbank.bronnen)), "bronnen"),
            Cijfer(
                f"{round(100 * (totaal - bekend) / totaal)}%" if totaal else "–",
                "van de criteria is onbekend",
            ),
        ),
        nieuwste=index.kaarten_van(nieuwste(index)),
        themas=tuple(
            (index.termlink("themas", thema.id), len(index.per_thema.get(thema.id, LEGE_GROEP).ids))
            for thema in index.kennisbank.termen("themas")
        ),
    )


def nieuwste(index: Index) -> tuple[str, ...]:
    """The practices that were changed last."""
    alle = sorted(index.uittreksels.values(), key=lambda u: u.bijgewerkt, reverse=True)
    return tuple(u.id for u in alle[:NIEUWSTE_OP_HOME])


def op_naam(index: Index) -> Ordening:
    """The complete list by letter."""
    return Ordening(
        "naam",
        "Op naam",
        "praktijken/",
        "Alle praktijken, op alfabet.",
        index.in_bladzijden,
        len(index.uittreksels),
        cache(partial(_gegroepeerd, index, lambda u: [_beginletter(u.titel)], sorteersleutel)),
    )


def ordeningen(index: Index) -> tuple[Ordening, ...]:
    """The complete list in every order that a visitor may ask for; each is linear in the number of records."""
    themas = {thema.label: plek for plek, thema in enumerate(index.kennisbank.termen("themas"))}
    return (
        op_naam(index),
        _ordening(
            index,
            "thema",
            "Op thema",
            lambda u: [index.term_label("themas", t) for t in u.themas],
            lambda t: themas.get(t, len(themas)),
            meer=True,
        ),
        _ordening(
            index, "gemeente", "Op gemeente", lambda u: u.plaatsen or [PLAATS_ONBEKEND], _onbekend_laatst, meer=True
        ),
        _ordening(index, "interventietype", "Op interventietype", lambda u: [_type(index, u)], _onbekend_laatst),
        _ordening(index, "status", "Op status", lambda u: [hoofdletter(woord(u.status))], _onbekend_laatst),
        _ordening(
            index,
            "bijgewerkt",
            "Laatst bijgewerkt",
            lambda u: [u.bijgewerkt[:7]],
            _aflopend,
            lambda sleutel: hoofdletter(moment(sleutel)),
        ),
        *(_op_score(index, plek, d.id, d.label) for plek, d in enumerate(index.kennisbank.rubriek.dimensies)),
    )


def _onbekend_laatst(kop: str) -> tuple[bool, str]:
    return kop in (PLAATS_ONBEKEND, ZONDER_TYPE, "Onbekend"), sorteersleutel(kop)


def _aflopend(maand: str) -> int:
    return -int(maand.replace("-", ""))


def _ordening(
    index: Index,
    naam: str,
    titel: str,
    sleutels: Callable[[Uittreksel], Iterable[str]],
    volgorde: Callable[[str], object],
    kop: Callable[[str], str] = str,
    *,
    meer: bool = False,
) -> Ordening:
    """An order by the keys of a practice, of which it may have ``meer`` than one."""
    alle = index.uittreksels.values()
    return Ordening(
        naam,
        titel,
        f"overzicht/{naam}/",
        f"Alle praktijken, {titel[0].lower()}{titel[1:]}.",
        index.in_bladzijden,
        sum(len(set(sleutels(u))) for u in alle) if meer else len(alle),
        cache(partial(_gegroepeerd, index, sleutels, volgorde, kop)),
    )


def _gegroepeerd(
    index: Index,
    sleutels: Callable[[Uittreksel], Iterable[str]],
    volgorde: Callable[[str], object],
    kop: Callable[[str], str] = str,
) -> tuple[Kaartgroep, ...]:
    groepen: dict[str, list[str]] = defaultdict(list)
    for u in index.uittreksels.values():
        for sleutel in dict.fromkeys(sleutels(u)):
            groepen[sleutel].append(u.id)
    return tuple(
        Kaartgroep(f"groep-{nummer}", kop(sleutel), index.kaarten_van(tuple(groepen[sleutel])))
        for nummer, sleutel in enumerate(sorted(groepen, key=volgorde), 1)  # type: ignore[arg-type]
    )


def _op_score(index: Index, plek: int, dimensie: str, label: str) -> Ordening:
    """High to low; provisional scores take no part in the ranking and stand apart, unknown last."""
    return Ordening(
        f"score-{dimensie}",
        f"Op {label[0].lower()}{label[1:]}",
        f"overzicht/score-{dimensie}/",
        f"Alle praktijken, hoogste score op {label[0].lower()}{label[1:]} eerst. "
        "Voorlopige scores en onbekend staan apart.",
        index.in_bladzijden,
        len(index.uittreksels),
        cache(partial(_naar_score, index, plek)),
    )


def _naar_score(index: Index, plek: int) -> tuple[Kaartgroep, ...]:
    rang: dict[str, list[tuple[float, str]]] = {"Voldoende beoordeeld": [], "Voorlopig": [], "Onbekend": []}
    for u in index.uittreksels.values():
        score = u.profiel.scores[plek]
        soort = "Onbekend" if score.score is None else "Voorlopig" if score.voorlopig else "Voldoende beoordeeld"
        rang[soort].append((-(score.score or 0), u.id))
    return tuple(
        Kaartgroep(
            f"groep-{nummer}",
            titel,
            index.kaarten_van(tuple(pid for _, pid in sorted(scores, key=lambda paar: paar[0]))),
        )
        for nummer, (titel, scores) in enumerate(rang.items(), 1)
        if scores
    )


def _beginletter(titel: str) -> str:
    letter = sorteersleutel(titel)[:1].upper()
    return letter if letter.isalpha() else "0-9"


def _type(index: Index, u: Uittreksel) -> str:
    soort = index.kennisbank.interventietypen.get(u.interventietype or "")
    return soort.titel if soort else ZONDER_TYPE


def themapaginas(index: Index) -> tuple[Themapagina, ...]:
    """One page per theme of the vocabulary."""
    paginas = []
    for term in index.kennisbank.termen("themas"):
        ids = index.per_thema.get(term.id, LEGE_GROEP).ids
        paginas.append(
            Themapagina(
                link=index.termlink("themas", term.id),
                definitie=term.definitie,
                synoniemen=term.synoniemen,
                kaarten=index.kaarten_van(ids),
                beknopt=len(ids) > index.lijstdeel,
                vergelijking=partial(vergelijking, index, f"Praktijken bij {term.label.lower()} vergeleken", ids),
            )
        )
    return tuple(paginas)


def interventietypepagina(index: Index, soort: Interventietype) -> Interventietypepagina:
    """Page model of one model intervention."""
    ids = index.per_interventietype.get(soort.id, LEGE_GROEP).ids
    return Interventietypepagina(
        id=soort.id,
        titel=soort.titel,
        samenvatting=soort.samenvatting,
        themas=tuple(index.termlink("themas", t) for t in soort.themas),
        beschrijving=soort.beschrijving,
        veranderingstheorie=soort.veranderingstheorie,
        bestanddelen=bestanddelen(index, soort.werkzame_bestanddelen),
        randvoorwaarden=soort.randvoorwaarden or "",
        bewijs=soort.bewijs or "",
        kaarten=index.kaarten_van(ids),
        beknopt=len(ids) > index.lijstdeel,
        vergelijking=partial(vergelijking, index, f"{soort.titel}: praktijken vergeleken", ids),
        bronnen=index.bronlinks(soort.bronnen),
        bijgewerkt=moment(soort.bijgewerkt),
    )
