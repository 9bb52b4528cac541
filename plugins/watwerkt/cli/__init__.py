"""Command line: thin, Dutch, and without a traceback for any mistake of a user. One module per command."""

from __future__ import annotations

import sys
from importlib.metadata import version

import click

from watwerkt.cli.dutch import DutchGroup

COMMANDS = {
    "check": "check:check",
    "new": "new:new",
    "template": "template:write_template",
    "report": "report:report",
    "booklet": "booklet:booklet",
    "worksheet": "worksheet:worksheet",
    "bundle": "bundle:bundle",
    "build": "build:build",
    "export": "export:export",
    "permanent": "permanent:permanent",
    "schema": "schema:write_schemas",
}
"""Module below this one and function of each command; a module is imported when its command is asked for."""


@click.group(cls=DutchGroup, commands_in=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("watwerkt"), "--version", message="%(prog)s %(version)s", help="Toon de versie.")
def main() -> None:
    """Wat werkt in de wijk: records controleren, en printen of meenemen wat erin staat."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
