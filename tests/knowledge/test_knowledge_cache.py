"""The cache changes speed only: same result warm, cold, damaged, shared and after a change of code."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from content_tree import replace_once

from watwerkt.knowledge import loading
from watwerkt.knowledge.cache import ContentCache, Memory, code_version
from watwerkt.knowledge.checks import cross_check
from watwerkt.knowledge.examination import examine
from watwerkt.knowledge.files import SourceFile
from watwerkt.knowledge.loading import Entry, load
from watwerkt.knowledge.seen import Seen, look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from watwerkt.knowledge.kennisbank import Kennisbank

FILE_NAME = "records.sqlite3"
VERSION = code_version("records", "reading", "knowledge")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "watwerkt"


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many files were examined in each load."""
    counts: list[int] = []
    original = loading.examine_all

    def counting(tasks: list[tuple[str, bytes]]) -> object:
        counts.append(len(tasks))
        return original(tasks)

    monkeypatch.setattr(loading, "examine_all", counting)
    return counts


def rows(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return connection.execute("SELECT key, version FROM made ORDER BY key").fetchall()


def faulty(content: Path) -> Kennisbank:
    replace_once(content / "praktijken" / "de-tulp.yml", "status: afgerond", "status: bijna")
    replace_once(content / "interventietypen" / "leerwerkbedrijf.yml", "[ondernemerschap]", "[onbekent]")
    return load(content)


def test_warm_equals_cold_with_and_without_findings(content: Path, folder: Path, examined: list[int]) -> None:
    cold = load(content, cache=folder)
    warm = load(content, cache=folder)
    assert cold == warm == load(content)
    assert examined[:2] == [15, 0]
    without = faulty(content)
    assert load(content, cache=folder) == without
    assert load(content, cache=folder) == without
    assert examined[-2:] == [2, 0]


def test_what_was_read_before_is_in_memory(content: Path, examined: list[int]) -> None:
    memory = Memory()
    before = load(content, memory=memory)
    assert load(content, memory=memory) == before
    after = faulty(content)
    assert load(content, memory=memory) == after
    assert examined == [15, 0, 15, 2]
    replace_once(content / "praktijken" / "de-tulp.yml", "status: bijna", "status: afgerond")
    replace_once(content / "interventietypen" / "leerwerkbedrijf.yml", "[onbekent]", "[ondernemerschap]")
    assert load(content, memory=memory) == before
    assert examined[-1] == 2, "what is no longer used was kept"


def test_what_was_seen_is_not_read_again(content: Path, folder: Path) -> None:
    """Who looked just now is believed; when there is no result for what it saw, the bytes tell."""
    tulp = content / "praktijken" / "de-tulp.yml"
    before = load(content, cache=folder)
    replace_once(tulp, "titel: ", "titel: Nieuw ")
    after = load(content, cache=folder)
    seen = Seen().again(look([str(content)]))
    assert load(content, cache=folder, seen=seen) == after
    told = seen.files | {str(tulp): (seen.files[str(tulp)][0], before.digest("praktijken", "de-tulp"))}
    seen = replace(seen, files=told)
    assert load(content, cache=folder, seen=seen) == before
    assert load(content, seen=seen) == after, "a result that is not known was not made of the file"
    tulp.unlink()
    assert "de-tulp" not in load(content, cache=folder, seen=seen).praktijken


def test_a_file_that_changed_while_it_was_checked_is_no_reason_to_stop(content: Path, tmp_path: Path) -> None:
    """Of what must be told of a file, places are looked up in it anew; it may say something else by then."""
    tulp, roos = content / "praktijken" / "de-tulp.yml", content / "interventietypen" / "leerwerkbedrijf.yml"
    faulty(content)
    loads = {
        name: examine(file.read_bytes(), name) for name, file in (("praktijken", tulp), ("interventietypen", roos))
    }
    for raw in (None, b"", b"[1, 2]", b"\xff", b"een: {"):
        files = {name: tmp_path / f"{name}.yml" for name in loads}
        for file in files.values():
            file.unlink(missing_ok=True) if raw is None else file.write_bytes(raw)
        entries = [Entry(SourceFile(n, "x", files[n], f"content/{n}/x.yml"), "", loads[n]) for n in loads]
        for entry in entries:
            entry.examination.record_id = "anders"
        found = list(cross_check(entries, "content"))
        assert {(f.bestand, f.regel, f.code) for f in found if f.code == "WW401"} == {
            (entry.file.bestand, 1, "WW401") for entry in entries
        }


def test_memory_keeps_kinds_and_versions_apart(tmp_path: Path) -> None:
    memory = Memory()
    ContentCache(None, "a", "1", memory).remember({"x": "van a1"})
    for name, version, known in (("a", "1", {"x": "van a1"}), ("a", "2", {}), ("b", "1", {})):
        assert ContentCache(None, name, version, memory).restored(["x", "y"], lambda *_: "gelezen") == known
    stored = ContentCache(tmp_path, "a", "1", memory)
    stored.put({"x": b"1", "y": b"2", "damaged": b"?"}, ["x", "y", "damaged"])
    assert stored.restored(["x", "y", "damaged", "z"], lambda _, raw: str(int(raw))) == {"x": "van a1", "y": "2"}


def test_a_file_by_another_name_is_checked_by_its_new_name(content: Path, folder: Path) -> None:
    load(content, cache=folder)
    (content / "praktijken" / "de-tulp.yml").rename(content / "praktijken" / "de-roos.yml")
    (finding,) = load(content, cache=folder).findings
    assert (finding.bestand, finding.code) == ("content/praktijken/de-roos.yml", "WW401")


@pytest.mark.parametrize("damage", [b"", b"geen database", b"SQLite format 3\x00" + b"\xff" * 500])
def test_a_damaged_cache_is_rebuilt(content: Path, folder: Path, examined: list[int], damage: bytes) -> None:
    cold = load(content, cache=folder)
    (folder / FILE_NAME).write_bytes(damage)
    assert load(content, cache=folder) == cold
    assert load(content, cache=folder) == cold
    assert examined == [15, 15, 0]


def test_a_damaged_middle_is_survived(content: Path, folder: Path) -> None:
    cold = load(content, cache=folder)
    raw = bytearray((folder / FILE_NAME).read_bytes())
    raw[4096 : len(raw) - 4096 : 7] = b"\x00" * len(raw[4096 : len(raw) - 4096 : 7])
    (folder / FILE_NAME).write_bytes(raw)
    assert load(content, cache=folder) == cold


@pytest.mark.parametrize("body", [b"", b"{}", b"[]\n{}", b'{"findings": [[1]]}\n', b"\xff\xfe", b"{\n"])
def test_a_damaged_row_is_examined_again(content: Path, folder: Path, body: bytes) -> None:
    cold = load(content, cache=folder)
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE made SET body = ?", (body,))
    assert load(content, cache=folder) == cold


def test_another_version_of_the_code_starts_afresh(
    content: Path, folder: Path, examined: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = load(content, cache=folder)
    assert {version for _, version in rows(folder)} == {VERSION}
    monkeypatch.setattr(loading, "code_version", lambda *_: "een andere")
    assert load(content, cache=folder) == cold
    assert examined == [15, 15]
    assert {version for _, version in rows(folder)} == {"een andere"}


def test_the_cache_forgets_old_content(content: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(content, cache=folder)
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        connection.executemany("INSERT INTO made VALUES (?, ?, ?)", [(f"oud-{i}", VERSION, b"") for i in range(2000)])
    faulty(content)
    load(content, cache=folder)
    assert len(rows(folder)) == 15


def test_a_place_that_cannot_be_written_is_no_problem(content: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("", encoding="utf-8")
    assert load(content, cache=blocked / "map") == load(content)
    folder = tmp_path / "map"
    (folder / FILE_NAME).mkdir(parents=True)
    assert load(content, cache=folder) == load(content)


def test_several_at_once(content: Path, folder: Path) -> None:
    cold = load(content)
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: load(content, cache=folder), range(8)))
    assert all(result == cold for result in results)
    assert len(rows(folder)) == 15
