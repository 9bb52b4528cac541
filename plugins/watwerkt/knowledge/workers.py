"""Examining many files: in this process, or in two when that is faster."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from watwerkt.knowledge.examination import Examination, examine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

POOL_FROM = 200
"""From this many files on two processes win from one (0.05 s to start against about 1 ms per file)."""
PROCESSES = 2
_CHUNK = 50

Task = tuple[str, bytes]
"""Collection and bytes of one file."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python's cyclic garbage collector off: it rescans the growing heap and makes loading up to 3x slower."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def give_back_memory() -> None:
    """Let the C library return to the system what was freed between blocks in use: a sixth, after loading."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):  # a C library that does not know how
            ctypes.CDLL(None).malloc_trim(0)


def examine_all(tasks: Sequence[Task]) -> Iterator[tuple[Examination, bytes]]:
    """Examine files, in order; each result comes with its serialised form for the cache."""
    done = 0
    if len(tasks) >= POOL_FROM and may_fork():
        with suppress(BrokenProcessPool, OSError):
            for dump in _in_pool(tasks):
                yield Examination.restore(dump, tasks[done][0]), dump
                done += 1
    for collection, raw in tasks[done:]:
        examination = examine(raw, collection)
        yield examination, examination.dump()


def may_fork() -> bool:
    """Whether this process may have forks of itself do a part of the work."""
    # forking is safe only while no other thread can hold a lock; without fork each process pays 0.3 s of imports
    return (
        sys.platform.startswith("linux")
        and "fork" in multiprocessing.get_all_start_methods()
        and threading.active_count() == 1
        and not multiprocessing.current_process().daemon
    )


def _in_pool(tasks: Sequence[Task]) -> Iterator[bytes]:
    context = multiprocessing.get_context("fork")
    chunks = [tasks[start : start + _CHUNK] for start in range(0, len(tasks), _CHUNK)]
    with ProcessPoolExecutor(PROCESSES, mp_context=context, initializer=_begin_examining) as pool:
        try:
            for dumps in pool.map(_examine_chunk, chunks):
                yield from dumps
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def quiet_worker() -> None:
    """Leave Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _begin_examining() -> None:
    quiet_worker()
    gc.disable()


def _examine_chunk(tasks: Sequence[Task]) -> list[bytes]:
    # bytes, not objects: pickling models costs as much as validating them again
    return [examine(raw, collection).dump() for collection, raw in tasks]
