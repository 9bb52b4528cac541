from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from relevance import ENGINES, REPOSITORY, Answer, Vraag, judged, questions, run_engines
from watwerkt.knowledge.loading import load
from watwerkt.search.index import Zoekindex, zoekindex

if TYPE_CHECKING:
    from collections.abc import Callable

    from watwerkt.knowledge.kennisbank import Kennisbank


@pytest.fixture(scope="session")
def kennisbank() -> Kennisbank:
    """The real content."""
    return load(REPOSITORY / "content")


@pytest.fixture(scope="session")
def beoordeeld(kennisbank: Kennisbank) -> Kennisbank:
    """Only the practices for which the table of questions was judged; the rest of the content may grow."""
    return judged(kennisbank)


@pytest.fixture(scope="session")
def index(kennisbank: Kennisbank) -> Zoekindex:
    return zoekindex(kennisbank)


@pytest.fixture(scope="session")
def vragen() -> list[Vraag]:
    return questions()


@pytest.fixture(scope="session")
def answers(beoordeeld: Kennisbank, vragen: list[Vraag]) -> dict[str, list[Answer]]:
    """What every engine answers to every question."""
    return run_engines(beoordeeld, [vraag.vraag for vraag in vragen], ENGINES)


@pytest.fixture(scope="session")
def ask(beoordeeld: Kennisbank) -> Callable[..., list[Answer]]:
    """Ask our own search about the judged practices."""
    return lambda *asked: run_engines(beoordeeld, asked, ["zoek"])["zoek"]
