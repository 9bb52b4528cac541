"""Fonts of the prints: Source Sans 3 and Source Serif 4 whole, and of each a small part that sets almost everything.

The whole fonts are variable and have thousands of signs; to set a text with them takes a quarter longer. So the weights
that the templates use are cut out with the letters of western Europe, under a family of their own, *Latijn*: a template
asks for that first and for the whole font next. (The licence of the fonts, OFL, reserves the name Source.)
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import fontpkg_source_sans_3
import fontpkg_source_serif_4
import typst
import uharfbuzz

SANS = Path(fontpkg_source_sans_3.__file__).parent / "files"
SERIF = Path(fontpkg_source_serif_4.__file__).parent / "files"
CUTS = (
    (SANS / "SourceSans3[wght].ttf", {"wght": 400}),
    (SANS / "SourceSans3[wght].ttf", {"wght": 600}),
    (SANS / "SourceSans3-Italic[wght].ttf", {"wght": 400}),
    (SANS / "SourceSans3-Italic[wght].ttf", {"wght": 600}),
    (SERIF / "SourceSerif4[opsz,wght].ttf", {"wght": 600, "opsz": 18}),
)
"""The styles that the templates use: a font file and the place on its axes."""

LETTERS = frozenset(
    {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2015), *range(0x2018, 0x201F), 0x2022, 0x2026, 0x20AC}
)
"""Basic Latin, Latin-1, Latin Extended-A and common punctuation."""

_FAMILY, _OWN_FAMILY = (name.encode("utf-16-be") for name in ("Source S", "Latijn S"))
"""Start of the family in the name table; as long as each other, so that nothing moves."""


@cache
def fonts() -> typst.Fonts:
    """Return all fonts of the prints, with those inside Typst for other alphabets; never those of the machine."""
    folders = [str(folder) for folder in (_cut_fonts(), SANS, SERIF)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


@cache
def _cut_fonts() -> Path:
    """Cut the small fonts, a few milliseconds each; the typesetter reads them when it needs them."""
    folder = Path(tempfile.mkdtemp(prefix="watwerkt-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for number, (source, axes) in enumerate(CUTS):
        (folder / f"{number}.ttf").write_bytes(_cut(source, axes))
    return folder


def _cut(source: Path, axes: dict[str, int]) -> bytes:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(source))
    wanted = uharfbuzz.SubsetInput()
    for axis, place in axes.items():
        wanted.pin_axis_location(face, axis, place)
    wanted.unicode_set.set(LETTERS)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    return bytes(wanted.subset(face).blob.data).replace(_FAMILY, _OWN_FAMILY)
