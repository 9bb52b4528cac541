"""The yardstick of the benchmark: the same pages as Markdown files for MkDocs and Material as they come.

Every page that the plugin makes is turned into Markdown with the same headings, paragraphs, lists, tables and links.
Pages stay out of the nav and search is off, as in our own build.

Usage: ``python scripts/plain_site.py PROJECT FOLDER``.
"""

from __future__ import annotations

import argparse
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from watwerkt.knowledge.loading import load
from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watwerkt.site.pagina import Pagina

CONFIG = """\
site_name: Wat werkt in de wijk
docs_dir: docs
theme:
  name: material
  language: nl
  font: false
plugins: []
markdown_extensions: [tables]
nav: [index.md]
not_in_nav: /*
validation:
  unrecognized_links: ignore
  not_found: ignore
"""
HEADINGS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "h5": "#####"}
SPACE = re.compile(r"\s+")


class MarkdownWriter(HTMLParser):
    """Writes the text and structure of an HTML fragment as Markdown; drawings are left out."""

    def __init__(self) -> None:
        """Start with an empty document."""
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._text: list[str] = []
        self._cells: list[str] = []
        self._rows = 0
        self._drawing = 0
        self._target = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block or a link."""
        if tag == "svg":
            self._drawing += 1
        elif tag == "table":
            self._rows = 0
        elif tag == "a":
            self._target = dict(attrs).get("href") or ""
            self._text.append("[")

    def handle_endtag(self, tag: str) -> None:
        """Close a block: write its line."""
        if tag == "svg":
            self._drawing -= 1
        elif tag == "a":
            self._text.append(f"]({self._target})")
        elif tag in HEADINGS:
            self._write(f"{HEADINGS[tag]} ")
        elif tag == "li":
            self._write("- ", "")
        elif tag in ("td", "th"):
            self._cells.append(self._take().replace("|", "/"))
        elif tag == "tr":
            self._row()
        elif tag in ("p", "dt", "dd", "div", "caption"):
            self._write("")

    def handle_data(self, data: str) -> None:
        """Collect text."""
        if not self._drawing:
            self._text.append(data)

    def _take(self) -> str:
        text = SPACE.sub(" ", "".join(self._text)).strip()
        self._text.clear()
        return text

    def _write(self, prefix: str, after: str = "\n") -> None:
        text = self._take() if not self._cells else ""
        if text:
            self.lines.append(f"{prefix}{text}{after}")

    def _row(self) -> None:
        start = "\n" if not self._rows else ""
        self.lines.append(f"{start}| {' | '.join(self._cells)} |")
        if not self._rows:
            self.lines.append(f"|{' --- |' * len(self._cells)}")
        self._rows += 1
        self._cells.clear()


def markdown_pages(project: Path) -> Iterator[tuple[Pagina, str]]:
    """Yield every generated page with its text as Markdown."""
    renderer = Renderer({"bewerk_url": ""})
    for pagina in all_pages(load(project / "content")):
        writer = MarkdownWriter()
        writer.feed(renderer.html(pagina))
        yield pagina, "\n".join(writer.lines)


def write_plain_site(project: Path, folder: Path) -> int:
    """Write a MkDocs project of Markdown pages; returns how many."""
    pages = 0
    for pagina, markdown in markdown_pages(project):
        path = folder / "docs" / pagina.pad / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown, encoding="utf-8")
        pages += 1
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return pages


def command(description: str | None, write: Callable[[Path, Path], int]) -> None:
    """Command line of a yardstick: from which project to write what, to which folder."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("project", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    print(write(arguments.project, arguments.folder), "pages")


if __name__ == "__main__":
    command(__doc__, write_plain_site)
