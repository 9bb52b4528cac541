"""CommonMark of a record becomes a short list of elements and links to http(s) and mailto, in every position."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest
from built_site import report
from hostile_corpus import CORPUS, PAYLOADS
from hostile_pages import good_address, plain, rich_problems

from watwerkt.markdown import render_markdown

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

POSITIONS = (
    "{}",
    "tekst {} tekst",
    "- {}\n- {}",
    "1. {}",
    "> {}",
    "# {}",
    "{}\n---",
    "**{}** _{}_",
    "`{}`",
    "```{}\n{}\n```",
    "    {}",
    "[{}](https://voorbeeld.example)",
    "[x]({})",
    "[x](<{}>)",
    "[x](https://voorbeeld.example/{})",
    '[x](https://voorbeeld.example "{}")',
    "[x]: {}\n\n[x]",
    '[x]: https://voorbeeld.example "{}"\n\n[x]',
    "<{}>",
    "<https://voorbeeld.example/{}>",
    "<mailto:{}>",
    "![{}]({})",
    "\\{}",
    "{}\x00",
    "<b>{}</b>",
)


def parsed(text: str) -> Element:
    root: Element = html5lib.parseFragment(str(render_markdown(text)), treebuilder="etree", namespaceHTMLElements=False)
    return root


def shown(text: str) -> str:
    return plain("".join(parsed(text).itertext()))


@pytest.mark.parametrize("position", POSITIONS)
def test_no_payload_becomes_more_than_plain_markup(position: str) -> None:
    texts = [position.replace("{}", payload) for payload in PAYLOADS]
    report(f"{text!r}: {problem}" for text in texts for child in parsed(text) for problem in rich_problems(child))


@pytest.mark.parametrize("payload", [p for p in (*CORPUS["elements"], *CORPUS["breakouts"]) if "<" in p])
def test_html_is_shown_as_typed(payload: str) -> None:
    typed = payload.replace('\\"', '"')
    assert plain(typed) in shown(f"tekst {payload} tekst")
    assert plain(payload) in shown(f"``{payload}``") or "`" in payload
    assert plain(payload) in shown(f"tekst\n\n~~~\n{payload}\n~~~\n\n<b>tekst")


@pytest.mark.parametrize("payload", [p for p in CORPUS["links"] if p.startswith("[klik](")])
def test_a_refused_link_keeps_its_words(payload: str) -> None:
    assert "klik" in shown(payload)


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("[x](https://voorbeeld.example/a?b=c&d=e#f)", "https://voorbeeld.example/a?b=c&d=e#f"),
        ("[x](http://voorbeeld.example)", "http://voorbeeld.example"),
        ("<https://voorbeeld.example/a>", "https://voorbeeld.example/a"),
        ("[x](https://voorbeeld.example 'titel')", "https://voorbeeld.example"),
    ],
)
def test_good_links_stay(text: str, href: str) -> None:
    link = parsed(text).find(".//a")
    assert link is not None
    assert link.attrib == {"href": href, "rel": "nofollow noopener ugc"}


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://voorbeeld.example", True),
        ("MAILTO:x", True),
        ("../praktijken/", True),
        ("#inhoud", True),
        ("?q=javascript:x", True),
        ("javascript:x", False),
        (" \x01JavaScript:x", False),
        ("java\nscript:x", False),
        ("data:text/html,x", False),
        ("//kwaad.example", False),
        ("\t//kwaad.example", False),
        ("\\/kwaad.example", False),
    ],
)
def test_the_judgement_on_addresses_of_these_tests(address: str, *, good: bool) -> None:
    assert good_address(address) is good
