"""The 0-meting against later measurements: one row per moment, on an axis that contains 0.

A dashed line runs down from the 0-meting through all later rows, so that each row shows its distance to the beginning.
Values stand in words at their mark, n stands at the moment, and what is missing is called *onbekend*.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from watwerkt.site.charts.svg import num, safe_id, text_width
from watwerkt.tokens import LICHT
from watwerkt.views.tekst import getal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watwerkt.views.onderbouwing import Meetpunt, Meetreeks

_WIDTH, _LEFT, _ROW, _TOP = 360.0, 12.0, 46.0, 8.0
_TEXT = 16.5
_SMALLEST = 1e-9


def meting(reeksen: Sequence[Meetreeks], *, id_prefix: str = "meting") -> Markup:
    """Draw every indicator with its own axis, as a list of figures.

    Raises:
        ValueError: ``id_prefix`` cannot start an id.

    """
    prefix = safe_id(id_prefix)
    items = Markup("").join(
        Markup('<li class="meting"><p class="meting__naam">{}</p><p class="meting__eenheid">{}</p>{}</li>').format(
            reeks.naam, _unit(reeks), _drawing(reeks, f"{prefix}-{nummer}")
        )
        for nummer, reeks in enumerate(reeksen, 1)
    )
    return Markup('<ul class="metingen" role="list">{}</ul>').format(items)


def meting_tekst(reeks: Meetreeks) -> str:
    """Say what one drawing shows in one or two Dutch sentences."""
    nul, laatste = reeks.nulmeting, reeks.metingen[-1] if reeks.metingen else None
    begin = f"0-meting ({nul.moment}): {getal(nul.waarde)}" if nul else "0-meting: onbekend"
    if laatste is None:
        return f"{begin}. Latere meting: onbekend."
    zin = f"{begin}; {laatste.moment}: {getal(laatste.waarde)} {reeks.eenheid}."
    return f"{zin} {_change(nul.waarde, laatste.waarde, reeks.beter)}" if nul else zin


def _change(nul: float, laatste: float, beter: str) -> str:
    verschil = round(laatste - nul, 6)
    if not verschil:
        return "Gelijk gebleven."
    richting = "hoger" if verschil > 0 else "lager"
    oordeel = "" if not beter else ", dat is vooruitgang" if beter == richting else ", dat is achteruitgang"
    return f"{getal(abs(verschil))} {richting} dan bij het begin{oordeel}."


def _unit(reeks: Meetreeks) -> str:
    return f"{reeks.eenheid}; {reeks.beter} is beter" if reeks.beter else reeks.eenheid


def _drawing(reeks: Meetreeks, prefix: str) -> Markup:
    rows: list[tuple[str, Meetpunt | None]] = [("0-meting", reeks.nulmeting)]
    rows += [(m.moment, m) for m in reeks.metingen] or [("Latere meting", None)]
    values = [p.waarde for _, p in rows if p]
    scale = _Scale(values)
    bottom = _TOP + _ROW * len(rows)
    body = [_axis(scale, bottom)]
    if reeks.nulmeting and len(rows) > 1:
        x = scale.x(reeks.nulmeting.waarde)
        body.append(
            f'<path class="meting__begin" fill="none" stroke="{LICHT.zacht}" stroke-dasharray="3 3"'
            f' d="M{num(x)} {num(_TOP + 33)}V{num(bottom)}"/>'
        )
    body += [_row(label, punt, scale, _TOP + _ROW * plek, first=plek == 0) for plek, (label, punt) in enumerate(rows)]
    height = bottom + _TEXT + 6
    return Markup(  # noqa: S704 - numbers, fixed class names and escaped text only
        f'<svg class="meting__beeld" role="img" aria-labelledby="{prefix}-t {prefix}-d" focusable="false"'
        f' viewBox="0 0 {num(_WIDTH)} {num(height)}" width="{num(_WIDTH)}" height="{num(height)}"'
        f' font-family="sans-serif" font-size="14"><title id="{prefix}-t">{escape(reeks.naam)}</title>'
        f'<desc id="{prefix}-d">{escape(meting_tekst(reeks))}</desc>{"".join(body)}</svg>'
    )


class _Scale:
    """Linear axis from 0 (or the lowest value below it) to a round number; room is kept for the value labels."""

    def __init__(self, values: Sequence[float]) -> None:
        """Fit the axis to the values; without any it runs from 0 to 1."""
        self.low = 0.0 - _round_up(-min((*values, 0.0)))
        self.high = _round_up(max((*values, 0.0))) or (0.0 if self.low else 1.0)
        labels = max((text_width(getal(v), _TEXT) for v in values), default=0.0)
        self.room = max(_WIDTH - _LEFT - labels - 18, _WIDTH / 3)

    def x(self, value: float) -> float:
        """Horizontal place of a value."""
        return _LEFT + self.room * (value - self.low) / (self.high - self.low)


def _round_up(value: float) -> float:
    """Smallest of 1, 2, 2.5, 5 or 10 times a power of ten that is not below ``value``; 0 for next to nothing."""
    if value <= _SMALLEST:
        return 0.0
    power: float = 10.0 ** math.floor(math.log10(value))
    return next((step * power for step in (1, 2, 2.5, 5) if step * power >= value), 10 * power)


def _axis(scale: _Scale, bottom: float) -> str:
    zero, top = scale.x(0), scale.x(scale.high)
    ends = {scale.low: "start", scale.high: "end"}
    labels = "".join(
        f'<text x="{num(scale.x(v))}" y="{num(bottom + _TEXT)}" text-anchor="{a}">{escape(getal(v))}</text>'
        for v, a in {**ends, 0.0: "start" if scale.low == 0 else "middle"}.items()
    )
    return (
        f'<path class="meting__as" fill="none" stroke="{LICHT.rand}" d="M{num(zero)} {num(_TOP)}V{num(bottom)}'
        f'M{num(scale.x(scale.low))} {num(bottom)}H{num(top)}"/>'
        f'<g class="meting__schaal" fill="{LICHT.zacht}">{labels}</g>'
    )


def _row(label: str, punt: Meetpunt | None, scale: _Scale, y: float, *, first: bool) -> str:
    moment = f"{label} {punt.moment}" if first and punt else label
    caption = _text("moment", f"{moment}{_count(punt)}", _LEFT + 6, y + 15, f'fill="{LICHT.zacht}"')
    return caption + (_unknown(y + 31) if punt is None else _mark(punt.waarde, scale, y + 31, first=first))


def _count(punt: Meetpunt | None) -> str:
    if punt is None:
        return ""
    return " · n onbekend" if punt.n is None else f" · n = {getal(punt.n)}"


def _unknown(y: float) -> str:
    return (
        f'<path class="meting__leeg" fill="none" stroke="{LICHT.rand}" stroke-dasharray="4 3"'
        f' d="M{num(_LEFT)} {num(y)}h60"/>' + _text("onbekend", "onbekend", _LEFT + 70, y + 5, f'fill="{LICHT.inkt}"')
    )


def _mark(value: float, scale: _Scale, y: float, *, first: bool) -> str:
    x, start = scale.x(value), scale.x(0)
    kind, fill = ("nul", LICHT.vlak) if first else ("punt", LICHT.bekend)
    bold = f'fill="{LICHT.inkt}" font-weight="700"'
    return (
        f'<path class="meting__steel" stroke="{LICHT.bekend}" stroke-width="4" d="M{num(start)} {num(y)}H{num(x)}"/>'
        f'<circle class="meting__{kind}" fill="{fill}" stroke="{LICHT.bekend}" stroke-width="2.5"'
        f' cx="{num(x)}" cy="{num(y)}" r="6"/>{_text("waarde", getal(value), max(x, start) + 11, y + 5, bold)}'
    )


def _text(kind: str, content: str, x: float, y: float, attributes: str) -> str:
    return f'<text class="meting__{kind}" {attributes} x="{num(x)}" y="{num(y)}">{escape(content)}</text>'
