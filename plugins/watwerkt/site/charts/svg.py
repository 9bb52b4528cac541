"""Small parts that all charts share: numbers in attributes, measured text, path pieces and safe ids.

The same heights, names and hatchings stand in most drawings, so their pieces are remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_ADVANCES = {**dict.fromkeys("ijl.,:;|!'’ ", 0.31), **dict.fromkeys("frtI()[]-", 0.4), **dict.fromkeys("mwMW@%", 0.95)}
_ADVANCE, _ADVANCE_CAPITAL = 0.62, 0.72


def safe_id(prefix: str) -> str:
    """Return ``prefix`` when it may start an id.

    Raises:
        ValueError: the prefix is not letters, digits, hyphens and underscores starting with a letter.

    """
    if not _ID.fullmatch(prefix):
        raise ValueError(f"not a usable id prefix: {prefix!r}")
    return prefix


@lru_cache(maxsize=16384)
def num(value: float) -> str:
    """Write a coordinate with at most one decimal and no trailing zero."""
    return f"{round(value, 1):g}"


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """Approximate width of sans-serif text in the unit of ``size``; errs on the wide side (DejaVu Sans)."""
    return size * sum(_ADVANCES.get(c, _ADVANCE_CAPITAL if c.isupper() else _ADVANCE) for c in text)


@lru_cache(maxsize=4096)
def fit(text: str, width: float, size: float) -> str:
    """Shorten ``text`` with a full stop until it fits in ``width``; at least three letters stay."""
    if text_width(text, size) <= width:
        return text
    for end in range(len(text) - 1, 2, -1):
        short = text[:end].rstrip() + "."
        if text_width(short, size) <= width:
            return short
    return text[:3] + "."


def rect(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """Path data of a rectangle with rounded corners."""
    if width <= 0 or height <= 0:
        return ""
    if not radius:
        return f"M{num(x)} {num(y)}h{num(width)}v{num(height)}h{num(-width)}z"
    r, w, h = num(radius), num(width - 2 * radius), num(height - 2 * radius)
    mw, mh = num(2 * radius - width), num(2 * radius - height)
    return f"M{num(x + radius)} {num(y)}h{w}q{r} 0 {r} {r}v{h}q0 {r}-{r} {r}h{mw}q-{r} 0-{r}-{r}v{mh}q0-{r} {r}-{r}z"


@lru_cache(maxsize=4096)
def hatch(x: float, y: float, width: float, height: float, step: float = 5) -> str:
    """Path data of rising diagonal lines cut exactly at the rectangle, so that no pattern id is needed."""
    pieces = []
    # Line k: points where (u - x) + (v - y) equals `offset`; aligned to the page so that neighbours match.
    offset = step - ((x + y) % step)
    while offset < width + height:
        left, right = max(0.0, offset - height), min(width, offset)
        if right - left > 0.5:
            pieces.append(f"M{num(x + left)} {num(y + offset - left)}L{num(x + right)} {num(y + offset - right)}")
        offset += step
    return "".join(pieces)
