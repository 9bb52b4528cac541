"""A stricter rule is an error in a new record, and a warning in a concept or where a dated exception says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from content_tree import replace_once

from watwerkt.cli import main
from watwerkt.knowledge.loading import load
from watwerkt.reading.findings import Ernst

if TYPE_CHECKING:
    from pathlib import Path

EXCEPTION = (
    "uitzonderingen:\n  - record: praktijken/de-tulp\n    code: WW601\n    reden: Nog uit te zoeken.\n    tot: {}\n"
)
NEWEST = "2026-11-21"


@pytest.fixture
def incomplete(content: Path) -> Path:
    """A record without places that is no concept."""
    record = content / "praktijken" / "de-tulp.yml"
    replace_once(record, "locaties:\n  - gemeente: Deventer\n", "")
    replace_once(record, "record_status: concept", "record_status: redactie")
    return content


def found(content: Path) -> list[tuple[str, Ernst]]:
    return [(item.code, item.niveau) for item in load(content).findings]


def code_of(content: Path, *options: str) -> int:
    return CliRunner().invoke(main, ["check", "--content", str(content), *options]).exit_code


def test_a_new_record_is_refused(incomplete: Path) -> None:
    kennisbank = load(incomplete)
    assert [(item.code, item.niveau) for item in kennisbank.findings] == [("WW601", Ernst.FOUT)]
    assert "de-tulp" not in kennisbank.praktijken
    assert code_of(incomplete) == 1


def test_a_concept_is_only_warned(incomplete: Path) -> None:
    replace_once(incomplete / "praktijken" / "de-tulp.yml", "record_status: redactie", "record_status: concept")
    assert found(incomplete) == [("WW601", Ernst.WAARSCHUWING)]
    assert "de-tulp" in load(incomplete).praktijken
    assert code_of(incomplete, "--strict") == 0


def test_a_dated_exception_gives_time(incomplete: Path) -> None:
    (incomplete / "uitzonderingen.yml").write_text(EXCEPTION.format(NEWEST), encoding="utf-8")
    kennisbank = load(incomplete)
    assert [(item.code, item.niveau) for item in kennisbank.findings] == [("WW601", Ernst.WAARSCHUWING)]
    assert f"Uitzondering tot {NEWEST}: Nog uit te zoeken." in kennisbank.findings[0].advies
    assert "de-tulp" in kennisbank.praktijken
    assert code_of(incomplete, "--strict") == 0


def test_an_exception_ends(incomplete: Path) -> None:
    (incomplete / "uitzonderingen.yml").write_text(EXCEPTION.format("2026-11-20"), encoding="utf-8")
    kennisbank = load(incomplete)
    assert [(item.code, item.niveau) for item in kennisbank.findings] == [("WW601", Ernst.FOUT)]
    assert "gold tot 2026-11-20" in kennisbank.findings[0].boodschap
    assert "de-tulp" not in kennisbank.praktijken


def test_the_day_of_a_withdrawn_record_ends_no_exception(incomplete: Path) -> None:
    (incomplete / "uitzonderingen.yml").write_text(EXCEPTION.format(NEWEST), encoding="utf-8")
    withdrawn = incomplete / "praktijken" / "weg.yml"
    withdrawn.write_bytes((incomplete / "praktijken" / "de-tulp.yml").read_bytes())
    replace_once(withdrawn, "id: de-tulp", "id: weg\ningetrokken:\n  datum: 2026-12-01\n  reden: Dubbel.")
    replace_once(withdrawn, f"bijgewerkt: {NEWEST}", "bijgewerkt: 2026-12-01")
    replace_once(withdrawn, "record_status: redactie", "record_status: concept")
    replace_once(withdrawn, "voorheen: [tulp-woensel]\n", "")
    kennisbank = load(incomplete)
    assert set(kennisbank.ingetrokken) == {"weg"}
    assert "de-tulp" in kennisbank.praktijken


def test_an_exception_twice_or_for_another_rule_is_told(incomplete: Path) -> None:
    twice = EXCEPTION.format(NEWEST) + EXCEPTION.format(NEWEST).partition("\n")[2]
    (incomplete / "uitzonderingen.yml").write_text(twice, encoding="utf-8")
    assert ("WW423", Ernst.WAARSCHUWING) in found(incomplete)
    other = EXCEPTION.format(NEWEST).replace("WW601", "WW202")
    (incomplete / "uitzonderingen.yml").write_text(other, encoding="utf-8")
    assert ("WW422", Ernst.FOUT) in found(incomplete)


@pytest.mark.parametrize("text", ["", "[]", "uitzonderingen: x", "uitzonderingen:\n  - record: x\n", "a: &b 1\n"])
def test_a_faulty_file_is_explained(content: Path, text: str) -> None:
    (content / "uitzonderingen.yml").write_text(text, encoding="utf-8")
    findings = load(content).findings
    assert findings
    assert {item.bestand for item in findings} == {"content/uitzonderingen.yml"}
