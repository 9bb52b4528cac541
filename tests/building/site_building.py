"""Real builds and previews in subprocesses, of the repository or of copies that a test may change."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "plugins" / "watwerkt"
SITE_URL = "https://gemeente.example/sub/dir/"
PATIENCE = 60.0
"""Seconds within which a change must be seen in the preview."""


@dataclass(frozen=True)
class Build:
    """A finished build: its exit code, everything it said and the folder with the output."""

    code: int
    said: str
    folder: Path

    def read(self, path: str) -> str:
        """Return a file of the output as text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, address: str) -> Page:
        """Return the page at an address below the root (``praktijken/``)."""
        return _page_in(self.folder / address / "index.html")

    def addresses(self) -> set[str]:
        """Return the addresses of all pages below the root; the home page is empty."""
        found = self.folder.rglob("index.html")
        return {path.relative_to(self.folder).as_posix().removesuffix("index.html") for path in found}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@dataclass(frozen=True)
class Page:
    """The elements and the text of one page."""

    elements: tuple[tuple[str, dict[str, str]], ...]
    text: str

    @classmethod
    def parse(cls, html: str) -> Self:
        """Read HTML."""
        reader = _Reader()
        reader.feed(html)
        return cls(tuple(reader.elements), " ".join("".join(reader.texts).split()))

    def attributes(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Return the attributes of the elements with this tag and these attributes."""
        return [found for name, found in self.elements if name == tag and wanted.items() <= found.items()]


@cache
def _page_in(file: Path) -> Page:
    return Page.parse(file.read_text(encoding="utf-8"))


def listed_files(*paths: str) -> list[str]:
    """Return what belongs to the repository below these paths: tracked, or new and not ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *paths]
    output = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    return sorted(name for name in output.split("\0") if name and (REPOSITORY / name).is_file())


PRINTS = Path(".cache", "watwerkt", "pdf")


def copy_repository(target: Path, *, prints: bool = True, pdf: bool = True) -> Path:
    """Copy what a build reads (content and configuration) to a new folder, in the umask and with the dates of now.

    With ``prints`` the PDFs that a build of the repository has kept come along, so that a copy need not print them all
    again; a key covers everything that decides the bytes of a PDF, so a changed copy prints what it needs. Another
    address or other dates mean that all are printed anew: without ``pdf`` the site of the copy has none.
    """
    for name in listed_files("content", "mkdocs.yml"):
        file = target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((REPOSITORY / name).read_bytes())
    if not pdf:
        change(target / "mkdocs.yml", "      cache: .cache/watwerkt\n", "      pdf: false\n")
    elif prints and (REPOSITORY / PRINTS).is_dir():
        shutil.copytree(REPOSITORY / PRINTS, target / PRINTS)
    return target


def copy_package(target: Path) -> Path:
    """Copy the Python package next to a copy, so that a preview uses templates that a test may change."""
    shutil.copytree(PACKAGE, target / "plugins" / "watwerkt", ignore=shutil.ignore_patterns("__pycache__"))
    return target


def environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """Return the environment for a build; None takes a variable away."""
    given = dict(os.environ) | {"NO_MKDOCS_2_WARNING": "1"}
    for name in ("WATWERKT_SITE_URL", "WATWERKT_REPO_URL", "SOURCE_DATE_EPOCH"):
        given.pop(name, None)
    for name, value in changes.items():
        if value is None:
            given.pop(name, None)
        else:
            given[name] = value
    return given


def build(
    root: Path,
    folder: Path,
    *,
    strict: bool = True,
    env: Mapping[str, str | None] | None = None,
    umask: int = -1,
    before: tuple[str, ...] = (),
) -> Build:
    """Run ``mkdocs build`` in ``root``; ``before`` is put in front of the command."""
    options = ["--strict"] if strict else []
    done = subprocess.run(
        [*before, sys.executable, "-m", "mkdocs", "build", *options, "--site-dir", str(folder)],
        cwd=root,
        env=environment(env or {}),
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=600,
    )
    return Build(done.returncode, done.stdout + done.stderr, folder)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def records(root: Path, collection: str) -> list[str]:
    """Return the ids of a collection by its file names."""
    return sorted(path.stem for path in (root / "content" / collection).glob("*.yml"))


def change(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text in a file; fails when it is not there."""
    text = file.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{old!r} is not in {file.name}")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def value_of(file: Path, key: str) -> str:
    """Return the value of a top-level key that stands on one line of a YAML file."""
    match = re.search(rf"^{key}: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    if match is None:
        raise ValueError(f"no {key} in {file.name}")
    return match.group(1)


class Preview:
    """``mkdocs serve`` on a free port of this machine; what it says goes to a file."""

    def __init__(self, root: Path, *options: str) -> None:
        """Serve a copy that holds its own package, with options of ``mkdocs serve``."""
        self.root, self._options = root, options
        self.port = _free_port()
        self._log = root / "preview.log"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start, and wait for the first page."""
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}", *self._options],
                cwd=self.root,
                env=environment({"PYTHONPATH": str(self.root / "plugins"), "PYTHONUNBUFFERED": "1"}),
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        try:
            self.until(lambda: self.status("/") == 200)
        except TimeoutError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the server."""
        if self._process:
            self._process.terminate()
            self._process.wait(timeout=PATIENCE)

    @property
    def alive(self) -> bool:
        """Whether the server still runs."""
        return self._process is not None and self._process.poll() is None

    def said(self) -> str:
        """Return everything on standard error until now."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def status(self, address: str) -> int:
        """Return the HTTP status of an address, 0 when there is no answer."""
        return self._get(address)[0]

    def get(self, address: str) -> str:
        """Return what is served at an address, empty when there is no answer."""
        return self._get(address)[1]

    def raw(self, address: str) -> bytes:
        """Return the bytes that are served at an address."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=PATIENCE) as answer:
            content: bytes = answer.read()
            return content

    def until(self, seen: Callable[[], bool]) -> None:
        """Wait until something is seen.

        Raises:
            TimeoutError: it was not seen in time.

        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if seen():
                return
            if not self.alive:
                break
            time.sleep(0.1)
        raise TimeoutError(f"not seen within {PATIENCE:g} s; the preview said:\n{self.said()[-3000:]}")

    def _get(self, address: str) -> tuple[int, str]:
        url = f"http://127.0.0.1:{self.port}{address}"
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def internal_references(page: Page) -> Iterator[str]:
    """Yield every address in a page that stays within the site."""
    for _, attributes in page.elements:
        for name in ("href", "src", "action"):
            value = attributes.get(name)
            if value is not None and not re.match(r"[a-z]+:", value):
                yield value
