"""axe-core finds nothing against WCAG 2.2 A and AA on any type of page, in both palettes and widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import PHONE, WIDE
from built_site import REPOSITORY, report

if TYPE_CHECKING:
    from browsing import Scheme, Tab, Visitors
    from built_site import Page

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def axe() -> str:
    """The source text of axe-core; evaluated in the page, where the site's policy stays in force."""
    if not AXE.is_file():
        pytest.fail("axe-core ontbreekt: draai eerst `npm ci`", pytrace=False)
    return AXE.read_text(encoding="utf-8")


def violations(tab: Tab, axe: str, page: Page) -> list[str]:
    tab.visit(page.address)
    tab.open_details()
    tab.page.evaluate(axe)
    return [f"{page.path} {problem}" for problem in tab.probe("axe", TAGS)]


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation(
    visitors: Visitors,
    all_examples: list[Page],
    one_of_each: list[Page],
    axe: str,
    scheme: Scheme,
    width: int,
) -> None:
    """The dark palette changes colours only, so one page of each type shows its faults."""
    tab, pages = visitors.tab(width, scheme), all_examples if scheme == "light" else one_of_each
    report(problem for page in pages for problem in violations(tab, axe, page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_with_the_menu_of_a_phone_open(visitors: Visitors, axe: str, scheme: Scheme) -> None:
    tab = visitors.tab(PHONE, scheme)
    tab.visit("")
    tab.page.locator("header [aria-expanded=false]:visible, header summary:visible").first.click()
    tab.page.evaluate(axe)
    report(tab.probe("axe", TAGS))


def test_the_dark_palette_is_a_palette_of_its_own(visitors: Visitors) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    seen = set()
    for scheme in ("light", "dark"):
        tab = visitors.tab(scheme=scheme)
        tab.visit("")
        seen.add(tab.run(ground))
    assert len(seen) == 2
