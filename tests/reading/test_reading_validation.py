"""Complaints of the models become Dutch findings: one per cause, at the right place, with what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from watwerkt.reading.document import MAX_FINDINGS, Document, parse
from watwerkt.reading.validation import validate
from watwerkt.records import Bron, Praktijk, Scan

if TYPE_CHECKING:
    from watwerkt.reading.findings import Finding

SCAN = """\
datum: 2026-11-21
beoordelaar: {rol: redactie, organisatie: De Tulp}
basis: Een rapport.
oordelen:
  meten:
    effect: {niveau: onbekend}
"""


def check(text: str, model: type = Scan) -> tuple[object | None, list[Finding]]:
    document: Document = parse(text.encode(), "x.yml")
    assert document.findings == []
    return validate(document, model)


def test_a_good_record_has_no_findings() -> None:
    record, findings = check(SCAN)
    assert isinstance(record, Scan)
    assert findings == []


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "words"),
    [
        ("basis: Een rapport.\n", "", "WW202", (1, 1), "‘basis’ ontbreekt"),
        ("rol: redactie, ", "", "WW202", (2, 1), "‘rol’ ontbreekt"),
        ("basis:", "bassis:", "WW203", (3, 1), "‘bassis’ bestaat hier niet"),
        ("rol: redactie", "rol: redactie, naam: x", "WW203", (2, 30), "onder `beoordelaar`"),
        ("De Tulp", "2012", "WW204", (2, 43), "moet tekst zijn, maar is `2012`"),
        ("De Tulp", "[a]", "WW204", (2, 43), "maar is een lijst"),
        ("De Tulp", "true", "WW204", (2, 43), "`true`"),
        ("De Tulp}", "}", "WW209", (2, 30), "is leeg"),
        ("basis:", "getoetst: ja\nbasis:", "WW206", (3, 11), "true of false"),
        ("{rol: redactie, organisatie: De Tulp}", "redactie", "WW208", (2, 14), "groep velden"),
        ("{niveau: onbekend}", "2", "WW208", (6, 13), "‘effect’"),
        ("redactie", "redaktie", "WW213", (2, 20), "kan niet `redaktie`"),
        ("onbekend", "5", "WW303", (6, 22), "kies 0, 1, 2, 3, 4 of onbekend"),
        ("onbekend", "-1", "WW303", (6, 22), "`-1`"),
        ("onbekend", "2.5", "WW303", (6, 22), "`2.5`"),
        ("onbekend", '"2"', "WW303", (6, 22), '`"2"`'),
        ("onbekend", "onbekent", "WW303", (6, 22), "`onbekent`"),
        ("onbekend", "true", "WW303", (6, 22), "`true`"),
        ("onbekend", "", "WW209", (6, 14), "is leeg"),
        ("{niveau: onbekend}", "{niveau: 3}", "WW310", (6, 13), "zonder onderbouwing en bron"),
        ("    effect:", "    ef fect:", "WW215", (6, 5), "`ef fect` is geen geldige sleutel"),
        ("2026-11-21", "21-11-2026", "WW217", (1, 8), "is geen datum"),
        ("2026-11-21", "2026-02-29", "WW218", (1, 8), "februari heeft geen dag 29"),
        ("2026-11-21", "2026", "WW204", (1, 8), "moet tekst zijn"),
    ],
)
def test_fault_is_told_once_at_its_place(old: str, new: str, code: str, place: tuple[int, int], words: str) -> None:
    assert old in SCAN
    record, findings = check(SCAN.replace(old, new, 1))
    assert record is None
    assert [(item.code, (item.regel, item.kolom)) for item in findings] == [(code, place)]
    assert words in findings[0].boodschap


def test_numbers_and_lists() -> None:
    source = "id: x\ntype: report\ntitle: T\nkort: K\nissued: 2012\nauthor: Platform31\nurl: www.x.nl\n"
    record, findings = check(source, Bron)
    assert record is None
    assert [(item.regel, item.code) for item in findings] == [(4, "WW211"), (6, "WW207"), (7, "WW216")]


def test_a_suggestion_comes_with_a_misspelling() -> None:
    _, findings = check(SCAN.replace("organisatie", "organisate"))
    assert len(findings) == 1
    assert findings[0].advies.startswith("Bedoelt u `organisatie`?")
    _, findings = check(SCAN.replace("redactie", "redaktie"))
    assert findings[0].advies.startswith("Bedoelt u `redactie`? Kies uit: `zelf`")


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "advice"),
    [
        ("onbekend", '"3"', "WW303", (6, 22), "Haal de aanhalingstekens weg: `niveau: 3`."),
        ("onbekend", "Onbekend", "WW303", (6, 22), "Bedoelt u `onbekend`?"),
        ("onbekend", "", "WW209", (6, 14), "Schrijf `onbekend`, of kies 0"),
        ("2026-11-21", "1-2-2020", "WW217", (1, 8), "Bedoelt u `2020-02-01`?"),
        ("2026-11-21", "1 februari 2020", "WW217", (1, 8), "Bedoelt u `2020-02-01`?"),
        ("2026-11-21", "1 feb. 2020", "WW217", (1, 8), "Bedoelt u `2020-02-01`?"),
        ("2026-11-21", "31-2-2020", "WW217", (1, 8), "Schrijf jaar, maand en dag"),
        ("2026-11-21", "februari", "WW217", (1, 8), "Schrijf jaar, maand en dag"),
        ("basis: Een rapport.", "basis:\n  Let op: een rapport.", "WW112", (4, 3), "Zet `>-` achter `basis:`"),
        ("basis: Een rapport.", "basis:\n  datum: een rapport.", "WW204", (4, 3), "Schrijf hier één tekst."),
    ],
)
def test_advice_fits_what_was_typed(old: str, new: str, code: str, place: tuple[int, int], advice: str) -> None:
    _, findings = check(SCAN.replace(old, new, 1))
    assert [(item.code, (item.regel, item.kolom)) for item in findings] == [(code, place)]
    assert findings[0].advies.startswith(advice)


LISTS: list[tuple[str, str, str]] = [
    ("themas: werk, wonen", "op een eigen regel", "themas:\n  - werk\n  - wonen"),
    ("themas:\n  – werk\n  – wonen", "gewoon streepje (-)", "themas:\n  - werk\n  - wonen"),
    ("themas:\n  -werk", "gewoon streepje (-)", "themas:\n  - werk"),
    ("themas: 12", "op een eigen regel", "themas:\n  - 12"),
    ("locaties: Deventer", "op een eigen regel", "locaties:\n  - gemeente: Deventer"),
    ("locaties:\n  gemeente: Deventer\n  wijk: 1", "voor het eerste veld", "  - gemeente: Deventer\n    wijk: 1"),
]


@pytest.mark.parametrize(("typed", "advice", "block"), LISTS)
def test_a_list_is_shown_as_it_should_be_written(typed: str, advice: str, block: str) -> None:
    _, findings = check(f"{typed}\n", Praktijk)
    (finding,) = [item for item in findings if item.code == "WW207"]
    assert advice in finding.advies
    assert block in finding.advies


def test_a_number_is_shown_as_typed() -> None:
    _, findings = check("kosten:\n  - bedrag: 800.000\n    per: jaar\n    jaar: 2011\n", Praktijk)
    (finding,) = [item for item in findings if item.code == "WW205"]
    assert "`800.000`" in finding.boodschap
    assert "Bedoelt u `800000`?" in finding.advies


def test_many_faults_are_told_all_at_once_but_not_without_end() -> None:
    text = SCAN + "".join(f"veld_{i}: x\n" for i in range(MAX_FINDINGS + 50))
    _, findings = check(text)
    assert len(findings) == MAX_FINDINGS
    assert "nog 50 punten" in findings[-1].advies


def test_a_list_or_text_is_no_record() -> None:
    for text in ("- a\n", "a\n", "12\n"):
        record, findings = check(text)
        assert record is None
        assert [item.code for item in findings] == ["WW201"]
