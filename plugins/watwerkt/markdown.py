"""CommonMark of records to safe HTML: a C renderer in safe mode, then a short allow-list.

The pair cmarkgfm and nh3 is what the Python package index uses for readmes. Raw HTML, images, every attribute but
``href``, and every address but http(s) and mailto are gone afterwards (SEC-X1..X4 of the project's security rules).
Relative addresses too: the same text stands on pages in different folders, and ``//host`` is another site.
"""

from __future__ import annotations

import re
from functools import lru_cache

import cmarkgfm
import nh3
from markupsafe import Markup

TAGS = {"p", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", "br", "h3", "h4", "h5"}
PROSE_TAGS = TAGS | {"dd", "div", "dl", "dt", "h1", "h2", "h6", "hr", "pre", "s", "span"}
PROSE_TAGS |= {"table", "tbody", "td", "th", "thead", "tr"}
PROSE_ATTRIBUTES = {"a": {"href", "title"}, "div": {"class"}, "p": {"class"}, "td": {"align"}, "th": {"align"}}
_HEADING = re.compile(r"(</?h)([1-6])>")
_NOT_AUTOLINK = re.compile(r"<(?!(?:https?://|mailto:)[^\s<>]*>)")
_RAW_HTML = "<!-- raw HTML omitted -->"
AS_TYPED = "\ue000"
"""Private-use character that stands for a ``<`` while text with raw HTML is rendered."""
_LINE = r"""[^\W\d_][\w .,;:()?!%/+='"’‘“”€–-]*(?<! )"""
_PLAIN = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*")
"""Paragraphs of lines that begin with a letter; but for ``_`` no character means something to CommonMark or HTML."""


@lru_cache(maxsize=4096)
def render_markdown(text: str) -> Markup:
    """Render CommonMark; headings are pushed down below the page's own (h1 becomes h3).

    Raw HTML appears as text, as it was typed, instead of vanishing. Most texts are plain; they need no renderer.
    """
    if "_" not in text and _PLAIN.fullmatch(text):
        paragraphs = text.replace("\n\n", "</p>\n<p>")
        return Markup(f"<p>{paragraphs}</p>\n")  # noqa: S704 - nothing in it that HTML reads
    return _rendered(text)


def _rendered(text: str) -> Markup:
    html = cmarkgfm.markdown_to_html(text)
    if _RAW_HTML in html:
        html = without_raw_html(text).replace(AS_TYPED, "&lt;")
    html = _HEADING.sub(lambda m: f"{m[1]}{min(int(m[2]) + 2, 5)}>", html)
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}, "*": set()},
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel="nofollow noopener ugc",
    )
    return Markup(clean)  # noqa: S704 - the output of the allow-list sanitiser


def without_raw_html(text: str) -> str:
    """Render CommonMark to HTML in which :data:`AS_TYPED` stands for every ``<`` that was typed and is no autolink."""
    html: str = cmarkgfm.markdown_to_html(_NOT_AUTOLINK.sub(AS_TYPED, text))
    return html


def clean_prose(html: str) -> str:
    """Keep of the HTML of a hand-written page what Markdown makes; scripts, styles, forms and frames go.

    A proposal can change such a page too. Addresses inside the site stay, as do the ids of headings.
    """
    attributes = {tag: {"id"} for tag in PROSE_TAGS} | {tag: {"id", *names} for tag, names in PROSE_ATTRIBUTES.items()}
    return nh3.clean(
        html,
        tags=PROSE_TAGS,
        attributes=attributes,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
