"""Asking the questions of a new practice in a terminal: help, choices, going back, and stopping without loss."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click

from watwerkt.cli.editing import edit_lines, to_edit
from watwerkt.knowledge.kennisbank import names_of
from watwerkt.knowledge.references import kind_of
from watwerkt.reading.shapes import Kind, fields_of, owner_of
from watwerkt.reading.words import slug
from watwerkt.records import Graad, Praktijk
from watwerkt.submission.assembly import UnclearError, scalar
from watwerkt.submission.judging import judge
from watwerkt.submission.passages import Passage, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.reading.findings import Finding
    from watwerkt.reading.shapes import Shape
    from watwerkt.submission.wizard import Answers, Question

_INTRODUCTION = """\
Beantwoord de vragen. Een lege regel slaat een vraag over.
  ?     uitleg en keuzes        <     een stap terug: het laatste onderdeel, of de vorige vraag
  stop  bewaren en later verder
Weet u iets niet? Sla het over: op de site staat dan ‘onbekend’. Schrijf geen namen van personen."""
_NEEDED = "  Zonder dit veld wordt het record niet opgenomen. Later in het bestand invullen kan ook."
_MANY = 15


class Stopped(Exception):  # noqa: N818 - not an error: the author goes on later
    """The author stops for now; ``value`` is what was typed of the present answer."""

    def __init__(self, value: Any = None) -> None:
        """Take the part of the answer that must not be lost."""
        super().__init__()
        self.value = value


class Back(Exception):  # noqa: N818
    """The author wants the former question again."""


def _take_back(given: list[Any]) -> None:
    """Drop the last part of an answer, so that a step back loses no more than that.

    Raises:
        Back: nothing was typed yet, so the step leads to the former question.
    """
    if not given:
        raise Back
    last = given.pop()
    click.echo(f"    Weggehaald: {_shown(last)}")


def _shown(part: Any) -> str:
    return ", ".join(map(str, part.values())) if isinstance(part, dict) else str(part)


def _judged(question: Question, value: Any) -> list[Finding]:
    """Return what `watwerkt check` would say of an answer."""
    if value is None:
        return []
    whole = value
    for step in reversed(question.pad[1:]):
        whole = {step: whole}
    return [item for item in judge(question.pad[0], whole) if item.code not in ("WW202", "WW601")]


def _places(question: Question, found: list[Finding]) -> set[int]:
    """Return the numbers, from 0, of the parts of a list that findings are about."""
    steps = (re.match(re.escape(question.naam) + r"\[(\d+)\]", item.pad) for item in found)
    return {int(step[1]) for step in steps if step}


def _without_persons(question: Question, value: Any) -> Any:
    """Return what may be kept of an answer that was not accepted: nothing that `check` refuses as personal data."""
    persons = [item for item in _judged(question, value) if item.code.startswith("WW51") and item.niveau == "fout"]
    if not persons:
        return value
    click.echo("  Niet bewaard is wat gegevens van een persoon lijkt te bevatten; het staat hierboven.")
    return _parts(value, _places(question, persons))[0] if isinstance(value, list) else None


def _parts(value: list[Any], places: set[int]) -> tuple[list[Any], list[Any]]:
    """Divide a list in what does not stand at some places, and what does."""
    return [v for i, v in enumerate(value) if i not in places], [v for i, v in enumerate(value) if i in places]


class Interview:
    """Asks, and checks each answer with the rules of `watwerkt check`."""

    def __init__(self, kennisbank: Kennisbank) -> None:
        """Take the knowledge base for its vocabularies."""
        self._kennisbank = kennisbank
        self._input = sys.stdin
        self._refused = ""
        if self._input.isatty():
            edit_lines()

    def name_and_key(self) -> tuple[str, str]:
        """Ask for a name and propose a key for it."""
        click.echo("Hoe heet de praktijk? (Of typ stop.)")
        while not (proposal := slug(name := " ".join(self._first("  naam: ").split()))):
            click.echo("    Geef een naam met letters of cijfers; daarvan komt de naam van het bestand.")
        click.echo(f"De sleutel (naam van het bestand) is voor altijd. Voorstel: {proposal}")
        while slug(key := self._first("  sleutel (leeg = voorstel): ") or proposal) != key:
            click.echo(f"    Alleen kleine letters, cijfers en enkele streepjes, zoals {slug(key) or proposal}.")
        return name, key

    def _first(self, prompt: str) -> str:
        """Read a line before the first question, where there is nothing to go back to."""
        while True:
            try:
                return self._line(prompt)
            except Back:
                click.echo("    Hier is nog geen vraag om naar terug te gaan.")

    def run(self, answers: Answers) -> None:
        """Ask every open question.

        Raises:
            Stopped: the author stops; what was answered is kept.
        """
        click.echo(_INTRODUCTION)
        asked: list[Question] = []
        while todo := answers.open_questions():
            question = todo[0]
            click.echo(f"\nNog {len(todo)} {'vraag' if len(todo) == 1 else 'vragen'}")
            try:
                value = self._answer(question, answers)
            except Back:
                if asked:
                    answers.take_back(asked.pop())
                else:
                    click.echo("  Dit is de eerste vraag.")
                continue
            except Stopped as stopped:
                if stopped.value:
                    answers.give(question, stopped.value)
                raise
            answers.give(question, value)
            asked.append(question)

    def _answer(self, question: Question, answers: Answers) -> Any:
        click.echo(click.style(question.shape.title, bold=True) + f" ({question.shape.grade})")
        click.echo(f"  {question.shape.description}")
        if question.shape.choices:
            click.echo(f"  Kies uit: {', '.join(question.shape.choices)}.")
        elif kind_of(owner_of(Praktijk, question.pad), question.pad[-1]):
            click.echo("  Typ ? voor de lijst; gewone woorden mogen ook.")
        refused: Any = None
        while True:
            self._refused = "" if refused is None or isinstance(refused, list) else str(refused)
            try:
                value = self._ask(question.shape, question.pad[-1], owner_of(Praktijk, question.pad), refused)
                refused = value
                if value is None and question.verplicht:
                    click.echo(_NEEDED)
                found = _judged(question, value)
                for item in found:
                    click.echo(f"  {item.niveau} {item.code}: {item.boodschap}\n    → {item.advies}")
                wrong = [item for item in found if item.niveau == "fout"]
                if not wrong:
                    return value
                if isinstance(value, list):  # what is wrong comes last, where `<` takes it away
                    right, others = _parts(value, _places(question, wrong))
                    refused = right + others
            except Stopped as stopped:
                raise Stopped(_without_persons(question, stopped.value or refused)) from None
            except KeyboardInterrupt:  # while the answer was judged
                raise Stopped(_without_persons(question, refused)) from None

    def _ask(self, shape: Shape, name: str, owner: type[BaseModel], given: Any) -> Any:
        kind = kind_of(owner, name)
        if shape.kind is Kind.LIST and given:
            click.echo("  Wat u gaf, staat er nog. Haal met < weg wat niet goed is; dat is het laatste:")
            for number, part in enumerate(given, 1):
                click.echo(f"  {number} {_shown(part)}")
        if shape.kind is Kind.LIST and shape.item and shape.item.model:
            return self._groups(shape.item.model, given or ())
        if shape.kind is Kind.LIST and shape.item:
            return self._items(shape.item, kind, given or ())
        if shape.kind is Kind.RICH:
            return self._text()
        return self._single(shape, kind)

    def _single(self, shape: Shape, kind: str | None, label: str = "") -> Any:
        while True:
            line = " ".join(self._line(f"  {label}> ", shape, kind).split())
            if not line:
                return None
            try:
                return scalar(shape, line, kind, self._kennisbank)
            except UnclearError as unclear:
                click.echo(f"    {unclear}")

    def _items(self, shape: Shape, kind: str | None, given: Iterable[Any]) -> list[Any] | None:
        click.echo("  Eén per regel; een lege regel sluit af.")
        items = list(given)
        while True:
            try:
                item = self._single(shape, kind, f"{len(items) + 1} ")
                if item is None:
                    return items or None
                items.append(item)
            except (Stopped, KeyboardInterrupt):
                raise Stopped(items) from None
            except Back:
                _take_back(items)

    def _text(self) -> str | None:
        click.echo("  Meer regels mag; een lege regel sluit af.")
        alineas: list[str] = []
        while True:
            try:
                typed = self._line("  > ")
                if not typed:
                    return Passage("", tuple(alineas)).tekst or None
                alineas += filter(None, map(paragraph, typed.split("\n")))
            except (Stopped, KeyboardInterrupt):
                raise Stopped(Passage("", tuple(alineas)).tekst) from None
            except Back:
                _take_back(alineas)

    def _groups(self, model: type[BaseModel], given: Iterable[dict[str, Any]]) -> list[dict[str, Any]] | None:
        fields = {name: shape for name, shape in fields_of(model).items() if shape.kind is not Kind.LIST}
        titles = ", ".join(shape.title for shape in fields.values())
        click.echo(f"  Per onderdeel: {titles}. Leeg bij de eerste vraag sluit af.")
        groups = list(given)
        while True:
            click.echo(f"  {len(groups) + 1}.")
            group: dict[str, Any] = {}
            try:
                for number, (name, shape) in enumerate(fields.items()):
                    self._fill(group, name, shape, model)
                    if not group and number == 0:
                        return groups or None
            except (Stopped, KeyboardInterrupt):
                raise Stopped([*groups, group] if group else groups) from None
            except Back:
                _take_back([group] if group else groups)
                continue
            groups.append(group)

    def _fill(self, group: dict[str, Any], name: str, shape: Shape, model: type[BaseModel]) -> None:
        """Ask for one field of a group, and put the answer in it; when the author stops, what was typed of it."""
        try:
            value = self._field(shape, name, model)
        except Stopped as stopped:
            if stopped.value:
                group[name] = stopped.value
            raise Stopped(group) from None
        if value is not None:
            group[name] = value

    def _field(self, shape: Shape, name: str, model: type[BaseModel]) -> Any:
        if shape.model:
            inner: dict[str, Any] = {}
            for key, part in fields_of(shape.model).items():
                self._fill(inner, key, part, shape.model)
            return inner or None
        label = f"{shape.title}{' (nodig)' if shape.grade is Graad.VERPLICHT else ''} "
        return self._single(shape, kind_of(model, name), label)

    def _line(self, prompt: str, shape: Shape | None = None, kind: str | None = None) -> str:
        """Read one line, or the lines pasted at once; ``?``, ``<`` and ``stop`` are commands."""
        while True:
            try:
                line = self._read(prompt)
            except (EOFError, KeyboardInterrupt):
                raise Stopped from None
            if line.strip() == "stop":
                raise Stopped
            if line.strip() != "?":
                self._refused = ""
                if line.strip() == "<":
                    raise Back
                return line.strip()
            self._help(shape, kind)

    def _read(self, prompt: str) -> str:
        if self._input.isatty():
            with to_edit(self._refused):
                return input(prompt)
        click.echo(prompt, nl=False)
        line = self._input.readline()
        if not line:
            raise EOFError
        return line

    def _help(self, shape: Shape | None, kind: str | None) -> None:
        lijst = self._kennisbank.begrippen.get(kind or "")
        if lijst and len(lijst.termen) <= _MANY * 3:
            for term in lijst.termen:
                click.echo(f"    {term.label} ({term.id})")
        elif lijst:
            click.echo(f"    {len(names_of(lijst))} namen; zie content/begrippen/{lijst.id}.yml.")
        elif kind:
            click.echo(f"    Een sleutel uit content/{kind}/.")
        if shape and shape.choices:
            click.echo(f"    Kies uit: {', '.join(shape.choices)}")
        if shape and shape.example not in (None, "…", "", [], {}):
            click.echo(f"    Bijvoorbeeld: {shape.example}")
