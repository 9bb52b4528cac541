"""CommonMark of records becomes safe HTML that shows what was typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watwerkt.markdown import TAGS, _rendered, render_markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een **vet** en *schuin* woord", "<p>Een <strong>vet</strong> en <em>schuin</em> woord</p>"),
        ("Eén\n\nTwee", "<p>Eén</p>\n<p>Twee</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3 < 5 & 5 > 3", "<p>3 &lt; 5 &amp; 5 &gt; 3</p>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("`<b>` en \\<b>", "<p><code>&lt;b&gt;</code> en &lt;b&gt;</p>"),
        ("Een <b>dik</b> `a < b`", "<p>Een &lt;b&gt;dik&lt;/b&gt; <code>a &lt; b</code></p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<!-- weg -->", "<p>&lt;!-- weg --&gt;</p>"),
        ("&lt;b&gt;", "<p>&lt;b&gt;</p>"),
    ],
)
def test_text_is_shown_as_typed(text: str, html: str) -> None:
    assert str(render_markdown(text)).strip() == html


PLAIN = "ab_ Zé1²ß٣.,;:()?!%/+='\"’‘“”€–- \n"


@given(st.text(PLAIN, max_size=40) | st.lists(st.sampled_from(["a", "\n", "- b", "1. c", "=", " ", "!"])).map("".join))
def test_plain_text_skips_the_renderer_and_gets_what_that_would_give(text: str) -> None:
    assert render_markdown(text) == _rendered(text)


@pytest.mark.parametrize(("typed", "level"), [(1, 3), (2, 4), (3, 5), (6, 5)])
def test_headings_come_below_those_of_the_page(typed: int, level: int) -> None:
    assert render_markdown(f"{'#' * typed} Kop").strip() == f"<h{level}>Kop</h{level}>"


@pytest.mark.parametrize("text", ["[x](https://www.voorbeeld.nl/a)", "<https://www.voorbeeld.nl/a>"])
def test_links_to_the_web_carry_no_weight(text: str) -> None:
    assert '<a href="https://www.voorbeeld.nl/a" rel="nofollow noopener ugc">' in render_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>)",
        "[x](vbscript:x)",
        "![x](https://www.voorbeeld.nl/x.png)",
        '<img src="x" onerror="alert(1)">',
        '<a href="javascript:x" onclick="x">y</a>',
        "<iframe src=x>",
        "<svg/onload=alert(1)>",
    ],
)
def test_nothing_runs_and_nothing_is_loaded(text: str) -> None:
    html = render_markdown(text)
    tags = re.findall(r"<[^>]*>", html)
    assert not re.search("script:|data:|onerror|onload|onclick|src=|<img", "".join(tags), re.IGNORECASE)


@given(st.text(st.sampled_from("<>/ab\"'=&;:#*_`[]()!-\\ \n\ue000") | st.characters(exclude_categories=["Cs"])))
def test_whatever_the_text_only_listed_tags_come_out(text: str) -> None:
    html = str(render_markdown(text))
    assert {name.lower() for name in re.findall(r"</?([^\s/>]*)[^>]*>", html)} <= TAGS
