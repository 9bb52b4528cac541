from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import watwerkt.site

sys.path.insert(0, str(Path(__file__).parents[1] / "scoring"))

STATIC = Path(watwerkt.site.__file__).parent / "static"
SCRIPTS = ("scoremodel.js",)

Ask = Callable[[dict[str, Any]], Any]


@pytest.fixture(scope="session")
def ask() -> Iterator[Ask]:
    """Give a job to the scripts and get their answer; one Node for the whole session."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("node ontbreekt: zet .venv/bin in PATH of installeer nodejs", pytrace=False)
    command = [node, str(Path(__file__).with_name("runner.mjs")), *(str(STATIC / name) for name in SCRIPTS)]
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
