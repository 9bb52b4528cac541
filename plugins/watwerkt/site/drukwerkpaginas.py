"""The page with everything that can be printed: ready booklets and worksheets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from watwerkt.site.pagina import Pagina, on_content, ready
from watwerkt.views.drukwerk import werkbladenpagina

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from watwerkt.views.index import Index


def werkbladen(index: Index, _: date) -> Iterator[Pagina]:
    """Yield the page; it also exists, and says so, when nothing was printed."""
    pagina = werkbladenpagina(index.drukwerk.values())
    yield Pagina(
        "werkbladen/",
        "Boekjes en werkbladen",
        "Om te printen: boekjes per thema en interventietype, en werkbladen voor een bijeenkomst.",
        "werkbladen.html",
        ready(p=pagina),
        rests_on=partial(on_content, index, pagina),
    )
