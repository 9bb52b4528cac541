"""The typesetter: one Typst compiler per thread and site, fonts from installed packages, nothing else from outside.

The root of every compiler is the folder with our templates, so that no template can read another file. A template is a
function ``druk`` of one print; the same template and data give the same bytes.

Typst keeps what it set, also for the next print, as long as what it can see of the world is the same. So the inputs of
a compiler hold only what all prints of a site share, and the data of a print go in as one JSON text in its main source.
"""

from __future__ import annotations

import hashlib
import re
import threading
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst
from pydantic_core import to_json

from watwerkt.pdf.faces import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES = Path(__file__).parent / "templates"
STANDARD: typst.PDFStandard = "ua-1"
"""Typst then refuses what has no alternative text, title or displayable letter. No claim: see ADR 0009."""

LIBRARIES = ("typst", "fontpkg-source-sans-3", "fontpkg-source-serif-4", "uharfbuzz", "zxing-cpp", "cmarkgfm", "nh3")
ROOM = 90
"""Chapters of booklets that the typesetter may hold at a time, set or being set: some 4 MB each."""

_KEPT = 11
"""Typst keeps the layout of its last ten prints to reuse what is the same; one more and a print is forgotten."""

_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
_ENDING = "`\x85\u2028\u2029"
_NOWHERE = TEMPLATES / "geen-pakketten"
"""Folder for Typst packages that does not exist: a template that imports one fails instead of downloading it."""


class Threads(threading.local):
    """The compilers of one thread, by what prints of a site share: to give that anew builds all of Typst's library."""

    def __init__(self) -> None:
        self.compilers: dict[str, typst.Compiler] = {}


_threads = Threads()


def compile_pdf(template: str, data: dict[str, Any]) -> bytes:
    """Typeset ``data`` with a template (its name without ``.typ``) and return the PDF.

    Raises:
        typst.TypstError: the template does not fit the data; a mistake in this package, whatever a record says.
    """
    if template != "boekje":
        return _compiled(template, data)
    with _room.of(len(data["inhoud"].get("praktijken", ()))):
        return _compiled(template, data)


def forget_booklets() -> None:
    """Let Typst forget the booklets that it holds, for who prints no more of them."""
    _room.clear()


def _forget() -> None:
    for _ in range(_KEPT):
        _compiled("teken", {"teken": ""})


class Room:
    """Lets booklets side by side as long as all chapters that Typst holds fit; when it is full, Typst forgets them.

    What Typst keeps of one booklet helps with the next that has the same chapters, so it is kept while there is room.
    Nothing is forgotten while a booklet is being set: Typst would have to set that anew.
    """

    def __init__(self, chapters: int) -> None:
        """Make room for this many chapters; a booklet that is larger is set alone."""
        self._chapters, self._held, self._busy = chapters, 0, 0
        self._change = threading.Condition()

    @contextmanager
    def of(self, chapters: int) -> Iterator[None]:
        """Wait until there is room for a booklet with so many chapters."""
        with self._change:
            self._change.wait_for(lambda: self._held + chapters <= self._chapters or not self._busy)
            if self._held + chapters > self._chapters:
                _forget()
                self._held = 0
            self._held += chapters
            self._busy += 1
        try:
            yield
        finally:
            with self._change:
                self._busy -= 1
                self._change.notify_all()

    def clear(self) -> None:
        """Forget what is held, unless a booklet is being set."""
        with self._change:
            if self._held and not self._busy:
                _forget()
                self._held = 0


_room = Room(ROOM)


def _compiled(template: str, data: dict[str, Any]) -> bytes:
    site = _json(data.get("site", {}))
    if site not in _threads.compilers:
        _threads.compilers[site] = typst.Compiler(
            root=TEMPLATES,
            font_paths=fonts(),
            sys_inputs={"site": site},
            package_path=_NOWHERE,
            package_cache_path=_NOWHERE,
        )
    pdf = _threads.compilers[site].compile(
        input=f'#import "{template}.typ": druk\n#druk(json(bytes({_literal(_json(data))})))'.encode(),
        format="pdf",
        pdf_standards=[STANDARD],
        timestamp=0,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("one PDF was expected")
    return pdf


def _json(data: dict[str, Any]) -> str:
    return to_json(data).decode()


def _literal(data: str) -> str:
    """JSON as a raw text of Typst, which ends at the first backtick and in which a line may not end."""
    for sign in _ENDING:
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    return f"`{data}`.text"


def pages_of(pdf: bytes) -> int:
    """Number of pages of a PDF that this engine made."""
    found = _PAGES.search(pdf)
    if not found:
        raise ValueError("not a PDF of this engine")
    return int(found[1])


@cache
def can_show(char: str) -> bool:
    """Whether some font has this character: Typst itself is asked."""
    try:
        compile_pdf("teken", {"teken": char})
    except typst.TypstError:
        return False
    return True


@cache
def engine_version() -> str:
    """Digest of everything besides the sources that decides the bytes: libraries, templates and all our code."""
    whole = hashlib.sha256("".join(f"{name}={version(name)};" for name in LIBRARIES).encode())
    base = Path(__file__).parents[1]
    for path in sorted((*base.rglob("*.py"), *TEMPLATES.glob("*.typ"))):
        whole.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()
