import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))

from browsing import Visitors, serve, start_browser
from built_site import Page, Site, examples, page_types, site, site_dir

__all__ = ["site", "site_dir"]


@pytest.fixture(scope="session")
def visitors(site_dir: Path) -> Iterator[Visitors]:
    """Visitors of the site over http."""
    with serve(site_dir) as root, start_browser() as browser:
        yield Visitors(browser, root)


@pytest.fixture(scope="session")
def all_examples(site: Site) -> list[Page]:
    """Pages of each type, with all its kinds of elements on them."""
    return examples(site)


@pytest.fixture(scope="session")
def one_of_each(site: Site) -> list[Page]:
    """The page of each type with most kinds of elements."""
    return [pages[0] for pages in page_types(site).values()]
