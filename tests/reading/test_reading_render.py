"""Renderers: text with a caret, GitHub annotations, JSON and SARIF."""

from __future__ import annotations

import json

import pytest

from watwerkt.reading import render
from watwerkt.reading.codes import CODES
from watwerkt.reading.document import make
from watwerkt.reading.findings import Finding, dotted

FINDINGS = [
    make("content/praktijken/a b.yml", 2, 9, "status", "WW213", "Een %, een: en\nregel.", "Kies x, y."),
    make("content/praktijken/a b.yml", 3, 1, "", "WW423", "Nog iets."),
    make("content/praktijken/c.yml", 9, 1, "scans[0].datum", "WW603", "Tip."),
]
LINES = {"content/praktijken/a b.yml": ["id: a", "status: loopt\x1b[31m nog", "\ttab"]}


def source(bestand: str) -> list[str]:
    return LINES.get(bestand, [])


MILD = f"content/praktijken/c.yml\n  9:1  tip WW603  scans[0].datum\n      Tip.\n      → {CODES['WW603'].oplossing}\n\n"
SERIOUS = (
    "content/praktijken/a b.yml\n"
    "  3:1  waarschuwing WW423  Deze uitzondering is niet meer nodig\n"
    "      Nog iets.\n"
    "      3 | \\u0009tab\n"
    "        | ^\n"
    f"      → {CODES['WW423'].oplossing}\n"
    "\n"
    "  2:9  fout WW213  status\n"
    "      Een %, een: en\n"
    "        regel.\n"
    "      2 | status: loopt\\u001b[31m nog\n"
    "        |         ^\n"
    "      → Kies x, y.\n"
    "\n"
    "1 fout, 1 waarschuwing en 1 tip in 2 bestanden; 7 bestanden gecontroleerd.\n"
)


def test_text_groups_per_file_with_the_errors_last() -> None:
    assert render.text(FINDINGS, source, 7) == MILD + SERIOUS


def test_text_can_count_tips_instead() -> None:
    shown = render.text([*FINDINGS, FINDINGS[2]], source, 7, tips=False)
    counted = f"2 tips (WW603 {CODES['WW603'].titel}): toon ze met --tips\n\n"
    assert shown == counted + SERIOUS.replace("1 tip", "2 tips")


def test_an_example_in_an_advice_keeps_its_lines() -> None:
    shown = render.text([make("x", 1, 1, "", "WW207", "Fout.", "Zo:\nthemas:\n  - \x1bwerk")], source, 1)
    assert "      → Zo:\n          themas:\n            - \\u001bwerk\n" in shown


def test_a_line_of_odd_signs_does_not_fill_the_screen() -> None:
    for kolom in (1, 40, 4000):
        shown = render.text([make("x", 1, kolom, "", "WW105", "Fout.")], lambda _: ["\x07" * 5000], 1)
        assert max(len(line) for line in shown.splitlines()) <= 110


def test_the_caret_stays_in_sight_on_a_long_line() -> None:
    finding = make("x", 1, 501, "", "WW213", "Fout.")
    shown = render.text([finding], lambda _: ["a" * 500 + "B" + "c" * 500], 1).splitlines()
    excerpt, caret = shown[3], shown[4]
    assert len(excerpt) < 110
    assert excerpt[caret.index("^")] == "B"


def test_colour_is_only_added_when_asked() -> None:
    assert "\x1b" not in render.text(FINDINGS, source, 7)
    assert "\x1b[31;1mfout\x1b[0m" in render.text(FINDINGS, source, 7, colour=True)


@pytest.mark.parametrize(
    ("findings", "checked", "line"),
    [
        ([], 1, "Alles in orde: 1 bestand gecontroleerd, niets gevonden."),
        (FINDINGS[:1], 1, "1 fout in 1 bestand; 1 bestand gecontroleerd."),
        (FINDINGS[:1] * 2, 3, "2 fouten in 1 bestand; 3 bestanden gecontroleerd."),
        (FINDINGS[1:], 3, "1 waarschuwing en 1 tip in 2 bestanden; 3 bestanden gecontroleerd."),
    ],
)
def test_summary(findings: list[Finding], checked: int, line: str) -> None:
    assert render.summary(findings, checked) == line


def test_github_annotations_are_escaped() -> None:
    first, second, third = render.github(FINDINGS).splitlines()
    assert first == (
        "::error file=content/praktijken/a b.yml,line=2,col=9,title=WW213 Deze keuze bestaat niet"
        "::status: Een %25, een: en%0Aregel. Kies x, y."
    )
    assert second.startswith("::warning file=")
    assert third.startswith("::notice file=")


def test_github_file_names_cannot_add_properties() -> None:
    finding = make("a,line=9:b%.yml", 1, 1, "", "WW151", "x.")
    assert render.github([finding]).startswith("::error file=a%2Cline=9%3Ab%25.yml,line=1,col=1,title=")


def test_json_has_every_field_of_a_finding() -> None:
    rows = json.loads(render.as_json(FINDINGS))
    assert [list(row) for row in rows] == [
        ["bestand", "regel", "kolom", "pad", "code", "niveau", "boodschap", "advies"]
    ] * 3
    assert rows[0]["niveau"] == "fout"
    assert json.loads(render.as_json([])) == []


def test_sarif_has_rules_levels_and_places() -> None:
    log = json.loads(render.sarif(FINDINGS, "0.1.0"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    for result, finding in zip(run["results"], FINDINGS, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert result["level"] in {"error", "warning", "note"}
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"] == {"startLine": finding.regel, "startColumn": finding.kolom}
        assert location["physicalLocation"]["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("a%20b.yml")


def test_findings_sort_by_file_line_column_and_code() -> None:
    assert sorted([FINDINGS[2], FINDINGS[0], FINDINGS[1]]) == FINDINGS
    assert dotted(("scans", 0, "oordelen", "meten")) == "scans[0].oordelen.meten"
    assert dotted(()) == ""
