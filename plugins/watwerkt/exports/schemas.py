"""JSON Schema of every kind of published JSON file."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from watwerkt.exports.edition import V1
from watwerkt.exports.envelope import FORMS
from watwerkt.exports.texts import pretty_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watwerkt.exports.edition import Edition

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = f"{V1}schema/"
_REFERENCE = "#/$defs/"
_REFERRED = re.compile(r"'\$ref': '#/\$defs/(.+?)'")


def schema_files(edition: Edition) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield path and maker of every schema."""
    for name in FORMS:
        yield f"{SCHEMAS}{name}.schema.json", partial(_schema_file, edition, name)


def _schema_file(edition: Edition, name: str) -> bytes:
    return pretty_json(published_schema(edition, name))


def published_schema(edition: Edition, name: str) -> dict[str, Any]:
    """Return a schema with its address as id."""
    return {"$schema": DIALECT, "$id": edition.url(f"{SCHEMAS}{name}.schema.json"), **schema_of(name)}


@cache
def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, with Dutch explanations only."""
    model, explanation = FORMS[name]
    names, definitions = _definitions()
    top = names[model]
    parts = {key: definitions[key] for key in sorted(_needed(top, definitions) - {top})}
    return {"$defs": parts, **definitions[top], "title": name, "description": explanation}


@cache
def _definitions() -> tuple[dict[type, str], dict[str, dict[str, Any]]]:
    """The name of each kind of file in the definitions, and all of these, made at once as they share most."""
    made, found = models_json_schema([(model, "serialization") for model, _ in FORMS.values()])
    names = {model: schema["$ref"].removeprefix(_REFERENCE) for (model, _), schema in made.items()}
    for name in found["$defs"].keys() - names.values():
        found["$defs"][name].pop("description", None)  # a docstring for programmers; those of fields are Dutch
    return names, found["$defs"]


def _needed(name: str, definitions: dict[str, dict[str, Any]]) -> set[str]:
    """Return a definition with all that it refers to."""
    found, more = set[str](), {name}
    while more:
        found |= more
        more = {key for part in more for key in _REFERRED.findall(repr(definitions[part]))} - found
    return found
