"""What a visitor downloads stays small."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DATA = {"catalogus.js", "rubriek.js", "zoekindex.js"}
"""Grow with the content; everything else is program."""


def test_all_scripts_together_stay_within_60_kb(site_dir: Path) -> None:
    scripts = [path for path in (site_dir / "assets" / "watwerkt").glob("*.js") if path.name not in DATA]
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in scripts}
    assert {"lunr.js", "zoek.js"} <= sizes.keys()
    assert sum(sizes.values()) < 60_000, sizes
