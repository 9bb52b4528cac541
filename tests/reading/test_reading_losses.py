"""What YAML would lose or change in silence is told, and ordinary texts are left alone."""

from __future__ import annotations

import pytest

from watwerkt.reading.document import parse
from watwerkt.reading.losses import check_losses
from watwerkt.reading.validation import validate
from watwerkt.records import Praktijk


def losses(text: str) -> list[tuple[str, int, int]]:
    document = parse(text.encode(), "x.yml")
    assert document.findings == []
    return [(item.code, item.regel, item.kolom) for item in check_losses(document, Praktijk)]


SWALLOWED = [
    ("aanpak: |-\n  Een tekst.\n  themas:\n    - werk\n", (3, 3)),
    ("aanpak: |-\n  Een tekst.\n  doel: >-\n    Meer werk.\n", (3, 3)),
    ("aanpak: >-\n  Een tekst.\n  status: lopend\n", (3, 3)),
    ("aanpak: >-\n  Een tekst.\n  - gemeente: Deventer\n", (3, 3)),
    ("locaties:\n  - gemeente: >-\n      Deventer\n      wijk: Noord\n", (4, 7)),
    ("aanpak: >-\r\n  Een tekst.\r\n  status: lopend\r\n", (3, 3)),
    ("aanpak: >-\n  Een tekst.\n  status: lopend\n  soort: project", (3, 3)),
]


@pytest.mark.parametrize(("text", "place"), SWALLOWED)
def test_a_field_inside_a_text_is_told_once(text: str, place: tuple[int, int]) -> None:
    assert losses(text) == [("WW134", *place)]


PROSE = [
    "aanpak: >-\n  Een tekst.\n  Doel: meer werk\n",
    "aanpak: >-\n  Een tekst.\n  daarna: meer werk\n",
    "aanpak: >-\n  Een tekst met een\n  doel: dat alle bewoners werk vinden\n",
    "aanpak: >-\n  Een tekst met een\n  doel: meer werk.\n",
    "aanpak: >-\n  Een tekst met het doel: werk\n",
    "aanpak: >-\n  Zie\n  doel:werk\n",
    "aanpak: >-\n  Een tekst.\nstatus: lopend\n",
    "aanpak: >-\n",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_field(text: str) -> None:
    assert losses(text) == []


def test_a_required_field_inside_a_text_is_one_error_at_its_line() -> None:
    document = parse(b"samenvatting: >-\n  Een tekst.\n  soort: project\n", "x.yml")
    validate(document, Praktijk)
    assert check_losses(document, Praktijk) == []
    (finding,) = [item for item in document.findings if item.pad == "soort"]
    assert (finding.code, finding.regel, finding.kolom) == ("WW202", 3, 3)
    assert "hoort nu bij de tekst erboven" in finding.advies


@pytest.mark.parametrize(
    ("text", "kolom"),
    [
        ("titel: Buurt #1\n", 14),
        ("titel: Buurt # een\n", 14),
        ("titel: Buurt  #een\n", 15),
        ("titel: #1 van de wijk\n", 8),
        ("themas: [a, b #c\n  ]\n", 15),
    ],
)
def test_text_behind_a_hash_is_lost(text: str, kolom: int) -> None:
    assert losses(text) == [("WW135", 1, kolom)]


@pytest.mark.parametrize(
    "text",
    [
        "# opmerking\ntitel: Buurt\n",
        "titel: Buurt  # opmerking\n",
        "titel: 'Buurt #1' # opmerking\n",
        "titel: C# en meer\n",
        "titel: # opmerking\n",
        "themas: # opmerking\n  - werk\n",
        "aanpak: |- # opmerking\n  Buurt #1\n",
        "themas: [a] # opmerking\n",
    ],
)
def test_a_comment_on_purpose_is_fine(text: str) -> None:
    assert losses(text) == []


@pytest.mark.parametrize("typed", ["1.500", "-12.345", "123.000"])
def test_three_decimals_are_doubtful(typed: str) -> None:
    assert losses(f"waarde: {typed}\n") == [("WW136", 1, 9)]


@pytest.mark.parametrize("typed", ["1.5", "0.125", "1.2345", "1500", "1.500.000", '"1.500"', "1234.567"])
def test_other_numbers_are_clear(typed: str) -> None:
    assert losses(f"waarde: {typed}\n") == []


def test_a_point_for_thousands_says_what_was_read() -> None:
    (finding,) = check_losses(parse(b"waarde: 1.500\n", "x.yml"), Praktijk)
    assert "betekent hier 1,5" in finding.boodschap
    assert "Schrijf `1500`" in finding.advies


@pytest.mark.parametrize("typed", ["“De Tulp”", "‘De Tulp’", "„De Tulp”", "’De Tulp’"])
def test_typographic_quotes_do_not_quote(typed: str) -> None:
    assert losses(f"titel: {typed}\n") == [("WW137", 1, 8)]


@pytest.mark.parametrize("typed", ["‘Tulp’ en ‘Roos’", "’s-Gravenhage", "De ‘Tulp’", '"“De Tulp”"', "’t Huis"])
def test_typographic_quotes_inside_a_text_are_fine(typed: str) -> None:
    assert losses(f"titel: {typed}\n") == []


@pytest.mark.parametrize(
    "typed", ['"-"', "…", "n.v.t.", "Nvt", "TODO", "Nog invullen", "Welk probleem was de aanleiding.", "'?'", "'#N/A'"]
)
def test_what_only_keeps_a_place_open_is_told(typed: str) -> None:
    assert losses(f"probleem: {typed}\n") == [("WW138", 1, 11)]
    assert losses(f"aanpak: {typed} En meer.\n" if typed[0] not in "\"'" else "aanpak: ja\n") == []


def test_a_line_with_an_error_gets_no_warning() -> None:
    document = parse(b"kosten:\n  - bedrag: 1.500\n", "x.yml")
    validate(document, Praktijk)
    assert check_losses(document, Praktijk) == []
