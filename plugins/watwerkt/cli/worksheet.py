"""The command `worksheet`: a worksheet to fill in together, as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from watwerkt.cli.dutch import DutchCommand
from watwerkt.cli.printing import content_options, open_content, print_to
from watwerkt.pdf.jobs import PAPER, USUAL_PAPER
from watwerkt.views.selectie import SelectieError, op_naam
from watwerkt.views.werkblad import Werkbladsoort


@click.command(cls=DutchCommand)
@click.argument(
    "werkblad", type=click.Choice([s.value for s in Werkbladsoort]), default="quickscan", metavar="[WERKBLAD]"
)
@click.option(
    "--formaat", type=click.Choice(list(PAPER)), default=None, help="Het papier; anders het gewone van dit blad."
)
@click.option("--praktijk", metavar="SLEUTEL", default="", help="Vul in wat van deze praktijk bekend is.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, help="Het bestand; anders WERKBLAD-….pdf."
)
@content_options
def worksheet(
    werkblad: str,
    formaat: str | None,
    praktijk: str,
    output: Path | None,
    content: Path,
    cache: Path | None,
    site_url: str,
) -> None:
    """Maak een werkblad als pdf, leeg of voor één praktijk.

    WERKBLAD is quickscan (dat is de gewone keus), effectenarena, coalitie of baten.
    """
    printing = open_content(content, cache, site_url)
    praktijk_id = ""
    if praktijk:
        try:
            (praktijk_id,) = op_naam(printing.index, [praktijk])
        except SelectieError as error:
            raise click.UsageError(str(error)) from None
    soort = Werkbladsoort(werkblad)
    papier = formaat or USUAL_PAPER[soort]
    usual = "-".join(filter(None, (soort.value, praktijk_id, papier))) + ".pdf"
    print_to(printing, printing.jobs.worksheet(soort, papier, praktijk_id), output, usual)
