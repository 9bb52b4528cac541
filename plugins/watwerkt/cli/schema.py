"""The command `schema`: the JSON Schema of every kind of record."""

from __future__ import annotations

from pathlib import Path

import click

from watwerkt.cli.dutch import FOUND, DutchCommand
from watwerkt.reading import schema
from watwerkt.reading.words import os_reason


@click.command("schema", cls=DutchCommand)
@click.option("--check", "only_check", is_flag=True, help="Schrijf niets; zeg alleen of de schema’s bij zijn.")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("schemas"), help="Map van de schema’s.")
def write_schemas(only_check: bool, output: Path) -> None:
    """Maak de JSON Schema’s van de records."""
    if only_check:
        if names := schema.stale(output):
            click.echo(f"Niet bij: {', '.join(names)}. Maak ze opnieuw met: watwerkt schema -o {output}", err=True)
            click.get_current_context().exit(FOUND)
        click.echo("De schema’s zijn bij.")
        return
    try:
        names = schema.write(output)
    except OSError as error:
        raise click.UsageError(f"De map {output} is niet te beschrijven ({os_reason(error)}).") from None
    click.echo(f"Geschreven: {', '.join(names)}." if names else "De schema’s waren al bij.")
