"""Everything works with Tab, Enter and Escape, and the visitor always sees where the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from browsing import PHONE, WIDE
from built_site import report

if TYPE_CHECKING:
    from browsing import Tab, Visitors
    from built_site import Page

MOST_STOPS = 80
"""Stops followed per page, of which what it repeats was taken away."""


def stops(tab: Tab) -> tuple[list[dict[str, Any]], list[str]]:
    """Press Tab until the focus leaves the page or is back at the first stop; gives the stops and problems."""
    tab.probe("focus")
    seen: list[dict[str, Any]] = []
    while len(seen) < MOST_STOPS:
        tab.page.keyboard.press("Tab")
        here = tab.run("() => nextStop()")
        if here is None or here["before"] == 0:
            break
        if here["before"] > 0:
            return seen, [f"{here['name']}: de focus komt terug zonder rond te zijn"]
        seen.append(here)
    return seen, [f"{here['name']}: {problem}" for here in seen for problem in here["problems"]]


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_every_stop_is_in_view_with_a_visible_focus(visitors: Visitors, one_of_each: list[Page], width: int) -> None:
    tab, problems = visitors.tab(width), []
    for page in one_of_each:
        tab.visit(page.address)
        tab.probe("thin_out")
        seen, found = stops(tab)
        problems += [f"{page.path} {problem}" for problem in found]
        if len(seen) < 2:
            problems.append(f"{page.path}: {len(seen)} stops")
    report(problems)


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_the_first_stop_skips_to_the_main_part(visitors: Visitors, one_of_each: list[Page], width: int) -> None:
    tab, problems = visitors.tab(width), []
    for page in one_of_each:
        tab.visit(page.address)
        tab.page.keyboard.press("Tab")
        address = tab.run("() => document.activeElement.getAttribute('href')")
        if not address or not address.startswith("#"):
            problems.append(f"{page.path}: de eerste stop gaat naar {address!r}")
            continue
        tab.page.keyboard.press("Enter")
        tab.page.keyboard.press("Tab")
        result = tab.probe("after_skipping", address[1:])
        if result != {"exists": True, "reached": True}:
            problems.append(f"{page.path}: {address} {result}")
    report(problems)


def test_the_menu_on_a_phone_opens_and_closes_with_the_keyboard(visitors: Visitors, one_of_each: list[Page]) -> None:
    tab, problems = visitors.tab(PHONE), []
    for page in one_of_each:
        tab.visit(page.address)
        problems += [f"{page.path}: {problem}" for problem in menu_problems(tab)]
    report(problems)


def menu_problems(tab: Tab) -> list[str]:
    page = tab.page
    button = page.locator("header [aria-expanded]:visible, header summary:visible").first
    if not button.count():
        return (
            [] if page.locator("header nav a:visible").count() else ["geen menuknop en geen zichtbaar menu in de kop"]
        )
    is_open = """e => e.matches('summary') ? e.parentElement.open : e.getAttribute('aria-expanded') === 'true'"""
    links = page.locator("header nav a:visible, header details a:visible, nav[aria-label] a:visible")
    problems = []
    button.focus()
    before = links.count()
    page.keyboard.press("Enter")
    if not button.evaluate(is_open) or links.count() <= before:
        problems.append(f"Enter opent het menu niet ({before} → {links.count()} links te zien)")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    if button.evaluate(is_open) or links.count() != before:
        problems.append("Escape sluit het menu niet")
    if not button.evaluate("e => e === document.activeElement"):
        problems.append("na Escape staat de focus niet op de menuknop")
    return problems
