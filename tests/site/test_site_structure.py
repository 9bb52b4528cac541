"""Every page has what a reader, a screen reader and a search engine hold on to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from built_site import HEADINGS, page_types, report

if TYPE_CHECKING:
    from built_site import Page, Site

EXPECTED_TYPES = (
    "index.html",
    "praktijken/index.html",
    "praktijken/*/index.html",
    "praktijken/*/quickscan/index.html",
    "interventietypen/index.html",
    "interventietypen/*/index.html",
    "vergelijk/index.html",
    "themas/index.html",
    "themas/*/index.html",
    "model/index.html",
    "model/*/index.html",
    "bronnen/index.html",
    "bronnen/*/index.html",
    "meldingen/index.html",
    "meldingen/*/index.html",
    "veldgids/index.html",
    "begrippen/index.html",
    "404.html",
)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_kind_of_page_is_there(site: Site) -> None:
    found = {name.split(" ")[0] for name in page_types(site)}
    report(f"geen pagina van de soort {name}" for name in EXPECTED_TYPES if name not in found)


def test_pages_are_in_dutch(site: Site) -> None:
    report(
        f"{page.path}: lang={[e.get('lang') for e in page.find('html')]}"
        for page in site.pages.values()
        if [e.get("lang") for e in page.find("html")] != ["nl"]
    )


def test_titles_are_unique_and_not_empty(site: Site) -> None:
    titles = {page.path: [squeezed(text.text) for text in page.text_of("title")] for page in site.pages.values()}
    used = Counter(title for found in titles.values() for title in found)
    report(
        f"{path}: {found}" for path, found in titles.items() if len(found) != 1 or not found[0] or used[found[0]] > 1
    )


def test_there_is_one_h1_with_text(site: Site) -> None:
    report(
        f"{page.path}: {[squeezed(text.text) for text in page.text_of('h1')]}"
        for page in site.pages.values()
        if len(page.text_of("h1")) != 1 or not squeezed(page.text_of("h1")[0].text)
    )


def skipped_levels(page: Page) -> list[str]:
    problems, previous = [], 0
    for heading in page.text_of(*HEADINGS):
        level = int(heading.tag[1])
        if level > previous + 1:
            text = squeezed(heading.text)
            problems.append(f"{page.path}:{heading.element.line} h{previous} → {heading.tag} {text!r}")
        previous = level
    return problems


def test_no_heading_level_is_skipped(site: Site) -> None:
    report(problem for page in site.pages.values() for problem in skipped_levels(page))


def test_no_id_is_used_twice(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        ids = Counter(element.get("id") for element in page.elements if element.get("id") is not None)
        problems += [f"{page.path}: id={key!r} {count} keer" for key, count in ids.items() if count > 1 or not key]
    report(problems)


def test_there_is_one_main_part(site: Site) -> None:
    report(
        f"{page.path}: {len(page.find('main'))} <main>" for page in site.pages.values() if len(page.find("main")) != 1
    )


def test_every_page_has_a_description(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        found = [e.get("content") or "" for e in page.find("meta") if e.get("name") == "description"]
        if page.path != "404.html" and (len(found) != 1 or len(found[0]) < 10):
            problems.append(f"{page.path}: {found}")
    report(problems)


def test_no_attribute_is_written_twice(site: Site) -> None:
    report(
        f"{page.path}:{element.line} <{element.tag}> {name}"
        for page in site.pages.values()
        for element in page.elements
        for name, count in Counter(key for key, _ in element.attributes).items()
        if count > 1
    )
