"""Recognise a record that was put in the folder of another kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.collections import COLLECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watwerkt.knowledge.collections import Collection

_SCHEMA = re.compile(r"# yaml-language-server: \$schema=\S*?([a-z]+)\.schema\.json\s*$")
_SCHEMAS = {"begrippenlijst": "begrippen"}
_CLEARLY_MORE = 3


def belongs_elsewhere(data: Mapping[str, Any], text: str, folder: str) -> Collection | None:
    """Return the collection that the fields of a record fit better than its own, or nothing.

    The fields decide; the schema that the first line names decides when the difference is small. A record
    that has every required field of another kind belongs there.
    """
    fits = {name: _fit(data, item) for name, item in COLLECTIONS.items()}
    best = max(fits, key=lambda name: (fits[name], name == folder))
    named = _named(text)
    if named is not None and fits[named.folder] > fits[folder]:
        return named
    ahead = fits[best] - fits[folder]
    if ahead >= _CLEARLY_MORE or (ahead > 0 and _is_complete(data, COLLECTIONS[best])):
        return COLLECTIONS[best]
    return None


def _fit(data: Mapping[str, Any], collection: Collection) -> int:
    return len(data.keys() & collection.model.model_fields.keys())


def _is_complete(data: Mapping[str, Any], collection: Collection) -> bool:
    return all(name in data for name, info in collection.model.model_fields.items() if info.is_required())


def _named(text: str) -> Collection | None:
    match = _SCHEMA.match(text.partition("\n")[0])
    if not match:
        return None
    return next((item for item in COLLECTIONS.values() if _SCHEMAS.get(item.wat, item.wat) == match[1]), None)
