"""The pages that visitors fill in: the quick-scan of one's own project, and the form of a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.site.pagina import Pagina, model
from watwerkt.views.formulier import formulierpagina
from watwerkt.views.index import Index, Link
from watwerkt.views.zelfscan import zelfscanpagina

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

ZELFSCANSCRIPTS = tuple(
    f"assets/watwerkt/{naam}.js"
    for naam in ("rubriek", "catalogus", "scoremodel", "strip", "zelfuitslag", "zelfrecord", "zelfscan")
)
FORMULIERSCRIPTS = tuple(
    f"assets/watwerkt/{naam}.js"
    for naam in (
        "rubriek", "formulierregels", "scoremodel", "strip", "yamltekst", "tekstregels", "veldregels", "recordregels",
        "concept", "keuzevak", "formulierlijsten", "formuliervelden", "inzenden", "formuliermeldingen", "formulierzij",
        "formulierwissel", "plakken", "formulier",
    )
)  # fmt: skip


def zelfscan(index: Index, _: date) -> Iterator[Pagina]:
    """Yield the quick-scan of one's own project."""
    yield Pagina(
        "quickscan/",
        "Quick-scan van uw eigen project",
        "Beoordeel uw eigen project met het 4+1-model: profiel, achilleshiel en advies. Er wordt niets verstuurd.",
        "zelfscan.html",
        model(zelfscanpagina, index),
        scripts=ZELFSCANSCRIPTS,
        rests_on=tuple,
    )


def formulier(index: Index, _: date) -> Iterator[Pagina]:
    """Yield the form in which a practice is written."""
    yield Pagina(
        "meedoen/formulier/",
        "Beschrijf uw praktijk",
        "Formulier om een praktijk te beschrijven of te verbeteren. Er wordt niets verstuurd.",
        "formulier.html",
        model(formulierpagina, index),
        (Link("Meedoen", "meedoen/"),),
        scripts=FORMULIERSCRIPTS,
        stijlen=("assets/watwerkt/formulier.css",),
        rests_on=tuple,
    )
