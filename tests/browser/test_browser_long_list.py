"""A list in pages: the catalogue fetches the lines that are not in it, over http and from a stick."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from browsing import Visitors as Visiting
from browsing import serve, start_browser
from built_site import REPOSITORY, report
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Tab, Visitors

LIST, NEXT = "praktijken/index.html", "overzicht/naam/2/index.html"
PRACTICES, PER = 24, 10
DATA = "() => WATWERKT.hulp.laad('assets/watwerkt/catalogus.js').then(() => WATWERKT.catalogus.praktijken)"
LINE = """li => {
  const link = li.querySelector("a"), path = new URL(link.href).pathname.replace("index.html", "");
  link.removeAttribute("href");
  return [path, li.outerHTML];
}"""


@pytest.fixture(scope="module")
def paged_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some practices of the repository in pages of few lines, without what the list does not need."""
    folder = tmp_path_factory.mktemp("lang")
    shutil.copytree(REPOSITORY / "content", folder / "content")
    (folder / "content" / "uitzonderingen.yml").unlink()
    for record in sorted((folder / "content" / "praktijken").glob("*.yml"))[PRACTICES:]:
        record.unlink()
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"lijstdeel: \d+", f"lijstdeel: {PER}\n      pdf: false\n      opendata: false", config)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml")))
    return folder / "site"


@pytest.fixture(scope="module")
def visitors_of_pages(paged_site: Path) -> Iterator[Visitors]:
    """Visitors of that site over http."""
    with serve(paged_site) as root, start_browser() as browser:
        yield Visiting(browser, root)


@pytest.fixture(params=["http", "file"])
def tab(request: pytest.FixtureRequest, visitors_of_pages: Visitors, paged_site: Path) -> Iterator[Tab]:
    """A visitor of the list."""
    here = visitors_of_pages.tab(root=paged_site.as_uri() if request.param == "file" else "")
    here.visit(LIST)
    yield here
    report(here.errors)


def shown(tab: Tab) -> list[str]:
    tab.page.wait_for_function("() => !document.querySelector('#uitkomst[aria-busy]')")
    return [str(line.get_attribute("data-id")) for line in tab.page.locator("#uitkomst .regel").all()]


def test_a_choice_is_made_from_all_and_the_pages_come_back(tab: Tab) -> None:
    rows = tab.run(DATA)
    first = [row["id"] for row in rows][:PER]
    assert shown(tab) == first
    tab.page.select_option("#sorteer", "nieuwste")
    assert sorted(shown(tab)) == sorted(row["id"] for row in rows)
    assert not tab.page.locator("#uitkomst nav").count()
    tab.page.select_option("#sorteer", "naam")
    tab.page.fill("#zoek-lijst", "wijk")
    tab.page.wait_for_function("() => document.querySelector('#aantal').textContent.includes(' van ')")
    assert 0 < len(shown(tab)) < len(rows)
    tab.page.fill("#zoek-lijst", "")
    tab.page.locator("#uitkomst nav a[rel=next]").wait_for()
    assert shown(tab) == first


def test_a_line_of_the_browser_is_that_of_the_server(tab: Tab) -> None:
    tab.page.select_option("#sorteer", "nieuwste")
    shown(tab)
    lines = [line.evaluate(LINE) for line in tab.page.locator("#uitkomst .regel").all()]
    tab.visit(NEXT)
    there = [line.evaluate(LINE) for line in tab.page.locator(".regel").all()]
    assert len(there) == PER
    assert [line for line in there if line not in lines] == []
