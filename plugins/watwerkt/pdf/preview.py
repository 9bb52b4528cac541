"""PDFs in a preview: printed at the moment that somebody opens one, so that the preview itself starts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def print_on_demand(
    answer: WSGIApplication, mount: str, folder: Path, pending: MutableMapping[str, Callable[[], bytes]]
) -> WSGIApplication:
    """Wrap a server of the files in ``folder`` that stand below the path ``mount`` (which ends with a slash).

    ``pending`` says what can be printed, by path from the site root; a path is taken out when its file is there.
    """

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").removeprefix(mount)
        make = pending.get(path)
        if make:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(make())
            pending.pop(path, None)
        return answer(environ, start_response)

    return app
