"""What commands share: loading the content and writing a file, both without a traceback and without loss."""

from __future__ import annotations

from pathlib import Path

import click

from watwerkt.knowledge import files
from watwerkt.knowledge.collections import COLLECTIONS
from watwerkt.knowledge.kennisbank import Kennisbank, KennisbankError
from watwerkt.knowledge.loading import load
from watwerkt.reading.words import os_reason

content_option = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), help="De map met de inhoud."
)
cache_option = click.option(
    "--cache", type=click.Path(path_type=Path), default=None, help="Map om resultaten in te bewaren."
)


def content_folder(content: Path) -> Path:
    """Return the content folder as an absolute path.

    Raises:
        click.UsageError: it does not exist, or it is one of the folders in it.
    """
    if not content.is_dir():
        raise click.UsageError(f"De map met de inhoud ({content}) bestaat niet. Wijs haar aan met --content.")
    root = content.resolve()
    if root.name in COLLECTIONS and not any((root / name).is_dir() for name in COLLECTIONS):
        raise click.UsageError(f"{content} is maar een deel van de inhoud. Wijs de map daarboven aan met --content.")
    return root


def load_or_explain(content: Path, cache: Path | None = None) -> Kennisbank:
    """Load the knowledge base; what is wrong with single records does not matter here.

    Raises:
        click.ClickException: there is no folder or no usable rubric.
    """
    try:
        return load(content_folder(content), cache=cache)
    except KennisbankError as error:
        raise click.ClickException(f"{error}\nBekijk alle meldingen met: watwerkt check --content {content}") from None


def write_new(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file; one that is there stays, unless ``force``.

    Raises:
        click.ClickException: the file exists or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if force:
            write_whole(path, data)
            return
        with path.open("xb") as stream:
            try:
                stream.write(data)
                stream.flush()
            except OSError:
                path.unlink()
                raise
    except FileExistsError:
        raise click.ClickException(
            f"{path} bestaat al en is niet veranderd. Kies een andere naam, of vervang het met --force."
        ) from None
    except OSError as error:
        raise click.ClickException(f"{path} is niet te schrijven ({os_reason(error)}).") from None


def write_whole(path: Path, data: bytes) -> bool:
    """Write a file as a whole or not at all; returns whether it was there before.

    Raises:
        click.ClickException: the file cannot be written.
    """
    existed = path.exists()
    try:
        files.write_whole(path, data)
    except OSError as error:
        raise click.ClickException(f"{path} is niet te schrijven ({os_reason(error)}).") from None
    return existed
