"""Writing files: only what differs, whole or not at all, and by two processes the same as by one."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import resource
from functools import partial
from typing import TYPE_CHECKING

import pytest

from watwerkt import writing
from watwerkt.exports.checksums import Checksums
from watwerkt.exports.edition import V1
from watwerkt.writing import PublishedFile, Work, write_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = writing.FORK_FROM + 100


def _text(number: int) -> bytes:
    return f"bestand {number}\n".encode() * (number % 7)


def _pieces(*, fails: bool = False) -> Iterator[bytes]:
    yield b"eerste "
    if fails:
        raise OSError(28, "schijf vol")
    yield b"tweede"


def _published(sums: Checksums) -> list[PublishedFile]:
    files = [PublishedFile(f"map-{n % 9}/{n}.txt", partial(_text, n)) for n in range(MANY)]
    data = {f"{V1}{n}.json": partial(_text, n) for n in range(5)} | {f"{V1}stuk.json": _pieces}
    files += [PublishedFile(path, sums.noting(path, make), together=True) for path, make in data.items()]
    return [*files, PublishedFile(f"{V1}SHA256SUMS", sums.file, last=True)]


def _written(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _in_a_process(folder: Path, answer: multiprocessing.queues.Queue[list[str]]) -> None:
    sums = Checksums()
    answer.put(write_all(_published(sums), folder, sums))


def _forked(folder: Path) -> list[str]:
    """Write from a process without other threads, as a build is; the test runner may have some."""
    context = multiprocessing.get_context("fork")
    answer = context.Queue()
    process = context.Process(target=_in_a_process, args=(folder, answer))
    process.start()
    changed: list[str] = answer.get(timeout=60)
    process.join()
    return changed


@pytest.mark.parametrize("in_a_round", [3, MANY])
def test_two_processes_write_what_one_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_a_round: int) -> None:
    monkeypatch.setattr(writing, "ROUND", in_a_round)
    changed = _forked(tmp_path / "two")
    monkeypatch.setattr(writing, "FORK_FROM", MANY * 2)
    sums = Checksums()
    alone = write_all(_published(sums), tmp_path / "one", sums)
    assert sorted(changed) == sorted(alone)
    assert _written(tmp_path / "two") == _written(tmp_path / "one")
    listed = (tmp_path / "two" / V1 / "SHA256SUMS").read_text(encoding="utf-8")
    assert f"{hashlib.sha256(b'eerste tweede').hexdigest()}  stuk.json\n" in listed
    assert len(listed.splitlines()) == 6


def test_what_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    _forked(tmp_path)
    before = {path: path.stat() for path in tmp_path.rglob("*")}
    (tmp_path / "map-1" / "1.txt").write_bytes(b"anders en veel langer dan het was, zodat er iets moet worden afgekapt")
    (tmp_path / V1 / "stuk.json").write_bytes(b"eerste tweedx")
    assert sorted(_forked(tmp_path)) == [f"{V1}stuk.json", "map-1/1.txt"]
    assert (tmp_path / "map-1" / "1.txt").read_bytes() == _text(1)
    touched = {
        path.name for path, was in before.items() if path.is_file() and path.stat().st_mtime_ns != was.st_mtime_ns
    }
    assert touched == {"1.txt", "stuk.json"}
    assert set(tmp_path.rglob("*")) == before.keys()


def test_a_file_that_cannot_be_completed_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "groot.json"
    target.write_bytes(b"de vorige versie")
    with pytest.raises(OSError, match="schijf vol"):
        PublishedFile("groot.json", partial(_pieces, fails=True)).write(target)
    assert _written(tmp_path) == {"groot.json": b"de vorige versie"}


@pytest.mark.parametrize("number", [0, MANY - 1])
def test_a_failure_in_either_process_is_told(tmp_path: Path, number: int) -> None:
    sums = Checksums()
    files = _published(sums)
    files[number] = PublishedFile("fout.txt", lambda: b"".join(_pieces(fails=True)))
    with pytest.raises(OSError, match="schijf vol"):
        write_all(files, tmp_path, sums)


def test_a_disk_that_takes_a_part_only_is_told(tmp_path: Path) -> None:
    target, limits = tmp_path / "blad.html", resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(OSError, match="large"):
            PublishedFile("blad.html", lambda: b"x" * 200).write(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert PublishedFile("blad.html", lambda: b"x" * 200).write(target)
    assert target.read_bytes() == b"x" * 200


def test_when_the_other_process_is_lost_one_writes_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "may_fork", lambda: True)
    alone, sums = os.getpid(), Checksums()
    files = [PublishedFile(f"{n}.txt", lambda: b"er" if os.getpid() == alone else os._exit(1)) for n in range(MANY)]
    write_all(files, tmp_path, sums)
    assert _written(tmp_path) == {file.path: b"er" for file in files}


def test_a_process_that_is_lost_with_the_count_in_its_hand_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    context = multiprocessing.get_context("fork")
    left = context.Value("q", 3)
    lost = context.Process(target=lambda: left.get_lock().acquire() and os._exit(1))
    lost.start()
    lost.join()
    with pytest.raises(EOFError):
        Work((), tmp_path, Checksums()).half(left, back=False)
