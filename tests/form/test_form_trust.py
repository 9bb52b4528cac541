"""An hour of work is safe in the form: nothing is replaced unasked, lost by a second session, or hidden from view."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from browsing import PHONE, WIDE
from built_site import REPOSITORY, report
from form_page import COMPLETE, PAGE, put_in, put_in_data, result, result_data, settle, start, told

if TYPE_CHECKING:
    from pathlib import Path

    from browsing import Tab, Visitors

EMPTY = {"record_status", "bijgewerkt"}
PAK = REPOSITORY / "content" / "praktijken" / "pak-deventer.yml"
SCAN = {"datum": "2026-11-20", "beoordelaar": {"rol": "zelf"}, "oordelen": {"meten": {"nulmeting": {"niveau": 2}}}}
QUICKSCAN = "#quickscan=" + quote(json.dumps({"scans": [SCAN]}))
ODD: tuple[dict[str, Any], ...] = (
    {"scans": "nog doen"},
    {"scans": {"a": "b"}},
    {"scans": [{"datum": {"a": 1}, "oordelen": [1]}, {"datum": "2026-01-01", "oordelen": {"meten": 1}}]},
    {"scans": [{"oordelen": {"meten": {"nulmeting": {"niveau": [1]}}}}, "los"]},
    {"themas": {"a": "b"}, "locaties": [None], "bewijs": [1], "bijgewerkt": [1]},
    {"indicatoren": [{"nulmeting": "x", "metingen": {"a": 1}}], "verduurzaming": {"financiering": "x", "baten": [1]}},
    {"bronnen": [{"bron": {"valueOf": 1}}], "voorheen": "x", "constructor": "y"},
    {"id": {"toString": "x"}},
    {"id": {"valueOf": 1, "toString": 1}, "titel": "x"},
)
"""Records with parts of another shape; they are shown, and the checks say what is wrong."""


def button(tab: Tab, name: str) -> None:
    tab.page.locator("#laadmelding button", has_text=name).click()


def keep(tab: Tab, draft: object, key: str = "watwerkt-formulier") -> None:
    text = draft if isinstance(draft, str) else json.dumps(draft)
    tab.run("([key, text]) => { localStorage.setItem(key, text); }", [key, text])


def add_source(tab: Tab, title: str) -> None:
    tab.page.locator("#eigen .lijst__voet button").click()
    tab.page.locator('#eigen > .onderdelen > li:last-child [data-veld="title"] .invoer').fill(title)
    settle(tab)


def refer(tab: Tab, words: str) -> None:
    tab.page.locator("#f-bronnen .lijst__voet button").click()
    tab.page.keyboard.type(words)
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    settle(tab)


def files(tab: Tab) -> dict[str, str]:
    """Name and text of every file that the form gives."""
    cards = tab.page.locator("#bestanden section").all()
    return {c.get_attribute("data-bestand") or "": c.locator("textarea").input_value() for c in cards}


def test_a_record_with_the_wrong_shape_is_shown_whole(visitors: Visitors) -> None:
    tab = start(visitors)
    for odd in ODD:
        put_in_data(tab, odd)
        assert "Er is niets veranderd" not in told(tab), odd
        assert result_data(tab) == odd
        tab.page.locator("#controleer").click()
    for odd in ODD:
        keep(tab, {"record": odd, "bronnen": [odd]})
        tab.visit(PAGE)
        damaged = isinstance(odd.get("id"), dict)  # an own source without a key that is text
        assert ("is beschadigd" in told(tab)) is damaged, (odd, told(tab))
        assert set(result_data(tab)) == EMPTY if damaged else result_data(tab) == odd
        report(tab.errors)
        tab.run("() => localStorage.clear()")


def test_a_damaged_draft_is_kept_aside_and_told(visitors: Visitors) -> None:
    tab = start(visitors)
    for kept in ("{", '{"record": {"titel": 5}, "bronnen": [1]}', '{"record": 1}'):
        keep(tab, kept)
        tab.visit(PAGE)
        assert set(result_data(tab)) == EMPTY
        assert "is beschadigd" in told(tab)
        assert tab.run("() => localStorage.getItem('watwerkt-formulier#beschadigd')") == kept
    tab.page.locator("#f-titel").fill("Verder")
    tab.page.reload()
    assert result_data(tab)["titel"] == "Verder"
    with tab.page.expect_download() as download:
        button(tab, "Download en gooi weg")
    assert download.value.path().read_text(encoding="utf-8") == '{"record": 1}'
    tab.page.reload()
    assert "beschadigd" not in told(tab)
    report(tab.errors)


def test_the_quick_scan_asks_before_it_touches_a_draft(visitors: Visitors) -> None:
    tab = start(visitors)
    put_in_data(tab, COMPLETE)
    for choice, titel, scans in (
        ("Laat de scan weg", "Buurtkeuken Oost", 0),
        ("Zet de scan in dit concept", "Buurtkeuken Oost", 1),
        ("Begin nieuw met deze scan", None, 1),
    ):
        tab.visit("404.html")
        tab.visit(PAGE + QUICKSCAN)
        before = result_data(tab)
        assert before["titel"] == "Buurtkeuken Oost"
        assert "Uw quick-scan staat klaar" in told(tab)
        assert tab.run(
            "() => document.querySelector('#laadmelding button').getBoundingClientRect().bottom < innerHeight"
        )
        button(tab, choice)
        assert result_data(tab).get("titel") == titel
        assert len(result_data(tab).get("scans", [])) == scans
        assert tab.run("() => location.hash") == ""
        if scans:
            tab.page.reload()
            assert result_data(tab).get("titel") == titel
            tab.page.locator("#terug").click()
            assert result_data(tab) == before
    report(tab.errors)


@pytest.mark.parametrize("place", ["http", "file"])
def test_without_a_draft_the_quick_scan_is_taken_at_once(visitors: Visitors, site_dir: Path, place: str) -> None:
    tab = start(visitors, QUICKSCAN, root="" if place == "http" else site_dir.as_uri())
    assert result_data(tab)["scans"] == [SCAN]
    assert tab.run("() => location.hash") == ""
    tab.page.reload()
    assert result_data(tab)["scans"] == [SCAN]
    report(tab.errors)


def test_what_was_replaced_stays_until_it_is_thrown_away(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.locator("#f-titel").fill("Een uur werk")
    settle(tab)
    before = result_data(tab)
    put_in_data(tab, COMPLETE)
    tab.page.locator("#f-kern").fill("Typen haalt het vorige niet weg, en een nieuw bezoek ook niet.")
    settle(tab)
    tab.page.reload()
    assert "‘Een uur werk’" in tab.page.locator("#vorige").inner_text()
    after = result_data(tab)
    tab.page.locator("#terug").click()
    assert result_data(tab) == before
    tab.page.locator("#terug").click()
    assert result_data(tab) == after
    tab.page.locator("#wis").click()
    assert set(result_data(tab)) == EMPTY
    tab.page.reload()
    tab.page.locator("#terug").click()
    assert result_data(tab) == after
    tab.page.locator("#wis").click()
    tab.page.locator("#weg").click()
    assert tab.page.locator("#vorige").is_hidden()
    assert tab.run("() => localStorage.length") == 0
    report(tab.errors)


def test_own_sources_survive_a_second_session(visitors: Visitors) -> None:
    tab = start(visitors)
    put_in_data(tab, COMPLETE)
    add_source(tab, "Jaarverslag 2025")
    refer(tab, "jaarverslag 2025")
    made = files(tab)
    data = result_data(tab)
    assert set(made) == {"jaarverslag-2025.yml", "buurtkeuken-oost.yml"}
    for rounds in ([list(made)], [[name] for name in made], [[name] for name in reversed(made)]):
        tab = start(visitors)
        for names in rounds:
            tab.run("() => document.getElementById('laadmelding').replaceChildren()")
            chosen: Any = [{"name": n, "mimeType": "application/yaml", "buffer": made[n].encode()} for n in names]
            tab.page.set_input_files("#bestand", chosen)
            tab.page.locator("#laadmelding .melding--goed").wait_for()
        assert files(tab) == made
        tab.page.reload()
        tab.page.wait_for_function("() => WATWERKT.yamlbehoud")
        assert files(tab) == made
        assert result_data(tab) == data
    report(tab.errors)


def test_what_refers_to_an_own_source_follows_its_title(visitors: Visitors) -> None:
    tab = start(visitors)
    put_in_data(tab, COMPLETE)
    known = tab.run("() => WATWERKT.formulier.lijsten.bronnen.termen[0][0]")
    add_source(tab, "Verslag")
    refer(tab, "verslag nieuwe")
    tab.page.locator('#f-bronnen [data-veld="bron"] .invoer').fill("verslag")
    tab.page.locator('#f-bronnen [data-veld="bron"] .invoer').blur()
    title = tab.page.locator('#eigen [data-veld="title"] .invoer')
    tab.page.reload()
    for text, key in (("Jaarverslag", "jaarverslag"), (known.replace("-", " "), "jaarverslag"), ("Eind", "eind")):
        title.fill(text)
        settle(tab)
        assert result_data(tab)["bronnen"] == [{"bron": key}]
    assert next(iter(files(tab))) == "eind.yml"
    tab.page.locator('#eigen [data-veld="id"] .invoer').fill("eigen-naam")
    settle(tab)
    assert result_data(tab)["bronnen"] == [{"bron": "eigen-naam"}]
    tab.page.reload()
    title.fill("Nog een titel")
    settle(tab)
    assert result_data(tab)["bronnen"] == [{"bron": "eigen-naam"}]
    report(tab.errors)


def test_a_key_that_exists_is_a_fault_of_a_new_record_only(visitors: Visitors) -> None:
    tab = start(visitors)
    put_in_data(tab, COMPLETE)
    tab.page.locator("#f-id").fill("pak-deventer")
    settle(tab)
    assert "De sleutel pak-deventer bestaat al." in tab.page.locator(".veld__fout").first.inner_text()
    add_source(tab, tab.run("() => WATWERKT.formulier.lijsten.bronnen.termen[0][0]").replace("-", " "))
    tab.page.locator("#controleer").click()
    summary = tab.page.locator("#foutlijst").inner_text()
    assert "De sleutel pak-deventer bestaat al." in summary
    assert summary.count("bestaat al") == 2
    assert tab.page.locator("#stand").inner_text() == tab.page.locator("#foutlijst-kop").inner_text()
    tab.page.locator("#foutlijst a", has_text="pak-deventer").click()
    assert tab.run("() => document.activeElement.id") == "f-id"
    put_in(tab, PAK.read_bytes())
    assert "pak-deventer bestaat al" not in tab.page.locator("#foutlijst").inner_text()
    report(tab.errors)


def test_viewing_a_record_keeps_nothing_and_an_old_draft_says_so(visitors: Visitors) -> None:
    query = "?record=pak-deventer"
    key = "watwerkt-formulier:pak-deventer"
    tab = start(visitors, query)
    tab.page.locator("#laadmelding .melding--goed").wait_for()
    tab.page.locator("#f-kern").focus()
    tab.page.locator("#controleer").click()
    assert tab.run("() => localStorage.length") == 0
    assert result(tab) == PAK.read_text(encoding="utf-8")
    tab.page.locator("#f-titel").fill("Mijn verbetering")
    settle(tab)
    tab.visit(PAGE + query)
    tab.page.wait_for_function("() => WATWERKT.record && WATWERKT.yamlbehoud")
    assert "veranderd" not in told(tab)
    mine = result_data(tab)
    assert mine["titel"] == "Mijn verbetering"
    draft = json.loads(tab.run("key => localStorage.getItem(key)", key))
    keep(tab, draft | {"basis": draft["basis"] + "# ouder\n"}, key)
    tab.visit(PAGE + query)
    tab.page.locator("#laadmelding button").first.wait_for()
    assert "Het record op de site is veranderd sinds u hier begon" in told(tab)
    button(tab, "Neem het record van de site")
    tab.page.locator("#laadmelding .melding--goed").wait_for()
    assert result(tab) == PAK.read_text(encoding="utf-8")
    tab.page.locator("#terug").click()
    assert result_data(tab) == mine
    tab.visit(PAGE + query)
    button(tab, "Ga verder met mijn versie")
    assert result_data(tab) == mine
    tab.visit(PAGE + query)
    tab.page.wait_for_function("() => WATWERKT.record && WATWERKT.yamlbehoud")
    assert "veranderd" not in told(tab)
    tab.run("() => localStorage.clear()")
    report(tab.errors)


IN_SIGHT = """() => {
  const doel = document.activeElement;
  const vak = doel.getBoundingClientRect();
  const hoog = Math.min(vak.height, 30);
  const punt = document.elementFromPoint(vak.left + Math.min(vak.width / 2, 100), vak.top + hoog / 2);
  return vak.top >= 0 && vak.top + hoog <= innerHeight && Boolean(punt) && (doel.contains(punt) || punt.contains(doel));
}"""


@pytest.mark.parametrize(("width", "height"), [(PHONE, 640), (WIDE, 720)])
def test_a_link_to_a_fault_leads_to_a_question_in_sight(visitors: Visitors, width: int, height: int) -> None:
    tab = start(visitors, width=width)
    size = tab.page.viewport_size
    tab.page.set_viewport_size({"width": width, "height": height})
    put_in_data(tab, COMPLETE | {"kern": "kort", "themas": [], "aanpak": "Bel 06-12345678.\n" * 30, "scans": [SCAN]})
    tab.page.locator("#controleer").click()
    links = tab.page.locator("#foutlijst a")
    assert links.count() > 8
    for link in links.all():
        link.click()
        assert tab.run(IN_SIGHT), link.inner_text()
    tab.page.set_viewport_size(size or {"width": width, "height": height})
    report(tab.errors)


PASTE = """inhoud => {
  const data = new DataTransfer();
  const [tekst, html] = [].concat(inhoud);
  data.setData("text/plain", tekst);
  if (html) data.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
}"""


def test_pasted_text_has_no_tabs_and_gives_a_readable_file(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.locator("#f-aanpak").focus()
    tab.run(PASTE, "Stap\teen\r\n\tStap twee\r\n \t \r\nKlaar\r\n")
    settle(tab)
    tab.page.locator("#f-partners .lijst__voet button").click()
    tab.run(PASTE, "Stichting\nBuurt\tOost")
    tab.page.keyboard.press("Tab")
    settle(tab)
    assert "aanpak: |-\n  Stap een\n    Stap twee\n\n  Klaar\n" in result(tab)
    assert result_data(tab)["partners"] == [{"organisatie": "Stichting Buurt Oost"}]
    tab.page.locator("#f-aanpak").focus()
    tab.page.keyboard.press("Control+z")
    report(tab.errors)


def test_paragraphs_and_lists_of_a_word_processor_stay_what_they_are(visitors: Visitors) -> None:
    lines = ["Eerste alinea.", "Tweede:", "•\tkoken", "o\tsoep", "1.\teten", "Klaar\u000bmet een regeleinde."]
    html = "".join(f"<p class=MsoNormal>{line}<o:p></o:p></p>" for line in lines) + "<p><o:p>&nbsp;</o:p></p>"
    tab = start(visitors)
    tab.page.locator("#f-aanpak").focus()
    tab.run(PASTE, ["\r\n".join(lines), html])
    tab.page.locator("#f-doel").focus()
    tab.run(PASTE, ["regels die een pdf\nheeft afgebroken\n• punt", "<p>regels die een pdf<br>heeft afgebroken</p>"])
    settle(tab)
    aanpak = "Eerste alinea.\n\nTweede:\n\n- koken\n- soep\n1. eten\n\nKlaar\nmet een regeleinde."
    assert result_data(tab)["aanpak"] == aanpak
    assert result_data(tab)["doel"] == "regels die een pdf\nheeft afgebroken\n- punt"
    report(tab.errors)


def test_one_word_changes_one_line_of_a_record_of_the_site(visitors: Visitors) -> None:
    text = PAK.read_text(encoding="utf-8")
    tab = start(visitors, "?record=pak-deventer")
    tab.page.locator("#laadmelding .melding--goed").wait_for()
    field = tab.page.locator("#f-samenvatting")
    field.fill(field.input_value().replace("zonder twijfel", "vast en zeker"))
    settle(tab)
    new = set(result(tab).splitlines()) - set(text.splitlines())
    assert [line for line in new if "bijgewerkt" not in line] == [
        "  hindernissen. Partners vonden PAK vast en zeker een goed project. Het meten bleef achter:"
    ]
    assert result_data(tab)["samenvatting"] == field.input_value()
    tab.run("() => localStorage.clear()")


@pytest.mark.parametrize("query", ["?record=bestaat-niet", "?record=../../x", "?record=<b>"])
def test_a_record_that_is_not_there_is_told_and_the_form_works(visitors: Visitors, query: str) -> None:
    tab = start(visitors, query)
    assert "Dit record is er niet" in told(tab)
    tab.page.locator("#f-titel").fill("Een nieuwe praktijk")
    settle(tab)
    assert result_data(tab)["id"] == "een-nieuwe-praktijk"
    report(tab.errors)


def test_faults_are_still_told_after_a_reload(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.locator("#f-kern").fill("Te kort")
    settle(tab)
    tab.page.reload()
    assert "te kort" in tab.page.locator(".veld__fout").inner_text()
    assert tab.page.locator("#stand").inner_text() == "1 antwoord klopt nog niet."
    report(tab.errors)
