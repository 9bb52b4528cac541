"""Same content, same bytes, on any machine that has the same libraries."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from exported import CONTENT, Export, export

if TYPE_CHECKING:
    from pathlib import Path


def test_two_exports_are_the_same_byte_for_byte(whole: Export, tmp_path: Path) -> None:
    content = tmp_path / "een andere plek, met een é" / "content"
    shutil.copytree(CONTENT, content)
    odd = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "4242",
        "SOURCE_DATE_EPOCH": "981173106",
    }
    other = export(content, tmp_path / "uit", env=odd).files()
    ours = whole.files()
    assert other.keys() == ours.keys()
    assert [path for path in ours if ours[path] != other[path]] == []


def test_the_checksums_are_those_of_the_files(whole: Export) -> None:
    lines = (whole.v1 / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {
        path.relative_to(whole.v1).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in whole.v1.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert told == found
    assert list(told) == sorted(told)


def test_an_export_over_an_older_one_gives_the_same(small: Export, tmp_path: Path) -> None:
    shutil.copytree(small.folder, tmp_path / "uit")
    (tmp_path / "uit" / "feed.xml").write_text("oud", encoding="utf-8")
    again = export(CONTENT.parent / "tests" / "fixtures" / "valid" / "content", tmp_path / "uit")
    assert again.files() == small.files()
