"""The command `report`: the quick-scan report of one practice as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from watwerkt.cli.dutch import DutchCommand
from watwerkt.cli.printing import content_options, open_content, print_to
from watwerkt.views.selectie import SelectieError, op_naam


@click.command(cls=DutchCommand)
@click.argument("praktijk", metavar="PRAKTIJK")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="Het bestand; anders PRAKTIJK.pdf.")
@content_options
def report(praktijk: str, output: Path | None, content: Path, cache: Path | None, site_url: str) -> None:
    """Maak het rapport van één praktijk als pdf.

    PRAKTIJK is de sleutel van de praktijk, zoals in het adres van haar pagina. Een oude sleutel mag ook.
    """
    printing = open_content(content, cache, site_url)
    try:
        (praktijk_id,) = op_naam(printing.index, [praktijk])
    except SelectieError as error:
        raise click.UsageError(str(error)) from None
    print_to(printing, printing.jobs.report(praktijk_id), output, f"{praktijk_id}.pdf")
