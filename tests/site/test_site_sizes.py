"""What a visitor downloads stays small."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DATA = {"catalogus.js", "keuzes.js", "volgorden.js", "rubriek.js", "zoekindex.js", "formulierregels.js"}
"""Grow with the content; everything else is program."""

FORM = {"concept.js", "formulier.js", "formulierlijsten.js", "formuliermeldingen.js", "formuliervelden.js"}
FORM |= {"formulierwissel.js", "formulierzij.js", "inzenden.js", "keuzevak.js", "recordregels.js", "tekstregels.js"}
FORM |= {"plakken.js", "veldregels.js", "yamltekst.js"}
"""Loaded by the form only."""

READER = {"js-yaml.js", "yamlbehoud.js", "yamllezer.js"}
"""Loaded when somebody opens a file or a record in the form."""


def sizes(site_dir: Path) -> dict[str, int]:
    scripts = [path for path in (site_dir / "assets" / "watwerkt").glob("*.js") if path.name not in DATA]
    return {path.name: len(gzip.compress(path.read_bytes())) for path in scripts}


def test_all_other_scripts_together_stay_within_60_kb(site_dir: Path) -> None:
    others = {name: size for name, size in sizes(site_dir).items() if name not in {*FORM, *READER}}
    assert {"lunr.js", "zoek.js"} <= others.keys()
    assert sum(others.values()) < 60_000, others


def test_the_scripts_of_the_form_stay_within_40_kb_and_with_its_reader_within_71(site_dir: Path) -> None:
    found = sizes(site_dir)
    assert found.keys() >= FORM
    assert sum(found[name] for name in FORM) < 40_000, found
    assert sum(found[name] for name in {*FORM, *READER}) < 71_000


def test_only_the_form_loads_its_scripts_and_nobody_loads_the_reader_at_once(site_dir: Path) -> None:
    with_form = [
        path.relative_to(site_dir).as_posix()
        for path in site_dir.rglob("*.html")
        if any(f"/{name}" in path.read_text(encoding="utf-8") for name in {*FORM, *READER, "formulierregels.js"})
    ]
    assert with_form == ["meedoen/formulier/index.html"]
    html = (site_dir / with_form[0]).read_text(encoding="utf-8")
    assert not [name for name in READER if f"/{name}" in html]
