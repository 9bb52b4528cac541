"""The envelope around published JSON, and the forms that a file of it has."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field

from watwerkt.exports import models
from watwerkt.exports.edition import LICENTIE, SCHEMA_VERSIE
from watwerkt.exports.models.base import Output, own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from watwerkt.exports.edition import Edition

T = TypeVar("T", bound=Output)


class Envelope(Output):
    """What every published JSON file starts with."""

    schema_versie: Annotated[str, Field(pattern=r"^1\.\d+\.\d+$")] = own(
        "Schemaversie", "Versie van de vorm van de data."
    )
    data_versie: str = own("Dataversie", "Dag van de nieuwste inhoud en een hash van alle records.")
    licentie: Literal["https://creativecommons.org/licenses/by/4.0/"] = own(
        "Licentie", "Waaronder u de data mag gebruiken."
    )
    totaal: int = own("Totaal", "Aantal resultaten in dit bestand.")


class Lijst(Envelope, Generic[T]):
    """A file with a list."""

    resultaat: tuple[T, ...] = own("Resultaat", "De lijst.")


class Enkel(Envelope, Generic[T]):
    """A file with one thing."""

    resultaat: T = own("Resultaat", "Het ene ding.")


class Praktijkbestand(Envelope):
    """The file of one practice; of a withdrawn one only the reason is left."""

    resultaat: models.Praktijk | None = own("Resultaat", "De praktijk; leeg als zij is ingetrokken.")
    ingetrokken: models.Ingetrokken | None = own(
        "Ingetrokken", "Waarom de praktijk is ingetrokken; leeg als dat niet zo is."
    )


class Alles(Output):
    """Everything there is."""

    praktijken: tuple[models.Praktijk, ...] = own("Praktijken", "Alle praktijken.")
    interventietypen: tuple[models.Interventietype, ...] = own("Interventietypen", "Alle interventietypen.")
    bronnen: tuple[models.Bron, ...] = own("Bronnen", "Alle bronnen.")
    begrippen: tuple[models.Begrippenlijst, ...] = own("Begrippen", "Alle begrippenlijsten.")
    rubriek: models.Rubriek = own("Rubriek", "Het 4+1-model.")
    ingetrokken: tuple[models.Ingetrokken, ...] = own("Ingetrokken", "Alle ingetrokken praktijken.")


FORMS: Mapping[str, tuple[type[Envelope], str]] = {
    "praktijken": (Lijst[models.Praktijk], "Alle praktijken, met hun beoordeling."),
    "praktijk": (Praktijkbestand, "Eén praktijk, met haar beoordeling."),
    "scores": (Lijst[models.Beoordeling], "De beoordelingen van alle praktijken met het 4+1-model."),
    "interventietypen": (Lijst[models.Interventietype], "Alle interventietypen."),
    "bronnen": (Lijst[models.Bron], "Alle bronnen."),
    "begrippen": (Lijst[models.Begrippenlijst], "Alle begrippenlijsten."),
    "rubriek": (Enkel[models.Rubriek], "Het 4+1-model als rubriek."),
    "ingetrokken": (Lijst[models.Ingetrokken], "Praktijken die zijn ingetrokken, met de reden."),
    "alles": (Enkel[Alles], "Alles in één bestand."),
}
"""Every kind of JSON file: its model and what it holds, in Dutch."""


def _head(edition: Edition, total: int) -> bytes:
    head = {
        "schema_versie": SCHEMA_VERSIE,
        "data_versie": edition.data_versie,
        "licentie": LICENTIE,
        "totaal": total,
    }
    return json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "resultaat": '


def dumped(items: Iterable[Output]) -> Iterator[bytes]:
    """Yield the JSON of each item."""
    return (item.model_dump_json().encode() for item in items)


def array(items: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a JSON array with each item on a line of its own."""
    start = b"[\n"
    for item in items:
        yield start
        yield item
        start = b",\n"
    yield b"[]" if start == b"[\n" else b"\n]"


def listed(edition: Edition, total: int, items: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the file with a list."""
    yield _head(edition, total)
    yield from array(items)
    yield b"}\n"


def single(edition: Edition, total: int, item: Iterable[bytes], **more: Any) -> Iterator[bytes]:
    """Yield the file with one thing, and what else stands beside it."""
    yield _head(edition, total)
    yield from item
    for name, value in more.items():
        yield f', "{name}": {json.dumps(value, ensure_ascii=False)}'.encode()
    yield b"}\n"
