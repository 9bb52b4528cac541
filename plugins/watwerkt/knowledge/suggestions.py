"""What the author probably meant: the nearest ids, labels and synonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.knowledge.kennisbank import name_key, names_of
from watwerkt.reading.words import keys_listed, listed, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from watwerkt.records import Begrippenlijst, Term

MAX_LISTED = 12
"""A choice of at most so many is listed completely."""


def key_advice(value: str, known: Collection[str], *, every: bool = False) -> str:
    """Suggest the nearest keys; when there are few (or ``every`` is asked) name them all."""
    close = nearest(value, known)
    parts = [f"Bedoelt u {keys_listed(close)}?"] if close else []
    if known and (every or (not close and len(known) <= MAX_LISTED)):
        parts.append(f"Er zijn: {keys_listed(sorted(known), 'en')}.")
    return " ".join(parts)


def term_advice(lijst: Begrippenlijst, value: str) -> str:
    """Suggest terms of a vocabulary by id, label or synonym; a label or synonym in full is a sure hit."""
    names = names_of(lijst)
    terms = names.get(name_key(value), ())
    if not terms:
        found = [term for name in nearest(value.replace("-", " "), names) for term in names[name]]
        terms = tuple({term.id: term for term in found}.values())[:3]
    parts = [f"Bedoelt u {_terms(terms)}?"] if terms else []
    if not terms and len(lijst.termen) <= MAX_LISTED:
        parts.append(f"Kies uit: {keys_listed(term.id for term in lijst.termen)}.")
    parts.append(f"Alle sleutels staan in `begrippen/{lijst.id}.yml`.")
    return " ".join(parts)


def gemeente_advice(lijst: Begrippenlijst, value: str) -> str:
    """Say which municipalities share a name or come near it."""
    names = names_of(lijst)
    terms = names.get(name_key(value), ())
    if not terms:
        found = [term for name in nearest(value, names) for term in names[name]]
        terms = tuple({term.id: term for term in found}.values())[:3]
    if not terms:
        return "Gebruik de officiële naam van nu of de CBS-code, zoals `Deventer` of `GM0150`."
    return f"Bedoelt u {listed([f'‘{term.label}’ ({term.id})' for term in terms])}?"


def _terms(terms: Iterable[Term]) -> str:
    return listed([f"`{term.id}` ({term.label})" for term in terms])
