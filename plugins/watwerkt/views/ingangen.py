"""Ready-made lists per doelgroep and per gemeente: only those that have practices, next to the pages per thema."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.catalogus import doelgroeplijsten
from watwerkt.views.index import Link
from watwerkt.views.vergelijking import vergelijking
from watwerkt.views.verzamelingen import Themapagina

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from watwerkt.records import Term
    from watwerkt.views.index import Index


@value
class Ingangsgroep:
    """Ready-made pages under one heading of their overview."""

    id: str
    titel: str
    paginas: tuple[Themapagina, ...]


def doelgroepingangen(index: Index) -> tuple[Ingangsgroep, ...]:
    """Pages per doelgroep with practices, in the three lists of the vocabulary."""
    per_term = _omgekeerd((d, u.id) for u in index.uittreksels.values() for d in u.doelgroepen)
    groepen = (
        Ingangsgroep(
            groep,
            titel,
            tuple(
                _pagina(index, term, f"doelgroepen/{term.id}/", per_term[term.id])
                for term in termen
                if term.id in per_term
            ),
        )
        for groep, (titel, termen) in doelgroeplijsten(index).items()
    )
    return tuple(groep for groep in groepen if groep.paginas)


def gemeente_ingangen(index: Index) -> tuple[Ingangsgroep, ...]:
    """Pages per gemeente with practices, under their province."""
    per_provincie: dict[str, list[Themapagina]] = defaultdict(list)
    for term in index.kennisbank.termen("gemeenten"):
        if groep := index.per_gemeente.get(term.id):
            pagina = _pagina(index, term, f"gemeenten/{term.id}/", groep.ids)
            per_provincie[term.breder or ""].append(pagina)
    provincies = [t.id for t in index.kennisbank.termen("provincies")]
    volgorde = [*provincies, *(p for p in per_provincie if p not in provincies)]
    return tuple(
        Ingangsgroep(
            f"provincie-{p.lower() or 'onbekend'}",
            index.term_label("provincies", p) if p else "Provincie onbekend",
            tuple(per_provincie[p]),
        )
        for p in volgorde
        if p in per_provincie
    )


def _omgekeerd(paren: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    groepen: dict[str, list[str]] = defaultdict(list)
    for sleutel, praktijk_id in paren:
        groepen[sleutel].append(praktijk_id)
    return {sleutel: tuple(ids) for sleutel, ids in groepen.items()}


def _pagina(index: Index, term: Term, doel: str, ids: tuple[str, ...]) -> Themapagina:
    return Themapagina(
        link=Link(term.label, doel),
        definitie=term.definitie,
        synoniemen=term.synoniemen,
        kaarten=index.kaarten_van(ids),
        beknopt=len(ids) > index.lijstdeel,
        vergelijking=partial(vergelijking, index, f"{term.label}: praktijken vergeleken", ids),
    )
