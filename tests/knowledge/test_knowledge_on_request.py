"""Values on request: a mapping like any other, that makes what is asked for and keeps some of it."""

from __future__ import annotations

import pytest

from watwerkt.records.on_request import KEPT, Last, OnRequest


def test_it_is_a_mapping_in_the_order_of_its_keys() -> None:
    found = OnRequest(["b", "a"], str.upper)
    assert list(found) == ["b", "a"]
    assert found == {"a": "A", "b": "B"}
    assert ("a" in found, "c" in found, len(found)) == (True, False, 2)


def test_what_is_no_key_is_not_made() -> None:
    made: list[str] = []
    found = OnRequest(["a"], lambda key: made.append(key) or key)
    assert found.get("weg") is None
    with pytest.raises(KeyError):
        found["weg"]
    assert made == []


def test_what_was_asked_for_is_kept_until_there_is_too_much() -> None:
    made: list[str] = []
    keys = [str(number) for number in range(KEPT + 1)]
    found = OnRequest(keys, lambda key: made.append(key) or key)
    assert found["0"] is found["0"]
    assert made == ["0"]
    assert list(found.values()) == keys
    assert found["0"] == "0"
    assert made == [*keys, "0"]


def test_the_last_answer_is_remembered() -> None:
    last: Last[list[str]] = Last()
    first = last.of("a", lambda: ["eerste"])
    assert last.of("a", lambda: ["tweede"]) is first
    assert last.of("b", lambda: ["derde"]) == ["derde"]
    assert last.of("a", lambda: ["vierde"]) == ["vierde"]
