"""Time whole builds of a synthetic corpus, beside plain MkDocs + Material on the same pages, in one run.

Prints wall time, pages per second and peak memory of each build, and the stages of a cold run in process. Each build is
a process of its own. Usage: ``make bench N=1000`` or ``python scripts/bench.py --records 1000 [--compare 10000]``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import write_corpus
from plain_site import write_plain_site
from printing import measure_prints
from watwerkt.exports.edition import Edition
from watwerkt.exports.files import KINDS, data_files
from watwerkt.knowledge.kennisbank import load
from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import Renderer
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE = 1024  # ru_maxrss is in KiB on Linux


@dataclass(frozen=True)
class Run:
    """One build: seconds on the clock and peak memory in MB of the largest process."""

    seconds: float
    megabytes: float


def build(project: Path) -> Run:
    """Build a project in a process of its own, output folder removed beforehand."""
    shutil.rmtree(project / "site", ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=project, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"The build of {project.name} failed.")
    return Run(seconds, usage.ru_maxrss / MEGABYTE)


def repeated(runs: int, project: Path, before: Callable[[], object] = lambda: None) -> Run:
    """Median of several builds, with a preparation before each."""
    results = []
    for _ in range(runs):
        before()
        results.append(build(project))
    return Run(statistics.median(r.seconds for r in results), max(r.megabytes for r in results))


def stages(project: Path) -> tuple[dict[str, float], int]:
    """Seconds per stage of a cold run in this process, and the number of pages."""
    times: dict[str, float] = {}

    def timed(name: str, start: float) -> None:
        times[name] = time.perf_counter() - start

    start = time.perf_counter()
    kennisbank = load(project / "content")
    timed("read, parse, validate, check", start)
    if not kennisbank.praktijken:
        raise SystemExit("The synthetic records are refused; see scripts/corpus.py.")
    start = time.perf_counter()
    index = build_index(kennisbank)
    timed("score and link", start)
    start = time.perf_counter()
    pages = list(all_pages(kennisbank))
    timed("score, link and list pages", start)
    start = time.perf_counter()
    renderer = Renderer({"bewerk_url": ""})
    for pagina in pages:
        renderer.html(pagina)
    timed("page models and templates", start)
    edition = Edition(index, kennisbank.peildatum)
    for kind in KINDS:
        start = time.perf_counter()
        for _, make in data_files(edition, (kind,)):
            content = make()
            deque(content if not isinstance(content, bytes) else (), maxlen=0)
        timed(f"open data: {kind}", start)
    return times, len(pages)


def edit_one(project: Path) -> None:
    """Change one record the way an author would."""
    path = sorted((project / "content" / "praktijken").glob("*.yml"))[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kern: ", "kern: Net ", 1)[:200000], encoding="utf-8")


def report(label: str, run: Run, pages: int, yardstick: Run | None) -> None:
    """One line of the result."""
    ratio = f"{run.seconds / yardstick.seconds:6.2f}" if yardstick else "     –"
    print(f"{label:<34}{run.seconds:9.2f}{pages / run.seconds:10.0f}{run.megabytes:10.0f}   {ratio}")


def measure(records: int, runs: int, folder: Path, *, plain: bool, search: bool, data: bool) -> Run:
    """Measure one corpus size; returns the cold build."""
    project, markdown = folder / f"ours-{records}", folder / f"plain-{records}"
    write_corpus(project, records, search=search, data=data)
    times, pages = stages(project)
    print(f"\n{records} records, {pages} pages, median of {runs}")
    for name, seconds in times.items():
        print(f"  {name:<32}{seconds:9.2f} s")
    print(f"{'':<34}{'seconds':>9}{'pages/s':>10}{'peak MB':>10}   of plain")
    yardstick = None
    if plain:
        write_plain_site(project, markdown)
        yardstick = repeated(runs, markdown)
        report("plain MkDocs + Material, Markdown", yardstick, pages, None)
    cache = project / ".cache"
    cold = repeated(runs, project, lambda: shutil.rmtree(cache, ignore_errors=True))
    report("ours, cold", cold, pages, yardstick)
    report("ours, warm, one record changed", repeated(runs, project, lambda: edit_one(project)), pages, yardstick)
    report("ours, warm, nothing changed", repeated(runs, project), pages, yardstick)
    return cold


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--compare", type=int, help="also a corpus of this size, without the yardstick")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--prints", type=int, default=300, help="records to print as PDF; 0 for none")
    parser.add_argument("--search", action="store_true", help="make our search index too; the yardstick has none")
    parser.add_argument("--data", action="store_true", help="make the open data too; the yardstick has none")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watwerkt-bench-") as name:
        extras = {"search": arguments.search, "data": arguments.data}
        if arguments.prints:
            measure_prints(arguments.prints, Path(name), repeated, edit_one)
        first = measure(arguments.records, arguments.runs, Path(name), plain=True, **extras)
        if arguments.compare:
            second = measure(arguments.compare, 1, Path(name), plain=False, **extras)
            print(
                f"\n{arguments.compare} / {arguments.records} records: {second.seconds / first.seconds:.1f} x the time"
            )


if __name__ == "__main__":
    main()
