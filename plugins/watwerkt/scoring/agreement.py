"""How far several assessors agree, criterion by criterion.

Agreement is counted over pairs of readers. Persons are never named in a record, so two scans of one
organisation may be two readers; every scan of the period therefore counts as a reading of its own.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.scoring.assessments import leidende_scan, years_later
from watwerkt.scoring.dimensions import known_level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.records import Scan


@value
class Criteriumovereenstemming:
    """Agreement on one criterion.

    ``niveaus`` are the known levels, low to high, at least two; ``spreiding`` is the highest minus the
    lowest. ``exact`` and ``binnen_een`` are the shares (0-1) of the pairs of readers whose levels are equal,
    or differ by at most one step.
    """

    dimensie: str
    criterium: str
    niveaus: tuple[int, ...]
    spreiding: int
    exact: float
    binnen_een: float


@value
class Overeenstemming:
    """Agreement over all criteria that two or more readers gave a level, and the number of scans compared.

    ``exact`` and ``binnen_een`` are taken over all pairs of all criteria together.
    """

    scans: int
    criteria: tuple[Criteriumovereenstemming, ...]
    exact: float
    binnen_een: float


def overeenstemming(scans: Iterable[Scan]) -> Overeenstemming | None:
    """Compare the scans dated at most 12 months before or after the leading one.

    Only known levels count; a criterion with fewer than two of them is left out. The criteria stand in the
    order of the leading scan, followed by those that only other scans have.

    Returns:
        None when no criterion has two known levels, so also with fewer than two scans in the period.

    Raises:
        ValueError: If a scan's date is no day of the calendar.

    """
    scans = tuple(scans)
    if len(scans) < 2:
        return None
    period = _same_period(scans)
    levels = {key: found for key, found in _levels_per_criterion(period).items() if len(found) > 1}
    if not levels:
        return None
    pairs = [pair for found in levels.values() for pair in combinations(found, 2)]
    exact, binnen_een = _shares(pairs)
    return Overeenstemming(
        scans=len(period),
        criteria=tuple(_criterium(*key, found) for key, found in levels.items()),
        exact=exact,
        binnen_een=binnen_een,
    )


def _same_period(scans: tuple[Scan, ...]) -> list[Scan]:
    leidend = leidende_scan(scans)
    if leidend is None:
        return []
    midden = date.fromisoformat(leidend.datum)
    begin, einde = years_later(midden, -1), years_later(midden, 1)
    others = [scan for scan in scans if scan is not leidend and begin <= date.fromisoformat(scan.datum) <= einde]
    others.sort(key=lambda scan: (scan.datum, scan.model_dump_json()), reverse=True)
    return [leidend, *others]


def _levels_per_criterion(scans: list[Scan]) -> dict[tuple[str, str], list[int]]:
    levels: dict[tuple[str, str], list[int]] = {}
    for scan in scans:
        for dimensie, oordelen in scan.oordelen.items():
            for criterium, oordeel in oordelen.items():
                niveau = known_level(oordeel)
                found = levels.setdefault((dimensie, criterium), [])
                if niveau is not None:
                    found.append(niveau)
    return levels


def _criterium(dimensie: str, criterium: str, levels: list[int]) -> Criteriumovereenstemming:
    niveaus = tuple(sorted(levels))
    exact, binnen_een = _shares(list(combinations(niveaus, 2)))
    return Criteriumovereenstemming(
        dimensie=dimensie,
        criterium=criterium,
        niveaus=niveaus,
        spreiding=niveaus[-1] - niveaus[0],
        exact=exact,
        binnen_een=binnen_een,
    )


def _shares(pairs: list[tuple[int, int]]) -> tuple[float, float]:
    distances = [abs(one - other) for one, other in pairs]
    return (
        sum(distance == 0 for distance in distances) / len(pairs),
        sum(distance <= 1 for distance in distances) / len(pairs),
    )
