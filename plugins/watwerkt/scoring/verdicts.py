"""The verdict in words over the ``kern`` dimensions.

It says no more than what is shown: a dimension that nobody looked at cannot lift the verdict, and does not
count as weak either. When such a dimension is assessed after all, the verdict stays or gets better.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watwerkt.records import Rubriek
    from watwerkt.scoring.profiles import Profiel


class Oordeelwoord(StrEnum):
    """The four possible verdicts, as keys; none of them claims that an effect was proven."""

    GOEDE_PRAKTIJK = "goede_praktijk"
    VEELBELOVEND = "veelbelovend"
    IN_ONTWIKKELING = "in_ontwikkeling"
    ONVOLDOENDE_BEKEND = "onvoldoende_bekend"


def verdict(rubriek: Rubriek, profiel: Profiel) -> Oordeelwoord:
    """Judge the ``kern`` dimensions against the rubric's ``drempel``.

    A dimension is *beoordeeld* when it has enough coverage, and *sterk* when its score then reaches the
    threshold. With n ``kern`` dimensions (four in the 4+1 model) and m = n - 1, but at least 1:

    - ``onvoldoende_bekend``: fewer than m are beoordeeld.
    - ``goede_praktijk``: all n are sterk.
    - ``veelbelovend``: exactly m are sterk. The remaining one may be weak or unknown: an unknown one can only
      turn out weak (still veelbelovend) or strong (better), so the word holds either way.
    - ``in_ontwikkeling``: the rest. With one unknown dimension this can still become veelbelovend; the open
      questions of the scan say so.

    A rubric without ``kern`` dimensions gives ``onvoldoende_bekend``.
    """
    kern = profiel.kern
    bijna_alle = max(len(kern) - 1, 1)
    beoordeeld = [s.score for s in kern if s.score is not None and not s.voorlopig]
    if len(beoordeeld) < bijna_alle:
        return Oordeelwoord.ONVOLDOENDE_BEKEND
    sterk = sum(score >= rubriek.drempel for score in beoordeeld)
    if sterk == len(kern):
        return Oordeelwoord.GOEDE_PRAKTIJK
    return Oordeelwoord.VEELBELOVEND if sterk >= bijna_alle else Oordeelwoord.IN_ONTWIKKELING
