"""The knowledge base: every valid record, the rubric, the vocabularies and the findings, immutable."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from watwerkt.reading.findings import Finding
    from watwerkt.records import Begrippenlijst, Bron, Interventietype, Praktijk, Rubriek, Term


class KennisbankError(Exception):
    """The content cannot be used at all, for instance because there is no rubric; the message is Dutch.

    ``findings`` holds what was found until then.
    """

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


@dataclass(frozen=True)
class Kennisbank:
    """All records without errors, sorted by id, with the findings about all files.

    A withdrawn practice stands in ``ingetrokken`` and not in ``praktijken``: only its address is kept.
    The keys of ``bestanden`` and ``digests`` are pairs of collection (``praktijken``, ``interventietypen``,
    ``bronnen``, ``begrippen`` or ``model``) and id; the values are the path relative to the parent of the content
    folder, and the SHA-256 of the source file. ``dagen`` are the ISO days on which records were last changed.
    """

    praktijken: Mapping[str, Praktijk]
    interventietypen: Mapping[str, Interventietype]
    bronnen: Mapping[str, Bron]
    begrippen: Mapping[str, Begrippenlijst]
    rubriek: Rubriek
    bestanden: Mapping[tuple[str, str], str]
    digests: Mapping[tuple[str, str], str]
    dagen: Sequence[str]
    findings: tuple[Finding, ...]
    ingetrokken: Mapping[str, Praktijk] = field(default_factory=dict)

    def term(self, lijst: str, term_id: str) -> Term | None:
        """Return a term by vocabulary and id, or nothing if there is none."""
        return self._terms.get(lijst, {}).get(term_id)

    def gemeente(self, naam_of_code: str) -> Term | None:
        """Return the municipality with this name, synonym or CBS code, whatever the letter case.

        A name that fits more than one municipality gives nothing.
        """
        found = self._gemeenten.get(name_key(naam_of_code), ())
        return found[0] if len(found) == 1 else None

    def digest(self, collection: str, record_id: str) -> str:
        """Return the SHA-256 (hexadecimal) of a record's source file.

        Raises:
            KeyError: there is no such record.
        """
        return self.digests[collection, record_id]

    @cached_property
    def peildatum(self) -> date:
        """Newest date in the content; stands in for today, so that the same content gives the same bytes."""
        return date.fromisoformat(max((dag for dag in self.dagen if dag), default="2026-01-01"))

    def termen(self, lijst: str) -> tuple[Term, ...]:
        """Return the terms of a vocabulary in their order; none when there is no such list."""
        begrippen = self.begrippen.get(lijst)
        return begrippen.termen if begrippen else ()

    @cached_property
    def _terms(self) -> dict[str, dict[str, Term]]:
        return {naam: {term.id: term for term in lijst.termen} for naam, lijst in self.begrippen.items()}

    @cached_property
    def _gemeenten(self) -> dict[str, tuple[Term, ...]]:
        lijst = self.begrippen.get("gemeenten")
        return names_of(lijst) if lijst else {}


def name_key(name: str) -> str:
    """A name as it is looked up: capitals and the kind of apostrophe, which Word chooses, do not count."""
    return name.strip().casefold().replace("’", "'").replace("‘", "'")


def names_of(lijst: Begrippenlijst) -> dict[str, tuple[Term, ...]]:
    """Index the terms of a vocabulary by id, label and synonym, each as :func:`name_key` gives it.

    A label or id wins from another term's synonym, so ``Utrecht`` stays the municipality of that name.
    """
    primary: dict[str, dict[str, Term]] = {}
    secondary: dict[str, dict[str, Term]] = {}
    for term in lijst.termen:
        for name in (term.id, term.label):
            primary.setdefault(name_key(name), {})[term.id] = term
        for name in term.synoniemen:
            secondary.setdefault(name_key(name), {})[term.id] = term
    return {name: tuple(terms.values()) for name, terms in (secondary | primary).items()}
