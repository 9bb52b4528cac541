"""Places of keys and values, and parser messages in Dutch."""

from __future__ import annotations

import pytest

from watwerkt.reading.document import parse
from watwerkt.reading.gate import MAX_BYTES

TEXT = """\
# opmerking
id: de-tulp
leeg:
lijst:
  - naam: één
    doel: >-
      Eerste regel
      met een woord
  - {naam: twee, doel: "b"}
oordelen:
  meten:
    effect: {niveau: 2}
"""


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        (("id",), False, (2, 5)),
        (("id",), True, (2, 1)),
        (("leeg",), False, (3, 1)),
        (("lijst",), True, (4, 1)),
        (("lijst", 0), False, (5, 5)),
        (("lijst", 0, "naam"), False, (5, 11)),
        (("lijst", 0, "doel"), False, (6, 11)),
        (("lijst", 1, "doel"), True, (9, 18)),
        (("oordelen", "meten", "effect", "niveau"), False, (12, 22)),
        (("oordelen", "meten", "effect", "onderbouwing"), False, (12, 13)),
        (("bestaat", "niet"), False, (2, 1)),
        ((), False, (2, 1)),
    ],
)
def test_position(path: tuple[str | int, ...], key: bool, place: tuple[int, int]) -> None:
    assert parse(TEXT.encode(), "x.yml").position(path, key=key) == place


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_position_of_a_word_inside_a_text(newline: str) -> None:
    document = parse(TEXT.replace("\n", newline).encode(), "x.yml")
    assert document.data["lijst"][0]["doel"] == "Eerste regel met een woord"
    assert document.position(("lijst", 0, "doel"), snippet="woord") == (8, 15)
    assert document.position(("lijst", 0, "doel"), snippet="regel met") == (6, 11)


def test_texts_are_told_without_keys_and_numbers() -> None:
    document = parse(b"titel: Een\nlijst:\n- Twee\n- naam: Drie\n  aantal: 4\n", "")
    assert document.strings == ["Een", "Twee", "Drie"]


def test_positions_count_characters_not_bytes() -> None:
    document = parse("a: {é€𝄞: 1, b: 2}\n".encode(), "x.yml")
    assert document.position(("b",)) == (1, 1)
    assert document.position(("a", "b")) == (1, 16)


TABS: list[tuple[str, tuple[int, int]]] = [
    ("id: x\n\ttitel: y\n", (2, 1)),
    ("\tid: x\ntitel: y\n", (1, 1)),
    ("id: x\nlocaties:\n\t- gemeente: y\n", (3, 1)),
    ("id: x\nlocaties:\n  -\tgemeente: y\n", (3, 4)),
    ("id: x\nbewijs:\n \tniveau: y\n", (3, 2)),
    ("id: x\nbewijs:\n  niveau: y\n\tleeg: q\n", (4, 1)),
    ("id: x\nbewijs: {\n\tniveau: y}\n", (3, 1)),
    ('id: x\nkern: "tekst\n\tmeer: tekst"\n', (3, 1)),
    ("id: x\nkern: tekst\n\tmeer tekst\ntitel: q\n", (3, 1)),
    ("id: x\nkern: >-\n\ttekst hier\n", (3, 1)),
    ("id:\n\tx\nt: s\n", (2, 1)),
]
"""A tab where YAML has spaces, with the place of the tab; the form in the browser refuses them too."""

SYNTAX: list[tuple[str, str, tuple[int, int]]] = [
    ("a:\n\tb: 1\n", "WW111", (2, 1)),
    ("a: 1\n\tb: 1\n", "WW111", (2, 1)),
    *((text, "WW111", place) for text, place in TABS),
    ("titel: De Tulp: samen\n", "WW112", (1, 15)),
    ("- a: b: c\n", "WW112", (1, 7)),
    ("titel De Tulp\nsoort: x\n", "WW113", (1, 1)),
    ("titel:De Tulp\nsoort: x\n", "WW113", (1, 1)),
    ("a: b\nc\nd: e\n", "WW113", (2, 1)),
    ("a: b\n  c: d\n", "WW114", (2, 3)),
    ("a:\n  b: 1\n c: 2\n", "WW114", (3, 2)),
    ("a:\n  - b: 1\n   c: 2\n", "WW114", (3, 4)),
    (" a: 1\nb: 2\n", "WW114", (2, 1)),
    ("id: x\n- b\n", "WW114", (2, 1)),
    ("a: - b\n", "WW114", (1, 4)),
    ("a: 'open\nb: x\n", "WW115", (1, 4)),
    ("titel: 'Zo'n buurt'\n", "WW115", (1, 8)),
    ('titel: "De Tulp" in Woensel\n', "WW115", (1, 8)),
    ("titel: @home\n", "WW116", (1, 8)),
    ("titel: `code`\n", "WW116", (1, 8)),
    ("titel: %x\n", "WW116", (1, 8)),
    ("a: [b, c\nd: e\n", "WW117", (1, 4)),
    ("a: [1, 2}\n", "WW117", (1, 4)),
    ("a: {b: c\n", "WW117", (1, 4)),
    ('a: "b\\w"\n', "WW118", (1, 6)),
    ('a: "\\ud800"\n', "WW118", (1, 7)),
    ("a: *b* c\n", "WW120", (1, 4)),
    ("a: &b c\n", "WW120", (1, 4)),
    ("a: !b c\n", "WW121", (1, 4)),
    ("a: ! c\n", "WW121", (1, 4)),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", "WW121", (1, 1)),
    ("a: 1\n---\nb: 2\n", "WW122", (2, 1)),
    ("a: 1\n...\nb: 2\n", "WW122", (3, 1)),
    ("a: {{ b }}\n", "WW131", (1, 5)),
    ("? [a]\n: b\n", "WW131", (1, 3)),
    (": b\n", "WW131", (1, 1)),
    ("titel: [PAK] Deventer\nsoort: x\n", "WW116", (1, 8)),
    ("titel: {PAK} Deventer\nsoort: x\n", "WW116", (1, 8)),
    ("a:\n  - [x] b\n", "WW116", (2, 5)),
    ("niveau: ?\n", "WW116", (1, 9)),
    ("a:\n  * b\n  * c\n", "WW116", (2, 3)),
    ("a:\n  - b\n  -c\nd: e\n", "WW116", (3, 3)),
    ("a: b\nsoort:\u00a0project\nd: e\n", "WW119", (2, 7)),
    ("a:\n\u00a0\u00a0b: c\n", "WW119", (2, 1)),
    ("a:\n  - b\n  \u00a0- c\n", "WW119", (3, 3)),
    ("a:\n  Let op: b\n  en c\nd: e\n", "WW112", (2, 9)),
    ("a:\n  Een tekst\n  Doel: b\n", "WW112", (3, 7)),
    ("a: 1\rb: 2\rc: 3\r", "WW105", (1, 5)),
]


HARMLESS = [
    "a: b\u00a0c\n",
    "a: >-\n  b\n  \u00a0c\n",
    "a: Let\u00a0op\n",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_hard_space_in_a_text_is_no_problem(text: str) -> None:
    assert parse(text.encode(), "x.yml").findings == []


@pytest.mark.parametrize(("text", "code", "place"), SYNTAX)
def test_syntax_is_explained(text: str, code: str, place: tuple[int, int]) -> None:
    document = parse(text.encode(), "x.yml")
    assert [(item.code, (item.regel, item.kolom)) for item in document.findings] == [(code, place)]
    finding = document.findings[0]
    assert finding.advies
    assert not any(word in finding.boodschap for word in ("mapping", "token", "scalar", "expected"))


def test_a_byte_order_mark_is_only_a_warning() -> None:
    document = parse("\ufeffid: x\n".encode(), "x.yml")
    assert [item.code for item in document.findings] == ["WW103"]
    assert document.data == {"id": "x"}
    assert document.position(("id",)) == (1, 5)


def test_the_size_limit_is_exact() -> None:
    line = b"# " + b"x" * 97 + b"\n"
    body = (line * (MAX_BYTES // len(line) + 1))[: MAX_BYTES - 9] + b"\nid: abc\n"
    assert len(body) == MAX_BYTES
    assert parse(body, "x.yml").data == {"id": "abc"}
    assert [item.code for item in parse(body + b"\n", "x.yml").findings] == ["WW101"]


def test_emoji_with_a_variation_selector_are_text() -> None:
    assert parse("a: ❤️ ✔️\n".encode(), "x.yml").findings == []
    assert [item.code for item in parse("a: b\ufe0f\n".encode(), "x.yml").findings] == ["WW106"]


def test_depth_twelve_is_enough() -> None:
    assert parse(b"a: " + b"[" * 11 + b"]" * 11, "x.yml").findings == []
    assert [item.code for item in parse(b"a: " + b"[" * 12 + b"]" * 12, "x.yml").findings] == ["WW123"]
