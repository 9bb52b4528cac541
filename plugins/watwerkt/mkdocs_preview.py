"""What `mkdocs serve` does otherwise than a build: it makes a file when asked for, and keeps what it needs again."""

from __future__ import annotations

import gzip
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from click import get_current_context

from watwerkt.knowledge.cache import Memory
from watwerkt.mkdocs_prose import Prose
from watwerkt.preview import CollectorRests, CompiledTemplates, OnDemand
from watwerkt.writing import PublishedFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import ExitStack
    from wsgiref.types import WSGIApplication

    from jinja2 import Environment
    from mkdocs.utils.templates import TemplateContext

    Find = Callable[[str], PublishedFile | None]


class Preview:
    """Everything that a preview keeps from one build to the next."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.memory = Memory()
        self.prose = Prose()
        self._collector = CollectorRests()
        self._compiled = CompiledTemplates()
        self._on_demand: OnDemand | None = None
        self._told: frozenset[str] = frozenset()

    def pause(self, until: ExitStack) -> None:
        """Make nothing and collect no garbage while the site is built."""
        until.enter_context(self._collector)
        if self._on_demand:
            self._on_demand.pause()
            until.callback(self._on_demand.resume)

    def take(self, env: Environment) -> None:
        """Have the templates of MkDocs compiled once, and use them later."""
        self._env = env
        env.bytecode_cache = self._compiled

    def later(self, template: str, context: Callable[[], TemplateContext]) -> list[PublishedFile]:
        """Return what a template gives, and that packed, as files that are made when somebody asks for them."""
        env = self._env

        def made() -> bytes:
            return env.get_template(template).render(context()).encode()

        return [PublishedFile(template, made), PublishedFile(f"{template}.gz", lambda: gzip.compress(made(), mtime=0))]

    def serve(self, app: WSGIApplication, mount: str, folder: Path, find: Find) -> OnDemand:
        """Make the files that a server does not have when it is asked for one; see :class:`OnDemand`."""
        self._on_demand = OnDemand(app, mount, folder)
        self._on_demand.offer(find)
        return self._on_demand

    def built(self, folder: Path, unfinished: list[str], find: Find) -> None:
        """Offer what a build can make, in place of what MkDocs wrote of it at these paths in a folder."""
        for path in unfinished:
            Path(folder, path).unlink(missing_ok=True)
        if self._on_demand:
            self._on_demand.offer(find)

    def to_tell(self, lines: Mapping[str, int]) -> Iterator[str]:
        """Choose from what was found, with its level, what to tell: every mistake, and of the rest what is new."""
        told, self._told = self._told, frozenset(lines)
        return (line for line, level in lines.items() if level >= logging.WARNING or line not in told)


def preview_of(command: str) -> Preview | None:
    """Return a new preview if this is `mkdocs serve` and it lets plugins have a hand in its server."""
    context = get_current_context(silent=True)
    reloads = context is None or bool(context.params.get("livereload", True))
    return Preview() if command == "serve" and reloads else None
