"""Time the PDFs: reports per second, a booklet of 50 practices, and what PDFs add to a build."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import REPOSITORY, write_corpus
from measuring import repeated
from watwerkt.knowledge.loading import load
from watwerkt.pdf.engine import pages_of
from watwerkt.pdf.jobs import Jobs
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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
    head = f"builds of {records} records"
    print(f"{head:<28}{'with':>9}{'without':>10}{'processor':>11}{'PDFs':>7}{'MB':>7}{'without':>9}")
    for name, run, bare in (
        ("cold", with_cold, cold),
        ("warm, one record changed", with_edit, edit),
        ("warm, nothing changed", with_warm, warm),
    ):
        share = 1 - bare.processor / run.processor
        clock = f"{run.seconds:9.2f}{bare.seconds:10.2f}{run.processor:11.2f}{share:7.0%}"
        print(f"{name:<28}{clock}{run.megabytes:7.0f}{bare.megabytes:9.0f}")
    print("PDFs: their share of the processor time; MB: peak of all processes together")


def _in_process(name: str, content: Path | None) -> None:
    kennisbank = load(content or REPOSITORY / "content")
    index = build_index(kennisbank)
    jobs = Jobs(index, kennisbank.peildatum)
    ids = tuple(index.kaarten)
    press = Press(ADDRESS, PdfStore(None))
    with _timed() as spent:
        printed = press.all(jobs.report(praktijk_id) for praktijk_id in ids)
    lengths = Counter(p.stuk.bladzijden for p in printed)
    print(
        f"{name}: {len(ids)} reports {spent}, {spent.processor / len(ids) * 1000:.0f} ms of processor each; "
        f"pages: {', '.join(f'{count} of {pages}' for pages, count in sorted(lengths.items()))}",
        flush=True,
    )
    chosen = ids[:BOOKLET]
    with _timed() as spent:
        pdf = press.pdf(jobs.choice(chosen, "Voor een snelheidsmeting."))
    print(f"{name}: booklet of {len(chosen)} practices, {pages_of(pdf)} pages, {spent}", flush=True)


@dataclass
class _Spent:
    """Time on the clock, and of all processors together, which other work on the machine changes less."""

    seconds: float = 0.0
    processor: float = 0.0

    def __str__(self) -> str:
        return f"in {self.seconds:.2f} s ({self.processor:.2f} s of processor)"


@contextmanager
def _timed() -> Iterator[_Spent]:
    spent = _Spent()
    start, processor = time.perf_counter(), time.process_time()
    yield spent
    spent.seconds, spent.processor = time.perf_counter() - start, time.process_time() - processor
