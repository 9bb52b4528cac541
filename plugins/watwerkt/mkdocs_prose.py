"""What a preview remembers of the pages written by hand, so that MkDocs does not render each again at every change."""

from __future__ import annotations

import logging
from copy import deepcopy
from functools import cache, partial
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.structure.files import File, Files
from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import InclusionLevel
    from mkdocs.structure.pages import Page

MADE = ("content", "toc", "present_anchor_ids", "_title_from_render")
"""What rendering gives a page, beside its links to headings of other pages."""

Place = tuple[str, "InclusionLevel"] | None
"""Address of a file that a link leads to, and whether the site has it; None when there is no such file."""


class Rendered(NamedTuple):
    """What MkDocs made of a page, and all that this rests on."""

    rests_on: tuple[Any, ...]
    links: dict[str, Place]
    made: dict[str, Any]
    to_headings: dict[str, dict[str, str]] | None


class Prose:
    """Renders pages as MkDocs does, or gives what that made of the same text, settings and targets of links.

    A page about which MkDocs has something to say is rendered anew each time, so that it is said again.
    """

    def __init__(self) -> None:
        self._known: dict[str, Rendered] = {}

    def remember(self, page: Page) -> None:
        """Let a page be rendered here."""
        page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]

    def _render(self, page: Page, render: Callable[..., None], config: MkDocsConfig, files: Files) -> None:
        place = page.file.src_uri
        settings = config.markdown_extensions, config.mdx_configs, config.validation
        rests_on = (page.file.url, page.file.inclusion, page.markdown, *settings)
        links = _Links(files)
        known = self._known.pop(place, None)
        if known and known.rests_on == rests_on and all(links.place(path) == was for path, was in known.links.items()):
            self._known[place] = known
            _give(page, known, files)
            return
        said = CountHandler()
        logging.getLogger("mkdocs").addHandler(said)
        try:
            render(config, links)
        finally:
            logging.getLogger("mkdocs").removeHandler(said)
        if not said.get_counts() and _by_text_only(config.markdown_extensions):
            self._known[place] = _taken(page, rests_on, links.found)


class _Links(Files):
    """The files of MkDocs; notes where links lead to."""

    def __init__(self, files: Files) -> None:
        super().__init__(())
        self._known = files
        self.found: dict[str, Place] = {}

    def get_file_from_path(self, path: str) -> File | None:
        file = self._known.get_file_from_path(path)
        self.found[path] = (file.url, file.inclusion) if file else None
        return file

    def place(self, path: str) -> Place:
        self.get_file_from_path(path)
        return self.found[path]


def _taken(page: Page, rests_on: tuple[Any, ...], links: dict[str, Place]) -> Rendered:
    headings = page.links_to_anchors
    to_headings = None if headings is None else {file.src_uri: names for file, names in headings.items()}
    made = {name: getattr(page, name) for name in MADE}
    return Rendered(rests_on, links, deepcopy(made), deepcopy(to_headings))


def _give(page: Page, known: Rendered, files: Files) -> None:
    """Give a page what was kept, as its own: another plugin may change it."""
    for name, value in deepcopy(known.made).items():
        setattr(page, name, value)
    if known.to_headings is not None:
        found = {files.get_file_from_path(path): dict(names) for path, names in known.to_headings.items()}
        page.links_to_anchors = {file: names for file, names in found.items() if file}


@cache
def _own_extensions() -> frozenset[str]:
    points = entry_points(group="markdown.extensions")
    return frozenset(point.name for point in points if point.value.startswith("markdown."))


def _by_text_only(extensions: list[str]) -> bool:
    """Whether nothing but text and settings decides what Markdown makes; an extension of others may read a file."""
    return _own_extensions().issuperset(extensions)
