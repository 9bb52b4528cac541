"""The record that the quick-scan writes is valid YAML for the reader, whatever people type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from watwerkt.knowledge.examination import examine
from watwerkt.reading.document import parse
from watwerkt.reading.findings import Ernst
from watwerkt.records import Praktijk

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[[dict[str, Any]], Any]

BRON = "rem-op-de-projectencarrousel"
SETTINGS = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

NASTY = (
    '"',
    "\\",
    "': # { [ - ? ! & * | > % @ `",
    "a\nb: c\n- d",
    "a\u0085b\u2028c\u2029d\x00e\x1bf\r\ng",
    "\ud800 los",
    "\u202e\u200b\ufeff\u00ad",
    "e\u0301e\u0301n",
    "--- \n...\n",
    "!!python/object:os.system",
    "*anker &anker <<: {}",
    "\U0001f600 vlag \U000e0067",
    "onbekend",
    "null",
    "1e3",
)


def answer(key: str, niveau: str | None, reden: str = "", bron: str = "", plaats: str = "") -> dict[str, Any]:
    return {"id": key, "niveau": niveau, "reden": reden, "bron": bron, "plaats": plaats}


def facts(**changes: Any) -> dict[str, Any]:
    complete = {
        "id": "buurtkeuken-oost",
        "titel": "Buurtkeuken Oost",
        "kern": "Buren koken elke week samen en leren elkaar zo kennen.",
        "samenvatting": "Elke week koken buren samen in het buurthuis. Wie alleen is, wordt thuis opgehaald.",
        "soort": "bewonersinitiatief",
        "thema": "eenzaamheid-en-ontmoeting",
        "doelgroep": "volwassenen",
        "status": "lopend",
        "organisatie": "Stichting Buurtkeuken",
        "basis": "Eigen verslagen van twee jaar.",
        "datum": "2026-11-21",
        "dimensies": [
            {
                "id": "meten",
                "antwoorden": [
                    answer("nulmeting", "3", "Er is een beginmeting.", BRON, "hoofdstuk 2, regel 653-664"),
                    answer("effect", "onbekend"),
                    answer("tel_en_vertel", "2", "Er is een boekje met verhalen."),
                    answer("veranderingstheorie", None),
                ],
            },
            {"id": "coalitie", "antwoorden": [answer("breedte", "1")]},
        ],
    }
    return complete | changes


def record(ask: Ask, **changes: Any) -> tuple[str, list[str]]:
    found = ask({"gegevens": facts(**changes), "bronnen": [BRON]})
    return found["tekst"], found["ontbreekt"]


def faults(text: str, allowed: str = "") -> list[str]:
    """Errors of the reader, but for those whose code starts with ``allowed``."""
    found = examine(text.encode(), "praktijken").findings
    return [
        f"{f.code} {f.pad}: {f.boodschap}"
        for f in found
        if f.niveau is Ernst.FOUT and not (allowed and f.code.startswith(allowed))
    ]


def test_a_complete_example_is_a_valid_record(ask: Ask) -> None:
    text, missing = record(ask)
    assert missing == []
    assert faults(text) == []
    praktijk = examine(text.encode(), "praktijken").record
    assert isinstance(praktijk, Praktijk)
    oordelen = praktijk.scans[0].oordelen
    assert oordelen["meten"]["nulmeting"].niveau == 3
    assert oordelen["meten"]["nulmeting"].bronnen[0].bron == BRON
    assert oordelen["meten"]["effect"].niveau == "onbekend"
    assert set(oordelen) == {"meten"}
    assert set(oordelen["meten"]) == {"nulmeting", "effect"}


def test_a_level_without_reason_and_source_is_a_comment(ask: Ask) -> None:
    text, _ = record(ask)
    assert "        # tel_en_vertel, niveau 2: vul onderbouwing en bron in\n" in text
    assert '        #   onderbouwing: "Er is een boekje met verhalen."\n' in text
    assert "      # coalitie:\n        # breedte, niveau 1: vul onderbouwing en bron in\n" in text
    assert "veranderingstheorie" not in text


def test_a_source_that_is_not_in_the_bibliography_is_not_invented(ask: Ask) -> None:
    answers = [answer("nulmeting", "3", "Er is een beginmeting.", "eigen-verslag", "bladzijde 3")]
    text, _ = record(ask, dimensies=[{"id": "meten", "antwoorden": answers}])
    assert '        #   bron: "eigen-verslag", plaats: "bladzijde 3"\n' in text
    assert "    oordelen: {}\n" in text
    assert faults(text) == []


def test_what_is_missing_is_said_and_left_out(ask: Ask) -> None:
    text, missing = record(ask, id="Geen Sleutel", titel=" ", kern="te kort", thema="", organisatie="", basis="\u200b")
    assert missing == ["sleutel", "titel", "in één zin", "thema", "organisatie", "waarop u oordeelt"]
    assert not [line for line in faults(text) if not line.startswith("WW202")]
    assert "te kort" not in text


def test_no_answer_at_all_gives_an_empty_scan(ask: Ask) -> None:
    text, _ = record(ask, dimensies=[])
    assert faults(text) == []


def examples(test: Any) -> Any:
    for text in NASTY:
        test = example(text)(test)
    return test


@examples
@given(text=st.text(max_size=80))
@SETTINGS
def test_any_text_stays_inside_its_field(ask: Ask, text: str) -> None:
    answers = [answer("nulmeting", "3", text, BRON, text), answer("effect", "onbekend", text), answer("b", "1", text)]
    raw, missing = record(
        ask, titel=f"x{text}", kern=text, samenvatting=text, organisatie=f"x{text}", basis=f"x{text}",
        dimensies=[{"id": "meten", "antwoorden": answers}],
    )  # fmt: skip
    # WW5xx is about what a text says (HTML, an e-mail address): for people to mend, not for the writer to hide
    assert [f for f in faults(raw, "WW5") if not f.startswith("WW202")] == []
    assert not [f for f in faults(raw) if f.startswith("WW506")]
    data = parse(raw.encode(), "").data
    assert isinstance(data, dict)
    expected = {"titel", "soort", "themas", "doelgroepen", "status", "record_status", "bijgewerkt", "scans", "id"}
    assert expected <= set(data) <= expected | {"kern", "samenvatting"}
    assert "titel" not in missing
    if re.fullmatch(r"[ -~]*", text):
        assert data["titel"] == " ".join(f"x{text}".split())
        assert data["scans"][0]["basis"] == data["titel"]


@pytest.mark.parametrize(
    ("titel", "key"),
    [
        ("Buurt & co 2.0", "buurt-co-2-0"),
        ("Café Één", "cafe-een"),
        ("  ", ""),
        ("一二三", ""),
        (" ".join("abcdefghijklmnop"), "a-b-c-d-e-f-g-h-i-j-k-l"),
        ("x" * 200, "x" * 80),
        (f"{'x' * 79} y", "x" * 79),
    ],
)
def test_a_title_gives_a_key(ask: Ask, titel: str, key: str) -> None:
    assert ask({"titel": titel}) == key
