"""Nothing that visitors type makes the search throw, changes the page's world or gives broken answers."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from relevance import own_scripts, run_engines, run_node

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.search.index import Zoekindex

HOSTILE = [
    "",
    " ",
    '"wijk"',
    "'wijk",
    "titel:wijk",
    "constructor:x",
    "wijk*",
    "*",
    "**wijk**",
    "wijk~9",
    "wijk^100",
    "+wijk -wijk",
    "wijk~",
    "^^^",
    "\\",
    "(",
    "[a-z",
    "(a+)+$",
    "a{1,9999999}",
    "__proto__",
    "__proto__.polluted",
    "constructor",
    "constructor prototype toString hasOwnProperty valueOf",
    "toString",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\N{GRINNING FACE} wijk \N{GRINNING FACE}",
    "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}",
    "e\N{COMBINING ACUTE ACCENT}e\N{COMBINING ACUTE ACCENT}n wijk",
    "wijk\x00buurt\x1b[31m",
    "\ud800 wijk",
    "\N{RIGHT-TO-LEFT OVERRIDE}kjiw",
    "İstanbul ẞ ﬁets",
    "社区 район حي",
    "wijk " * 5000,
    "w" * 100_000,
    "wijk-" * 2000,
    "wijk’s" * 2000,
    "--- ''' ---",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
    "wat hoe wie de het een",
    "%00 %2e%2e/ ?q=1&q=2",
    "1e9999 NaN Infinity -0",
]


@pytest.fixture(scope="module")
def outcome(index: Zoekindex) -> dict[str, Any]:
    job = {"scripts": own_scripts(), **asdict(index), "vragen": HOSTILE}
    found: dict[str, Any] = run_node(Path(__file__).with_name("vijandig.mjs"), job)
    return found


def test_hostile_questions_get_sound_answers(outcome: dict[str, Any]) -> None:
    assert len(outcome["answers"]) > len(HOSTILE)
    for number, answer in enumerate(outcome["answers"]):
        question = HOSTILE[number][:60] if number < len(HOSTILE) else number
        assert answer["scores"], question
        assert answer["heel"], question
        assert answer["waarom"], question
        assert answer["soorten"] == ["boolean", "string", True], question


def test_the_world_stays_as_it_was(outcome: dict[str, Any]) -> None:
    assert outcome["klaar"]


def test_without_an_index_nothing_is_found(outcome: dict[str, Any]) -> None:
    assert outcome["leeg"]["treffers"] == []


def test_signs_do_not_matter(outcome: dict[str, Any]) -> None:
    counts = {question: answer["aantal"] for question, answer in zip(HOSTILE, outcome["answers"], strict=False)}
    assert counts['"wijk"'] == counts["'wijk"] == counts["wijk*"] == counts["**wijk**"] > 0
    assert counts[""] == counts["^^^"] == counts["wat hoe wie de het een"] == 0


def test_names_of_objects_are_words_like_any_other(kennisbank: Kennisbank) -> None:
    names = ["constructor", "hasOwnProperty", "valueOf"]
    practices = dict(kennisbank.praktijken)
    for practice_id, name in zip(practices, names, strict=False):
        practices[practice_id] = practices[practice_id].model_copy(update={"titel": name})
    answers = run_engines(replace(kennisbank, praktijken=practices), names, ["zoek"])["zoek"]
    assert [answer["ids"][0] for answer in answers] == list(practices)[: len(names)]
