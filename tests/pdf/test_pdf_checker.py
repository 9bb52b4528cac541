"""What an independent accessibility checker says of every kind of print. It is young and covers a part of the rules, so
an error fails and the known warnings are listed; no findings is no claim of conformance (ADR 0009)."""

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

KNOWN = {
    "TBL-012",  # a table to fill in is mostly empty
    "TBL-014",  # the lines of a table over several pages, or with a caption, are taken for a drawing beside the table
}

MARGIN = 45.0
TOP = 842 - MARGIN
"""Points from the foot and from the head of a portrait page within which running heads and feet stand."""


def check(folder: Path, **prints: bytes) -> dict[str, Any]:
    """Run the checker on all prints at once and return its report."""
    for name, content in prints.items():
        (folder / f"{name}.pdf").write_bytes(content)
    program = Path(sys.executable).parent / "outloud"
    files = [str(folder / f"{name}.pdf") for name in prints]
    done = subprocess.run(
        [str(program), "--json", "-", "--fail-on", "never", *files],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.fixture(scope="module")
def report(jobs: Jobs, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    press = Press(ADDRESS, PdfStore(None))
    prints = {
        "rapport": press.pdf(jobs.report("pak-deventer")),
        "boekje": press.pdf(jobs.booklet("interventietype", "frontlijnteam")),
        **{soort.value: press.pdf(jobs.worksheet(soort, "a4", "pak-deventer")) for soort in Werkbladsoort},
    }
    return check(tmp_path_factory.mktemp("pdf"), **prints)


def in_margin(finding: dict[str, Any]) -> bool:
    """Whether a finding is about the running head or foot only; those are artifacts on purpose (ISO 14289-1, 7.8)."""
    return all(box["y1"] < MARGIN or box["y0"] > TOP for box in finding["boxes"])


def test_no_errors_and_no_unknown_warnings(report: dict[str, Any]) -> None:
    files = report["results"]
    assert len(files) == 2 + len(Werkbladsoort)
    findings = [(file["path"], item) for file in files for item in file["findings"]]
    unknown = [
        f"{path}: {item['rule']} {item}"
        for path, item in findings
        if item["rule"] not in KNOWN and not (item["rule"] == "TAG-002" and in_margin(item))
    ]
    assert unknown == []
