"""The form of an explained code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watwerkt.reading.findings import Ernst


@dataclass(frozen=True, slots=True)
class Code:
    """A rule as a page of the site shows it; all texts are Dutch.

    ``grond`` names the standard, decision or principle that the rule rests on. The examples are YAML. ``strenger``
    marks a rule that came later: an error, but a warning in a concept and where a dated exception says so.
    """

    code: str
    niveau: Ernst
    titel: str
    uitleg: str
    oplossing: str
    voorbeeld_fout: str
    voorbeeld_goed: str
    grond: str
    strenger: bool = False
