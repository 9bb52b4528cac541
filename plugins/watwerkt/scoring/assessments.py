"""Which scan of a practice leads, and until when it holds."""

from __future__ import annotations

from datetime import MAXYEAR, date
from typing import TYPE_CHECKING

from watwerkt.records.scan import Beoordelaarsrol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.records import Scan

GELDIG_JAREN = 3
"""Years that a scan holds which nobody from outside has checked."""

GELDIG_JAREN_GETOETST = 5
"""Years that a tested scan holds."""

_MOST_INDEPENDENT_LAST = (
    Beoordelaarsrol.ZELF,
    Beoordelaarsrol.REDACTIE,
    Beoordelaarsrol.STAKEHOLDERS,
    Beoordelaarsrol.EXTERN,
)


def leidende_scan(scans: Iterable[Scan]) -> Scan | None:
    """Return the scan that speaks for the practice: the newest tested one, else the newest.

    Of several on that same day the most independent role leads (extern, stakeholders, redactie, zelf), then
    the one with most known levels, then the organisation's name and the content, so that the order in the
    file has no influence. None without scans.
    """
    scans = tuple(scans)
    if len(scans) == 1:
        return scans[0]
    newest = max(((scan.getoetst, scan.datum) for scan in scans), default=None)
    return max(
        (scan for scan in scans if (scan.getoetst, scan.datum) == newest),
        key=_tie_break,
        default=None,
    )


def _tie_break(scan: Scan) -> tuple[int, int, str, str]:
    bekend = sum(oordeel.bekend for oordelen in scan.oordelen.values() for oordeel in oordelen.values())
    rol = _MOST_INDEPENDENT_LAST.index(scan.beoordelaar.rol)
    return rol, bekend, scan.beoordelaar.organisatie, scan.model_dump_json()


def years_later(day: date, years: int) -> date:
    """Return the same day in another year; 29 February becomes 1 March, and the calendar's ends are kept."""
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    if year < 1:
        return date.min
    if (day.month, day.day) == (2, 29) and not _is_leap(year):
        return date(year, 3, 1)
    return day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def vervaldatum(scan: Scan) -> date:
    """Return the first day on which the scan no longer holds: 3 years after its date, 5 when it was tested.

    Raises:
        ValueError: If the scan's date is no day of the calendar (2026-02-31).

    """
    years = GELDIG_JAREN_GETOETST if scan.getoetst else GELDIG_JAREN
    return years_later(date.fromisoformat(scan.datum), years)


def is_verlopen(scan: Scan, peildatum: date) -> bool:
    """Tell whether the scan no longer holds on ``peildatum``; on its `vervaldatum` itself it does not."""
    return peildatum >= vervaldatum(scan)
