from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from watwerkt.knowledge.loading import load
from watwerkt.publishing import js_yaml
from watwerkt.site.data import formulierregels_js, rubriek_js
from watwerkt.views.index import build_index

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))
sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
sys.path.insert(0, str(Path(__file__).parents[1] / "knowledge"))
sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))
sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))
sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from browsing import Visitors, serve, start_browser
from built_site import site, site_dir
from script_runner import STATIC, Ask, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.knowledge.kennisbank import Kennisbank

__all__ = ["site", "site_dir"]

TESTS = Path(__file__).parents[1]
SCRIPTS = (
    "yamltekst.js",
    "yamllezer.js",
    "yamlbehoud.js",
    "tekstregels.js",
    "veldregels.js",
    "recordregels.js",
    "concept.js",
)


@pytest.fixture(scope="session")
def kennisbank() -> Kennisbank:
    """The real content."""
    return load(TESTS.parent / "content")


@contextmanager
def scripts(kennisbank: Kennisbank, folder: Path) -> Iterator[Ask]:
    """Run the scripts of the form in one Node, with the rules that belong to a knowledge base."""
    index = build_index(kennisbank)
    made = {"js-yaml.js": js_yaml().encode(), "regels.js": formulierregels_js(index), "rubriek.js": rubriek_js(index)}
    for name, script in made.items():
        (folder / name).write_bytes(script)
    with running([*(folder / name for name in made), *(STATIC / name for name in SCRIPTS)]) as send:
        yield send


@pytest.fixture(scope="session")
def ask(kennisbank: Kennisbank, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Give a job to the scripts of the form, with the rules of the real content, and get their answer."""
    with scripts(kennisbank, tmp_path_factory.mktemp("scripts")) as send:
        yield send


@pytest.fixture(scope="session")
def ask_example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The same with the rules of the small valid example that the fixtures are made from."""
    example = load(TESTS / "fixtures" / "valid" / "content")
    with scripts(example, tmp_path_factory.mktemp("scripts")) as send:
        yield send


@pytest.fixture(scope="session")
def visitors(site_dir: Path) -> Iterator[Visitors]:
    """Visitors of the site over http."""
    with serve(site_dir) as root, start_browser() as browser:
        yield Visitors(browser, root)
