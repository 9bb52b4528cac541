"""Page models to HTML fragments: our own Jinja2 environment, autoescape on, no undefined value printed."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader
from markupsafe import Markup, escape
from pydantic_core import to_json

from watwerkt.markdown import render_markdown
from watwerkt.site.addresses import relative_url, root_of
from watwerkt.site.charts import balk, effectenarena, meting, strip
from watwerkt.site.templating import QuickEnvironment, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.site.pagina import Pagina
    from watwerkt.views.beoordeling import Dimensieblok
    from watwerkt.views.index import Kaart, Kaarten
    from watwerkt.views.quickscan import Adviespunt

TEMPLATES = Path(__file__).parent / "templates"


ROOT_HOLE = Markup("<root/>")
"""Stands for the way to the site root in a cached fragment. Contributed text cannot hold it: its ``<`` is escaped."""


CARDS_KEPT = 10_000
"""Cards and lines that are kept for the next page that shows them; then they are made anew."""

Pieces = tuple[str, ...]
"""A fragment cut where the way to the site root belongs."""


@lru_cache(maxsize=1 << 15)
def _address(root: str, target: str) -> Markup:
    return escape(relative_url(target, root))


_READ_BY_HTML = ((b"<", rb"\u003c"), (b">", rb"\u003e"), (b"&", rb"\u0026"))
_SEPARATORS = re.compile(b"\xe2\x80[\xa8\xa9]")
"""U+2028 and U+2029 in UTF-8, which end a line in old JavaScript."""


def json_bytes(value: object) -> bytes:
    """JSON that cannot end a script element or start a comment (SEC-X5)."""
    text = to_json(value)
    # one byte is found many times as fast as three, and as nothing is replaced
    for char, escaped in _READ_BY_HTML:
        if char in text:
            text = text.replace(char, escaped)
    return _SEPARATORS.sub(_escaped_separator, text) if b"\xe2" in text else text


def _escaped_separator(found: re.Match[bytes]) -> bytes:
    return rb"\u%04x" % ord(found[0].decode())


def json_in_html(value: object) -> Markup:
    """The same as text that a template may print as it is."""
    return Markup(json_bytes(value).decode())  # noqa: S704 - every character that HTML reads is escaped


class Renderer:
    """Renders pages. Parts that several pages share are rendered once and filled in with the way to the site root."""

    def __init__(self, site: dict[str, Any], templates: Path = TEMPLATES) -> None:
        """Take the facts that every page may show (``bewerk_url``) and the template folder."""
        self._cards: dict[tuple[str, str], Pieces] = {}
        self._assessment: tuple[str, Pieces] = ("", ())
        self._advices: dict[Adviespunt, Pieces] = {}
        self._levels: dict[tuple[int | None, str], Markup] = {}
        self._environment = QuickEnvironment(
            loader=FileSystemLoader([templates / "paginas", templates]),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.globals.update(
            site=site,
            balk=balk,
            strip=strip,
            effectenarena=effectenarena,
            meting=meting,
            niveau=self._level,
        )
        self._environment.filters.update(opmaak=render_markdown, json=json_in_html)

    def html(self, pagina: Pagina) -> str:
        """Build the page model and render its template."""
        return "".join(self.pieces(pagina))

    def pieces(self, pagina: Pagina) -> Iterator[str]:
        """Yield what :meth:`html` returns in pieces, which together encode faster: most are ASCII."""
        template, root = self._environment.get_template(pagina.sjabloon), root_of(pagina.pad)
        return template.generate(
            pad=pagina.pad,
            root=root,
            url=partial(_address, root),
            wijzig=pagina.bron,
            kaart=partial(self._shared, "kaart", root),
            kaart_later=partial(self._card_later, root),
            regel=partial(self._shared, "regel", root),
            beoordeling=partial(self._assessment_of, root, pagina.bron),
            advies=partial(self._advice, root),
            **pagina.model(),
        )

    def _fragment(self, name: str, **context: Any) -> Pieces:
        template = self._environment.get_template(f"delen/{name}.html")
        return tuple(template.render(url=partial(_address, ROOT_HOLE), **context).split(ROOT_HOLE))

    def _shared(self, name: str, root: str, kaarten: Kaarten, praktijk_id: str) -> Markup:
        html = self._cards.get((name, praktijk_id))
        if html is None:
            if len(self._cards) >= CARDS_KEPT:
                self._cards.clear()
            html = self._cards[name, praktijk_id] = self._fragment(name, kaart=kaarten.van(praktijk_id))
        return marked(root.join(html))

    def _card_later(self, root: str, kaarten: Kaarten, praktijk_id: str) -> Markup:
        """A card that browsers with JavaScript read as text, until `kaartlijst.js` makes it of that."""
        start, _, rest = self._shared("kaart", root, kaarten, praktijk_id).strip().partition(' class="kaart"')
        attributes, _, inside = rest.removesuffix("</li>").partition(">")
        return marked(f'{start} class="kaart kaart--later"{attributes}><noscript>{inside.strip()}</noscript></li>')

    def _assessment_of(self, root: str, wijzig: str, kaart: Kaart, blokken: tuple[Dimensieblok, ...]) -> Markup:
        # A practice and its quick-scan follow each other and show the same assessment: remember the last one.
        if self._assessment[0] != kaart.id:
            self._assessment = (kaart.id, self._fragment("beoordeling", blokken=blokken, wijzig=wijzig))
        return marked(root.join(self._assessment[1]))

    def _advice(self, root: str, punt: Adviespunt) -> Markup:
        html = self._advices.get(punt)
        if html is None:
            html = self._advices[punt] = self._fragment("advies", punt=punt)
        return marked(root.join(html))

    def _level(self, niveau: int | None, label: str = "") -> Markup:
        key = (niveau, label)
        if key not in self._levels:
            components: Any = self._environment.get_template("components.html").module
            self._levels[key] = components.niveau(niveau, label)
        return self._levels[key]
