"""Prints of the real content, made once per session, and the folders whose helpers these tests share."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

for folder in ("hostile", "views", "building", "site", "browser"):
    sys.path.insert(0, str(Path(__file__).parents[1] / folder))

from pdf_reading import ADDRESS, Pdf, read_pdf

from watwerkt.exports.edition import SITE_URL
from watwerkt.knowledge.loading import load
from watwerkt.pdf.jobs import Jobs
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.views.index import Index, build_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from watwerkt.pdf.jobs import PrintJob

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def index() -> Index:
    return build_index(load(REPOSITORY / "content"))


@pytest.fixture(scope="session")
def jobs(index: Index) -> Jobs:
    return Jobs(index, index.kennisbank.peildatum)


@pytest.fixture(scope="session")
def on_site() -> Callable[[PrintJob], Pdf]:
    """Read a print as the site has it: what a build of the repository has kept is not printed again."""
    press = Press(SITE_URL, PdfStore(REPOSITORY / ".cache" / "watwerkt"))
    return lambda job: read_pdf(press.pdf(job))


@pytest.fixture(scope="session")
def printed() -> Callable[[PrintJob], Pdf]:
    """Print a job and read the result; the same job is printed once."""
    press = Press(ADDRESS, PdfStore(None))

    @cache
    def read(job: PrintJob) -> Pdf:
        return read_pdf(press.pdf(job))

    return lambda job: read(job)
