"""The command `new`: a new practice, from questions and answers, from a Word file or from a spreadsheet."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from watwerkt.cli.asking import Interview, Stopped
from watwerkt.cli.dutch import FOUND, DutchCommand
from watwerkt.cli.files import content_folder, load_or_explain, write_new
from watwerkt.knowledge.kennisbank import load
from watwerkt.reading import render
from watwerkt.reading.findings import Ernst
from watwerkt.submission.assembly import slug
from watwerkt.submission.draft import NAMELESS, draft, drafts_from
from watwerkt.submission.office import OfficeError
from watwerkt.submission.wizard import Answers

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.submission.draft import Draft

UNFINISHED = ".nieuw"
"""Folder beside the content where unfinished answers wait."""


@click.command("new", cls=DutchCommand)
@click.argument("sleutel", required=False)
@click.option("--from", "source", type=click.Path(path_type=Path), help="Neem over uit een .docx- of .xlsx-bestand.")
@click.option("--content", type=click.Path(path_type=Path), default=Path("content"), help="De map met de inhoud.")
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
        written = [_interviewed(place, kennisbank, sleutel, today)]
    else:
        written = _taken_over(place, kennisbank, source, sleutel, today)
    _judge(place.root, [path for path in written if path])


@dataclass(frozen=True)
class _Place:
    """Where records go, and whether one that is there may be replaced."""

    root: Path
    force: bool

    def write(self, made: Draft) -> Path | None:
        """Write a record; gives nothing when the author rather keeps what is there."""
        path = self.root / "praktijken" / f"{made.sleutel}.yml"
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


def _taken_over(
    place: _Place, kennisbank: Kennisbank, source: Path, sleutel: str | None, today: str
) -> list[Path | None]:
    try:
        made = drafts_from(source, kennisbank, today)
    except OfficeError as error:
        raise click.ClickException(str(error)) from None
    if sleutel and len(made) > 1:
        raise click.UsageError("Geef geen SLEUTEL bij een bestand met meer praktijken; die volgt uit elke titel.")
    taken: set[str] = set()
    written = []
    for item in made:
        item = _named(item, sleutel, taken)
        taken.add(item.sleutel)
        written.append(place.write(item))
        _report(item)
    return written


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


def _report(made: Draft) -> None:
    if made.sleutel.startswith(NAMELESS):
        click.echo("  Er is geen titel gevonden; geef het bestand een eigen naam en zet die ook achter `id:`.")
    for item in made.niet_begrepen:
        text = " ".join(item.tekst.split())
        shown = text if len(text) <= 100 else text[:99] + "…"
        click.echo(f"  Niet begrepen: {item.plek}, ‘{item.kop}’: {item.reden}\n    {shown}")
    if made.niet_begrepen:
        click.echo("  Deze teksten staan als opmerking onder in het bestand, zodat er niets verloren gaat.")


def _interviewed(place: _Place, kennisbank: Kennisbank, sleutel: str | None, today: str) -> Path | None:
    interview = Interview(kennisbank)
    titel = ""
    try:
        if sleutel is None:
            titel, sleutel = interview.name_and_key()
        answers = _answers(place.root.parent / UNFINISHED / f"{_valid_key(sleutel)}.json")
        if titel:
            answers.data.setdefault("titel", titel)
            answers.save()
        interview.run(answers)
    except Stopped:
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
