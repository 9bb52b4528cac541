"""Dates that look right but do not exist, such as 2024-02-30."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from watwerkt.reading.sentences import say
from watwerkt.reading.shapes import pattern_of, record_shape, walk_texts
from watwerkt.records.base import Datum, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from watwerkt.reading.document import Document
    from watwerkt.reading.findings import Path

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DUTCH = re.compile(r"(?:(?P<day>[0-9]{1,2})[-/. ]+)?(?P<month>[0-9]{1,2}|[a-z]{3,}\.?)[-/. ]+(?P<year>[12][0-9]{3})")
DATED = frozenset({pattern_of(Datum), pattern_of(Moment)})
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@lru_cache(maxsize=4096)
def exists(text: str) -> bool:
    """Tell whether a text in the form of a date is a day of the calendar; other texts pass."""
    match = _DAY.fullmatch(text)
    if not match:
        return True
    year, month, day = (int(part) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def iso_form(text: str) -> str:
    """Return a Dutch date (``1-2-2020``, ``1 februari 2020``, ``februari 2020``) in ISO 8601 form, or nothing."""
    match = DUTCH.fullmatch(text.strip().lower())
    if not match:
        return ""
    day, month, year = match["day"], match["month"], match["year"]
    if month.isdigit():
        number = int(month)
    else:
        short = month.rstrip(".").replace("mrt", "maart")
        number = next((index for index, name in enumerate(MAANDEN, 1) if name.startswith(short)), 0)
    if not day:
        return f"{year}-{number:02}" if 1 <= number <= 12 and not month.isdigit() else ""
    iso = f"{year}-{number:02}-{int(day):02}"
    return iso if exists(iso) else ""


def impossible_dates(document: Document, model: type[BaseModel]) -> Iterator[tuple[Path, str]]:
    """Yield path and message of every date field with a day that the calendar does not have."""
    if all(map(exists, [text for text in document.strings if len(text) == 10])):
        return
    for path, text, shape in walk_texts(document.data, record_shape(model)):
        if shape and shape.pattern in DATED and not exists(text):
            month = int(text[5:7])
            if not 1 <= month <= 12 or not 1 <= int(text[8:]) <= 31:
                continue  # the model's pattern has told this already
            if text[:4] == "0000":
                yield path, say("WW218 jaar", datum=text)
            else:
                yield path, say("WW218", datum=text, maand=MAANDEN[month - 1], dag=int(text[8:]))
