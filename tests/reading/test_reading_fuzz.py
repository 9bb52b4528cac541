"""Whatever is typed, the reader answers with findings and never with an exception."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from watwerkt.knowledge.examination import Examination, examine
from watwerkt.reading.codes import CODES
from watwerkt.reading.document import parse, read
from watwerkt.reading.validation import validate
from watwerkt.records import Praktijk

TULP = Path(__file__).parent.parent / "fixtures" / "valid" / "content" / "praktijken" / "de-tulp.yml"
RECORD: dict[str, Any] = read(TULP, "x").data
SOURCE = TULP.read_text(encoding="utf-8")
quick = settings(max_examples=80, suppress_health_check=list(HealthCheck))

YAML_TEXT = st.text(alphabet=st.sampled_from("ab1 .:-#'\"[]{}!&*%@`|>\n\t\\,?~é\u200b\u0000<"), max_size=120)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30) | YAML_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def judged(raw: bytes) -> Examination:
    """Examine bytes and check what must hold for any of them."""
    examination = examine(raw, "praktijken")
    lines = raw.count(b"\n") + raw.count(b"\r") + 2
    for item in examination.findings:
        assert item.code in CODES
        assert item.boodschap
        assert item.advies
        assert 1 <= item.regel <= lines
        assert item.kolom >= 1
    decisive = [item for item in examination.findings if item.niveau == "fout" and not CODES[item.code].strenger]
    assert examination.valid != bool(decisive)
    if examination.valid:
        assert examination.record == validate(parse(raw, ""), Praktijk)[0]
    assert Examination.restore(examination.dump(), "praktijken") == examination
    return examination


@quick
@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    judged(raw)


@quick
@given(YAML_TEXT | st.text(max_size=100))
def test_any_text(text: str) -> None:
    judged(text.encode("utf-8", "surrogatepass"))


@quick
@given(st.sampled_from(sorted(RECORD)), VALUES)
def test_a_record_with_one_other_value(key: str, value: Any) -> None:
    judged(json.dumps(RECORD | {key: value}, ensure_ascii=False).encode("utf-8", "surrogatepass"))


@quick
@given(st.integers(0, len(SOURCE)), st.integers(0, 12), YAML_TEXT)
def test_a_record_with_a_slip_of_the_hand(start: int, length: int, typed: str) -> None:
    judged((SOURCE[:start] + typed + SOURCE[start + length :]).encode())


@quick
@given(st.permutations(sorted(RECORD)), st.integers(1, len(RECORD)))
def test_a_record_with_fields_missing_or_in_another_order(keys: list[str], number: int) -> None:
    judged(json.dumps({key: RECORD[key] for key in keys[:number]}).encode())
