"""What all folders of tests share; its being here lets them import the modules beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

# How long one example takes says more about what else the machine does than about our code.
settings.register_profile("watwerkt", deadline=None)
settings.load_profile("watwerkt")

DEAREST = ("browser", "form", "building", "hostile", "pdf", "exports", "site", "search", "workflows")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with the folders whose files take longest: at the end two workers then finish at about the same time."""
    ranks = {folder: rank for rank, folder in enumerate(DEAREST)}
    items.sort(key=lambda item: ranks.get(item.path.parent.name, len(ranks)))
