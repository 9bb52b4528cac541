"""A finding: one thing to mend in one file, at one place, as data. How it is shown is up to the renderers."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from watwerkt.records.values import value

if TYPE_CHECKING:
    from collections.abc import Sequence

Path = tuple[str | int, ...]
"""Where a value stands in a record: keys and list indexes from the top."""


class Ernst(StrEnum):
    """How serious a finding is: only a ``fout`` keeps a record from the site."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    TIP = "tip"


@value
class Finding:
    """One problem or piece of advice.

    ``bestand`` is a POSIX path relative to the parent of the content folder (``content/praktijken/x.yml``);
    ``regel`` and ``kolom`` count from 1; ``pad`` is the key path as the author knows it
    (``scans[0].oordelen.meten.effect.niveau``), empty for the file as a whole; ``code`` is a key of
    :data:`watwerkt.reading.codes.CODES`; ``boodschap`` says what is wrong and what is allowed, ``advies`` what to
    do. Findings sort by file, line, column and code.
    """

    bestand: str
    regel: int
    kolom: int
    pad: str
    code: str
    niveau: Ernst
    boodschap: str
    advies: str

    def __lt__(self, other: Finding) -> bool:
        """Order by place in the tree of files; equal places by code, path and text, so the order is total."""
        return self._sort_key() < other._sort_key()

    def _sort_key(self) -> tuple[str, int, int, str, str, str]:
        return (self.bestand, self.regel, self.kolom, self.code, self.pad, self.boodschap)

    def at(self, regel: int, kolom: int) -> Finding:
        """Return the same finding at another line and column."""
        return replace(self, regel=regel, kolom=kolom)

    def in_file(self, bestand: str) -> Finding:
        """Return the same finding for another file name."""
        return Finding(bestand, self.regel, self.kolom, self.pad, self.code, self.niveau, self.boodschap, self.advies)


def dotted(path: Sequence[str | int]) -> str:
    """Write a path as an author reads it: ``scans[0].oordelen.meten``."""
    parts: list[str] = []
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        else:
            parts.append(f".{step}" if parts else step)
    return "".join(parts)
