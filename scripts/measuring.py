"""Time and memory of one command with all the processes that it starts."""

from __future__ import annotations

import os
import select
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PAUSE = 0.05
"""Seconds between two looks at the memory, at least."""

PATIENCE = 50
"""How many times as long as a look the pause after it is: a look goes through all memory and holds a process up."""


@dataclass(frozen=True)
class Run:
    """One run: seconds on the clock, seconds of processor, and MB at the peak of all processes together."""

    seconds: float
    processor: float
    megabytes: float


def timed(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder.

    Memory that processes share is counted once (proportional set size). The processor time says more than the clock
    on a machine that does other work too.
    """
    start, peak = time.perf_counter(), 0
    process = subprocess.Popen(
        command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL
    )
    ended = os.pidfd_open(process.pid)  # can be read when the process has ended
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        look = time.perf_counter()
        peak = max(peak, sum(map(_kilobytes, _tree(process.pid))))
        took = time.perf_counter() - look
        select.select([ended], [], [], max(PAUSE, PATIENCE * took))
    seconds = time.perf_counter() - start
    os.close(ended)
    if status:
        raise SystemExit(f"{' '.join(command)} failed in {folder.name}.")
    return Run(seconds, usage.ru_utime + usage.ru_stime, peak / 1024)


def repeated(runs: int, command: Sequence[str], folder: Path, before: Callable[[], object] = lambda: None) -> Run:
    """Run a command several times, with a preparation before each: median times, highest peak."""
    results = []
    for _ in range(runs):
        before()
        results.append(timed(command, folder))
    return Run(
        statistics.median(r.seconds for r in results),
        statistics.median(r.processor for r in results),
        max(r.megabytes for r in results),
    )


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return  # it ended meanwhile


def _kilobytes(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        return 0  # it ended meanwhile
    return 0
