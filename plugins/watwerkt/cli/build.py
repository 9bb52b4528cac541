"""The command `build`: the site brought up to date in place."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from watwerkt import ledger
from watwerkt.cli.dutch import FOUND, DutchCommand
from watwerkt.fingerprint import fingerprint

_SHOWN = 5


@click.command(cls=DutchCommand)
@click.option("-d", "--site-dir", "site", type=click.Path(path_type=Path), default=None, help="Map voor de site.")
@click.option(
    "-f", "--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), help="De instellingen van de site."
)
@click.option("--strict", is_flag=True, help="Waarschuwingen zijn fouten: verander dan niets aan de site.")
def build(site: Path | None, config: Path, strict: bool) -> None:
    """Werk de site bij: dezelfde als van `mkdocs build`, maar alleen wat anders is wordt geschreven.

    De site wordt niet eerst leeggemaakt. Bestanden die niet meer nodig zijn gaan weg, als dit commando ze zelf heeft
    gemaakt. Breekt u het af, dan blijft de oude site bruikbaar.
    """
    if not config.is_file():
        raise click.UsageError(f"Het bestand {config} bestaat niet. Wijs de instellingen van de site aan met --config.")
    place = ledger.place_of(config, site)
    known = ledger.read(place)
    try:
        now = fingerprint(config, known.sources, known.seen) if known else None
    except OSError as error:
        raise _not_done("De inhoud is niet te lezen", error, config) from None
    if known and now and known.unchanged(now):
        for warning in known.warnings:
            click.echo(f"WARNING -  {warning}", err=True)
        click.echo(f"Niets veranderd: {len(known.files)} bestanden in {known.site}, 0 geschreven.")
        click.get_current_context().exit(FOUND if strict and known.warnings else 0)
    _tell_warnings()
    from watwerkt.building import rebuild  # here, so that the answer above does not wait for these

    try:
        done = rebuild(config, site, place, known, now, strict=strict)
    except OSError as error:
        raise _not_done("De site kon niet worden geschreven", error, site or Path("site")) from None
    gone = f", {len(done.removed)} verwijderd" if done.removed else ""
    click.echo(f"{len(done.written)} van {done.files} bestanden geschreven{gone}.")
    if done.strange:
        shown = ", ".join(done.strange[:_SHOWN]) + (" …" if len(done.strange) > _SHOWN else "")
        click.echo(f"Niet door dit commando gemaakt, dus blijven staan: {len(done.strange)} ({shown}).", err=True)


def _not_done(what: str, error: OSError, place: Path) -> click.ClickException:
    from watwerkt.reading.words import os_reason

    return click.ClickException(f"{what} ({error.filename or place}: {os_reason(error)}).")


def _tell_warnings() -> None:
    """Show the warnings of the build, as `mkdocs build --quiet` does, and how far we are."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    log.propagate = False
    log.handlers[:] = [handler]
    logging.getLogger("mkdocs.plugins.watwerkt").setLevel(logging.INFO)
    logging.getLogger("mkdocs.plugins.watwerkt.meldingen").setLevel(logging.WARNING)
