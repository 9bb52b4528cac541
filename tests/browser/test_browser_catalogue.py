"""Find: search, filter, order, share and take along the practices, over http and from a stick."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import PHONE, WIDE
from built_site import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Tab, Visitors
    from playwright.sync_api import Page as BrowserPage

LIST = "praktijken/index.html"
DATA = "() => WATWERKT.hulp.laad('assets/watwerkt/catalogus.js').then(() => WATWERKT.catalogus)"


@pytest.fixture(params=["http", "file"])
def tab(request: pytest.FixtureRequest, visitors: Visitors, site_dir: Path) -> Iterator[Tab]:
    """A visitor of the list, over http and from a stick, who left nothing behind."""
    here = visitors.tab(root=site_dir.as_uri() if request.param == "file" else "")
    here.visit(LIST)
    here.run("() => localStorage.clear()")
    here.visit(LIST)
    yield here
    report(here.errors)


def shown(page: BrowserPage) -> list[str]:
    """The practices in the list, once a question is answered and every card is made."""
    page.wait_for_function("() => !document.querySelector('#uitkomst[aria-busy], #uitkomst .kaart--later')")
    return [str(card.get_attribute("data-id")) for card in page.locator("#uitkomst .kaart").all()]


def state(page: BrowserPage) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page: BrowserPage, facet: str, value: str) -> None:
    """Tick a value, after unfolding what it is in."""
    page.evaluate("() => document.querySelectorAll('#facetten details').forEach(part => { part.open = true })")
    page.locator(f'input[data-facet="{facet}"][value="{value}"]').check()


def two_themes(tab: Tab) -> tuple[str, str]:
    """The two themes with the most practices."""
    rows = tab.run(DATA)["praktijken"]
    themes = sorted({t for row in rows for t in row["themas"]}, key=lambda t: -sum(t in r["themas"] for r in rows))
    return themes[0], themes[1]


def with_theme(tab: Tab, *themes: str) -> list[str]:
    return [row["id"] for row in tab.run(DATA)["praktijken"] if set(themes) & set(row["themas"])]


def test_everything_is_there_at_first(tab: Tab) -> None:
    assert shown(tab.page) == [row["id"] for row in tab.run(DATA)["praktijken"]]
    assert tab.page.locator("#aantal").inner_text().startswith("Alle ")


def test_values_of_one_facet_add_up_and_facets_narrow(tab: Tab) -> None:
    first, second = two_themes(tab)
    choose(tab.page, "thema", first)
    assert shown(tab.page) == with_theme(tab, first)
    choose(tab.page, "thema", second)
    assert shown(tab.page) == with_theme(tab, first, second)
    stopped = {row["id"] for row in tab.run(DATA)["praktijken"] if row["status"] == "gestopt"}
    choose(tab.page, "status", "gestopt")
    assert shown(tab.page) == [one for one in with_theme(tab, first, second) if one in stopped]
    assert state(tab.page) == {"thema": sorted([first, second], key=themes_in_order(tab)), "status": ["gestopt"]}


def themes_in_order(tab: Tab) -> Any:
    facet = next(f for f in tab.run(DATA)["facetten"] if f["id"] == "thema")
    return [value["id"] for value in facet["waarden"]].index


TRY_EVERY_VALUE = """async () => {
  const ids = async () => {
    while (document.querySelector("#uitkomst[aria-busy]")) await new Promise((done) => setTimeout(done, 5));
    return [...document.querySelectorAll("#uitkomst li[data-id]")].map((card) => card.dataset.id);
  };
  const tried = [];
  for (const box of document.querySelectorAll('#facetten input[data-facet]:not([data-facet="thema"])')) {
    const told = Number(box.closest("label").querySelector(".keuze__aantal").textContent);
    box.click();
    tried.push([`${box.dataset.facet}=${box.value}`, told, await ids()]);
    box.click();
  }
  return tried;
}"""


def test_every_count_tells_what_choosing_it_gives(tab: Tab) -> None:
    choose(tab.page, "thema", two_themes(tab)[0])
    before = set(shown(tab.page))
    tried = tab.run(TRY_EVERY_VALUE)
    assert len(tried) > 50
    assert len({len(found) for _, _, found in tried}) > 5
    report(
        f"{value}: {told} beloofd, {len(found)}"
        for value, told, found in tried
        if len(found) != told or not set(found) <= before
    )


def test_typing_replaces_and_choosing_adds_to_the_history(tab: Tab) -> None:
    page, theme = tab.page, two_themes(tab)[0]
    choose(page, "thema", theme)
    chosen = shown(page)
    page.locator("#zoek-lijst").press_sequentially("wer", delay=200)
    page.wait_for_url("**q=wer*")
    page.select_option("#sorteer", "nieuwste")
    page.go_back()
    assert state(page) == {"q": ["wer"], "thema": [theme]}
    page.go_back()
    assert state(page) == {}
    assert len(shown(page)) >= len(chosen)
    assert page.locator("#zoek-lijst").input_value() == ""
    page.go_forward()
    assert page.locator(f'input[value="{theme}"]').first.is_checked()


def test_a_shared_address_gives_the_same_view(tab: Tab) -> None:
    page = tab.page
    choose(page, "thema", two_themes(tab)[0])
    page.select_option("#sorteer", "coalitie")
    before, address = shown(page), page.url
    page.goto("about:blank")
    page.goto(address)
    assert shown(page) == before
    assert page.locator("#sorteer").input_value() == "coalitie"
    on_paper = page.locator("#gekozen-tekst").text_content() or ""
    assert on_paper.endswith("; Volgorde: score: strategische coalitie")
    assert not page.locator(".kern").is_visible(), "it says that the list is complete and by name"


def test_nonsense_in_the_address_is_ignored(tab: Tab) -> None:
    nonsense = "thema=bestaat-niet&__proto__=x&constructor=y&sort=toString&status=__proto__&p=../x,%3Cb%3E"
    tab.visit(f"{LIST}?{nonsense}")
    assert len(shown(tab.page)) == len(tab.run(DATA)["praktijken"])
    assert not tab.page.locator("#gekozen li").count()
    assert not tab.page.locator(".vergelijkbak:visible").count()


def test_provisional_and_unknown_stand_apart_at_the_end(tab: Tab) -> None:
    tab.page.select_option("#sorteer", "meten")
    scores = {row["id"]: row["scores"]["meten"] for row in tab.run(DATA)["praktijken"]}
    rank = [(s["score"] is None, s["voorlopig"], -(s["score"] or 0)) for s in (scores[one] for one in shown(tab.page))]
    assert rank == sorted(rank)
    headings = tab.page.locator("#uitkomst h2").all_inner_texts()
    assert headings == ["Voldoende beoordeeld", "Voorlopig: te weinig bekend", "Onbekend"]


def test_found_words_are_marked_and_explained(tab: Tab) -> None:
    tab.page.fill("#zoek-lijst", "microkrediet")
    tab.page.wait_for_url("**q=microkrediet*")
    assert shown(tab.page)
    assert tab.page.locator("#uitkomst .kaart__waarom").first.is_visible()
    assert tab.page.locator("#uitkomst mark").count() > 0
    assert tab.page.locator("#sorteer").input_value() == "relevantie"
    tab.page.fill("#zoek-lijst", "")
    tab.page.wait_for_function("() => !location.search")
    tab.page.wait_for_function("() => !document.querySelector('mark, .kaart__waarom')")


def test_a_compound_is_marked_by_its_part(tab: Tab) -> None:
    tab.visit(f"{LIST}?q=krediet")
    assert shown(tab.page)
    marked = tab.page.locator('#uitkomst [data-id="qredits"] mark').all_text_contents()
    assert "Microkrediet" in marked


def test_what_was_just_typed_is_kept_when_a_filter_is_chosen(tab: Tab) -> None:
    """Within the pause after typing."""
    tab.page.fill("#zoek-lijst", "werk")
    tab.run("() => document.querySelector('#facetten input[data-facet=status]').click()")
    assert state(tab.page)["q"] == ["werk"]
    assert "status" in state(tab.page)
    assert tab.page.locator("#zoek-lijst").input_value() == "werk"


def test_only_the_parts_of_a_question_are_fetched(visitors: Visitors) -> None:
    tab = visitors.tab()
    tab.visit("praktijken/")
    assert not [url for url in tab.requests if "/zoek/" in url], "nobody has asked anything"
    tab.visit("praktijken/?q=microkrediet")
    shown(tab.page)
    fetched = {url.rpartition("/zoek/")[2] for url in tab.requests if "/zoek/" in url}
    assert len(fetched) == 1, "a word that is known needs the part that it is in"
    assert "woorden.js" not in fetched
    tab.visit("praktijken/?q=mikrokrediet")
    assert "qredits" in shown(tab.page)
    assert tab.page.locator("#bedoelde").inner_text() == "Bedoelde u microkrediet?"
    report(tab.errors)


def test_a_part_that_does_not_come_is_told_and_can_be_asked_again(visitors: Visitors) -> None:
    tab = visitors.tab()
    tab.page.route("**/zoek/*.js", lambda route: route.abort())
    try:
        tab.visit("praktijken/?q=microkrediet&status=lopend")
        tab.page.wait_for_selector("#bedoelde:visible")
        assert "niet opgehaald" in tab.page.locator("#bedoelde").inner_text()
        assert len(shown(tab.page)) > 3, "the other choices still count"
    finally:
        tab.page.unroute("**/zoek/*.js")
    tab.page.locator("#bedoelde button").click()
    tab.page.wait_for_selector("#uitkomst mark")
    assert "qredits" in shown(tab.page)


def test_markup_typed_in_the_search_box_stays_text(tab: Tab) -> None:
    tab.page.fill("#zoek-lijst", "<img src=x onerror=alert(1)>qqqq")
    tab.page.wait_for_function("() => location.search")
    assert tab.page.locator("main img").count() == 0
    assert "<img" in tab.page.locator("#gekozen").inner_text()


def test_an_empty_outcome_says_which_choice_to_let_go(tab: Tab) -> None:
    page = tab.page
    data = tab.run(DATA)
    pair = next(
        (t["id"], g["id"])
        for t in next(f for f in data["facetten"] if f["id"] == "thema")["waarden"]
        for g in next(f for f in data["facetten"] if f["id"] == "gemeente")["waarden"]
        if not any(t["id"] in r["themas"] and g["id"] in r["gemeenten"] for r in data["praktijken"])
        and g["id"] != "onbekend"
    )
    choose(page, "thema", pair[0])
    choose(page, "gemeente", pair[1])
    without_place = sum(pair[0] in r["themas"] for r in data["praktijken"])
    without_theme = sum(pair[1] in r["gemeenten"] for r in data["praktijken"])
    best = max(without_place, without_theme)
    assert shown(page) == []
    assert not page.locator("#legenda").is_visible(), "there is nothing that it explains"
    told = page.locator("#leeg").inner_text()
    assert f" {best} praktijk" in told
    page.locator("#leeg .knop--hoofd").click()
    assert len(shown(page)) == best
    assert page.locator("#leeg:visible").count() == 0
    assert page.locator("#legenda").is_visible()


def test_chips_take_a_choice_away_and_keep_the_focus(tab: Tab) -> None:
    first, second = two_themes(tab)
    choose(tab.page, "thema", first)
    choose(tab.page, "thema", second)
    tab.page.locator("#gekozen button").nth(1).press("Enter")
    assert tab.page.locator("#gekozen button").count() == 1
    assert tab.run("() => document.activeElement.closest('#gekozen') !== null")


def test_a_double_click_on_a_chip_takes_one_choice_away(tab: Tab) -> None:
    """The next chip comes under the pointer with the first click."""
    choose(tab.page, "status", "gestopt")
    choose(tab.page, "status", "lopend")
    choose(tab.page, "thema", two_themes(tab)[0])
    chips = tab.page.locator("#gekozen button")
    chips.first.dblclick()
    assert chips.count() == 2
    chips.first.press("Enter")
    chips.first.press("Enter")
    assert chips.count() == 0, "the keyboard does not double-click"


def downloaded(page: BrowserPage, button: str) -> bytes:
    """What a button gives to keep; by keyboard, for cards that come into sight may move it from under a pointer."""
    with page.expect_download() as download:
        page.press(button, "Enter")
    return download.value.path().read_bytes()


def test_exports_hold_exactly_the_selection_in_its_order(tab: Tab) -> None:
    page = tab.page
    choose(page, "thema", two_themes(tab)[0])
    page.select_option("#sorteer", "aanpak")
    here = shown(page)
    text = downloaded(page, "#json").decode("utf-8")
    assert [row["id"] for row in json.loads(text)["praktijken"]] == here
    assert "file:" not in text
    text = downloaded(page, "#csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["id"] for row in rows] == here
    assert all(row["Effectieve aanpak"] for row in rows)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1+1", "\u200b=1+1", "\uff1d1+1"])
def test_no_cell_of_the_csv_is_a_formula(visitors: Visitors, start: str) -> None:
    tab = visitors.tab()
    tab.page.route("**/catalogus.js", lambda route: route.fulfill(body=with_title(route, start)))
    try:
        tab.visit("praktijken/")
        text = downloaded(tab.page, "#csv").decode("utf-8-sig")
    finally:
        tab.page.unroute("**/catalogus.js")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert {row["titel"] for row in rows} == {f"'{start}"}


def with_title(route: Any, title: str) -> str:
    """The catalogue in which every practice has this title."""
    head, _, rest = route.fetch().text().partition("WATWERKT.catalogus = ")
    data = json.loads(rest.rstrip().rstrip(";"))
    for row in data["praktijken"]:
        row["titel"] = title
    return f"{head}WATWERKT.catalogus = {json.dumps(data)};"


def test_the_link_can_be_copied(visitors: Visitors) -> None:
    tab = visitors.tab()
    tab.visit("praktijken/?status=gestopt")
    tab.page.press("#kopieer", "Enter")
    tab.page.wait_for_function("() => document.getElementById('melding').textContent !== ''")
    field = tab.page.locator("#melding input")
    assert not field.count() or field.input_value() == tab.page.url


def test_the_complete_list_is_there_without_javascript(visitors: Visitors) -> None:
    cards = [visitors.tab(script=flag) for flag in (True, False)]
    for tab in cards:
        tab.visit("praktijken/")
    with_script = set(shown(cards[0].page))
    without = {c.get_attribute("data-id") for c in cards[1].page.locator("#uitkomst .kaart:visible").all()}
    assert without == with_script
    assert cards[1].page.locator("main input:visible, main button:visible").count() == 0
    assert "dat staat uit: u ziet de hele lijst" in cards[1].page.locator(".resultaten").inner_text()


STATES = {
    "alles": "",
    "gefilterd": "?status=gestopt&sort=meten",
    "gezocht": "?q=werk",
    "leeg": "?q=qqqqqq&status=gestopt",
    "bak": "?p=pak-deventer,qredits",
}


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_axe_finds_nothing_in_any_state(visitors: Visitors, width: int) -> None:
    tab, problems = visitors.tab(width), []
    for name, query in STATES.items():
        tab.visit(f"praktijken/{query}")
        assert (len(shown(tab.page)) == 0) == (name == "leeg"), name
        tab.open_details()
        tab.run("() => document.querySelectorAll('.vergelijkbak details').forEach(part => { part.open = true })")
        assert tab.page.locator(".vergelijkbak:visible").count() == (name == "bak")
        if name == "bak":  # at the end the tray lies in the page; before it, it covers whatever scrolls below it
            tab.run("() => window.scrollTo(0, document.documentElement.scrollHeight)")
        if width == PHONE:
            problems += [f"{name}: {problem}" for problem in tab.probe("overflow")]
        problems += [f"{name}: {problem}" for problem in tab.axe()]
        tab.run("() => localStorage.clear()")
    report(problems)
