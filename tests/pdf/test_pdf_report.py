"""The report of a practice: the same facts as its page, readable by everybody, on paper that fits."""

from __future__ import annotations

import ctypes
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp
from pdf_reading import ADDRESS
from pypdfium2 import raw

from watwerkt.pdf.engine import pages_of
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.views.quickscan import quickscanpagina

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdf_reading import Pdf

    from watwerkt.pdf.jobs import Jobs, PrintJob
    from watwerkt.views.index import Index

PAK = "pak-deventer"
CAPTIONS = ("Financiering: wie", "Baten: wie", "0-meting en latere", "Per dimensie de score")


@pytest.fixture(scope="module")
def pak(jobs: Jobs, printed: Callable[[PrintJob], Pdf]) -> Pdf:
    return printed(jobs.report(PAK))


def flat(text: str) -> str:
    """Text as it stands in a PDF: words broken at the end of a line made whole."""
    return re.sub(r"\W+", "", text)


def test_it_says_what_the_quick_scan_page_says(index: Index, jobs: Jobs, pak: Pdf) -> None:
    pagina = quickscanpagina(index, index.kennisbank.praktijken[PAK], jobs.dag)
    text = flat(pak.text)
    wanted = [
        pagina.kaart.titel,
        pagina.kaart.kern,
        pagina.profiel.oordeel,
        pagina.profiel.verantwoording,
        pagina.basis,
    ]
    regels = [r for b in pagina.blokken for r in b.regels]
    wanted += [r.onderbouwing.rstrip(".") for r in regels if r.niveau is not None or r.eigen_reden]
    wanted += [b.plaats for r in regels for b in r.bronnen]
    wanted += [a.tekst for a in pagina.adviezen] + [v.vraag for v in pagina.vragen]
    assert [part for part in wanted if flat(part) not in text] == []


def test_what_is_unknown_of_a_dimension_stands_together(index: Index, jobs: Jobs, pak: Pdf) -> None:
    pagina = quickscanpagina(index, index.kennisbank.praktijken[PAK], jobs.dag)
    text = flat(pak.text)
    unknown = [[r for r in b.regels if r.niveau is None] for b in pagina.blokken]
    assert pak.text.count("Onbekend ") >= sum(map(bool, unknown)) > 0
    for regels in filter(None, unknown):
        assert flat(f"Onbekend {regels[0].label}") in text
        assert all(flat(regel.label) in text for regel in regels)


def test_every_report_has_two_to_four_pages_that_fit_and_are_numbered(
    index: Index, jobs: Jobs, on_site: Callable[[PrintJob], Pdf]
) -> None:
    pages = Counter[int]()
    for praktijk_id in index.kaarten:
        pdf = on_site(jobs.report(praktijk_id))
        pages[len(pdf.texts)] += 1
        assert pdf.outside == (), praktijk_id
        assert 2 <= len(pdf.texts) <= 4, praktijk_id
        assert {tuple(map(round, size)) for size in pdf.sizes} == {(595, 842)}
        for number, text in enumerate(pdf.texts, 1):
            assert f"pagina {number} van {len(pdf.texts)}" in text
            assert not text.splitlines()[-2].startswith(CAPTIONS), f"{praktijk_id}: a caption without its table"
    print("reports by number of pages:", dict(sorted(pages.items())))
    assert pages[2] + pages[3] > 0.8 * pages.total()


def test_text_is_large_enough_to_read(index: Index, jobs: Jobs) -> None:
    """Running text is 9 points and more; sources, captions and margins 8, the names under the strip 7.5."""
    document = pypdfium2.PdfDocument(Press(ADDRESS, PdfStore(None)).pdf(jobs.report(PAK)))
    letters = Counter[float]()
    for page in document:
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=9):
            size = ctypes.c_float()
            raw.FPDFTextObj_GetFontSize(item, size)
            letters[round(size.value, 1)] += 1
    assert min(letters) >= 7.5
    assert sum(n for size, n in letters.items() if size >= 9) > 0.5 * letters.total()


def test_it_names_itself_and_its_language(pak: Pdf) -> None:
    assert pak.title == "Quick-scan: Pak Alledaagse Kansen (PAK)"
    assert pak.lang == "nl-NL"
    assert pak.shows_title


def test_all_fonts_are_inside_and_none_is_of_this_machine(pak: Pdf) -> None:
    assert 0 < len(pak.fonts) <= 5, "one for each style: ordinary text needs no variable font"
    assert all(pak.fonts.values())
    assert {name.partition("+")[2].partition("-")[0] for name in pak.fonts} <= {
        "SourceSans3",
        "SourceSerif4",
        "SourceSerif4Roman",
    }


def test_the_outline_has_the_headings_in_order(pak: Pdf) -> None:
    assert pak.outline[0] == (0, "Pak Alledaagse Kansen (PAK)")
    second = [title for level, title in pak.outline if level == 1]
    assert second == [
        "Wat een opvolger kan doen",
        "Beoordeling: criteria en redenen",
        "Verduurzaming en baten",
        "Open vragen",
        "Bronnen",
    ]
    levels = [level for level, _ in pak.outline]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_headings_are_tagged_and_no_level_is_skipped(pak: Pdf) -> None:
    levels = [int(tag.name[1]) for tag in pak.named("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_figures_have_words(index: Index, pak: Pdf) -> None:
    figures = pak.named("Figure")
    assert len(figures) == 2
    assert all(tag.alt for tag in figures)
    strip = next(tag.alt for tag in figures if tag.alt.startswith("4+1-profiel"))
    assert "Pak Alledaagse Kansen" in strip
    assert "meten: " in strip


def test_scores_are_the_numbers_of_the_page(index: Index, jobs: Jobs, printed: Callable[[PrintJob], Pdf]) -> None:
    scores = {name: [b.score for b in kaart.profiel.balken] for name, kaart in index.kaarten.items()}
    halves = [n for n, all_ in scores.items() if None not in all_ and any(s % 1 == 0.5 for s in all_ if s)]
    assert halves  # there ways of rounding differ
    for praktijk_id in halves[:3]:
        balken = index.kaarten[praktijk_id].profiel.balken
        numbers = [f"({round(b.score or 0)})" if b.voorlopig else str(round(b.score or 0)) for b in balken]
        assert " ".join(numbers) in printed(jobs.report(praktijk_id)).text, praktijk_id


def test_tables_have_a_caption_and_header_cells_with_scope(pak: Pdf) -> None:
    tables = pak.named("Table")
    assert len(tables) >= 1
    assert sum(t.children.count("TBody") for t in tables) >= 5
    headers = pak.named("TH")
    assert headers
    assert {tag.scope for tag in headers} == {"Column"}
    assert all({"TBody", "THead"} <= set(tag.children) for tag in tables)
    assert len(pak.named("Caption")) == len(tables)


def test_everything_is_tagged(pak: Pdf) -> None:
    assert pak.untagged == ()


def test_sources_are_links_and_nothing_else_is_fetched(pak: Pdf) -> None:
    assert f"{ADDRESS}praktijken/{PAK}/" in pak.links
    assert f"{ADDRESS}bronnen/rem-op-de-projectencarrousel/" in pak.links
    assert all(link.startswith(("https://", "http://")) for link in pak.links)


def test_an_address_of_a_source_is_copied_as_it_is(
    index: Index, jobs: Jobs, printed: Callable[[PrintJob], Pdf]
) -> None:
    """Where a line of an address may end is no sign in it: who pastes it finds the page."""
    report = printed(jobs.report("achter-de-voordeur-amsterdam"))
    text = re.sub(r"\s", "", "".join(report.texts))
    bron = index.kennisbank.bronnen["adv-sociale-vraagstukken"]
    assert str(bron.url).partition("://")[2].rstrip("/") in text
    assert "\u200b" not in text
    assert not any("\u200b" in tag.alt for tag in report.tags)


def test_the_same_data_give_the_same_bytes(jobs: Jobs) -> None:
    first, second = (Press(ADDRESS, PdfStore(None)).pdf(jobs.report(PAK)) for _ in range(2))
    assert first == second


def test_the_engine_counts_pages_like_a_reader(jobs: Jobs, pak: Pdf) -> None:
    assert pages_of(Press(ADDRESS, PdfStore(None)).pdf(jobs.report(PAK))) == len(pak.texts)


def test_no_print_claims_to_be_pdf_ua(pak: Pdf) -> None:
    assert "PDF/UA" not in pak.text
    assert "toegankelijk" not in pak.text.lower()


def test_the_code_on_the_first_page_leads_to_the_same_practice_on_the_site(jobs: Jobs) -> None:
    page = pypdfium2.PdfDocument(Press(ADDRESS, PdfStore(None)).pdf(jobs.report(PAK)))[0]
    (code,) = zxingcpp.read_barcodes(page.render(scale=3, grayscale=True).to_numpy())
    assert (code.format, code.text) == (zxingcpp.BarcodeFormat.QRCode, f"{ADDRESS}praktijken/{PAK}/")
