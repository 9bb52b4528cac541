"""What stands around the content of a page, made once for all pages of one shape and then filled.

MkDocs renders one page of a shape with a hole wherever pages of that shape differ. The result is cut at the holes once;
every other page is a join of its pieces and the page's own values, escaped before. Nothing is searched or replaced in a
text that came from a record.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.records.values import value
from watwerkt.site.templating import escape_text

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from watwerkt.site.pagina import Pagina
    from watwerkt.views.index import Link

_HOLE = re.compile(r"#watwerkt:([a-z0-9-]+);")
INHOUD = "inhoud"
"""Name of the hole for what stands in the middle of a page; the other names are those of `Head.values`."""

TARGET_FILE = "index.html"
"""Redirects name the file, so that they work from a disk too."""


def hole(name: str) -> str:
    """Return what stands for a value: escaping leaves it as it is, and as a fragment it is no address to adapt."""
    return f"#watwerkt:{name};"


class Shape(NamedTuple):
    """All that decides what a page is like around its values: pages of one shape fit in one shell.

    ``depth`` and ``near`` (the part of its path that the page shares with a menu entry) decide the relative addresses
    and which entry is the current one.
    """

    depth: int
    near: str
    described: bool
    kruimels: int
    forms: tuple[str, ...]
    scripts: tuple[str, ...]
    stijlen: tuple[str, ...]
    verborgen: bool
    verhuisd: bool


def shape_of(pagina: Pagina, forms: tuple[str, ...], fixed: Container[str]) -> Shape:
    """Return the shape of a page.

    ``forms`` are the media types in which its content is there too, ``fixed`` is what :func:`folders` makes of the
    addresses that every page links to.
    """
    near = ""
    for part in pagina.pad.split("/")[:-1]:
        if f"{near}{part}/" not in fixed:
            break
        near += f"{part}/"
    return Shape(
        pagina.pad.count("/"),
        near,
        bool(pagina.beschrijving),
        len(pagina.kruimels),
        forms,
        pagina.scripts,
        pagina.stijlen,
        pagina.verborgen,
        bool(pagina.verhuisd_naar),
    )


def folders(addresses: Iterable[str]) -> frozenset[str]:
    """Return every folder on the way to each address, with a slash at the end."""
    parts = (address.strip("/").split("/") for address in addresses)
    return frozenset("/".join(way[:end]) + "/" for way in parts for end in range(1, len(way) + 1))


@value
class Head:
    """The values of a page beside its content; addresses of links as they stand on that page."""

    titel: str
    beschrijving: str
    adres: str
    kruimels: tuple[tuple[str, str], ...]
    vormen: tuple[tuple[str, str], ...]
    verhuisd_naar: str

    def values(self) -> dict[str, str]:
        """Return every value by the name of its hole, not yet escaped."""
        values = {"titel": self.titel, "beschrijving": self.beschrijving, "adres": self.adres}
        values["verhuisd"] = self.verhuisd_naar
        for kind, links in (("kruimel", self.kruimels), ("vorm", self.vormen)):
            for number, (text, url) in enumerate(links):
                values[f"{kind}-{number}"] = text
                values[f"{kind}-{number}-adres"] = url
        return values


def head_of(pagina: Pagina, forms: Iterable[Link], adres: str, relative: Callable[[str], str]) -> Head:
    """Return the head of a page.

    ``forms`` are the other forms of its content, ``adres`` is its full address, and ``relative`` writes a path from the
    site root as it stands on the page.
    """
    moved = relative(pagina.verhuisd_naar + TARGET_FILE).removesuffix(TARGET_FILE) if pagina.verhuisd_naar else ""
    return Head(
        pagina.titel,
        pagina.beschrijving,
        adres,
        tuple((link.tekst, relative(link.doel)) for link in pagina.kruimels),
        tuple((link.tekst, relative(link.doel)) for link in forms),
        moved,
    )


@value
class Shell:
    """A page cut at its holes: the text before each hole, the names of the holes, and the text after the last.

    ``digest`` is over all of it.
    """

    texts: tuple[str, ...]
    names: tuple[str, ...]
    digest: str

    @classmethod
    def cut(cls, html: str) -> Shell:
        """Cut a page that was rendered with holes; it holds no text of any record."""
        pieces = _HOLE.split(html)
        return cls(tuple(pieces[::2]), tuple(pieces[1::2]), hashlib.sha256(html.encode()).hexdigest())

    def filled(self, head: Head, content: Sequence[str]) -> list[str]:
        """Return the page with these values, in pieces; ``content`` is HTML, in pieces too."""
        values = head.values()
        pieces = [self.texts[0]]
        for name, text in zip(self.names, self.texts[1:], strict=True):
            pieces += content if name == INHOUD else (escape_text(values[name]),)
            pieces.append(text)
        return pieces
