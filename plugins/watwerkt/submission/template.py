"""A practice file full of explanation, made from the models: what, why, an example, and what may be filled in.

Lines with ``##`` explain. Lines with ``# `` are fields that are not required: who takes away ``# `` in front of them
has a valid record, and who leaves them has one too.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.references import BRON, TYPE, kind_of
from watwerkt.reading.shapes import Kind, fields_of
from watwerkt.records import Graad, Oordeel, Praktijk
from watwerkt.submission.yaml_text import SCHEMA_LINE, yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from watwerkt.reading.shapes import Shape
    from watwerkt.records import Rubriek

_WIDTH = 96
_HEAD = """\
{schema}##
## Sjabloon voor een praktijk in de kennisbank Wat werkt in de wijk.
##
## - Bewaar dit bestand als content/praktijken/<sleutel>.yml, met dezelfde sleutel achter `id:`.
## - Regels met ## zijn uitleg; die mag u weghalen.
## - Regels met # ervoor zijn niet verplicht. Haal de # en de spatie weg om een veld te gebruiken.
## - Weet u iets niet? Laat het veld weg. Op de site staat dan: onbekend.
## - Geen namen, e-mailadressen of telefoonnummers van personen.
## - Controleer het bestand met: watwerkt check
"""
_GROUPS = {
    "id": "Kop",
    "locaties": "Plaats, tijd en bereik",
    "probleem": "Aanleiding, doelgroep en doel",
    "aanpak": "Aanpak",
    "randvoorwaarden": "Uitvoering",
    "effectenarena": "Onderbouwing",
    "bewijs": "Meten",
    "partners": "Coalitie",
    "verduurzaming": "Verduurzaming",
    "lessen": "Lessen en erkenning",
    "scans": "Beoordeling met het 4+1-model",
    "bronnen": "Bronnen",
}
"""First field of each part of the work sheet."""


def template(rubriek: Rubriek) -> str:
    """Return the text of the template; ``rubriek`` gives the criteria to assess."""
    parts = [_HEAD.format(schema=SCHEMA_LINE)]
    for name, shape in fields_of(Praktijk).items():
        if name == "ingetrokken":
            continue  # a new record is not withdrawn
        if name in _GROUPS:
            parts.append(f"\n## ===== {_GROUPS[name]} =====\n")
        parts.append("\n" + "\n".join(_field(name, shape, rubriek)) + "\n")
    return "".join(parts)


def _field(name: str, shape: Shape, rubriek: Rubriek) -> Iterator[str]:
    yield from _wrapped(f"{shape.title} ({shape.grade}). {shape.description} {_choice(Praktijk, name, shape)}")
    yield from _inner(shape)
    text = yaml_text({name: _sample(shape, rubriek)}, Praktijk)
    mark = "" if shape.grade is Graad.VERPLICHT else "# "
    yield from (f"{mark}{line}".rstrip() for line in text.splitlines())


def _inner(shape: Shape, depth: int = 1) -> Iterator[str]:
    """Explain the fields inside a field, level by level; sources and levels are the same everywhere."""
    model = shape.model or (shape.item.model if shape.item else None)
    if model is None or model is Oordeel:
        return
    for name, field in fields_of(model).items():
        indent = "  " * depth
        words = f"{name}: {field.description} {_choice(model, name, field)}"
        if field.grade is Graad.VERPLICHT:
            words += " Verplicht."
        yield from _wrapped(words.strip(), indent)
        if name != "bronnen":
            yield from _inner(field, depth + 1)


def _choice(model: type[BaseModel], name: str, shape: Shape) -> str:
    kind = kind_of(model, name)
    if kind in (BRON, TYPE):
        return f"Zie content/{kind}."
    if kind:
        return f"Zie content/begrippen/{kind}.yml."
    choices = shape.choices if shape.kind is Kind.CHOICE else ()
    return f"Kies uit: {', '.join(choices)}." if choices else ""


def _wrapped(words: str, indent: str = "") -> list[str]:
    first, rest = f"## {indent}", f"## {indent}{'  ' if indent else ''}"
    return textwrap.wrap(" ".join(words.split()), _WIDTH, initial_indent=first, subsequent_indent=rest)


def _sample(shape: Shape, rubriek: Rubriek) -> Any:
    """Return an example of a field that a valid record may hold."""
    if shape.kind is Kind.MAP:
        return _levels(rubriek)
    if shape.model:
        return {name: _sample(field, rubriek) for name, field in fields_of(shape.model).items()}
    if shape.kind is Kind.LIST and shape.item and shape.item.model:
        return [_sample(shape.item, rubriek)]
    if shape.example in (None, "…", "", [], {}):
        return shape.description
    return shape.example


def _levels(rubriek: Rubriek) -> dict[str, Any]:
    return {
        dimensie.id: {criterium.id: {"niveau": "onbekend"} for criterium in dimensie.criteria}
        for dimensie in rubriek.dimensies
    }
