"""The gate before Word and Excel files: what is refused before a parser sees it, and why.

Both formats are zip archives of XML. Refused are old and locked formats, archives that are too large or unfold to too
much, macros, and XML with a document type, the way in for entity bombs (SEC-Y1). Nothing is fetched or run: only texts
are read.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from watwerkt.reading.words import os_reason

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 10 * 1024 * 1024
MAX_UNFOLDED = 60 * 1024 * 1024
MAX_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SNIFFED = 4_096
_DAMAGED = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, ValueError, RuntimeError, EOFError, OSError)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways in which Word and Excel pack."""


class OfficeError(ValueError):
    """A file that cannot be read; the message says in Dutch what is wrong and what to do."""


def open_checked(path: Path, main_part: str) -> None:
    """Check that a file is an archive with ``main_part`` (``word/document.xml``) that is safe to parse.

    Raises:
        OfficeError: it is not.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(len(_OLE))
    except OSError as error:
        raise OfficeError(f"{path} is niet te openen ({os_reason(error)}).") from None
    if size > MAX_BYTES:
        raise OfficeError(
            f"{path} is {size // 1_048_576} MB; hooguit {MAX_BYTES // 1_048_576} MB kan. Haal afbeeldingen eruit."
        )
    if start == _OLE:
        raise OfficeError(
            f"{path} heeft een wachtwoord of is een oud Office-bestand. "
            "Sla het zonder wachtwoord op als .docx of .xlsx."
        )
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(path, archive, main_part)
    except OfficeError:
        raise
    except _DAMAGED as error:
        raise OfficeError(f"{path} is beschadigd of geen Office-bestand. Open het en sla het opnieuw op.") from error


def _check_parts(path: Path, archive: zipfile.ZipFile, main_part: str) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if main_part not in names:
        raise OfficeError(f"{path} is geen {path.suffix}-bestand. Open het in Word of Excel en sla het opnieuw op.")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNFOLDED:
        raise OfficeError(f"{path} pakt uit tot te veel. Kopieer de tekst naar een nieuw document.")
    if any(part.compress_type not in _PACKED for part in parts):
        raise OfficeError(f"{path} is ingepakt op een manier die Word en Excel niet kennen. Sla het opnieuw op.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise OfficeError(f"{path} bevat macro’s. Sla het op als gewoon .docx- of .xlsx-bestand, zonder macro’s.")
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                if b"<!DOCTYPE" in stream.read(_SNIFFED).upper().replace(b"\x00", b""):
                    raise OfficeError(f"{path} bevat XML die Word en Excel niet maken. Maak een nieuw document.")
