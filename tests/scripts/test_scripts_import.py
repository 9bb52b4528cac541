"""Every script can be loaded as it stands in its folder; some are run by hand only, and seldom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
LOAD = """
import runpy, sys
sys.path[0] = sys.argv[1]
begin = list(sys.path)
for path in sys.argv[2:]:
    sys.path[:] = begin
    runpy.run_path(path, run_name="loaded")
    print(path)
"""


def test_every_script_finds_what_it_imports() -> None:
    paths = sorted(map(str, SCRIPTS.glob("*.py")))
    command = [sys.executable, "-c", LOAD, str(SCRIPTS), *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split() == paths, done.stderr
