"""Which files are records: the folders of the content, and everything in them that does not belong (SEC-F1).

Reads them, and writes any file as a whole.
"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.knowledge.collections import COLLECTIONS, RUBRIEK
from watwerkt.reading.document import make
from watwerkt.reading.gate import MAX_BYTES, escaped
from watwerkt.reading.words import os_reason, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watwerkt.reading.findings import Finding

SUFFIX = ".yml"
EXCEPTIONS = "uitzonderingen.yml"
"""Not a record: the dated exceptions to stricter rules, at the top of the content."""
MAX_NAME = 80
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WINDOWS = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_IGNORED = frozenset({".DS_Store", ".gitkeep"})
_TOP = frozenset({EXCEPTIONS, "LICENSE.txt"})
_YAML = (".yml", ".yaml")


class SourceFile(NamedTuple):
    """A file that may hold a record: its collection, the id that its name promises, and where it is."""

    collection: str
    record_id: str
    path: str | Path
    bestand: str


def find_files(root: Path) -> tuple[list[SourceFile], list[Finding]]:
    """List the record files under the content folder, sorted, with findings about all that is out of place."""
    files: list[SourceFile] = []
    findings: list[Finding] = []

    def closed(error: OSError) -> None:
        bestand = (root.name / Path(error.filename).relative_to(root)).as_posix()
        findings.append(
            make(_readable(bestand), 1, 1, "", "WW154", f"Deze map is niet te openen ({os_reason(error)}).")
        )

    for folder, entry in _entries(root, closed):
        bestand = "/".join((root.name, *(() if folder == "." else (folder,)), entry.name))
        code, boodschap = ("", "") if _plain(folder, entry) else _fault(folder, Path(entry.path))
        if code:
            findings.append(make(_readable(bestand), 1, 1, "", code, boodschap))
        elif folder in COLLECTIONS and entry.name.endswith(SUFFIX):
            files.append(SourceFile(folder, entry.name.removesuffix(SUFFIX), entry.path, bestand))
    return sorted(files, key=lambda item: item.bestand), findings


def read_bytes(file: SourceFile) -> bytes | Finding:
    """Read a file up to just over the size limit; what cannot be opened becomes a finding."""
    try:
        with open(file.path, "rb") as stream:  # noqa: PTH123 - thousands of paths, kept as text
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        return make(file.bestand, 1, 1, "", "WW154", f"Dit bestand is niet te openen ({os_reason(error)}).")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all; whoever reads it meanwhile sees the old one.

    Raises:
        OSError: it cannot be written.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _entries(root: Path, closed: Callable[[OSError], None]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every file and link with the folder it stands in (as a path inside the content), not following links.

    What cannot be opened is told to ``closed``.
    """
    for directory, _, _ in os.walk(root, onerror=closed):
        folder = Path(directory).relative_to(root).as_posix()
        with os.scandir(directory) as entries:
            for entry in entries:
                named_as_record = folder in COLLECTIONS and entry.name.lower().endswith(_YAML)
                if named_as_record or not entry.is_dir(follow_symlinks=False):
                    yield folder, entry


def _plain(folder: str, entry: os.DirEntry[str]) -> bool:
    """Whether nothing is wrong with a file of a record, as with most; what is not plain may be right too."""
    stem = entry.name.removesuffix(SUFFIX)
    return (
        folder in COLLECTIONS
        and folder != "model"
        and stem != entry.name
        and _good_name(stem)
        and entry.is_file(follow_symlinks=False)
    )


def _good_name(stem: str) -> bool:
    return bool(_NAME.fullmatch(stem)) and len(stem) <= MAX_NAME and not _WINDOWS.fullmatch(stem)


def _readable(bestand: str) -> str:
    return escaped(bestand, 200)


def _fault(folder: str, entry: Path) -> tuple[str, str]:
    """Return code and message of what is wrong with a path, or two empty texts."""
    name = _readable(entry.name)
    if entry.is_symlink():
        return "WW152", f"`{name}` is een koppeling naar een andere plaats, geen gewoon bestand."
    if folder.split("/")[0] not in COLLECTIONS:
        return _outside(folder, entry)
    if entry.name in _IGNORED or entry.suffix == ".md":
        return "", ""
    if folder not in COLLECTIONS:
        top = folder.split("/")[0]
        return "WW155", f"`{name}` staat in de map `{_readable(folder)}`; records staan direct in `{top}`."
    return _record_file(folder, entry, name)


def _outside(folder: str, entry: Path) -> tuple[str, str]:
    name = _readable(entry.name)
    if entry.suffix == ".md" or entry.name in _IGNORED or (folder == "." and entry.name in _TOP):
        return "", ""
    if entry.suffix.lower() in _YAML and not entry.name.startswith("."):
        known = ", ".join(f"`{folder}`" for folder in sorted(COLLECTIONS))
        return "WW155", f"`{name}` staat buiten de mappen met records ({known})."
    return "WW153", f"`{name}` hoort niet in de inhoud: daar staan alleen records (.yml) en bladzijden (.md)."


def _record_file(folder: str, entry: Path, name: str) -> tuple[str, str]:
    if (stem := entry.name.lower().removesuffix(".txt")).endswith(_YAML) and stem != entry.name.lower():
        meant = entry.name[: -len(".txt")].rpartition(".")[0] + SUFFIX
        return "WW150", f"`{name}` eindigt op `.txt`; hernoem het bestand naar `{_readable(meant)}`."
    if entry.name.startswith(".") or entry.suffix.lower() not in _YAML:
        kind = "een verborgen bestand" if entry.name.startswith(".") else "geen record"
        return "WW153", f"`{name}` is {kind} en hoort niet in de map `{folder}`."
    if entry.suffix != SUFFIX:
        return "WW150", f"`{name}` eindigt op `{entry.suffix}`; noem het bestand `{_readable(entry.stem)}{SUFFIX}`."
    if not entry.is_file():
        return "WW154", f"`{name}` is geen gewoon bestand."
    if folder == "model" and entry.stem != RUBRIEK:
        return "WW153", f"In de map `model` hoort alleen `{RUBRIEK}{SUFFIX}`; `{name}` wordt niet gelezen."
    if not _good_name(entry.stem):
        better = slug(entry.stem)
        hint = f" Bijvoorbeeld: `{better}{SUFFIX}`." if better and _good_name(better) else ""
        what = f"`{name}` is geen geldige bestandsnaam: kleine letters, cijfers en enkele streepjes, dan .yml."
        return "WW151", f"{what}{hint}"
    return "", ""
