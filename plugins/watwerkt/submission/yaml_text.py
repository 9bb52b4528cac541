"""The data of a record as YAML in the house style: fields in the order of the model, long texts folded.

What is written reads back as the same data, by our own reader and by any reader of YAML 1.1 or 1.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from watwerkt.reading.shapes import fields_of, pattern_of, record_shape
from watwerkt.records.base import Moment

if TYPE_CHECKING:
    from pydantic import BaseModel

    from watwerkt.reading.shapes import Shape

SCHEMA_LINE = "# yaml-language-server: $schema=../../schemas/praktijk.schema.json\n"
"""First line of a practice file: editors then show the help of each field."""

WIDTH = 86
_FOLD_FROM = 60
_MOMENT = pattern_of(Moment)
_YEAR = re.compile(r"[1-9][0-9]{3}")
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


class _Writer(yaml.SafeDumper):
    """PyYAML's writer with lists indented below their key, dates unquoted and long texts as blocks."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the way PyYAML is adapted
        first: [pair for pair in pairs if pair[0] != _TIMESTAMP]
        for first, pairs in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _represent_text(writer: _Writer, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else ">" if len(value) > _FOLD_FROM and " " in value else None
    return writer.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Writer.add_representer(str, _represent_text)


def yaml_text(data: dict[str, Any], model: type[BaseModel]) -> str:
    """Write the data of a record; empty fields are left out, and unknown keys come last in the order given.

    Args:
        data: keys and values as the reader of records gives them, or as a model dumps them (``mode="json"``).
        model: the model of the record.
    """
    ordered = _ordered(data, record_shape(model))
    text: str = yaml.dump(ordered, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH)
    return text


def _ordered(value: Any, shape: Shape | None) -> Any:
    if isinstance(value, dict):
        fields = fields_of(shape.model) if shape and shape.model else {}
        keys = [key for key in fields if key in value] + [key for key in value if key not in fields]
        inner = {key: _ordered(value[key], fields.get(key) or (shape.item if shape else None)) for key in keys}
        return {key: item for key, item in inner.items() if item not in (None, [], {}, "")}
    if isinstance(value, list | tuple):
        return [_ordered(item, shape.item if shape else None) for item in value]
    if isinstance(value, str) and shape and shape.pattern == _MOMENT and _YEAR.fullmatch(value):
        return int(value)
    return value
