"""Data of the catalogue: per practice what can be filtered, sorted and ranked on, and the facets with their values.

Everything is public data from the records in a form that scripts in the browser can use; no text is rendered here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.records.base import ONBEKEND
from watwerkt.records.praktijk import RecordStatus, Route, Soort, Status
from watwerkt.records.values import value
from watwerkt.views.index import praktijkpad
from watwerkt.views.kostenklassen import KOSTEN_ANDERS, KOSTENKLASSEN
from watwerkt.views.tekst import hoofdletter, woord
from watwerkt.views.uittreksel import PLAATS_ONBEKEND
from watwerkt.views.verduurzaming import ROUTES

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from watwerkt.records import Term
    from watwerkt.scoring import Dimensiescore
    from watwerkt.views.index import Index
    from watwerkt.views.uittreksel import Uittreksel


MINIMA = (80, 60, 40)
"""Minimum scores to choose from, 0-100; 60 is the threshold for *strong* in the rubric."""

VOORLOPIG = "voorlopig"

VERLOPEN = "verlopen"
"""Status of a record whose scan no longer holds, in place of the status that the record gives itself."""

DOELGROEPFACETTEN = {"levensfase": "Levensfase", "situatie": "Situatie", "rol": "Rol"}
"""The groups of target groups, each a facet of its own under this name."""


@value
class Facet:
    """One facet: the field of a catalogue row that it looks at, and the values that occur, in reading order.

    ``soort`` is ``lijst`` when ``veld`` holds ids, or ``minimum`` when it names a dimension of ``scores``. A row
    without any value counts as *onbekend*.
    """

    id: str
    label: str
    veld: str
    waarden: tuple[tuple[str, str], ...]
    groep: str = ""
    soort: str = "lijst"


def catalogus(index: Index, peildatum: date) -> dict[str, Any]:
    """Everything the scripts need to filter, sort and rank all practices; rows in title order.

    ``peildatum`` (never the clock) decides which scans have expired.
    """
    return {
        "dimensies": dimensiedata(index),
        "facetten": [facetdata(facet) for facet in facetten(index, peildatum)],
        "praktijken": catalogusrijen(index, peildatum),
    }


def facetgroepen(index: Index, peildatum: date) -> tuple[tuple[str, tuple[Facet, ...]], ...]:
    """Facets under the heading they are shown with: their group, or their own label."""
    groepen: dict[str, list[Facet]] = {}
    for facet in facetten(index, peildatum):
        groepen.setdefault(facet.groep or facet.label, []).append(facet)
    return tuple((kop, tuple(leden)) for kop, leden in groepen.items())


def dimensiedata(index: Index) -> list[dict[str, Any]]:
    """The dimensions in order, with their names."""
    return [
        {"id": b.id, "label": b.label, "kort": b.kort, "plus": b.soort == "plus"}
        for b in index.kennisbank.rubriek.dimensies
    ]


def facetdata(facet: Facet) -> dict[str, Any]:
    """A facet with its values, without the practices."""
    return {
        "id": facet.id,
        "label": facet.label,
        "groep": facet.groep,
        "veld": facet.veld,
        "soort": facet.soort,
        "waarden": [{"id": sleutel, "label": label} for sleutel, label in facet.waarden],
    }


def catalogusrijen(index: Index, peildatum: date) -> list[dict[str, Any]]:
    """What can be filtered, sorted and ranked on, one row per practice in title order; the last answer is kept."""
    return index.laatste_rijen.of(peildatum, lambda: [_rij(u, peildatum) for u in index.uittreksels.values()])


def _rij(u: Uittreksel, peildatum: date) -> dict[str, Any]:
    return {
        "id": u.id,
        "voorheen": u.voorheen,
        "titel": u.titel,
        "kern": u.kern,
        "plaats": u.plaats,
        "url": praktijkpad(u.id),
        "status": u.status,
        "recordStatus": VERLOPEN if u.verlopen(peildatum) else u.record_status,
        "bijgewerkt": u.bijgewerkt,
        "soort": u.soort,
        "themas": u.themas,
        "doelgroepen": u.doelgroepen,
        "leefgebieden": u.leefgebieden,
        "gemeenten": u.gemeenten,
        "provincies": u.provincies,
        "bewijs": u.bewijs,
        "erkenningen": u.erkenningen,
        "scores": {s.dimensie: score_data(s) for s in u.profiel.scores},
        "kostenklasse": u.kostenklasse,
        "baathouders": list(dict.fromkeys(houder for houder, *_ in u.baten)),
        "route": u.route,
        "interventietype": u.interventietype,
        "vraag": [{"soort": soort, "aan": aan} for soort, aan in u.vraag],
    }


def score_data(score: Dimensiescore) -> dict[str, Any]:
    """Score, interval (0-100) and coverage (0-1) of one dimension; ``score`` is null when nothing is known."""
    return {
        "score": None if score.score is None else round(score.score, 4),
        "laag": round(score.laag, 4),
        "hoog": round(score.hoog, 4),
        "voorlopig": score.voorlopig,
        "dekking": round(score.dekking, 4),
    }


def facetten(index: Index, peildatum: date) -> tuple[Facet, ...]:
    """All facets with the values that occur, *onbekend* last where a row has none; the last answer is kept."""

    def gevonden() -> tuple[Facet, ...]:
        alle = _alle_facetten(index, catalogusrijen(index, peildatum))
        return tuple(facet for facet in alle if facet.waarden)

    return index.laatste_facetten.of(peildatum, gevonden)


def _alle_facetten(index: Index, rijen: list[dict[str, Any]]) -> Iterator[Facet]:
    def lijst(naam: str, label: str, veld: str, begrippen: str, onbekend: str = "Onbekend") -> Facet:
        return Facet(naam, label, veld, _voorkomend(rijen, veld, _termen(index, begrippen), onbekend))

    yield lijst("thema", "Thema", "themas", "themas")
    for groep, (label, doelgroepen) in doelgroeplijsten(index).items():
        waarden = _voorkomend(rijen, "doelgroepen", [(t.id, t.label) for t in doelgroepen], "")
        yield Facet(groep, label, "doelgroepen", waarden, "Doelgroep")
    yield lijst("leefgebied", "Leefgebied", "leefgebieden", "leefgebieden")
    yield _van_enum("soort", "Soort", "soort", [s.value for s in Soort], rijen)
    yield lijst("gemeente", "Gemeente", "gemeenten", "gemeenten", PLAATS_ONBEKEND)
    yield lijst("provincie", "Provincie", "provincies", "provincies", PLAATS_ONBEKEND)
    yield _van_enum("status", "Status van de praktijk", "status", [s.value for s in Status], rijen)
    yield _van_enum("record", "Status van het record", "recordStatus", [*RecordStatus, VERLOPEN], rijen)
    yield Facet("bewijs", "Bewijsniveau", "bewijs", _voorkomend(rijen, "bewijs", _bewijs(index), "Onbekend"))
    yield lijst("erkenning", "Erkenning", "erkenningen", "erkenningen")
    for dimensie in index.kennisbank.rubriek.dimensies:
        waarden = _minima(rijen, dimensie.id)
        yield Facet(f"min-{dimensie.id}", dimensie.label, dimensie.id, waarden, "Minimum per dimensie", "minimum")
    klassen = [(naam, label) for naam, label, _ in KOSTENKLASSEN]
    kosten = _voorkomend(rijen, "kostenklasse", (*klassen, KOSTEN_ANDERS), "Onbekend")
    yield Facet("kosten", "Kostenklasse", "kostenklasse", kosten)
    yield lijst("baathouder", "Baathouder", "baathouders", "baathouders")
    routes = [(r.value, ROUTES[r]) for r in Route if r != ONBEKEND]
    yield Facet("route", "Route", "route", _voorkomend(rijen, "route", routes, "Onbekend"))


def doelgroeplijsten(index: Index) -> dict[str, tuple[str, tuple[Term, ...]]]:
    """The lists of doelgroepen by id, each with its heading and terms; what is in no list comes last."""
    termen = index.kennisbank.termen("doelgroepen")
    koppen = DOELGROEPFACETTEN | {"overig": "Overige doelgroepen"}
    per_lijst: dict[str, list[Term]] = {naam: [] for naam in koppen}
    for term in termen:
        per_lijst[term.groep if term.groep in DOELGROEPFACETTEN else "overig"].append(term)
    return {naam: (kop, tuple(per_lijst[naam])) for naam, kop in koppen.items()}


def _termen(index: Index, begrippen: str) -> list[tuple[str, str]]:
    return [(t.id, t.label) for t in index.kennisbank.termen(begrippen)]


def _bewijs(index: Index) -> list[tuple[str, str]]:
    termen = index.kennisbank.termen("bewijsniveaus")
    return [(str(t.waarde), f"{t.waarde} · {t.label.lower()}") for t in termen if t.waarde is not None]


def _van_enum(naam: str, label: str, veld: str, waarden: list[str], rijen: list[dict[str, Any]]) -> Facet:
    termen = [(w, hoofdletter(woord(w))) for w in waarden if w != ONBEKEND]
    return Facet(naam, label, veld, _voorkomend(rijen, veld, termen, "Onbekend"))


def waarden_van(rij: dict[str, Any], veld: str) -> list[str]:
    """Ids of one row for a list facet; none gives *onbekend*."""
    waarde = rij[veld]
    if waarde is None or waarde == []:
        return [ONBEKEND]
    return [str(w) for w in waarde] if isinstance(waarde, list) else [str(waarde)]


def inhoud_van(rij: dict[str, Any], veld: str) -> Hashable:
    """What a row has for a list facet, to compare with what another has."""
    waarde = rij[veld]
    return tuple(waarde) if isinstance(waarde, list) else waarde


def verschillend(rijen: list[dict[str, Any]], veld: str) -> dict[Hashable, dict[str, Any]]:
    """A row for each different thing that rows have for a list facet; there are few."""
    return {inhoud_van(rij, veld): rij for rij in rijen}


def _voorkomend(
    rijen: list[dict[str, Any]], veld: str, termen: Iterable[tuple[str, str]], onbekend: str
) -> tuple[tuple[str, str], ...]:
    """Terms that a row has, in vocabulary order; without ``onbekend`` that value is no choice."""
    gebruikt = {waarde for rij in verschillend(rijen, veld).values() for waarde in waarden_van(rij, veld)}
    waarden = [(sleutel, label) for sleutel, label in termen if sleutel in gebruikt]
    if onbekend and ONBEKEND in gebruikt:
        waarden.append((ONBEKEND, onbekend))
    return tuple(waarden)


def _minima(rijen: list[dict[str, Any]], dimensie: str) -> tuple[tuple[str, str], ...]:
    scores = [rij["scores"][dimensie] for rij in rijen]
    zeker = [round(s["score"]) for s in scores if s["score"] is not None and not s["voorlopig"]]
    waarden = [(str(m), f"Ten minste {m}") for m in MINIMA if any(s >= m for s in zeker)]
    if any(s["voorlopig"] and s["score"] is not None for s in scores):
        waarden.append((VOORLOPIG, "Voorlopig (te weinig bekend)"))
    if any(s["score"] is None for s in scores):
        waarden.append((ONBEKEND, "Onbekend"))
    return tuple(waarden)
