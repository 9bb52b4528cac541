"""CommonMark of records to plain paragraphs of runs, for formats that are not HTML. No links, no images, no HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from watwerkt.markdown import AS_TYPED, without_raw_html

LIST_STYLES = {"ul": "ListBullet", "ol": "ListNumber"}


class Run(NamedTuple):
    """A piece of text in one style of letter."""

    text: str
    bold: bool = False
    italic: bool = False


class Paragraph(NamedTuple):
    """Runs with the name of a paragraph style (``Normal``, ``Heading3``, ``ListBullet``, ``ListNumber``, ``Quote``)."""

    style: str
    runs: tuple[Run, ...]


@dataclass
class _Reader(HTMLParser):
    paragraphs: list[Paragraph] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _target: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._end()
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag not in ("hr", "img", "input"):
            self._open.append(tag)
        if tag == "a":
            self._target = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._target and self._target != "".join(run.text for run in self._runs[-1:]):
            self._runs.append(Run(f" ({self._target})"))
        if tag in ("p", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._end()
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        text = data.replace(AS_TYPED, "<") if "pre" in self._open else _as_typed(data)
        if text.strip() or self._runs:
            self._runs.append(Run(text, "strong" in self._open, "em" in self._open))

    def _end(self) -> None:
        if any(run.text.strip() for run in self._runs):
            self.paragraphs.append(Paragraph(self._style(), tuple(self._runs)))
        self._runs = []

    def _style(self) -> str:
        lists = [LIST_STYLES[tag] for tag in self._open if tag in LIST_STYLES]
        if lists:
            return lists[-1]
        if "blockquote" in self._open:
            return "Quote"
        return "Heading3" if any(re.fullmatch("h[1-6]", tag) for tag in self._open) else "Normal"


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a CommonMark text; the address of a link follows its text in brackets."""
    html = without_raw_html(text)
    if html.count("<") == 2 * html.count("<p>"):  # nothing but text, as most are
        texts = (unescape(part.removeprefix("<p>")) for part in html.split("</p>\n"))
        return [Paragraph("Normal", (Run(_as_typed(text)),)) for text in texts if text.strip()]
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader._end()
    return reader.paragraphs


def _as_typed(text: str) -> str:
    return text.replace(AS_TYPED, "<").replace("\n", " ")
