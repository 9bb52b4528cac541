"""Few examples instead of all: so many that together they show everything that any of them shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Set

Name = TypeVar("Name", bound="Hashable")


def with_everything(shown: Mapping[Name, Set[object]]) -> list[Name]:
    """Return names that together show all; the one that shows most comes first, of equals the first given."""
    missing: set[object] = set().union(*shown.values())
    chosen = []
    while missing:
        chosen.append(max(shown, key=lambda name: len(shown[name] & missing)))
        missing -= shown[chosen[-1]]
    return chosen
