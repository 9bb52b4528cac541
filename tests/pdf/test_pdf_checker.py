"""What an independent checker says of every kind of print. It runs 12 checks (16 of 106 rules of PDF/UA-1), says so
itself, and is young: no findings is no claim of conformance (ADR 0009)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pdf_reading import ADDRESS

from watwerkt.pdf.press import PdfStore, Press
from watwerkt.views.werkblad import Werkbladsoort

if TYPE_CHECKING:
    from watwerkt.pdf.jobs import Jobs


def check(file: Path) -> dict[str, Any]:
    """Run the checker and return its report."""
    command = [str(Path(sys.executable).parent / "pdfua"), "check", "--format", "json", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.fixture(scope="module")
def prints(jobs: Jobs, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pdf")
    press = Press(ADDRESS, PdfStore(None))
    made = {
        "rapport": jobs.report("pak-deventer"),
        "boekje": jobs.booklet("interventietype", "frontlijnteam"),
        **{soort.value: jobs.worksheet(soort, "a4", "pak-deventer") for soort in Werkbladsoort},
    }
    for name, job in made.items():
        (folder / f"{name}.pdf").write_bytes(press.pdf(job))
    return [folder / f"{name}.pdf" for name in made]


def test_no_findings(prints: list[Path]) -> None:
    reports = [check(file) for file in prints]
    assert [(report["file"], report["findings"]) for report in reports if report["findings"]] == []
    assert all(report["summary"]["rules_run"] >= 11 for report in reports)
