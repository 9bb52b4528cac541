"""Printed matter on the site: what there is, how big it is, and the page that lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.tekst import getal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.views.index import Link

KILO = 1000


def rapportpad(praktijk_id: str) -> str:
    """Path of the report of a practice, from the site root; made of the id only."""
    return f"praktijken/{praktijk_id}/{praktijk_id}.pdf"


def boekjepad(soort: str, sleutel: str) -> str:
    """Path of the booklet of a ``thema`` or ``interventietype``, from the site root; made of the id only."""
    return f"werkbladen/boekje-{soort}-{sleutel}.pdf"


@value
class Drukwerk:
    """A PDF of the site: path from the site root, paper, pages and bytes; 0 pages while nobody has made it yet."""

    doel: str
    groep: str
    titel: str
    papier: str
    tweeling: Link
    bladzijden: int = 0
    omvang: int = 0

    @property
    def feiten(self) -> str:
        """Kind of file, paper, pages and size, for the text of a link."""
        if not self.bladzijden:
            return f"pdf, {self.papier}"
        return f"pdf, {self.papier}, {bladzijden_tekst(self.bladzijden)}, {omvang_tekst(self.omvang)}"


def bladzijden_tekst(aantal: int) -> str:
    """Number of pages in words."""
    return "1 pagina" if aantal == 1 else f"{aantal} pagina’s"


def omvang_tekst(omvang: int) -> str:
    """Size of a file in kB or MB (powers of ten, as file managers do)."""
    if omvang < KILO * KILO:
        return f"{max(1, round(omvang / KILO))} kB"
    return f"{getal(round(omvang / KILO / KILO, 1))} MB"


@value
class Werkbladenpagina:
    """The page that lists booklets and worksheets, by group in the order of the site."""

    groepen: tuple[tuple[str, tuple[Drukwerk, ...]], ...]


def werkbladenpagina(drukwerk: Iterable[Drukwerk]) -> Werkbladenpagina:
    """List what has a group; the report of a practice has none and stands on its own page only."""
    groepen: dict[str, list[Drukwerk]] = {}
    for stuk in drukwerk:
        if stuk.groep:
            groepen.setdefault(stuk.groep, []).append(stuk)
    return Werkbladenpagina(tuple((kop, tuple(stukken)) for kop, stukken in groepen.items()))
