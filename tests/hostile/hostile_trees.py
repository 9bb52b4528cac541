"""A full knowledge base in memory, built by walking the models: every text of every record is written by a writer.

Nothing here names a text field, so a field that is added to a model is filled, and tested, from then on. The checks of
the reader are not used: what pages do with a text must not rest on them. The models themselves are (lengths, patterns).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from hostile_writers import Hostile, Leaf, Slot, Use, Writer
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from watwerkt.knowledge.kennisbank import Kennisbank
from watwerkt.knowledge.references import FIELDS as REFERENCES
from watwerkt.records import Begrippenlijst, Bron, Interventietype, Model, Praktijk, Rubriek

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Path = tuple[str | int, ...]

LISTS = (
    *("themas", "leefgebieden", "doelgroepen", "sectoren", "rollen", "coalitieniveaus", "financieringsvormen"),
    *("baathouders", "domeinen", "verzilveringsvormen", "erkenningen", "bewijsniveaus", "provincies", "gemeenten"),
)


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
        dagen=[r.bijgewerkt for name in ("praktijken", "interventietypen") for r in records[name].values()],
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

    def below(self, step: str | int) -> _Place:
        return _Place(self.model, self.name, self.info, (*self.path, step))


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
        ids = self.ids.get(self._record[0] if place.name == "termen" else place.name, ())
        if not (isinstance(item, type) and issubclass(item, Model) and "id" in item.model_fields):
            ids = ()
        count = len(ids) or max(_bound(facts, "min_length", 0), 1 if place.name == "bronnen" else 2)
        values = []
        for number in range(min(count, _bound(facts, "max_length", count))):
            inner = place.below(number)
            if ids:
                values.append(self._model(item, inner.path, ids[number]))
            else:
                values.append(self._value(item, (), inner))
        return tuple(values)

    def _map(self, item: Any, place: _Place) -> dict[str, Any]:
        keys = self.ids["dimensies" if get_origin(item) is dict else "criteria"]
        return {key: self._value(item, (), place.below(key)) for key in keys}

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
        slot = slot_of(tuple(_flat(facts)), self._name_of(place.path), rich=_is_rich(facts, place.info))
        if slot is None:
            return self._key(place)
        mark = f"zz{len(self.leaves)}."
        self.leaves[place.path] = leaf = self.writer.write(slot, mark, first=self._record[1] == 0)
        return leaf.text

    def _name_of(self, path: Path) -> str:
        """Name a field by its way from the record (``praktijken.partners.organisatie``), per list of terms."""
        collection, record, *steps = path
        keys = {*self.ids["dimensies"], *self.ids["criteria"]}
        names = [step for step in steps if isinstance(step, str) and step not in keys]
        return ".".join([str(collection), *([str(record)] if collection == "begrippen" else []), *names])

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
