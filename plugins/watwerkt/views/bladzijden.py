"""Long lists in pages, so that they are complete without JavaScript and none of their pages is heavy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from watwerkt.records.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watwerkt.views.index import Kaarten


@value
class Kaartgroep:
    """Cards under one heading; the fragment id is the heading's anchor."""

    id: str
    titel: str
    kaarten: Kaarten


@value
class Bladzijde:
    """One page of a list: its number from 1, the paths of all pages of that list, and its part of the groups."""

    nummer: int
    adressen: tuple[str, ...]
    groepen: tuple[Kaartgroep, ...]

    @property
    def vorige(self) -> str | None:
        """Path of the page before, if there is one."""
        return self.adressen[self.nummer - 2] if self.nummer > 1 else None

    @property
    def volgende(self) -> str | None:
        """Path of the page after, if there is one."""
        return self.adressen[self.nummer] if self.nummer < len(self.adressen) else None


def bladzijden(groepen: Iterable[Kaartgroep], per: int, doel: str, vervolg: str = "") -> tuple[Bladzijde, ...]:
    """Divide a list over pages of ``per`` practices, at least one; a group that goes on keeps its heading.

    The first page is ``doel``, number 2 is ``2/`` below ``vervolg`` (or below ``doel``).
    """
    delen = list(_delen(groepen, per)) or [()]
    adressen = (doel, *(f"{vervolg or doel}{nummer}/" for nummer in range(2, len(delen) + 1)))
    return tuple(Bladzijde(nummer, adressen, deel) for nummer, deel in enumerate(delen, 1))


def _delen(groepen: Iterable[Kaartgroep], per: int) -> Iterator[tuple[Kaartgroep, ...]]:
    deel: list[Kaartgroep] = []
    ruimte = per
    for groep in groepen:
        rest = groep.kaarten
        while rest:
            deel.append(replace(groep, kaarten=rest[:ruimte]))
            rest, ruimte = rest[ruimte:], ruimte - len(rest[:ruimte])
            if not ruimte:
                yield tuple(deel)
                deel, ruimte = [], per
    if deel:
        yield tuple(deel)
