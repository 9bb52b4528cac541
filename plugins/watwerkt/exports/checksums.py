"""SHA-256 of every file of the data, in the form that ``sha256sum --check`` reads."""

from __future__ import annotations

import hashlib
from collections import deque
from typing import TYPE_CHECKING

from watwerkt.exports.edition import V1

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Content = bytes | Iterator[bytes]
    Maker = Callable[[], Content]


class Checksums:
    """Notes the checksum of each file while it is made; a file that nobody made is made for its checksum."""

    def __init__(self, folder: str = V1) -> None:
        """Take the folder (with a slash at the end) that the list will stand in; ``known`` is by path."""
        self._folder = folder
        self._makers: dict[str, Maker] = {}
        self.known: dict[str, str] = {}

    def noting(self, path: str, make: Maker) -> Maker:
        """Return a maker of the same content that notes its checksum."""
        self._makers[path] = make

        def noted() -> Content:
            content = make()
            if isinstance(content, bytes):
                self.known[path] = hashlib.sha256(content).hexdigest()
                return content
            return self._noted(path, content)

        return noted

    def _noted(self, path: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
        total = hashlib.sha256()
        for piece in pieces:
            total.update(piece)
            yield piece
        self.known[path] = total.hexdigest()

    def learn(self, known: Mapping[str, str]) -> None:
        """Take over the checksums of files that were made elsewhere, by path."""
        self.known.update(known)

    def file(self) -> bytes:
        """Return the list, by path."""
        for path, make in self._makers.items():
            if path not in self.known:
                content = self.noting(path, make)()
                deque(() if isinstance(content, bytes) else content, maxlen=0)
        lines = (f"{self.known[path]}  {path.removeprefix(self._folder)}\n" for path in sorted(self._makers))
        return "".join(lines).encode()
