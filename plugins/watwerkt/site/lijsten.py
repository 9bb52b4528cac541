"""Pages that show a list of practices, and the pages on which a long list goes on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from watwerkt.site.pagina import Pagina, on_lines, ready
from watwerkt.views.bladzijden import Kaartgroep, bladzijden
from watwerkt.views.index import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watwerkt.views.bladzijden import Bladzijde
    from watwerkt.views.index import Index, Kaarten


def met_lijst(
    index: Index,
    pagina: Pagina,
    groepen: Callable[[], Iterable[Kaartgroep]],
    aantal: int,
    context: Callable[[], dict[str, Any]],
    vervolg: str = "",
) -> Iterator[Pagina]:
    """Yield a page with the first part of its list as ``lijst``, and a page for every other part.

    ``groepen`` makes the list, of ``aantal`` practices, and ``context`` the rest of the model; the other parts stand
    below the page, or below ``vervolg``. A list that is shown as cards is one part.
    """
    per = index.lijstdeel if index.in_bladzijden else 1 << 31
    delen = bladzijden(groepen, aantal, per, pagina.pad, vervolg)
    yield replace(pagina, model=lambda: {"lijst": delen[0], **context()})
    for lijst in delen[1:]:
        wat = f"bladzijde {lijst.nummer} van {len(delen)}"
        yield replace(
            pagina,
            pad=lijst.adressen[lijst.nummer - 1],
            titel=f"{pagina.titel}, {wat}",
            beschrijving=f"{pagina.beschrijving} ({wat})",
            sjabloon="vervolg.html",
            model=ready(lijst=lijst, titel=pagina.titel),
            kruimels=(*pagina.kruimels, Link(pagina.titel, pagina.pad)),
            bron="",
            scripts=(),
            rests_on=partial(_rests_on, index, lijst),
        )


def _rests_on(index: Index, lijst: Bladzijde) -> tuple[str, ...]:
    shown = [praktijk_id for groep in lijst.groepen for praktijk_id in groep.kaarten.ids]
    return on_lines(index, shown, *decides(lijst))


def decides(lijst: Bladzijde) -> tuple[object, ...]:
    """Return what decides a page of a list beside the practices on it."""
    return [(groep.id, groep.titel, len(groep.kaarten)) for groep in lijst.groepen], lijst.adressen


def alleen(kaarten: Kaarten) -> tuple[Callable[[], tuple[Kaartgroep, ...]], int]:
    """Return what makes a list without groups as one group, and how many practices it has."""
    return lambda: (Kaartgroep("praktijken", "Praktijken", kaarten),), len(kaarten)
