"""All codes of findings with their explanation. Each becomes a page of the site; a code never changes meaning.

WW1xx file and YAML text · WW2xx fields and types · WW3xx scans and levels · WW4xx references and terms ·
WW5xx safety of text and personal data · WW6xx advice.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from watwerkt.reading.uitleg import advies, bestand, scans, teksten, velden, verwijzingen, yaml_tekst
from watwerkt.reading.uitleg.code import Code

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CODES", "Code"]

_PARTS = (bestand, yaml_tekst, velden, scans, verwijzingen, teksten, advies)

CODES: Mapping[str, Code] = MappingProxyType(
    {code.code: code for part in _PARTS for code in sorted(part.CODES, key=lambda item: item.code)}
)
"""Every code, in order of number."""
