"""A slip: what a text rule found in one text, before it has a place in a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.reading.shapes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Slip(NamedTuple):
    """A fault in a text: code, the literal piece of text (to find its line and column), message and advice."""

    code: str
    snippet: str
    boodschap: str
    advies: str = ""


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule over texts: ``look`` finds slips; ``may_apply`` is a cheap test that never misses one."""

    look: Callable[[str], Iterator[Slip]]
    may_apply: Callable[[str], bool]
    kinds: frozenset[Kind] = frozenset(Kind)


@lru_cache(maxsize=1)
def folded(text: str) -> str:
    """Return a text without difference in letter case; one text after the other, several rules ask for the same."""
    return text.casefold()


_MARKS = bytes.maketrans(b"123456789BCDEFGHIJKLMNOPQRSTUVWXYZ", b"0" * 9 + b"A" * 25)


@lru_cache(maxsize=1)
def outline(text: str) -> bytes:
    """Return a text with ``0`` for every digit and ``A`` for every capital of ASCII, as :func:`folded` is kept.

    Whether something of a fixed form (``1234 AB``) may be there is quickly seen in it.
    """
    return text.encode("utf-8", "replace").translate(_MARKS)
