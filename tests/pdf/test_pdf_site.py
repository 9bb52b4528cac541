"""PDFs on the site: linked with kind, pages and size, made with the site, and on demand in a preview."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from built_site import Site, site, site_dir
from pdf_reading import read_pdf
from site_building import Preview, copy_package, copy_repository
from small_project import keep_few

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["site", "site_dir"]

LINK = re.compile(r'<a [^>]*href="([^"]+\.pdf)"[^>]*>(.*?)</a>', re.DOTALL)
FACTS = re.compile(r"\(pdf, (A[34]), (\d+) pagina(?:’s)?, ([\d,]+) (kB|MB)\)")


def linked(site: Site, page: str) -> dict[str, str]:
    """Return the text of every link to a PDF on a page, by its path in the output."""
    html = (site.folder / page).read_text(encoding="utf-8")
    folder = (site.folder / page).parent
    return {
        (folder / address).resolve().relative_to(site.folder.resolve()).as_posix(): re.sub(r"<[^>]+>", "", text)
        for address, text in LINK.findall(html)
    }


def test_every_link_to_a_pdf_tells_kind_paper_pages_and_size_as_they_are(site: Site) -> None:
    told: dict[str, set[str]] = defaultdict(set)
    for page in site.pages:
        for path, text in linked(site, page).items():
            told[path].add(text)
    assert told.keys() == {path for path in site.files if path.endswith(".pdf")}
    for path, texts in told.items():
        content = (site.folder / path).read_bytes()
        document = pypdfium2.PdfDocument(content)
        for text in texts:
            facts = FACTS.search(text)
            assert facts, f"{path}: {text}"
            assert int(facts[2]) == len(document)
            size = float(facts[3].replace(",", ".")) * (1000 if facts[4] == "kB" else 1_000_000)
            assert size == pytest.approx(len(content), rel=0.06)
            assert {"A4": 595, "A3": 842}[facts[1]] == round(min(document[0].get_size()))


def test_every_practice_and_its_quick_scan_link_to_the_report(site: Site) -> None:
    practices = [
        p for p in site.pages if re.fullmatch(r"praktijken/[^/]+/index\.html", p) and not site.pages[p].is_redirect
    ]
    assert practices
    for page in practices:
        key = page.split("/")[1]
        assert f"praktijken/{key}/{key}.pdf" in linked(site, page)
        assert f"praktijken/{key}/{key}.pdf" in linked(site, f"praktijken/{key}/quickscan/index.html")


def test_the_page_has_a_booklet_for_each_theme_and_type_with_practices_and_their_twins(site: Site) -> None:
    found = linked(site, "werkbladen/index.html")
    html = (site.folder / "werkbladen/index.html").read_text(encoding="utf-8")
    for folder, kind in (("themas", "thema"), ("interventietypen", "interventietype")):
        for page in (p for p in site.pages if re.fullmatch(rf"{folder}/[^/]+/index\.html", p)):
            key = page.split("/")[1]
            booklet = f"werkbladen/boekje-{kind}-{key}.pdf"
            assert (booklet in found) == (booklet in site.files) == (booklet in linked(site, page)), page
            shows_practices = 'class="kaarten' in (site.folder / page).read_text(encoding="utf-8")
            assert (booklet in found) == shows_practices, page
            if shows_practices:
                assert f'href="../{folder}/{key}/"' in html
    assert {"werkbladen/quickscan-a4.pdf", "werkbladen/quickscan-a3.pdf", "werkbladen/coalitie-a3.pdf"} <= set(found)


def test_the_footer_leads_there(site: Site) -> None:
    html = (site.folder / "index.html").read_text(encoding="utf-8")
    assert '<a href="werkbladen/">Boekjes en werkbladen</a>' in html


def test_the_site_never_claims_a_standard_for_its_pdfs(site: Site) -> None:
    for page in site.pages:
        assert "PDF/UA" not in (site.folder / page).read_text(encoding="utf-8"), page


def test_a_preview_prints_when_somebody_opens_a_pdf(tmp_path: Path) -> None:
    with Preview(copy_package(keep_few(copy_repository(tmp_path / "kopie", prints=False), 8))) as preview:
        page = preview.get("/werkbladen/")
        assert "(pdf, A3)" in page
        assert "pagina’s, " not in page
        assert not list(preview.root.glob(".cache/watwerkt/pdf/*.pdf"))
        assert preview.status("/werkbladen/bestaat-niet.pdf") == 404
        content = preview.raw("/werkbladen/coalitie-a3.pdf")
        assert read_pdf(content).text.startswith("WERKBLAD Coalitiekaart")
        assert len(list(preview.root.glob(".cache/watwerkt/pdf/*.pdf"))) == 1
