"""Files for others do not change by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from golden import CHOSEN, GOLDEN, chosen

if TYPE_CHECKING:
    from exported import Export


@pytest.mark.parametrize("path", CHOSEN)
def test_the_file_is_as_it_was_agreed_on(path: str, small: Export) -> None:
    assert chosen(small)[path].decode() == (GOLDEN / path).read_bytes().decode()


def test_nothing_is_kept_that_is_not_compared() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert kept == set(CHOSEN)
