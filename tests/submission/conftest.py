"""The knowledge base of the repository, and Word and Excel files as people make them."""

from __future__ import annotations

from pathlib import Path

import pytest

from watwerkt.knowledge.kennisbank import Kennisbank, load

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def kennisbank() -> Kennisbank:
    """The real content: its vocabularies decide what is understood."""
    return load(CONTENT)
