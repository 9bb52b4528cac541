"""In a real browser, under the site's own policy, hostile pages run nothing and ask no other host (SEC-C2, SEC-X7)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from browsing import Tab, serve, start_browser
from built_site import report
from hostile_corpus import CORPUS
from hostile_sites import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog

FOLDERS = ("", "praktijken/", "interventietypen/", "bronnen/", "begrippen/", "themas/", "model/", "overzicht/")
PER_FOLDER = 4

POKE = """() => document.querySelectorAll('main *').forEach(element =>
  ['mouseover', 'focus', 'toggle', 'begin'].forEach(name => element.dispatchEvent(new Event(name))))"""


Work = Callable[["Browser"], list[str]]


@pytest.fixture(scope="module")
def in_browser() -> Iterator[Callable[[Work], list[str]]]:
    """Runs a function with a browser, in a thread of its own: Playwright allows one per thread, others keep theirs."""
    started = start_browser()
    with ThreadPoolExecutor(max_workers=1) as pool:
        browser = pool.submit(started.__enter__).result()
        yield lambda work: pool.submit(work, browser).result()
        pool.submit(started.__exit__, None, None, None).result()


@contextmanager
def watched(browser: Browser, folder: Path) -> Iterator[tuple[Tab, list[str]]]:
    """Open a tab on a site; the list fills with dialogs that pages open."""
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with serve(folder) as root:
        context = browser.new_context(reduced_motion="reduce", locale="nl-NL")
        tab = Tab(context.new_page(), root)
        tab.page.on("dialog", note)
        yield tab, dialogs
        context.close()


def visit(tab: Tab, dialogs: list[str], address: str) -> list[str]:
    """Visit a page and poke every element; returns what went wrong."""
    dialogs.clear()
    tab.visit(address)
    tab.run(POKE)
    found = [f"dialoog: {message}" for message in dialogs] + list(tab.errors)
    found += [f"vraagt {url}" for url in tab.requests if not url.startswith((f"{tab.root}/", "data:"))]
    if not tab.page.url.startswith(f"{tab.root}/"):
        found.append(f"ging naar {tab.page.url}")
    return [f"{address}: {problem}" for problem in found]


def addresses(site: Path) -> Iterator[str]:
    """Yield pages of every kind, those with most text first."""
    html = {path: text for path, text in pages_of(site).items() if 'http-equiv="refresh"' not in text}
    for folder in FOLDERS:
        depth = folder.count("/") + 1
        paths = [p for p in html if p.startswith(folder) and p.endswith("index.html") and p.count("/") <= depth]
        longest = sorted(paths, key=lambda path: -len(html[path]))[:PER_FOLDER]
        yield from (path.removesuffix("index.html").replace("-v00", "-v01") for path in longest)


def visit_all(folder: Path, pages: Iterable[str]) -> Work:
    """Visit pages of the site in a folder; gives what went wrong."""

    def work(browser: Browser) -> list[str]:
        with watched(browser, folder) as (tab, dialogs):
            return [problem for address in pages for problem in visit(tab, dialogs, address)]

    return work


def test_hostile_pages_run_nothing(builds_dir: Path, in_browser: Callable[[Work], list[str]]) -> None:
    pages = list(dict.fromkeys(addresses(builds_dir / "hostile")))
    assert len(pages) > 20
    report(in_browser(visit_all(builds_dir / "hostile", pages)))


@pytest.mark.parametrize("address", ["praktijken/", "", "bestaat-niet/"])
def test_hostile_addresses_run_nothing(builds_dir: Path, in_browser: Callable[[Work], list[str]], address: str) -> None:
    baits = [CORPUS["breakouts"][0], CORPUS["elements"][3], "javascript:alert(1)", "__proto__"]
    pages = [f"{address}?q={quote(bait)}&thema={quote(bait)}#{quote(bait)}" for bait in baits]
    found = in_browser(visit_all(builds_dir / "hostile", pages))
    report(problem for problem in found if "status of 404" not in problem)


def test_the_policy_stops_a_script_that_got_in(
    builds_dir: Path, tmp_path: Path, in_browser: Callable[[Work], list[str]]
) -> None:
    calm = (builds_dir / "calm" / "index.html").read_text(encoding="utf-8")
    holes = "".join(CORPUS["elements"])
    (tmp_path / "index.html").write_text(calm.replace("</h1>", f"</h1>{holes}", 1), encoding="utf-8")

    def work(browser: Browser) -> list[str]:
        with watched(browser, tmp_path) as (tab, dialogs):
            tab.page.goto(f"{tab.root}/index.html", wait_until="domcontentloaded")
            tab.page.wait_for_timeout(300)
            return [f"dialoog: {message}" for message in dialogs] + tab.errors

    found = in_browser(work)
    assert not [problem for problem in found if problem.startswith("dialoog")]
    assert any("Content Security Policy" in problem for problem in found)
