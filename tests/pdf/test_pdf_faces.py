"""The small fonts: their own family, the styles that the templates use, and the string that a print comes in."""

from __future__ import annotations

import pytest
from pdf_reading import read_pdf

from watwerkt.pdf.engine import compile_pdf
from watwerkt.pdf.faces import LETTERS, fonts
from watwerkt.pdf.tekst import showable


def test_the_styles_of_the_templates_are_cut_out_under_their_own_family() -> None:
    cut = {(f.family, f.style, f.weight) for f in fonts().fonts() if f.family.startswith("Latijn")}
    assert cut == {
        ("Latijn Sans 3", "normal", 400),
        ("Latijn Sans 3", "normal", 600),
        ("Latijn Sans 3", "italic", 400),
        ("Latijn Sans 3", "italic", 600),
        ("Latijn Serif 4", "normal", 600),
    }


def test_what_is_cut_out_is_what_counts_as_ordinary() -> None:
    assert showable(" ".join(map(chr, sorted(LETTERS - {0xA0, 0xAD})))).count("\u25a1") == 0


@pytest.mark.parametrize("text", ['"', "\\", '\\"', '")) #panic("x', "\\u{41}", "#x $y$ <a>"])
def test_no_sign_ends_the_string_that_a_print_comes_in(text: str) -> None:
    assert read_pdf(compile_pdf("teken", {"teken": f"begin {text} eind"})).text == f"begin {text} eind"
