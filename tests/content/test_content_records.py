"""What the validator does not say about the real content: sources in use, locators that can be found, honest types."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from watwerkt.knowledge.loading import load
from watwerkt.reading.findings import Ernst
from watwerkt.scoring import leidende_scan
from watwerkt.views.index import build_index
from watwerkt.views.uittreksel import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.records.base import Verwijzing
    from watwerkt.records.scan import Oordeel

CONTENT = Path(__file__).resolve().parents[2] / "content"
TYPES_AT_LEAST = 12
VAGUE = re.compile(
    r"^(zie bron|de bron|overal|diverse|passim|internet|website|n\.?v\.?t\.?|onbekend|\W*)$", re.IGNORECASE
)
LINES = re.compile(r"regel\s+\d+")
READ_IN_PART = re.compile(r"\bhet begin (van|in|uit)\b|van het begin\b")
"""A note that says so: the editors read no more than the beginning."""
AFTER_PER = re.compile(r"(?!(de|het|een|hele|alle|niet|eenmalig|twee|drie|vier|vijf)\b)[a-zë]+", re.IGNORECASE)
"""What reads as Dutch after an amount and 'per': a thing to count, without an article or a number before it."""
NO_COST = re.compile(r"\bprijs (van|voor)\b|kosten voor de samenleving|dit (is|zijn) niet de kosten", re.IGNORECASE)
IN_EUROS = re.compile(r"€ ?[\d.]+ per (?!euro)")
"""An amount in words, beside which a table would say that it is unknown; not the yield of one euro."""
LINE_COUNTED = "telt de regels van de tekstversie"
"""A source whose note says so is read in a text without pages: only line numbers lead back to it."""


@pytest.fixture(scope="module")
def real() -> Kennisbank:
    return load(CONTENT)


def test_the_content_has_no_error(real: Kennisbank) -> None:
    assert [f for f in real.findings if f.niveau is Ernst.FOUT] == []


def test_every_source_is_cited_by_a_record_or_linked_from_a_page(real: Kennisbank) -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in CONTENT.rglob("*.md"))
    linked = set(re.findall(r"bronnen/([a-z0-9-]+)/", pages))
    assert set(real.bronnen) - set(build_index(real).per_bron) - linked == set()


def test_every_source_says_what_the_editors_read(real: Kennisbank) -> None:
    assert [key for key, bron in real.bronnen.items() if not bron.note] == []


def test_a_web_address_is_https_or_http_and_stands_once(real: Kennisbank) -> None:
    urls = [bron.url for bron in real.bronnen.values() if bron.url]
    assert sorted({url for url in urls if urls.count(url) > 1}) == []


def oordelen(real: Kennisbank) -> Iterator[tuple[str, Oordeel]]:
    """Yield each assessment of the leading scans with its place."""
    for praktijk in real.praktijken.values():
        scan = leidende_scan(praktijk.scans)
        for dimensie, per_criterium in (scan.oordelen if scan else {}).items():
            for criterium, oordeel in per_criterium.items():
                yield f"{praktijk.id} {dimensie}.{criterium}", oordeel


def test_every_known_level_has_a_reason_and_a_place_in_a_source(real: Kennisbank) -> None:
    bare = [where for where, o in oordelen(real) if o.bekend and not (o.onderbouwing and o.bronnen)]
    assert bare == []


def verwijzingen(real: Kennisbank) -> Iterator[tuple[str, Verwijzing]]:
    """Yield every reference of every record with the record's key."""
    for collection in (real.praktijken, real.interventietypen, real.begrippen, {"4plus1": real.rubriek}):
        for key, record in collection.items():
            for verwijzing in references(record):
                yield key, verwijzing


def references(value: object) -> Iterator[Verwijzing]:
    """Yield the references in a record, at any depth."""
    if hasattr(value, "plaats") and hasattr(value, "bron"):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from references(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from references(part)
    elif hasattr(type(value), "model_fields"):
        yield from references(tuple(vars(value).values()))


def test_the_references_that_are_read_here_are_all_there_are(real: Kennisbank) -> None:
    for record in real.praktijken.values():
        assert {v.bron for v in references(record)} == cited(record)


def test_every_place_can_be_looked_up(real: Kennisbank) -> None:
    vague = [(key, v.bron, v.plaats) for key, v in verwijzingen(real) if VAGUE.match(v.plaats)]
    assert vague == []


def test_a_source_without_pages_is_cited_by_its_lines(real: Kennisbank) -> None:
    counted = {key for key, bron in real.bronnen.items() if LINE_COUNTED in (bron.note or "")}
    assert "rem-op-de-projectencarrousel" in counted
    lost = [
        (key, v.bron, v.plaats) for key, v in verwijzingen(real) if v.bron in counted and not LINES.search(v.plaats)
    ]
    assert lost == []


def test_what_was_read_in_part_is_not_cited_as_a_whole(real: Kennisbank) -> None:
    in_part = {key for key, bron in real.bronnen.items() if READ_IN_PART.search(bron.note or "")}
    assert len(in_part) > 100
    too_much = [
        (key, v.bron, v.plaats) for key, v in verwijzingen(real) if v.bron in in_part and v.plaats.startswith("hele ")
    ]
    assert too_much == []


def test_an_amount_reads_as_a_sentence_and_is_what_the_practice_costs(real: Kennisbank) -> None:
    costs = [(p.id, kosten) for p in real.praktijken.values() for kosten in p.kosten]
    assert len(costs) > 10
    assert [(key, k.per) for key, k in costs if not AFTER_PER.match(k.per)] == []
    assert [(key, k.per) for key, k in costs if NO_COST.search(f"{k.per} {k.toelichting or ''}")] == []


def test_an_amount_of_a_benefit_stands_in_its_field(real: Kennisbank) -> None:
    benefits = [(p.id, baat) for p in real.praktijken.values() for baat in p.verduurzaming.baten]
    assert sum(bool(baat.bedragen) for _, baat in benefits) >= 4
    assert [(key, b.effect) for key, b in benefits if IN_EUROS.search(b.effect) and not b.bedragen] == []


def test_there_are_enough_types_and_each_says_what_is_known_of_its_working(real: Kennisbank) -> None:
    assert len(real.interventietypen) >= TYPES_AT_LEAST
    for soort in real.interventietypen.values():
        assert soort.randvoorwaarden, soort.id
        assert soort.bewijs, soort.id
        assert len(soort.werkzame_bestanddelen) >= 3, soort.id
        assert all(deel.bronnen for deel in soort.werkzame_bestanddelen), soort.id
        assert soort.bronnen, soort.id
