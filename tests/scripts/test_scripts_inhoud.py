"""The script for second readers: shares that add up, and a sample that can be drawn again."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def tell(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(REPOSITORY / "scripts" / "inhoud.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_practice_is_listed_and_the_total_follows_from_them() -> None:
    said = tell("onbekend")
    rows = re.findall(r"^ *(\d+) van (\d+) +\S+ +([\w-]+)$", said.stdout, re.MULTILINE)
    assert {row[2] for row in rows} == {file.stem for file in (REPOSITORY / "content" / "praktijken").glob("*.yml")}
    known, all_of_them = sum(int(row[0]) for row in rows), sum(int(row[1]) for row in rows)
    total = re.search(r"(\d+)% onbekend bij alle", said.stdout)
    assert total is not None
    assert abs(int(total[1]) - 100 * (1 - known / all_of_them)) <= 0.5


def test_a_sample_is_the_same_again_and_differs_by_seed() -> None:
    first, again, other = (tell("steekproef", "--aantal", "5", "--zaad", seed).stdout for seed in "112")
    assert first == again != other
    assert len(re.findall(r"^\d+\. ", first, re.MULTILINE)) == 5
    assert re.search(r"^   - [\w-]+: \S", first, re.MULTILINE)


def test_a_missing_folder_is_told_without_a_traceback(tmp_path: Path) -> None:
    said = tell("--inhoud", str(tmp_path / "weg"), "onbekend")
    assert said.returncode == 1
    assert "bestaat niet" in said.stderr
    assert "Traceback" not in said.stderr
