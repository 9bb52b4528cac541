"""The knowledge base of the repository, and Word and Excel files as people make them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from watwerkt.knowledge.loading import load

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def kennisbank() -> Kennisbank:
    """The real content: its vocabularies decide what is understood."""
    return load(CONTENT)
