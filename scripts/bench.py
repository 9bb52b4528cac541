"""Time whole builds of a synthetic corpus, beside Hugo and plain MkDocs + Material on the same pages, in one run.

Prints the stages of a cold build, then of each build the time on the clock, the processor time and the peak memory of
all its processes, and the ratio to Hugo. Usage: ``make bench N=1000``, or ``python scripts/bench.py --records 1000
--compare 10000``; ``--search`` and ``--data`` make what the yardsticks do not have, and
``--prints 300 --records 0`` measures the PDFs alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import write_corpus
from hugo_site import write_hugo_site
from measuring import Run, repeated
from plain_site import write_plain_site
from printing import measure_prints
from stages import stages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
OURS = (sys.executable, "-m", "watwerkt", "build")
HUGO = (str(Path(sys.executable).with_name("hugo")), "--quiet")


@dataclass(frozen=True)
class Corpus:
    """A synthetic project and how often to build it."""

    project: Path
    pages: int
    runs: int

    def measure(
        self,
        label: str,
        command: Sequence[str],
        folder: Path | None = None,
        before: Callable[[], object] = lambda: None,
        yardstick: Run | None = None,
    ) -> Run:
        """Time a command and print one line of the result."""
        run = repeated(self.runs, command, folder or self.project, before)
        ratio = f"{run.seconds / yardstick.seconds:7.2f}" if yardstick else "      –"
        rate = f"{self.pages / run.seconds:9.0f}"
        print(f"{label:<34}{run.seconds:9.2f}{run.processor:9.2f}{rate}{run.megabytes:9.0f} {ratio}", flush=True)
        return run


def put_aside(*paths: Path) -> None:
    """Move what an earlier build made out of the way, to be removed at the very end.

    Some file systems look for minutes at each inode that was given back before they use another one (ext4, up to 0.4 ms
    a folder): whoever builds right after thousands of files were removed pays for that.
    """
    for path in filter(Path.exists, paths):
        path.rename(path.parents[1] / f"aside-{time.time_ns()}")


def edit_one(project: Path) -> None:
    """Change one record the way an author would."""
    path = sorted((project / "content" / "praktijken").glob("*.yml"))[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kern: ", "kern: Net ", 1), encoding="utf-8")


def measure(folder: Path, arguments: argparse.Namespace, records: int, *, plain: bool) -> Run:
    """Measure one corpus size; returns the cold build."""
    project = folder / f"ours-{records}"
    write_corpus(project, records, search=arguments.search, data=arguments.data)
    found = stages(project)
    corpus = Corpus(project, found.pages, arguments.runs)
    print(f"\n{records} records, {found.pages} pages, median of {corpus.runs}; stages in seconds of one processor")
    for name, seconds in found.seconds.items():
        print(f"  {name:<32}{seconds:9.2f}")
    print(f"{'':<34}{'seconds':>9}{'cpu':>9}{'pages/s':>9}{'peak MB':>9}   of Hugo")
    repeated(1, OURS, project)
    hugo_folder, plain_folder = folder / f"hugo-{records}", folder / f"plain-{records}"
    write_hugo_site(project, hugo_folder)
    hugo = corpus.measure("Hugo, cold", HUGO, hugo_folder, partial(put_aside, hugo_folder / "public"))
    emptied = partial(put_aside, project / "site", project / ".cache")
    cold = corpus.measure("ours, cold", OURS, before=emptied, yardstick=hugo)
    corpus.measure("ours, one record changed", OURS, before=lambda: edit_one(project), yardstick=hugo)
    corpus.measure("ours, nothing changed", OURS, yardstick=hugo)
    corpus.measure("ours by mkdocs build, cold", MKDOCS, before=emptied, yardstick=hugo)
    if plain:
        write_plain_site(project, plain_folder)
        corpus.measure("plain MkDocs + Material, Markdown", MKDOCS, plain_folder, yardstick=hugo)
    return cold


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1000, help="records to build without PDFs; 0 for none")
    parser.add_argument("--compare", type=int, help="also a corpus of this size, without plain MkDocs")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--prints", type=int, default=300, help="records to print as PDF; 0 for none")
    parser.add_argument("--no-plain", action="store_true", help="leave plain MkDocs out")
    parser.add_argument("--search", action="store_true", help="make our search index too; the yardsticks have none")
    parser.add_argument("--data", action="store_true", help="make the open data too; the yardsticks have none")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watwerkt-bench-") as name:
        if arguments.prints:
            measure_prints(arguments.prints, Path(name), edit_one)
        if not arguments.records:
            return
        first = measure(Path(name), arguments, arguments.records, plain=not arguments.no_plain)
        if arguments.compare:
            second = measure(Path(name), arguments, arguments.compare, plain=False)
            times = second.seconds / first.seconds
            print(f"\n{arguments.compare} / {arguments.records} records: {times:.1f} x the time")


if __name__ == "__main__":
    main()
