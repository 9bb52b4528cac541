"""Drafts and files without a page: what is a draft, what files make together, and what of a file stays as it was."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from built_site import REPOSITORY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from records_made import practices

from watwerkt.reading.document import parse

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

Ask = Callable[[dict[str, Any]], Any]
SOURCES = sorted((REPOSITORY / "content" / "bronnen").glob("*.yml"))
SETTINGS = settings(max_examples=25, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
PAK = REPOSITORY / "content" / "praktijken" / "pak-deventer.yml"
BY_HAND = """\
# Wie dit leest: welkom
titel:   'Een'   # bij de titel
# over de partners
partners:
- organisatie: A # hier
  # en hier
  inbreng: "dubbel
    geciteerd"
- {organisatie: B}
id: x
leeg:
lessen:
    werkte:
        -   tekst: >
              een twee
              drie
            bronnen: []
"""


def read(text: str) -> Any:
    return parse(text.encode(), "").data


def changed_lines(before: str, after: str) -> list[str]:
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in diff if line[0] in "+-" and line[:3] not in {"+++", "---"}]


# ---- What nobody changed stays as it was ----


def test_a_source_that_nobody_changed_keeps_every_byte(ask: Ask) -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        data = ask({"lees": text})["data"]
        assert ask({"schrijf": data, "soort": "Bron", "oud": text}) == text, path.name


def test_one_word_more_changes_the_lines_of_that_word(ask: Ask) -> None:
    text = PAK.read_text(encoding="utf-8")
    record = read(text)
    record["samenvatting"] = record["samenvatting"].replace("aansprekende", "mooie en aansprekende")
    record["partners"][0]["inbreng"] = record["partners"][0]["inbreng"].replace("vaste", "stevige")
    record["partners"].append({"organisatie": "Nieuw"})
    written = ask({"schrijf": record, "oud": text})
    assert read(written) == record
    assert len(changed_lines(text, written)) <= 6, changed_lines(text, written)


def test_a_file_made_by_hand_keeps_its_style_and_remarks(ask: Ask) -> None:
    record = {name: value for name, value in read(BY_HAND).items() if value is not None}
    record["partners"][0]["organisatie"] = "Anders"
    written = ask({"schrijf": record, "oud": BY_HAND})
    assert read(written) == record
    for piece in (
        "# Wie dit leest: welkom\n",
        "titel:   'Een'   # bij de titel\n",
        "# over de partners\n",
        "{organisatie: B}",
    ):
        assert piece in written
    assert '"dubbel\n' in written
    assert "# hier" not in written


STYLES: tuple[dict[str, Any], ...] = (
    {},
    {"indent": 4, "width": 40},
    {"default_style": '"'},
    {"default_style": ">"},
    {"default_style": "|"},
    {"default_flow_style": True},
    {"default_flow_style": None, "width": 30},
)


def changed(value: Any, turn: int) -> Any:
    """The same with some texts longer, some items gone or twice, and some fields in another order."""
    if isinstance(value, dict):
        names = [name for place, name in enumerate(value) if (place + turn) % 4]
        return {name: changed(value[name], turn + place) for place, name in enumerate(names[turn % 2 :] + names[:1])}
    if isinstance(value, list):
        return [changed(item, turn + place) for place, item in enumerate(value[turn % 2 :] + value[-1:])]
    return f"{value} en meer" if isinstance(value, str) and turn % 3 else value


@given(data=st.data(), style=st.sampled_from(STYLES), turn=st.integers(0, 11))
@SETTINGS
def test_whatever_the_file_was_the_result_is_the_record(
    ask: Ask, kennisbank: Kennisbank, data: st.DataObject, style: dict[str, Any], turn: int
) -> None:
    old = data.draw(practices(kennisbank))
    new = changed(old, turn)
    text = "# eerst\n" + yaml.dump(old, allow_unicode=True, sort_keys=False, **style)
    assert read(ask({"schrijf": new, "oud": text})) == new
    assert read(ask({"schrijf": old, "oud": text})) == old


@pytest.mark.parametrize("old", ["", "- a", "a: 'x", "x" * 300_000, "a: b: c", '{"titel": "a"}'])
def test_what_cannot_be_read_any_more_is_written_anew(ask: Ask, old: str) -> None:
    assert ask({"schrijf": {"titel": "b"}, "oud": old}) == ask({"schrijf": {"titel": "b"}})


# ---- What is a draft ----

GOOD = {"record": {"titel": "x"}, "bronnen": [{"id": "y"}], "teksten": {"praktijk": "titel: x"}, "van": "", "basis": ""}


def test_a_draft_is_known_with_and_without_the_newer_parts(ask: Ask) -> None:
    assert ask({"concept": json.dumps(GOOD)}) == GOOD
    old = {"versie": 1, "record": {"scans": "nog doen"}, "bronnen": []}
    assert ask({"concept": json.dumps(old)}) == old | {"teksten": {}, "van": "", "basis": ""}


@pytest.mark.parametrize(
    "stored",
    ["{", "[]", "null", '"x"', "{}x", '{"record": 1}', '{"record": [], "bronnen": []}', '{"record": {}, "bronnen": {}}']
    + [json.dumps(GOOD | wrong) for wrong in (
        {"bronnen": [1]}, {"bronnen": [None]}, {"teksten": []}, {"teksten": {"praktijk": 1}}, {"van": 1}, {"basis": 1},
    )]
    + ['{"record": {"__proto__": {"x": 1}}, "bronnen": []}'],
)  # fmt: skip
def test_anything_else_is_no_draft(ask: Ask, stored: str) -> None:
    assert ask({"concept": stored}) is None


@pytest.mark.parametrize("stored", ["%7B", "[1]", "%E0", "{}", '{"scans": []}', '{"scans": "x"}', '{"scans": [1]}'])
def test_anything_else_is_no_quick_scan(ask: Ask, stored: str) -> None:
    assert ask({"scans": stored}) is None
    assert ask({"scans": '{"scans": [{"datum": "2026-01-01"}]}'}) == [{"datum": "2026-01-01"}]


# ---- Files together ----

OWN = {"id": "ons-verslag", "type": "report", "title": "Ons verslag", "kort": "Verslag", "issued": 2026}
SOURCE = {"naam": "ons-verslag.yml", "tekst": json.dumps(OWN)}
MINE = {"id": "mijn-praktijk", "titel": "Mijn praktijk", "kern": "x", "bronnen": [{"bron": "ons-verslag"}]}
PRACTICE = {"naam": "mijn-praktijk.yml", "tekst": json.dumps(MINE)}
OTHER = {"naam": "ander.yml", "tekst": json.dumps({"id": "ander", "titel": "Ander", "kern": "x"})}


@pytest.mark.parametrize(
    "rounds", [[[PRACTICE, SOURCE]], [[SOURCE, PRACTICE]], [[PRACTICE], [SOURCE]], [[SOURCE], [PRACTICE]]]
)
def test_a_practice_and_its_sources_open_in_any_order(ask: Ask, rounds: list[list[dict[str, str]]]) -> None:
    now: dict[str, Any] = {}
    for files in rounds:
        found = ask({"open": files, "nu": now})
        assert found["fouten"] == []
        now = found["concept"]
    assert now["record"] == MINE
    assert now["bronnen"] == [OWN]
    assert set(now["teksten"]) == {"praktijk", "bron/ons-verslag"}


def test_it_names_the_sources_that_are_still_missing(ask: Ask) -> None:
    assert ask({"open": [PRACTICE]})["mist"] == ["ons-verslag"]
    assert ask({"open": [PRACTICE, SOURCE]})["mist"] == []


def test_who_pays_is_no_source_that_is_missing(ask: Ask) -> None:
    paid = MINE | {"verduurzaming": {"financiering": [{"bron": "gemeente Deventer", "vorm": "subsidie"}]}}
    assert ask({"open": [{"naam": "x.yml", "tekst": json.dumps(paid)}]})["mist"] == ["ons-verslag"]


def test_sources_of_the_replaced_practice_alone_go_with_it(ask: Ask) -> None:
    loose = OWN | {"id": "los"}
    now = {"record": MINE, "bronnen": [OWN, loose]}
    found = ask({"open": [OTHER], "nu": now})
    assert found["vervangt"] is True
    assert found["concept"]["bronnen"] == [loose]


def test_the_same_source_again_replaces_nothing_and_another_one_does(ask: Ask) -> None:
    now = {"record": MINE, "bronnen": [OWN]}
    assert ask({"open": [SOURCE], "nu": now})["vervangt"] is False
    newer = {"naam": "x.yml", "tekst": json.dumps(OWN | {"title": "Nieuwe titel"})}
    found = ask({"open": [newer], "nu": now})
    assert found["vervangt"] is True
    assert [source["title"] for source in found["concept"]["bronnen"]] == ["Nieuwe titel"]


@pytest.mark.parametrize(
    ("files", "word"),
    [
        ([PRACTICE, OTHER], "één praktijk tegelijk"),
        ([SOURCE, SOURCE], "dezelfde sleutel"),
        ([PRACTICE, {"naam": "kapot.yml", "tekst": "- a"}], "geen record"),
        ([{"naam": "lijst.yml", "tekst": json.dumps({"id": "x", "titel": "y", "termen": []})}], "lijkt een"),
    ],
)  # fmt: skip
def test_files_that_cannot_stand_together_are_refused_as_a_whole(
    ask: Ask, files: list[dict[str, str]], word: str
) -> None:
    found = ask({"open": files})
    assert "concept" not in found
    assert word in found["fouten"][0]["zin"]


def test_a_record_of_the_site_is_known_as_such(ask: Ask) -> None:
    known = {"naam": PAK.name, "tekst": PAK.read_text(encoding="utf-8")}
    assert ask({"open": [known]})["concept"]["van"] == "pak-deventer"
    assert ask({"open": [PRACTICE]})["concept"]["van"] == ""
