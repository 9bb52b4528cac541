"""A PDF as readers and their helpers get it: text, boxes, outline, tags, fonts and metadata."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS = "https://gemeente.example/kennisbank/"
"""Where the printed site is said to be."""

EDGE = 20.0
"""Points of paper that most printers leave white; no text may stand there."""


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree with its children's names."""

    name: str
    alt: str
    scope: str
    children: tuple[str, ...]


@dataclass(frozen=True)
class Pdf:
    """Everything that the tests ask about."""

    title: str
    lang: str
    shows_title: bool
    texts: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]
    outline: tuple[tuple[int, str], ...]
    tags: tuple[Tag, ...] = field(repr=False)
    fonts: dict[str, bool]
    links: tuple[str, ...]
    untagged: tuple[int, ...]
    outside: tuple[str, ...]

    @property
    def text(self) -> str:
        """All text on one line, as a search finds it."""
        joined = " ".join(self.texts).replace("\u00ad", "").replace("\ufffe", "")
        return " ".join(joined.replace("\u200b", "").split())

    def named(self, *names: str) -> list[Tag]:
        """Return the elements with one of these names."""
        return [tag for tag in self.tags if tag.name in names]


def read_pdf(content: bytes) -> Pdf:
    """Read a PDF with two independent libraries."""
    document = pypdfium2.PdfDocument(content)
    pages = list(document)
    outline = tuple((item.level, item.get_title()) for item in document.get_toc())
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as metadata:
        root: Any = pdf.Root
        return Pdf(
            title=str(metadata.get("dc:title", "")),
            lang=str(root.get("/Lang", "")),
            shows_title=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
            texts=tuple(page.get_textpage().get_text_bounded() for page in pages),
            sizes=tuple(page.get_size() for page in pages),
            outline=outline,
            tags=tuple(_tags(root.StructTreeRoot)),
            fonts=dict(_fonts(pdf)),
            links=tuple(_links(pdf)),
            untagged=tuple(number for number, page in enumerate(pdf.pages, 1) if "/StructParents" not in page),
            outside=tuple(line for number, page in enumerate(pages, 1) for line in _outside(number, page)),
        )


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _tags(root: Any) -> Iterator[Tag]:
    waiting = [kid for kid in _kids(root) if isinstance(kid, pikepdf.Dictionary)]
    while waiting:
        element = waiting.pop(0)
        kids = [kid for kid in _kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        yield Tag(
            str(element.S)[1:],
            str(element.get("/Alt", "")),
            _scope(element),
            tuple(str(kid.S)[1:] for kid in kids),
        )
        waiting[:0] = kids


def _scope(element: Any) -> str:
    attributes = element.get("/A", [])
    many = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((str(one.Scope)[1:] for one in many if "/Scope" in one), "")


def _fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            yield str(item.FontName), any(f"/FontFile{kind}" in item for kind in ("", "2", "3"))


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            action = note.get("/A", {})
            if "/URI" in action:
                yield str(action.URI)


def _outside(number: int, page: Any) -> Iterator[str]:
    width, height = page.get_size()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = item.get_bounds()
        if left < EDGE or bottom < EDGE or right > width - EDGE or top > height - EDGE:
            yield f"page {number}: {left:.0f},{bottom:.0f} to {right:.0f},{top:.0f} on {width:.0f} x {height:.0f}"
