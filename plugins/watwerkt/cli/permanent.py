"""The command `permanent`: what was published stays."""

from __future__ import annotations

from pathlib import Path

import click

from watwerkt import permanence
from watwerkt.cli.dutch import FOUND, DutchCommand
from watwerkt.cli.files import content_option, load_or_explain
from watwerkt.reading.words import os_reason

_SHOWN = 20


@click.command("permanent", cls=DutchCommand)
@click.option("--check", "only_check", is_flag=True, help="Schrijf niets; zeg alleen of alles er nog is.")
@content_option
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("published"), help="Map met de lijsten.")
def permanent(only_check: bool, content: Path, output: Path) -> None:
    """Vul de lijsten aan van adressen en velden die niet mogen verdwijnen.

    Doe dit bij elke uitgave. Met --check is de uitkomst 1 als een adres of veld weg is. Een praktijk hernoemt u met
    `voorheen` en haalt u weg met `ingetrokken`: dan blijft het adres.
    """
    root, kennisbank = content.resolve(), load_or_explain(content)
    if gone := permanence.broken(kennisbank, root, output):
        for name, lines in gone.items():
            rest = f"\n  … en nog {len(lines) - _SHOWN}" if len(lines) > _SHOWN else ""
            listed = "\n".join(f"  {line or '(de beginpagina)'}" for line in lines[:_SHOWN])
            click.echo(f"Verdwenen, maar beloofd in {output / name}:\n{listed}{rest}", err=True)
        click.echo("Gebruik `voorheen` (hernoemd) of `ingetrokken` (weggehaald), of zet het veld terug.", err=True)
        click.get_current_context().exit(FOUND)
    if only_check:
        click.echo("Alles wat gepubliceerd is, is er nog.")
        return
    try:
        added = permanence.extend(kennisbank, root, output)
    except OSError as error:
        raise click.UsageError(f"De map {output} is niet te beschrijven ({os_reason(error)}).") from None
    click.echo(", ".join(f"{name}: {count} erbij" for name, count in added.items()) + ".")
