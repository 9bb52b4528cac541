"""Time the PDFs: reports per second, a booklet of 50 practices, and what PDFs add to a build."""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import TYPE_CHECKING

from corpus import REPOSITORY, write_corpus
from measuring import repeated
from watwerkt.knowledge.kennisbank import load
from watwerkt.pdf.engine import pages_of
from watwerkt.pdf.jobs import Jobs
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
BOOKLET = 50
ADDRESS = "https://voorbeeld.example/"


def measure_prints(records: int, folder: Path, edit_one: Callable[[Path], object]) -> None:
    """Print the reports of a synthetic corpus and of the real content, booklets, and builds with and without PDFs."""
    project = folder / f"prints-{records}"
    write_corpus(project, records, pdf=True)
    print(f"\nPDFs, {os.cpu_count()} cores")
    for name, content in (("synthetic", project / "content"), ("real content", None)):
        _in_process(name, content)
    cache = project / ".cache"
    with_cold = repeated(1, MKDOCS, project, lambda: shutil.rmtree(cache, ignore_errors=True))
    with_warm = repeated(1, MKDOCS, project)
    with_edit = repeated(1, MKDOCS, project, lambda: edit_one(project))
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("pdf: true", "pdf: false"), encoding="utf-8")
    cold = repeated(1, MKDOCS, project, lambda: shutil.rmtree(cache, ignore_errors=True))
    warm = repeated(1, MKDOCS, project)
    edit = repeated(1, MKDOCS, project, lambda: edit_one(project))
    print(f"{'builds of ' + str(records) + ' records':<34}{'with':>9}{'without':>10}{'PDFs':>9}")
    for name, run, bare in (
        ("cold", with_cold, cold),
        ("warm, one record changed", with_edit, edit),
        ("warm, nothing changed", with_warm, warm),
    ):
        share = 1 - bare.seconds / run.seconds
        print(f"{name:<34}{run.seconds:9.2f}{bare.seconds:10.2f}{share:9.0%}")


def _in_process(name: str, content: Path | None) -> None:
    kennisbank = load(content or REPOSITORY / "content")
    index = build_index(kennisbank)
    jobs = Jobs(index, kennisbank.peildatum)
    ids = tuple(index.kaarten)
    press = Press(ADDRESS, PdfStore(None))
    start = time.perf_counter()
    printed = press.all(jobs.report(praktijk_id) for praktijk_id in ids)
    seconds = time.perf_counter() - start
    pages = sum(p.stuk.bladzijden for p in printed)
    print(
        f"{name}: {len(ids)} reports in {seconds:.2f} s, {len(ids) / seconds:.0f} a second, "
        f"{pages / len(ids):.1f} pages each, {pages / seconds:.0f} pages a second"
    )
    chosen = ids[:BOOKLET]
    start = time.perf_counter()
    pdf = press.pdf(jobs.choice(chosen, "Voor een snelheidsmeting."))
    seconds = time.perf_counter() - start
    print(f"{name}: booklet of {len(chosen)} practices, {pages_of(pdf)} pages, in {seconds:.2f} s")
