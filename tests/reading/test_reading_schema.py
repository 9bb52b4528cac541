"""JSON Schemas: valid, Dutch, deterministic, and agreeing with the reader about the examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from watwerkt.reading import schema
from watwerkt.reading.document import read

VALID = Path(__file__).parent.parent / "fixtures" / "valid" / "content"
FOLDERS = {
    "praktijk": "praktijken",
    "interventietype": "interventietypen",
    "bron": "bronnen",
    "begrippen": "begrippen",
    "rubriek": "model",
}


@pytest.mark.parametrize("name", FOLDERS)
def test_schema_is_valid_and_accepts_the_valid_example(name: str) -> None:
    built = schema.build(name)
    Draft202012Validator.check_schema(built)
    assert built["$schema"] == schema.DIALECT
    assert built["$id"] == f"urn:watwerkt:schema:{name}"
    validator = Draft202012Validator(built)
    for path in sorted((VALID / FOLDERS[name]).glob("*.yml")):
        assert list(validator.iter_errors(read(path, path.name).data)) == []


def test_schema_refuses_what_the_reader_refuses() -> None:
    data = read(VALID / "praktijken" / "de-tulp.yml", "x").data
    validator = Draft202012Validator(schema.build("praktijk"))
    for key, value in (("start", "vroeger"), ("start", 12), ("status", "loopt"), ("onzin", 1), ("themas", [])):
        assert list(validator.iter_errors(data | {key: value})), (key, value)


def test_texts_are_deterministic_and_keep_the_order_of_fields() -> None:
    first, second = schema.render_all(), schema.render_all()
    assert first == second
    fields = list(json.loads(first["praktijk.schema.json"])["properties"])
    assert fields[:4] == ["id", "titel", "kern", "samenvatting"]
    assert all(text.endswith("}\n") for text in first.values())


def test_no_english_docstring_leaks_into_the_schema() -> None:
    for text in schema.render_all().values():
        assert "One assessment" not in text
        assert "description" in text
        for definition in json.loads(text).get("$defs", {}).values():
            assert "description" not in definition


def test_write_and_stale(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    assert len(schema.stale(folder)) == len(FOLDERS)
    assert len(schema.write(folder)) == len(FOLDERS)
    assert schema.stale(folder) == []
    (folder / "bron.schema.json").write_text("{}", encoding="utf-8")
    assert schema.write(folder) == ["bron.schema.json"]
