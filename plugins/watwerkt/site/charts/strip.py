"""The 4+1 strip, the signature of the site: one column per dimension, a plus before the last.

Solid up to what is certain (unknown criteria as 0), hatched up to what is possible (unknown as 4), a line at the score,
a dashed frame with a question mark when nothing was assessed; number and short name below. Shapes and words carry the
meaning; colours come from CSS classes, with the light palette as attributes for places without the stylesheet. The
small strip stands on a page hundreds of times: it leaves its look to the stylesheet and its hatching to a pattern.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from markupsafe import Markup, escape

from watwerkt.site.charts.svg import fit, hatch, num, rect, safe_id, text_width
from watwerkt.tokens import LICHT
from watwerkt.views.profiel import strip_tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watwerkt.views.profiel import Balk

Maat = Literal["klein", "middel", "groot"]


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

    @property
    def number_y(self) -> float:
        """Base line of the numbers."""
        return _TOP + self.height + self.phone + 4

    @property
    def name_y(self) -> float:
        """Base line of the names."""
        return self.number_y + self.phone + 2.5


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
    columns = [_column(balk, centre, maat) for balk, centre in zip(balken, centres, strict=True)]
    body = _body(_Column(*map("".join, zip(*columns, strict=True))), geometry, styled=maat != "klein")
    height = geometry.name_y + geometry.phone * 0.35
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


class _Column(NamedTuple):
    """What one dimension adds to each path (as path data) and to each group of texts."""

    possible: str = ""
    hatching: str = ""
    certain: str = ""
    frame: str = ""
    dashed: str = ""
    firm: str = ""
    loose: str = ""
    mark: str = ""
    plus: str = ""
    number: str = ""
    name: str = ""


@lru_cache(maxsize=4096)
def _column(balk: Balk, centre: float, maat: Maat) -> _Column:
    """Draw one dimension; few differ, since levels are whole numbers."""
    geometry = _GEOMETRY[maat]
    middle, room = _TOP + geometry.height / 2, geometry.gap if balk.plus else geometry.pitch
    frame = rect(centre - geometry.bar / 2, _TOP, geometry.bar, geometry.height, 3)
    gap = (geometry.gap - geometry.bar) / 2
    common = {
        "plus": _cross(centre - geometry.bar / 2 - gap + 1, middle, geometry.bar * 0.27) if balk.plus else "",
        "number": _text(centre, geometry.number_y, _number(balk)),
        "name": _text(centre, geometry.name_y, fit(balk.kort, room, geometry.phone)),
    }
    if balk.score is None:
        return _Column(dashed=frame, mark=_text(centre, middle + geometry.text * 0.55, "?"), **common)
    inner, bottom = geometry.bar - 3, _TOP + geometry.height

    def y(score: float) -> float:
        return bottom - 1.5 - (geometry.height - 3) * min(max(score, 0.0), 100.0) / 100

    left, low, reach = centre - inner / 2, y(balk.laag), geometry.bar / 2 + 4
    possible = (left, y(balk.hoog), inner, low - y(balk.hoog))
    level = f"M{num(centre - reach)} {num(y(balk.score))}h{num(2 * reach)}"
    return _Column(
        possible=rect(*possible) if balk.hoog > balk.laag else "",
        hatching=hatch(*possible, geometry.step) if balk.hoog > balk.laag and maat != "klein" else "",
        certain=rect(left, low, inner, bottom - 1.5 - low),
        frame=frame,
        firm="" if balk.voorlopig else level,
        loose=level if balk.voorlopig else "",
        **common,
    )


def _body(drawn: _Column, geometry: _Geometry, *, styled: bool) -> str:
    """All shapes, one path per kind, then the texts; what is not ``styled`` leaves its look to the stylesheet."""
    # Hidden from assistive technology together with the rest of the drawing: role=img has the description.
    rand, zeker, vlak, inkt, zacht = LICHT.rand, LICHT.bekend, LICHT.vlak, LICHT.inkt, LICHT.zacht

    def path(kind: str, data: str, look: str) -> str:
        return f'<path class="strip__{kind}"{look if styled else ""} d="{data}"/>' if data else ""

    def group(kind: str, texts: str, look: str) -> str:
        anchored = f' text-anchor="middle"{look}' if styled else ""
        return f'<g class="strip__{kind}"{anchored}>{texts}</g>' if texts else ""

    tint = f'<path fill="url(#{BEREIK})" d="{drawn.possible}"/>' if drawn.possible else ""
    return "".join(
        (
            path("kan", drawn.possible, f' fill="{LICHT.mogelijk}"') if styled else tint,
            path("arcering", drawn.hatching, f' fill="none" stroke="{zeker}"'),
            path("zeker", drawn.certain, f' fill="{zeker}"'),
            path("kader", drawn.frame, f' fill="none" stroke="{rand}"'),
            path("leeg", drawn.dashed, f' fill="none" stroke="{rand}" stroke-dasharray="4 3"'),
            path("rand", drawn.firm + drawn.loose, f' stroke="{vlak}" stroke-width="5"'),
            path("score", drawn.firm, f' stroke="{inkt}" stroke-width="2.5"'),
            path(
                "score strip__score--voorlopig",
                drawn.loose,
                f' stroke="{inkt}" stroke-width="2.5" stroke-dasharray="4 2"',
            ),
            group("vraag", drawn.mark, f' fill="{zacht}" font-size="{num(geometry.text * 1.5)}" font-weight="700"'),
            path("plus", drawn.plus, f' fill="none" stroke="{LICHT.steen}" stroke-width="{num(geometry.bar / 9)}"'),
            group("getal", drawn.number, f' fill="{inkt}" font-weight="700"'),
            group("naam", drawn.name, f' fill="{zacht}"'),
        )
    )


def _number(balk: Balk) -> str:
    if balk.score is None:
        return "–"
    return f"({round(balk.score)})" if balk.voorlopig else str(round(balk.score))


def _text(x: float, y: float, content: str) -> str:
    return f'<text x="{num(x)}" y="{num(y)}">{escape(content)}</text>'


def _cross(x: float, y: float, arm: float) -> str:
    return f"M{num(x - arm)} {num(y)}h{num(2 * arm)}M{num(x)} {num(y - arm)}v{num(2 * arm)}"
