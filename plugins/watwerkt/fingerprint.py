"""What a site is made from, and a digest over all of it.

A file is not read again when its size, dates and number on the disk are as they were, as git does it. The answer that
nothing changed has to be quick: nothing but the standard library is imported, and no `Path` is made for each file.
"""
# ruff: noqa: PTH112, PTH113, PTH116, PTH118, PTH123, PTH208

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENVIRONMENT = re.compile(r"!ENV\s*(?:\[([^\]]*)\]|(\S+))")
_CODE = os.fspath(Path(__file__).parent)
_PRACTICES = "praktijken"

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
        """Return the digest of a file; empty when it may have changed since."""
        *known, digest = self.files.get(path, NOTHING)
        same = known == [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
        return digest if same and max(found.st_mtime_ns, found.st_ctime_ns) < self.moment - TICK else ""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What decides a site: ``base`` is over all but the practices, ``whole`` over everything.

    ``sources`` are the files and folders that it was taken of, beside the code and the settings; the content is first.
    """

    base: str
    whole: str
    sources: tuple[str, ...]
    seen: Seen


def fingerprint(config: Path, sources: Iterable[str], seen: Seen) -> Fingerprint:
    """Take the fingerprint of settings, content, code, templates, libraries and environment.

    The first of ``sources`` is the content; the records right in its folder of practices are no part of the base.
    """
    sources = tuple(sources)
    of_practices = os.path.join(sources[0], _PRACTICES) if sources else None
    now = Seen(time.time_ns(), dict(_look((_CODE, *sources), seen)))
    base, practices = hashlib.sha256(sys.version.encode()), hashlib.sha256()
    settings = config.read_bytes()
    base.update(settings)
    for names in _ENVIRONMENT.findall(settings.decode("utf-8", "replace")):
        for name in re.findall(r"\w+", " ".join(names)):
            base.update(f"{name}={os.environ.get(name)}\n".encode())
    for folder in sys.path:
        if folder.endswith("site-packages") and os.path.isdir(folder):
            base.update("\n".join(sorted(n for n in os.listdir(folder) if n.endswith(".dist-info"))).encode())
    for path in sorted(now.files):
        total = practices if path.endswith(".yml") and path.rpartition("/")[0] == of_practices else base
        total.update(f"{path}\0{now.files[path][-1]}\0".encode(errors="surrogateescape"))
    return Fingerprint(base.hexdigest(), f"{base.hexdigest()}{practices.hexdigest()}", sources, now)


def _look(sources: Iterable[str], seen: Seen) -> Iterator[tuple[str, State]]:
    """Yield the state of each file; one that cannot be read is empty here, and the build has its say about it."""
    for path in (path for source in sources for path in _files(source)):
        state = NOTHING
        with suppress(OSError):
            found = os.stat(path)
            digest = seen.digest(path, found) or _read(path)
            state = found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, digest
        yield path, state


def _read(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _files(source: str) -> Iterator[str]:
    if os.path.isfile(source):
        yield source
    for folder, names, files in os.walk(source, followlinks=True):
        names[:] = [name for name in names if name != "__pycache__"]
        yield from (f"{folder}/{name}" for name in files)
