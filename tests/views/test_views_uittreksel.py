"""Extracts say what the record says, and those that were kept are those that would be made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from views_samples import kennisbank, praktijk, rubriek, scan

from watwerkt.knowledge.loading import load
from watwerkt.scoring import leidende_scan, profiel, profielen
from watwerkt.views import uittreksel as module
from watwerkt.views.uittreksel import uittreksel, uittreksels

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def real() -> Kennisbank:
    return load(CONTENT)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the extracts that were made."""
    ids: list[str] = []
    original = module.uittreksel

    def counting(bank: Kennisbank, record: module.Praktijk, *others: Any) -> module.Uittreksel:
        ids.append(record.id)
        return original(bank, record, *others)

    monkeypatch.setattr(module, "uittreksel", counting)
    return ids


def test_levels_give_the_scores_of_the_scan(real: Kennisbank) -> None:
    for key, found in uittreksels(real).items():
        scan = leidende_scan(real.praktijken[key].scans)
        assert found.profiel == profiel(real.rubriek, scan)
        assert found.bekend == sum(score.bekend for score in found.profiel.scores)


def test_what_was_kept_is_what_would_be_made(real: Kennisbank, tmp_path: Path, made: list[str]) -> None:
    cold = uittreksels(real, tmp_path)
    assert made == list(real.praktijken)
    assert uittreksels(real, tmp_path) == cold == uittreksels(real)
    assert len(made) == 2 * len(cold)


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'["kort"]', b"\xff"])
def test_a_damaged_row_is_made_again(real: Kennisbank, tmp_path: Path, made: list[str], body: bytes) -> None:
    cold = uittreksels(real, tmp_path)
    with closing(sqlite3.connect(tmp_path / "uittreksels.sqlite3")) as connection, connection:
        connection.execute("UPDATE made SET body = ?", (body,))
    assert uittreksels(real, tmp_path) == cold
    assert len(made) == 2 * len(cold)


def test_another_rubric_or_vocabulary_makes_them_anew(tmp_path: Path, made: list[str]) -> None:
    bank = kennisbank(praktijk("a", scans=[scan()]))
    uittreksels(bank, tmp_path)
    digests = dict(bank.digests)
    for times, key in enumerate((("model", "4plus1"), ("begrippen", "themas")), 2):
        digests[key] = "1" * 64
        uittreksels(replace(bank, digests=dict(digests)), tmp_path)
        assert made == ["a"] * times
    digests["bronnen", "rapport"] = "1" * 64
    uittreksels(replace(bank, digests=digests), tmp_path)
    assert made == ["a"] * 3


def test_the_mark_changes_with_all_but_the_sentence() -> None:
    bank = kennisbank()

    def mark(**changed: Any) -> str:
        return uittreksel(bank, praktijk("a", **changed), profielen(bank.rubriek)).kenmerk

    assert mark(kern="Een andere zin, die op geen lijst van regels staat.") == mark()
    for changed in ({"titel": "Anders"}, {"status": "gestopt"}, {"bijgewerkt": "2020-01-01"}, {"scans": [scan()]}):
        assert mark(**changed) != mark()


def test_a_scan_expires_on_its_day(real: Kennisbank) -> None:
    record = praktijk("a", scans=[scan(datum="2020-05-01")])
    found = uittreksels(kennisbank(record, model=rubriek()))[record.id]
    assert (found.verlopen(date(2023, 4, 30)), found.verlopen(date(2023, 5, 1))) == (False, True)
    assert not uittreksel(real, praktijk("kaal"), profielen(real.rubriek)).verlopen(date(2099, 1, 1))
