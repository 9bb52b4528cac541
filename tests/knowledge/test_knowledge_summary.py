"""The summary of a check: complete, with scores of changed practices, and harmless whatever a record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cmarkgfm
from click.testing import CliRunner
from content_tree import replace_once
from hypothesis import given
from hypothesis import strategies as st

from watwerkt.cli import main
from watwerkt.reading.document import make
from watwerkt.reading.summary import MAX_SHOWN, markdown

if TYPE_CHECKING:
    from pathlib import Path

TULP = "praktijken/de-tulp.yml"
EXTENSIONS = ["autolink", "table", "strikethrough", "tagfilter"]


def shown(content: Path, *paths: Path) -> str:
    result = CliRunner().invoke(main, ["check", "--content", str(content), "--format", "markdown", *map(str, paths)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


def test_every_finding_and_the_scores_of_what_changed(content: Path) -> None:
    replace_once(content / TULP, "status: afgerond", "status: lopend")
    text = shown(content, content / TULP)
    assert "### `content/praktijken/de-tulp.yml`" in text
    assert "waarschuwing WW4" in text
    assert "| Dimensie | Score | Kan nog zijn | Criteria bekend |" in text
    assert "Oordeel:" in text
    assert "Voorproef" not in shown(content)


def test_a_record_with_errors_has_no_scores(content: Path) -> None:
    replace_once(content / TULP, "status: afgerond", "status: bijna")
    text = shown(content, content / TULP)
    assert "⛔ **fout WW213**" in text
    assert "Voorproef" not in text


def test_a_long_list_says_that_it_is_cut() -> None:
    finding = make("content/praktijken/a.yml", 1, 1, "", "WW202", "Er ontbreekt iets.")
    text = markdown([finding] * (MAX_SHOWN + 5), 1)
    assert text.count("**fout WW202**") == MAX_SHOWN
    assert "Er zijn nog 5 meldingen" in text


HOSTILE = ("![x](https://x.example/i.png)", "[klik](javascript:alert(1))", "<img src=x onerror=alert(1)>", "@iedereen",
           "` </code><script>", "``` ```", "| a | b |", "# kop", "`", "\\`<b>\\`", "https://x.example", "")  # fmt: skip


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=40), min_size=1, max_size=5).map(" ".join))
def test_no_text_becomes_more_than_text(words: str) -> None:
    findings = [make("content/praktijken/a.yml", 1, 1, words.replace("\n", " "), "WW202", words, words)]
    html = cmarkgfm.github_flavored_markdown_to_html(markdown(findings, 1))
    for tag in ("<img", "<a ", "<script", "<b>", "<table", "<h1"):
        assert tag not in html
