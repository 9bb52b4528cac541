"""Archives with the same bytes for the same content: fixed dates, fixed order, fixed permissions."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows; says nothing."""


def zipped(parts: Mapping[str, Iterable[bytes]], stored: Collection[str] = (), level: int = 6) -> bytes:
    """Return an archive of the parts in their order; those in ``stored`` are not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info._compresslevel = level  # type: ignore[attr-defined]
            with archive.open(info, "w") as file:
                for piece in content:
                    file.write(piece)
    return target.getvalue()
