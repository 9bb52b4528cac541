"""What the print commands share: reading the content, the address of the site, and writing without losing a file."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from watwerkt.knowledge.kennisbank import KennisbankError, load
from watwerkt.pdf.engine import pages_of
from watwerkt.pdf.jobs import Jobs
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.reading.findings import Ernst
from watwerkt.views.drukwerk import bladzijden_tekst, omvang_tekst
from watwerkt.views.index import Index, build_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from watwerkt.pdf.jobs import PrintJob

ADDRESS = "WATWERKT_SITE_URL"
DEFAULT_ADDRESS = "https://watwerktindewijk.example/"


@dataclass(frozen=True, slots=True)
class Printing:
    """An index of the content, what can be printed from it, and the press."""

    index: Index
    jobs: Jobs
    press: Press
    adres: str


def content_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that every print command has: ``--content``, ``--cache`` and ``--adres``."""
    for option in (
        click.option(
            "--content", type=click.Path(path_type=Path), default=Path("content"), help="De map met de inhoud."
        ),
        click.option("--cache", type=click.Path(path_type=Path), default=None, help="Map om resultaten in te bewaren."),
        click.option(
            "--adres",
            envvar=ADDRESS,
            default=DEFAULT_ADDRESS,
            help=f"Webadres van de site, voor links en de QR-code. Anders uit {ADDRESS}.",
        ),
    ):
        command = option(command)
    return command


def open_content(content: Path, cache: Path | None, adres: str) -> Printing:
    """Read the content or stop with what is wrong, in Dutch; a record with mistakes is left out and named."""
    root = content.resolve()
    if not root.is_dir():
        raise click.UsageError(f"De map met de inhoud ({content}) bestaat niet. Wijs haar aan met --content.")
    if not adres.startswith(("http://", "https://")):
        raise click.UsageError(
            f"Het adres ‘{adres}’ begint niet met https://. Geef het volledige webadres van de site."
        )
    try:
        kennisbank = load(root, cache=cache)
    except KennisbankError as error:
        raise click.ClickException(f"{error}\nBekijk alle meldingen met: watwerkt check") from None
    wrong = sorted({f.bestand for f in kennisbank.findings if f.niveau is Ernst.FOUT})
    if wrong:
        click.echo(f"Let op: {len(wrong)} bestand(en) met fouten doen niet mee: {', '.join(wrong)}.", err=True)
    if not kennisbank.praktijken:
        raise click.ClickException("Er zijn geen praktijken zonder fouten. Bekijk de meldingen met: watwerkt check")
    index = build_index(kennisbank)
    return Printing(index, Jobs(index, kennisbank.peildatum), Press(adres, PdfStore(cache)), adres)


def print_to(printing: Printing, job: PrintJob, output: Path | None, usual: str) -> None:
    """Print a job to a file and say what and where; without ``output`` to ``usual``, which must not exist yet."""
    target = checked_target(output, usual, ".pdf")
    pdf = printing.press.pdf(job)
    existed = write(target, pdf)
    facts = f"{job.stuk.papier}, {bladzijden_tekst(pages_of(pdf))}, {omvang_tekst(len(pdf))}"
    click.echo(f"{'Vervangen' if existed else 'Geschreven'}: {target} ({facts}).")
    if printing.adres.rstrip("/").endswith(".example"):
        click.echo(
            f"Let op: de QR-code leidt naar {printing.adres}, dat niet bestaat. "
            f"Geef het adres van de site met --adres of in {ADDRESS}.",
            err=True,
        )


def checked_target(output: Path | None, usual: str, ending: str) -> Path:
    """Return where to write, or refuse before any work is done."""
    target = output or Path(usual)
    if output is None and target.exists():
        raise click.UsageError(f"{target} bestaat al. Kies een naam, of vervang het bestand, met: -o {target}")
    if target.is_dir():
        raise click.UsageError(f"{target} is een map. Noem een bestand, bijvoorbeeld: -o {target / usual}")
    if target.suffix.lower() != ending:
        raise click.UsageError(f"De naam {target} eindigt niet op {ending}. Schrijf: -o {target.with_suffix(ending)}")
    if not target.parent.is_dir():
        raise click.UsageError(f"De map {target.parent} bestaat niet. Maak haar eerst.")
    return target


def write(target: Path, content: bytes) -> bool:
    """Write a file as a whole or not at all; returns whether it was there before."""
    existed = target.exists()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except OSError as error:
        raise click.ClickException(f"{target} is niet te schrijven ({error.strerror}).") from None
    return existed


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def told(message: str) -> None:
    """Say how far the work is, to who watches; a file or a next program gets only the result."""
    if sys.stderr.isatty():
        click.echo(message, err=True)
