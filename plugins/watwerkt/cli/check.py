"""The command `check`: what is wrong with the records."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from watwerkt.cli.dutch import FOUND, DutchCommand
from watwerkt.cli.files import cache_option, content_folder, content_option
from watwerkt.knowledge.kennisbank import KennisbankError
from watwerkt.knowledge.loading import load
from watwerkt.reading import render
from watwerkt.reading.codes import CODES
from watwerkt.reading.findings import Ernst
from watwerkt.reading.summary import markdown
from watwerkt.views.index import build_index
from watwerkt.views.voorproef import voorproef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watwerkt.reading.findings import Finding

_FORMATS = ("text", "github", "json", "sarif", "markdown")


@click.command(cls=DutchCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[BESTAND OF MAP]...")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="Vorm van de uitvoer.")
@click.option("--strict", is_flag=True, help="Behandel waarschuwingen als fouten.")
@click.option("--tips", is_flag=True, help="Toon ook elke tip voluit (alleen bij text).")
@content_option
@cache_option
def check(paths: tuple[Path, ...], form: str, strict: bool, tips: bool, content: Path, cache: Path | None) -> None:
    """Controleer de records.

    Zonder BESTAND OF MAP worden alle fouten en waarschuwingen getoond en de tips geteld; anders alle bevindingen
    van de genoemde bestanden. De hele inhoud wordt altijd gelezen, omdat records naar elkaar verwijzen. De
    uitkomst is 0 (in orde), 1 (fouten, of waarschuwingen met --strict) of 2 (verkeerd gebruik).
    """
    root = content_folder(content)
    wanted = [_inside(path, root) for path in paths]
    trouble, preview = "", ""
    try:
        kennisbank = load(root, cache=cache)
        if form == "markdown":
            preview = voorproef(build_index(kennisbank), _practices(wanted))
        found: Sequence[Finding] = kennisbank.findings
    except KennisbankError as error:
        found, trouble = error.findings, str(error)
    shown = [item for item in found if not wanted or any(_covers(path, item.bestand) for path in wanted)]
    click.echo(_rendered(shown, form, root, _checked(root, wanted), tips or bool(wanted)) + preview, nl=False)
    if trouble:
        click.echo(trouble, err=True)
    if trouble or any(_blocks(item, strict) for item in shown):
        click.get_current_context().exit(FOUND)


def _blocks(item: Finding, strict: bool) -> bool:
    """Whether a finding makes the check fail; a stricter rule that only warns has a reason to (see `ratchet`)."""
    warned = item.niveau is Ernst.WAARSCHUWING and not CODES[item.code].strenger
    return item.niveau is Ernst.FOUT or (strict and warned)


def _inside(path: Path, root: Path) -> str:
    """Return a path as findings name it, or refuse it in Dutch."""
    if not path.exists() and not path.is_symlink():
        raise click.UsageError(f"Het bestand of de map {path} bestaat niet.")
    # a link inside the content is reported as a finding, so only its folder is resolved
    place = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
    if not place.is_relative_to(root):
        raise click.UsageError(f"{path} staat niet in de map met de inhoud ({root.name}).")
    return place.relative_to(root.parent).as_posix()


def _practices(wanted: list[str]) -> list[str]:
    return [Path(path).stem for path in wanted if Path(path).parent.name == "praktijken"]


def _covers(path: str, bestand: str) -> bool:
    return bestand == path or bestand.startswith(f"{path}/")


def _checked(root: Path, wanted: list[str]) -> int:
    every = [path.relative_to(root.parent).as_posix() for path in sorted(root.glob("*/*.yml"))]
    return sum(not wanted or any(_covers(path, bestand) for path in wanted) for bestand in every)


def _rendered(findings: Sequence[Finding], form: str, root: Path, checked: int, tips: bool) -> str:
    if form == "markdown":
        return markdown(findings, checked)
    if form == "github":
        return render.github(findings)
    if form == "json":
        return render.as_json(findings)
    if form == "sarif":
        return render.sarif(findings, version("watwerkt"))
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return render.text(findings, lambda bestand: _lines(root.parent / bestand), checked, colour=colour, tips=tips)


def _lines(path: Path) -> list[str]:
    try:
        if path.is_symlink() or not path.is_file():
            return []
        with path.open("rb") as stream:
            return stream.read(1 << 20).decode("utf-8", "replace").split("\n")
    except OSError:
        return []  # the finding itself tells that it cannot be read
