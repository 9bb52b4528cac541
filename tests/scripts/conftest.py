from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "scoring"))

from script_runner import STATIC, Ask, running

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def ask() -> Iterator[Ask]:
    """Give a job to the scripts of the quick-scan and the scorekaart and get their answer."""
    with running([STATIC / "scoremodel.js", STATIC / "rangorde.js"]) as send:
        yield send
