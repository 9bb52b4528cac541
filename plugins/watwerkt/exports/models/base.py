"""Base of the output models, and the types of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from watwerkt.records.base import ONBEKEND

if TYPE_CHECKING:
    from collections.abc import Callable


class Output(BaseModel):
    """Immutable base of every part of the output; built from the data of a record, of which it takes what it names."""

    model_config = ConfigDict(frozen=True, extra="ignore", json_schema_serialization_defaults_required=True)


_Part = TypeVar("_Part", bound=Output)


def described_by(record: type[BaseModel]) -> Callable[[type[_Part]], type[_Part]]:
    """Give the fields of an output model the Dutch titles and explanations of the record's fields of the same name."""

    def decorate(model: type[_Part]) -> type[_Part]:
        for name, field in model.model_fields.items():
            origin = record.model_fields.get(name)
            if origin is not None and field.description is None:
                field.title, field.description = origin.title, origin.description
        model.model_rebuild(force=True)
        return model

    return decorate


def own(titel: str, uitleg: str, **kwargs: Any) -> Any:
    """Declare a field that the record does not have, with its Dutch title and explanation."""
    return Field(title=titel, description=uitleg, **kwargs)


def _null_when_unknown(value: object) -> object:
    return None if value == ONBEKEND else value


_UNKNOWN = BeforeValidator(_null_when_unknown)

DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
Datum = Annotated[str, Field(pattern=DATE, json_schema_extra={"format": "date"})]
"""Day, ISO 8601."""

Moment = Annotated[Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")] | None, _UNKNOWN]
"""Year, month or day, as precise as the source is; null when unknown."""

Niveau = Annotated[Annotated[int, Field(ge=0, le=4)] | None, _UNKNOWN]
"""Level 0-4; null when unknown."""

Tekst = Annotated[str | None, _UNKNOWN]
"""Text; null when it is not there, or when the author wrote that it is unknown."""

Status = Annotated[Literal["lopend", "structureel", "afgerond", "gestopt"] | None, _UNKNOWN]
Route = Annotated[Literal["opgenomen", "geadopteerd", "sociale_onderneming", "geen"] | None, _UNKNOWN]

Webadres = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Opmaak = Annotated[str, Field(json_schema_extra={"x-opmaak": "commonmark"})]
"""CommonMark text."""


class Verwijzing(Output):
    """Reference to a source, with the place where the fact stands."""

    bron: str = own("Bron", "Sleutel van de bron in bronnen.json.")
    plaats: str = own("Vindplaats", "Waar het in de bron staat.")


Verwijzingen = tuple[Verwijzing, ...]
