"""Results kept between runs, by content: safe to delete, never trusted across versions, never needed.

One SQLite file for a kind of results. Each row has its key (a digest of the content it was made from) and the digest of
all else that decides it, such as the code, so that a new version of a rule or a library starts afresh. Whatever goes
wrong here means a slower run, no more.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from contextlib import closing, suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_LIBRARIES = ("pydantic", "pydantic-core", "PyYAML", "cmarkgfm", "phonenumbers", "python-stdnum", "rapidfuzz")
_SCHEMA = "CREATE TABLE IF NOT EXISTS made (key TEXT PRIMARY KEY, version TEXT NOT NULL, body BLOB NOT NULL)"
_WAIT_SECONDS = 2.0
_BATCH = 500
_AT_ONCE = 2000
"""So many rows are read in one go; more of them take memory for nothing."""

Result = TypeVar("Result")


@cache
def code_version(*packages: str) -> str:
    """Return a digest over the code of these packages of ours and over the libraries that read records."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            digest.update(f"{name}={version(name)};".encode())
    base = Path(__file__).parents[1]
    for package in packages:
        for path in sorted((base / package).rglob("*.py")):
            digest.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Memory:
    """The results that were used last, by kind, for a program that goes on and will use most of them again."""

    def __init__(self) -> None:
        self._kinds: dict[str, tuple[str, Mapping[str, Any]]] = {}

    def of(self, name: str, version: str) -> Mapping[str, Any]:
        """Return the results of a kind; none when another version made them."""
        known, results = self._kinds.get(name, ("", {}))
        return results if known == version else {}

    def keep(self, name: str, version: str, results: Mapping[str, Any]) -> None:
        """Keep these results of a kind, and no others."""
        self._kinds[name] = version, results


class ContentCache:
    """The results of one kind in a folder; without a folder it remembers nothing but what is in the ``memory``."""

    def __init__(self, folder: Path | None, name: str, version: str, memory: Memory | None = None) -> None:
        """Take the name of the kind, and the digest of what decides a result beside its content."""
        self._path = folder / f"{name}.sqlite3" if folder else None
        self._name, self._version, self._memory = name, version, memory

    def restored(self, keys: Iterable[str], restore: Callable[[str, bytes], Result]) -> dict[str, Result]:
        """Return the results that are known for these keys; ``restore`` makes one of its key and what was kept.

        A row of which it says that it is damaged (ValueError, TypeError, KeyError) is not known.
        """
        remembered = self._memory.of(self._name, self._version) if self._memory else {}
        asked = dict.fromkeys(keys)
        found = {key: remembered[key] for key in asked if key in remembered}
        missing = [key for key in asked if key not in found]
        for start in range(0, len(missing), _AT_ONCE):
            for key, raw in self.get(missing[start : start + _AT_ONCE]).items():
                with suppress(ValueError, TypeError, KeyError):
                    found[key] = restore(key, raw)
        return found

    def remember(self, results: Mapping[str, Result]) -> None:
        """Keep all results that are in use in memory, if there is one."""
        if self._memory:
            self._memory.keep(self._name, self._version, results)

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is known about these keys; a damaged file is thrown away."""
        if self._path is None or not self._path.exists():
            return {}
        try:
            return self._read(list(keys))
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):
                with suppress(OSError):
                    self._path.unlink()
            return {}

    def put(self, made: Mapping[str, bytes], keep: Iterable[str]) -> None:
        """Add results and forget those of other versions or of content that is not in ``keep``."""
        if self._path is None:
            return
        with suppress(OSError, sqlite3.Error):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._write(made, list(keep))

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(str(self._path), timeout=_WAIT_SECONDS)
        connection.execute("PRAGMA synchronous=OFF")
        return connection

    def _read(self, keys: list[str]) -> dict[str, bytes]:
        with closing(self._connect()) as connection:
            found: dict[str, bytes] = {}
            for start in range(0, len(keys), _BATCH):
                batch = keys[start : start + _BATCH]
                marks = ",".join("?" * len(batch))
                query = f"SELECT key, body FROM made WHERE version = ? AND key IN ({marks})"  # noqa: S608
                found.update(connection.execute(query, (self._version, *batch)))
            return found

    def _write(self, made: Mapping[str, bytes], keep: list[str]) -> None:
        with closing(self._connect()) as connection, connection:
            connection.execute(_SCHEMA)
            rows = [(key, self._version, body) for key, body in made.items()]
            connection.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", rows)
            connection.execute("DELETE FROM made WHERE version <> ?", (self._version,))
            (stored,) = connection.execute("SELECT count(*) FROM made").fetchone()
            if stored > 3 * len(keep) + 1000:
                connection.execute("CREATE TEMP TABLE keep (key TEXT PRIMARY KEY)")
                connection.executemany("INSERT OR IGNORE INTO keep VALUES (?)", [(key,) for key in keep])
                connection.execute("DELETE FROM made WHERE key NOT IN (SELECT key FROM keep)")
