"""Scripts of the site that touch no page, run in Node: one process answers all jobs (see ``runner.mjs``)."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import watwerkt.site

STATIC = Path(watwerkt.site.__file__).parent / "static"

Ask = Callable[[dict[str, Any]], Any]


@contextmanager
def running(paths: Sequence[Path]) -> Iterator[Ask]:
    """Load scripts in one Node; gives the function that hands it a job and returns the answer."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("node ontbreekt: zet .venv/bin in PATH of installeer nodejs", pytrace=False)
    command = [node, str(Path(__file__).with_name("runner.mjs")), *map(str, paths)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        stdin, stdout = process.stdin, process.stdout
        assert stdin is not None
        assert stdout is not None

        def send(job: dict[str, Any]) -> Any:
            stdin.write(json.dumps(job) + "\n")
            stdin.flush()
            return json.loads(stdout.readline())

        yield send
        stdin.close()
