"""What is known of files without reading them again, as git does it: by size, dates and number on the disk.

Nothing but the standard library is imported, and no `Path` is made for each file: that nothing changed is told at once.
"""
# ruff: noqa: PTH113, PTH116, PTH123

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TICK = 2_000_000_000
"""Nanoseconds; no file system keeps dates in larger steps."""

State = tuple[int, int, int, int, str]
"""Size, moments of the last change of content and of anything, in nanoseconds, number on the disk, and digest."""

NOTHING: State = (0, 0, 0, 0, "")


@dataclass(frozen=True, slots=True)
class Seen:
    """The state of each file by path, as it was just before it was read; all were read after ``moment``.

    A file that was read within a tick of its last change may change again and look the same, so it is not trusted.
    """

    moment: int = 0
    files: dict[str, State] = field(default_factory=dict)

    def digest(self, path: str, found: os.stat_result) -> str:
        """Return the SHA-256 of a file; empty when it may have changed since."""
        *known, digest = self.files.get(path, NOTHING)
        same = known == [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
        return digest if same and max(found.st_mtime_ns, found.st_ctime_ns) < self.moment - TICK else ""


def look(sources: Iterable[str], seen: Seen) -> Seen:
    """Look at files, and at all files below folders; one that cannot be read has the state `NOTHING`."""
    moment = time.time_ns()
    return Seen(moment, {path: _state(path, seen) for source in sources for path in _files(source)})


def _state(path: str, seen: Seen) -> State:
    with suppress(OSError):
        found = os.stat(path)
        digest = seen.digest(path, found) or _read(path)
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, digest
    return NOTHING


def _read(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _files(source: str) -> Iterator[str]:
    if os.path.isfile(source):
        yield source
    for folder, names, files in os.walk(source, followlinks=True):
        names[:] = [name for name in names if name != "__pycache__"]
        yield from (f"{folder}/{name}" for name in files)
