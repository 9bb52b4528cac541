"""A project with few records, quick to build: the vocabularies, the rubric and the prose of the repository."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from site_building import REPOSITORY, change, records, value_of

if TYPE_CHECKING:
    from pathlib import Path

PRACTICES = 3
PLACEHOLDERS = "'#watwerkt:inhoud; #watwerkt:titel; {{ titel }} & %s 3 < 4'"
"""A title that tries to be part of the machinery."""

LINKS = (
    "[a](themas/index.md) [b](praktijken/nog-ouder/index.md) [c](assets/watwerkt/zoekindex.js) [d](themas/weg/index.md)"
)
"""Links of a page written by hand: to a list, a redirect, a generated file, and to nothing."""


def keep_few(folder: Path, practices: int) -> Path:
    """Remove all but the first practices of a copy, and the exceptions that name others."""
    (folder / "content" / "uitzonderingen.yml").unlink()
    for record in records(folder, "praktijken")[practices:]:
        (folder / "content" / "praktijken" / f"{record}.yml").unlink()
    return folder


def small_project(folder: Path, options: str = "") -> Path:
    """Copy the content with a few practices only, one of them moved, one withdrawn and one with a hostile title.

    ``options`` are lines for the plugin in `mkdocs.yml`. PDFs and open data are left out.
    """
    shutil.copytree(REPOSITORY / "content", folder / "content")
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    parts = f"pdf: false\n      opendata: false\n      {options}".rstrip()
    (folder / "mkdocs.yml").write_text(
        f"{config.replace('cache: .cache/watwerkt', parts)}\nnot_in_nav: los.md\n", encoding="utf-8"
    )
    (folder / "content" / "los.md").write_text(f"# Links\n\n{LINKS}\n", encoding="utf-8")
    practices = records(folder, "praktijken")[:PRACTICES]
    keep_few(folder, PRACTICES)
    moved, named, gone = (folder / "content" / "praktijken" / f"{record}.yml" for record in practices)
    change(moved, "\nbijgewerkt:", "\nvoorheen: [oude-naam, nog-ouder]\nbijgewerkt:")
    change(named, f"titel: {value_of(named, 'titel')}", f"titel: {PLACEHOLDERS}")
    with gone.open("a", encoding="utf-8") as file:
        file.write("\ningetrokken:\n  datum: 2026-11-24\n  reden: Bestaat niet meer.\n")
    return folder
