"""Builds content folders for tests from the valid example and the recipes in ``fixtures/invalid``.

A fixture folder is named after the code that it triggers. It holds files to lay over the valid example
(``content/…``) and may hold ``recept.json`` for what is better told than stored:
``wijziging`` (replace a text once), ``maak`` (write a long file, a changed copy, a link or a folder) and ``verwijder``.
``verwacht.json`` lists the findings.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parent.parent / "fixtures"
VALID = FIXTURES / "valid" / "content"
INVALID = FIXTURES / "invalid"


def copy_valid(folder: Path) -> Path:
    """Copy the valid example and return its content folder."""
    return Path(shutil.copytree(VALID, folder / "content"))


def build(code: str, folder: Path) -> Path:
    """Build the content folder of a fixture."""
    root = copy_valid(folder)
    fixture = INVALID / code
    if (fixture / "content").is_dir():
        shutil.copytree(fixture / "content", root, dirs_exist_ok=True)
    if (fixture / "recept.json").exists():
        _cook(json.loads((fixture / "recept.json").read_text(encoding="utf-8")), folder)
    return root


def expected(code: str) -> list[tuple[int, int, str]]:
    """Return line, column and code of the findings that a fixture gives."""
    rows = json.loads((INVALID / code / "verwacht.json").read_text(encoding="utf-8"))
    return [(row["regel"], row["kolom"], row["code"]) for row in rows]


def replace_once(path: Path, old: str, new: str) -> None:
    """Replace a text that must occur, once."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not occur in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _cook(recipe: dict[str, Any], folder: Path) -> None:
    for item in recipe.get("verwijder", []):
        (folder / item).unlink()
    for item in recipe.get("wijziging", []):
        replace_once(folder / item["bestand"], item["van"], item["naar"])
    for item in recipe.get("maak", []):
        path = folder / item["bestand"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if item.get("map"):
            path.mkdir()
        elif "koppeling" in item:
            path.symlink_to(item["koppeling"])
        else:
            kept = (folder / item["kopie"]).read_text(encoding="utf-8") if "kopie" in item else ""
            for old, new in item.get("vervang", {}).items():
                kept = kept.replace(old, new, 1)
            long = item.get("herhaal", "") * item.get("keer", 0)
            path.write_text(item["begin"] + kept + long, encoding="utf-8")
