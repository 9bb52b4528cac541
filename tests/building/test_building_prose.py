"""What a preview remembers of a page written by hand is what MkDocs would make of it now, and say about it."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.toc import AnchorLink
from site_building import change, tree

from watwerkt.mkdocs_prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

TEMPLATE = (
    "{{ page.title }} {{ page.toc }} {{ page.meta }} {{ page.content }}"
    "{% for other in nav.pages %} {{ other.title }}{% endfor %}"
)
PAGES = {
    "index.md": "---\ndescription: Begin\n---\n# Begin\n\n## Kop\n\n[een](een.md#kop) [hier](#kop) [weg](https://example.org/)\n",
    "een.md": "# Een\n\n## Kop\n\n[terug](index.md) ![beeld](beeld.png)\n",
    "map/twee.md": "Zonder kop. [een](../een.md)\n",
    "beeld.png": "",
}


class Site:
    """A site of MkDocs alone, built again and again in one process."""

    def __init__(self, folder: Path) -> None:
        self.docs, self.folder = folder / "docs", folder
        self.prose = Prose()
        self.settings: dict[str, Any] = {"validation": {"anchors": "warn"}, "markdown_extensions": ["toc", "tables"]}
        (folder / "theme").mkdir()
        (folder / "theme" / "main.html").write_text(TEMPLATE, encoding="utf-8")
        for name, text in PAGES.items():
            self.docs.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
            self.docs.joinpath(name).write_text(text, encoding="utf-8")

    def built(self, prose: Prose, caplog: pytest.LogCaptureFixture) -> tuple[dict[str, bytes], list[str], set[str]]:
        """Return what a build gives and says, and which pages MkDocs rendered for it."""
        rendered: set[str] = set()

        class Remembering(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
            def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
                render = page.render

                def noted(*inputs: Any) -> None:
                    rendered.add(page.file.src_uri)
                    render(*inputs)

                page.render = noted  # type: ignore[method-assign]
                prose.remember(page)
                return page

            def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
                page.toc.items.append(AnchorLink("van een andere plugin", "bij", 1))
                return html

        caplog.clear()
        site = self.folder / "site"
        theme = {"name": None, "custom_dir": str(self.folder / "theme")}
        given = {"site_name": "s", "theme": theme, "docs_dir": str(self.docs), "site_dir": str(site), "plugins": []}
        (self.folder / "mkdocs.yml").touch()
        config = load_config(str(self.folder / "mkdocs.yml"), **given, **deepcopy(self.settings))
        config.plugins["onthoudt"] = Remembering()
        with caplog.at_level(logging.INFO, "mkdocs.structure"):
            build(config)
        said = [record.message for record in caplog.records if record.name.startswith("mkdocs.structure")]
        return tree(site), said, rendered

    def rendered(self, caplog: pytest.LogCaptureFixture) -> set[str]:
        """Build with what is remembered and from nothing, compare, and return which pages were rendered now."""
        made, said, rendered = self.built(self.prose, caplog)
        assert (made, said) == self.built(Prose(), caplog)[:2]
        return rendered


@pytest.fixture
def site(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Site:
    """A site that was built once."""
    made = Site(tmp_path)
    assert made.rendered(caplog) == {"index.md", "een.md", "map/twee.md"}
    return made


def test_only_a_page_that_changed_is_rendered(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    assert site.rendered(caplog) == set()
    change(site.docs / "een.md", "# Een", "# Twee")
    assert site.rendered(caplog) == {"een.md"}
    assert site.rendered(caplog) == set()


@pytest.mark.parametrize(
    ("changed", "rendered", "said"),
    [
        (lambda docs: change(docs / "een.md", "## Kop", "## Anders"), {"een.md"}, "anchor '#kop'"),
        (lambda docs: change(docs / "index.md", "description: Begin", "description: Nieuw"), set(), ""),
        (lambda docs: (docs / "beeld.png").unlink(), {"een.md"}, "'beeld.png', but the target is not found"),
        (lambda docs: (docs / "een.md").unlink(), {"index.md", "map/twee.md"}, "'een.md' is not found"),
        (
            lambda docs: (docs / "een.md").replace(docs / "map" / "een.md"),
            {"index.md", "map/een.md", "map/twee.md"},
            "mean",
        ),
    ],
)
def test_where_links_lead_is_looked_at_each_time(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    changed: Callable[[Path], object],
    rendered: set[str],
    said: str,
) -> None:
    changed(site.docs)
    assert site.rendered(caplog) == rendered
    assert said in caplog.text
    site.rendered(caplog)
    assert said in caplog.text
    (site.docs / "map" / "een.md").unlink(missing_ok=True)
    for name, text in PAGES.items():
        (site.docs / name).write_text(text, encoding="utf-8")
    site.rendered(caplog)
    assert site.rendered(caplog) == set()


@pytest.mark.parametrize(
    "settings",
    [
        {"use_directory_urls": False},
        {"exclude_docs": "twee.md"},
        {"markdown_extensions": [{"toc": {"permalink": True}}]},
        {"validation": {"absolute_links": "warn"}},
    ],
)
def test_settings_count(site: Site, caplog: pytest.LogCaptureFixture, settings: dict[str, Any]) -> None:
    site.settings |= settings
    site.rendered(caplog)


def test_extensions_of_others_may_rest_on_more_than_the_text(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.settings["markdown_extensions"] = ["toc", "pymdownx.snippets"]
    assert site.rendered(caplog) == site.rendered(caplog) == {"index.md", "een.md", "map/twee.md"}
