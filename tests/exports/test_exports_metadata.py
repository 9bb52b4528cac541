"""The files about the project itself: for other governments, and for who cites it."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

import pytest
import yaml
from exported import REPOSITORY
from jsonschema import Draft202012Validator

from watwerkt.exports.edition import CONTACT, SITE_URL

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEXT = {"type": "string", "minLength": 1}
URL = {"type": "string", "pattern": r"^https://\S+$"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
CITATION = {
    "type": "object",
    "required": ["cff-version", "message", "title", "authors"],
    "additionalProperties": False,
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": TEXT,
        "title": TEXT,
        "type": {"enum": ["software", "dataset"]},
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": TEXT},
                "additionalProperties": False,
            },
        },
        "version": TEXT,
        "date-released": DAY,
        "license": TEXT,
        "url": URL,
        "repository-code": URL,
        "abstract": TEXT,
        "keywords": {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True},
    },
}
"""What the Citation File Format 1.2.0 asks of the fields that stand in ours; authors are entities, not persons."""

PUBLICCODE = {
    "type": "object",
    "required": [
        *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"),
        *("description", "legal", "maintenance", "localisation"),
    ],
    "properties": {
        "publiccodeYmlVersion": {"const": "0.4"},
        "name": TEXT,
        "url": URL,
        "landingURL": URL,
        "softwareVersion": TEXT,
        "releaseDate": DAY,
        "platforms": {"type": "array", "items": {"enum": ["web", "windows", "mac", "linux", "ios", "android"]}},
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {"enum": ["standalone/web", "standalone/backend", "standalone/other", "library"]},
        "description": {
            "type": "object",
            "required": ["nl"],
            "properties": {
                "nl": {
                    "type": "object",
                    "required": ["shortDescription", "longDescription", "features"],
                    "properties": {
                        "shortDescription": {"type": "string", "maxLength": 150},
                        "longDescription": {"type": "string", "minLength": 150, "maxLength": 10000},
                        "features": {"type": "array", "items": TEXT, "minItems": 1},
                    },
                }
            },
        },
        "legal": {"type": "object", "required": ["license"], "properties": {"license": TEXT}},
        "maintenance": {
            "type": "object",
            "required": ["type", "contacts"],
            "properties": {"type": {"enum": ["internal", "contract", "community", "none"]}},
        },
        "localisation": {"type": "object", "required": ["localisationReady", "availableLanguages"]},
    },
}
"""The mandatory keys of publiccode.yml 0.4."""


def read(name: str) -> Any:
    class Dated(yaml.SafeLoader):
        """YAML in which a day stays text."""

    Dated.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return yaml.load((REPOSITORY / name).read_text(encoding="utf-8"), Loader=Dated)  # noqa: S506 - a safe loader


@pytest.mark.parametrize(("name", "schema"), [("CITATION.cff", CITATION), ("publiccode.yml", PUBLICCODE)])
def test_the_file_has_what_its_standard_asks(name: str, schema: dict[str, Any]) -> None:
    assert [error.message for error in Draft202012Validator(schema).iter_errors(read(name))] == []


def test_both_files_say_the_version_and_licence_of_the_project() -> None:
    citation, code = read("CITATION.cff"), read("publiccode.yml")
    assert citation["version"] == code["softwareVersion"] == PROJECT["version"]
    assert citation["license"] == code["legal"]["license"] == PROJECT["license"]
    assert citation["date-released"] == code["releaseDate"]
    date.fromisoformat(citation["date-released"])
    assert citation["url"] == code["landingURL"] == SITE_URL


def test_nobody_is_named_and_no_address_is_real() -> None:
    for name in ("CITATION.cff", "publiccode.yml"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        for host in re.findall(r"https://([^/\s]+)", text):
            assert host.endswith(".example"), (name, host)
        for address in re.findall(r"\S+@\S+", text):
            assert address == CONTACT
