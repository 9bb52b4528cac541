"""Dutch wording of numbers, money, dates and enumerations."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from watwerkt.reading.dates import MAANDEN
from watwerkt.reading.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.records.interventietype import Interventietype

NAAM = "Wat werkt in de wijk"
OMSCHRIJVING = "Open kennisbank van aanpakken in de wijk, met redenen en bronnen bij elk oordeel."
"""Of the site, where `mkdocs.yml` is not read."""

ONBEKEND_TEKST = "Onbekend"
"""How a page says that nobody knows."""


_PUNCTUATION_FIRST = re.compile(r"^[\W_]+(?=[^\W_])")


def moment(waarde: str) -> str:
    """Write an ISO year, month or day in words: ``2012-01`` becomes *januari 2012*."""
    delen = waarde.split("-")
    if not delen[0].isdigit() or len(delen) == 1:
        return waarde
    maand = MAANDEN[int(delen[1]) - 1]
    dag = f"{int(delen[2])} " if len(delen) == 3 else ""
    return f"{dag}{maand} {delen[0]}"


def periode(start: str, einde: str | None) -> str:
    """Write start and end as one phrase, *onbekend* said in words."""
    if start == "onbekend" and einde in (None, "onbekend"):
        return ONBEKEND_TEKST
    if einde is None:
        return f"Vanaf {moment(start)}"
    if start == "onbekend":
        return f"Begin onbekend, tot {moment(einde)}"
    if einde == "onbekend":
        return f"Vanaf {moment(start)}, einde onbekend"
    if start == einde:
        return hoofdletter(moment(start))
    return f"{hoofdletter(moment(start))} tot {moment(einde)}"


def getal(waarde: float) -> str:
    """Dutch notation: point between thousands, comma before decimals, at most two decimals.

    Halves are rounded away from zero. A value closer to zero than 0.01 keeps two significant digits, so that it
    does not read as 0.
    """
    exact = Decimal(str(waarde))
    if not exact:
        return "0"
    stap = Decimal("0.01") if abs(exact) >= Decimal("0.01") else Decimal(1).scaleb(exact.adjusted() - 1)
    tekst = f"{exact.quantize(stap, ROUND_HALF_UP):,f}"
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return tekst.translate(str.maketrans(",.", ".,"))


def euro(bedrag: int) -> str:
    """Whole euros with a non-breaking space: ``€ 4.500``."""
    return f"€\N{NO-BREAK SPACE}{getal(bedrag)}"


def score(waarde: float | None) -> str:
    """Dimension score as a whole number, or *onbekend*."""
    return "onbekend" if waarde is None else str(round(waarde))


def opsomming(delen: Iterable[str], voegwoord: str = "en") -> str:
    """Join with commas and a final conjunction: *a, b en c*."""
    return listed(list(delen), voegwoord)


def telwoord(aantal: int) -> str:
    """Write a small number in words: *vier*; from ten on as a figure."""
    woorden = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
    return woorden[aantal] if aantal < len(woorden) else str(aantal)


def woord(sleutel: str) -> str:
    """Enumeration value in words: ``sociale_onderneming`` becomes *sociale onderneming*."""
    return sleutel.replace("_", " ")


def hoofdletter(tekst: str) -> str:
    """Capitalise the first letter only."""
    return tekst[:1].upper() + tekst[1:]


def sorteersleutel(tekst: str) -> str:
    """Dutch collation key: case, accents and signs before the first letter or digit do not count."""
    vorm = tekst.casefold()
    if not vorm.isascii():
        vorm = "".join(t for t in unicodedata.normalize("NFKD", vorm) if not unicodedata.combining(t))
    return _PUNCTUATION_FIRST.sub("", vorm)


def op_titel(typen: Iterable[Interventietype]) -> list[Interventietype]:
    """Model interventions as a reader looks for them, whatever their keys are."""
    return sorted(typen, key=lambda soort: (sorteersleutel(soort.titel), soort.id))
