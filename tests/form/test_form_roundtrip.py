"""Record -> form -> YAML -> the same record, in a real browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from built_site import REPOSITORY, report
from form_page import put_in, put_in_data, result, result_data, settle, start, told
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from records_made import practices

from choosing import with_everything
from watwerkt.reading.document import parse
from watwerkt.records import Praktijk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Visitors

    from watwerkt.knowledge.kennisbank import Kennisbank

RECORDS = sorted((REPOSITORY / "content" / "praktijken").glob("*.yml"))
SETTINGS = settings(
    max_examples=12,
    suppress_health_check=list(HealthCheck),
    database=None,
    derandomize=True,
    phases=[Phase.generate],
)
"""Without making a failure smaller, which takes minutes in a browser."""


def as_model(data: Any) -> Praktijk:
    return Praktijk.model_validate_json(json.dumps(data))


def features(value: Any, field: str = "") -> Iterator[tuple[str, object]]:
    """Yield what a form could go wrong with: the fields, how often, with lines or paragraphs, and every odd sign."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from features(part, f"{field}.{name}")
    elif isinstance(value, list):
        yield field, min(len(value), 2)
        for part in value:
            yield from features(part, field)
    elif isinstance(value, str):
        text = value.rstrip("\n")
        yield field, ("\n" in text, "\n\n" in text)
        yield from (("", sign) for sign in set(re.findall(r"[^\w\s.,;()-]", text)))
    else:
        yield field, type(value)


def test_a_file_of_the_content_comes_out_as_it_went_in(visitors: Visitors) -> None:
    """A field keeps its lines only when the form gives the same value for it: the same text is the same record.

    In the form come records with every field and sign that any has; test_form_yaml reads and writes them all.
    """
    tab = start(visitors)
    varied = with_everything({path: {*features(parse(path.read_bytes(), "").data)} for path in RECORDS})
    assert len(varied) > 10
    for path in varied:
        put_in(tab, path.read_bytes(), path.name)
        assert f"‘{path.name}’ staat in het formulier" in told(tab)
        assert result(tab) == path.read_text(encoding="utf-8"), path.name
    report(tab.errors)


@pytest.mark.parametrize("place", ["http", "file"])
def test_a_record_of_the_site_comes_out_with_every_key(visitors: Visitors, site_dir: Path, place: str) -> None:
    path = RECORDS[0]
    tab = start(visitors, f"?record={path.stem}", root="" if place == "http" else site_dir.as_uri())
    tab.page.locator("#laadmelding .melding--goed").wait_for()
    assert result(tab) == path.read_text(encoding="utf-8")
    report(tab.errors)


def test_records_made_by_hypothesis_come_out_the_same(visitors: Visitors, kennisbank: Kennisbank) -> None:
    tab = start(visitors)

    @given(data=st.data())
    @SETTINGS
    def there_and_back(data: st.DataObject) -> None:
        record = data.draw(practices(kennisbank))
        put_in_data(tab, record)
        assert as_model(result_data(tab)) == as_model(record)

    there_and_back()
    report(tab.errors)


def test_what_does_not_fit_is_shown_and_goes_along(visitors: Visitors) -> None:
    odd = {
        "id": "x",
        "titel": "a\nb",
        "samenvating": "verkeerd gespeld",
        "soort": "iets anders",
        "themas": ["bestaat-niet", "armoede-en-schulden"],
        "doelgroepen": "geen lijst",
        "locaties": [{"gemeente": "Deventer", "straat": "x"}],
        "kosten": [{"bedrag": "veel", "per": "jaar", "jaar": "2011"}, "los"],
        "bewijs": {"niveau": 9, "extra": [1, {"a": "b"}]},
        "scans": [{"datum": "2026-01-01", "oordelen": {"meten": {"bestaat": {"niveau": 2}}, "nieuw": {"x": 1}}}],
    }
    tab = start(visitors)
    put_in_data(tab, odd)
    found = result_data(tab)
    assert found.pop("kosten") == odd.pop("kosten")
    assert found == odd
    shown = tab.page.locator("[data-rest]").all_inner_texts()
    for word in ("samenvating", "geen lijst", "straat", "los", "extra", "bestaat", "nieuw"):
        assert any(word in text for text in shown), word
    tab.page.locator("[data-rest] button", has_text="samenvating").click()
    assert "samenvating" not in result_data(tab)
    tab.page.locator("#f-titel").fill("Zelf ingevuld")
    settle(tab)
    assert result_data(tab)["titel"] == "Zelf ingevuld"
    report(tab.errors)


UNREADABLE = (
    (b"\xff\xfe\x00", "UTF-8"),
    (b"PK\x03\x04\x14\x00\xff", "UTF-8"),
    (b"a: &x b", "anker"),
    (b"- a", "geen record"),
    (b"id: x\ntitel: Een lijst\ntermen: []\ntoelichting: x", "lijkt een begrippenlijst"),
    (b"x" * 2_000_000, "te groot"),
    (b"a: 1\na: 2", "twee keer"),
)


def test_a_file_that_cannot_be_read_changes_nothing(visitors: Visitors) -> None:
    tab = start(visitors)
    tab.page.locator("#f-titel").fill("Blijft staan")
    settle(tab)
    for raw, word in UNREADABLE:
        put_in(tab, raw)
        assert word in told(tab)
        assert "Er is niets veranderd" in told(tab)
        assert result_data(tab)["titel"] == "Blijft staan"
    report(tab.errors)
