"""One score with its interval as a small horizontal bar, for tables; the same drawing as `balk` in static/hulp.js."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from watwerkt.site.charts.svg import hatch, num, rect

if TYPE_CHECKING:
    from watwerkt.views.profiel import Balk

_WIDTH, _HEIGHT = 120.0, 18.0
_EDGE, _TOP, _THICK = 2.0, 3.0, 12.0
_STEP = 6.0


def balk(score: Balk) -> Markup:
    """Draw one bar: solid is certain, hatched still possible, the line is the score, dashed is not assessed.

    The drawing is hidden from assistive technology; the same facts must stand next to it in words.
    """
    body = _unknown() if score.score is None else _known(score, score.score)
    return Markup(  # noqa: S704 - numbers and fixed names only
        f'<svg class="strip balk" viewBox="0 0 {num(_WIDTH)} {num(_HEIGHT)}" width="{num(_WIDTH)}"'
        f' height="{num(_HEIGHT)}" aria-hidden="true" focusable="false">{body}</svg>'
    )


def _frame(kind: str) -> str:
    return (
        f'<rect class="strip__{kind}" x="{num(_EDGE)}" y="{num(_EDGE)}" width="{num(_WIDTH - 2 * _EDGE)}"'
        f' height="{num(_HEIGHT - 2 * _EDGE)}" rx="3"/>'
    )


def _unknown() -> str:
    return (
        f'{_frame("leeg")}<text class="strip__vraag" x="{num(_WIDTH / 2)}" y="14" text-anchor="middle"'
        ' font-size="13">?</text>'
    )


def _x(score: float) -> float:
    return _EDGE + (_WIDTH - 2 * _EDGE) * min(max(score, 0.0), 100.0) / 100


def _known(balk: Balk, score: float) -> str:
    start, end, line = _x(balk.laag), _x(balk.hoog), f"M{num(_x(score))} 0V{num(_HEIGHT)}"
    possible = rect(start, _TOP, end - start, _THICK)
    dashes = ' stroke-dasharray="4 2"' if balk.voorlopig else ""
    return "".join(
        (
            f'<path class="strip__kan" d="{possible}"/>' if possible else "",
            f'<path class="strip__arcering" d="{hatch(start, _TOP, end - start, _THICK, _STEP)}"/>' if possible else "",
            f'<path class="strip__zeker" d="{rect(_EDGE, _TOP, start - _EDGE, _THICK)}"/>' if balk.laag > 0 else "",
            _frame("kader"),
            f'<path class="strip__rand" stroke-width="5" d="{line}"/>',
            f'<path class="strip__score"{dashes} d="{line}"/>',
        )
    )
