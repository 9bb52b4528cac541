"""Editing a line in a terminal: arrow keys, pasted lines, and an answer that was refused."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator


def edit_lines() -> None:
    """Let `input` know the arrow keys, and take pasted lines as one answer, where the system can (not on Windows)."""
    with suppress(ImportError):
        import readline

        readline.parse_and_bind("set enable-bracketed-paste on")
        readline.set_auto_history(False)


@contextmanager
def to_edit(text: str) -> Iterator[None]:
    """Let the next line that is read begin with a text that was refused, where lines can be edited."""
    try:
        import readline
    except ImportError:
        if text:
            click.echo("  Uw antwoord staat hierboven. Neem het daar over, en verander wat niet goed is.")
        yield
        return
    if text:
        click.echo("  Uw antwoord staat er weer. Pas het aan, of maak de regel leeg met Ctrl-U.")
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield
    finally:
        readline.set_startup_hook(None)
