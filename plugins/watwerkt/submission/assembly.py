"""From passages to the data of a record: each text to its field in the right form, and a report of the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.kennisbank import name_key, names_of
from watwerkt.knowledge.references import GEMEENTE, VOCABULARIES, kind_of
from watwerkt.knowledge.suggestions import term_advice
from watwerkt.reading.dates import iso_form
from watwerkt.reading.shapes import Kind, fields_of, owner_of, pattern_of
from watwerkt.reading.words import did_you_mean, listed, slug
from watwerkt.records import Graad, Praktijk
from watwerkt.records.base import Moment, Tekst
from watwerkt.submission.passages import NotUnderstood, unmarked
from watwerkt.submission.slots import plain, slot_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.reading.shapes import Shape
    from watwerkt.submission.passages import Passage
    from watwerkt.submission.slots import Slot

_INTEGER = re.compile(
    r"(?:(?:€|EUR|euro)\s*)?(-?[0-9]{1,3}(?:[. ][0-9]{3})+|-?[0-9]+)(?:,(?:-{1,2}|–|—|=|00))?(?:\s*(?:euro|EUR))?", re.I
)
_NUMBER = re.compile(r"(-?[0-9]+(?:[.,][0-9]+)?)(?:\s*%)?")
_SINCE = re.compile(r"^(?:sinds|vanaf|per|in)\s+", re.IGNORECASE)
_MOMENT = pattern_of(Moment)
_SEPARATORS = re.compile(r"\s*[;\n]\s*")
_COMMAS = re.compile(r"\s*[;,\n]\s*(?![^()]*\))")
"""Not inside brackets."""
_AND = re.compile(r"\s+en\s+(?![^()]*\))")
_NAME = pattern_of(Tekst)


class UnclearError(ValueError):
    """A value that does not fit its field; the message is Dutch."""


@dataclass
class Assembled:
    """The data of a record as far as understood, in any order, and what was not understood."""

    data: dict[str, Any] = field(default_factory=dict)
    niet_begrepen: list[NotUnderstood] = field(default_factory=list)


def assemble(passages: Iterable[Passage], kennisbank: Kennisbank, today: str) -> Assembled:
    """Put every passage in its field.

    What computers know better is filled in: key, status of the record and date (``today``, ISO).
    """
    result = Assembled()
    for passage in passages:
        if passage.tekst or passage.rijen:
            _Reading(passage, kennisbank, result).run()
    _complete(result.data, today)
    return result


def _complete(data: dict[str, Any], today: str) -> None:
    if isinstance(titel := data.get("titel"), str) and "id" not in data and slug(titel):
        data["id"] = slug(titel)
    data.setdefault("status", "onbekend")
    data.setdefault("record_status", "concept")
    data.setdefault("bijgewerkt", today)


@dataclass
class _Reading:
    """One passage on its way into the data; what does not fit goes to the report, the rest goes on."""

    passage: Passage
    kennisbank: Kennisbank
    result: Assembled

    def run(self) -> None:
        if self.passage.reden:
            self._miss(self._all(), self.passage.reden, gekozen=self.passage.gekozen)
            return
        slot = slot_of(self.passage.kop)
        if slot is None:
            self._miss(self._all(), "Bij deze kop hoort geen veld.")
            return
        try:
            value = self._value(slot)
            if value not in ("", []):
                _place(self.result.data, slot, value)
        except UnclearError as unclear:
            self._miss(self._all(), f"{slot.naam}: {unclear}")

    def _all(self) -> str:
        return "\n".join(part for part in (self.passage.tekst, self._table()) if part)

    def _table(self) -> str:
        return "\n".join(" | ".join(row) for row in self.passage.rijen)

    def _miss(self, tekst: str, reden: str, *, gekozen: bool = False) -> None:
        self.result.niet_begrepen.append(NotUnderstood(self.passage.plek, self.passage.kop, tekst, reden, gekozen))

    def _value(self, slot: Slot) -> Any:
        shape, kind = slot.shape, kind_of(owner_of(Praktijk, slot.pad), slot.pad[-1])
        if shape.kind is Kind.LIST and shape.item:
            if shape.item.model:
                return self._records(shape.item.model)
            return self._each(self._items(shape.item, kind), shape.item, kind)
        if self.passage.rijen:
            self._miss(self._table(), f"{slot.naam}: hier staat een tabel, maar het veld is één tekst.")
        if shape.kind is Kind.RICH or not self.passage.alineas:
            return self.passage.tekst
        return scalar(
            shape, " ".join(alinea.removeprefix("- ") for alinea in self.passage.alineas), kind, self.kennisbank
        )

    def _each(self, items: Iterable[str], shape: Shape, kind: str | None) -> list[Any]:
        values = []
        for item in items:
            try:
                values.append(scalar(shape, item, kind, self.kennisbank))
            except UnclearError as unclear:
                self._miss(item, str(unclear))
        return values

    def _records(self, model: type[BaseModel]) -> list[dict[str, Any]]:
        """A list of groups: from a table with the names of the fields on top, or from bullets for its first field."""
        if self.passage.rijen:
            if self.passage.tekst:
                self._miss(self.passage.tekst, "Deze tekst staat bij een tabel; alleen de tabel is overgenomen.")
            return self._from_table(model)
        fields = fields_of(model)
        first = next(iter(fields))
        others = [shape for name, shape in fields.items() if name != first]
        if any(shape.grade is Graad.VERPLICHT for shape in others):
            columns = listed([f"‘{shape.title}’" for shape in fields.values() if shape.kind is not Kind.LIST], "en")
            raise UnclearError(f"hiervoor is een tabel nodig, met boven de kolommen {columns}.")
        kind = kind_of(model, first)
        return [{first: value} for value in self._each(self._items(fields[first], kind), fields[first], kind)]

    def _items(self, shape: Shape, kind: str | None) -> list[str]:
        """The items of a list: its bullets, its lines, or what stands between semicolons.

        Between commas too where the items are keys or names; with names the author has to look at it.
        """
        texts = [*map(unmarked, self.passage.alineas), *(cell for row in self.passage.rijen for cell in row if cell)]
        if not kind and shape.pattern != _NAME:
            return [item for text in texts for item in _SEPARATORS.split(text) if item]
        items: list[str] = []
        for text in texts:
            parts = [item for item in _COMMAS.split(text) if item]
            if not kind and len(parts) > len([item for item in _SEPARATORS.split(text) if item]):
                parts = [*parts[:-1], *_AND.split(parts[-1])]
                reden = (
                    f"Gesplitst in {len(parts)} onderdelen, bij de komma’s. Hoort er iets bij elkaar? Voeg het samen."
                )
                self._miss(text, reden, gekozen=True)
            items += parts
        return items

    def _from_table(self, model: type[BaseModel]) -> list[dict[str, Any]]:
        head, *rows = self.passage.rijen
        columns = [_column(model, name) for name in head]
        records = []
        for row in rows:
            record: dict[str, Any] = {}
            for path, cell in zip(columns, row, strict=False):
                if cell:
                    self._set(record, model, path, cell)
            if beside := [cell for cell in row[len(columns) :] if cell]:
                self._miss(" | ".join(beside), "Hier staan meer cellen dan er kolommen zijn.")
            if record:
                records.append(record)
        return records

    def _set(self, record: dict[str, Any], model: type[BaseModel], path: tuple[str, ...], cell: str) -> None:
        here, inner = record, model
        for step in path[:-1]:
            here, inner = here.setdefault(step, {}), fields_of(inner)[step].model or inner
        name = path[-1]
        try:
            here[name] = scalar(fields_of(inner)[name], cell, kind_of(inner, name), self.kennisbank)
        except UnclearError as unclear:
            self._miss(cell, f"{'.'.join(path)}: {unclear}")


def _place(data: dict[str, Any], slot: Slot, value: Any) -> None:
    here = data
    for step in slot.pad[:-1]:
        here = here.setdefault(step, {})
    name = slot.pad[-1]
    if name not in here:
        here[name] = value
    elif isinstance(value, list):
        here[name] = [*here[name], *value]
    elif slot.shape.kind is Kind.RICH:
        here[name] = f"{here[name]}\n\n{value}"
    elif here[name] != value:
        raise UnclearError("dit veld is al gevuld door een eerder stuk tekst.")


def is_head(model: type[BaseModel], row: Sequence[str]) -> bool:
    """Whether a row of a table says no more than names of fields of a model."""
    return all(plain(cell) in _columns(model) for cell in row if cell)


def _column(model: type[BaseModel], name: str) -> tuple[str, ...]:
    known = _columns(model)
    if plain(name) in known:
        return known[plain(name)]
    hint = did_you_mean(name, [".".join(path) for path in known.values()])
    raise UnclearError(f"de kolom ‘{name}’ is niet bekend. {hint}".strip())


def _columns(model: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, shape in fields_of(model).items():
        if shape.model:
            for inner, deeper in fields_of(shape.model).items():
                found[plain(f"{name}.{inner}")] = found[plain(f"{shape.title}.{deeper.title}")] = (name, inner)
        elif shape.kind is not Kind.LIST:
            found[plain(name)] = found[plain(shape.title)] = (name,)
    return found


def scalar(shape: Shape, text: str, kind: str | None, kennisbank: Kennisbank) -> Any:
    """One value as typed in the form of its field; ``kind`` is the vocabulary or collection it comes from.

    Raises:
        UnclearError: it does not fit.
    """
    if kind:
        return _key(kind, text, kennisbank)
    if shape.kind is Kind.CHOICE:
        return _choice(shape.choices, text)
    if shape.kind in (Kind.INTEGER, Kind.NUMBER):
        return _number(shape, text)
    if shape.pattern == _MOMENT:
        return iso_form(_SINCE.sub("", text)) or text
    return text


def _key(kind: str, text: str, kennisbank: Kennisbank) -> str:
    if kind not in VOCABULARIES:
        return text
    lijst = kennisbank.begrippen.get(kind)
    terms = names_of(lijst).get(name_key(text), ()) if lijst else ()
    if kind == GEMEENTE or lijst is None:
        return text  # by name or by code; `watwerkt check` knows both
    if len(terms) == 1:
        return terms[0].id
    raise UnclearError(f"‘{text}’ staat niet in de lijst ‘{lijst.titel}’. {term_advice(lijst, text)}")


def _choice(choices: Sequence[str], text: str) -> str:
    words = {plain(choice): choice for choice in choices}
    if plain(text) in words:
        return words[plain(text)]
    raise UnclearError(f"‘{text}’ kan hier niet. Kies uit: {listed([plain(choice) for choice in choices])}.")


def _number(shape: Shape, text: str) -> Any:
    if shape.union and text in shape.choices:
        return text
    if shape.kind is Kind.INTEGER and (whole := _INTEGER.fullmatch(text)):
        return int(re.sub(r"[. ]", "", whole[1]))
    if shape.kind is Kind.NUMBER and (number := _NUMBER.fullmatch(text)):
        return float(number[1].replace(",", "."))
    raise UnclearError(f"‘{text}’ is geen {shape.kind}. Schrijf alleen cijfers.")
