"""The data as flat tables, for spreadsheets and databases: one row per thing, one value per cell.

Columns, their types and their explanations come from the output models. A list of keys or references is one cell, its
parts separated by `SEPARATOR`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from watwerkt.exports.models import assessment, practice, reference
from watwerkt.exports.models.base import Output, Verwijzing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watwerkt.records import Rubriek

SEPARATOR = " | "

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
Kind = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: Dutch title and explanation, type, whether it may be empty, and the values that it chooses from."""

    name: str
    title: str
    description: str
    kind: Kind
    nullable: bool
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, its key, and which columns point at the key of which other table."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(column.name for column in self.columns)


@cache
def columns_of(model: type[Output], prefix: str = "") -> tuple[Column, ...]:
    """Return a column per field of an output model; a part of one kind becomes columns with its name in front."""
    schema = model.model_json_schema(mode="serialization")
    columns: list[Column] = []
    for name, info in model.model_fields.items():
        part = _part(info.annotation)
        if part is not None:
            columns += [replace(column, nullable=True) for column in columns_of(part, f"{prefix}{name}_")]
        elif _holds_parts(info.annotation):
            continue  # a table of its own
        else:
            kind, nullable, choices = _type_of(schema["properties"][name])
            title, description = info.title or name, info.description or ""
            columns.append(Column(prefix + name, title, description, kind, nullable, choices))
    return tuple(columns)


def _part(annotation: Any) -> type[Output] | None:
    options = (annotation,) if isinstance(annotation, type) else get_args(annotation)
    parts = [option for option in options if isinstance(option, type) and issubclass(option, Output)]
    return parts[0] if parts and get_origin(annotation) is not tuple else None


def _holds_parts(annotation: Any) -> bool:
    item = get_args(annotation)[0] if get_origin(annotation) is tuple else None
    return isinstance(item, type) and issubclass(item, Output) and item is not Verwijzing


def _type_of(schema: Mapping[str, Any]) -> tuple[Kind, bool, tuple[str, ...]]:
    options = schema.get("anyOf", [schema])
    known = [option for option in options if option.get("type") != "null"]
    found, nullable = known[0], len(known) < len(options)
    if found.get("type") == "array":
        return "string", True, ()
    if found.get("format") == "date":
        return "date", nullable, ()
    kinds: dict[str, Kind] = {"integer": "integer", "number": "number", "boolean": "boolean"}
    return kinds.get(found["type"], "string"), nullable, tuple(found.get("enum", ()))


class _Plan(NamedTuple):
    """Fields of a model that become cells; the places of those that hold a list, and of parts with their model."""

    names: tuple[str, ...]
    lists: tuple[int, ...]
    parts: tuple[tuple[int, type[Output]], ...]


@cache
def _plan(model: type[Output], without: str) -> _Plan:
    fields = {
        name: info.annotation
        for name, info in model.model_fields.items()
        if name != without and not _holds_parts(info.annotation)
    }
    lists = (place for place, kind in enumerate(fields.values()) if get_origin(kind) is tuple)
    parts = [(place, part) for place, kind in enumerate(fields.values()) if (part := _part(kind))]
    return _Plan(tuple(fields), tuple(lists), tuple(reversed(parts)))


def cells(part: Output, *, without: str = "") -> list[Cell]:
    """Return the values of a part in the order of `columns_of`, except of the field ``without``.

    A list becomes one text, an empty list nothing.
    """
    names, lists, parts = _plan(type(part), without)
    row = [getattr(part, name) for name in names]
    for place in lists:
        row[place] = SEPARATOR.join(map(_told, row[place])) or None
    for place, model in parts:  # from the last one on, as each takes more places than one
        inner = row[place]
        row[place : place + 1] = [None] * len(columns_of(model)) if inner is None else cells(inner)
    return row


def _told(value: object) -> str:
    return f"{value.bron}: {value.plaats}" if isinstance(value, Verwijzing) else str(value)


PRAKTIJK = Column("praktijk", "Praktijk", "Sleutel van de praktijk in de tabel praktijken.", "string", nullable=False)
NUMMER = Column("nr", "Nummer", "Plaats in het record, vanaf 1.", "integer", nullable=False)
INDICATOR = Column("indicator_nr", "Indicator", "Nummer van de indicator bij deze praktijk.", "integer", nullable=False)
METING = Column("meting_nr", "Meting", "0 is de 0-meting; 1 en verder zijn latere metingen.", "integer", nullable=False)
LIJST = Column("lijst", "Lijst", "Sleutel van de begrippenlijst.", "string", nullable=False)
DIMENSIE = Column("dimensie", "Dimensie", "Sleutel van de dimensie.", "string", nullable=False)
LESSOORT = Column(
    "les", "Soort les", "Waar de les over gaat.", "string", nullable=False, choices=tuple(practice.Lessen.model_fields)
)

PARTS: Mapping[str, tuple[str, str, type[Output]]] = {
    "locaties": ("Locaties", "locaties", practice.Locatie),
    "bereik": ("Bereik", "bereik", practice.Bereik),
    "werkzame_bestanddelen": ("Werkzame bestanddelen", "werkzame_bestanddelen", reference.WerkzaamBestanddeel),
    "kosten": ("Kosten", "kosten", practice.Kosten),
    "effectenarena": ("Effectenarena", "effectenarena", practice.Als),
    "indicatoren": ("Indicatoren", "indicatoren", practice.Indicator),
    "verhalen": ("Verhalen", "verhalen", practice.Verhaal),
    "partners": ("Partners", "partners", practice.Partner),
    "financiering": ("Financiering", "verduurzaming.financiering", practice.Financiering),
    "baten": ("Baten", "verduurzaming.baten", practice.Baat),
    "vragen": ("Vragen", "verduurzaming.vraag", practice.Vraag),
    "erkenningen": ("Erkenningen", "erkenning", practice.Erkenning),
}
"""Tables with one row per part of a practice: title, where the parts are, and their model."""

JUDGED = ("datum", "rol", "organisatie", "getoetst", "geldig_tot", "oordeel", "bekend", "totaal")
"""Fields of the assessment that stand in the table of practices."""


def practice_columns(rubriek: Rubriek) -> tuple[Column, ...]:
    """Columns of the table of practices: its own facts, the verdict and the score of every dimension."""
    own = [c for c in columns_of(practice.Praktijk) if not c.name.startswith("beoordeling_")]
    judged = {c.name: c for c in columns_of(assessment.Beoordeling)}
    scores = (
        Column(f"score_{d.id}", f"Score {d.label}", "0 tot 100; leeg als niets bekend is.", "number", nullable=True)
        for d in rubriek.dimensies
    )
    return (*own, *(replace(judged[name], name=f"scan_{name}") for name in JUDGED), *scores)


def tables(rubriek: Rubriek) -> dict[str, Table]:
    """Return every table by name, in reading order."""
    of_practice = {"praktijk": ("praktijken", "id")}
    type_of = {"interventietype": ("interventietypen", "id")}
    key = ("praktijk", "nr")
    criterium = (PRAKTIJK, *columns_of(assessment.Criterium))
    made = [
        Table("praktijken", "Praktijken", practice_columns(rubriek), ("id",), type_of),
        Table("scores", "Scores", (PRAKTIJK, *columns_of(assessment.Dimensie)), ("praktijk", "dimensie"), of_practice),
        Table("criteria", "Niveaus per criterium", criterium, ("praktijk", "dimensie", "criterium"), of_practice),
    ]
    for name, (title, _, model) in PARTS.items():
        made.append(Table(name, title, (PRAKTIJK, NUMMER, *columns_of(model)), key, of_practice))
    metingen = (PRAKTIJK, INDICATOR, METING, *columns_of(practice.Waarde))
    lessen = (PRAKTIJK, NUMMER, LESSOORT, *columns_of(practice.Les))
    rubriekcriteria = (DIMENSIE, *columns_of(reference.Rubriekcriterium))
    made += [
        Table("metingen", "Metingen", metingen, ("praktijk", "indicator_nr", "meting_nr"), of_practice),
        Table("lessen", "Lessen", lessen, key, of_practice),
        Table("interventietypen", "Interventietypen", columns_of(reference.Interventietype), ("id",)),
        Table("bronnen", "Bronnen", columns_of(reference.Bron), ("id",)),
        Table("begrippen", "Begrippen", (LIJST, *columns_of(reference.Term)), ("lijst", "id")),
        Table("rubriek", "Criteria van de rubriek", rubriekcriteria, ("dimensie", "id")),
        Table("ingetrokken", "Ingetrokken praktijken", columns_of(reference.Ingetrokken), ("id",)),
    ]
    return {table.name: table for table in made}
