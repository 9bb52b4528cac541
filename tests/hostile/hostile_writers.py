"""What is written in the text fields of a synthetic knowledge base: harmless sentences, or portions of the corpus."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENOUGH = {"rich": 1500, "paragraph": 600}
"""Characters that are written in a field that may hold more, so that a page stays readable when a test fails."""

SHORT = 20
"""Fields with less room than this carry no mark."""


class Use(StrEnum):
    """What a text is to the site."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    RICH = "rich"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Slot:
    """A text field: its name (``praktijken.partners.organisatie``), use and room."""

    name: str
    use: Use
    least: int
    most: int

    @property
    def room(self) -> int:
        """Characters for payloads: the field's own room, capped, less the mark."""
        return min(self.most, ENOUGH.get(self.use, self.most)) - (10 if self.most >= SHORT else 0)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text as it was written: ``parts`` are the payloads in it."""

    slot: Slot
    text: str
    parts: tuple[str, ...]


class Writer(Protocol):
    """Gives the text for a slot; ``mark`` is unique in the tree, ``first`` tells to put it after the text."""

    def write(self, slot: Slot, mark: str, *, first: bool) -> Leaf: ...


class Calm:
    """Writes harmless sentences, with a capital: where the site writes small letters a text is not shown as typed."""

    def write(self, slot: Slot, mark: str, *, first: bool) -> Leaf:
        """Give a text with the mark only; as long as the short fields allow, so that charts shorten it alike."""
        if slot.use is Use.ADDRESS:
            text = f"https://voorbeeld.example/kalm/{mark}"
        elif slot.most < SHORT:
            text = "Kalme tekst hier"[: slot.most]
        else:
            text = f"9 Kalme woorden hier {mark}" if first else f"{mark} Kalme woorden hier"
        return Leaf(slot, text, ())


class Hostile:
    """Writes payloads: the n-th time that a field is filled it gets the n-th portion, then calm texts again."""

    def __init__(self, payloads: Sequence[str]) -> None:
        """Take the payloads in an order of our own, so that one portion holds different kinds."""
        self._payloads = tuple(p for start in range(7) for p in payloads[start::7])
        self._turns: Counter[str] = Counter()
        self._portions: dict[tuple[Use, int], tuple[tuple[str, ...], ...]] = {}
        self.slots: dict[str, Slot] = {}

    def write(self, slot: Slot, mark: str, *, first: bool) -> Leaf:
        """Give the next portion; ``first`` puts it at the very beginning of the text."""
        self.slots[slot.name] = slot
        portions = self.portions(slot)
        turn = self._turns[slot.name]
        self._turns[slot.name] += 1
        if turn >= len(portions):
            return Calm().write(slot, mark, first=first)
        return Leaf(slot, _compose(slot, portions[turn], mark, first=first), portions[turn])

    def portions(self, slot: Slot) -> tuple[tuple[str, ...], ...]:
        """Divide the payloads that fit in a slot over texts that fit in it."""
        key = slot.use, slot.room
        if key not in self._portions:
            self._portions[key] = tuple(_pack(self.that_fit(slot), slot))
        return self._portions[key]

    def that_fit(self, slot: Slot) -> list[str]:
        """Return the payloads that the field has room for, in the form that it takes."""
        forms = (_form(slot.use, payload) for payload in self._payloads)
        return [form for form in dict.fromkeys(forms) if form and len(form) <= _budget(slot)]

    def waiting(self) -> list[str]:
        """Return the fields that have not had every payload yet."""
        return [name for name, slot in self.slots.items() if self._turns[name] < len(self.portions(slot))]


def _budget(slot: Slot) -> int:
    return slot.room // 2 - 20 if slot.use is Use.ADDRESS else slot.room


def _form(use: Use, payload: str) -> str:
    if use is Use.LINE:
        return re.sub(r"\n+", " ", payload).strip()
    if use is Use.ADDRESS:
        return re.sub(r"\s+", "", payload)
    return payload.strip("\n") if use is Use.RICH else payload.strip()


def _pack(payloads: Iterable[str], slot: Slot) -> Iterable[tuple[str, ...]]:
    portion: list[str] = []
    for payload in payloads:
        if portion and len(_glue(slot.use).join([*portion, payload])) > _budget(slot):
            yield tuple(portion)
            portion = []
        portion.append(payload)
    if portion:
        yield tuple(portion)


def _glue(use: Use) -> str:
    return {Use.RICH: "\n\n", Use.ADDRESS: "/"}.get(use, " ")


def _compose(slot: Slot, parts: tuple[str, ...], mark: str, *, first: bool) -> str:
    # a title that starts with "[" is shown in another element: `zonder_titel`
    body = _glue(slot.use).join(sorted(parts, key=lambda part: part.startswith("[")))
    if slot.use is Use.ADDRESS:
        host = parts[0].replace("/", "").replace(".", "") or "x"
        return f"https://{host}.example/{body}#{mark}"
    if slot.most < SHORT:
        return body
    glue = "\n\n" if slot.use is Use.RICH else " "
    text = f"{body}{glue}{mark}" if first else f"{mark}{glue}{body}"
    return text if len(text) >= slot.least else f"{text} {'u' * slot.least}"
