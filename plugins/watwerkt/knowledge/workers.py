"""Doing much of the same work: in this process, or in two when that is faster."""

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
from typing import TYPE_CHECKING, Any, TypeVar

from watwerkt.knowledge.examination import Examination, examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

POOL_FROM = 200
"""From this many files on two processes win from one (0.05 s to start against about 1 ms per file)."""
PROCESSES = 2
_CHUNK = 50

Item = TypeVar("Item")

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
    for (collection, _), dump in zip(tasks, made_of_all(tasks, _examined), strict=True):
        yield Examination.restore(dump, collection), dump


def _examined(task: Task) -> bytes:
    # bytes, not objects: pickling models costs as much as validating them again
    collection, raw = task
    return examine(raw, collection).dump()


def made_of_all(tasks: Sequence[Item], make: Callable[[Item], bytes]) -> Iterator[bytes]:
    """Yield what is made of each task, in order; a task travels to another process, ``make`` is inherited by it."""
    done = 0
    if len(tasks) >= POOL_FROM and may_fork():
        with suppress(BrokenProcessPool, OSError):
            for result in _in_pool(tasks, make):
                yield result
                done += 1
    yield from map(make, tasks[done:])


def may_fork() -> bool:
    """Whether this process may have forks of itself do a part of the work."""
    # forking is safe only while no other thread can hold a lock; without fork each process pays 0.3 s of imports
    return (
        sys.platform.startswith("linux")
        and "fork" in multiprocessing.get_all_start_methods()
        and threading.active_count() == 1
        and not multiprocessing.current_process().daemon
    )


def _in_pool(tasks: Sequence[Item], make: Callable[[Item], bytes]) -> Iterator[bytes]:
    context = multiprocessing.get_context("fork")
    chunks = [tasks[start : start + _CHUNK] for start in range(0, len(tasks), _CHUNK)]
    with ProcessPoolExecutor(PROCESSES, mp_context=context, initializer=_begin, initargs=(make,)) as pool:
        try:
            for results in pool.map(_make_chunk, chunks):
                yield from results
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def quiet_worker() -> None:
    """Leave Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Worker:
    """What a worker process was started for."""

    make: Callable[[Any], bytes]


def _begin(make: Callable[[Any], bytes]) -> None:
    quiet_worker()
    gc.disable()
    _Worker.make = staticmethod(make)


def _make_chunk(tasks: Sequence[Any]) -> list[bytes]:
    return [_Worker.make(task) for task in tasks]
