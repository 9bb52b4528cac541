"""The command `bundle`: the whole site with its PDFs and data in one zip, for a stick."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from watwerkt.cli.dutch import DutchCommand
from watwerkt.cli.files import content_option, load_or_explain, write_whole
from watwerkt.cli.printing import checked_target
from watwerkt.site.stick import TOP, archive, stick_files
from watwerkt.views.drukwerk import omvang_tekst
from watwerkt.views.tekst import NAAM, moment

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

USUAL = f"{TOP}.zip"


@click.command(cls=DutchCommand)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help=f"Het bestand; anders {USUAL}.")
@click.option(
    "--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), help="De instellingen van de site."
)
@content_option
def bundle(output: Path | None, config: Path, content: Path) -> None:
    """Maak één zip met de hele site, de boekjes, de werkbladen en de gegevens, voor op een stick.

    Uitgepakt opent de site met index.html in elke browser, ook zonder internet. Dezelfde inhoud geeft hetzelfde
    bestand.
    """
    target = checked_target(output, USUAL, ".zip")
    if not config.is_file():
        raise click.UsageError(f"Het bestand {config} bestaat niet. Wijs de instellingen van de site aan met --config.")
    kennisbank = load_or_explain(content)
    with tempfile.TemporaryDirectory(prefix="watwerkt-bundle-") as name:
        click.echo("1 van 2: de site en de pdf’s worden gemaakt …", err=True)
        _build(config, Path(name))
        click.echo("2 van 2: alles wordt ingepakt …", err=True)
        files = {"LEESMIJ.txt": leesmij(kennisbank).encode()} | dict(stick_files(Path(name)))
    packed = archive(files, kennisbank.peildatum)
    existed = write_whole(target, packed)
    pdfs = sum(file.endswith(".pdf") for file in files)
    click.echo(
        f"{'Vervangen' if existed else 'Geschreven'}: {target} ({len(files)} bestanden, waaronder {pdfs} pdf’s; "
        f"{omvang_tekst(len(packed))}). Pak het uit en open {TOP}/index.html."
    )


def _build(config: Path, folder: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(config),
        "--site-dir",
        str(folder),
    ]
    done = subprocess.run(  # noqa: S603 - our own interpreter and paths, no shell
        command,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.stderr.strip():
        click.echo(done.stderr.strip(), err=True)
    if done.returncode:
        raise click.ClickException("De site kon niet worden gemaakt; hierboven staat waarom. Er is niets geschreven.")


def leesmij(kennisbank: Kennisbank) -> str:
    """What is in the archive and how to open it, for who has never seen it."""
    dag = moment(kennisbank.peildatum.isoformat())
    return f"""{NAAM}
Gegevens van {dag}, {len(kennisbank.praktijken)} praktijken

OPENEN
Pak het zip-bestand eerst uit. Open daarna index.html met een browser (dubbelklikken).
Alles werkt zonder internet: zoeken, filteren, vergelijken en de quick-scan.
Er wordt niets verstuurd. Links naar andere websites werken alleen met internet.

PRINTEN
werkbladen/             boekjes per thema en interventietype, en werkbladen om in te vullen
praktijken/<sleutel>/   het rapport van elke praktijk, <sleutel>.pdf

GEGEVENS
data/v1/                tabellen voor Excel en LibreOffice, en alles als CSV, JSON en SQLite
praktijken/, interventietypen/, bronnen/, begrippen/ en model/
                        elk record als YAML: te lezen met elk tekstprogramma

KOPIEREN MAG
Teksten en gegevens: CC BY 4.0, met naamsvermelding ({NAAM}).
Programmatuur: EUPL-1.2.

Wat wij niet weten, heet ook hier onbekend. Dat is geen nul en geen slecht oordeel.
"""
