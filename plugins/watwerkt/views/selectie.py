"""Choosing practices by name or by the facets of the catalogue, with mistakes explained in Dutch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from rapidfuzz import process

from watwerkt.records.base import ONBEKEND
from watwerkt.views.catalogus import VOORLOPIG, Facet, catalogusrijen, facetten, waarden_van
from watwerkt.views.tekst import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from watwerkt.views.index import Index

_SEPARATORS = re.compile(r"[\s&;]+")
_CUTOFF = 70
_SHOWN = 40
_GETAL = re.compile(r"[0-9]{1,3}")


class SelectieError(ValueError):
    """A choice that cannot be made; the message is Dutch and names all mistakes and what is allowed."""


def op_naam(index: Index, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the practices with these ids (or former ids), in the order given, each once.

    Raises:
        SelectieError: an id does not exist, or there is none.
    """
    vroeger = {oud: u.id for u in index.uittreksels.values() for oud in u.voorheen}
    gekozen: dict[str, None] = {}
    fouten = []
    for naam in filter(None, (deel.strip() for deel in ids)):
        if naam in index.kaarten:
            gekozen[naam] = None
        elif naam in vroeger:
            gekozen[vroeger[naam]] = None
        else:
            fouten.append(_onbekend("De praktijk", naam, list(index.kaarten), "bestaat niet."))
    if fouten:
        raise SelectieError("\n".join(fouten))
    if not gekozen:
        raise SelectieError("Noem ten minste één praktijk, bijvoorbeeld: --ids " + next(iter(index.kaarten), "naam"))
    return tuple(gekozen)


def op_term(index: Index, soort: str, sleutel: str) -> tuple[str, ...]:
    """Return the practices with a ``thema`` or of an ``interventietype``, in title order.

    Raises:
        SelectieError: the key does not exist, or no practice has it.
    """
    bestaand = {
        "thema": [t.id for t in index.kennisbank.termen("themas")],
        "interventietype": list(index.kennisbank.interventietypen),
    }[soort]
    if sleutel not in bestaand:
        raise SelectieError(_onbekend(f"Het {soort}", sleutel, bestaand, "bestaat niet."))
    groepen = index.per_thema if soort == "thema" else index.per_interventietype
    if sleutel not in groepen:
        raise SelectieError(
            f"Bij het {soort} ‘{sleutel}’ staat nog geen praktijk. Wel bij: {opsomming(groepen) or 'geen enkel'}."
        )
    return groepen[sleutel].ids


def op_filter(index: Index, tekst: str, peildatum: date) -> tuple[str, ...]:
    """Return the practices that meet every condition of a filter, in title order.

    A filter is a number of conditions ``facet=waarde``, apart by spaces, ``&`` or ``;``. Values of the same facet,
    with a comma or in two conditions, are alternatives; ``min-<dimensie>=60`` asks for a score of 60 or more. It is
    the language of the address of the catalogue: what stands after its question mark may be pasted here. ``peildatum``
    (never the clock) decides which scans have expired.

    Raises:
        SelectieError: a facet or value does not exist, or no practice is left.
    """
    rijen = catalogusrijen(index, peildatum)
    per_id = {facet.id: facet for facet in facetten(index, peildatum)}
    keuzes, fouten = _gelezen(tekst, per_id)
    if fouten:
        raise SelectieError("\n".join(fouten))
    if not keuzes:
        raise SelectieError(
            f"Het filter is leeg. Schrijf bijvoorbeeld: status=lopend. U kunt filteren op: {opsomming(per_id)}."
        )
    gevonden = tuple(
        rij["id"] for rij in rijen if all(_past(rij, per_id[naam], waarden) for naam, waarden in keuzes.items())
    )
    if not gevonden:
        raise SelectieError(f"Geen enkele praktijk past op het filter ‘{tekst.strip()}’. Laat een voorwaarde weg.")
    return gevonden


def _gelezen(tekst: str, per_id: dict[str, Facet]) -> tuple[dict[str, set[str]], list[str]]:
    keuzes: dict[str, set[str]] = {}
    fouten = []
    for deel in filter(None, _SEPARATORS.split(tekst.strip().lstrip("?"))):
        naam, teken, rest = deel.partition("=")
        if not teken or not rest:
            fouten.append(f"‘{deel}’ is geen voorwaarde. Schrijf facet=waarde, bijvoorbeeld status=lopend.")
        elif naam in ("q", "sort"):
            fouten.append(f"‘{naam}’ hoort bij het zoeken op de site en kan hier niet. Laat ‘{deel}’ weg.")
        elif naam not in per_id:
            fouten.append(_onbekend("De facet", naam, list(per_id), "bestaat niet."))
        else:
            waarden = [w for w in unquote_plus(rest).split(",") if w]
            keuzes.setdefault(naam, set()).update(waarden)
            fouten += [f for w in waarden if (f := _waardefout(per_id[naam], w))]
    return keuzes, fouten


def _waardefout(facet: Facet, waarde: str) -> str:
    if facet.soort == "minimum" and _GETAL.fullmatch(waarde) and int(waarde) <= 100:
        return ""
    bekend = [sleutel for sleutel, _ in facet.waarden]
    if waarde in bekend or (facet.soort == "minimum" and waarde in (VOORLOPIG, ONBEKEND)):
        return ""
    if facet.soort == "minimum":
        return f"‘{facet.id}={waarde}’ kan niet. Kies een getal van 0 tot en met 100, {VOORLOPIG} of {ONBEKEND}."
    return _onbekend(f"Bij {facet.id} komt", waarde, bekend, "niet voor.")


def _past(rij: dict[str, Any], facet: Facet, gekozen: set[str]) -> bool:
    if facet.soort != "minimum":
        return not gekozen.isdisjoint(waarden_van(rij, facet.veld))
    score = rij["scores"][facet.veld]
    if score["score"] is None:
        return ONBEKEND in gekozen
    if score["voorlopig"]:
        return VOORLOPIG in gekozen
    return any(w.isdigit() and round(score["score"]) >= int(w) for w in gekozen)


def _onbekend(wat: str, naam: str, bestaand: list[str], hoe: str) -> str:
    treffer = process.extractOne(naam, bestaand, score_cutoff=_CUTOFF)
    bedoeld = f" Bedoelde u ‘{treffer[0]}’?" if treffer else ""
    meer = f" en nog {len(bestaand) - _SHOWN}" if len(bestaand) > _SHOWN else ""
    return f"{wat} ‘{naam}’ {hoe}{bedoeld} Kies uit: {', '.join(bestaand[:_SHOWN])}{meer}."
