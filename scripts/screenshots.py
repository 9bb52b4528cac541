"""Take the pictures of CONTRIBUTING.md from the built site: `make screenshots`.

Writes `docs/beelden/*.png`. Run it when the pages that they show have changed.
"""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, ViewportSize

REPOSITORY = Path(__file__).parent.parent
SITE = REPOSITORY / "site"
TARGET = REPOSITORY / "docs" / "beelden"
SIZE: ViewportSize = {"width": 1000, "height": 700}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        pass


def empty_form(page: Page) -> None:
    """The form as it opens."""


def checked_form(page: Page) -> None:
    """The form after a first look, with the list of what is still asked."""
    page.get_by_role("button", name="Controleer alles").click()
    page.evaluate("document.activeElement.scrollIntoView({block: 'start'})")


PICTURES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "formulier": ("meedoen/formulier/", empty_form),
    "formulier-controle": ("meedoen/formulier/", checked_form),
    "meldingen": ("meldingen/ww310/", empty_form),
}
"""File name: the address and what is done there before the picture."""


def main() -> None:
    """Serve the site on this machine and take every picture."""
    if not (SITE / "index.html").exists():
        raise SystemExit("There is no site yet; run: make site")
    TARGET.mkdir(parents=True, exist_ok=True)
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE))) as server,
        sync_playwright() as play,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (address, before) in PICTURES.items():
            page = browser.new_page(viewport=SIZE, reduced_motion="reduce", locale="nl-NL")
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            before(page)
            page.screenshot(path=TARGET / f"{name}.png", animations="disabled")
            page.close()
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
