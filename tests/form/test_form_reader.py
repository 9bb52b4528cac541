"""What the form and `watwerkt check` must see alike: tabs, telephone numbers however they are typed, a missing key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_reading_document import TABS

from watwerkt.reading.dates import iso_form
from watwerkt.reading.document import parse
from watwerkt.reading.privacy import email, telephone

Ask = Callable[[dict[str, Any]], Any]
MANY = settings(max_examples=300, suppress_health_check=list(HealthCheck), database=None, derandomize=True)


@pytest.mark.parametrize(("text", "place"), TABS)
def test_a_tab_is_refused_at_its_place(ask: Ask, text: str, place: tuple[int, int]) -> None:
    assert ask({"lees": text}) == {
        "fout": f"Regel {place[0]}, teken {place[1]}: hier staat een tab. Vervang elke tab door twee spaties."
    }


def test_a_hard_space_is_refused_as_indentation_and_kept_in_a_text(ask: Ask) -> None:
    said = ask({"lees": "id: x\nbewijs:\n \u00a0niveau: 1\n"})["fout"]
    assert said.startswith("Regel 3, teken 2: hier staat een harde spatie")
    record = {"id": "x", "aanpak": "Samen:\n\u00a0doel: praten"}
    written = ask({"schrijf": record})
    assert ask({"lees": written}) == {"data": record}
    assert parse(written.encode(), "x.yml").data == record


def test_a_missing_key_follows_from_the_title(ask: Ask) -> None:
    advice = [words for code, words in ask({"advies": {"titel": "Buurtkamer ’t Hoekje (Oost)"}}) if code == "WW202"]
    assert advice[0].startswith("Zet erbij: `id: buurtkamer-t-hoekje-oost`.")


PIECES = st.sampled_from(
    ["06", "0031", "+31", "(0)", "6", "0", "010", "0570", "0800", "088", "12345678", "1234", "5678", "34 56 78",
     "1234567", "2019", "12", "€ ", "€ 0.", "612.345.678", "ISBN 0", "+49", "+32 470", "bel ", ", ", "01-02-2010"]
)  # fmt: skip
GAPS = st.sampled_from(["", " ", "-", " - ", "–", " – ", "\u2011", "\u00a0", "\u202f", ".", "/", " / ", "·", "_", "("])


@MANY
@given(st.lists(st.tuples(PIECES, GAPS), min_size=2, max_size=8))
@example([("06", " - "), ("612.345.678", "")])
def test_telephone_numbers_are_seen_alike(ask: Ask, parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{piece}{gap}" for piece, gap in parts)
    here = [(slip.snippet, slip.boodschap) for slip in telephone(text)]
    there = [(piece, said) for code, piece, said in ask({"tekst": text, "opmaak": False}) if code == "WW511"]
    assert there == here[:5]


NAMES = st.sampled_from(["jan", "info", "j.jansen", "Project_Tulp", "wijk-team", "de", "voorbeeld", "nl", "at", "punt"])
SIGNS = st.sampled_from(["@", " @ ", "(at)", " [at] ", " apenstaartje ", ".", " punt ", "(dot)", " ", ", "])


@MANY
@given(st.lists(st.tuples(NAMES, SIGNS), min_size=2, max_size=8))
def test_addresses_are_seen_alike(ask: Ask, parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{name}{sign}" for name, sign in parts)
    here = [(slip.snippet, slip.boodschap) for slip in email(text)]
    there = [(piece, said) for code, piece, said in ask({"tekst": text, "opmaak": False}) if code == "WW510"]
    assert there == here[:5]


@pytest.mark.parametrize("typed", ["3 mrt. 2019", "3 mrt 2019", "3 maart 2019", "3-3-2019"])
def test_a_dutch_date_gets_the_same_advice(ask: Ask, typed: str) -> None:
    assert iso_form(typed) == "2019-03-03"
    advice = [words for code, words in ask({"advies": {"start": typed}}) if code == "WW217"]
    assert advice[0].startswith("Bedoelt u `2019-03-03`?")
