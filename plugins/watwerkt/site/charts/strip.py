"""The 4+1 strip, the signature of the site: one column per dimension, a plus before the last.

Solid up to what is certain (unknown criteria as 0), hatched up to what is possible (unknown as 4), a line at the score,
a dashed frame with a question mark when nothing was assessed; number and short name below. Shapes and words carry the
meaning; colours come from CSS classes, with the light palette as attributes for places without the stylesheet. The
small strip stands on a page hundreds of times: it leaves its look to the stylesheet and its hatching to a pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup, escape

from watwerkt.site.charts.svg import fit, hatch, num, rect, safe_id, text_width
from watwerkt.tokens import LICHT
from watwerkt.views.profiel import strip_tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watwerkt.views.profiel import Balk

Maat = Literal["klein", "middel", "groot"]


_LOOK = re.compile(r' (?:fill="#\w+"|fill="none"|stroke[a-z-]*="[^"]*"|font[a-z-]*="[^"]*"|text-anchor="\w+")')


@dataclass(frozen=True, slots=True)
class _Geometry:
    """Sizes in user units; ``phone`` is the text size that CSS sets on narrow screens (12 px or more at 320 px)."""

    pitch: float
    gap: float
    bar: float
    height: float
    text: float
    phone: float
    step: float


_GEOMETRY: dict[str, _Geometry] = {
    "klein": _Geometry(pitch=49, gap=63, bar=24, height=50, text=12, phone=12, step=4.5),
    "middel": _Geometry(pitch=62, gap=80, bar=28, height=68, text=13.5, phone=15.5, step=5),
    "groot": _Geometry(pitch=84, gap=106, bar=42, height=112, text=15, phone=20.5, step=6.5),
}
_TOP = 5.0

BEREIK = "strip-bereik"
"""Id of the pattern in `base.html` that fills what is possible in a small strip."""


def strip(balken: Sequence[Balk], *, maat: Maat = "middel", id_prefix: str = "", titel: str = "4+1-profiel") -> Markup:
    """Draw the strip as an inline SVG that names itself and tells its content to whoever cannot see it.

    Args:
        balken: the dimensions in order; the plus sign stands before each ``plus`` dimension.
        maat: size of the drawing; all three hold the same facts.
        id_prefix: unique on the page; ``<prefix>-t`` and ``<prefix>-d`` become ids. Without it the drawing names
            itself by a label, so that it can stand on a page more than once.
        titel: accessible name, best with the name of the practice.

    Raises:
        ValueError: ``id_prefix`` cannot start an id.

    """
    geometry = _GEOMETRY[maat]
    centres = _centres(balken, geometry)
    width = centres[-1] + _half_name(balken[-1], geometry) + 3 if centres else geometry.pitch
    number_y = _TOP + geometry.height + geometry.phone + 4
    name_y = number_y + geometry.phone + 2.5
    body = "".join(
        (
            *_columns(balken, centres, geometry, maat),
            *_texts(balken, centres, geometry, number_y, name_y),
        )
    )
    if maat == "klein":
        body = _LOOK.sub("", body)
    height = name_y + geometry.phone * 0.35
    font = "" if maat == "klein" else f' font-family="sans-serif" font-size="{num(geometry.text)}"'
    name, description = _naming(id_prefix, titel, strip_tekst(balken))
    return Markup(  # noqa: S704 - numbers, fixed class names and escaped text only
        f'<svg class="strip strip--{maat}" role="img"{name} focusable="false"'
        f' viewBox="0 0 {num(width)} {num(height)}" width="{num(width)}" height="{num(height)}"{font}>'
        f"{description}{body}</svg>"
    )


def _naming(id_prefix: str, titel: str, tekst: str) -> tuple[str, str]:
    if not id_prefix:
        return f' aria-label="{escape(titel)}. {escape(tekst)}"', ""
    prefix = safe_id(id_prefix)
    return (
        f' aria-labelledby="{prefix}-t {prefix}-d"',
        f'<title id="{prefix}-t">{escape(titel)}</title><desc id="{prefix}-d">{escape(tekst)}</desc>',
    )


def _centres(balken: Sequence[Balk], geometry: _Geometry) -> list[float]:
    centres: list[float] = []
    for balk in balken:
        previous = centres[-1] if centres else None
        if previous is None:
            centres.append(geometry.pitch / 2 + 2 + (geometry.gap - geometry.pitch if balk.plus else 0))
        else:
            centres.append(previous + (geometry.gap if balk.plus else geometry.pitch))
    return centres


def _half_name(balk: Balk, geometry: _Geometry) -> float:
    room = geometry.gap if balk.plus else geometry.pitch
    name = text_width(fit(balk.kort, room, geometry.phone), geometry.phone)
    return max(geometry.pitch, name * 1.05) / 2


def _columns(balken: Sequence[Balk], centres: Sequence[float], geometry: _Geometry, maat: Maat) -> list[str]:
    """All shapes, one path per kind."""
    known = [(b, c) for b, c in zip(balken, centres, strict=True) if b.score is not None]
    empty = [c for b, c in zip(balken, centres, strict=True) if b.score is None]
    inner, bottom = geometry.bar - 3, _TOP + geometry.height

    def y(score: float) -> float:
        return bottom - 1.5 - (geometry.height - 3) * min(max(score, 0.0), 100.0) / 100

    frames = "".join(rect(c - geometry.bar / 2, _TOP, geometry.bar, geometry.height, 3) for _, c in known)
    possible = [(c - inner / 2, y(b.hoog), inner, y(b.laag) - y(b.hoog)) for b, c in known if b.hoog > b.laag]
    certain = "".join(rect(c - inner / 2, y(b.laag), inner, bottom - 1.5 - y(b.laag)) for b, c in known)
    dashed = "".join(rect(c - geometry.bar / 2, _TOP, geometry.bar, geometry.height, 3) for c in empty)
    reach = geometry.bar / 2 + 4
    firm = "".join(_level(c, reach, y(b.score or 0)) for b, c in known if not b.voorlopig)
    loose = "".join(_level(c, reach, y(b.score or 0)) for b, c in known if b.voorlopig)
    rand, zeker, vlak = LICHT.rand, LICHT.bekend, LICHT.vlak
    tint = "".join(rect(*p) for p in possible)
    if maat == "klein":
        reachable = f'<path fill="url(#{BEREIK})" d="{tint}"/>' if tint else ""
    else:
        lines = "".join(hatch(*p, geometry.step) for p in possible)
        reachable = _path("kan", tint, f'fill="{LICHT.mogelijk}"') + _path(
            "arcering", lines, f'fill="none" stroke="{zeker}"'
        )
    return [
        reachable,
        _path("zeker", certain, f'fill="{zeker}"'),
        _path("kader", frames, f'fill="none" stroke="{rand}"'),
        _path("leeg", dashed, f'fill="none" stroke="{rand}" stroke-dasharray="4 3"'),
        _path("rand", firm + loose, f'stroke="{vlak}" stroke-width="5"'),
        _path("score", firm, f'stroke="{LICHT.inkt}" stroke-width="2.5"'),
        _path(
            "score strip__score--voorlopig", loose, f'stroke="{LICHT.inkt}" stroke-width="2.5" stroke-dasharray="4 2"'
        ),
    ]


def _level(centre: float, reach: float, y: float) -> str:
    return f"M{num(centre - reach)} {num(y)}h{num(2 * reach)}"


def _path(kind: str, data: str, attributes: str) -> str:
    return f'<path class="strip__{kind}" {attributes} d="{data}"/>' if data else ""


def _texts(
    balken: Sequence[Balk], centres: Sequence[float], geometry: _Geometry, number_y: float, name_y: float
) -> list[str]:
    # Hidden from assistive technology together with the rest of the drawing: role=img has the description.
    middle, numbers, names, marks = _TOP + geometry.height / 2, [], [], []
    for balk, centre in zip(balken, centres, strict=True):
        room = geometry.gap if balk.plus else geometry.pitch
        numbers.append(_text(centre, number_y, _number(balk)))
        names.append(_text(centre, name_y, fit(balk.kort, room, geometry.phone)))
        if balk.score is None:
            marks.append(_text(centre, middle + geometry.text * 0.55, "?"))
    pluses = "".join(
        _cross(c - geometry.bar / 2 - (geometry.gap - geometry.bar) / 2 + 1, middle, geometry.bar * 0.27)
        for b, c in zip(balken, centres, strict=True)
        if b.plus
    )
    return [
        _group("vraag", marks, f'fill="{LICHT.zacht}" font-size="{num(geometry.text * 1.5)}" font-weight="700"'),
        _path("plus", pluses, f'fill="none" stroke="{LICHT.steen}" stroke-width="{num(geometry.bar / 9)}"'),
        _group("getal", numbers, f'fill="{LICHT.inkt}" font-weight="700"'),
        _group("naam", names, f'fill="{LICHT.zacht}"'),
    ]


def _number(balk: Balk) -> str:
    if balk.score is None:
        return "–"
    return f"({round(balk.score)})" if balk.voorlopig else str(round(balk.score))


def _text(x: float, y: float, content: str) -> str:
    return f'<text x="{num(x)}" y="{num(y)}">{escape(content)}</text>'


def _group(kind: str, texts: Sequence[str], attributes: str) -> str:
    return f'<g class="strip__{kind}" text-anchor="middle" {attributes}>{"".join(texts)}</g>' if texts else ""


def _cross(x: float, y: float, arm: float) -> str:
    return f"M{num(x - arm)} {num(y)}h{num(2 * arm)}M{num(x)} {num(y - arm)}v{num(2 * arm)}"
