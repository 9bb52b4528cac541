"""The OpenAPI 3.1 description of the files: a static site read as an API. Its examples are the real files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from watwerkt.exports.edition import LICENTIE, SCHEMA_VERSIE, V1, practice_path
from watwerkt.exports.envelope import FORMS
from watwerkt.reading.shapes import pattern_of
from watwerkt.records.base import Id
from watwerkt.views.tekst import NAAM

if TYPE_CHECKING:
    from watwerkt.exports.edition import Edition

COLLECTIONS = tuple(name for name in FORMS if name != "praktijk")

UITLEG = (
    "Statische bestanden: alleen lezen (GET en HEAD), zonder sleutel en zonder limiet. Elk veld is er altijd; wat "
    "onbekend is, is null. Lange teksten zijn CommonMark, nooit HTML. Binnen /v1 komen er alleen velden bij. Een veld "
    "verandert of verdwijnt pas in /v2, en dan blijft /v1 nog ten minste twaalf maanden staan."
)


def openapi(edition: Edition) -> dict[str, Any]:
    """Return the description."""
    _, definitions = models_json_schema(
        [(model, "serialization") for model, _ in FORMS.values()], ref_template="#/components/schemas/{model}"
    )
    schemas = definitions["$defs"]
    for schema in schemas.values():
        schema.pop("description", None)  # a docstring for programmers
    paths = {f"/{V1}{name}.json": _collection(edition, name) for name in COLLECTIONS}
    paths[f"/{V1}praktijken/{{id}}.json"] = _practice(edition)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{NAAM}: open data",
            "summary": "Praktijken in Nederlandse wijken, met scores, redenen en bronnen.",
            "description": UITLEG,
            "version": SCHEMA_VERSIE,
            "contact": {"name": NAAM, "url": edition.url("data/"), "email": edition.contact},
            "license": {"name": "CC BY 4.0", "url": LICENTIE},
        },
        "externalDocs": {"description": "Uitleg over de data", "url": edition.url("data/")},
        "servers": [{"url": edition.site_url.rstrip("/"), "description": "De site"}],
        "tags": [{"name": "data", "description": "Bestanden van de kennisbank"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _collection(edition: Edition, name: str) -> dict[str, Any]:
    return {"get": _operation(name, FORMS[name][1], _answer(name, [edition.url(f"{V1}{name}.json")]))}


def _practice(edition: Edition) -> dict[str, Any]:
    first = [edition.url(practice_path(praktijk_id)) for praktijk_id in list(edition.index.kaarten)[:1]]
    operation = _operation("praktijk", FORMS["praktijk"][1], _answer("praktijk", first))
    parameter = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "Sleutel van de praktijk. Een oude sleutel blijft werken.",
        "schema": {"type": "string", "pattern": pattern_of(Id)},
    }
    missing = {"description": "Er is geen praktijk met deze sleutel. Het antwoord is een HTML-bladzijde."}
    operation["responses"]["404"] = missing
    return {"get": operation | {"parameters": [parameter]}}


def _operation(name: str, explanation: str, answer: dict[str, Any]) -> dict[str, Any]:
    return {"operationId": name, "summary": explanation, "tags": ["data"], "responses": {"200": answer}}


def _answer(name: str, examples: list[str]) -> dict[str, Any]:
    model = FORMS[name][0]
    content: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{_component(model.__name__)}"}}
    if examples:
        content["examples"] = {"bestand": {"summary": "Het bestand zelf", "externalValue": examples[0]}}
    return {"description": FORMS[name][1], "content": {"application/json": content}}


def _component(name: str) -> str:
    """Name that pydantic gives to a model in a schema: brackets become underscores."""
    return "".join(sign if sign.isalnum() or sign in "._-" else "_" for sign in name)
