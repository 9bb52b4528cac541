"""The command `export`: the open data without the site."""

from __future__ import annotations

from pathlib import Path

import click

from watwerkt.cli.address import site_url_option
from watwerkt.cli.dutch import DutchCommand
from watwerkt.cli.files import cache_option, content_option, load_or_explain
from watwerkt.exports.edition import CONTACT, Edition
from watwerkt.exports.files import KINDS, data_files
from watwerkt.reading.words import os_reason
from watwerkt.views.index import build_index
from watwerkt.writing import PublishedFile


@click.command(cls=DutchCommand)
@click.option(
    "--only",
    "kinds",
    multiple=True,
    type=click.Choice(tuple(KINDS)),
    help="Alleen deze soort; mag vaker. Zonder --only: alles.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("export"), help="Map voor de bestanden.")
@content_option
@cache_option
@site_url_option
@click.option("--contact", envvar="WATWERKT_CONTACT", default=CONTACT, help="E-mailadres dat in de data staat.")
def export(
    kinds: tuple[str, ...], output: Path, content: Path, cache: Path | None, site_url: str, contact: str
) -> None:
    """Maak de open data, zonder de site.

    De bestanden zijn gelijk aan die op de site. Records met fouten staan er niet in: zie `watwerkt check`. Wat al in de
    map staat en niet bij de data hoort, blijft staan.
    """
    kennisbank = load_or_explain(content, cache)
    edition = Edition(build_index(kennisbank), kennisbank.peildatum, site_url, contact)
    written = 0
    try:
        for path, make in data_files(edition, kinds or KINDS):
            PublishedFile(path, make).write(output / path)
            written += 1
    except OSError as error:
        raise click.UsageError(f"De map {output} is niet te beschrijven ({os_reason(error)}).") from None
    click.echo(
        f"{written} bestanden geschreven in {output}: {len(kennisbank.praktijken)} praktijken, "
        f"versie {edition.data_versie}."
    )
