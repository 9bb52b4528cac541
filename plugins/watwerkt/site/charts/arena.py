"""The Effectenarena as a drawn list: investering, activiteit, output, effect; investor left, beneficiary right.

It is HTML, not SVG: the texts are long (up to 1200 characters) and must wrap, zoom and be read aloud. The arrows are
drawn by CSS; without CSS an ordered list of if-then sentences remains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watwerkt.views.onderbouwing import Stap


_CELL = Markup('<div class="arena__deel arena__deel--{soort}"><p class="arena__kop">{kop}</p>{wie}<p>{tekst}</p></div>')
_WHO = Markup('<p class="arena__wie"><span class="arena__wat">{wat}:</span> <b>{wie}</b></p>')
_UNKNOWN = Markup('<p class="arena__wie arena__wie--onbekend"><span class="arena__wat">{wat}:</span> onbekend</p>')


def effectenarena(stappen: Sequence[Stap], *, voet: Sequence[Markup] = ()) -> Markup:
    """Draw the steps; ``voet`` may hold ready markup per step (its sources), in the same order.

    Raises:
        ValueError: ``voet`` is given with another length than ``stappen``.

    """
    if voet and len(voet) != len(stappen):
        raise ValueError("voet must have one entry per step")
    feet = voet or [Markup("")] * len(stappen)
    items = Markup("").join(_step(stap, foot) for stap, foot in zip(stappen, feet, strict=True))
    return Markup('<ol class="arena" role="list">{}</ol>').format(items)


def _step(stap: Stap, voet: Markup) -> Markup:
    cells = Markup("").join(
        (
            _CELL.format(
                soort="investering",
                kop="Als we investeren in",
                wie=_who("Wie investeert", stap.investeerder),
                tekst=stap.investering,
            ),
            _CELL.format(soort="activiteit", kop="en doen", wie="", tekst=stap.activiteit),
            _CELL.format(soort="output", kop="dan ontstaat", wie="", tekst=stap.output),
            _CELL.format(
                soort="effect",
                kop="en daardoor",
                wie=_who("Wie heeft er baat bij", stap.baathouder),
                tekst=stap.effect,
            ),
        )
    )
    foot = Markup('<p class="arena__voet">{}</p>').format(voet) if voet else Markup("")
    return Markup('<li class="arena__stap"><div class="arena__stroom">{}</div>{}</li>').format(cells, foot)


def _who(question: str, party: str) -> Markup:
    return (_WHO if party else _UNKNOWN).format(wat=question, wie=party)
