"""JSON Schema of every kind of published JSON file."""

from __future__ import annotations

import json
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from watwerkt.exports.edition import V1
from watwerkt.exports.envelope import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watwerkt.exports.edition import Edition

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = f"{V1}schema/"


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
    schema = model.model_json_schema(mode="serialization")
    for definition in schema.get("$defs", {}).values():
        definition.pop("description", None)  # a docstring for programmers; those of fields are Dutch
    return schema | {"title": name, "description": explanation}


def pretty_json(value: object) -> bytes:
    """Return JSON with indentation, for files that people read."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
