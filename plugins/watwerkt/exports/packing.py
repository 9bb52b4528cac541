"""Archives (ZIP) with the same bytes for the same content: fixed dates, fixed order, fixed permissions.

Written here, as the standard library cannot take over a part that is compressed already. The shell of a Word document
is the same for every practice, and compressing it anew took more time than its text. The tests read what is written
here with the standard library.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UNIX = 20, 3 << 8
_FIRST_DAY = 0, 1 << 5 | 1
"""Time and date of the first moment that the format knows, the start of 1980; says nothing."""


class Packed(NamedTuple):
    """A part of an archive, compressed; without its name in bytes and data all that its two headers say."""

    name: bytes
    data: bytes
    method: int
    checksum: int
    size: int


def packed(name: str, content: Iterable[bytes], level: int = 6) -> Packed:
    """Return a part, its name in ASCII, from its content in pieces; at level 0 it is stored as it is."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS) if level else None
    data, checksum, size = bytearray(), 0, 0
    for piece in content:
        checksum = zlib.crc32(piece, checksum)
        size += len(piece)
        data += deflate.compress(piece) if deflate else piece
    data += deflate.flush() if deflate else b""
    return Packed(name.encode("ascii"), bytes(data), zlib.DEFLATED if deflate else 0, checksum, size)


def archive(parts: Iterable[Packed], permissions: int = 0o644) -> bytes:
    """Return an archive of parts in their order.

    Raises:
        struct.error: a part, or the whole, is larger than 4 GB.
    """
    content, directory, count = bytearray(), bytearray(), 0
    for name, data, method, checksum, size in parts:
        header = (_VERSION, 0, method, *_FIRST_DAY, checksum, len(data), size, len(name), 0)
        place = (0, 0, 0, permissions << 16, len(content))
        directory += _CENTRAL.pack(b"PK\1\2", _UNIX | _VERSION, *header, *place) + name
        content += _LOCAL.pack(b"PK\3\4", *header) + name + data
        count += 1
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(content), 0)
    content += directory + end
    return bytes(content)
