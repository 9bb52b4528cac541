"""The command `template`: an empty record full of explanation."""

from __future__ import annotations

from pathlib import Path

import click

from watwerkt.cli.dutch import DutchCommand
from watwerkt.cli.files import content_option, load_or_explain, write_new
from watwerkt.submission.issue_form import issue_form as forge_form
from watwerkt.submission.office_templates import sheet_template, word_template
from watwerkt.submission.template import template

_OFFICE = {".docx": word_template, ".xlsx": sheet_template}
_MEANT = {".doc": ".docx", ".odt": ".docx", ".xls": ".xlsx", ".ods": ".xlsx", ".csv": ".xlsx"}
"""Endings of files like those that we make."""


@click.command("template", cls=DutchCommand)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="BESTAND", help="Schrijf hierheen.")
@content_option
@click.option("--issue-form", is_flag=True, help="Maak het aanmeldformulier voor de forge.")
@click.option("--force", is_flag=True, help="Vervang een bestand dat er al is.")
def write_template(output: Path | None, content: Path, issue_form: bool, force: bool) -> None:
    """Maak een leeg record vol uitleg, om in te vullen.

    Eindigt BESTAND op .docx of .xlsx, dan wordt het een Word-document of een rekenblad met een rij per praktijk. Neem
    het ingevulde bestand over met: watwerkt new --from BESTAND.
    """
    if output and output.suffix != ".yml" and output.suffix.lower() not in _OFFICE:
        same = output.with_name(output.stem + _MEANT.get(output.suffix.lower(), ".yml")) if output.name else output
        meant = output / "mijn-praktijk.yml" if output.is_dir() else same
        raise click.UsageError(f"De naam {output} eindigt niet op .yml, .docx of .xlsx. Schrijf: -o {meant}")
    office = _OFFICE.get(output.suffix.lower()) if output else None
    if office:
        data = office()
    else:
        kennisbank = load_or_explain(content)
        data = (forge_form(kennisbank) if issue_form else template(kennisbank.rubriek)).encode()
    if output is None:
        click.echo(data.decode(), nl=False)
        return
    write_new(output, data, force=force)
    click.echo(f"Geschreven: {output}")
