"""What commands share: loading the content and writing a file, both without a traceback and without loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from watwerkt.knowledge.kennisbank import Kennisbank, KennisbankError, load
from watwerkt.reading.words import os_reason

if TYPE_CHECKING:
    from pathlib import Path


def content_folder(content: Path) -> Path:
    """Return the content folder as an absolute path.

    Raises:
        click.UsageError: it does not exist.
    """
    if not content.is_dir():
        raise click.UsageError(f"De map met de inhoud ({content}) bestaat niet. Wijs haar aan met --content.")
    return content.resolve()


def load_or_explain(content: Path) -> Kennisbank:
    """Load the knowledge base; what is wrong with single records does not matter here.

    Raises:
        click.ClickException: there is no folder or no usable rubric.
    """
    try:
        return load(content_folder(content))
    except KennisbankError as error:
        raise click.ClickException(f"{error} Zie: watwerkt check") from None


def write_new(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file; one that is there stays, unless ``force``.

    Raises:
        click.ClickException: the file exists or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb" if force else "xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise click.ClickException(
            f"{path} bestaat al en is niet veranderd. Kies een andere naam, of vervang het met --force."
        ) from None
    except OSError as error:
        raise click.ClickException(f"{path} is niet te schrijven ({os_reason(error)}).") from None
