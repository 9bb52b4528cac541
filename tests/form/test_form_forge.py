"""The forge is recognised by its host, and each kind gets the address that its own pages understand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from built_site import report
from form_page import COMPLETE, PAGE, put_in_data, settle, start

from watwerkt.site.forge import forge_of

if TYPE_CHECKING:
    from browsing import Tab, Visitors
    from playwright.sync_api import Route


@pytest.mark.parametrize(
    ("url", "soort", "naam"),
    [
        ("https://github.com/wij/kennisbank", "github", "GitHub"),
        ("https://gitlab.com/wij/kennisbank/", "gitlab", "GitLab"),
        ("https://gitlab.gemeente.nl/wij/kennisbank", "gitlab", "GitLab"),
        ("https://codeberg.org/wij/kennisbank", "forgejo", "Codeberg"),
        ("https://forgejo.wij.nl/wij/kennisbank", "forgejo", "Forgejo"),
        ("https://code.overheid.nl/wij/kennisbank", "", "code.overheid.nl"),
        ("https://github.com.kwaad.nl/x", "github", "GitHub"),
    ],
)
def test_a_forge_is_known_by_its_host(url: str, soort: str, naam: str) -> None:
    forge = forge_of(url)
    assert (forge.adres, forge.soort, forge.naam, forge.tak) == (url.rstrip("/"), soort, naam, "main")


def test_mkdocs_yml_decides_what_the_host_does_not_tell() -> None:
    assert forge_of("https://code.overheid.nl/wij/x", "hoofd", soort="gitlab").soort == "gitlab"
    assert forge_of("https://code.overheid.nl/wij/x", soort="onzin").soort == ""


@pytest.mark.parametrize("url", ["", "https://forge.example/watwerkt/kennisbank", "geen adres"])
def test_an_example_is_no_home(url: str) -> None:
    assert forge_of(url).adres == ""


def with_forge(visitors: Visitors, url: str, data: dict[str, Any], query: str = "") -> Tab:
    """Open the form as a site with this repository would serve it."""
    forge = forge_of(url)
    facts = {"": forge.soort, "-naam": forge.naam, "-adres": forge.adres, "-tak": forge.tak}

    def serve(route: Route) -> None:
        response = route.fetch()
        html = response.text()
        for name in facts:
            start_of = f'data-forge{name}="'
            before, _, rest = html.partition(start_of)
            html = before + start_of + facts[name] + '"' + rest.partition('"')[2]
        route.fulfill(response=response, body=html)

    tab = visitors.tab()
    tab.page.route(f"**/{PAGE}*", serve)
    try:
        tab = start(visitors, query)
    finally:
        tab.page.unroute(f"**/{PAGE}*")
    put_in_data(tab, data)
    settle(tab)
    return tab


SHORT = {"id": "x-y", "titel": "Buurt & co: 100% # 1"}
FILE = "filename=content%2Fpraktijken%2Fx-y.yml"


@pytest.mark.parametrize(
    ("url", "begin"),
    [
        ("https://github.com/wij/kb", f"https://github.com/wij/kb/new/main?{FILE}&value="),
        ("https://codeberg.org/wij/kb", f"https://codeberg.org/wij/kb/_new/main/?{FILE}&value="),
    ],
)
def test_a_short_record_opens_as_a_filled_in_new_file(visitors: Visitors, url: str, begin: str) -> None:
    tab = with_forge(visitors, url, SHORT)
    link = tab.page.locator(".bestand__forge")
    href = link.get_attribute("href") or ""
    assert href.startswith(begin)
    value = tab.run("href => new URL(href).searchParams.get('value')", href)
    assert value == tab.page.locator("#bestanden textarea").input_value()
    assert "Open op" in link.inner_text()
    report(tab.errors)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/wij/kb", "https://github.com/wij/kb/new/main?filename=content%2Fpraktijken%2Fx-y.yml"),
        ("https://gitlab.com/wij/kb", "https://gitlab.com/wij/kb/-/new/main?file_name=content%2Fpraktijken%2Fx-y.yml"),
        (
            "https://codeberg.org/wij/kb",
            "https://codeberg.org/wij/kb/_new/main/?filename=content%2Fpraktijken%2Fx-y.yml",
        ),
    ],
)
def test_a_long_record_is_copied_and_an_empty_file_opens(visitors: Visitors, url: str, expected: str) -> None:
    tab = with_forge(visitors, url, SHORT | {"aanpak": "Samen koken. " * 400})
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = tab.page.locator(".bestand__forge")
    assert link.get_attribute("href") == expected
    assert "Kopieer en open een nieuw bestand" in link.inner_text()
    tab.run("() => document.querySelector('.bestand__forge').addEventListener('click', e => e.preventDefault())")
    link.click()
    tab.page.locator(".bestand__melding", has_text="Gekopieerd.").wait_for()
    assert tab.run("() => navigator.clipboard.readText()") == tab.page.locator("#bestanden textarea").input_value()
    assert "Ctrl+V" in tab.page.locator("#stappen").inner_text()


def test_more_files_are_more_proposals_and_the_steps_say_so(visitors: Visitors) -> None:
    tab = with_forge(visitors, "https://github.com/wij/kb", SHORT)
    steps = tab.page.locator("#stappen")
    assert "eigen voorstel" not in steps.inner_text()
    tab.page.locator("#eigen > .lijst__voet button").click()
    tab.page.keyboard.type("ons-verslag")
    settle(tab)
    assert tab.page.locator(".bestand__forge").count() == 2
    assert "Elk bestand wordt een eigen voorstel. Begin met de bron" in steps.inner_text()
    report(tab.errors)


def test_a_record_of_the_site_opens_its_own_file(visitors: Visitors) -> None:
    tab = with_forge(visitors, "https://github.com/wij/kb", COMPLETE | {"id": "pak-deventer"}, "?record=pak-deventer")
    href = tab.page.locator(".bestand__forge").get_attribute("href")
    assert href == "https://github.com/wij/kb/edit/main/content/praktijken/pak-deventer.yml"
    assert "Vervang daar alle tekst" in tab.page.locator("#stappen").inner_text()


def test_an_unknown_forge_is_linked_with_steps(visitors: Visitors) -> None:
    tab = with_forge(visitors, "https://code.overheid.nl/wij/kb", SHORT)
    assert tab.page.locator(".bestand__forge").count() == 0
    assert tab.page.locator("#stappen a").get_attribute("href") == "https://code.overheid.nl/wij/kb"


def test_without_a_home_the_page_says_so(visitors: Visitors) -> None:
    tab = start(visitors)
    settle(tab)
    assert tab.page.locator(".bestand__forge").count() == 0
    assert "nog geen eigen plek op internet" in tab.page.locator("#stappen").inner_text()
