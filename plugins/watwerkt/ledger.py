"""What a build wrote, and from what: the list by which the next build knows what to remove, or that nothing changed.

Kept beside the site, never in it. The answer that nothing changed has to be quick: nothing but the standard library is
imported, and no `Path` is made for each of some ten thousand files.
"""
# ruff: noqa: PTH112, PTH113, PTH116, PTH123, PTH208

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FORM = 2
"""Of the file that holds a ledger."""

FOLDER = Path(".cache", "watwerkt", "sites")
_ENVIRONMENT = re.compile(r"!ENV\s*(?:\[([^\]]*)\]|(\S+))")
_CODE = Path(__file__).parent
_PRACTICES = f"{os.sep}praktijken{os.sep}"

Stamp = tuple[int, int]
"""Size in bytes, and moment of the last change in nanoseconds."""


@dataclass
class Ledger:
    """The last build of one site.

    ``sources`` are the files and folders that it was made from, beside the code; ``fingerprint`` is over all of them,
    empty when the build was not completed. ``files`` holds what was written, by path from the site root; a file without
    a stamp may be there or not, and ``keys`` says of some what decided their content (see
    :attr:`watwerkt.writing.PublishedFile.rests_on`). ``warnings`` is what the build had to say.
    """

    site: str
    sources: list[str] = field(default_factory=list)
    fingerprint: str = ""
    files: dict[str, Stamp | None] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def unchanged(self, config: Path) -> bool:
        """Whether a build of the same would give the same, and its output is still there as it was written."""
        if not self.fingerprint or self.fingerprint != digests(config, self.sources).whole:
            return False
        return list(stamps(self.site, self.files)) == list(self.files.values())

    def has(self, keys: Mapping[str, str]) -> set[str]:
        """Return the paths of files that are there as they were written, and that were decided by these ``keys``."""
        same = [path for path, key in keys.items() if self.keys.get(path) == key]
        return {path for path, stamp in zip(same, stamps(self.site, same), strict=True) if stamp == self.files[path]}

    def write(self, place: Path) -> None:
        """Keep the ledger."""
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(".deel")
        part.write_text(json.dumps({"form": FORM} | asdict(self)), encoding="utf-8")
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
        ledger = Ledger(**found)
        ledger.files = {path: (stamp[0], stamp[1]) if stamp else None for path, stamp in ledger.files.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return ledger


def stamps(site: str, paths: Iterable[str]) -> Iterator[Stamp | None]:
    """Yield size and date of each file; nothing for one that is not there."""
    for path in paths:
        try:
            found = os.stat(f"{site}/{path}", follow_symlinks=False)
        except OSError:
            yield None
        else:
            yield found.st_size, found.st_mtime_ns


class Digests(NamedTuple):
    """What decides a site: ``base`` is over all but the practices, ``whole`` over everything."""

    base: str
    whole: str


def digests(config: Path, sources: Iterable[str]) -> Digests:
    """Return digests over all that decides a site: settings, content, code, templates, libraries, environment."""
    base, practices = hashlib.sha256(sys.version.encode()), hashlib.sha256()
    settings = config.read_bytes()
    base.update(settings)
    for names in _ENVIRONMENT.findall(settings.decode("utf-8", "replace")):
        for name in re.findall(r"\w+", " ".join(names)):
            base.update(f"{name}={os.environ.get(name)}\n".encode())
    for folder in sys.path:
        if folder.endswith("site-packages") and os.path.isdir(folder):
            base.update("\n".join(sorted(n for n in os.listdir(folder) if n.endswith(".dist-info"))).encode())
    for source in (os.fspath(_CODE), *sources):
        for path in sorted(_files(source)):
            with open(path, "rb") as file:
                content = file.read()
            total = practices if _PRACTICES in path and path.endswith(".yml") else base
            total.update(f"{path}\0{len(content)}\0".encode(errors="surrogateescape"))
            total.update(content)
    return Digests(base.hexdigest(), f"{base.hexdigest()}{practices.hexdigest()}")


def _files(source: str) -> Iterator[str]:
    if os.path.isfile(source):
        yield source
    for folder, names, files in os.walk(source, followlinks=True):
        names[:] = [name for name in names if name != "__pycache__"]
        yield from (f"{folder}/{name}" for name in files)
