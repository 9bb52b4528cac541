"""The typesetter: one Typst compiler per thread, fonts from installed packages, nothing from the system or the network.

The root of every compiler is the folder with our templates, so that no template can read another file. Data go in as
one JSON text; the same template and data give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import fontpkg_source_sans_3
import fontpkg_source_serif_4
import typst

TEMPLATES = Path(__file__).parent / "templates"
STANDARD: typst.PDFStandard = "ua-1"
"""Typst then refuses what has no alternative text, title or displayable letter. No claim: see ADR 0009."""

LIBRARIES = ("typst", "segno", "fontpkg-source-sans-3", "fontpkg-source-serif-4", "cmarkgfm", "nh3")
LARGE = frozenset({"boekje"})
"""Templates of prints with many pages: set one at a time, each on all cores, and forgotten at once."""

_KEPT = 11
"""Typst keeps the layout of its last ten prints to reuse what is the same; one more and a print is forgotten."""

_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
_NOWHERE = TEMPLATES / "geen-pakketten"
"""Folder for Typst packages that does not exist: a template that imports one fails instead of downloading it."""


class Threads(threading.local):
    """The compilers of one thread, by template."""

    def __init__(self) -> None:
        self.compilers: dict[str, typst.Compiler] = {}


_threads = Threads()


@cache
def fonts() -> typst.Fonts:
    """Source Sans 3 and Source Serif 4, with the fonts inside Typst for signs that those do not have."""
    folders = [Path(package.__file__).parent / "files" for package in (fontpkg_source_sans_3, fontpkg_source_serif_4)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(f) for f in folders])


def compile_pdf(template: str, data: dict[str, Any]) -> bytes:
    """Typeset ``data`` with a template (its name without ``.typ``) and return the PDF.

    Raises:
        typst.TypstError: the template does not fit the data; a mistake in this package, whatever a record says.
    """
    if template not in LARGE:
        return _compiled(template, data)
    with _one_large:
        try:
            return _compiled(template, data)
        finally:
            _forget_layouts()


_one_large = threading.Lock()


def _forget_layouts() -> None:
    """Let Typst forget what it keeps: of a booklet that is some 300 MB, and of ten of them more than a machine has."""
    for _ in range(_KEPT):
        _compiled("teken", {"teken": ""})


def _compiled(template: str, data: dict[str, Any]) -> bytes:
    compiler = _threads.compilers.get(template)
    if compiler is None:
        compiler = _threads.compilers[template] = typst.Compiler(
            TEMPLATES / f"{template}.typ",
            root=TEMPLATES,
            font_paths=fonts(),
            package_path=_NOWHERE,
            package_cache_path=_NOWHERE,
        )
    inputs = {"gegevens": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}
    pdf = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=0)
    if not isinstance(pdf, bytes):
        raise TypeError("one PDF was expected")
    return pdf


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
