"""Something dear that every worker of a test run needs and none changes: made by the first that asks."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = Path(__file__).resolve().parents[1]
SITE, SAID = "site", "gezegd.txt"
"""The output and what the build said, in the folder of `built_repository`."""


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of this test run that ``make`` filled; other workers wait until it is whole, and get the same.

    When ``make`` fails nothing is kept, so that every worker that asks gets to know why.
    """
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    folder, draft = run / name, run / f"{name}.{os.getpid()}"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            draft.mkdir()
            make(draft)
            draft.rename(folder)
    return folder


def built_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the site of the repository, built as `make site` does, and what the build said."""
    return made_once(tmp_path_factory, "gebouwd", _build)


def _build(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / SITE)],
        cwd=REPOSITORY,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        pytest.fail(f"mkdocs build --strict:\n{done.stdout}{done.stderr}", pytrace=False)
    (folder / SAID).write_text(done.stdout + done.stderr, encoding="utf-8")
