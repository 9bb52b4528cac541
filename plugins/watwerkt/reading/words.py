"""Small helpers for Dutch messages: naming a field, listing choices, suggesting the nearest."""

from __future__ import annotations

import errno
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, utils

from watwerkt.reading.gate import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watwerkt.reading.shapes import Shape

MIN_LIKENESS = 70
"""Below this likeness (0-100) a suggestion confuses more than it helps."""


_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ACCENTS = re.compile("[\u0300-\u036f]")


def slug(title: str) -> str:
    """A key for a title: ``Buurt & co 2.0`` becomes ``buurt-co-2-0``. The form makes the same one (yamltekst.js)."""
    words = [word for word in _NOT_SLUG.split(_ACCENTS.sub("", unicodedata.normalize("NFD", title)).lower()) if word]
    return "-".join(words[:12])[:80].rstrip("-")


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return the known words that look most like ``word``, the best first; letter case and signs do not count."""
    plain = utils.default_process(word[:80])
    scored = [(_likeness(plain, utils.default_process(choice)), choice) for choice in set(known)]
    best = max(scored, default=(0.0, ""))[0]
    found = sorted((-score, choice) for score, choice in scored if score >= max(MIN_LIKENESS, best - 10))
    return [choice for _, choice in found[:limit]]


def _likeness(one: str, other: str) -> float:
    # whole words in common count, in any order; a piece of a word in common does not
    return max(fuzz.ratio(one, other), 0.9 * fuzz.token_set_ratio(one, other))


def field_name(shape: Shape | None, key: str) -> str:
    """Name a field by its title and key: ``‘Korte naam’ (kort)``; only the key when that says it all."""
    if shape is None or not shape.title or shape.title.casefold() == key.casefold():
        return f"‘{escaped(key)}’"
    return f"‘{shape.title}’ ({escaped(key)})"


def listed(words: Sequence[str], last: str = "of") -> str:
    """Write ``a, b of c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def keys_listed(keys: Iterable[str], last: str = "of") -> str:
    """Write keys as they stand in YAML: ```a`, `b` of `c```."""
    return listed([f"`{key}`" for key in keys], last)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Write the sentence ``Bedoelt u x of y?``, or nothing when nothing comes near."""
    close = nearest(word, known)
    return f"Bedoelt u {keys_listed(close)}?" if close else ""


def shown(value: Any) -> str:
    """Show a value as the author typed it, shortened."""
    if isinstance(value, str):
        return f"`{escaped(value)}`"
    if isinstance(value, dict):
        return "een groep velden"
    if isinstance(value, list):
        return "een lijst"
    return f"`{json.dumps(value)}`"


def example(shape: Shape | None) -> str:
    """Write an example of a field as YAML on one line, or nothing."""
    if shape is None or shape.example in (None, "…", "", [], {}):
        return ""
    value = shape.example
    if isinstance(value, str):
        text = value if len(value) <= 80 else value[:79] + "…"
        plain = ": " not in text and not text.startswith(("[", "{", "@", "&", "*", "!", "%"))
        text = text if plain else json.dumps(text, ensure_ascii=False)
    else:
        text = json.dumps(value, ensure_ascii=False)
    return f"`{shape.name}: {text}`"


def block_example(shape: Shape | None, items: Sequence[Any]) -> str:
    """Write a list field with a few items as YAML on more lines; a list of groups shows the field's own example."""
    if shape is None or not shape.name:
        return ""
    if shape.item is not None and shape.item.model and not all(isinstance(item, dict) for item in items):
        items = shape.example or []
    if not items:
        return ""
    lines = [f"{shape.name}:"]
    for item in items[:3]:
        rows = [f"{key}: {_plain(value)}" for key, value in item.items()] if isinstance(item, dict) else [_plain(item)]
        lines += [f"  {'  ' if number else '- '}{row}" for number, row in enumerate(rows[:4])]
    return "\n".join(lines)


def _plain(value: Any) -> str:
    return escaped(value) if isinstance(value, str) and ": " not in value else json.dumps(value, ensure_ascii=False)


_REASONS = {
    errno.ENOENT: "het bestaat niet",
    errno.EACCES: "u hebt daar geen rechten voor",
    errno.EPERM: "u hebt daar geen rechten voor",
    errno.EROFS: "daar kan alleen worden gelezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EEXIST: "er staat al iets met die naam",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "het is een koppeling die naar zichzelf wijst",
}


def os_reason(error: OSError) -> str:
    """Say in Dutch why the system refused a file; a reason that is rare keeps its number, to look it up."""
    return _REASONS.get(error.errno or 0, f"fout {error.errno} van het systeem" if error.errno else "onbekende oorzaak")
