"""What all folders of tests share; its being here lets them import the modules beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

DEAREST = ("browser", "form", "building", "hostile", "pdf", "exports", "site", "search", "workflows")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with the folders whose files take longest: at the end two workers then finish at about the same time."""
    ranks = {folder: rank for rank, folder in enumerate(DEAREST)}
    items.sort(key=lambda item: ranks.get(item.path.parent.name, len(ranks)))
