"""A preview makes a page or file at the moment that somebody asks for it, so that it shows a change at once."""

from __future__ import annotations

import gc
import os
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from jinja2 import BytecodeCache

from watwerkt.knowledge.seen import Look, look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import CodeType
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from jinja2.bccache import Bucket

    from watwerkt.writing import PublishedFile

LOOK = 0.1, 0.5
"""Seconds between two looks for changes: at least, and at most; MkDocs takes the latter."""

LOOKED_AT = 40_000
"""With so many practices a second would lie between two looks; so they take some tenth of the time of a processor."""

SETTLED = 0.05
"""Seconds without another change after which a preview shows it; an editor writes a file in less."""

SHOWN = 2.0
"""Seconds after a build within which a browser has fetched the page that it shows."""

SCRIPTS = b"script-src 'self'"
"""What the Content-Security-Policy of the page templates says about scripts."""

NOT_FOUND = "404"
TRIES = 5


class Watching(Protocol):
    """What is asked of the server of MkDocs."""

    observer: Any
    build_delay: float

    def watch(self, path: str) -> None:
        """See changes of a file, or of all files below a folder."""

    def unwatch(self, path: str) -> None:
        """Take one call of ``watch`` back; raises KeyError when there was none."""


def is_free(family: int, address: tuple[Any, ...]) -> bool:
    """Whether a server can listen at an address of this machine."""
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            probe.bind(address)
        except OSError:
            return False
    return True


def look_often(server: Watching, there: dict[str, Look], practices: int, building: threading.Event) -> None:
    """Have a server see a change soon: MkDocs looks twice a second, however little there is to look at.

    ``there`` is what was at each path before the first build: a change during that is seen as well. It is kept up to
    date. What changes while the site is ``building`` is seen after it: to look takes turns with the build.
    """
    from watchdog.events import FileModifiedEvent  # here: only a preview watches
    from watchdog.observers.api import BaseObserver, EventEmitter

    class Looking(EventEmitter):
        def on_thread_start(self) -> None:
            self._place = str(self.watch.raw_path)  # `path` is the folder when somebody watches one file
            if self._place not in there:
                there.update(seen_at([self._place]))

        def queue_events(self, timeout: float) -> None:
            if self.stopped_event.wait(timeout) or building.is_set():
                return
            with suppress(OSError):  # a network drive that is away for a while
                before, there[self._place] = there[self._place], look([self._place])
                if there[self._place].states != before.states:
                    self.queue_event(FileModifiedEvent(self._place))

    for path in there:
        with suppress(KeyError):  # MkDocs does not watch it yet
            server.unwatch(path)
    if server.observer.emitters:
        server.observer.start()  # goes on with what others asked it to watch
    server.observer = BaseObserver(Looking, timeout=min(max(practices / LOOKED_AT, LOOK[0]), LOOK[1]))
    for path in there:
        server.watch(path)
    server.build_delay = SETTLED


def seen_at(paths: Iterable[str]) -> dict[str, Look]:
    """Look at each path by itself; of one that cannot be read now nothing is there."""
    there = {}
    for path in map(os.path.abspath, paths):
        there[path] = Look(0, {})
        with suppress(OSError):
            there[path] = look([path])
    return there


class CollectorRests:
    """Keeps the collector of garbage off while a preview builds and, as it takes long, until the page was shown."""

    def __init__(self, seconds: float = SHOWN) -> None:
        """Wait so many seconds after a build."""
        self._seconds = seconds
        self.waking: threading.Timer | None = None
        """Switches the collector on again, when that is still to come or was the last that happened."""

    def __enter__(self) -> None:
        """Rest, also when it was about to begin."""
        if self.waking:
            self.waking.cancel()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        """Begin later."""
        self.waking = threading.Timer(self._seconds, gc.enable)
        self.waking.daemon = True
        self.waking.start()


class CompiledTemplates(BytecodeCache):
    """Keeps the templates of a preview compiled, by their text."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that was compiled before."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled now."""
        self._known[bucket.key, bucket.checksum] = bucket.code


def reloading(answer: WSGIApplication) -> WSGIApplication:
    """Let the pages that a server answers run the script by which it reloads them, and which it puts into them."""

    def answered(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        status, headers, body = _asked(answer, environ)
        if ("Content-Type", "text/html") not in headers:
            start_response(status, headers)
            return body
        page = b"".join(body).replace(SCRIPTS, SCRIPTS + b" 'unsafe-inline'", 1)
        others = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*others, ("Content-Length", str(len(page)))])
        return [page]

    return answered


def _asked(answer: WSGIApplication, environ: WSGIEnvironment) -> tuple[str, list[tuple[str, str]], Iterable[bytes]]:
    held: list[tuple[str, list[tuple[str, str]]]] = []

    def hold(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        held[:] = [(status, headers)]

    body = answer(environ, hold)  # type: ignore[arg-type]
    return *held[0], body


class OnDemand:
    """Wraps a server of the files in ``folder``, which stand below the path ``mount`` (with a slash at the end)."""

    def __init__(self, answer: WSGIApplication, mount: str, folder: Path) -> None:
        self._answer, self._mount, self._folder = answer, mount, folder
        self._making = threading.Lock()
        self._paused = False
        self._find: Callable[[str], PublishedFile | None] = lambda _: None
        self._made: set[Path] = set()

    def pause(self) -> None:
        """Make nothing until :meth:`resume`: a build empties the folder, in this thread."""
        self._making.acquire()
        self._paused = True

    def resume(self) -> None:
        """Go on after a pause, if there is one."""
        if self._paused:
            self._paused = False
            self._making.release()

    def offer(self, find: Callable[[str], PublishedFile | None]) -> None:
        """Find from now on here what can be made at a path, and no longer where it was; what was made is thrown away.

        A build has emptied the folder already, unless MkDocs was asked not to (``--dirty``).
        """
        for made in self._made:
            made.unlink(missing_ok=True)
        self._made.clear()
        self._find = find

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Let the server answer; when it has no such file but it can be made, make that and ask again.

        The server lets a question wait while the site is built, so what can be made is known when it answers. When a
        build begins just then, the file may be gone again, and is made once more.
        """
        path = environ.get("PATH_INFO", "")
        for _ in range(TRIES):
            status, headers, body = _asked(self._answer, environ)
            missing = status.startswith(NOT_FOUND) and path.startswith(self._mount)
            if not (missing and self._make(path[len(self._mount) :])):
                break
        start_response(status, headers)
        return body

    def _make(self, path: str) -> bool:
        page = f"{path.removesuffix('/')}/index.html".removeprefix("/")
        with self._making:
            file = self._find(path) or self._find(page)
            if file:
                target = self._folder / file.path
                file.write(target)
                self._made.add(target)
        return file is not None
