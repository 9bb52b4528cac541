"""Every page is valid HTML and keeps the accessibility rules that markup alone can show (html-validate)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from built_site import REPOSITORY, report

if TYPE_CHECKING:
    from built_site import Site

CONFIG = Path(__file__).with_name("htmlvalidate.mjs")
PROGRAM = REPOSITORY / "node_modules" / ".bin" / "html-validate"


def test_html_validate_has_nothing_to_report(site: Site, tmp_path: Path) -> None:
    if not PROGRAM.exists():
        pytest.fail("html-validate ontbreekt: draai eerst `npm ci`", pytrace=False)
    found = tmp_path / "html-validate.json"
    done = subprocess.run(
        [PROGRAM, "--config", CONFIG, "--formatter", f"json={found}", *sorted(site.pages)],
        cwd=site.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    if done.stderr or not found.is_file():
        pytest.fail(f"html-validate:\n{done.stderr}", pytrace=False)
    report(
        f"{Path(file['filePath']).relative_to(site.folder)}:{message['line']}:{message['column']}"
        f" {message['ruleId']}: {message['message']}"
        for file in json.loads(found.read_text(encoding="utf-8"))
        for message in file["messages"]
    )
