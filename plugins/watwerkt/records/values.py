"""Values that are made by the thousand and never change: parts of page models, scores, pages."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def value(kind: type[Kind]) -> type[Kind]:
    """Make a data class with slots that type checkers hold to be frozen.

    At run time it is not: a frozen class takes three times as long to fill, and a page holds hundreds of values.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


def names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a :func:`value`, in order."""
    return tuple(field.name for field in fields(kind))
