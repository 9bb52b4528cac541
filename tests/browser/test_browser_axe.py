"""axe-core finds nothing against WCAG 2.2 A and AA on any type of page, in both palettes and widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import PHONE, WIDE
from built_site import report

if TYPE_CHECKING:
    from browsing import Tab, Visitors
    from built_site import Page


def violations(tab: Tab, page: Page) -> list[str]:
    tab.visit(page.address)
    tab.open_details()
    return [f"{page.path} {problem}" for problem in tab.axe()]


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_no_violation(visitors: Visitors, all_examples: list[Page], width: int) -> None:
    tab = visitors.tab(width)
    report(problem for page in all_examples for problem in violations(tab, page))


def test_no_violation_with_the_menu_of_a_phone_open(visitors: Visitors) -> None:
    tab = visitors.tab(PHONE)
    tab.visit("")
    tab.page.locator("header [aria-expanded=false]:visible, header summary:visible").first.click()
    report(tab.axe())


ADD_STYLE = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""
KINDS = """() => [...new Set([...document.querySelectorAll("main *")]
  .map(one => `${one.localName} ${one.getAttribute("class")}`))].sort()"""


@pytest.mark.parametrize(("scheme", "faint"), [("light", "#eee"), ("dark", "#333")])
def test_a_text_that_is_faint_in_one_palette_is_found(visitors: Visitors, scheme: str, faint: str) -> None:
    tab = visitors.tab()
    tab.visit("over/")
    tab.run(ADD_STYLE, f"@media (prefers-color-scheme: {scheme}) {{ main h1 {{ color: {faint} !important }} }}")
    (found,) = tab.axe()
    assert found.startswith("donker: color-contrast" if scheme == "dark" else "color-contrast")


def test_of_what_a_page_repeats_every_kind_stays(visitors: Visitors) -> None:
    tab = visitors.tab(script=False)  # a script would still be adding to the list
    tab.visit("praktijken/")
    before = tab.run(KINDS)
    assert tab.probe("thin_out") > 50
    assert tab.run(KINDS) == before


def test_the_dark_palette_is_a_palette_of_its_own(visitors: Visitors) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    seen = set()
    for scheme in ("light", "dark"):
        tab = visitors.tab(scheme=scheme)
        tab.visit("")
        seen.add(tab.run(ground))
    assert len(seen) == 2
