"""Building blocks shared by all records: strict base model, field helper, text and reference types."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

ONBEKEND = "onbekend"
"""The word that authors write when the sources do not say; never the same as zero, never hidden."""


class Graad(StrEnum):
    """How strongly a field is asked for.

    ``verplicht``: a record without it is refused. ``verplicht_nieuw``: required for new records, a warning on
    older ones. ``aanbevolen``: its absence is a tip.
    """

    VERPLICHT = "verplicht"
    VERPLICHT_NIEUW = "verplicht voor nieuwe records"
    AANBEVOLEN = "aanbevolen"


class Model(BaseModel):
    """Immutable base of every record part: unknown keys are refused and no value is silently converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def veld(
    titel: str,
    uitleg: str,
    voorbeeld: Any,
    graad: Graad = Graad.AANBEVOLEN,
    **kwargs: Any,
) -> Any:
    """Declare a field with its Dutch title, explanation, example and grade.

    Without ``default`` or ``default_factory`` the field is required by the model; the grade then must be
    ``verplicht``. Extra keyword arguments go to :func:`pydantic.Field`.
    """
    return Field(
        title=titel,
        description=uitleg,
        examples=[voorbeeld],
        json_schema_extra={"x-graad": graad.value},
        **kwargs,
    )


def graad_van(field: FieldInfo) -> Graad:
    """Return the grade that :func:`veld` gave to a field."""
    extra = field.json_schema_extra
    return Graad(str(extra["x-graad"])) if isinstance(extra, dict) else Graad.AANBEVOLEN


def _number_to_text(value: object) -> object:
    # `start: 2009` is what people write; the number is a year, not a quantity.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Tekst = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^\S(.*\S)?$")]
"""One line of plain text."""

Alinea = Annotated[str, Field(min_length=1, max_length=1200)]
"""A few sentences of plain text."""

Opmaak = Annotated[str, Field(min_length=1, max_length=6000, json_schema_extra={"x-opmaak": "commonmark"})]
"""Longer CommonMark text: paragraphs, lists, emphasis and links; no raw HTML, no images."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+){0,11}$", max_length=80)]
"""Permanent key: lower-case ASCII letters, digits and single hyphens."""

Sleutel = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([-_][A-Za-z0-9]+){0,11}$", max_length=80)]
"""Key of a term, criterion or municipality."""

Url = Annotated[str, Field(max_length=300, pattern=r"^https?://[^\s/]+\.[^\s/]+(/\S*)?$")]
"""Public web address; only http(s)."""

Datum = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
"""Day, ISO 8601: ``2026-11-21``."""

Moment = Annotated[
    str,
    BeforeValidator(_number_to_text, json_schema_input_type=str | int),
    Field(pattern=r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|onbekend)$"),
]
"""Year, month or day as precise as the source is (``2009``, ``2009-03``), or ``onbekend``."""


class Verwijzing(Model):
    """Reference to a source in the bibliography, with the place where the fact stands."""

    bron: Id = veld("Bron", "Sleutel van de bron in content/bronnen.", "rem-op-de-projectencarrousel", Graad.VERPLICHT)
    plaats: Tekst = veld(
        "Vindplaats",
        "Waar het staat: bladzijde, hoofdstuk, paragraaf of regel.",
        "hoofdstuk 2, regel 653-664",
        Graad.VERPLICHT,
    )


Verwijzingen = Annotated[tuple[Verwijzing, ...], Field(max_length=20)]
