"""A full knowledge base in memory, built by walking the models: every text of every record is written by a writer.

Nothing here names a text field, so a field that is added to a model is filled, and tested, from then on. The checks of
the reader are not used: what pages do with a text must not rest on them. The models themselves are (lengths, patterns).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from watwerkt.knowledge.kennisbank import Kennisbank
from watwerkt.knowledge.references import _FIELDS as REFERENCES
from watwerkt.records import Begrippenlijst, Bron, Interventietype, Model, Praktijk, Rubriek

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Path = tuple[str | int, ...]

ENOUGH = {"rich": 1500, "paragraph": 600}
"""Characters that are written in a field that may hold more, so that a page stays readable when a test fails."""

SHORT = 20
"""Fields with less room than this carry no mark."""

LISTS = ("themas", "leefgebieden", "doelgroepen", "sectoren", "rollen", "coalitieniveaus", "financieringsvormen",
         "baathouders", "domeinen", "verzilveringsvormen", "erkenningen", "bewijsniveaus", "provincies",
         "gemeenten")  # fmt: skip


class Use(StrEnum):
    """What a text is to the site."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    RICH = "rich"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Slot:
    """A text field: its name (``Praktijk.kern``), use and room."""

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

    def write(self, slot: Slot, mark: str, *, first: bool) -> Leaf: ...  # noqa: D102


class Calm:
    """Writes harmless sentences."""

    def write(self, slot: Slot, mark: str, *, first: bool) -> Leaf:
        """Give a text with the mark only; as long as the short fields allow, so that charts shorten it alike."""
        if slot.use is Use.ADDRESS:
            text = f"https://voorbeeld.example/kalm/{mark}"
        elif slot.most < SHORT:
            text = "Kalme tekst hier"[: slot.most]
        else:
            text = f"9 kalme woorden in het Nederlands {mark}" if first else f"{mark} Kalme woorden in het Nederlands"
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


@dataclass(frozen=True)
class Sizes:
    """How many records of each kind, and how many terms per list (``themas`` apart)."""

    praktijken: int = 2
    interventietypen: int = 2
    bronnen: int = 4
    themas: int = 2
    termen: int = 2
    dimensies: int = 3
    criteria: int = 2

    def ids(self, version: int) -> dict[str, tuple[str, ...]]:
        """Return the ids of every collection and list; those of practices differ per version of the tree."""

        def numbered(word: str, count: int) -> tuple[str, ...]:
            return tuple(f"{word}-{number}" for number in range(1, count + 1))

        ids = {name: numbered(name, self.termen) for name in LISTS}
        return ids | {
            "themas": numbered("thema", self.themas),
            "rollen": ("uitvoerend", *numbered("rol", self.termen - 1)),
            "bronnen": numbered("bron", self.bronnen),
            "interventietypen": numbered("type", self.interventietypen),
            "praktijken": tuple(f"{name}-v{version:02}" for name in numbered("praktijk", self.praktijken)),
            "dimensies": numbered("dimensie", self.dimensies),
            "criteria": numbered("criterium", self.criteria),
        }


@dataclass
class Tree:
    """A knowledge base with all its texts by path (collection, id, field, …)."""

    kennisbank: Kennisbank
    leaves: dict[Path, Leaf]


def build_tree(writer: Writer, sizes: Sizes | None = None, version: int = 0) -> Tree:
    """Build all records; two trees of the same sizes differ in their texts and version only."""
    builder = _Builder(writer, (sizes or Sizes()).ids(version))
    ids = builder.ids
    records: dict[str, dict[str, Any]] = {
        folder: {name: builder.record(model, folder, name, turn) for turn, name in enumerate(names)}
        for folder, model, names in (
            ("praktijken", Praktijk, ids["praktijken"]),
            ("interventietypen", Interventietype, ids["interventietypen"]),
            ("bronnen", Bron, ids["bronnen"]),
            ("begrippen", Begrippenlijst, LISTS),
            ("model", Rubriek, ("4plus1",)),
        )
    }
    keys = [(folder, name) for folder, found in records.items() for name in found]
    kennisbank = Kennisbank(
        praktijken=records["praktijken"],
        interventietypen=records["interventietypen"],
        bronnen=records["bronnen"],
        begrippen=records["begrippen"],
        rubriek=records["model"]["4plus1"],
        bestanden={key: f"content/{key[0]}/{key[1]}.yml" for key in keys},
        digests=dict.fromkeys(keys, "0" * 64),
        findings=(),
    )
    return Tree(kennisbank, builder.leaves)


@dataclass
class _Place:
    """Where in the models the walk is."""

    model: type[Model]
    name: str
    info: FieldInfo
    path: Path

    @property
    def slot(self) -> str:
        return f"{self.model.__name__}.{self.name}"


CYCLES: dict[str, tuple[Any, ...]] = {
    "Dimensie.soort": ("kern", "kern", "plus"),
    "Scan.getoetst": (True, False),
    "Scan.datum": ("2026-11-20", "2025-06-15"),
    "Term.waarde": (0, 1, 2, 3, 4),
}
"""Values that decide which parts a page has; other choices take the first that is allowed."""


@dataclass
class _Builder:
    writer: Writer
    ids: dict[str, tuple[str, ...]]
    leaves: dict[Path, Leaf] = field(default_factory=dict)
    _turns: Counter[str] = field(default_factory=Counter)
    _record: tuple[str, int] = ("", 0)

    def record(self, model: type[Model], folder: str, name: str, turn: int) -> Model:
        self._turns, self._record = Counter(), (name, turn)
        return self._model(model, (folder, name), name)

    def _model(self, model: type[Model], path: Path, own_id: str = "") -> Model:
        values: dict[str, Any] = {}
        for name, info in model.model_fields.items():
            place = _Place(model, name, info, (*path, name))
            values[name] = own_id if name == "id" else self._value(info.annotation, info.metadata, place)
        return model(**values)

    def _value(self, annotation: Any, facts: Sequence[Any], place: _Place) -> Any:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if place.slot in CYCLES and origin is not tuple:
            return self._cycle(place, annotation)
        if origin is Annotated:
            return self._value(arguments[0], (*facts, *arguments[1:]), place)
        if origin in (Union, UnionType):
            return self._one_of([a for a in arguments if a is not type(None)], facts, place)
        if origin is tuple:
            return self._list(arguments[0], facts, place)
        if origin is dict:
            return self._map(arguments[1], place)
        return self._single(annotation, facts, place)

    def _cycle(self, place: _Place, annotation: Any) -> Any:
        values = CYCLES[place.slot]
        value = values[self._turn(place.slot) % len(values)]
        return annotation(value) if isinstance(annotation, type) and issubclass(annotation, Enum) else value

    def _turn(self, key: str) -> int:
        self._turns[key] += 1
        return self._turns[key] - 1

    def _one_of(self, members: list[Any], facts: Sequence[Any], place: _Place) -> Any:
        if len(members) == 1:
            return self._value(members[0], facts, place)
        # a level 0-4 or the word `onbekend`
        turn = self._turn(place.slot) % 6
        return turn if turn < 5 else get_args(members[-1])[0]

    def _list(self, item: Any, facts: Sequence[Any], place: _Place) -> tuple[Any, ...]:
        ids = {"termen": self.ids.get(self._record[0], ()), "dimensies": self.ids["dimensies"],
               "criteria": self.ids["criteria"]}.get(place.name, ())  # fmt: skip
        count = len(ids) or max(_bound(facts, "min_length", 0), 1 if place.name == "bronnen" else 2)
        values = []
        for number in range(min(count, _bound(facts, "max_length", count))):
            inner = _Place(place.model, place.name, place.info, (*place.path, number))
            if isinstance(item, type) and issubclass(item, Model):
                values.append(self._model(item, inner.path, ids[number] if ids else ""))
            else:
                values.append(self._value(item, (), inner))
        return tuple(values)

    def _map(self, item: Any, place: _Place) -> dict[str, Any]:
        nested = get_origin(item) is dict
        keys = self.ids["dimensies" if nested else "criteria"]
        return {
            key: self._value(item, (), _Place(place.model, place.name, place.info, (*place.path, key))) for key in keys
        } if nested or not isinstance(item, type) else {
            key: self._model(item, (*place.path, key)) for key in keys
        }  # fmt: skip

    def _single(self, kind: Any, facts: Sequence[Any], place: _Place) -> Any:
        if get_origin(kind) is Literal:
            return get_args(kind)[0]
        if issubclass(kind, Model):
            return self._model(kind, place.path)
        if issubclass(kind, Enum):
            return next(iter(kind))
        if issubclass(kind, bool):
            return False
        if issubclass(kind, int | float):
            return self._number(kind, facts, place)
        return self._text(facts, place)

    def _number(self, kind: Callable[[float], Any], facts: Sequence[Any], place: _Place) -> Any:
        if place.name == "niveau":
            return self._turn(place.slot) % (_bound(facts, "le", 4) + 1)
        example = (place.info.examples or [1])[0]
        return kind(example if isinstance(example, int | float) else 1)

    def _text(self, facts: Sequence[Any], place: _Place) -> str:
        slot = slot_of(tuple(_flat(facts)), place.slot, rich=_is_rich(facts, place.info))
        if slot is None:
            return self._key(place)
        mark = f"q{len(self.leaves)}."
        self.leaves[place.path] = leaf = self.writer.write(slot, mark, first=self._record[1] == 0)
        return leaf.text

    def _key(self, place: _Place) -> str:
        name, turn = self._record
        kind = REFERENCES.get(place.model, {}).get(place.name, "")
        if place.name == "voorheen":
            return f"{name}-oud-{place.path[-1]}"
        known = self.ids.get("provincies" if place.name == "breder" else kind)
        if known:
            return known[(turn + self._turn(place.slot)) % len(known)]
        return str((place.info.examples or [""])[0])


def _flat(facts: Iterable[Any]) -> Iterable[Any]:
    for fact in facts:
        if isinstance(fact, FieldInfo):
            yield from fact.metadata
        else:
            yield fact


def _bound(facts: Iterable[Any], name: str, otherwise: int) -> int:
    found = [getattr(fact, name) for fact in _flat(facts) if getattr(fact, name, None) is not None]
    return int(found[-1]) if found else otherwise


def _is_rich(facts: Iterable[Any], info: FieldInfo) -> bool:
    marked = (info, *(fact for fact in facts if isinstance(fact, FieldInfo)))
    return any(isinstance(i.json_schema_extra, dict) and "x-opmaak" in i.json_schema_extra for i in marked)


@cache
def slot_of(facts: tuple[Any, ...], name: str, *, rich: bool) -> Slot | None:
    """Tell what a text type takes by offering it texts; None for a key, a date or another fixed form."""
    least, most = _bound(facts, "min_length", 1), _bound(facts, "max_length", 10_000)
    accepts = _acceptor(facts)
    if rich:
        return Slot(name, Use.RICH, least, most)
    if accepts("<b>a\nb".ljust(least)):
        return Slot(name, Use.PARAGRAPH, least, most)
    if accepts("<b>a b".ljust(least, "c")):
        return Slot(name, Use.LINE, least, most)
    if accepts('https://voorbeeld.example/"<b>'):
        return Slot(name, Use.ADDRESS, least, most)
    return None


def _acceptor(facts: tuple[Any, ...]) -> Callable[[str], bool]:
    adapter: TypeAdapter[str] = TypeAdapter(Annotated[str, *facts] if facts else str)

    def accepts(text: str) -> bool:
        try:
            adapter.validate_python(text)
        except ValidationError:
            return False
        return True

    return accepts


def hostile_trees(payloads: Sequence[str], sizes: Sizes | None = None) -> list[Tree]:
    """Build trees until every text field has had every payload that it has room for."""
    writer = Hostile(payloads)
    trees = [build_tree(writer, sizes, 1)]
    while writer.waiting():
        trees.append(build_tree(writer, sizes, len(trees) + 1))
    return trees


def fields_of(tree: Tree) -> Mapping[str, set[str]]:
    """Return the payloads that each field holds in a tree."""
    found: dict[str, set[str]] = {}
    for leaf in tree.leaves.values():
        found.setdefault(leaf.slot.name, set()).update(leaf.parts)
    return found
