"""Every link, source and fragment of every page leads to a file and an id in the output."""

from __future__ import annotations

import posixpath
from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from built_site import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Element, Page, Site

NOT_FOUND = "404.html"
"""The only page with links from the root: a server shows it at any address."""

CLICKS = 3
"""As far as a page may be from the home page."""

LINKING = ("href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href")
ELSEWHERE = ("http", "https", "mailto", "tel", "data")


def addresses(page: Page) -> Iterator[tuple[Element, str]]:
    """Yield every address that a page asks for or links to."""
    for element in page.elements:
        for name, value in element.attributes:
            if name in LINKING and value is not None:
                yield element, value.strip()
            elif name == "srcset":
                yield from ((element, part.split()[0]) for part in value.split(",") if part.strip())
        if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            _, _, target = (element.get("content") or "").partition("url=")
            yield element, target.strip(" '\"")


def own(page: Page) -> Iterator[tuple[Element, str]]:
    """Yield the addresses that stay within the site."""
    return ((element, value) for element, value in addresses(page) if urlsplit(value).scheme not in ELSEWHERE)


def where(page: Page, element: Element) -> str:
    return f"{page.path}:{element.line} <{element.tag}>"


def target_of(page: Page, value: str, site: Site) -> str | None:
    """Return the output file that an address leads to, or None."""
    parts = urlsplit(value)
    path = unquote(parts.path)
    if page.path == NOT_FOUND and path.startswith("/"):
        full = path.lstrip("/")
    else:
        full = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    candidates = (full, posixpath.join(full, "index.html") if full != "." else "index.html")
    is_folder = path.endswith("/") or path in {".", ".."}
    return next((c for c in (candidates[1:] if is_folder else candidates) if c.lstrip("/") in site.files), None)


def test_every_link_source_and_fragment_leads_somewhere(site: Site) -> None:
    ids = {path: {e.get("id") or e.get("name") for e in page.elements} for path, page in site.pages.items()}
    problems = []
    for page in site.pages.values():
        for element, value in own(page):
            target = target_of(page, value, site)
            fragment = unquote(urlsplit(value).fragment)
            if target is None:
                problems.append(f"{where(page, element)} {value}: bestaat niet")
            elif fragment and target in ids and fragment not in ids[target]:
                problems.append(f"{where(page, element)} {value}: geen id {fragment!r} in {target}")
    report(problems)


def test_links_are_relative_so_that_any_folder_and_a_stick_will_do(site: Site) -> None:
    report(
        f"{where(page, element)} {value}"
        for page in site.pages.values()
        if page.path != NOT_FOUND
        for element, value in own(page)
        if value.startswith(("/", "\\"))
    )


def test_no_link_has_another_scheme_or_is_empty(site: Site) -> None:
    report(
        f"{where(page, element)} {value!r}"
        for page in site.pages.values()
        for element, value in addresses(page)
        if (not value and element.tag != "form") or urlsplit(value).scheme not in ("", *ELSEWHERE)
    )


def test_links_that_leave_a_page_do_not_leave_the_output(site: Site) -> None:
    report(
        f"{where(page, element)} {value}"
        for page in site.pages.values()
        for element, value in own(page)
        if posixpath.normpath(posixpath.join(posixpath.dirname(page.path), urlsplit(value).path)).startswith("..")
    )


def test_every_label_and_description_points_at_an_element(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        ids = {element.get("id") for element in page.elements}
        for element in page.elements:
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers"):
                missing = [key for key in (element.get(name) or "").split() if key not in ids]
                problems += [f"{where(page, element)} {name}={key}" for key in missing]
    report(problems)


def test_every_page_is_at_most_three_clicks_from_the_home_page(site: Site) -> None:
    clicks, waiting = {"index.html": 0}, deque(["index.html"])
    while waiting:
        page = site.pages[waiting.popleft()]
        for element, value in own(page):
            target = target_of(page, value, site) if element.tag == "a" else None
            if target in site.pages and target not in clicks:
                clicks[target] = clicks[page.path] + 1
                waiting.append(target)
    shown = (p.path for p in site.pages.values() if p.path != NOT_FOUND and not p.is_redirect)
    report(f"{path}: {clicks.get(path, 'no way')}" for path in shown if clicks.get(path, CLICKS + 1) > CLICKS)
