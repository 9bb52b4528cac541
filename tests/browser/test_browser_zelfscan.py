"""The quick-scan of one's own project: answered with the keyboard, computed here, kept here, handed on as a record."""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

import pytest
from browsing import PHONE, WIDE
from built_site import REPOSITORY, report

from watwerkt.knowledge.loading import load
from watwerkt.reading.document import parse
from watwerkt.records import Oordeel, Scan, Verwijzing
from watwerkt.records.scan import Beoordelaar, Beoordelaarsrol
from watwerkt.scoring import adviezen, profiel
from watwerkt.views.profiel import profielbeeld, strip_tekst

if TYPE_CHECKING:
    from pathlib import Path

    from browsing import Scheme, Tab, Visitors

    from watwerkt.knowledge.kennisbank import Kennisbank

KEY = "watwerkt-quickscan"
ANSWERS = list(islice(cycle(["4", "3", "2", "onbekend", "0", "1", "3"]), 25))
QUIET = 2_200
"""Milliseconds after which the live region has spoken."""

FILL = """answers => {
  const questions = [...document.querySelectorAll("fieldset[data-criterium]")];
  answers.forEach((answer, place) => questions[place].querySelector(`input[value="${answer}"]`).click());
}"""
STATE = """() => ({
  answers: [...document.querySelectorAll("fieldset[data-criterium] input:checked")].map(e => e.value),
  verdict: document.getElementById("stand-oordeel").textContent,
  description: document.querySelector(".zelfscan__stand svg desc").textContent,
  progress: document.getElementById("voortgang").value,
  advice: [...document.querySelectorAll("#advies .stap__titel")].map(e => e.textContent),
  lists: [...document.querySelectorAll("#advies ol")].map(e => [e.start, e.children.length]),
  stored: localStorage.getItem("watwerkt-quickscan"),
})"""


@pytest.fixture(scope="session")
def kennisbank() -> Kennisbank:
    """The real content, as the site was built from it."""
    return load(REPOSITORY / "content")


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, visitors: Visitors, site_dir: Path) -> str:
    """The site from a server, and from a stick."""
    return visitors.root if request.param == "http" else site_dir.as_uri()


def start(visitors: Visitors, root: str = "", width: int = WIDE, scheme: Scheme = "light") -> Tab:
    """Open the quick-scan as a visitor who was never here."""
    tab = visitors.tab(width, scheme, root=root)
    tab.visit("quickscan/index.html")
    tab.run("() => localStorage.clear()")
    tab.visit("quickscan/index.html")
    return tab


def fill(tab: Tab, answers: list[str]) -> dict[str, Any]:
    tab.run(FILL, answers)
    return state(tab)


def state(tab: Tab) -> dict[str, Any]:
    found: dict[str, Any] = tab.run(STATE)
    return found


def expected(kennisbank: Kennisbank, answers: list[str]) -> dict[str, Any]:
    """What Python makes of the same answers."""
    rubriek, rest = kennisbank.rubriek, iter(answers)
    bron = (Verwijzing(bron="rem-op-de-projectencarrousel", plaats="regel 1"),)
    oordelen = {
        d.id: {
            c.id: Oordeel(niveau="onbekend" if a == "onbekend" else int(a), onderbouwing="Zo is het.", bronnen=bron)
            for c, a in zip(d.criteria, rest, strict=False)
        }
        for d in rubriek.dimensies
    }
    wie = Beoordelaar(rol=Beoordelaarsrol.ZELF, organisatie="Wij")
    scan = Scan(datum="2026-11-21", beoordelaar=wie, basis="Onze verslagen.", oordelen=oordelen)
    beeld = profielbeeld(rubriek, profiel(rubriek, scan), "", beoordeeld=True)
    labels = {(d.id, c.id): c.label for d in rubriek.dimensies for c in d.criteria}
    return {
        "verdict": beeld.oordeel,
        "description": strip_tekst(beeld.balken),
        "advice": [labels[r.dimensie, r.criterium] for r in adviezen(rubriek, scan)],
    }


def press_tab_until(tab: Tab, script: str, most: int = 60) -> None:
    for _ in range(most):
        tab.page.keyboard.press("Tab")
        if tab.run(script):
            return
    pytest.fail(f"na {most} keer Tab nog niet bij {script}", pytrace=False)


def answer_by_keyboard(tab: Tab, answers: list[str]) -> None:
    """Answer in turn with arrows and with the number itself, going from question to question with Tab."""
    for place, answer in enumerate(answers):
        here = f"document.querySelectorAll('fieldset[data-criterium]')[{place}]"
        press_tab_until(
            tab, f"() => document.activeElement.type === 'radio' && {here}.contains(document.activeElement)"
        )
        if place % 2 or answer == "0":
            tab.page.keyboard.press("?" if answer == "onbekend" else answer)
        else:
            for _ in range(5 if answer == "onbekend" else int(answer)):
                tab.page.keyboard.press("ArrowDown")


def test_the_whole_journey_with_the_keyboard(visitors: Visitors, root: str, kennisbank: Kennisbank) -> None:
    tab = start(visitors, root)
    tab.requests.clear()
    answer_by_keyboard(tab, ANSWERS)
    press_tab_until(tab, "() => document.activeElement.getAttribute('href') === '#resultaat'")
    tab.page.keyboard.press("Enter")
    found = state(tab)
    assert found["answers"] == ANSWERS
    assert found["progress"] == len(ANSWERS)
    assert {key: found[key] for key in ("verdict", "description", "advice")} == expected(kennisbank, ANSWERS)
    assert found["lists"] == [[1, 3], [4, len(found["advice"]) - 3]], "the numbers go on, as in the print"
    assert tab.run("() => document.getElementById('resultaat').getBoundingClientRect().top < innerHeight")
    assert tab.page.locator("#voorbeelden a").count() > 0
    # the icon of the tab may come after the page
    assert [url for url in tab.requests if not url.endswith("icoon.svg")] == []
    assert found["stored"] is None
    report(tab.errors)


@pytest.mark.parametrize("answers", [["4"] * 25, ["0"] * 25, ["onbekend"] * 25, ["2", "3", "1", "4"], ["4"] * 12])
def test_the_page_says_what_python_says(visitors: Visitors, kennisbank: Kennisbank, answers: list[str]) -> None:
    found = fill(start(visitors), answers)
    wanted = expected(kennisbank, answers)
    wanted["verdict"] = wanted["verdict"].replace("Oordeel: onvoldoende bekend", "Nog te weinig bekend")
    assert {key: found[key] for key in wanted} == wanted
    assert "?." not in str(visitors.tab().page.locator("#advies").text_content())


def test_links_of_the_result_lead_somewhere(visitors: Visitors, root: str) -> None:
    tab = start(visitors, root)
    fill(tab, ANSWERS)
    links = tab.run("() => [...document.querySelectorAll('#uitslag a')].map(a => a.href)")
    assert len(links) > 10
    for link in sorted({link.partition("#")[0] for link in links if "/quickscan/" not in link}):
        tab.errors.clear()
        tab.page.goto(link)
        assert tab.page.locator("main h1").count() == 1, link
        assert not tab.errors, link


def test_answers_are_kept_only_when_asked(visitors: Visitors, root: str) -> None:
    tab = start(visitors, root)
    fill(tab, ANSWERS[:3])
    tab.visit("over/index.html")
    tab.page.go_back()
    found = state(tab)
    assert (found["answers"], found["progress"], found["stored"]) == (ANSWERS[:3], 3, None), "coming back loses nothing"
    tab.visit("quickscan/index.html")
    assert state(tab)["answers"] == []
    fill(tab, ANSWERS[:3])
    tab.page.locator("#bewaar").check()
    tab.visit("quickscan/index.html")
    assert state(tab)["answers"] == ANSWERS[:3]
    assert tab.page.locator("#bewaar").is_checked()
    tab.page.locator("#bewaar").uncheck()
    assert state(tab)["stored"] is None


def test_clearing_takes_everything_away_and_can_be_undone(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.locator("#bewaar").check()
    fill(tab, ANSWERS[:4])
    tab.page.locator("#wis").click()
    found = state(tab)
    assert (found["answers"], found["stored"], found["verdict"]) == ([], None, "Nog niet ingevuld")
    tab.page.locator("#terug").click()
    found = state(tab)
    assert (found["answers"], found["stored"]) == (ANSWERS[:4], None)


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "[]",
        '{"velden": {"__proto__": "x"}}',
        '{"velden": [["__proto__", "x"], ["constructor", "y"], [1, 2], null, ["aanpak.integraal", "<b>"]]}',
    ],
)
def test_damaged_storage_does_no_harm(visitors: Visitors, stored: str) -> None:
    tab = start(visitors)
    tab.run("([key, value]) => localStorage.setItem(key, value)", [KEY, stored])
    tab.visit("quickscan/index.html")
    assert state(tab)["answers"] == []
    assert tab.run("() => ({}).x === undefined && typeof ({}).constructor === 'function'")
    report(tab.errors)
    tab.run("() => localStorage.clear()")


def test_the_live_region_waits_and_speaks_once(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.run("""() => {
      window.spoken = [];
      const region = document.getElementById("stand-melding");
      new MutationObserver(() => window.spoken.push(region.textContent)).observe(region, { childList: true });
    }""")
    for number in range(1, 5):
        fill(tab, ANSWERS[:number])
    assert tab.run("() => window.spoken") == []
    tab.page.wait_for_timeout(QUIET)
    spoken = tab.run("() => window.spoken")
    assert spoken == ["Effectieve aanpak: 75 van 100, tussen 45 en 85. 4 van 25 beantwoord."]


def give_reasons(tab: Tab, reden: str) -> None:
    tab.run("() => document.querySelectorAll('details.vraag__reden').forEach(d => { d.open = true })")
    for name in ("integraal", "eigen_kracht"):
        tab.page.locator(f"#v-aanpak-{name}-reden").fill(reden)
        tab.page.locator(f"#v-aanpak-{name}-bron").fill("rem-op-de-projectencarrousel")
        tab.page.locator(f"#v-aanpak-{name}-plaats").fill("hoofdstuk 1, regel 326-341")


def test_the_answers_go_along_to_the_form(visitors: Visitors, root: str) -> None:
    tab = start(visitors, root)
    fill(tab, ANSWERS)
    give_reasons(tab, "Er is één plan per huishouden.")
    tab.page.locator("#formulierlink").click()
    tab.page.locator("#laadmelding", has_text="Uw quick-scan staat in het formulier").wait_for()
    text = tab.page.locator("#bestanden section:last-child textarea").input_value()
    scan = parse(text.encode(), "").data["scans"][0]
    assert scan["beoordelaar"] == {"rol": "zelf"}
    levels = [str(oordeel["niveau"]) for criteria in scan["oordelen"].values() for oordeel in criteria.values()]
    assert levels == ANSWERS
    assert scan["oordelen"]["aanpak"]["integraal"] == {
        "niveau": int(ANSWERS[0]),
        "onderbouwing": "Er is één plan per huishouden.",
        "bronnen": [{"bron": "rem-op-de-projectencarrousel", "plaats": "hoofdstuk 1, regel 326-341"}],
    }
    tab.run("() => localStorage.clear()")
    report(tab.errors)


def test_text_of_the_visitor_is_never_html(visitors: Visitors) -> None:
    tab = start(visitors)
    fill(tab, ["4"] * 5 + ["1"] * 20)
    evil = "<img src=x onerror=\"document.title='stuk'\"><script>document.title='stuk'</script>"
    give_reasons(tab, evil)
    assert tab.page.locator("#zelfscan :is(img, script)").count() == 0
    assert tab.page.title() != "stuk"
    assert "<img" in tab.page.locator("#punten").inner_text()
    report(tab.errors)


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("answered", [0, 12, 25])
def test_axe_finds_nothing(visitors: Visitors, width: int, answered: int) -> None:
    tab = start(visitors, width=width)
    fill(tab, ANSWERS[:answered])
    tab.open_details()
    report(tab.axe())


def test_a_filled_in_page_fits_a_phone_and_a_finger(visitors: Visitors) -> None:
    tab = start(visitors, width=PHONE)
    fill(tab, ANSWERS)
    tab.open_details()
    report([*tab.probe("overflow"), *tab.probe("small_targets")])


def test_the_focus_is_never_under_the_progress_bar(visitors: Visitors) -> None:
    tab = start(visitors, width=PHONE)
    fill(tab, ANSWERS)
    tab.run("() => document.activeElement.blur()")
    tab.probe("focus")
    problems = []
    for _ in range(120):
        tab.page.keyboard.press("Tab")
        here = tab.run("() => nextStop()")
        if here is None or here["before"] >= 0:
            break
        problems += [f"{here['name']}: {problem}" for problem in here["problems"]]
    report(problems)


def test_on_paper_it_is_a_list_to_fill_in_or_a_report(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.emulate_media(media="print")
    try:
        report(tab.probe("printed"))
        assert tab.page.locator(".vraag .keuze:visible").count() == 25 * 6
        assert not tab.page.locator("#resultaat").is_visible()
        tab.page.emulate_media(media="screen")
        fill(tab, ANSWERS)
        tab.page.emulate_media(media="print")
        report(tab.probe("printed"))
        assert tab.page.locator(".vraag .keuze:visible").count() == 25
        top = "e => e.getBoundingClientRect().top"
        result, questions = tab.page.locator("#resultaat"), tab.page.locator("#vragen")
        assert result.evaluate(top) < questions.evaluate(top)
        assert not tab.page.locator("#record").is_visible()
    finally:
        tab.page.emulate_media(media="screen")


def test_without_javascript_the_questions_and_anchors_are_there(visitors: Visitors, kennisbank: Kennisbank) -> None:
    tab = visitors.tab(script=False)
    tab.visit("quickscan/")
    shown = tab.page.locator("main").inner_text()
    criteria = [c for d in kennisbank.rubriek.dimensies for c in d.criteria]
    texts = [text for c in criteria for text in (c.vraag, c.anker_0, c.anker_2, c.anker_4)]
    report(text for text in texts if " ".join(text.split()) not in " ".join(shown.split()))
    assert not tab.page.locator("#resultaat, #record, #bewaar").first.is_visible()
