"""CommonMark of records as a tree for the typesetter: the site's own safe HTML, read back.

So a PDF never shows more than the page does: no images, no raw HTML, links to http(s) and mailto only.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from watwerkt.markdown import render_markdown
from watwerkt.pdf.tekst import showable

Node = str | dict[str, Any]
"""A text, or an element: ``t`` its tag, ``k`` its children, ``h`` the address of a link and ``a`` the same to read."""

DEEPEST = 12
"""Elements nested deeper are set like the element they are in; a page has no room for more."""


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self._open: list[list[Node]] = [self.root]
        self._tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._open[-1].append({"t": "br", "k": []})
            return
        children: list[Node] = self._open[-1]
        if len(self._tags) < DEEPEST:
            children = []
            node: dict[str, Any] = {"t": tag, "k": children}
            address = dict(attrs).get("href")
            if address:
                node |= {"h": address, "a": showable(address)}
            self._open[-1].append(node)
        self._tags.append(tag)
        self._open.append(children)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._tags:
            self._tags.pop()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        text = showable(data)
        if text.strip() or self._tags:
            self._open[-1].append(text)


def opmaak(text: str) -> list[Node]:
    """Turn CommonMark into a list of nodes: paragraphs, lists, quotes and headings at the top."""
    tree = _Tree()
    tree.feed(str(render_markdown(text)))
    tree.close()
    return tree.root
