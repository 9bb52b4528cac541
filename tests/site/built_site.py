"""The site as visitors get it: built once per test run, read once, grouped into page types.

A finished build can be tested instead (the files that are about to be published): name its folder in the
environment variable ``WATWERKT_GEBOUWDE_SITE``.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from choosing import with_everything
from shared_builds import SITE, built_repository

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REPOSITORY = Path(__file__).resolve().parents[2]
READY_MADE = "WATWERKT_GEBOUWDE_SITE"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag with its attributes as written, twice-written ones included."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    line: int

    def get(self, name: str) -> str | None:
        """Return the first value of an attribute, None without it."""
        return next((value for key, value in self.attributes if key == name), None)


@dataclass(slots=True)
class Text:
    """The text inside one title, heading or inline script."""

    tag: str
    element: Element
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[Text] = []
        self._open: list[Text] = []
        self._inside_svg = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, tuple((key, value or "") for key, value in attrs), self.getpos()[0])
        self.elements.append(element)
        if tag == "svg":
            self._inside_svg = True
        if tag in (*HEADINGS, "script", "style") or (tag == "title" and not self._inside_svg):
            self._open.append(Text(tag, element))

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._inside_svg = False
        if self._open and self._open[-1].tag == tag:
            self.texts.append(self._open.pop())

    def handle_data(self, data: str) -> None:
        for text in self._open:
            text.text += data


@dataclass(frozen=True)
class Page:
    """One HTML file of the output; ``path`` counts from the site's root (``model/index.html``)."""

    path: str
    elements: Sequence[Element]
    texts: Sequence[Text]
    size: int

    @property
    def address(self) -> str:
        """The address below the root: ``model/`` for ``model/index.html``."""
        return self.path.removesuffix("index.html")

    @property
    def is_redirect(self) -> bool:
        """Whether the page only sends visitors on to another one."""
        return any((e.get("http-equiv") or "").lower() == "refresh" for e in self.find("meta"))

    def find(self, *tags: str) -> list[Element]:
        """Return the elements with one of these tags, in order."""
        return [element for element in self.elements if element.tag in tags]

    def text_of(self, *tags: str) -> list[Text]:
        """Return the titles, headings, scripts or styles with one of these tags."""
        return [text for text in self.texts if text.tag in tags]


@dataclass(frozen=True)
class Site:
    """All output: its files, and its pages by path."""

    folder: Path
    files: frozenset[str]
    pages: dict[str, Page] = field(repr=False)


def _read_page(folder: Path, file: Path) -> Page:
    html = file.read_text(encoding="utf-8")
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.texts.sort(key=lambda text: text.element.line)
    return Page(file.relative_to(folder).as_posix(), tuple(reader.elements), tuple(reader.texts), len(html))


@cache
def read_site(folder: Path) -> Site:
    """Read every file name and every page of a built site."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    pages = [_read_page(folder, file) for file in files if file.suffix == ".html"]
    return Site(
        folder,
        frozenset(file.relative_to(folder).as_posix() for file in files),
        {page.path: page for page in pages},
    )


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the built site."""
    ready = os.environ.get(READY_MADE)
    folder = Path(ready).resolve() if ready else built_repository(tmp_path_factory) / SITE
    if not (folder / "index.html").is_file():
        pytest.fail(f"geen index.html in {folder}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def site(site_dir: Path) -> Site:
    """The built site, read."""
    return read_site(site_dir)


def page_types(site: Site) -> dict[str, list[Page]]:
    """Group the pages by type and give so few of each that all kinds of elements of the type are on them.

    The one with most kinds comes first; of pages that have as many, the shortest. Pages are of one type when their
    addresses agree but for the second segment (``praktijken/*/``), they have the same kinds of pages below them, and
    their main part starts alike; so a list, a record and its report are three types, whatever their ids.
    """
    groups: dict[str, list[Page]] = defaultdict(list)
    for page in site.pages.values():
        groups[_type_of(page, site)].append(page)
    return {name: _with_all_kinds(groups[name]) for name in sorted(groups)}


def examples(site: Site) -> list[Page]:
    """Return the example pages of all types."""
    return [page for pages in page_types(site).values() for page in pages]


def _type_of(page: Page, site: Site) -> str:
    parts = list(PurePosixPath(page.path).parts)
    if len(parts) > 2:
        parts[1] = "*"
    below = sorted({PurePosixPath(p).relative_to(PurePosixPath(page.path).parent).parts[0] for p in _below(page, site)})
    kinds = ",".join(below) if len(below) < 3 else "veel"
    return f"{'/'.join(parts)} [{kinds}] {_start_of_main(page)}{' verhuisd' if page.is_redirect else ''}"


def _below(page: Page, site: Site) -> Iterable[str]:
    folder = page.address
    if page.path.endswith("index.html") and folder:
        yield from (path for path in site.pages if path.startswith(folder) and path != page.path)


def _start_of_main(page: Page) -> str:
    tags = [element.tag for element in page.elements]
    if "main" not in tags:
        return ""
    start = tags.index("main")
    return " ".join(
        f"{element.tag}.{'.'.join((element.get('class') or '').split())}"
        for element in page.elements[start + 1 : start + 6]
    )


def _with_all_kinds(pages: list[Page]) -> list[Page]:
    ordered = sorted(pages, key=lambda page: (page.size, page.path))
    chosen = with_everything({page.path: _kinds(page) for page in ordered})
    return [page for path in chosen for page in ordered if page.path == path]


def _kinds(page: Page) -> set[tuple[str, str]]:
    return {(element.tag, element.get("class") or "") for element in page.elements}


def report(problems: Iterable[str], most: int = 40) -> None:
    """Fail with the problems found, one per line, the first ``most`` of them."""
    found = list(problems)
    if found:
        rest = f"\n… en nog {len(found) - most}" if len(found) > most else ""
        pytest.fail(f"{len(found)} problemen:\n" + "\n".join(found[:most]) + rest, pytrace=False)
