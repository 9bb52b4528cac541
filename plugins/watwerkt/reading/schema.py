"""JSON Schemas (2020-12) of the records, for editors and other programs, derived from the models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from watwerkt.reading.shapes import pattern_of
from watwerkt.records import Begrippenlijst, Bron, Interventietype, Praktijk, Rubriek
from watwerkt.records.base import Moment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_MODELS: Mapping[str, tuple[type[BaseModel], str, str]] = {
    "praktijk": (Praktijk, "Praktijk", "Een praktijk in een Nederlandse wijk. Wat niet is ingevuld, is onbekend."),
    "interventietype": (Interventietype, "Interventietype", "Een type aanpak: wat de praktijken ervan delen."),
    "bron": (Bron, "Bron", "Een bron in de literatuurlijst."),
    "begrippen": (Begrippenlijst, "Begrippenlijst", "Een vaste lijst van begrippen."),
    "rubriek": (Rubriek, "Rubriek", "Het 4+1-model: schaal, drempels, dimensies en criteria."),
}


def build(name: str) -> dict[str, Any]:
    """Return the JSON Schema of one kind of record.

    Raises:
        KeyError: there is no kind of that name.
    """
    model, titel, uitleg = _MODELS[name]
    schema = model.model_json_schema(mode="validation")
    schema = _without_english(schema)
    head = {
        "$schema": DIALECT,
        "$id": f"urn:watwerkt:schema:{name}",
        "title": titel,
        "description": uitleg,
    }
    return head | {key: value for key, value in schema.items() if key not in head}


def render_all() -> dict[str, str]:
    """Return file name and text of every schema: keys in a fixed order, a newline at the end."""
    return {
        f"{name}.schema.json": json.dumps(_ordered(build(name)), ensure_ascii=False, indent=2) + "\n"
        for name in _MODELS
    }


def write(folder: Path) -> list[str]:
    """Write the schemas that differ from what is in the folder, and return their names.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = stale(folder)
    texts = render_all()
    for name in changed:
        (folder / name).write_text(texts[name], encoding="utf-8", newline="\n")
    return changed


def stale(folder: Path) -> list[str]:
    """Return the names of schemas that are missing from the folder or differ from the models."""
    return [name for name, content in render_all().items() if _current(folder / name) != content]


def _current(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _without_english(schema: dict[str, Any]) -> dict[str, Any]:
    # descriptions of models and enumerations are docstrings for programmers; those of fields are Dutch
    schema.pop("description", None)
    for definition in schema.get("$defs", {}).values():
        definition.pop("description", None)
        definition.pop("title", None)
    _tidy(schema)
    return schema


_MOMENT_INPUT = [{"type": "string"}, {"type": "integer"}]


def _tidy(node: Any) -> None:
    """Complete what pydantic leaves out: the pattern of moments, and no default that is a whole empty group."""
    if isinstance(node, dict):
        if node.get("anyOf", [])[:2] == _MOMENT_INPUT:
            node["anyOf"][0] = {"type": "string", "pattern": pattern_of(Moment)}
            node["anyOf"][1] = {"type": "integer", "minimum": 1000, "maximum": 9999}
        for value in node.values():
            _tidy(value)
    elif isinstance(node, list):
        for value in node:
            _tidy(value)


def _ordered(node: Any, *, names: bool = False) -> Any:
    """Sort keys, except the fields of a record, which keep the order of the work sheet."""
    if isinstance(node, dict):
        keys = list(node) if names else sorted(node, key=_rank)
        return {key: _ordered(node[key], names=key == "properties" and not names) for key in keys}
    if isinstance(node, list):
        return [_ordered(value) for value in node]
    return node


_FIRST = ("$schema", "$id", "title", "description", "type", "properties", "required")


def _rank(key: str) -> tuple[int, str]:
    return (_FIRST.index(key), "") if key in _FIRST else (len(_FIRST) + (key == "$defs"), key)
