"""What the print commands share: reading the content, the address of the site, and writing without losing a file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from watwerkt.cli.address import site_url_option
from watwerkt.cli.files import cache_option, content_option, load_or_explain, write_whole
from watwerkt.pdf.engine import pages_of
from watwerkt.pdf.jobs import Jobs
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.reading.findings import Ernst
from watwerkt.views.drukwerk import bladzijden_tekst, omvang_tekst
from watwerkt.views.index import Index, build_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from watwerkt.pdf.jobs import PrintJob


@dataclass(frozen=True, slots=True)
class Printing:
    """An index of the content, what can be printed from it, and the press."""

    index: Index
    jobs: Jobs
    press: Press
    site_url: str


def content_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that every print command has: ``--content``, ``--cache`` and ``--site-url``."""
    for option in (content_option, cache_option, site_url_option):
        command = option(command)
    return command


def open_content(content: Path, cache: Path | None, site_url: str) -> Printing:
    """Read the content or stop with what is wrong, in Dutch; a record with mistakes is left out and named."""
    kennisbank = load_or_explain(content, cache)
    wrong = sorted({f.bestand for f in kennisbank.findings if f.niveau is Ernst.FOUT})
    if wrong:
        click.echo(f"Let op: {len(wrong)} bestand(en) met fouten doen niet mee: {', '.join(wrong)}.", err=True)
    if not kennisbank.praktijken:
        raise click.ClickException("Er zijn geen praktijken zonder fouten. Bekijk de meldingen met: watwerkt check")
    index = build_index(kennisbank)
    return Printing(index, Jobs(index, kennisbank.peildatum), Press(site_url, PdfStore(cache)), site_url)


def print_to(printing: Printing, job: PrintJob, output: Path | None, usual: str) -> None:
    """Print a job to a file and say what and where; without ``output`` to ``usual``, which must not exist yet."""
    target = checked_target(output, usual, ".pdf")
    pdf = printing.press.pdf(job)
    existed = write_whole(target, pdf)
    facts = f"{job.stuk.papier}, {bladzijden_tekst(pages_of(pdf))}, {omvang_tekst(len(pdf))}"
    click.echo(f"{'Vervangen' if existed else 'Geschreven'}: {target} ({facts}).")
    if printing.site_url.endswith(".example/"):
        click.echo(
            f"Let op: de QR-code leidt naar {printing.site_url}, dat niet bestaat. "
            "Geef het adres van de site met --site-url of in WATWERKT_SITE_URL.",
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


def told(message: str) -> None:
    """Say how far the work is, to who watches; a file or a next program gets only the result."""
    if sys.stderr.isatty():
        click.echo(message, err=True)
