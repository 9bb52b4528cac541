"""Click in Dutch: commands whose help and mistakes are explained in Dutch, and that stop quietly when asked to."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INTERRUPTED = 130
FOUND = 1
"""Exit code when the work was done and something is wrong with what was given."""


class DutchCommand(click.Command):
    """A command that offers its help in Dutch."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with a Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; a mistake in them is explained with this command, and not with the whole program."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class DutchGroup(DutchCommand, click.Group):
    """A command group whose mistakes are explained in Dutch, and that stops quietly when asked to.

    ``commands_in`` says by name in which module of this package each command is, and what it is called there.
    """

    command_class = DutchCommand

    def __init__(self, *args: Any, commands_in: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self._commands_in = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, sorted."""
        return sorted(self._commands_in)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return it."""
        if cmd_name not in self._commands_in:
            return None
        module, _, name = self._commands_in[cmd_name].partition(":")
        try:
            command: click.Command = getattr(import_module(f"watwerkt.cli.{module}"), name)
        except ModuleNotFoundError as error:
            raise click.ClickException(
                f"Het pakket {error.name} ontbreekt: wat er is geïnstalleerd, is ouder dan het project. Typ: make site"
            ) from error
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one looks like it."""
        if args and args[0] not in self._commands_in and not args[0].startswith("-"):
            raise click.NoSuchCommand(args[0], possibilities=self._commands_in, ctx=ctx)
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and exit with its code."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            sys.exit(super().main(args, prog_name, complete_var, standalone_mode=False, **extra) or 0)
        except click.ClickException as error:
            click.echo(_in_dutch(error), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("Afgebroken.", err=True)
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            _close_output()


def _close_output() -> NoReturn:
    # the reader (such as `head`) has seen enough; without this Python complains when it exits
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(0)


def _in_dutch(error: click.ClickException) -> str:
    if not isinstance(error, click.UsageError):
        return error.format_message()
    where = error.ctx.command_path if error.ctx else "watwerkt"
    return f"{_misuse(error)}\nUitleg: {where} --help"


def _misuse(error: click.UsageError) -> str:
    """Word what click itself finds wrong; the sentences of our own commands stay as they are."""
    if isinstance(error, click.NoSuchOption):
        return f"De optie {error.option_name} bestaat niet.{_meant(error.possibilities)}"
    if isinstance(error, click.NoSuchCommand):
        return f"De opdracht {error.command_name} bestaat niet.{_meant(error.possibilities)}"
    if isinstance(error, click.BadOptionUsage):
        kind = "geen" if "does not take" in error.message else "een"
        return f"Bij {error.option_name} hoort {kind} waarde."
    if isinstance(error, click.MissingParameter) and error.param:
        return f"{error.param.make_metavar(error.ctx) if error.ctx else error.param.name} ontbreekt."
    if isinstance(error, click.BadParameter) and error.param:
        if isinstance(error.param.type, click.Choice):
            return f"Kies bij {'/'.join(error.param.opts)} uit: {', '.join(error.param.type.choices)}."
        if isinstance(error.param.type, click.Path):
            return f"{error.message.split(chr(39))[1]} is niet te openen: u hebt daar geen rechten voor."
    if error.message.startswith("Got unexpected extra"):
        return f"Dit is te veel: {error.message.partition('(')[2].rstrip(')')}."
    return error.format_message()


def _meant(close: Sequence[str] | None) -> str:
    return f" Bedoelt u {' of '.join(close)}?" if close else ""
