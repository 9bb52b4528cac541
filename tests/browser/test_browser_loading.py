"""Pages load cleanly under their own policy, without JavaScript, and from a stick without a server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from browsing import PHONE
from built_site import REPOSITORY, report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Visitors
    from built_site import Page, Site

RECORDS = ("praktijken", "interventietypen", "bronnen")

LINKS = "() => [...document.querySelectorAll('a[href]')].map(link => link.href)"
TEXT = "() => document.querySelector('main').innerText"
TOOLS = """() => [...document.querySelectorAll('.formulier__beheer, #inzenden, select')]
    .map(part => part.innerText).join('\\n')"""
"""What the form says about keeping and sending, which only its script does, and the choices of lists: the comparison
offers every practice, its page without JavaScript the best described, and the list of practices has them all."""


def test_no_error_and_no_other_host(visitors: Visitors, all_examples: list[Page]) -> None:
    tab, problems = visitors.tab(), []
    for page in all_examples:
        tab.visit(page.address)
        problems += [f"{page.path} {error}" for error in tab.errors]
        problems += [
            f"{page.path} vraagt {url}"
            for url in tab.requests
            if not url.startswith((f"{visitors.root}/", "data:", "blob:"))
        ]
    report(problems)


def test_an_address_that_does_not_exist_gives_the_404_page(visitors: Visitors) -> None:
    tab = visitors.tab()
    tab.visit("praktijken/bestaat/niet/")
    assert tab.page.locator("h1").count() == 1
    assert tab.page.locator("main a[href]").count() > 0
    report(error for error in tab.errors if not error.endswith(f"({tab.page.url})"))


def test_javascript_adds_and_never_brings_the_text(visitors: Visitors, one_of_each: list[Page]) -> None:
    with_script, without, problems = visitors.tab(), visitors.tab(script=False), []
    for page in one_of_each:
        texts = []
        for tab in (with_script, without):
            tab.visit(page.address)
            tab.open_details()
            tools = set(tab.run(TOOLS).splitlines())
            texts.append({" ".join(line.split()) for line in tab.run(TEXT).splitlines() if line not in tools})
        missing = [line for line in texts[0] - texts[1] if len(line) > 60]
        problems += [f"{page.path}: alleen met JavaScript: {line[:80]!r}" for line in missing]
    report(problems)


def test_all_text_of_a_record_is_there_without_javascript(
    visitors: Visitors, site: Site, all_examples: list[Page]
) -> None:
    """Look for it on the record's page and the pages below it (the report of a practice)."""
    tab, problems, read = visitors.tab(script=False), [], 0
    for page in all_examples:
        record = record_of(page)
        if record is None:
            continue
        read += 1
        shown = ""
        for part in (other for other in site.pages.values() if other.path.startswith(page.address)):
            tab.visit(part.address)
            tab.open_details()
            shown += letters(tab.run(TEXT))
        problems += [
            f"{page.path}: {path} niet gevonden: {text[:80]!r}"
            for path, text in texts_of(record)
            if letters(text) not in shown
        ]
    assert read > 0
    report(problems)


def record_of(page: Page) -> dict[str, Any] | None:
    collection, _, rest = page.address.partition("/")
    file = REPOSITORY / "content" / collection / f"{rest.rstrip('/')}.yml"
    if collection not in RECORDS or "/" in rest.rstrip("/") or not file.is_file():
        return None
    record: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return record


def texts_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the sentences of a record: what has a space and is no place in a source, nor the name it is cited by."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in {"kort", "plaats", "periode"}:
                yield from texts_of(part, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from texts_of(part, f"{path}[{number}]")
    elif isinstance(value, str) and " " in value.strip():
        for paragraph in re.split(r"\n\s*\n", value):
            yield path, paragraph


def letters(text: str) -> str:
    """Keep what a reader would compare: letters and digits, without Markdown's signs, numbers and link addresses."""
    plain = re.sub(r"^\s*\d+\.\s|\]\([^)]*\)", "", text, flags=re.MULTILINE)
    return re.sub(r"[^a-z0-9à-ÿ]+", "", plain.lower())


def test_the_site_works_from_a_stick(visitors: Visitors, site: Site, site_dir: Path, one_of_each: list[Page]) -> None:
    tab, problems = visitors.tab(root=site_dir.as_uri()), []
    for page in one_of_each:
        if page.is_redirect or page.path == "404.html":
            continue
        tab.visit(page.path)
        problems += [f"{page.path} {error}" for error in tab.errors]
        if not tab.run("() => [...document.styleSheets].length"):
            problems.append(f"{page.path} heeft geen opmaak")
    tab.visit("index.html")
    kinds = {kind_of(address, tab.root): number for number, address in enumerate(tab.run(LINKS))}
    del kinds[""]
    for number in kinds.values():
        tab.visit("index.html")
        link = tab.page.locator("a[href]").nth(number)
        address = link.get_attribute("href")
        link.click()
        tab.page.wait_for_load_state("load")
        if tab.page.locator("main h1").count() != 1:
            problems.append(f"index.html → {address} geeft geen pagina maar {tab.page.title()!r}")
    assert len(kinds) > 10
    report(problems)


def kind_of(address: str, root: str) -> str:
    """Return the address below the root with ids made equal, empty for what lies outside or on the page itself."""
    page, _, fragment = address.partition("#")
    if fragment or not page.startswith(root):
        return ""
    return re.sub(r"(?<=./)[^/.]+/", "*/", page.removeprefix(f"{root}/").removesuffix("index.html")) or "begin"


def test_the_menu_of_a_phone_is_there_without_javascript(visitors: Visitors) -> None:
    tab = visitors.tab(PHONE, script=False)
    tab.visit("")
    assert tab.page.locator("header nav a:visible").count() > 2
