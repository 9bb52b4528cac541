"""Values that are made by the thousand and never change: parts of page models, scores, pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def value(kind: type[Kind]) -> type[Kind]:
    """Make a data class with slots that type checkers hold to be frozen.

    At run time it is not: a frozen class takes three times as long to fill, and a page holds hundreds of values.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
