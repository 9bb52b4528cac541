"""The form writes what our reader reads back, and reads files as our reader does or refuses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from built_site import REPOSITORY
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from records_made import LINE, NASTY, TEXT, practices

from watwerkt.reading.document import parse
from watwerkt.reading.words import slug
from watwerkt.records import Praktijk
from watwerkt.submission.yaml_text import SCHEMA_LINE, yaml_text

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

Ask = Callable[[dict[str, Any]], Any]
SETTINGS = settings(max_examples=60, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
RECORDS = sorted((REPOSITORY / "content" / "praktijken").glob("*.yml"))


def read(text: str) -> Any:
    document = parse(text.encode(), "")
    assert not [f for f in document.findings if f.niveau == "fout"], (document.findings, text)
    return document.data


def as_model(data: Any) -> Praktijk:
    return Praktijk.model_validate_json(json.dumps(data))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_record_is_read_and_written_the_same(ask: Ask, path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    data = read(text)
    assert ask({"lees": text}) == {"data": data}
    assert ask({"schrijf": data, "oud": text}) == text
    written = ask({"schrijf": data})
    again = read(written)
    assert again == data
    assert list(again) == list(data)
    assert ask({"schrijf": again}) == written
    new = set(written.splitlines()) - set(text.splitlines())  # a line of a text with lines of its own stays as it is
    assert max((len(line) for line in new if "://" not in line), default=0) <= 110
    style = yaml_text(again, Praktijk)  # of the importers; PyYAML breaks texts between quotes over lines
    quoted = any(line.rstrip().endswith("'") or ": '" in line for line in style.splitlines())
    assert quoted or SCHEMA_LINE + style == written


@given(data=st.data())
@SETTINGS
def test_made_records_are_written_so_that_they_read_back(ask: Ask, kennisbank: Kennisbank, data: st.DataObject) -> None:
    record = data.draw(practices(kennisbank))
    assert read(ask({"schrijf": record})) == record
    assert as_model(read(ask({"schrijf": record}))) == as_model(record)


def nasty(test: Any) -> Any:
    for text in (
        *NASTY,
        " a",
        "a ",
        "a\n",
        "\na",
        "a\n\n b",
        "x " * 200,
        "x" * 200,
        "a\u00a0b",
        "\u2028",
        "\x00",
        "\x7f",
    ):
        test = example(text=text)(test)
    return test


@nasty
@given(text=st.one_of(LINE, TEXT, st.text(max_size=200)))
@SETTINGS
def test_any_text_stays_itself(ask: Ask, text: str) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return
    written = ask({"schrijf": {"id": "x", "titel": text, "lessen": {"werkte": [{"tekst": text}]}, "themas": [text]}})
    document = parse(written.encode(), "")
    assert not [f.code for f in document.findings if f.code not in {"WW105", "WW106"}], written
    if document.findings:
        return  # a sign that no record may hold; the reader says where it stands
    data = document.data
    assert data["titel"] == text
    assert data["lessen"]["werkte"][0]["tekst"] == text
    assert data["themas"] == [text]


@nasty
@given(text=st.one_of(LINE, TEXT))
@SETTINGS
def test_the_reader_of_the_form_never_reads_otherwise(ask: Ask, text: str) -> None:
    for style in (None, '"', "'", "|", ">"):
        raw = yaml.dump(
            {"titel": text, "lijst": [text, {"a": text}]}, allow_unicode=True, default_style=style, width=60
        )
        document = parse(raw.encode(), "")
        found = ask({"lees": raw})
        if not document.findings:
            assert found == {"data": document.data}, raw


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a: &b x\nc: *b", "anker"),
        ("a: *b", "verwijzing"),
        ("a: !!str x", "tag"),
        ("a: ! x", "tag"),
        ("a: !!int 3", "YAML"),
        ("a: !!js/function 'function(){}'", "YAML"),
        ("<<: {a: 1}\nb: !!merge x", "YAML"),
        ("a: 1\na: 2", "twee keer"),
        ("a: 1\n---\nb: 2", "meer documenten"),
        ("- a", "geen record"),
        ("", "leeg"),
        ("# niets", "leeg"),
        ("a: 'x", "niet te lezen"),
        ("a: b: c", "dubbele punt"),
        ("a: " + "[" * 100_000, "te diep"),
        ("a: " + "x" * 300_000, "256"),
        ("a: \x01", "besturingsteken"),
        ("__proto__:\n  x: 1", "__proto__"),
    ],
)
def test_what_is_never_needed_is_refused_in_words(ask: Ask, text: str, word: str) -> None:
    found = ask({"lees": text})
    assert "data" not in found
    assert word in found["fout"]
    assert found["fout"].endswith((".", "?"))


def test_types_are_those_of_our_reader(ask: Ask) -> None:
    words = [
        "12:30",
        "0014",
        "1e3",
        "yes",
        "no",
        "on",
        "~",
        "null",
        "true",
        "1.50",
        "-0",
        "-7",
        "2012-01-01",
        "0x1F",
        "1_000",
        ".5",
        "+1",
        "'1'",
        '"true"',
    ]
    text = "\n".join(f"k{number}: {word}" for number, word in enumerate([*words, ""]))
    assert ask({"lees": text}) == {"data": parse(text.encode(), "").data}


@pytest.mark.parametrize("number", [0, -1, 0.5, 1e-7, -2.5e-10, 123456789012345, 1e14, 0.1])
def test_a_number_has_no_exponent(ask: Ask, number: float) -> None:
    assert read(ask({"schrijf": {"waarde": number}})) == {"waarde": number}


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
        ("Foto’s van Oud–Zuid", "foto-s-van-oud-zuid"),
        ("Straße №5", "stra-e-5"),
    ],
)
def test_a_title_gives_a_key(ask: Ask, titel: str, key: str) -> None:
    assert ask({"titel": titel}) == slug(titel) == key
