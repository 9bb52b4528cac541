"""The form as people use it: with the keyboard, on a phone, from a stick, without JavaScript, and by mistake."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from browsing import PHONE, WIDE
from built_site import REPOSITORY, report
from form_page import COMPLETE, PAGE, put_in_data, result_data, settle, start, told
from hostile_corpus import PAYLOADS, POLITE

from watwerkt.knowledge.loading import load
from watwerkt.reading.document import parse

if TYPE_CHECKING:
    from pathlib import Path

    from browsing import Tab, Visitors

    from watwerkt.knowledge.kennisbank import Kennisbank

SCAN = {
    "datum": "2026-11-20",
    "beoordelaar": {"rol": "zelf", "organisatie": "Stichting Buurtkeuken"},
    "basis": "Eigen verslagen.",
    "oordelen": {"meten": {"nulmeting": {"niveau": 3}, "effect": {"niveau": "onbekend"}}},
}


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, visitors: Visitors, site_dir: Path) -> str:
    """The site from a server, and from a stick."""
    return visitors.root if request.param == "http" else site_dir.as_uri()


def tab_to(tab: Tab, selector: str, most: int = 400) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(most):
        if tab.run("selector => document.activeElement.matches(selector)", selector):
            return
        tab.page.keyboard.press("Tab")
    pytest.fail(f"na {most} keer Tab nog niet bij {selector}", pytrace=False)


def type_in(tab: Tab, selector: str, text: str) -> None:
    tab_to(tab, selector)
    tab.page.keyboard.type(text)


def test_the_whole_journey_with_the_keyboard(
    visitors: Visitors, root: str, tmp_path: Path, kennisbank: Kennisbank
) -> None:
    tab = start(visitors, root=root)
    keyboard = tab.page.keyboard
    type_in(tab, "#f-titel", "Buurtkeuken Oost")
    type_in(tab, "#f-kern", "Buren koken elke week samen en leren elkaar zo kennen.")
    type_in(tab, "#f-samenvatting", "Elke week koken buren samen in het buurthuis. Iedereen mag komen.")
    type_in(tab, "#f-soort", "Bew")
    tab_to(tab, "#f-themas input")
    keyboard.type("geldzorgen")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    tab_to(tab, "#f-doelgroepen input")
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    type_in(tab, "#f-status", "Lop")
    tab_to(tab, "#f-locaties .lijst__voet button")
    keyboard.press("Enter")
    keyboard.type("deventer")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    tab_to(tab, "#controleer")
    keyboard.press("Enter")
    tab.page.locator("#foutlijst-kop", has_text="Geen fouten").wait_for()
    assert tab.run("() => document.activeElement.id") == "foutlijst"
    data = result_data(tab)
    assert data["id"] == "buurtkeuken-oost"
    assert data["soort"] == "bewonersinitiatief"
    assert data["themas"] == ["armoede-en-schulden"]
    assert data["locaties"] == [{"gemeente": "Deventer"}]
    with tab.page.expect_download() as download:
        tab.page.locator("#bestanden button", has_text="Download").press("Enter")
    content = tmp_path / "content"
    shutil.copytree(REPOSITORY / "content", content)
    download.value.save_as(content / "praktijken" / download.value.suggested_filename)
    new = load(content)
    assert set(new.praktijken) - set(kennisbank.praktijken) == {"buurtkeuken-oost"}
    bestand = "content/praktijken/buurtkeuken-oost.yml"
    report(f"{f.code} {f.boodschap}" for f in new.findings if f.bestand == bestand and f.niveau == "fout")
    report(tab.errors)


def test_a_mistake_is_told_when_leaving_the_field_and_goes_when_mended(visitors: Visitors) -> None:
    tab = start(visitors)
    kern = tab.page.locator("#f-kern")
    assert tab.page.locator(".veld__fout").count() == 0
    kern.fill("Te kort")
    kern.blur()
    message = tab.page.locator(".veld__fout")
    message.wait_for()
    assert "Het veld ‘In één zin’ (kern) is te kort: 7 van ten minste 20 tekens." in message.inner_text()
    assert kern.get_attribute("aria-invalid") == "true"
    described = (kern.get_attribute("aria-describedby") or "").split()
    assert message.get_attribute("id") in described
    assert len(described) == 3
    kern.fill("Buren koken elke week samen en leren elkaar kennen.")
    settle(tab)
    assert tab.page.locator(".veld__fout").count() == 0
    assert kern.get_attribute("aria-invalid") is None
    report(tab.errors)


def test_the_summary_names_every_mistake_and_leads_to_it(visitors: Visitors) -> None:
    tab = start(visitors)
    put_in_data(tab, COMPLETE | {"kern": "kort", "scans": [SCAN], "aanpak": "Bel 06-12345678."})
    tab.page.locator("#controleer").click()
    assert tab.run("() => document.activeElement.id") == "foutlijst"
    assert tab.page.locator("#foutlijst-kop").inner_text() == "Er zijn 3 fouten"
    links = tab.page.locator("#foutlijst ul").first.locator("a")
    expected = ["In één zin", "telefoonnummer", "Niveau 3 staat er zonder onderbouwing en bron."]
    for text, word in zip(links.all_inner_texts(), expected, strict=True):
        assert word in text
    links.nth(2).click()
    assert tab.run("() => document.activeElement.closest('details').open") is True
    assert "0-meting" in tab.run("() => document.activeElement.querySelector('legend').textContent")
    links.nth(0).click()
    assert tab.run("() => document.activeElement.id") == "f-kern"
    tab.page.keyboard.type(" maar nu lang genoeg om te mogen")
    settle(tab)
    assert tab.page.locator("#foutlijst-kop").inner_text() == "Er zijn 2 fouten"
    assert tab.run("() => document.activeElement.id") == "f-kern"
    report(tab.errors)


def test_what_is_still_asked_leads_to_the_first_empty_field(visitors: Visitors) -> None:
    tab = start(visitors)
    put_in_data(tab, COMPLETE | {"record_status": "zelf_ingevuld"})
    tab.page.locator("#controleer").click()
    assert tab.page.locator("#foutlijst-kop").inner_text() == "Er is 1 fout"
    link = tab.page.locator("#foutlijst ul").first.locator("a")
    assert "Nieuwe records hebben hier ook ‘locaties’" in link.inner_text()
    link.click()
    assert tab.run("() => document.activeElement.id") == "f-locaties"
    tab.page.locator("#f-record_status").select_option("concept")
    settle(tab)
    assert tab.page.locator("#foutlijst-kop").inner_text() == "Geen fouten"
    report(tab.errors)


def test_what_was_typed_stays_after_a_reload_until_it_is_wiped(visitors: Visitors, root: str) -> None:
    tab = start(visitors, root=root)
    tab.page.locator("#f-titel").fill("Blijft staan")
    tab.page.locator("#f-partners .lijst__voet button").click()
    tab.page.locator("#f-partners .invoer").first.fill("Stichting Buurt")
    tab.page.reload()
    assert "U was hier eerder" in told(tab)
    assert tab.page.locator("#f-titel").input_value() == "Blijft staan"
    assert result_data(tab)["partners"] == [{"organisatie": "Stichting Buurt"}]
    tab.page.locator("#wis").click()
    assert set(result_data(tab)) == {"record_status", "bijgewerkt"}
    assert tab.page.locator("#f-titel").input_value() == ""
    tab.page.reload()
    assert tab.page.locator("#f-titel").input_value() == ""
    report(tab.errors)


def test_another_record_has_a_draft_of_its_own(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.locator("#f-titel").fill("Mijn nieuwe praktijk")
    settle(tab)
    tab.visit(PAGE + "?record=pak-deventer")
    tab.page.locator("#laadmelding .melding--goed").wait_for()
    before = result_data(tab)["bijgewerkt"]
    tab.page.locator("#f-titel").fill("PAK verbeterd")
    settle(tab)
    assert result_data(tab)["bijgewerkt"] >= before
    assert result_data(tab)["id"] == "pak-deventer"
    tab.visit(PAGE)
    assert result_data(tab)["titel"] == "Mijn nieuwe praktijk"
    tab.visit(PAGE + "?record=pak-deventer")
    assert result_data(tab)["titel"] == "PAK verbeterd"
    tab.run("() => localStorage.clear()")
    report(tab.errors)


@pytest.mark.parametrize(
    "query",
    ["#quickscan=%7B", "#quickscan=%E0"],
)
def test_an_address_without_a_quick_scan_gives_an_empty_form(visitors: Visitors, query: str) -> None:
    tab = start(visitors, query)
    assert "niet te lezen" in told(tab)
    assert set(result_data(tab)) == {"record_status", "bijgewerkt"}


def test_a_browser_that_keeps_nothing_says_so(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.run("() => { Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); }; }")
    tab.page.locator("#f-titel").fill("x")
    tab.page.locator("#bewaarmelding", has_text="Deze browser kan niets bewaren.").wait_for()
    assert result_data(tab)["titel"] == "x"
    report(tab.errors)


def test_items_are_added_moved_and_put_back_with_the_keyboard(visitors: Visitors) -> None:
    tab = start(visitors)
    keyboard = tab.page.keyboard
    tab.page.locator("#f-subdoelen .lijst__voet button").focus()
    for word in ("een", "twee", "drie"):
        tab.page.locator("#f-subdoelen .lijst__voet button").focus()
        keyboard.press("Enter")
        keyboard.type(word)
    settle(tab)
    assert result_data(tab)["subdoelen"] == ["een", "twee", "drie"]
    tab.page.get_by_role("button", name="Omhoog subdoel 3").focus()
    keyboard.press("Enter")
    keyboard.press("Enter")
    assert result_data(tab)["subdoelen"] == ["drie", "een", "twee"]
    assert tab.run("() => document.activeElement.textContent") == "Omlaag subdoel 1"
    tab.page.get_by_role("button", name="Haal weg subdoel 1").focus()
    keyboard.press("Enter")
    assert result_data(tab)["subdoelen"] == ["een", "twee"]
    assert tab.run("() => document.activeElement.textContent.startsWith('Zet terug')")
    keyboard.press("Enter")
    assert result_data(tab)["subdoelen"] == ["drie", "een", "twee"]
    report(tab.errors)


def test_everything_that_was_taken_away_can_be_put_back(visitors: Visitors) -> None:
    tab = start(visitors)
    words = ["een", "twee", "drie", "vier"]
    put_in_data(tab, {"subdoelen": words})
    for number in ("3", "1", "2"):
        tab.page.get_by_role("button", name=f"Haal weg subdoel {number}").click()
    tab.page.locator("#f-subdoelen > .lijst__voet button").click()
    tab.page.keyboard.type("vijf")
    settle(tab)
    assert result_data(tab)["subdoelen"] == ["twee", "vijf"]
    for _ in words[1:]:
        tab.page.get_by_role("button", name="Zet terug subdoel").click()
    settle(tab)
    assert result_data(tab)["subdoelen"] == [*words, "vijf"]
    assert not tab.page.get_by_role("button", name="Zet terug subdoel").count()
    report(tab.errors)


def test_the_field_with_type_ahead_follows_the_aria_pattern(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.locator("#f-locaties .lijst__voet button").click()
    field = tab.page.locator("#f-locaties [role=combobox]")
    keyboard = tab.page.keyboard

    def state() -> tuple[str | None, str | None, str]:
        active = field.get_attribute("aria-activedescendant")
        chosen = tab.page.locator(f"#{active}").inner_text() if active else ""
        return field.get_attribute("aria-expanded"), field.get_attribute("aria-autocomplete"), chosen

    assert state() == ("false", "list", "")
    keyboard.type("den haa")
    assert state()[0] == "true"
    box = tab.page.locator(f"#{field.get_attribute('aria-controls')}")
    assert box.get_attribute("role") == "listbox"
    keyboard.press("ArrowDown")
    assert state()[2] == "'s-Gravenhage"
    keyboard.press("Escape")
    assert state() == ("false", "list", "")
    assert field.input_value() == "den haa"
    keyboard.press("ArrowUp")
    keyboard.press("Enter")
    settle(tab)
    assert result_data(tab)["locaties"] == [{"gemeente": "'s-Gravenhage"}]
    field.fill("Utregt")
    keyboard.press("Tab")
    settle(tab)
    assert "‘Utregt’ is geen gemeente uit de lijst." in tab.page.locator("#f-locaties .veld__fout").inner_text()
    assert result_data(tab)["locaties"] == [{"gemeente": "Utregt"}]
    field.fill("")
    keyboard.type("zzz")
    assert "Niets gevonden" in box.inner_text()
    report(tab.errors)


def test_a_source_of_ones_own_becomes_a_file_and_can_be_chosen(visitors: Visitors) -> None:
    tab = start(visitors)
    put_in_data(tab, COMPLETE)
    tab.page.locator("#eigen .lijst__voet button").click()
    for name, text in (("title", "Jaarverslag Buurtkeuken 2025"), ("kort", "Jaarverslag"), ("issued", "2026")):
        tab.page.locator(f'#eigen [data-veld="{name}"] .invoer').fill(text)
    tab.page.locator('#eigen [data-veld="type"] .invoer').select_option("report")
    settle(tab)
    tab.page.locator("#f-bronnen .lijst__voet button").click()
    tab.page.keyboard.type("jaarverslag buurt")
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    tab.page.locator('#f-bronnen [data-veld="plaats"] .invoer').fill("bladzijde 3")
    settle(tab)
    assert result_data(tab)["bronnen"] == [{"bron": "jaarverslag-buurtkeuken-2025", "plaats": "bladzijde 3"}]
    names = tab.page.locator(".bestand__naam").all_inner_texts()
    folder = "content"
    assert names == [
        f"{folder}/bronnen/jaarverslag-buurtkeuken-2025.yml",
        f"{folder}/praktijken/buurtkeuken-oost.yml",
    ]
    text = tab.page.locator("#bestanden textarea").first.input_value()
    assert parse(text.encode(), "").data == {
        "id": "jaarverslag-buurtkeuken-2025",
        "type": "report",
        "title": "Jaarverslag Buurtkeuken 2025",
        "kort": "Jaarverslag",
        "issued": 2026,
    }
    tab.page.locator("#controleer").click()
    assert "bestaat niet in" not in tab.page.locator("#foutlijst").inner_text()
    tab.page.reload()
    assert result_data(tab)["bronnen"] == [{"bron": "jaarverslag-buurtkeuken-2025", "plaats": "bladzijde 3"}]
    report(tab.errors)


def test_the_profile_follows_the_scan(visitors: Visitors) -> None:
    tab = start(visitors)
    put_in_data(tab, COMPLETE | {"scans": [SCAN]})
    description = tab.page.locator(".formulier__zij svg desc").text_content() or ""
    assert "meten: 75 van 100" in description
    assert tab.page.locator("#oordeel").inner_text() == "Nog te weinig bekend"


def test_pasted_text_loses_what_nobody_sees(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.locator("#f-aanpak").fill("Sa\u00admen\u200b koken\u2028met cafe\u0301 ❤️")
    tab.page.locator("#f-aanpak").blur()
    settle(tab)
    assert result_data(tab)["aanpak"] == "Samen koken\nmet café ❤️"


def test_hostile_text_stays_text(visitors: Visitors, root: str) -> None:
    tab = start(visitors, root=root)
    tab.page.on("dialog", lambda dialog: pytest.fail(f"dialoog: {dialog.message}", pytrace=False))
    clean = [text for text in (*PAYLOADS, *POLITE) if text.isprintable() and "__proto__" not in text]
    record = COMPLETE | {
        "titel": clean[0],
        "partners": [{"organisatie": text} for text in clean[:40]],
        "lessen": {"werkte": [{"tekst": "\n".join(clean[here : here + 12])} for here in range(0, len(clean), 12)]},
        "vreemd": {text: text for text in clean[:20]},
    }
    elements = "() => document.querySelectorAll('#formulier :is(script, img, iframe, object, style, video)').length"
    before = tab.run(elements)
    tab.requests.clear()
    put_in_data(tab, record)
    tab.page.locator("#controleer").click()
    settle(tab)
    assert result_data(tab) == record
    assert tab.run(elements) == before
    assert not [url for url in tab.requests if "kwaad" in url]
    report(tab.errors)


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("state", ["leeg", "vol", "fout"])
def test_axe_finds_nothing(visitors: Visitors, width: int, state: str) -> None:
    """With a choice to make, a draft to put back and a list of faults."""
    tab = start(visitors, width=width)
    if state != "leeg":
        put_in_data(tab, COMPLETE | {"scans": [SCAN], "partners": [{"organisatie": "Raster"}]})
        tab.visit("404.html")
        tab.visit(PAGE + "#quickscan=" + quote(json.dumps({"scans": [SCAN]})))
        if state == "fout":
            put_in_data(tab, COMPLETE | {"kern": "kort", "vreemd": 1, "themas": ["bestaat-niet"]})
            assert tab.page.locator("#vorige").is_visible()
        tab.page.locator("#controleer").click()
        tab.page.locator("#f-themas input").first.click()
    tab.open_details()
    report(tab.probe("overflow"))
    report(tab.axe("best-practice"))
    report(tab.errors)


def test_without_javascript_the_questions_can_be_printed(visitors: Visitors) -> None:
    tab = visitors.tab(script=False)
    page = tab.visit(PAGE)
    assert page.locator(".zonder-js").first.is_visible()
    assert page.locator("#f-themas select option").count() > 10
    assert page.locator("#f-locaties select option").count() > 300
    for name in ("#wis", "#controleer", ".formulier__zij", "#bestanden"):
        assert not page.locator(name).is_visible()
    assert page.locator("#f-partners-organisatie").is_visible()
    report(tab.errors)


@pytest.mark.parametrize("filled", [True, False])
def test_it_prints_what_was_filled_in_or_lines_to_write_on(visitors: Visitors, filled: bool) -> None:
    tab = start(visitors)
    if filled:
        put_in_data(tab, COMPLETE)
    tab.page.emulate_media(media="print")
    tab.run("() => window.dispatchEvent(new Event('beforeprint'))")
    try:
        report(tab.probe("printed"))
        text = tab.page.locator("main").inner_text()
        assert ("Wie alleen is, wordt thuis opgehaald." in text) is filled
        assert ("Bewonersinitiatief" in text) is True
        assert ("Werkzame bestanddelen" in text) is not filled
        assert tab.run("() => getComputedStyle(document.querySelector('.veld'), '::after').height !== 'auto'") is True
    finally:
        tab.run("() => window.dispatchEvent(new Event('afterprint'))")
        tab.page.emulate_media(media="screen")
    assert tab.page.locator(".papier").count() == 0
