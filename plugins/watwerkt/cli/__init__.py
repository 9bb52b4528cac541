"""Command line: thin, Dutch, and without a traceback for any mistake of a user. One module per command."""

from __future__ import annotations

import sys
from importlib.metadata import version

import click

from watwerkt.cli.booklet import booklet
from watwerkt.cli.bundle import bundle
from watwerkt.cli.check import check
from watwerkt.cli.dutch import DutchGroup
from watwerkt.cli.export import export
from watwerkt.cli.new import new
from watwerkt.cli.permanent import permanent
from watwerkt.cli.report import report
from watwerkt.cli.schema import write_schemas
from watwerkt.cli.template import write_template
from watwerkt.cli.worksheet import worksheet


@click.group(cls=DutchGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("watwerkt"), "--version", message="%(prog)s %(version)s", help="Toon de versie.")
def main() -> None:
    """Wat werkt in de wijk: records controleren, en printen of meenemen wat erin staat."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


for command in (check, new, write_template, report, booklet, worksheet, bundle, export, permanent, write_schemas):
    main.add_command(command)
