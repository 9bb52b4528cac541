"""Each field broken in each way: one finding, at the right place, and its advice leads back to a valid record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from repairer import literal, own_value
from saboteur import NAME, Break, breaks, small_content, whole, whole_text

from watwerkt.knowledge.loading import load
from watwerkt.reading.codes import CODES
from watwerkt.reading.findings import Ernst
from watwerkt.reading.shapes import fields_of
from watwerkt.records import Praktijk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from watwerkt.reading.findings import Finding

    Look = Callable[[str], list[Finding]]

BREAKS = breaks()
FIELDS = sorted({str(item.pad[0]) for item in BREAKS})
ROUNDS = 3
"""A repair may uncover a next fault: a word made into a list must also be a known key."""


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Write the text of the record and return what the check says of it, tips apart."""
    folder = tmp_path_factory.mktemp("sabotage")
    root: Path = small_content(folder)
    file = root / "praktijken" / f"{NAME}.yml"

    def call(text: str) -> list[Finding]:
        file.write_text(text, encoding="utf-8")
        found = load(root, cache=folder / "cache").findings
        return [item for item in found if item.bestand.endswith(file.name) and item.niveau is not Ernst.TIP]

    return call


def test_the_record_that_is_broken_is_whole(look: Look) -> None:
    assert look(whole_text()) == []
    assert set(whole()) == set(fields_of(Praktijk))


def test_there_are_enough_ways_to_break_it() -> None:
    assert len(BREAKS) >= 1000
    assert len({item.naam for item in BREAKS}) == len(BREAKS)
    assert {str(item.pad[0]) for item in BREAKS} == set(fields_of(Praktijk))


@pytest.mark.parametrize("field", FIELDS)
def test_a_break_is_found_placed_alone_and_repaired(field: str, look: Look) -> None:
    wrong = []
    for item in (item for item in BREAKS if item.pad[0] == field):
        found = look(item.text)
        places = [(one.regel, one.kolom) for one in found]
        if len(found) != 1 or found[0].code not in item.codes or places != [item.place]:
            wrong.append((item.naam, item.place, found))
        elif left := repaired(item, found[0], look):
            wrong.append((item.naam, found[0].advies, left))
    assert wrong == []


def repaired(item: Break, finding: Finding, look: Look) -> list[Finding]:
    """Do what the advice offers, if need be a few times over; else put the author's own value where the finding is."""
    text, left = item.text, [finding]
    for _ in range(ROUNDS):
        after = literal(text, left[0]) or own_value(text, left[0], item.good)
        text, left = after, look(after)
        if not left:
            return []
    return look(own_value(item.text, finding, item.good))


def test_most_advice_can_be_followed_to_the_letter(look: Look) -> None:
    done: Counter[bool] = Counter()
    for item in BREAKS[:: len(BREAKS) // 150]:
        finding = look(item.text)[0]
        after = literal(item.text, finding)
        done[after is not None] += 1
        assert CODES[finding.code].oplossing
        assert finding.advies
    assert done[True] >= 0.6 * done.total()
