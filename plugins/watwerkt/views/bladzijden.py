"""Long lists in pages, so that they are complete without JavaScript and none of their pages is heavy."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from watwerkt.records.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from watwerkt.views.index import Kaarten


@value
class Kaartgroep:
    """Cards under one heading; the fragment id is the heading's anchor."""

    id: str
    titel: str
    kaarten: Kaarten


@value
class Bladzijde:
    """One page of a list: its number from 1, the paths of all pages of that list, and what makes the parts of all."""

    nummer: int
    adressen: tuple[str, ...]
    delen: Callable[[], Sequence[tuple[Kaartgroep, ...]]]

    @property
    def groepen(self) -> tuple[Kaartgroep, ...]:
        """Its part of the groups."""
        return self.delen()[self.nummer - 1]

    @property
    def vorige(self) -> str | None:
        """Path of the page before, if there is one."""
        return self.adressen[self.nummer - 2] if self.nummer > 1 else None

    @property
    def volgende(self) -> str | None:
        """Path of the page after, if there is one."""
        return self.adressen[self.nummer] if self.nummer < len(self.adressen) else None


def bladzijden(
    groepen: Callable[[], Iterable[Kaartgroep]], aantal: int, per: int, doel: str, vervolg: str = ""
) -> tuple[Bladzijde, ...]:
    """Divide a list over pages of ``per`` practices, at least one; a group that goes on keeps its heading.

    ``groepen`` makes the list when somebody looks at a page, and ``aantal`` is how many practices all groups have
    together. The first page is ``doel``, number 2 is ``2/`` below ``vervolg`` (or below ``doel``).
    """
    last = max(1, -(-aantal // per))
    adressen = (doel, *(f"{vervolg or doel}{nummer}/" for nummer in range(2, last + 1)))
    delen = cache(lambda: tuple(_delen(groepen(), per)) or ((),))
    return tuple(Bladzijde(nummer, adressen, delen) for nummer in range(1, last + 1))


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
