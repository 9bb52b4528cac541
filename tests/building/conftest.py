"""One build of the repository for all tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_building import SITE_URL, Build, build, change, copy_repository, records
from small_project import small_project

from shared_builds import SAID, SITE, built_repository

if TYPE_CHECKING:
    from pathlib import Path

OLD_IDS = ("oude-naam", "nog-ouder")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The repository itself, built as `make site` does."""
    folder = built_repository(tmp_path_factory)
    return Build(0, (folder / SAID).read_text(encoding="utf-8"), folder / SITE)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository that no test changes."""
    return copy_repository(tmp_path_factory.mktemp("original"))


@pytest.fixture
def workcopy(tmp_path: Path) -> Path:
    """A copy of the repository for one test."""
    return copy_repository(tmp_path / "kopie")


@pytest.fixture(scope="session")
def moves(original: Path) -> dict[str, str]:
    """Old address to new address of the records that have another id in `below_a_path`."""
    own = {
        f"{collection}/{old}/": f"{collection}/{records(original, collection)[0]}/"
        for collection in ("praktijken", "interventietypen")
        for old in OLD_IDS
    }
    scans = {f"{old}quickscan/": f"{new}quickscan/" for old, new in own.items() if old.startswith("praktijken/")}
    return own | scans


@pytest.fixture(scope="session")
def below_a_path(moves: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site for an address with a path, with a practice and a model intervention that had another id before."""
    root = copy_repository(tmp_path_factory.mktemp("pad") / "kopie", pdf=False)
    for new in {new for new in moves.values() if not new.endswith("/quickscan/")}:
        earlier = "".join(f"\n  - {old}" for old in OLD_IDS)
        change(root / "content" / f"{new.rstrip('/')}.yml", "\nbijgewerkt:", f"\nvoorheen:{earlier}\nbijgewerkt:")
    return build(root, root.parent / "site", env={"WATWERKT_SITE_URL": SITE_URL})


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site of the small project below a path."""
    folder = tmp_path_factory.mktemp("gevuld")
    return build(small_project(folder / "p"), folder / "site", strict=False, env={"WATWERKT_SITE_URL": SITE_URL})
