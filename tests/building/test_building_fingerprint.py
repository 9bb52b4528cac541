"""Whether anything changed: known without reading what certainly is as it was."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from watwerkt.building import inherited
from watwerkt.fingerprint import Fingerprint, fingerprint
from watwerkt.knowledge.seen import TICK, Seen
from watwerkt.ledger import NO_STAMP, Ledger, read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Settings beside a folder with a practice and a source."""
    for name in ("praktijken/a.yml", "bronnen/b.yml"):
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True)
        file.write_text("een", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_url: !ENV [ADRES_VAN_DE_PROEF, x]\n", encoding="utf-8")
    return tmp_path / "mkdocs.yml"


def taken(config: Path, seen: Seen | None = None) -> Fingerprint:
    return fingerprint(config, [str(config.parent / "content")], seen or Seen())


def later(seen: Seen) -> Seen:
    """As if the files had been read well after their last change."""
    return replace(seen, moment=seen.moment + 2 * TICK)


def test_what_was_read_is_not_read_again(config: Path) -> None:
    file = config.parent / "content" / "praktijken" / "a.yml"
    first = taken(config)
    state, _ = first.seen.files[str(file)]
    changed = state[1]
    told = later(replace(first.seen, files={str(file): (state, "anders")}))
    assert taken(config, told).whole != first.whole  # it believed what it was told
    assert taken(config, replace(told, moment=changed + TICK)).whole == first.whole  # too soon after its last change
    assert taken(config, replace(told, moment=0)).whole == first.whole


def test_a_change_of_the_same_size_and_date_is_seen(config: Path) -> None:
    file = config.parent / "content" / "praktijken" / "a.yml"
    first = taken(config)
    found = file.stat()
    file.write_text("nee", encoding="utf-8")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    again = taken(config, later(first.seen))
    assert (again.base, again.whole) != (first.base, first.whole)
    assert again.base == first.base
    file.write_text("een", encoding="utf-8")
    assert taken(config, later(again.seen)).whole == first.whole


def test_all_that_decides_a_site_is_in_it(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = config.parent / "content"
    seen = [taken(config)]

    def differs() -> None:
        seen.append(taken(config, later(seen[-1].seen)))
        assert seen[-1].base not in {before.base for before in seen[:-1]}

    (content / "bronnen" / "b.yml").write_text("twee", encoding="utf-8")
    differs()
    (content / "nieuw.md").symlink_to(content / "weg.md")  # leads nowhere, and is no reason to stop
    differs()
    (content / "weg.md").write_text("# Er weer", encoding="utf-8")
    differs()
    (content / "weg.md").rename(content / "elders.md")
    differs()
    monkeypatch.setenv("ADRES_VAN_DE_PROEF", "y")
    differs()
    config.write_text(f"{config.read_text(encoding='utf-8')}\n", encoding="utf-8")
    differs()


def test_the_environment_of_inherited_settings_is_in_it(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = config.parent / "basis.yml"
    parent.write_text("site_name: !ENV [NAAM_VAN_DE_PROEF, x]\n", encoding="utf-8")
    config.write_text("INHERIT: basis.yml\n", encoding="utf-8")
    sources = (str(config.parent / "content"), str(parent))
    first = fingerprint(config, sources, Seen())
    monkeypatch.setenv("NAAM_VAN_DE_PROEF", "y")
    changed = fingerprint(config, sources, Seen())
    assert changed.base != first.base
    parent.unlink()  # the ledger still knows of it, and the settings no longer do
    assert fingerprint(config, sources, Seen()).base != changed.base


def test_inherited_settings_are_found_however_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "diep").mkdir()
    for name, line in {
        "mkdocs.yml": 'INHERIT: "diep/basis.yml"  # voor alle sites',
        "diep/basis.yml": "INHERIT:\n  grond.yml",
        "diep/grond.yml": "site_name: !ENV [NAAM, x]",
    }.items():
        (tmp_path / name).write_text(f"{line}\n", encoding="utf-8")
    assert list(inherited(tmp_path / "mkdocs.yml")) == [
        tmp_path / "diep" / "basis.yml",
        tmp_path / "diep" / "grond.yml",
    ]


def test_only_records_of_practices_are_no_base(config: Path) -> None:
    project = config.parent / "praktijken"  # a folder of that name around the project says nothing
    shutil.copytree(config.parent / "content", project / "content")
    shutil.copy(config, project)
    (project / "content" / "praktijken" / "lees.md").write_text("# Lees", encoding="utf-8")
    first = taken(project / "mkdocs.yml")
    for name, same in (("praktijken/a.yml", True), ("bronnen/b.yml", False), ("praktijken/lees.md", False)):
        file = project / "content" / name
        before = file.read_text(encoding="utf-8")
        file.write_text("twee", encoding="utf-8")
        changed = taken(project / "mkdocs.yml")
        assert (changed.whole != first.whole, changed.base == first.base) == (True, same)
        file.write_text(before, encoding="utf-8")


def test_a_ledger_is_read_as_it_was_written(config: Path) -> None:
    place = config.parent / "kas" / "a.json"
    now = taken(config)
    files = {"a/index.html": (3, 5), "b": NO_STAMP}
    kept = Ledger("site", ["x"], now.whole, files, {"a/index.html": "sleutel"}, ["let op"], ["vreemd"], now.seen)
    kept.write(place)
    assert read(place) == kept
    Ledger("site").write(place)
    assert read(place) == Ledger("site")
    for damaged in ("", "{}", "[]", place.read_text(encoding="utf-8").replace('"form": 4', '"form": 3')):
        place.write_text(damaged, encoding="utf-8")
        assert read(place) is None
    shutil.rmtree(place.parent)
    assert read(place) is None
