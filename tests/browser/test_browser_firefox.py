"""The same site in Firefox: finding, comparing, weighing and the quick-scan, over http and from a stick."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from browsing import serve
from built_site import report

SCRIPT = Path(__file__).with_name("firefox.mjs")
JOURNEYS = ("find", "compare", "weigh", "scan")


@pytest.fixture(scope="module")
def walked(site_dir: Path) -> dict[tuple[str, str], list[str]]:
    """The problems met on each journey, by journey and root; all in one Firefox."""
    firefox, node = shutil.which("firefox-esr") or shutil.which("firefox"), shutil.which("node")
    if firefox is None or node is None:
        pytest.fail("Firefox of node ontbreekt: `apt-get install firefox-esr`, `npm ci`", pytrace=False)
    with serve(site_dir) as root:
        job = {"program": firefox, "roots": {"http": root, "file": site_dir.as_uri()}}
        done = subprocess.run(
            [node, str(SCRIPT)], input=json.dumps(job), capture_output=True, text=True, check=False, timeout=300
        )
    if done.returncode:
        pytest.fail(done.stderr, pytrace=False)
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return {(result["journey"], result["root"]): result["problems"] for result in results}


@pytest.mark.parametrize("root", ["http", "file"])
@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_journey_works(walked: dict[tuple[str, str], list[str]], journey: str, root: str) -> None:
    report(walked[journey, root])
