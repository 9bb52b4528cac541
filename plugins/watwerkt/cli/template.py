"""The command `template`: an empty record full of explanation."""

from __future__ import annotations

from pathlib import Path

import click

from watwerkt.cli.dutch import DutchCommand
from watwerkt.cli.files import load_or_explain, write_new
from watwerkt.submission.template import template


@click.command("template", cls=DutchCommand)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Schrijf naar dit bestand.")
@click.option("--content", type=click.Path(path_type=Path), default=Path("content"), help="De map met de inhoud.")
@click.option("--force", is_flag=True, help="Vervang een bestand dat er al is.")
def write_template(output: Path | None, content: Path, force: bool) -> None:
    """Maak een leeg record vol uitleg, om in te vullen."""
    text = template(load_or_explain(content).rubriek)
    if output is None:
        click.echo(text, nl=False)
        return
    write_new(output, text.encode(), force=force)
    click.echo(f"Geschreven: {output}")
