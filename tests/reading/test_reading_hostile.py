"""Hostile files are refused with a finding: no crash, at most 1 second and 200 MB per file (SEC-Y1)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_inputs import CASES

SECONDS = 1.0


@pytest.fixture(scope="module")
def outcomes() -> dict[str, tuple[float, list[str]]]:
    program = Path(__file__).parent / "hostile_inputs.py"
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {name: (seconds, codes) for name, seconds, codes in rows}


@pytest.mark.parametrize("name", CASES)
def test_hostile_file_gives_findings_in_time(name: str, outcomes: dict[str, tuple[float, list[str]]]) -> None:
    seconds, codes = outcomes[name]
    assert codes, "an unusable file without a finding"
    assert seconds < SECONDS


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("brackets 400 kB", "WW101"),
        ("brackets 250 kB on one line", "WW104"),
        ("brackets 250 kB on lines", "WW123"),
        ("deep block", "WW123"),
        ("alias bomb", "WW120"),
        ("own alias", "WW120"),
        ("merge key", "WW120"),
        ("tag", "WW121"),
        ("5,000 digits", "WW133"),
        ("null bytes", "WW105"),
        ("invalid UTF-8", "WW102"),
        ("UTF-16", "WW102"),
        ("escaped surrogate", "WW118"),
        ("escaped null", "WW105"),
        ("bidi", "WW106"),
        ("the same key", "WW130"),
        ("number keys", "WW131"),
        ("carriage returns", "WW105"),
        ("documents", "WW122"),
        ("empty", "WW107"),
    ],
)
def test_hostile_file_is_named(name: str, code: str, outcomes: dict[str, tuple[float, list[str]]]) -> None:
    assert code in outcomes[name][1]
