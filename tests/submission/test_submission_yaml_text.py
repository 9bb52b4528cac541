"""Records written anew read back the same, by our own reader and by a plain one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from watwerkt.reading.document import parse
from watwerkt.reading.validation import validate
from watwerkt.records import Praktijk
from watwerkt.submission.yaml_text import SCHEMA_LINE, yaml_text

REPOSITORY = Path(__file__).parents[2]
RECORDS = sorted((REPOSITORY / "content" / "praktijken").glob("*.yml"))

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")), min_size=1, max_size=200)
LINES = st.lists(TEXT, min_size=1, max_size=4).map("\n".join)
TRAPS = st.sampled_from(
    ["no", "NO", "nee", "on", "~", "null", "12:30", "0014", "1_000", "1e3", "0x1F", "2026-11-21", "2009", "- x", "# x",
     "a: b", "!tag", "&anker", "*ster", "{a}", "[b]", "'", '"', "%", "@x", "`", " x", "x ", "|", ">-", ".nan", "="]
)  # fmt: skip


def record(path: Path) -> Praktijk:
    found, findings = validate(parse(path.read_bytes(), path.name), Praktijk)
    assert found, findings
    return found


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_survives(path: Path) -> None:
    before = record(path)
    text = SCHEMA_LINE + yaml_text(before.model_dump(mode="json"), Praktijk)
    after, findings = validate(parse(text.encode(), path.name), Praktijk)
    assert after == before, findings
    keys = re.findall(r"^([a-z_]+):", text, re.MULTILINE)
    assert keys == [name for name in Praktijk.model_fields if name in keys]
    assert max(len(line) for line in text.splitlines() if " " in line.strip()) <= 140
    assert yaml_text(parse(text.encode(), "").data, Praktijk) == text.removeprefix(SCHEMA_LINE)


def test_the_house_style() -> None:
    text = yaml_text(
        {
            "bijgewerkt": "2026-11-26",
            "titel": "Nee, 12:30",
            "aanpak": "Eerste alinea.\n\nTweede: alinea.",
            "locaties": [{"gemeente": "Deventer"}],
            "start": "2009",
            "probleem": "woord " * 30 + "slot",
            "voorheen": [],
        },
        Praktijk,
    )
    assert text.startswith(
        "titel: Nee, 12:30\nbijgewerkt: 2026-11-26\nlocaties:\n  - gemeente: Deventer\nstart: 2009\n"
    )
    assert "probleem: >-\n  woord woord" in text
    assert "aanpak: |-\n  Eerste alinea.\n\n  Tweede: alinea.\n" in text
    assert "voorheen" not in text
    assert max(len(line) for line in text.splitlines()) <= 100


@given(st.dictionaries(st.sampled_from(["titel", "kern", "aanpak", "x"]), TEXT | LINES | TRAPS, min_size=1))
def test_any_text_survives(data: dict[str, Any]) -> None:
    text = yaml_text(data, Praktijk)
    assert yaml.load(text, yaml.BaseLoader) == data  # noqa: S506 - makes texts only
    document = parse(text.encode(), "x.yml")
    if not document.findings:
        assert document.data == data
