"""What to say when a text does not have the form that its field asks: a key, an address, a date, one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.reading.shapes import pattern_of
from watwerkt.records import base

if TYPE_CHECKING:
    from collections.abc import Mapping

Told = tuple[str, str, str]
"""Code, message and advice."""

KEY_PATTERN = pattern_of(base.Sleutel)

PATTERNS: Mapping[str, Told] = {
    pattern_of(base.Id): (
        "WW215",
        "is geen geldige sleutel",
        "Gebruik kleine letters zonder accenten, cijfers en enkele streepjes: `de-tulp-woensel-west`.",
    ),
    KEY_PATTERN: (
        "WW215",
        "is geen geldige sleutel",
        "Gebruik letters zonder accenten, cijfers en enkele streepjes: `werk-en-participatie`. De sleutels staan in "
        "de begrippenlijsten.",
    ),
    pattern_of(base.Url): (
        "WW216",
        "is geen volledig webadres",
        "Begin met https:// en gebruik geen spaties: `https://www.voorbeeld.nl/rapport`.",
    ),
    pattern_of(base.Datum): (
        "WW217",
        "is geen datum",
        "Schrijf jaar, maand en dag met streepjes: `2026-11-21`.",
    ),
    pattern_of(base.Moment): (
        "WW217",
        "is geen jaar, maand of dag",
        "Schrijf `2009`, `2009-03` of `2009-03-15`, zo precies als de bron is. Onbekend? Schrijf `onbekend`.",
    ),
    pattern_of(base.Tekst): (
        "WW214",
        "begint of eindigt met een spatie of loopt over meer regels; dat kan in dit veld niet",
        "Haal spaties aan het begin en eind en lege regels weg; gebruik `>-` als de tekst over meer regels loopt.",
    ),
}
"""Per regular expression of a text type: code, what is wrong with the value, and advice."""
