"""The JSON: complete, of one form, validated, and with the same facts as the records."""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from exported import CONTENT, NAME, SITE_URL, VALID, Export, edition, export, real
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from watwerkt.exports.envelope import FORMS
from watwerkt.exports.schemas import schema_of
from watwerkt.exports.tables import tables
from watwerkt.knowledge.loading import load
from watwerkt.scoring import verdict
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
COLLECTIONS = (
    *("praktijken", "scores", "interventietypen", "bronnen", "begrippen", "rubriek", "ingetrokken", "alles"),
)
AT_THE_ROOT = {"feed.xml", "feed.json", "agenda.ics", "opensearch.xml", "robots.txt", ".well-known/security.txt"}


def expected_files(data: Export) -> set[str]:
    """Return every file that the content asks for."""
    bank = data.kennisbank
    ids = {name for p in bank.praktijken.values() for name in (p.id, *p.voorheen)}
    gone = {name for p in bank.ingetrokken.values() for name in (p.id, *p.voorheen)}
    return {
        *AT_THE_ROOT,
        *(f"themas/{term.id}/feed.{kind}" for term in bank.begrippen["themas"].termen for kind in ("xml", "json")),
        *(f"data/catalogus.{kind}" for kind in ("ttl", "jsonld")),
        *(f"data/v1/{name}.json" for name in (*COLLECTIONS, "openapi", "datapackage")),
        *(f"data/v1/schema/{name}.schema.json" for name in (*COLLECTIONS, "praktijk")),
        *(f"data/v1/{NAME}.{kind}" for kind in ("xlsx", "ods", "sqlite")),
        *(f"data/v1/csv/{name}.csv" for name in tables(bank.rubriek)),
        *(f"data/v1/praktijken/{name}.json" for name in ids | gone),
        *(f"data/v1/praktijken/{name}.docx" for name in ids | gone),
        *("data/v1/praktijken.jsonl", "data/v1/SHA256SUMS"),
    }


@pytest.mark.parametrize("name", ["whole", "small", "withdrawn"])
def test_every_file_that_the_content_asks_for_is_there_and_no_other(name: str, request: pytest.FixtureRequest) -> None:
    data: Export = request.getfixturevalue(name)
    assert set(data.files()) == expected_files(data)


def form_of(path: str) -> str:
    """Return the kind of JSON file at a path below version 1."""
    return "praktijk" if path.startswith("praktijken/") else path.removesuffix(".json")


def enveloped(data: Export) -> Iterator[tuple[str, Any]]:
    """Yield every JSON file with an envelope."""
    names = [f"{name}.json" for name in COLLECTIONS]
    names += [f"praktijken/{path.name}" for path in sorted((data.v1 / "praktijken").glob("*.json"))]
    for name in names:
        yield name, data.json(name)


@pytest.mark.parametrize("name", ["whole", "small", "withdrawn"])
def test_every_file_is_valid_against_its_published_schema(name: str, request: pytest.FixtureRequest) -> None:
    data: Export = request.getfixturevalue(name)
    contents: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for path, content in enveloped(data):
        contents[form_of(path)][path] = content
    assert contents.keys() == {*COLLECTIONS, "praktijk"}
    for form, files in contents.items():
        schema = data.json(f"schema/{form}.schema.json")
        assert schema["$id"] == f"{SITE_URL}data/v1/schema/{form}.schema.json"
        assert validator_for(schema) is Draft202012Validator
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        for path, content in files.items():
            assert [e.message for e in validator.iter_errors(content)] == [], path


def test_a_wrong_file_is_not_valid(whole: Export) -> None:
    validator = Draft202012Validator(whole.json("schema/praktijken.schema.json"))
    content = whole.json("praktijken.json")
    content["resultaat"][0]["beoordeling"]["criteria"][0]["niveau"] = "onbekend"
    del content["resultaat"][1]["start"]
    content["schema_versie"] = "2.0.0"
    assert len(list(validator.iter_errors(content))) == 3


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_always_there_with_one_type_and_a_dutch_explanation(form: str) -> None:
    schema = schema_of(form)
    for name, part in {form: schema, **schema.get("$defs", {})}.items():
        assert sorted(part["required"]) == sorted(part["properties"]), name
        for key, field in part["properties"].items():
            options = field.get("anyOf", [field])
            kinds = [o.get("type") or o.get("$ref") for o in options if o.get("type") != "null"]
            assert len(kinds) == 1, (name, key, kinds)
            assert kinds[0], (name, key)
            assert "$ref" in field or field["title"], (name, key)
            assert len(field["description"]) > 5, (name, key)


def test_every_file_says_its_version_licence_and_total(whole: Export) -> None:
    versions = set()
    for path, content in enveloped(whole):
        assert content["licentie"] == LICENCE, path
        assert re.fullmatch(r"1\.\d+\.\d+", content["schema_versie"])
        versions.add(content["data_versie"])
        if isinstance(content["resultaat"], list):
            assert content["totaal"] == len(content["resultaat"]), path
    assert len(versions) == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\.[0-9a-f]{12}", versions.pop())


def test_the_forms_of_the_whole_agree(whole: Export) -> None:
    practices = whole.json("praktijken.json")["resultaat"]
    lines = (whole.v1 / "praktijken.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == practices
    assert [p["beoordeling"] for p in practices] == whole.json("scores.json")["resultaat"]
    for practice in practices:
        assert whole.json(f"praktijken/{practice['id']}.json")["resultaat"] == practice
    everything = whole.json("alles.json")["resultaat"]
    assert everything.pop("praktijken") == practices
    for name, content in everything.items():
        assert whole.json(f"{name}.json")["resultaat"] == content


def test_the_facts_are_those_of_the_records(whole: Export) -> None:
    index = build_index(real())
    for practice in whole.json("praktijken.json")["resultaat"]:
        record = real().praktijken[practice["id"]]
        assert practice["titel"] == record.titel
        assert practice["aanpak"] == record.aanpak
        assert practice["themas"] == list(record.themas)
        assert practice["url"] == f"{SITE_URL}praktijken/{record.id}/"
        assert len(practice["partners"]) == len(record.partners)
        judged, scores = practice["beoordeling"], index.uittreksels[record.id].profiel
        assert judged["oordeel"] == (verdict(real().rubriek, scores) if index.scan(record.id) else None)
        for written, score in zip(judged["dimensies"], scores.scores, strict=True):
            assert written["score"] == (None if score.score is None else round(score.score, 4))
            assert (written["bekend"], written["totaal"]) == (score.bekend, score.totaal)
        known = sum(criterium["niveau"] is not None for criterium in judged["criteria"])
        assert known == judged["bekend"]
        for criterium in judged["criteria"]:
            assert criterium["niveau"] is None or (criterium["onderbouwing"] and criterium["bronnen"])


def test_unknown_is_null_and_never_the_word(whole: Export) -> None:
    records = real().praktijken
    practices = {p["id"]: p for p in whole.json("praktijken.json")["resultaat"]}
    unknown = [key for key, record in records.items() if record.start == "onbekend"]
    assert unknown
    assert [practices[key]["start"] for key in unknown] == [None] * len(unknown)

    def words(value: Any, path: str) -> Iterator[str]:
        if isinstance(value, dict):
            for key, part in value.items():
                yield from words(part, f"{path}.{key}")
        elif isinstance(value, list):
            for part in value:
                yield from words(part, path)
        elif value == "onbekend":
            yield path

    assert list(words(practices, "")) == []


def test_places_have_the_code_of_today(whole: Export) -> None:
    practices = {p["id"]: p for p in whole.json("praktijken.json")["resultaat"]}
    (place,) = practices["pak-deventer"]["locaties"]
    assert place == {
        "gemeente": "Deventer",
        "gemeente_code": "GM0150",
        "provincie": "Overijssel",
        "provincie_code": "PV23",
        "wijk": None,
    }


def test_an_old_id_still_gives_the_practice(small: Export) -> None:
    assert small.json("praktijken/tulp-woensel.json") == small.json("praktijken/de-tulp.json")
    files = small.files()
    assert files["data/v1/praktijken/tulp-woensel.docx"] == files["data/v1/praktijken/de-tulp.docx"]


def test_a_withdrawn_practice_leaves_its_reason_and_nothing_else(withdrawn: Export) -> None:
    why = {
        "id": "de-roos",
        "url": f"{SITE_URL}praktijken/de-roos/",
        "titel": "De Roos",
        "datum": "2026-11-20",
        "reden": "Staat twee keer in de kennisbank, zie R&D < 5.",
        "opvolger": "de-tulp",
    }
    for name in ("de-roos", "roos-woensel"):
        file = withdrawn.json(f"praktijken/{name}.json")
        assert (file["resultaat"], file["ingetrokken"], file["totaal"]) == (None, why, 0)
    assert withdrawn.json("ingetrokken.json")["resultaat"] == [why]
    assert [p["id"] for p in withdrawn.json("praktijken.json")["resultaat"]] == ["de-tulp"]
    told = {path for path, content in withdrawn.files().items() if b"de-roos" in content}
    assert told == {
        "data/v1/praktijken/de-roos.json",
        "data/v1/praktijken/roos-woensel.json",
        "data/v1/ingetrokken.json",
        "data/v1/alles.json",
        "data/v1/csv/ingetrokken.csv",
        "data/v1/SHA256SUMS",
        f"data/v1/{NAME}.sqlite",
    }


def test_the_version_follows_the_content_and_nothing_else(tmp_path: Path) -> None:
    here = edition(load(VALID)).data_versie
    copy = tmp_path / "elders" / "content"
    shutil.copytree(VALID, copy)
    assert edition(load(copy)).data_versie == here
    record = copy / "praktijken" / "de-tulp.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("Zes maanden.", "Acht maanden."), encoding="utf-8")
    changed = edition(load(copy)).data_versie
    assert changed != here
    assert changed[:10] == here[:10]


def test_a_place_that_is_no_git_repository_gives_the_same_export(whole: Export, tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content", symlinks=True)
    other = export(tmp_path / "content", tmp_path / "uit", "--only", "json")
    for path, content in other.files().items():
        if not path.endswith("SHA256SUMS"):
            assert content == whole.files()[path], path
