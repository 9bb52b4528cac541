"""Weigh: own weights, minima, filters and order on the scorekaart, over http and from a stick."""

from __future__ import annotations

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

CARD = "scorekaart/index.html"
ROWS = "() => WATWERKT.catalogus.praktijken"
GROUPS = """() => Object.fromEntries(['zeker', 'voorlopig', 'onbekend'].map((name, place) => {
  const body = document.querySelectorAll('#scorekaart tbody')[place];
  return [name, [...body.querySelectorAll('tr[data-id]')].map(row => row.dataset.id)];
}))"""
PLACES = "() => [...document.querySelectorAll('.scorekaart__rang')].map(cell => cell.innerText)"
HOSTILE = (
    "gewicht-__proto__=5&gewicht-constructor=3&min-__proto__=90&sort=__proto__&richting=om&baathouder=constructor"
    "&vraag=<img src=x onerror=alert(1)>&gewicht-meten=-1&min-meten=1e3&gewicht-aanpak=9&sort=toString&p=%00"
)


@pytest.fixture(params=["http", "file"])
def tab(request: pytest.FixtureRequest, visitors: Visitors, site_dir: Path) -> Iterator[Tab]:
    """A visitor of the scorekaart, over http and from a stick; no script may fail."""
    here = visitors.tab(root=site_dir.as_uri() if request.param == "file" else "")
    here.visit(CARD)
    yield here
    report(here.errors)


def groups(tab: Tab) -> dict[str, list[str]]:
    found: dict[str, list[str]] = tab.run(GROUPS)
    return found


def state(page: BrowserPage) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def fill(page: BrowserPage, field: str, value: int) -> None:
    page.locator(f"#{field}").fill(str(value))
    page.locator(f"#{field}").press("Enter")


def expected(rows: list[dict[str, Any]], weighing: list[str]) -> dict[str, list[str]]:
    """Who stands where, as ids in name order."""
    found: dict[str, list[str]] = {"zeker": [], "voorlopig": [], "onbekend": []}
    for row in rows:
        scores = [row["scores"][name] for name in weighing]
        unknown, loose = any(s["score"] is None for s in scores), any(s["voorlopig"] for s in scores)
        found["onbekend" if unknown else "voorlopig" if loose else "zeker"].append(row["id"])
    return found


def dimensions(tab: Tab) -> list[str]:
    names: list[str] = tab.run("() => WATWERKT.catalogus.dimensies.map(d => d.id)")
    return names


def test_provisional_and_unknown_stand_apart(tab: Tab) -> None:
    names, rows = dimensions(tab), tab.run(ROWS)
    for weighing in (names, names[:1], [names[0], names[2], names[4]]):
        for name in names:
            fill(tab.page, f"gewicht-{name}", int(name in weighing))
        found, due = groups(tab), expected(rows, weighing)
        assert {name: sorted(ids) for name, ids in found.items()} == {name: sorted(ids) for name, ids in due.items()}
        assert found["voorlopig"] == due["voorlopig"]
        assert sum(len(ids) for ids in found.values()) == len(rows)


def test_the_best_weighted_score_comes_first_with_its_range(tab: Tab) -> None:
    names, rows = dimensions(tab), {row["id"]: row["scores"] for row in tab.run(ROWS)}
    weights = dict(zip(names, (3, 0, 2, 0, 1), strict=True))
    for name, weight in weights.items():
        fill(tab.page, f"gewicht-{name}", weight)
    ranked = groups(tab)["zeker"]
    assert len(ranked) > 2

    def mean(one: str, part: str) -> float:
        return sum(w * rows[one][name][part] for name, w in weights.items() if w) / sum(weights.values())

    assert [mean(one, "score") for one in ranked] == sorted((mean(one, "score") for one in ranked), reverse=True)
    for one, told in zip(ranked, tab.run(PLACES), strict=False):
        first = 1 + sum(mean(other, "laag") > mean(one, "hoog") + 1e-9 for other in ranked)
        last = sum(mean(other, "hoog") >= mean(one, "laag") - 1e-9 for other in ranked)
        span = str(first) if first == last else f"{first} tot {last}"
        assert told.startswith(f"plaats {span} van {len(ranked)}")


def test_a_minimum_leaves_out_who_cannot_reach_it(tab: Tab) -> None:
    name = dimensions(tab)[2]
    rows = {row["id"]: row["scores"][name] for row in tab.run(ROWS)}
    surely = [one for one, s in rows.items() if s["score"] is not None and not s["voorlopig"]]
    between = next(one for one in surely if rows[one]["score"] < round(rows[one]["score"]))
    fill(tab.page, f"minimum-{name}", round(rows[between]["score"]))
    assert any(between in ids for ids in groups(tab).values()), "who reads 44 may ask for 44"
    fill(tab.page, f"minimum-{name}", 55)
    shown = {one for ids in groups(tab).values() for one in ids}
    assert shown == {
        one for one, s in rows.items() if (s["hoog"] if s["voorlopig"] or s["score"] is None else s["score"]) >= 55
    }
    assert f"Haalt een minimum niet: {len(rows) - len(shown)}." in tab.page.locator("#uitslag").inner_text()
    assert state(tab.page) == {f"min-{name}": ["55"]}
    tab.page.locator(f"#minimum-{name}").fill("")
    tab.page.locator(f"#minimum-{name}").press("Enter")
    assert tab.page.locator(f"#minimum-{name}").input_value() == "0", "an empty field asks for nothing"
    assert state(tab.page) == {}


def test_a_link_is_followed_right_after_typing(tab: Tab) -> None:
    name = dimensions(tab)[2]
    tab.page.locator(f"#minimum-{name}").fill("30")
    tab.page.locator("#scorekaart tr[data-id] th a").first.click()
    tab.page.wait_for_url("**/praktijken/**")
    tab.page.go_back()
    assert tab.page.locator(f"#minimum-{name}").input_value() == "30"
    assert state(tab.page) == {f"min-{name}": ["30"]}


def test_filters_on_who_gains_and_on_what_is_asked(tab: Tab) -> None:
    rows = tab.run(ROWS)
    for field, values in (
        ("baathouder", lambda row: row["baathouders"]),
        ("vraag", lambda row: [v["soort"] for v in row["vraag"]]),
    ):
        for value in tab.run("id => [...document.getElementById(id).options].map(o => o.value)", field):
            tab.page.select_option(f"#{field}", value)
            shown = {one for ids in groups(tab).values() for one in ids}
            assert shown == {row["id"] for row in rows if not value or value in (values(row) or ["onbekend"])}
            assert shown
        tab.page.select_option(f"#{field}", "")


def test_nothing_left_says_which_choice_to_loosen(tab: Tab) -> None:
    for name in dimensions(tab):
        fill(tab.page, f"minimum-{name}", 100)
    asked = tab.run("() => document.getElementById('vraag').options[1].value")
    tab.page.select_option("#vraag", asked)
    assert tab.page.locator("#leeg").is_visible()
    assert not tab.page.locator("#scorekaart, #legenda").filter(visible=True).count()
    tab.page.locator("#leeg .knop--hoofd").click()
    assert tab.page.locator("#scorekaart").is_visible()
    assert tab.run("() => document.activeElement.closest('#wegen') !== null")


def test_without_weights_there_is_no_order_but_all_practices(tab: Tab) -> None:
    for name in dimensions(tab):
        fill(tab.page, f"gewicht-{name}", 0)
    assert groups(tab)["zeker"] == [row["id"] for row in tab.run(ROWS)]
    assert "er is geen volgorde" in tab.page.locator("#uitslag").inner_text()
    assert "plaats" not in " ".join(tab.run(PLACES))


def test_a_weight_out_of_range_becomes_the_nearest(tab: Tab) -> None:
    name = dimensions(tab)[1]
    fill(tab.page, f"gewicht-{name}", 9)
    assert tab.page.locator(f"#gewicht-{name}").input_value() == "5"
    tab.page.locator(f"#gewicht-{name}").fill("")
    tab.page.locator(f"#gewicht-{name}").press("Enter")
    assert tab.page.locator(f"#gewicht-{name}").input_value() == "5"
    assert state(tab.page) == {f"gewicht-{name}": ["5"]}


def test_columns_order_with_the_keyboard_and_say_so(tab: Tab) -> None:
    page, names = tab.page, dimensions(tab)
    heads = page.locator("#scorekaart thead th[data-kolom]:has(button)")
    assert heads.count() == len(names) + 5
    for place in range(heads.count()):
        head = heads.nth(place)
        head.locator("button").focus()
        page.keyboard.press("Enter")
        first, order = head.get_attribute("aria-sort"), groups(tab)
        assert page.locator("#scorekaart th[aria-sort]").count() == 1
        page.keyboard.press("Space")
        assert {first, head.get_attribute("aria-sort")} == {"ascending", "descending"}
        assert {k: sorted(v) for k, v in groups(tab).items()} == {k: sorted(v) for k, v in order.items()}
        assert tab.run("() => document.activeElement.className") == "sorteerknop"


def test_a_column_orders_by_its_value_with_unknown_last(tab: Tab) -> None:
    rows = {row["id"]: row for row in tab.run(ROWS)}
    names = dimensions(tab)
    for name in names:
        fill(tab.page, f"gewicht-{name}", 0)
    tab.page.select_option("#sorteer", names[1])
    for once in (True, False):
        shown = [rows[one]["scores"][names[1]] for one in groups(tab)["zeker"]]
        firm = [s["score"] for s in shown if s["score"] is not None and not s["voorlopig"]]
        kinds = [2 if s["score"] is None else int(s["voorlopig"]) for s in shown]
        assert firm == sorted(firm, reverse=once)
        assert kinds == sorted(kinds)
        tab.page.locator("#draai").click()


def test_the_address_keeps_everything_and_back_works(tab: Tab) -> None:
    page, name = tab.page, dimensions(tab)[1]
    at_first = groups(tab)
    fill(page, f"gewicht-{name}", 0)
    weighed = groups(tab)
    page.select_option("#sorteer", "naam")
    page.locator("#draai").click()
    page.select_option("#baathouder", "huishouden")
    full, shown = page.url, groups(tab)
    assert state(page) == {
        f"gewicht-{name}": ["0"], "baathouder": ["huishouden"], "sort": ["naam"], "richting": ["om"]
    }  # fmt: skip
    for _ in range(3):
        page.go_back()
    assert groups(tab) == weighed
    assert page.locator(f"#gewicht-{name}").input_value() == "0"
    page.go_back()
    assert groups(tab) == at_first
    page.goto(full)
    assert groups(tab) == shown
    assert page.locator("#baathouder").input_value() == "huishouden"
    page.locator("#opnieuw").click()
    assert state(page) == {}
    assert groups(tab) == at_first


def test_a_hostile_address_changes_nothing(tab: Tab) -> None:
    before = groups(tab)
    tab.visit(f"{CARD}?{HOSTILE}")
    after = groups(tab)
    assert {name: sorted(ids) for name, ids in after.items()} == {name: sorted(ids) for name, ids in before.items()}
    assert tab.page.locator("#scorekaart img, #wegen img").count() == 0
    assert tab.run("() => [({}).gewicht, Object.prototype.hasOwnProperty('5')]") == [None, False]
    assert tab.page.locator("#sorteer").input_value() == "plaats"
    values = tab.run("() => [...document.querySelectorAll('[data-gewicht]')].map(f => f.value)")
    assert values == ["1"] * len(values)


def test_the_result_is_announced(tab: Tab) -> None:
    status = tab.page.locator("#uitslag")
    assert status.get_attribute("role") == "status"
    before = status.inner_text()
    fill(tab.page, f"gewicht-{dimensions(tab)[1]}", 0)
    assert status.inner_text() != before
    found = groups(tab)
    assert f"In de volgorde: {len(found['zeker'])}." in status.inner_text()
    assert f"{len(found['voorlopig'])} voorlopig, {len(found['onbekend'])} onbekend" in status.inner_text()


def test_without_javascript_all_is_there_in_name_order(visitors: Visitors) -> None:
    with_script, without = visitors.tab(), visitors.tab(script=False)
    with_script.visit(CARD)
    without.visit(CARD)
    ids = without.run("() => [...document.querySelectorAll('#scorekaart tr[data-id]')].map(row => row.dataset.id)")
    assert ids == [row["id"] for row in with_script.run(ROWS)]
    assert not without.page.locator("main input:visible, main button:visible, main select:visible").count()
    assert without.page.locator(".zonder-js:visible").count() == 1, "it says why there is nothing to choose"
    scores = without.page.locator(".scorekaart__score")
    assert scores.count() == len(ids) * len(dimensions(with_script))
    assert all(text.strip() for text in scores.all_inner_texts())


def test_white_spots_lead_to_the_practices_counted(tab: Tab) -> None:
    tab.visit("witte-vlekken/index.html")
    cells = tab.run("() => [...document.querySelectorAll('.vlekken__vol a')].map(a => [a.href, parseInt(a.innerText)])")
    assert cells
    for _, (address, count) in zip(range(6), cells[:: max(1, len(cells) // 6)], strict=False):
        tab.page.goto(address.replace("praktijken/?", "praktijken/index.html?"))
        assert tab.page.locator("#uitkomst .kaart").count() == count
    tab.visit(CARD)


def test_all_columns_fit_on_a_laptop(visitors: Visitors) -> None:
    tab = visitors.tab(WIDE)
    tab.visit(CARD)
    fits = "() => { const r = document.querySelector('.scorekaart-breed'); return [r.scrollWidth, r.clientWidth] }"
    needed, room = tab.run(fits)
    assert needed <= room <= WIDE
    outside = "th => th.firstChild.getBoundingClientRect().right > th.getBoundingClientRect().right"
    assert tab.run(f"() => [...document.querySelectorAll('#scorekaart [data-id] th')].filter({outside}).length") == 0


def test_it_prints_on_a4_landscape_with_the_choices(visitors: Visitors) -> None:
    tab = visitors.tab()
    tab.visit(f"{CARD}?gewicht-meten=0&baathouder=gemeente")
    tab.page.emulate_media(media="print")
    try:
        problems = tab.probe("printed")
        text = tab.run("() => document.querySelector('main').innerText")
        sheet = tab.page.pdf(prefer_css_page_size=True)
    finally:
        tab.page.emulate_media(media="screen")
    report(problems)
    assert "meten 0" in text
    assert "Gemeente" in text
    assert b"/MediaBox [0 0 841.9" in sheet


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_axe_finds_nothing_in_any_state(visitors: Visitors, width: int) -> None:
    tab, problems = visitors.tab(width), []
    for address in (
        "scorekaart/?gewicht-meten=0&gewicht-aanpak=5&sort=kosten&richting=om",
        "scorekaart/?min-aanpak=100&vraag=geld",
        "scorekaart/?gewicht-aanpak=0&gewicht-meten=0&gewicht-coalitie=0&gewicht-entrepreneurschap=0"
        "&gewicht-verduurzaming=0&baathouder=gemeente",
    ):
        tab.visit(address)
        tab.open_details()
        if width == PHONE:
            problems += [f"{address}: {problem}" for problem in tab.probe("overflow")]
        problems += [f"{address}: {problem}" for problem in tab.probe("small_targets")]
        problems += [f"{address}: {problem}" for problem in tab.axe()]
    report(problems)
