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
        command: click.Command = getattr(import_module(f"watwerkt.cli.{module}"), name)
        return command

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
    message = error.format_message()
    if isinstance(error, click.NoSuchOption):
        message = f"De optie {error.option_name} bestaat niet."
    elif isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        message = f"Kies bij {'/'.join(error.param.opts)} uit: {', '.join(error.param.type.choices)}."
    elif isinstance(error, click.MissingParameter) and error.param:
        message = f"{error.param.make_metavar(error.ctx) if error.ctx else error.param.name} ontbreekt."
    elif isinstance(error, click.BadOptionUsage):
        message = f"Bij {error.option_name} hoort een waarde."
    elif isinstance(error, click.UsageError) and message.startswith("No such command"):
        message = f"De opdracht {message.split(chr(39))[1]} bestaat niet."
    if isinstance(error, click.UsageError):
        return f"{message}\nUitleg: {error.ctx.command_path if error.ctx else 'watwerkt'} --help"
    return message
