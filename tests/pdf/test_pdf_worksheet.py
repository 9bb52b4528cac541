"""Worksheets: on the right paper, with the anchors and room to write, blank or with what is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from watwerkt.pdf.jobs import PAPER, SITE_WORKSHEETS, USUAL_PAPER
from watwerkt.views.werkblad import Werkbladsoort

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdf_reading import Pdf

    from watwerkt.pdf.jobs import Jobs, PrintJob
    from watwerkt.views.index import Index

SIZES = {"a4": (595, 842), "a3": (842, 1191)}
EVERY = [(soort, papier) for soort in Werkbladsoort for papier in PAPER]


def squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize(("soort", "papier"), EVERY)
@pytest.mark.parametrize("praktijk_id", ["", "pak-deventer", "qredits"])
def test_every_worksheet_fits_its_paper_and_is_tagged(
    jobs: Jobs, printed: Callable[[PrintJob], Pdf], soort: Werkbladsoort, papier: str, praktijk_id: str
) -> None:
    pdf = printed(jobs.worksheet(soort, papier, praktijk_id))
    assert {tuple(sorted(map(round, size))) for size in pdf.sizes} == {SIZES[papier]}
    assert pdf.outside == ()
    assert pdf.untagged == ()
    assert len(pdf.texts) <= (8 if soort == "quickscan" else 3)
    assert all(tag.alt for tag in pdf.named("Figure"))
    assert {tag.scope for tag in pdf.named("TH")} == {"Column"}
    assert pdf.lang == "nl-NL"


def test_a_blank_canvas_is_one_page(jobs: Jobs, printed: Callable[[PrintJob], Pdf]) -> None:
    for soort, papier in SITE_WORKSHEETS:
        if soort != "quickscan":
            assert len(printed(jobs.worksheet(soort, papier)).texts) == 1


@pytest.mark.parametrize("papier", ["a4", "a3"])
def test_the_quick_scan_prints_all_questions_anchors_and_a_box_for_unknown(
    index: Index, jobs: Jobs, printed: Callable[[PrintJob], Pdf], papier: str
) -> None:
    pdf = printed(jobs.worksheet(Werkbladsoort.QUICKSCAN, papier))
    text = squeezed(pdf.text)
    criteria = [c for d in index.kennisbank.rubriek.dimensies for c in d.criteria]
    for criterium in criteria:
        for part in (criterium.label, criterium.vraag, criterium.anker_0, criterium.anker_2, criterium.anker_4):
            assert squeezed(part) in text
    assert pdf.text.count("onbekend") >= len(criteria)


def test_a_dimension_stays_on_one_page(index: Index, jobs: Jobs, printed: Callable[[PrintJob], Pdf]) -> None:
    for papier in PAPER:
        assert len(printed(jobs.worksheet(Werkbladsoort.QUICKSCAN, papier)).texts) == 7


def test_filled_in_it_shows_what_is_known(index: Index, jobs: Jobs, printed: Callable[[PrintJob], Pdf]) -> None:
    praktijk = index.kennisbank.praktijken["pak-deventer"]
    arena = printed(jobs.worksheet(Werkbladsoort.EFFECTENARENA, "a3", praktijk.id))
    assert praktijk.effectenarena
    assert all(squeezed(als.effect) in squeezed(arena.text) for als in praktijk.effectenarena)
    kaart = printed(jobs.worksheet(Werkbladsoort.COALITIE, "a3", praktijk.id))
    assert praktijk.partners
    assert all(squeezed(p.organisatie) in squeezed(kaart.text) for p in praktijk.partners)
    scan = printed(jobs.worksheet(Werkbladsoort.QUICKSCAN, "a4", praktijk.id))
    reasons = [
        o.onderbouwing for d in praktijk.scans[0].oordelen.values() for o in d.values() if isinstance(o.niveau, int)
    ]
    assert reasons
    assert all(squeezed(reason) in squeezed(scan.text) for reason in reasons)


def test_every_kind_has_a_usual_paper_on_the_site() -> None:
    assert set(USUAL_PAPER) == set(Werkbladsoort)
    assert USUAL_PAPER[Werkbladsoort.QUICKSCAN] == "a4"
