"""What a build wrote, and from what: the list by which the next build knows what to remove, or that nothing changed.

Kept beside the site, never in it. The answer that nothing changed has to be quick: nothing but the standard library is
imported, and no `Path` is made for each of some ten thousand files.
"""
# ruff: noqa: PTH116

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.seen import Seen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from watwerkt.fingerprint import Fingerprint

FORM = 4
"""Of the file that holds a ledger."""

FOLDER = Path(".cache", "watwerkt", "sites")

Stamp = tuple[int, int]
"""Size in bytes, and moment of the last change in nanoseconds."""

NO_STAMP: Stamp = (-1, -1)
"""Of a file that is not there, or of which we do not know whether it is."""


@dataclass
class Ledger:
    """The last build of one site.

    ``sources`` are the files and folders that it was made from, beside the code; ``fingerprint`` is over all of them,
    empty when the build was not completed, and ``seen`` is what it was taken of. ``files`` holds what was written, by
    path from the site root; one with `NO_STAMP` may be there or not, and ``keys`` says of some what decided their
    content (see :attr:`watwerkt.writing.PublishedFile.rests_on`). ``warnings`` is what the build had to say, and
    ``strange`` what it found in the site that no build made.
    """

    site: str
    sources: list[str] = field(default_factory=list)
    fingerprint: str = ""
    files: dict[str, Stamp] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    seen: Seen = field(default_factory=Seen)

    def unchanged(self, now: Fingerprint) -> bool:
        """Whether a build of the same would give the same, and its output is still there as it was written."""
        return self.fingerprint == now.whole and list(stamps(self.site, self.files)) == list(self.files.values())

    def has(self, keys: Mapping[str, str]) -> dict[str, Stamp]:
        """Return the files that are there as they were written, and that were decided by these ``keys``."""
        same = [path for path, key in keys.items() if self.keys.get(path) == key]
        found = zip(same, stamps(self.site, same), strict=True)
        return {path: stamp for path, stamp in found if stamp == self.files[path] != NO_STAMP}

    def write(self, place: Path) -> None:
        """Keep the ledger; what there is much of stands in columns, which are quick to read."""
        columns = {
            "files": [list(self.files), *_columns(self.files.values(), 2)],
            "keys": [list(self.keys), list(self.keys.values())],
            "seen": [
                self.seen.moment,
                list(self.seen.files),
                [digest for _, digest in self.seen.files.values()],
                *_columns([state for state, _ in self.seen.files.values()], 4),
            ],
        }
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(".deel")
        part.write_text(json.dumps({"form": FORM} | vars(self) | columns), encoding="utf-8")
        part.replace(place)


def place_of(config: Path, site: Path | None) -> Path:
    """Return where the ledger of a site is kept; ``site`` is nothing when `mkdocs.yml` says where it goes."""
    name = hashlib.sha256(f"{config.name}\0{site.resolve() if site else ''}".encode()).hexdigest()
    return config.resolve().parent / FOLDER / f"{name[:16]}.json"


def read(place: Path) -> Ledger | None:
    """Return a ledger; nothing when there is none, or none that can be read."""
    try:
        found = json.loads(place.read_bytes())
        if found.pop("form") != FORM:
            return None
        moment, read, digests, *states = found["seen"]
        seen = Seen(moment, dict(zip(read, zip(zip(*states, strict=True), digests, strict=True), strict=True)))
        paths, *stamped = found["files"]
        files = dict(zip(paths, zip(*stamped, strict=True), strict=True))
        return Ledger(**found | {"files": files, "keys": dict(zip(*found["keys"], strict=True)), "seen": seen})
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _columns(rows: Collection[tuple[Any, ...]], count: int) -> list[list[Any]]:
    return [[row[column] for row in rows] for column in range(count)]


def stamps(site: str, paths: Iterable[str]) -> Iterator[Stamp]:
    """Yield size and date of each file."""
    for path in paths:
        try:
            found = os.stat(f"{site}/{path}", follow_symlinks=False)
        except OSError:
            yield NO_STAMP
        else:
            yield found.st_size, found.st_mtime_ns
