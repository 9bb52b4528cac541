"""Time the catalogue in Chromium at a quarter of the speed: when a visitor can read, filter and search the list.

Times run from the start of the navigation, or from the input of a word, until the result is painted. Usage:
``python scripts/bench_search.py [--records 300] [--slowdown 4]``; `make bench` runs it too. Other work on the machine
stretches the times more than anything else: look at the lowest one as well.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import write_corpus
from measuring import timed

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "browser"))

from browsing import serve, start_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TARGET = 1000
"""Milliseconds in which the first list of results should be there."""

WORD = "wijk"

PAINTED = """(done) => requestAnimationFrame(() => {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => done(performance.now())
  channel.port2.postMessage(null)
})"""

WATCH_LIST = f"""window.ready = new Promise((done) => {{
  new MutationObserver((_, observer) => {{
    if (!document.querySelector("#aantal")?.textContent) return
    observer.disconnect();
    ({PAINTED})(done)
  }}).observe(document, {{ childList: true, subtree: true }})
}})"""

TYPE_WORD = f"""(word) => new Promise((done) => {{
  const start = performance.now()
  const field = document.getElementById("zoek-lijst")
  new MutationObserver((_, observer) => {{
    observer.disconnect();
    ({PAINTED})((end) => done(end - start))
  }}).observe(document.getElementById("uitkomst"), {{ childList: true }})
  field.value = word
  field.dispatchEvent(new Event("input", {{ bubbles: true }}))
}})"""


def slow_page(browser: Browser, slowdown: int) -> Page:
    """A new visitor with an empty cache, whose processor is so many times slower."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.add_init_script(WATCH_LIST)
    return page


def visit(browser: Browser, root: str, slowdown: int) -> dict[str, float]:
    """Milliseconds of one visitor for each step."""
    page = slow_page(browser, slowdown)
    page.goto(f"{root}/praktijken/")
    usable = page.evaluate("() => window.ready")
    readable = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime")
    page.wait_for_timeout(1000)  # nobody types at once; the other cards are made in the meantime
    typed = page.evaluate(TYPE_WORD, WORD)
    page.context.close()
    page = slow_page(browser, slowdown)
    page.goto(f"{root}/praktijken/?q={WORD}")
    shared = page.evaluate("() => window.ready")
    page.context.close()
    return {
        "list readable": readable,
        "list with filters and search": usable,
        "a word typed, results painted": typed,
        f"address with ?q={WORD}, results painted": shared,
    }


def first_answer(assets: Path) -> tuple[int, int]:
    """Bytes of data (gzip) for a first answer: of a word in the heaviest part, and of three with one misspelt."""

    def size(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), 9, mtime=0))

    always = size(assets / "keuzes.js") + size(assets / "zoekindex.js")
    parts = sorted(size(path) for path in (assets / "zoek").glob("[0-9]*.js"))
    return always + parts[-1], always + sum(parts[-3:]) + size(assets / "zoek" / "woorden.js")


def measure_search(folder: Path, records: int, slowdown: int, runs: int) -> None:
    """Build a corpus in ``folder`` and print the median of each step beside the target."""
    project = folder / f"search-{records}"
    write_corpus(project, records)
    timed((sys.executable, "-m", "mkdocs", "build", "--quiet"), project)
    with serve(project / "site") as root, start_browser() as browser:
        visits = [visit(browser, root, slowdown) for _ in range(runs)]
    print(f"\n{records} records in Chromium, processor {slowdown} x slower, median of {runs}; target {TARGET} ms")
    one, three = first_answer(project / "site" / "assets" / "watwerkt")
    print(f"  data for a first answer: {one / 1000:.0f} kB, for three words with a slip {three / 1000:.0f} kB (gzip)")
    for step in visits[0]:
        times = sorted(one[step] for one in visits)
        print(f"  {step:<42}{statistics.median(times):8.0f} ms   ({times[0]:.0f} to {times[-1]:.0f})")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=300)
    parser.add_argument("--slowdown", type=int, default=4)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watwerkt-bench-") as name:
        measure_search(Path(name), arguments.records, arguments.slowdown, arguments.runs)


if __name__ == "__main__":
    main()
