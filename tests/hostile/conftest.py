import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))
sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
sys.path.insert(0, str(Path(__file__).parents[1] / "building"))

from hostile_sites import Comparison, compare_builds, compare_fragments, compare_long_lists


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
    """The folder with the calm and the hostile site."""
    return tmp_path_factory.mktemp("vijandig")


@pytest.fixture(scope="session")
def builds(builds_dir: Path) -> Comparison:
    """A calm and a hostile site built by MkDocs."""
    return compare_builds(builds_dir)
