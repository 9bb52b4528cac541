import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))
sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
sys.path.insert(0, str(Path(__file__).parents[1] / "building"))

from hostile_sites import Comparison, build_both, compare_builds, compare_fragments, compare_long_lists

from shared_builds import made_once


@pytest.fixture(scope="session")
def fragments() -> Comparison:
    """Every page rendered without MkDocs; every text field has had every payload."""
    return compare_fragments()


@pytest.fixture(scope="session")
def long_lists() -> Comparison:
    """Lists too long for cards."""
    return compare_long_lists()


@pytest.fixture(scope="session")
def builds_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a calm and a hostile site built by MkDocs."""
    return made_once(tmp_path_factory, "vijandig", build_both)


@pytest.fixture(scope="session")
def builds(builds_dir: Path) -> Comparison:
    """The calm and the hostile site, compared."""
    return compare_builds(builds_dir)
