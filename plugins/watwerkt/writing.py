"""Writing files of the site: only what differs from what is there, and by two processes when there are many.

The second is a fork: it inherits everything that the files are made from, writes by itself and returns no more than
checksums and the paths of what it changed. One begins at the front of the list and one at the back, until they meet:
neighbours share work, and both are busy to the end. A long list goes in rounds with a new fork each, because a process
that counts references soon has a copy of its own of everything it reads.
"""

from __future__ import annotations

import filecmp
import gc
import multiprocessing
import os
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.knowledge.workers import may_fork, quiet_worker
from watwerkt.records.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.sharedctypes import Synchronized

    from watwerkt.exports.checksums import Checksums

FORK_FROM = 400
"""From this many files on two processes win from one."""

_AT_ONCE = 1 << 18
"""So many bytes go to a file in one go; whoever interrupts larger ones would leave a part."""

_BATCH = 20
ROUND = 400
"""Batches for which there is one fork."""

PATIENCE = 10.0
"""Seconds to wait for a number that the other process holds for some microseconds, unless it was ended meanwhile."""

_BINARY = getattr(os, "O_BINARY", 0)


@value
class PublishedFile:
    """A file of the site: its path from the site root, and what makes its content at the moment it is written.

    Content that may be large comes in pieces. Files that stand ``together`` in the list share so much work that one
    process makes them; a file that is ``last`` is made after all others, when their checksums are known. ``rests_on``
    tells what decides the content beside the ``frame`` around it, the code, the settings and all content that is no
    practice; without it only making the file tells. Files ``about`` one practice rest on the same, and share models.
    """

    path: str
    make: Callable[[], bytes | Iterator[bytes]]
    together: bool = False
    last: bool = False
    rests_on: Callable[[], tuple[str, ...]] | None = None
    frame: str = ""
    about: str = ""

    def write(self, target: str | Path) -> bool:
        """Make the content and write it to a file, unless it is there already; returns whether it had to.

        Folders on the way are made. What is large or comes in pieces is put in place when it is complete.
        """
        content = self.make()
        if not isinstance(content, bytes):
            return _write_whole(Path(target), content)
        if 0 < len(content) <= _AT_ONCE:
            return _write_in_place(os.fspath(target), content)
        place = Path(target)
        if place.is_file() and place.stat().st_size == len(content) and place.read_bytes() == content:
            return False
        return _write_whole(place, iter((content,)))


def _write_in_place(path: str, content: bytes) -> bool:
    descriptor = _opened(path)
    try:
        size = os.fstat(descriptor).st_size  # none for a file that is new
        if size == len(content):
            if os.read(descriptor, size + 1) == content:
                return False
            os.lseek(descriptor, 0, os.SEEK_SET)
        _write_everything(descriptor, content)
        if size > len(content):
            os.ftruncate(descriptor, len(content))  # not before: some file systems flush a file that was emptied
    finally:
        os.close(descriptor)
    return True


def _write_everything(descriptor: int, content: bytes) -> None:
    """Go on until all of it is there: a disk that is nearly full takes a part, and tells at the next."""
    done = os.write(descriptor, content)
    while done < len(content):
        done += os.write(descriptor, content[done:])


def _opened(path: str) -> int:
    flags = os.O_RDWR | os.O_CREAT | _BINARY
    try:
        return os.open(path, flags, 0o666)
    except FileNotFoundError:
        _make_folder(os.path.dirname(path))  # noqa: PTH120 - thousands of paths, kept as text
        return os.open(path, flags, 0o666)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # noqa: PTH102
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103 - asks on its way whether each folder is there
    except FileExistsError:
        pass  # another process was first


def _write_whole(target: Path, pieces: Iterator[bytes]) -> bool:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.deel")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
        if target.is_file() and filecmp.cmp(part, target, shallow=False):
            return False
        part.replace(target)
        return True
    finally:
        part.unlink(missing_ok=True)


class Written(NamedTuple):
    """What a process did: the paths that it changed, and the checksums that it came to know."""

    changed: list[str]
    sums: dict[str, str]


def by_practice(files: Iterable[PublishedFile]) -> list[PublishedFile]:
    """Return files, those about one practice one after another, and practices in the order in which they come."""
    places: dict[str, int] = {}
    return sorted(files, key=lambda file: places.setdefault(file.about, len(places)))


def write_all(files: Sequence[PublishedFile], folder: Path, sums: Checksums) -> list[str]:
    """Write files below a folder, best in the order of :func:`by_practice`; returns the paths of those that changed.

    Raises:
        OSError: a file cannot be written.
    """
    batches = tuple(_batches([file for file in files if not file.last]))
    fork = len(files) >= FORK_FROM and may_fork()
    changed = []
    for start in range(0, len(batches), ROUND):
        gc.freeze()  # what was made until now is not looked at again, not even at the end, and its memory stays shared
        work = Work(batches[start : start + ROUND], folder, sums)
        for part in (_in_two(work) if fork else None) or [work.all()]:
            sums.learn(part.sums)
            changed += part.changed
    gc.freeze()
    return changed + [file.path for file in files if file.last and file.write(folder / file.path)]


def _batches(files: Sequence[PublishedFile]) -> Iterator[tuple[PublishedFile, ...]]:
    for together, group in groupby(files, key=lambda file: file.together):
        members = tuple(group)
        size = len(members) if together else _BATCH
        yield from (members[start : start + size] for start in range(0, len(members), size))


@dataclass(frozen=True, slots=True)
class Work:
    """Files to write, in batches."""

    batches: tuple[tuple[PublishedFile, ...], ...]
    folder: Path
    sums: Checksums

    def all(self) -> Written:
        """Write everything."""
        return self._written(self.batches)

    def half(self, left: Synchronized[int], *, back: bool) -> Written:
        """Write batches from the front or from the ``back`` as long as some are ``left``; another does the rest."""
        batches = reversed(self.batches) if back else iter(self.batches)

        def taken() -> Iterator[tuple[PublishedFile, ...]]:
            while _one_of(left):
                yield next(batches)

        return self._written(taken())

    def _written(self, batches: Iterator[tuple[PublishedFile, ...]] | tuple[tuple[PublishedFile, ...], ...]) -> Written:
        below = os.path.join(self.folder, "")  # noqa: PTH118 - thousands of paths, kept as text
        changed = [file.path for batch in batches for file in batch if file.write(below + file.path)]
        return Written(changed, self.sums.known)


def _one_of(left: Synchronized[int]) -> bool:
    """Take one of what is left, if there is any.

    Raises:
        EOFError: the other process was lost.
    """
    lock = left.get_lock()
    if not lock.acquire(timeout=PATIENCE):
        raise EOFError
    left.value -= 1
    there_was = left.value >= 0
    lock.release()
    return there_was


def _in_two(work: Work) -> list[Written] | None:
    """Write with the help of a fork, as one of the two; returns nothing when the fork was lost."""
    context = multiprocessing.get_context("fork")
    left = context.Value("q", len(work.batches))
    answer, asked = context.Pipe(duplex=False)
    helper = context.Process(target=_help, args=(work, left, asked), daemon=True)
    helper.start()
    asked.close()
    try:
        own, other = work.half(left, back=False), answer.recv()
    except EOFError:
        return None
    finally:
        left.get_obj().value = 0  # whatever goes wrong in one, the other need not go on
        answer.close()
        helper.join()
    if isinstance(other, Exception):
        raise other
    return [own, other]


def _help(work: Work, left: Synchronized[int], asked: Connection) -> None:
    quiet_worker()
    try:
        done: Written | Exception = work.half(left, back=True)
    except Exception as error:
        done = error
    with suppress(BrokenPipeError):  # the parent has its own trouble
        asked.send(done)
