"""A visitor with Chromium: the built site over http on the loopback, one browser, one tab per kind of visitor."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from shared_builds import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import ConsoleMessage, Request
    from playwright.sync_api import Page as BrowserPage

Scheme = Literal["light", "dark"]

ICON_OF_404 = "file:///assets/watwerkt/icoon.svg"
"""The page for a wrong address counts from the root of a server; a browser remembers its icon from the disk as well."""

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""Tags of the rules of axe-core for WCAG 2.2 A and AA."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules among them that look at colours."""

WIDE, PHONE = 1280, 320
HEIGHTS = {WIDE: 800, PHONE: 640}
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _SiteHandler(SimpleHTTPRequestHandler):
    """Serves the output as a plain web server would, 404.html for what does not exist."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of the loopback; gives the address of its root, without closing slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_SiteHandler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


_here = threading.local()


@contextmanager
def _playwright() -> Iterator[Playwright]:
    """Give the one of this thread: the fixtures of two folders of tests live at the same time, and two cannot."""
    running: Playwright | None = getattr(_here, "playwright", None)
    if running:
        yield running
        return
    with sync_playwright() as playwright:
        _here.playwright = playwright
        try:
            yield playwright
        finally:
            _here.playwright = None


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Start the system's Chromium, or fail with the way to get it."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("Chromium ontbreekt: `apt-get install chromium`", pytrace=False)
    with _playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@cache
def _probe(name: str) -> str:
    return (Path(__file__).parent / "probes" / f"{name}.js").read_text(encoding="utf-8")


@cache
def _axe() -> str:
    """The source text of axe-core; evaluated in the page, where the site's policy stays in force."""
    if not AXE.is_file():
        pytest.fail("axe-core ontbreekt: draai eerst `npm ci`", pytrace=False)
    return AXE.read_text(encoding="utf-8")


@dataclass
class Tab:
    """A tab and what happened in it since the last visit."""

    page: BrowserPage
    root: str
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.errors.append(f"fout in script: {error}"))
        self.page.on("request", self._on_request)
        self.page.on("requestfailed", self._on_failure)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and ICON_OF_404 not in f"{message.text}{message.location['url']}":
            self.errors.append(f"{message.text} ({message.location['url']})")

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _on_failure(self, request: Request) -> None:
        # A visit to the next page breaks off what the former page was still loading, such as its icon.
        if request.failure != "net::ERR_ABORTED" and request.url != ICON_OF_404:
            self.errors.append(f"niet geladen: {request.url}")

    def visit(self, address: str) -> BrowserPage:
        """Open an address below the root and return the page, loaded and with nothing focused."""
        self.errors.clear()
        self.requests.clear()
        self.page.goto(f"{self.root}/{address}", wait_until="load")
        return self.page

    def run(self, script: str, argument: object = None) -> Any:
        """Evaluate a function in the page."""
        return self.page.evaluate(script, argument)

    def probe(self, name: str, argument: object = None) -> Any:
        """Evaluate the function in ``probes/<name>.js`` in the page."""
        return self.run(_probe(name), argument)

    def axe(self, *tags: str) -> list[str]:
        """Return what axe-core finds in this state of the page, against WCAG and these other tags, in both palettes.

        The dark palette changes colours only, so just the rules about colours are asked a second time. What the page
        repeats is taken away first; look at anything else before.
        """
        self.probe("thin_out")
        self.page.evaluate(_axe())
        problems: list[str] = self.probe("axe", {"type": "tag", "values": [*WCAG, *tags]})
        self.page.emulate_media(color_scheme="dark")
        problems += [f"donker: {problem}" for problem in self.probe("axe", {"type": "rule", "values": COLOURS})]
        self.page.emulate_media(color_scheme="light")
        return problems

    def open_details(self) -> None:
        """Unfold everything that is folded and lay out what is out of sight, so that its content counts."""
        self.run("() => document.querySelectorAll('main details').forEach(part => { part.open = true })")
        self.run(
            "() => document.querySelectorAll('.kaart').forEach(one => { one.style.contentVisibility = 'visible' })"
        )


@dataclass
class Visitors:
    """Tabs by kind of visitor, made when first asked for and used again."""

    browser: Browser
    root: str
    _tabs: dict[tuple[int, Scheme, bool, str], Tab] = field(default_factory=dict)

    def tab(self, width: int = WIDE, scheme: Scheme = "light", *, script: bool = True, root: str = "") -> Tab:
        """Return the tab of a visitor with this width (CSS px), palette and with or without JavaScript."""
        key = (width, scheme, script, root)
        if key not in self._tabs:
            context = self.browser.new_context(
                viewport={"width": width, "height": HEIGHTS[width]},
                color_scheme=scheme,
                java_script_enabled=script,
                reduced_motion="reduce",
                locale="nl-NL",
            )
            context.set_default_timeout(60_000)
            self._tabs[key] = Tab(context.new_page(), root or self.root)
        return self._tabs[key]
