"""The site for a stick: every link leads to a file, so that it works from a disk, also without scripts."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

TOP = "wat-werkt-in-de-wijk"
"""Folder inside the archive, so that unpacking makes one folder and no mess."""

ONLY_ONLINE = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Files that only a server or a search engine uses."""

_ADDRESS = re.compile(r'(\s(?:href|action)=")([^"]*)(")')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_PACKED = frozenset({".docx", ".gz", ".ods", ".pdf", ".png", ".xlsx"})


class _StartTags(HTMLParser):
    """Finds where the start tags of links and forms stand."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("a", "area", "form"):
            line, column = self.getpos()
            self.found.append((line, column, self.get_starttag_text() or ""))


def link_to_files(html: str) -> str:
    """Let every relative link and form of a page lead to the ``index.html`` of a folder; text stays as it is."""
    parser = _StartTags()
    parser.feed(html)
    parser.close()
    starts = [0]
    for text in html.split("\n"):
        starts.append(starts[-1] + len(text) + 1)
    pieces: list[str] = []
    end = 0
    for line, column, raw in parser.found:
        start = starts[line - 1] + column
        pieces += [html[end:start], _ADDRESS.sub(lambda m: f"{m[1]}{to_file(m[2])}{m[3]}", raw)]
        end = start + len(raw)
    return "".join((*pieces, html[end:]))


def to_file(address: str) -> str:
    """Return a relative address with ``index.html`` behind a folder; others as they are."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    rest = address[len(path) :]
    if _SCHEME.match(path) or (not path and rest):
        return address
    if path.rpartition("/")[2] in ("", ".", ".."):
        path = f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html"
    return f"{path}{rest}"


def stick_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of a built site that is of use on a stick, in a fixed order."""
    by_name = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    for name, path in sorted(by_name.items()):
        if path.is_symlink() or not path.is_file() or name in ONLY_ONLINE:
            continue
        content = path.read_bytes()
        yield name, link_to_files(content.decode()).encode() if path.suffix == ".html" else content


def archive(files: Mapping[str, bytes], dag: date) -> bytes:
    """Pack files into a zip: in the order given, all dated ``dag``, in one folder; the same files give the same bytes.

    Args:
        files: content by path, relative and with forward slashes.
        dag: the day of the data; zip knows no day before 1980.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, content in files.items():
            info = zipfile.ZipInfo(f"{TOP}/{name}", (max(dag.year, 1980), dag.month, dag.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if Path(name).suffix in _PACKED else zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            target.writestr(info, content)
    return stream.getvalue()
