"""The profile of a scan: its dimension scores in the order of the rubric, never added up to one total.

The four ``kern`` dimensions say whether this is a good practice, ``plus`` how durable it is.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from watwerkt.records.rubriek import SoortDimensie
from watwerkt.records.values import value
from watwerkt.scoring.dimensions import Dimensiescore, score_dimensie, score_niveaus

if TYPE_CHECKING:
    from collections.abc import Callable

    from watwerkt.records import Dimensie, Rubriek, Scan

GEEN_NIVEAU = "-"
"""Sign of a criterion that is unknown."""


@value
class Profiel:
    """Dimension scores in rubric order; ``kern_ids`` names the dimensions that count for the verdict."""

    scores: tuple[Dimensiescore, ...]
    kern_ids: tuple[str, ...]

    @property
    def kern(self) -> tuple[Dimensiescore, ...]:
        """The scores that decide whether this is a good practice."""
        return tuple(score for score in self.scores if score.dimensie in self.kern_ids)

    @property
    def plus(self) -> tuple[Dimensiescore, ...]:
        """The scores that say how durable the practice is."""
        return tuple(score for score in self.scores if score.dimensie not in self.kern_ids)

    def __getitem__(self, dimensie: str) -> Dimensiescore:
        """Return the score of one dimension.

        Raises:
            KeyError: If the rubric has no dimension with this id.

        """
        for score in self.scores:
            if score.dimensie == dimensie:
                return score
        raise KeyError(dimensie)


def profiel(rubriek: Rubriek, scan: Scan | None) -> Profiel:
    """Score every dimension; without a scan everything is unknown."""
    oordelen = scan.oordelen if scan is not None else {}
    scores = (score_dimensie(d, oordelen.get(d.id, {}), rubriek.minimale_dekking) for d in rubriek.dimensies)
    return Profiel(tuple(scores), _kern_ids(rubriek))


def profielen(rubriek: Rubriek) -> Callable[[str], Profiel]:
    """Return what scores a text with one sign for each criterion of the rubric in its order: its level, or a dash.

    Texts with the same signs for a dimension share its score.
    """
    einden = list(accumulate(len(dimensie.criteria) for dimensie in rubriek.dimensies))
    delen = list(zip(rubriek.dimensies, [0, *einden], einden, strict=False))
    kern_ids, known = _kern_ids(rubriek), dict[tuple[str, str], Dimensiescore]()

    def score(dimensie: Dimensie, signs: str) -> Dimensiescore:
        key = dimensie.id, signs
        if key not in known:
            niveaus = tuple(None if sign == GEEN_NIVEAU else int(sign) for sign in signs)
            known[key] = score_niveaus(dimensie, niveaus, rubriek.minimale_dekking)
        return known[key]

    return lambda niveaus: Profiel(tuple([score(deel, niveaus[van:tot]) for deel, van, tot in delen]), kern_ids)


def _kern_ids(rubriek: Rubriek) -> tuple[str, ...]:
    return tuple(d.id for d in rubriek.dimensies if d.soort is SoortDimensie.KERN)


def sterkste(profiel: Profiel) -> tuple[str, ...]:
    """Return the ids of the highest ``kern`` dimensions, ties together, in rubric order.

    Only dimensions with enough coverage take part. Empty when fewer than two do, or when all are equal: then
    nothing stands out, and naming one would say more than is known.
    """
    return _extreme(profiel, max)


def achilleshiel(profiel: Profiel) -> tuple[str, ...]:
    """Return the ids of the lowest ``kern`` dimensions, ties together; empty when `sterkste` is."""
    return _extreme(profiel, min)


def _extreme(profiel: Profiel, choose: Callable[[list[float]], float]) -> tuple[str, ...]:
    scores = {s.dimensie: s.score for s in profiel.kern if s.score is not None and not s.voorlopig}
    values = list(scores.values())
    if len(set(values)) < 2:
        return ()
    extreme = choose(values)
    return tuple(dimensie for dimensie, score in scores.items() if score == extreme)
