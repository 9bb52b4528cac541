"""Exports made by the real command, in a folder, and what a test wants to know of them."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watwerkt.exports.edition import Edition
from watwerkt.knowledge.loading import load
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watwerkt.knowledge.kennisbank import Kennisbank

REPOSITORY = Path(__file__).resolve().parents[2]
CONTENT = REPOSITORY / "content"
VALID = REPOSITORY / "tests" / "fixtures" / "valid" / "content"
SITE_URL = "https://gemeente.example/sub/"
NAME = "wat-werkt-in-de-wijk"


@dataclass(frozen=True)
class Export:
    """A folder with an export, and the knowledge base that it was made from."""

    folder: Path
    kennisbank: Kennisbank

    @property
    def v1(self) -> Path:
        """The folder of version 1."""
        return self.folder / "data" / "v1"

    def files(self) -> dict[str, bytes]:
        """Return every file by path."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    def json(self, name: str) -> Any:
        """Return a JSON file below version 1."""
        return json.loads((self.v1 / name).read_text(encoding="utf-8"))

    def csv(self, name: str) -> list[dict[str, str]]:
        """Return the rows of a table as they stand in the file."""
        with (self.v1 / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def run(
    *arguments: str, env: Mapping[str, str] | None = None, cwd: Path = REPOSITORY
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    given = {key: value for key, value in os.environ.items() if not key.startswith("WATWERKT_")}
    return subprocess.run(
        [sys.executable, "-m", "watwerkt", *arguments],
        cwd=cwd,
        env=given | dict(env or {}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def export(content: Path, folder: Path, *options: str, env: Mapping[str, str] | None = None) -> Export:
    """Export a content folder with the command."""
    done = run("export", "--content", str(content), "-o", str(folder), "--site-url", SITE_URL, *options, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return Export(folder, load(content))


def edition(kennisbank: Kennisbank) -> Edition:
    """Return an edition of a knowledge base at the test address."""
    return Edition(build_index(kennisbank), kennisbank.peildatum, SITE_URL)


@cache
def real() -> Kennisbank:
    """The content of the repository."""
    return load(CONTENT)
