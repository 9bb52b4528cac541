"""Content folders for tests: the valid example, and the same with one fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from content_tree import VALID, copy_valid

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def valid_root() -> Path:
    """The valid example content; do not write in it."""
    return VALID


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A private copy of the valid example content."""
    return copy_valid(tmp_path)
