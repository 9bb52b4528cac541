"""The command `new`: a new practice, from questions and answers, from a Word file or from a spreadsheet."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from watwerkt.cli.asking import Interview, Stopped
from watwerkt.cli.dutch import FOUND, DutchCommand
from watwerkt.cli.files import content_folder, content_option, load_or_explain, write_new
from watwerkt.knowledge.loading import load
from watwerkt.reading import render
from watwerkt.reading.findings import Ernst
from watwerkt.reading.words import os_reason, slug
from watwerkt.submission.draft import NAMELESS, draft, drafts_from
from watwerkt.submission.office import OfficeError
from watwerkt.submission.wizard import Answers

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.submission.draft import Draft
    from watwerkt.submission.passages import NotUnderstood

UNFINISHED = ".nieuw"
"""Folder beside the content where unfinished answers wait."""


@click.command("new", cls=DutchCommand)
@click.argument("sleutel", required=False)
@click.option("--from", "source", type=click.Path(path_type=Path), help="Neem over uit een .docx- of .xlsx-bestand.")
@content_option
@click.option("--force", is_flag=True, help="Vervang een record dat er al is zonder te vragen.")
def new(sleutel: str | None, source: Path | None, content: Path, force: bool) -> None:
    """Maak een nieuw record.

    Zonder --from worden vragen gesteld; stoppen kan altijd, een volgende keer gaat u verder. SLEUTEL is de naam van
    het bestand, zoals buurtmoeders-deventer. Daarna volgt meteen de controle.
    """
    kennisbank = load_or_explain(content)
    place = _Place(content_folder(content), force)
    today = date.today().isoformat()  # noqa: DTZ011 - the author's own day
    if source is None:
        path = _interviewed(place, kennisbank, sleutel, today)
        written = [path] if path else []
    else:
        written = _taken_over(place, kennisbank, source, sleutel, today)
    _judge(place.root, written)


@dataclass(frozen=True)
class _Place:
    """Where records go, and whether one that is there may be replaced."""

    root: Path
    force: bool

    def refuse_taken(self, sleutel: str) -> None:
        """Refuse a key that is taken before any question is asked, so that nobody answers for nothing.

        Raises:
            click.ClickException: there is a record with this key, and it may not be replaced.
        """
        path = self._path(sleutel)
        if path.exists() and not self.force:
            raise click.ClickException(
                f"Er is al een praktijk met de sleutel {sleutel} ({path}). Kies een andere sleutel, of verbeter dat "
                "bestand. Vervangen kan met --force."
            )

    def _path(self, sleutel: str) -> Path:
        return self.root / "praktijken" / f"{sleutel}.yml"

    def write(self, made: Draft) -> Path | None:
        """Write a record; gives nothing when the author rather keeps what is there."""
        path = self._path(made.sleutel)
        replace = self.force
        if path.exists() and not replace:
            question = f"{path.name} bestaat al. Vervangen? Wat er staat, gaat dan verloren"
            if not sys.stdin.isatty() or not click.confirm(question):
                click.echo(f"{path} bestaat al en is niet veranderd. Kies een andere sleutel of gebruik --force.")
                return None
            replace = True
        write_new(path, made.tekst.encode(), force=replace)
        click.echo(f"Geschreven: {path}")
        return path


def _taken_over(place: _Place, kennisbank: Kennisbank, source: Path, sleutel: str | None, today: str) -> list[Path]:
    try:
        made = drafts_from(source, kennisbank, today)
    except OfficeError as error:
        raise click.ClickException(str(error)) from None
    if sleutel and len(made) > 1:
        raise click.UsageError("Geef geen SLEUTEL bij een bestand met meer praktijken; die volgt uit elke titel.")
    taken: set[str] = set()
    written: dict[Path, Draft] = {}
    for item in made:
        item = _named(item, sleutel, taken)
        taken.add(item.sleutel)
        path = place.write(item)
        if path is None:
            continue
        written[path] = item
        if item.sleutel.startswith(NAMELESS):
            click.echo("  Er is geen titel gevonden; geef het bestand een eigen naam en zet die ook achter `id:`.")
    _report(list(written.values()))
    return list(written)


def _named(item: Draft, sleutel: str | None, taken: set[str]) -> Draft:
    """Give a draft the key that was asked for, or one that no other row of the same file has."""
    wanted = _valid_key(sleutel) if sleutel else item.sleutel
    free, number = wanted, 2
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    if free == item.sleutel:
        return item
    return item.renamed(free)


def _valid_key(sleutel: str) -> str:
    if slug(sleutel) != sleutel:
        hint = f" Bijvoorbeeld: {slug(sleutel)}." if slug(sleutel) else ""
        raise click.UsageError(
            f"{sleutel} kan geen sleutel zijn: alleen kleine letters, cijfers en enkele streepjes.{hint}"
        )
    return sleutel


def _report(made: list[Draft]) -> None:
    """Tell what was not understood, or chosen; what is the same in many rows of a list is told once."""
    alike: dict[tuple[bool, str, str], list[NotUnderstood]] = defaultdict(list)
    for item in (item for one in made for item in one.niet_begrepen):
        alike[item.gekozen, item.kop, item.reden].append(item)
    for (gekozen, kop, reden), items in sorted(alike.items(), key=lambda pair: pair[0][0]):
        text = " ".join(items[0].tekst.split())
        shown = text if len(text) <= 100 else text[:99] + "…"
        more = f" en nog {len(items) - 1} keer" if len(items) > 1 else ""
        head = "Kijk na" if gekozen else "Niet begrepen"
        click.echo(f"  {head}: {items[0].plek}{more}{f', ‘{kop}’' if kop else ''}: {reden}\n    {shown}")
    if alike:
        click.echo("  Deze teksten staan als opmerking onder in het bestand, zodat er niets verloren gaat.")


def _interviewed(place: _Place, kennisbank: Kennisbank, sleutel: str | None, today: str) -> Path | None:
    interview = Interview(kennisbank)
    titel = ""
    try:
        if sleutel is None:
            titel, sleutel = interview.name_and_key()
        place.refuse_taken(_valid_key(sleutel))
        answers = _answers(place.root.parent / UNFINISHED / f"{sleutel}.json")
        if titel:
            answers.data.setdefault("titel", titel)
            answers.save()
        interview.run(answers)
    except OSError as error:
        raise click.ClickException(
            f"Uw antwoorden zijn niet te bewaren in {place.root.parent / UNFINISHED} ({os_reason(error)}). "
            "Werk in een map waar u mag schrijven."
        ) from None
    except (Stopped, KeyboardInterrupt):
        again = f"Bewaard. Ga later verder met: watwerkt new {sleutel}" if sleutel else "Gestopt; er is niets bewaard."
        click.echo(f"\n{again}")
        return None
    data = {"id": sleutel, "record_status": "concept", "bijgewerkt": today} | answers.data
    path = place.write(draft(data))
    if path:
        answers.discard()
    else:
        click.echo(f"Uw antwoorden staan nog in {answers.file}.")
    return path


def _answers(file: Path) -> Answers:
    try:
        return Answers.resume(file)
    except ValueError as error:
        raise click.ClickException(str(error)) from None


def _judge(root: Path, paths: list[Path]) -> None:
    """Say at once what `watwerkt check` says of the new files."""
    names = {path.relative_to(root.parent).as_posix(): path for path in paths}
    if not names:
        return
    found = [item for item in load(root).findings if item.bestand in names]
    texts = {name: path.read_text(encoding="utf-8").split("\n") for name, path in names.items()}
    click.echo("\n" + render.text(found, lambda bestand: texts[bestand], len(names)), nl=False)
    if any(item.niveau is Ernst.FOUT for item in found):
        click.get_current_context().exit(FOUND)
