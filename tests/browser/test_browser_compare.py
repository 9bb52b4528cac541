"""Compare: pick two to four practices anywhere and read them side by side, over http and from a stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import PHONE, WIDE
from built_site import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Tab, Visitors
    from playwright.sync_api import Page as BrowserPage

COMPARE = "vergelijk/index.html"
FOUR = ["pak-deventer", "qredits", "instapeconomie-den-haag", "samissie-breda"]
BROKEN = """() => [...document.querySelectorAll("#naastelkaar tbody th")].map(head => head.firstChild).filter(label => {
  const range = document.createRange();
  range.selectNode(label);
  return !/[ -]/.test(label.textContent) && range.getClientRects().length > 1;
}).map(label => label.textContent)"""
ROWS = "() => WATWERKT.hulp.laad('assets/watwerkt/catalogus.js').then(() => WATWERKT.catalogus.praktijken)"


@pytest.fixture(params=["http", "file"])
def tab(request: pytest.FixtureRequest, visitors: Visitors, site_dir: Path) -> Iterator[Tab]:
    """A visitor over http and from a stick who left nothing behind."""
    here = visitors.tab(root=site_dir.as_uri() if request.param == "file" else "")
    here.visit("praktijken/index.html")
    here.run("() => localStorage.clear()")
    yield here
    report(here.errors)


def compared(page: BrowserPage) -> list[str]:
    page.wait_for_selector("#naastelkaar table")
    return page.locator("#naastelkaar table").first.locator("thead th").all_inner_texts()[1:]


def titles(tab: Tab, ids: list[str]) -> list[str]:
    rows = {row["id"]: row["titel"] for row in tab.run(ROWS)}
    return [rows[one] for one in ids]


def test_from_list_and_practice_page_to_the_comparison_by_keyboard(tab: Tab) -> None:
    page = tab.page
    tab.visit("praktijken/index.html")
    page.locator('[data-vergelijk="pak-deventer"]').press("Space")
    assert page.locator(".vergelijkbak summary").inner_text() == "Vergelijken: 1 gekozen"
    page.locator('.kaart[data-id="qredits"] h3 a').press("Enter")
    page.wait_for_url("**/praktijken/qredits/**")
    box = page.locator('.paginakop [data-vergelijk="qredits"]')
    assert page.locator(".vergelijkbak summary").inner_text() == "Vergelijken: 1 gekozen"
    box.press("Space")
    page.locator(".vergelijkbak .knop--hoofd").press("Enter")
    assert compared(page) == titles(tab, ["pak-deventer", "qredits"])
    assert page.url.endswith("?p=pak-deventer,qredits")


def test_a_fifth_practice_is_refused_in_words(tab: Tab) -> None:
    tab.visit("praktijken/index.html")
    boxes = tab.page.locator("#uitkomst [data-vergelijk]")
    for number in range(4):
        boxes.nth(number).check()
    boxes.nth(4).click()
    assert not boxes.nth(4).is_checked()
    assert "vier praktijken" in tab.page.locator(".vergelijkbak__melding").inner_text()
    boxes.nth(0).uncheck()
    assert tab.page.locator(".vergelijkbak__melding:visible").count() == 0
    assert tab.page.locator(".vergelijkbak summary").inner_text() == "Vergelijken: 3 gekozen"


def test_the_tray_loses_one_or_all(tab: Tab) -> None:
    page = tab.page
    tab.visit("praktijken/index.html?p=pak-deventer,qredits,samissie-breda")
    assert "p=" not in page.url
    other = page.context.new_page()
    other.goto(page.url)
    page.locator(".vergelijkbak summary").press("Enter")
    page.locator(".vergelijkbak li button").first.press("Enter")
    assert page.locator(".vergelijkbak li").count() == 2
    other.wait_for_function("() => document.querySelectorAll('.vergelijkbak li').length === 2")
    other.close()
    assert not page.locator('[data-vergelijk="pak-deventer"]').is_checked()
    page.locator(".vergelijkbak .knop--stil").press("Enter")
    assert page.locator(".vergelijkbak:visible").count() == 0
    assert tab.run("() => document.activeElement !== document.body")


CLOSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.mark.parametrize("storage", [CLOSED, FULL])
def test_the_tray_survives_navigation_without_storage(visitors: Visitors, storage: str) -> None:
    page = visitors.browser.new_context().new_page()
    page.add_init_script(storage)
    page.goto(f"{visitors.root}/praktijken/")
    page.locator('[data-vergelijk="pak-deventer"]').check()
    page.locator('.kaart[data-id="qredits"] h3 a').click()
    page.locator('.paginakop [data-vergelijk="qredits"]').check()
    assert page.locator(".vergelijkbak summary").inner_text() == "Vergelijken: 2 gekozen"
    assert "p=" not in page.url
    page.context.close()


def test_what_left_the_knowledge_base_leaves_the_tray(tab: Tab) -> None:
    kept = [{"id": name, "titel": "Oud"} for name in ("weg-een", "qredits", "weg-twee")]
    tab.run("kept => localStorage.setItem('watwerkt-vergelijk', JSON.stringify(kept))", kept)
    tab.visit("praktijken/index.html")
    tab.page.wait_for_function("() => document.querySelectorAll('.vergelijkbak li').length === 1")
    assert tab.page.locator(".vergelijkbak summary").inner_text() == "Vergelijken: 1 gekozen"
    assert tab.page.locator(".vergelijkbak li button").text_content() == f"{titles(tab, ['qredits'])[0]} weghalen"


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_the_unfolded_tray_never_covers_what_has_the_focus(visitors: Visitors, width: int) -> None:
    tab, problems = visitors.tab(width), []
    tab.visit(f"praktijken/?p={','.join(FOUR)}")
    tab.page.locator(".vergelijkbak summary").press("Enter")
    tab.run("async () => await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    tab.run("() => { scrollTo(0, 0); document.querySelector('#facetten input').focus() }")
    for _ in range(60):
        tab.page.keyboard.press("Tab")
        covered = tab.run(
            """async () => { await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
                 const here = document.activeElement, tray = document.querySelector('.vergelijkbak')
                 if (here === document.body || tray.contains(here)) return null
                 const below = here.getBoundingClientRect().bottom - tray.getBoundingClientRect().top
                 return below > 1 ? `${here.outerHTML.slice(0, 90)} ${below} px` : '' }"""
        )
        if covered is None:
            break
        if covered:
            problems.append(covered)
    tab.run("() => localStorage.clear()")
    report(problems)


def test_a_filter_does_not_lose_the_choice(tab: Tab) -> None:
    page = tab.page
    tab.visit("praktijken/index.html?p=pak-deventer,qredits")
    page.fill("#zoek-lijst", "qqqqqq")
    page.wait_for_selector("#leeg:visible")
    page.locator(".vergelijkbak .knop--stil").click()
    page.fill("#zoek-lijst", "")
    page.wait_for_selector("#uitkomst .kaart")
    assert page.locator("[data-vergelijk]:checked").count() == 0


def test_four_side_by_side_with_all_parts(tab: Tab) -> None:
    tab.visit(f"{COMPARE}?p={','.join(FOUR)}")
    assert compared(tab.page) == titles(tab, FOUR)
    headings = tab.page.locator("#naastelkaar h2").all_inner_texts()
    for part in ("Feiten", "4+1-profiel", "Kosten", "Bewijs en meting", "Coalitie per rol", "Lessen"):
        assert part in headings
    assert sum(h.startswith("Criteria") for h in headings) == 5
    assert tab.run(BROKEN) == []
    assert tab.page.locator("#naastelkaar svg.balk").count() == 5 * len(FOUR)
    assert tab.page.locator("details.reden").count() == 25 * len(FOUR)
    assert tab.page.locator("main .melding").first.is_visible()


def test_reasons_open_on_demand(tab: Tab) -> None:
    tab.visit(f"{COMPARE}?p={','.join(FOUR[:2])}")
    compared(tab.page)
    first = tab.page.locator("details.reden").first
    assert not first.locator(".uitklap__inhoud").is_visible()
    first.locator("summary").press("Enter")
    assert first.locator(".uitklap__inhoud").is_visible()
    tab.page.get_by_role("button", name="Open alle redenen").click()
    assert tab.page.locator("details.reden:not([open])").count() == 0


def test_differences_only_leaves_no_row_that_is_the_same(tab: Tab) -> None:
    tab.visit(f"{COMPARE}?p={','.join(FOUR[:2])}")
    compared(tab.page)
    page = tab.page
    all_rows = page.locator("#naastelkaar tbody tr:visible").count()
    page.check("#alleen-verschil")
    left = page.locator("#naastelkaar tbody tr:visible")
    assert 0 < left.count() < all_rows
    told = {str(row.get_attribute("data-verschil")) for row in left.all()}
    assert not told & {"gelijk", "onbekend"}
    for row in page.locator('#naastelkaar tr[data-verschil="anders"]').all()[:5]:
        assert "verschilt" in row.locator("th").inner_text()


def test_a_practice_against_itself_in_words(tab: Tab) -> None:
    """Rows are called different exactly when their words differ and both are known."""
    tab.visit(f"{COMPARE}?p={','.join(FOUR[:2])}")
    compared(tab.page)
    rows = tab.run(
        """() => [...document.querySelectorAll('#naastelkaar tr[data-verschil]')].map(row => ({
             said: row.dataset.verschil, bar: row.querySelector('svg.balk') !== null,
             cells: [...row.cells].slice(1).map(cell => (cell.querySelector('.niveau__woord') || cell).innerText) }))"""
    )
    problems = []
    for row in rows:
        unknown = [cell.strip().startswith("Onbekend") for cell in row["cells"]]
        if all(unknown):
            expected = {"onbekend"}
        elif any(unknown):
            expected = {"deels"}
        elif row["bar"]:
            expected = {"anders", "overlapt", "gelijk"}
        else:
            expected = {"gelijk"} if len(set(row["cells"])) == 1 else {"anders", "los"}
        if row["said"] not in expected:
            problems.append(f"{row['said']} in plaats van {expected}: {row['cells']}")
    report(problems)


def test_unknown_ids_are_named_and_the_rest_is_shown(tab: Tab) -> None:
    tab.visit(f"{COMPARE}?p=pak-deventer,bestaat-niet,__proto__,constructor,<b>x</b>,pak-deventer,qredits")
    assert compared(tab.page) == titles(tab, ["pak-deventer", "qredits"])
    told = tab.page.locator("#naastelkaar [role=status]").inner_text()
    for one in ("bestaat-niet", "__proto__", "constructor", "<b>x</b>"):
        assert one in told
    assert told.startswith("Deze praktijken kennen wij niet")
    assert tab.page.locator("#naastelkaar b").count() == 0


def test_adding_and_removing_changes_the_address_and_back_works(tab: Tab) -> None:
    page = tab.page
    tab.visit(COMPARE)
    for one in FOUR[:3]:
        page.select_option("#erbij", one)
        page.get_by_role("button", name="Zet erbij").click()
    assert compared(page) == titles(tab, FOUR[:3])
    page.locator("#naastelkaar .gekozen button").first.click()
    page.wait_for_function("() => document.querySelectorAll('#naastelkaar table thead')[0].rows[0].cells.length === 3")
    assert compared(page) == titles(tab, FOUR[1:3])
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('#naastelkaar table thead')[0].rows[0].cells.length === 4")
    assert compared(page) == titles(tab, FOUR[:3])
    tab.visit(COMPARE)
    assert compared(page) == titles(tab, FOUR[1:3]), "the menu leads to what was chosen last"
    assert page.locator("#naastelkaar p a").all_inner_texts() == titles(tab, FOUR[1:3])


def test_more_than_four_shows_the_first_four(tab: Tab) -> None:
    tab.visit(f"{COMPARE}?p={','.join(FOUR)},startkans-twente")
    assert compared(tab.page) == titles(tab, FOUR)
    assert "Startkans" in tab.page.locator("#naastelkaar [role=status]").inner_text()


def test_ready_made_tables_stay_without_javascript(visitors: Visitors) -> None:
    tab = visitors.tab(script=False)
    tab.visit("vergelijk/?p=pak-deventer,qredits")
    assert tab.page.locator("#kant-en-klaar a:visible").count() > 2
    assert tab.page.locator(".zonder-js:visible").count() == 1, "whoever opens a shared comparison is told why"
    assert tab.page.locator("main input:visible, main button:visible, main select:visible").count() == 0


def test_it_prints_on_a4_landscape(visitors: Visitors) -> None:
    tab = visitors.tab()
    tab.visit(f"vergelijk/?p={','.join(FOUR)}")
    compared(tab.page)
    tab.page.emulate_media(media="print")
    try:
        problems = tab.probe("printed")
        closed = tab.page.locator("#naastelkaar .reden p:visible").count()
        sheet = tab.page.pdf(prefer_css_page_size=True)
        tab.run("() => document.querySelectorAll('#naastelkaar details').forEach(part => { part.open = true })")
        opened = tab.page.locator("#naastelkaar .reden p:visible").count()
    finally:
        tab.page.emulate_media(media="screen")
    report(problems)
    assert b"/MediaBox [0 0 841.9" in sheet
    assert (closed, opened) == (0, 25 * len(FOUR)), "only the reasons that were asked for"
    hosts = [link.get_attribute("href") for link in tab.page.locator("#naastelkaar a[href^=http]").all()]
    assert hosts == [], "paper shows the whole address of a link to another site"


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_axe_finds_nothing_in_any_state(visitors: Visitors, width: int) -> None:
    tab, problems = visitors.tab(width), []
    for query in ("", "?p=pak-deventer", f"?p={','.join(FOUR)}", "?p=bestaat-niet"):
        tab.visit(f"vergelijk/{query}")
        if "," in query:
            compared(tab.page)
            tab.page.get_by_role("button", name="Open alle redenen").click()
        if width == PHONE:
            problems += [f"{query}: {problem}" for problem in tab.probe("overflow")]
            problems += [f"{query}: {problem}" for problem in tab.probe("small_targets")]
        problems += [f"{query}: {problem}" for problem in tab.axe()]
    report(problems)
