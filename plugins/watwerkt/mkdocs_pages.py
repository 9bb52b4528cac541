"""Which generated pages MkDocs renders itself, and how all of them get the bytes that it would give them.

Of every shape MkDocs renders two pages without their content: the first with a hole for each value, which becomes the
shell of its shape, and a second that the filled shell must equal. Then all pages are filled and written. They skip
Markdown and stay outside the nav (a flat nav of 1,000 pages costs MkDocs 29 s); a link to one of them is still checked.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from watwerkt.exports.heads import alternates, linked_data
from watwerkt.publishing import ASSETS
from watwerkt.site.rendering import json_in_html
from watwerkt.site.shell import INHOUD, Shell, folders, head_of, hole, shape_of
from watwerkt.views.index import Link
from watwerkt.writing import PublishedFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from watwerkt.exports.edition import Edition
    from watwerkt.exports.heads import Alternate
    from watwerkt.site.pagina import Pagina
    from watwerkt.site.rendering import Renderer
    from watwerkt.site.shell import Shape

SITE_SCRIPTS = (f"{ASSETS}/hulp.js", f"{ASSETS}/mand.js")
"""Loaded by every generated page: shared tools, and the tray of practices to compare."""


class Filling(Enum):
    """What of a page MkDocs gets to see."""

    NOTHING = "nothing"
    """Holes only: the page becomes the shell of its shape."""

    HEAD = "head"
    """All but the content: the page tests the shell of its shape."""

    ALL = "all"
    """The page as it will be."""


class RecordPage(Page):
    """A generated page that MkDocs renders."""

    def __init__(
        self, pagina: Pagina, file: File, config: MkDocsConfig, filling: Filling, meta: Mapping[str, Any], adres: str
    ) -> None:
        """Attach to ``file``; ``meta`` is its front matter and ``adres`` its full address, empty when unknown."""
        super().__init__(pagina.titel, file, config)
        self.pagina, self.filling = pagina, filling
        self.canonical_url = adres or None
        self._meta = meta

    def read_source(self, config: MkDocsConfig) -> None:
        """Supply front matter; there is no Markdown."""
        self.markdown = ""
        self.meta = dict(self._meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content empty; it is made when the page is written."""
        self.content = ""


class GeneratedPages:
    """All generated pages of a build: renders their content and fills the shells of their shapes."""

    def __init__(self, paginas: Sequence[Pagina], edition: Edition, renderer: Renderer, config: MkDocsConfig) -> None:
        """Take the pages in the order of the site."""
        self.paginas = paginas
        self._edition, self._renderer, self._config = edition, renderer, config
        self._site = urljoin(config.site_url, ".") if config.site_url else ""
        menu = [entry["url"] for key in ("hoofdmenu", "voetmenu") for entry in config.extra.get(key) or ()]
        self._fixed = folders([*menu, config.extra.get("zoekadres") or "praktijken/", *config.extra_css])
        self._newest = max((pagina.bijgewerkt for pagina in paginas), default="")
        self._shapes = [self._shape(pagina) for pagina in paginas]
        self._shells: dict[Shape, Shell] = {}
        self.frames: list[str] = []
        """Paths where MkDocs wrote a frame instead of a page."""

    def rendered(self, *, fill: bool) -> Iterator[RecordPage]:
        """Yield the pages that MkDocs renders; when it may not ``fill`` by shells, all of them."""
        seen: Counter[Shape] = Counter()
        for pagina, shape in zip(self.paginas, self._shapes, strict=True):
            seen[shape] += 1
            if not fill:
                yield self._page(pagina, Filling.ALL)
            elif seen[shape] <= 2:
                yield self._page(pagina, Filling.NOTHING if seen[shape] == 1 else Filling.HEAD)

    def content(self, page: RecordPage) -> str:
        """Return what MkDocs puts in the middle of a page."""
        return "".join(self._content(page.pagina)) if page.filling is Filling.ALL else hole(INHOUD)

    def take(self, page: RecordPage, output: str) -> None:
        """Keep a rendered page as the shell of its shape, or hold it against that.

        Raises:
            PluginError: the theme shows something of a page that no hole stands for.
        """
        shape = self._shape(page.pagina)
        if page.filling is not Filling.ALL:
            self.frames.append(page.file.dest_uri)
        if page.filling is Filling.NOTHING:
            self._shells[shape] = Shell.cut(output)
        elif page.filling is Filling.HEAD and output != "".join(
            self._filled(page.pagina, self._shells[shape], [hole(INHOUD)])
        ):
            raise PluginError(
                f"Het sjabloon toont op /{page.pagina.pad} iets wat niet van de ene naar de andere pagina kan worden "
                "overgezet. Zet in mkdocs.yml bij watwerkt `vullen: false`, of pas het sjabloon aan."
            )

    def files(self) -> Iterator[PublishedFile]:
        """Yield every page as a file, once all shells have been taken."""
        yield from map(self._file, self.paginas, self._shapes)

    def file(self, path: str) -> PublishedFile | None:
        """Return the page at a path (``praktijken/index.html``) as a file, once all shells have been taken."""
        name = path.removesuffix("index.html")
        pagina = self._by_source.get(f"{name}index.md") if name != path else None
        return self._file(pagina, self._shape(pagina)) if pagina else None

    def _file(self, pagina: Pagina, shape: Shape) -> PublishedFile:
        shell = self._shells[shape]
        path, make = f"{pagina.pad}index.html", partial(self._bytes, pagina, shell)
        return PublishedFile(path, make, rests_on=pagina.rests_on, frame=shell.digest, about=pagina.praktijk)

    def _bytes(self, pagina: Pagina, shell: Shell) -> bytes:
        pieces = self._filled(pagina, shell, self._content(pagina))
        return b"".join([piece.encode("utf-8", "xmlcharrefreplace") for piece in pieces])  # as MkDocs does

    def source(self, path: str) -> File | None:
        """Return the file that MkDocs takes a page to come from, by its address."""
        pagina = self._by_source.get(path)
        return generated_file(pagina, self._config) if pagina else None

    @cached_property
    def _by_source(self) -> dict[str, Pagina]:
        return {f"{pagina.pad}index.md": pagina for pagina in self.paginas}

    def listed(self) -> list[tuple[str, str]]:
        """Return full address and day of all pages but redirects and hidden ones; none without an address."""
        shown = [pagina for pagina in self.paginas if not pagina.verhuisd_naar and not pagina.verborgen]
        return [(self._address(pagina), pagina.bijgewerkt) for pagina in shown] if self._site else []

    def _filled(self, pagina: Pagina, shell: Shell, content: Sequence[str]) -> list[str]:
        forms, here = [Link(form.titel, form.url) for form in self._alternates(pagina)], quote(pagina.pad)
        head = head_of(pagina, forms, self._address(pagina), lambda way: get_relative_url(way, here))
        return shell.filled(head, content)

    def _content(self, pagina: Pagina) -> Sequence[str]:
        return *self._renderer.pieces(pagina), facts(self._edition, pagina.pad, pagina.titel, pagina.kruimels)

    def _shape(self, pagina: Pagina) -> Shape:
        return shape_of(pagina, tuple(form.type for form in self._alternates(pagina)), self._fixed)

    def _alternates(self, pagina: Pagina) -> tuple[Alternate, ...]:
        return alternates(self._edition, pagina.pad)

    def _address(self, pagina: Pagina) -> str:
        """Full address that search engines should know the page by; empty when nobody said where the site stands."""
        return f"{self._site}{quote(pagina.verhuisd_naar or pagina.pad)}" if self._site else ""

    def _page(self, pagina: Pagina, filling: Filling) -> RecordPage:
        def value(name: str, actual: str) -> str:
            return hole(name) if actual and filling is Filling.NOTHING else actual

        meta = {
            "title": value("titel", pagina.titel),
            "description": value("beschrijving", pagina.beschrijving),
            "kruimels": [
                {"titel": value(f"kruimel-{n}", link.tekst), "url": value(f"kruimel-{n}-adres", link.doel)}
                for n, link in enumerate(pagina.kruimels)
            ],
            "breed": True,
            "scripts": [*SITE_SCRIPTS, *pagina.scripts],
            "stijlen": pagina.stijlen,
            "alternatief": [
                {"type": form.type, "titel": value(f"vorm-{n}", form.titel), "url": value(f"vorm-{n}-adres", form.url)}
                for n, form in enumerate(self._alternates(pagina))
            ],
            "robots": "noindex" if pagina.verborgen else "",
        }
        if pagina.verhuisd_naar:
            meta |= {"template": "verhuisd.html", "verhuisd_naar": value("verhuisd", pagina.verhuisd_naar)}
        file = generated_file(pagina, self._config)
        page = RecordPage(pagina, file, self._config, filling, meta, value("adres", self._address(pagina)))
        page.update_date = self._newest  # dates the packed sitemap, which lists the others too
        return page


def facts(edition: Edition, pad: str, titel: str, kruimels: tuple[Link, ...] = ()) -> str:
    """Return the element that tells machines what the page at a path is about; empty when there is nothing to say."""
    data = linked_data(edition, pad, titel, kruimels)
    return f'<script type="application/ld+json">{json_in_html(data)}</script>\n' if data else ""


def generated_file(pagina: Pagina, config: MkDocsConfig) -> File:
    """Return the file that MkDocs takes a generated page to come from."""
    file = File.generated(config, f"{pagina.pad}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = pagina.bron.partition("/")[2] or None
    return file


class KnownFiles(Files):
    """The files of MkDocs, and by address those that are written without it: a link to one of them is right."""

    def __init__(self, files: Iterable[File], other: Callable[[str], File | None]) -> None:
        """Take the files of MkDocs, and what finds one of the others by its source address."""
        super().__init__(files)
        self._other = cache(other)

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at a source address."""
        return super().get_file_from_path(path) or self._other(path)
