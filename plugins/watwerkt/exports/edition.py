"""An edition of the data: the content of one moment, where it is published and who answers for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from watwerkt.exports import building

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from watwerkt.exports import models, structured
    from watwerkt.exports.tables import Row, Table
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.views.index import Index

SCHEMA_VERSIE = "1.0.0"
"""Semantic version of the form of the data; version 1 only gains fields (see `docs/adr/0010-open-data.md`)."""

TREFWOORDEN = ("wijk", "interventies", "sociaal domein", "4+1-model")
LICENTIE = "https://creativecommons.org/licenses/by/4.0/"

SITE_URL = "https://watwerktindewijk.example/"
CONTACT = "gegevens@watwerktindewijk.example"
"""Defaults that lead nowhere, until the project has a home of its own; the contact is a function, never a person."""

DATA = "data/"
V1 = f"{DATA}v1/"
SUMS = f"{V1}SHA256SUMS"
"""The list of checksums of all files of the data."""

BESTAND = "wat-werkt-in-de-wijk"
"""Name of the files that people keep on their own disk."""


def practice_path(praktijk_id: str) -> str:
    """Path of the file of one practice; that of an old id holds the same as that of the new one."""
    return f"{V1}praktijken/{praktijk_id}.json"


def werkblad_path(praktijk_id: str) -> str:
    """Path of the document of one practice; that of an old id holds the same as that of the new one."""
    return f"{V1}praktijken/{praktijk_id}.docx"


@dataclass(frozen=True)
class Edition:
    """What every export starts from.

    ``dag`` stands in for today (the newest date in the content), ``site_url`` ends with a slash, ``contact`` is an
    e-mail address.
    """

    index: Index
    dag: date
    site_url: str = SITE_URL
    contact: str = CONTACT

    @property
    def kennisbank(self) -> Kennisbank:
        """The knowledge base."""
        return self.index.kennisbank

    def url(self, path: str) -> str:
        """Return the full address of a path from the site root."""
        return self.site_url + path

    @cached_property
    def data_versie(self) -> str:
        """Day of the newest content and a hash of all of it: the same content gives the same version, also without git.

        The hash is over collection, id and SHA-256 of every record, sorted.
        """
        total = hashlib.sha256()
        for (collection, record_id), digest in sorted(self.kennisbank.digests.items()):
            total.update(f"{collection}/{record_id} {digest}\n".encode())
        return f"{self.dag.isoformat()}.{total.hexdigest()[:12]}"

    @cached_property
    def sources(self) -> Mapping[str, structured.Node]:
        """Every source by id as schema.org has it; most pages of practices name several."""
        from watwerkt.exports import structured  # here, as it needs this module

        return {key: structured.source(self, bron) for key, bron in self.kennisbank.bronnen.items()}

    def praktijk(self, praktijk_id: str) -> models.Praktijk:
        """Return a practice as output model; made anew each time, for 10,000 of them would not fit."""
        return building.praktijk(self.index, self.kennisbank.praktijken[praktijk_id], self.site_url)

    @cached_property
    def _made(self) -> tuple[dict[str, bytes], dict[str, list[Row]]]:
        """JSON of every practice and the rows of all tables: one pass over all records."""
        from watwerkt.exports.rows import practice_rows, reference_rows  # here, as `tables` below: they need all models

        made: dict[str, bytes] = {}
        rows: dict[str, list[Row]] = {name: [] for name in self.tables}
        for praktijk_id in self.index.kaarten:
            praktijk = self.praktijk(praktijk_id)
            made[praktijk_id] = praktijk.model_dump_json().encode()
            for name, row in practice_rows(praktijk):
                rows[name].append(row)
        for name, row in reference_rows(self):
            rows[name].append(row)
        return made, rows

    def praktijk_json(self, praktijk_id: str) -> bytes:
        """Return a practice as JSON."""
        return self._made[0][praktijk_id]

    def beoordeling_json(self, praktijk_id: str) -> bytes:
        """Return the assessment of a practice as JSON: its last field, and no text can hold such a name of a field."""
        _, _, judged = self.praktijk_json(praktijk_id).partition(b',"beoordeling":')
        return judged[:-1]

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """Every table by name, in reading order."""
        from watwerkt.exports.tables import tables

        return tables(self.kennisbank.rubriek)

    def rows(self, table: str) -> Sequence[Row]:
        """Return the rows of a table."""
        return self._made[1][table]

    @cached_property
    def interventietypen(self) -> tuple[models.Interventietype, ...]:
        """Every model intervention, by id."""
        return tuple(
            building.interventietype(self.index, item, self.site_url)
            for item in self.kennisbank.interventietypen.values()
        )

    @cached_property
    def bronnen(self) -> tuple[models.Bron, ...]:
        """Every source, by id."""
        return tuple(building.bron(item, self.site_url) for item in self.kennisbank.bronnen.values())

    @cached_property
    def begrippen(self) -> tuple[models.Begrippenlijst, ...]:
        """Every vocabulary, by id."""
        return tuple(building.begrippenlijst(item, self.site_url) for item in self.kennisbank.begrippen.values())

    def citation(self, bron_id: str) -> str:
        """Return a source as it stands in a list of literature; the id itself when there is no such source."""
        return self._citations.get(bron_id, bron_id)

    @cached_property
    def _citations(self) -> Mapping[str, str]:
        return {item.id: building.citation(item) for item in self.kennisbank.bronnen.values()}

    @cached_property
    def rubriek(self) -> models.Rubriek:
        """The rubric."""
        return building.rubriek(self.kennisbank.rubriek)

    @cached_property
    def ingetrokken(self) -> tuple[models.Ingetrokken, ...]:
        """Every withdrawn practice, by id."""
        return tuple(building.ingetrokken(item, self.site_url) for item in self.kennisbank.ingetrokken.values())
