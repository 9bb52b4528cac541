"""SHA-256 of every file of the data, in the form that ``sha256sum --check`` reads."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Content = bytes | Iterator[bytes]
    Maker = Callable[[], Content]


class Checksums:
    """Notes the checksum of each file while it is made; a file that nobody made is made for its checksum."""

    def __init__(self, folder: str) -> None:
        """Take the folder (with a slash at the end) that the list will stand in."""
        self._folder = folder
        self._makers: dict[str, Maker] = {}
        self._sums: dict[str, str] = {}

    def noting(self, path: str, make: Maker) -> Maker:
        """Return a maker of the same content that notes its checksum."""
        self._makers[path] = make

        def noted() -> Iterator[bytes]:
            content, total = make(), hashlib.sha256()
            for piece in (content,) if isinstance(content, bytes) else content:
                total.update(piece)
                yield piece
            self._sums[path] = total.hexdigest()

        return noted

    def file(self) -> bytes:
        """Return the list, by path."""
        for path, make in self._makers.items():
            if path not in self._sums:
                for _ in self.noting(path, make)():
                    pass
        lines = (f"{self._sums[path]}  {path.removeprefix(self._folder)}\n" for path in sorted(self._makers))
        return "".join(lines).encode()
