"""Numbers of people: where the logic stands in Python and in the browser, both judge a large made corpus alike."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from watwerkt.reading.shapes import Kind
from watwerkt.reading.texts import RULES

Ask = Callable[[dict[str, Any]], Any]
CHANCE = random.Random(20261126)  # noqa: S311 - a fixed corpus
PERSONAL = {"WW510", "WW511", "WW512", "WW513", "WW514", "WW515"}


def digits(count: int) -> str:
    return "".join(CHANCE.choice("0123456789") for _ in range(count))


def grouped(text: str) -> str:
    """Put signs between digits as people do."""
    sizes = CHANCE.choice([(2, 8), (3, 7), (4, 6), (2, 4, 4), (2, 2, 2, 2, 2), (3, 3, 4), (10,)])
    parts, here = [], 0
    for size in sizes:
        parts.append(text[here : here + size])
        here += size
    return CHANCE.choice(["-", " ", ".", ""]).join([*parts, text[here:]] if text[here:] else parts)


NINE = [f"{CHANCE.choice(['dossier', 'bsn', 'nr.', '€'])} {digits(9)}" for _ in range(300)]
GROUPED = [f"bsn {digits(4)}.{digits(2)}.{digits(3)}" for _ in range(100)]
DUTCH = [grouped("0" + digits(9)) for _ in range(300)] + [grouped("06" + digits(8)) for _ in range(60)]
SERVICE = [f"{CHANCE.choice(['0800', '0900', '088', '085', '14', '0906'])}-{digits(n)}" for n in (4, 6, 7) * 20]
ABROAD = [f"+{code} {grouped(digits(9))}" for code in (31, 32, 49, 33, 44, 90, 212, 48) for _ in range(12)]
IBANS = [f"NL{digits(2)} ABNA {digits(4)} {digits(4)} {digits(2)}" for _ in range(300)]
POSTCODES = [f"Dorpsstraat {digits(2)}, {CHANCE.randint(1000, 9999)} {c} Dorp" for c in ("AB", "SA", "BV", "XZ") * 5]
ADDRESSES = ["anna.de.vries@x.nl", "info.noord@x.nl", "A@b.co", "x@y", "pers2@x.nl", "jan+x@sub.x.org", "@x.nl"]


def python(text: str) -> set[tuple[str, str]]:
    rules = [rule for rule in RULES if Kind.TEXT in rule.kinds and rule.may_apply(text)]
    return {(slip.code, slip.boodschap) for rule in rules for slip in rule.look(text) if slip.code in PERSONAL}


@pytest.mark.parametrize(
    "corpus",
    [NINE, GROUPED, DUTCH, SERVICE, ABROAD, IBANS, POSTCODES, ADDRESSES],
    ids=["nine", "grouped", "dutch", "service", "abroad", "iban", "postcode", "address"],
)
def test_both_judge_alike(ask: Ask, corpus: list[str]) -> None:
    differ = []
    caught = 0
    for text in corpus:
        expected = python(f"Zie {text} voor meer.")
        found = {(code, told) for code, _, told in ask({"tekst": f"Zie {text} voor meer."}) if code in PERSONAL}
        caught += bool(expected)
        if found != expected:
            differ.append((text, sorted(found), sorted(expected)))
    assert not differ, f"{len(differ)} van {len(corpus)}: {differ[:5]}"
    assert 0 < caught < len(corpus)
