"""Rubric and scan in, scores, intervals, verdict and advice out.

Pure functions on the models of :mod:`watwerkt.records`: no clock, no files, no thresholds of their own.
Weights, thresholds and criteria come from the rubric, so a funder who changes the rubric changes the outcome.
"""

from watwerkt.scoring.advice import Adviesregel, OpenVraag, adviezen, open_vragen
from watwerkt.scoring.agreement import Criteriumovereenstemming, Overeenstemming, overeenstemming
from watwerkt.scoring.assessments import is_verlopen, leidende_scan, vervaldatum
from watwerkt.scoring.dimensions import Dimensiescore, score_dimensie
from watwerkt.scoring.profiles import GEEN_NIVEAU, Profiel, achilleshiel, profiel, profielen, sterkste
from watwerkt.scoring.verdicts import Oordeelwoord, verdict

__all__ = [
    "GEEN_NIVEAU",
    "Adviesregel",
    "Criteriumovereenstemming",
    "Dimensiescore",
    "Oordeelwoord",
    "OpenVraag",
    "Overeenstemming",
    "Profiel",
    "achilleshiel",
    "adviezen",
    "is_verlopen",
    "leidende_scan",
    "open_vragen",
    "overeenstemming",
    "profiel",
    "profielen",
    "score_dimensie",
    "sterkste",
    "verdict",
    "vervaldatum",
]
