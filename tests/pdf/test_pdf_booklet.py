"""A booklet: cover, contents with page numbers that are right, comparison, chapters, glossary and colophon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pdf_reading import ADDRESS
from views_samples import DIMENSIES, kennisbank, praktijk, scan

from watwerkt.pdf.jobs import Jobs
from watwerkt.views.boekje import BOEKJE_MAXIMUM
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdf_reading import Pdf

    from watwerkt.pdf.jobs import PrintJob
    from watwerkt.views.index import Index

THEMA = "taal-en-basisvaardigheden"


@pytest.fixture(scope="module")
def boekje(jobs: Jobs, printed: Callable[[PrintJob], Pdf]) -> Pdf:
    return printed(jobs.booklet("thema", THEMA))


def test_the_contents_name_every_chapter_with_the_page_where_it_starts(index: Index, boekje: Pdf) -> None:
    chapters = [title for level, title in boekje.outline if level == 0]
    contents = boekje.texts[1]
    for title in (
        *(index.kaarten[i].titel for i in index.per_thema[THEMA].ids),
        "Vergelijking",
        "Begrippen",
        "Colofon",
    ):
        assert title in chapters
        line = next(line for line in contents.splitlines() if line.startswith(title))
        number = int(re.findall(r"\d+", line)[-1])
        assert title in " ".join(boekje.texts[number - 1].split())


def test_every_practice_has_its_parts(index: Index, boekje: Pdf) -> None:
    parts = [title for level, title in boekje.outline if level == 1]
    for part in (
        "Samengevat",
        "Beoordeling: criteria en redenen",
        "Bewijs en meting",
        "Verduurzaming en baten",
        "Lessen",
    ):
        assert parts.count(part) == len(index.per_thema[THEMA].ids)
    for praktijk_id in index.per_thema[THEMA].ids:
        assert index.kaarten[praktijk_id].titel in boekje.text


def test_the_glossary_explains_the_words_that_are_used(index: Index, boekje: Pdf) -> None:
    term = index.kennisbank.term("themas", THEMA)
    assert term is not None
    assert re.sub(r"\W", "", term.definitie) in re.sub(r"\W", "", boekje.text)


def test_running_heads_name_the_chapter(index: Index, boekje: Pdf) -> None:
    title = index.kaarten[index.per_thema[THEMA].ids[0]].titel
    start = next(n for n, text in enumerate(boekje.texts) if n > 2 and title in text)
    assert title in boekje.texts[start + 1].splitlines()[0] or title in boekje.texts[start + 1][:200]


def test_it_has_date_licence_address_and_no_more_than_the_paper(boekje: Pdf) -> None:
    assert "kenmerk" in boekje.texts[0]
    assert "CC BY 4.0" in boekje.text
    assert f"{ADDRESS}themas/{THEMA}/" in boekje.links
    assert boekje.outside == ()
    assert all(tag.alt for tag in boekje.named("Figure"))
    assert boekje.untagged == ()


def test_a_booklet_of_a_type_explains_the_type(index: Index, jobs: Jobs, printed: Callable[[PrintJob], Pdf]) -> None:
    soort = next(iter(index.per_interventietype))
    pdf = printed(jobs.booklet("interventietype", soort))
    assert "Over dit interventietype" in [title for _, title in pdf.outline]
    assert "Veranderingstheorie" in pdf.text


def test_a_choice_keeps_its_order(jobs: Jobs, index: Index, printed: Callable[[PrintJob], Pdf]) -> None:
    ids = tuple(reversed(tuple(index.kaarten)[:2]))
    pdf = printed(jobs.choice(ids, "Met de hand gekozen."))
    chapters = [title for level, title in pdf.outline if level == 0]
    assert [c for c in chapters if c in {index.kaarten[i].titel for i in ids}] == [index.kaarten[i].titel for i in ids]
    assert "Met de hand gekozen." in pdf.texts[0]


def many(count: int) -> Jobs:
    levels = [(n % 5, None) for n in range(len(DIMENSIES))]
    praktijken = [praktijk(f"p{n:02}", scans=[scan(*levels)], bijgewerkt="2026-02-01") for n in range(count)]
    bank = kennisbank(*praktijken)
    return Jobs(build_index(bank), bank.peildatum)


def test_a_long_table_repeats_its_header_and_a_full_booklet_says_what_is_left_out(
    printed: Callable[[PrintJob], Pdf],
) -> None:
    pdf = printed(many(60).booklet("thema", "geld"))
    rows = [text for text in pdf.texts if text.count("Praktijk p") > 5 and ". . ." not in text]
    scores = [text for text in rows if "Dimensie meten" in text]
    facts = [text for text in rows if "Verduurzaming" in text and "Wanneer" in text]
    assert len(scores) >= 2
    assert len(facts) >= 2
    assert all(text in scores or text in facts for text in rows)
    assert f"{60 - BOEKJE_MAXIMUM} andere staan op de" in pdf.text
    assert pdf.outside == ()
    assert len([t for level, t in pdf.outline if level == 0 and t.startswith("Praktijk p")]) == BOEKJE_MAXIMUM


def test_a_practice_of_which_nothing_is_known_gives_a_whole_chapter(printed: Callable[[PrintJob], Pdf]) -> None:
    bank = kennisbank(praktijk("leeg"))
    jobs = Jobs(build_index(bank), bank.peildatum)
    pdf = printed(jobs.booklet("thema", "geld"))
    assert "Nog niet beoordeeld" in pdf.text
    assert pdf.text.count("Nog niet beoordeeld.") == 1
    for dimensie in bank.rubriek.dimensies:
        assert "Onbekend " + "; ".join(c.label for c in dimensie.criteria) in pdf.text
    assert pdf.outside == ()
    report = printed(jobs.report("leeg"))
    assert "Er is nog geen scan van deze praktijk." in report.text
    assert report.outside == ()
