"""The command `booklet`: a booklet of practices as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from watwerkt.cli.dutch import DutchCommand
from watwerkt.cli.printing import content_options, open_content, print_to, told
from watwerkt.views.selectie import SelectieError, op_filter, op_naam, op_term

if TYPE_CHECKING:
    from watwerkt.cli.printing import Printing
    from watwerkt.pdf.jobs import PrintJob


@click.command(cls=DutchCommand)
@click.option("--thema", metavar="SLEUTEL", help="Alle praktijken met dit thema.")
@click.option("--interventietype", metavar="SLEUTEL", help="Alle praktijken van dit type.")
@click.option("--filter", "voorwaarden", metavar="FILTER", help="Alle praktijken die aan voorwaarden voldoen.")
@click.option("--ids", metavar="A,B,C", help="Deze praktijken, in deze volgorde.")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="Het bestand; anders boekje….pdf.")
@content_options
def booklet(
    thema: str | None,
    interventietype: str | None,
    voorwaarden: str | None,
    ids: str | None,
    output: Path | None,
    content: Path,
    cache: Path | None,
    site_url: str,
) -> None:
    r"""Maak een boekje van praktijken als pdf.

    Kies één manier: --thema, --interventietype, --filter of --ids.

    Een filter bestaat uit voorwaarden facet=waarde met een spatie ertussen. Een praktijk moet aan alle voorwaarden
    voldoen; meer waarden bij één facet, met een komma, zijn alternatieven. Het is de taal van het adres van
    /praktijken/: wat achter het vraagteken staat, kunt u hier plakken. Voorbeelden:

    \b
      --filter "status=lopend,structureel thema=ondernemerschap"
      --filter "min-meten=40 baathouder=gemeente"
    """
    ways = {"thema": thema, "interventietype": interventietype, "filter": voorwaarden, "ids": ids}
    given = {name: value for name, value in ways.items() if value is not None}
    if len(given) != 1:
        raise click.UsageError("Kies één manier: --thema, --interventietype, --filter of --ids.")
    printing = open_content(content, cache, site_url)
    ((way, value),) = given.items()
    try:
        job, usual = _job(printing, way, value)
    except SelectieError as error:
        raise click.UsageError(str(error)) from None
    told("Het boekje wordt gemaakt …")
    print_to(printing, job, output, usual)


def _job(printing: Printing, way: str, value: str) -> tuple[PrintJob, str]:
    index, jobs = printing.index, printing.jobs
    if way in ("thema", "interventietype"):
        op_term(index, way, value)
        return jobs.booklet(way, value), f"boekje-{way}-{value}.pdf"
    if way == "ids":
        genoemd = op_naam(index, value.split(","))
        wat = "Deze praktijk is" if len(genoemd) == 1 else "Deze praktijken zijn"
        return jobs.choice(genoemd, f"{wat} met de hand gekozen."), "boekje.pdf"
    gekozen = op_filter(index, value, jobs.dag)
    return jobs.choice(gekozen, f"Alle praktijken die voldoen aan: {value.strip()}."), "boekje.pdf"
