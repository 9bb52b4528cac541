"""Pages fit a phone, can be hit with a finger and print as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import PHONE, WIDE
from built_site import report

if TYPE_CHECKING:
    from browsing import Visitors
    from built_site import Page


def test_nothing_scrolls_sideways_on_a_phone(visitors: Visitors, all_examples: list[Page]) -> None:
    tab, problems = visitors.tab(PHONE), []
    for page in all_examples:
        tab.visit(page.address)
        tab.open_details()
        problems += [f"{page.path} {problem}" for problem in tab.probe("overflow")]
    report(problems)


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_targets_are_24_px_or_far_enough_apart(visitors: Visitors, all_examples: list[Page], width: int) -> None:
    tab, problems = visitors.tab(width), []
    for page in all_examples:
        tab.visit(page.address)
        tab.open_details()
        problems += [f"{page.path} {problem}" for problem in tab.probe("small_targets")]
    report(problems)


def test_print_shows_the_text_and_no_navigation(visitors: Visitors, one_of_each: list[Page]) -> None:
    tab, problems = visitors.tab(scheme="dark"), []
    tab.page.emulate_media(media="print")
    try:
        for page in one_of_each:
            tab.visit(page.address)
            problems += [f"{page.path} {problem}" for problem in tab.probe("printed")]
        assert tab.page.pdf(format="A4").startswith(b"%PDF")
    finally:
        tab.page.emulate_media(media="screen")
    report(problems)
