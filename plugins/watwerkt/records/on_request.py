"""Values that are made when somebody asks for them, and kept no longer than they are of use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

KEPT = 200
"""So many records are kept; a smaller collection is read once."""

Value = TypeVar("Value", covariant=True)
Answer = TypeVar("Answer")


class Last(Generic[Answer]):
    """Remembers the last answer, for what is asked again and again about one thing and then about the next."""

    def __init__(self) -> None:
        self._known: tuple[object, Answer] | None = None

    def of(self, question: object, make: Callable[[], Answer]) -> Answer:
        """Return the answer to a question; the same one always has an equal answer."""
        known = self._known
        if known is None or known[0] != question:
            self._known = known = question, make()
        return known[1]


class OnRequest(Mapping[str, Value]):
    """A mapping in the order of its keys; the values asked for last are kept."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], Value], kept: int = KEPT) -> None:
        """Take the keys and what makes the value of one of them; the same key always gives an equal value."""
        self._keys = dict.fromkeys(keys)
        self._make = lru_cache(kept)(make)

    def __getitem__(self, key: str) -> Value:
        """Return a value, made or kept.

        Raises:
            KeyError: there is no such key.
        """
        if key not in self._keys:
            raise KeyError(key)
        return self._make(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys
