"""The template is a valid record as it is, and still one when every optional field is used."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from watwerkt.cli import main
from watwerkt.knowledge.loading import load
from watwerkt.reading.findings import Ernst
from watwerkt.reading.shapes import fields_of
from watwerkt.records import Praktijk
from watwerkt.submission.template import template

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def text() -> str:
    return template(load(CONTENT).rubriek)


def placed(text: str, folder: Path) -> Kennisbank:
    root = Path(shutil.copytree(CONTENT, folder / "content"))
    text = text.replace("id: pak-deventer", "id: mijn-praktijk")
    (root / "praktijken" / "mijn-praktijk.yml").write_text(text, encoding="utf-8")
    return load(root)


def findings(kennisbank: Kennisbank) -> list[str]:
    path = "content/praktijken/mijn-praktijk.yml"
    return [str(f) for f in kennisbank.findings if f.bestand == path and f.niveau is not Ernst.TIP]


def test_only_what_new_records_should_have_is_missing(text: str, tmp_path: Path) -> None:
    kennisbank = placed(text, tmp_path)
    assert "mijn-praktijk" in kennisbank.praktijken
    assert [re.findall(r"WW\d+", found) for found in findings(kennisbank)] == [["WW601"], ["WW138"], ["WW138"]]


def test_with_every_field_used_nothing_is_wrong(text: str, tmp_path: Path) -> None:
    used = re.sub(r"^# (?!#|yaml-language)", "", text, flags=re.MULTILINE)
    kennisbank = placed(used, tmp_path)
    assert {code for found in findings(kennisbank) for code in re.findall(r"WW\d+", found)} == {"WW138"}
    assert len(findings(kennisbank)) == 12
    record = kennisbank.praktijken["mijn-praktijk"]
    asked = [name for name in fields_of(Praktijk) if name != "ingetrokken"]
    assert all(getattr(record, name) not in (None, ()) for name in asked)
    rubriek = kennisbank.rubriek
    assert sum(len(d.criteria) for d in rubriek.dimensies) == used.count("niveau: onbekend")


def test_every_field_is_explained(text: str) -> None:
    plain = " ".join(re.sub(r"^## *", "", text, flags=re.MULTILINE).split())
    for name, shape in fields_of(Praktijk).items():
        if name == "ingetrokken":
            continue
        assert f"{shape.title} ({shape.grade}). {shape.description}" in plain


def test_the_command_writes_and_never_replaces(tmp_path: Path, text: str) -> None:
    target = tmp_path / "nieuw" / "mijn.yml"
    arguments = ["template", "--content", str(CONTENT), "-o", str(target)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert target.read_text(encoding="utf-8") == text
    target.write_text("van mij", encoding="utf-8")
    refused = CliRunner().invoke(main, arguments)
    assert refused.exit_code == 1
    assert "bestaat al en is niet veranderd" in refused.output
    assert target.read_text(encoding="utf-8") == "van mij"
    assert CliRunner().invoke(main, [*arguments, "--force"]).exit_code == 0
    assert target.read_text(encoding="utf-8") == text
