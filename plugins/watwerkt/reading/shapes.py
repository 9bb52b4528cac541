"""What the models say about each field, in a form that messages and rules can follow down a key path."""

from __future__ import annotations

import types
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from watwerkt.records import Graad, graad_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from watwerkt.reading.findings import Path

    Group = tuple[Path, dict[str, Any], "Shape"]
    """Fields that a model describes: where they stand, their data and their shape."""


class Kind(StrEnum):
    """What kind of value a field takes."""

    TEXT = "tekst"
    RICH = "tekst met opmaak"
    INTEGER = "geheel getal"
    NUMBER = "getal"
    BOOLEAN = "true of false"
    CHOICE = "keuze"
    LIST = "lijst"
    MAP = "groep velden"
    RECORD = "groep velden met vaste namen"


@dataclass(frozen=True, slots=True)
class Shape:
    """A field or a value inside one: kind, choices, bounds, and what it contains.

    ``item`` is the shape of list items or map values; ``model`` is set for records. ``pattern`` is the regular
    expression of a text; ``union`` tells that a number or a word is allowed (``2`` or ``onbekend``). ``bounds`` are the
    limits of a number (``ge``, ``gt``, ``le``, ``lt``); ``length`` is the least and most characters of a text or items
    of a list.
    """

    kind: Kind
    name: str = ""
    title: str = ""
    description: str = ""
    example: Any = None
    grade: Graad = Graad.AANBEVOLEN
    choices: tuple[str, ...] = ()
    pattern: str = ""
    item: Shape | None = None
    model: type[BaseModel] | None = None
    union: bool = False
    bounds: tuple[tuple[str, float], ...] = ()
    length: tuple[int | None, int | None] = (None, None)


def pattern_of(annotated: Any) -> str:
    """Return the regular expression of a text type such as :data:`watwerkt.records.base.Id`."""
    facts: Iterator[Any] = (getattr(part, "metadata", ()) for part in get_args(annotated)[1:])
    return str(next(pattern for items in facts for item in items if (pattern := getattr(item, "pattern", None))))


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Shape]:
    """Return the shape of every field of a model, in its order."""
    return {name: _field(name, info) for name, info in model.model_fields.items()}


def record_shape(model: type[BaseModel]) -> Shape:
    """Return the shape of a whole record."""
    return Shape(Kind.RECORD, name=model.__name__.lower(), model=model)


def shape_at(model: type[BaseModel], path: Sequence[str | int]) -> Shape | None:
    """Return the shape at a path, or nothing where the model has no such field."""
    shape: Shape | None = record_shape(model)
    for step in path:
        if shape is None:
            return None
        shape = fields_of(shape.model).get(str(step)) if shape.model else shape.item
    return shape


def owner_of(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel]:
    """Return the model that the last field of a path belongs to; ``model`` itself where the path leads nowhere."""
    shape = shape_at(model, path[:-1])
    return shape.model if shape and shape.model else model


def walk_texts(data: Any, shape: Shape | None) -> list[tuple[Path, str, Shape | None]]:
    """Return every text with its path and shape; texts under unknown keys too, without a shape."""
    found: list[tuple[Path, str, Shape | None]] = []
    _find_texts(data, shape, (), found)
    return found


def _find_texts(data: Any, shape: Shape | None, path: Path, found: list[tuple[Path, str, Shape | None]]) -> None:
    if isinstance(data, str):
        found.append((path, data, shape))
    elif isinstance(data, dict):
        known = fields_of(shape.model) if shape and shape.model else None
        for key, value in data.items():
            inner = known.get(key) if known is not None else shape.item if shape else None
            _find_texts(value, inner, (*path, key), found)
    elif isinstance(data, list):
        inner = shape.item if shape else None
        for index, value in enumerate(data):
            _find_texts(value, inner, (*path, index), found)


def walk_records(data: Any, model: type[BaseModel]) -> list[Group]:
    """Return every group of fields in the data of a record, outermost first."""
    found: list[Group] = []
    _find_records(data, record_shape(model), (), found)
    return found


def _find_records(data: Any, shape: Shape, path: Path, found: list[Group]) -> None:
    if isinstance(data, dict):
        if shape.model:
            found.append((path, data, shape))
            for key, inner in _containers(shape.model):
                if key in data:
                    _find_records(data[key], inner, (*path, key), found)
        elif shape.item:
            for key, value in data.items():
                _find_records(value, shape.item, (*path, key), found)
    elif isinstance(data, list) and shape.item and shape.item.kind in _NESTED:
        for index, value in enumerate(data):
            _find_records(value, shape.item, (*path, index), found)


_NESTED = frozenset({Kind.LIST, Kind.MAP, Kind.RECORD})


@cache
def _containers(model: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
    return tuple((name, shape) for name, shape in fields_of(model).items() if _holds_records(shape))


def _holds_records(shape: Shape) -> bool:
    return shape.model is not None or (shape.item is not None and _holds_records(shape.item))


def _field(name: str, info: FieldInfo) -> Shape:
    return replace(
        _shape(info.annotation, _facts(info)),
        name=name,
        title=info.title or name,
        description=info.description or "",
        example=info.examples[0] if info.examples else None,
        grade=graad_van(info),
    )


_BOUNDS = ("ge", "gt", "le", "lt")
_FACTS = ("pattern", "min_length", "max_length", *_BOUNDS)


def _facts(info: FieldInfo) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for item in info.metadata:
        for name in _FACTS:
            if (fact := getattr(item, name, None)) is not None:
                facts[name] = fact
    extra = info.json_schema_extra
    if isinstance(extra, dict) and "x-opmaak" in extra:
        facts["rich"] = True
    return facts


def _shape(annotation: Any, facts: dict[str, Any]) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        bare, *metadata = get_args(annotation)
        inner = dict(facts)
        for item in metadata:
            if isinstance(item, FieldInfo):
                inner |= _facts(item)
        return _shape(bare, inner)
    if origin in (Union, types.UnionType):
        return _union([arg for arg in get_args(annotation) if arg is not type(None)], facts)
    if origin is Literal:
        return Shape(Kind.CHOICE, choices=tuple(str(value) for value in get_args(annotation)))
    if origin is tuple:
        return Shape(Kind.LIST, item=_shape(get_args(annotation)[0], {}), length=_length(facts))
    if origin is dict:
        return Shape(Kind.MAP, item=_shape(get_args(annotation)[1], {}))
    return _plain(annotation, facts)


def _length(facts: dict[str, Any]) -> tuple[int | None, int | None]:
    return facts.get("min_length"), facts.get("max_length")


def _union(members: list[Any], facts: dict[str, Any]) -> Shape:
    first = _shape(members[0], facts)
    if len(members) == 1:
        return first
    words = tuple(word for member in members for word in _shape(member, facts).choices)
    return replace(first, choices=words, union=True)


def _plain(annotation: Any, facts: dict[str, Any]) -> Shape:
    if isinstance(annotation, type):
        if issubclass(annotation, BaseModel):
            return Shape(Kind.RECORD, model=annotation)
        if issubclass(annotation, StrEnum):
            return Shape(Kind.CHOICE, choices=tuple(member.value for member in annotation))
        for python, kind in ((bool, Kind.BOOLEAN), (int, Kind.INTEGER), (float, Kind.NUMBER)):
            if issubclass(annotation, python):
                bounds = tuple((name, facts[name]) for name in _BOUNDS if name in facts)
                return Shape(kind, bounds=bounds)
    kind = Kind.RICH if facts.get("rich") else Kind.TEXT
    return Shape(kind, pattern=facts.get("pattern", ""), length=_length(facts))
