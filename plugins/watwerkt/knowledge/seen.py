"""What is known of files without reading them again, as git does it: by size, dates and number on the disk.

Nothing but the standard library is imported, and no `Path` is made for each file: that nothing changed is told at once.
"""
# ruff: noqa: PTH113, PTH116, PTH123

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TICK = 2_000_000_000
"""Nanoseconds; no file system keeps dates in larger steps."""

State = tuple[int, int, int, int]
"""Size, moments of the last change of content and of anything, in nanoseconds, and number on the disk."""

NOTHING: State = (0, 0, 0, 0)
"""The state of a file that cannot be read."""

UNREAD = (NOTHING, "")


@dataclass(frozen=True, slots=True)
class Look:
    """The state of each file by path, all of them found after ``moment``."""

    moment: int
    states: dict[str, State]


@dataclass(frozen=True, slots=True)
class Seen:
    """The state of each file by path, as it was before it was read, and its SHA-256; all were read after ``moment``.

    A file that was read within a tick of its last change may change again and look the same, so it is not trusted.
    """

    moment: int = 0
    files: dict[str, tuple[State, str]] = field(default_factory=dict)

    def again(self, now: Look) -> Seen:
        """Return what is seen now: a file is read when it may have changed; one that cannot be read is `UNREAD`."""
        return Seen(now.moment, {path: self._seen(path, state) for path, state in now.states.items()})

    def _seen(self, path: str, state: State) -> tuple[State, str]:
        known = self.files.get(path, UNREAD)
        if known[0] == state and max(state[1], state[2]) < self.moment - TICK and known[1]:
            return known
        try:
            return state, _read(path)
        except OSError:
            return UNREAD


def look(sources: Iterable[str]) -> Look:
    """Look at files, and at all files below folders.

    Raises:
        OSError: a folder cannot be read now, though it may well be there.
    """
    moment = time.time_ns()
    return Look(moment, {path: _state(path) for source in sources for path in _files(source)})


def _state(path: str) -> State:
    try:
        found = os.stat(path)
    except OSError:  # it has just gone, or it is a link that leads nowhere
        return NOTHING
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _read(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _files(source: str) -> Iterator[str]:
    if os.path.isfile(source):
        yield source
    for folder, names, files in os.walk(source, onerror=_unless_it_went, followlinks=True):
        names[:] = [name for name in names if name != "__pycache__"]
        yield from (f"{folder}/{name}" for name in files)


def _unless_it_went(error: OSError) -> None:
    if not isinstance(error, (FileNotFoundError, NotADirectoryError, PermissionError)):
        raise error
