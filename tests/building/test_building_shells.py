"""Pages that are filled have the bytes that MkDocs gives them when it renders each, whatever a record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape
from site_building import SITE_URL, Build, build, change, tree
from small_project import PLACEHOLDERS, small_project

from watwerkt.site.shell import Shell, hole

if TYPE_CHECKING:
    from pathlib import Path

OLDER = ("praktijken/oude-naam/", "praktijken/nog-ouder/quickscan/")


def test_the_site_is_the_one_that_mkdocs_renders_page_by_page(filled: Build, tmp_path: Path) -> None:
    project = small_project(tmp_path / "p", "vullen: false")
    rendered = build(project, tmp_path / "site", strict=False, env={"WATWERKT_SITE_URL": SITE_URL})
    assert (filled.code, rendered.code) == (0, 0), filled.said + rendered.said
    one, other = tree(filled.folder), tree(rendered.folder)
    assert one.keys() == other.keys()
    assert {"sitemap.xml.gz", "404.html", *(f"{old}index.html" for old in OLDER)} < one.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_a_text_that_looks_like_a_hole_is_a_text(filled: Build) -> None:
    title = escape(PLACEHOLDERS.strip("'"))
    pages = [path for path, content in tree(filled.folder).items() if f"<h1>{title}</h1>".encode() in content]
    assert len(pages) == 1
    assert f"<title>{title} – " in filled.read(pages[0])
    assert filled.read(pages[0]).count("<h1>") == 1
    shell = Shell.cut(f"<title>{hole('titel')}</title>{hole('inhoud')}<p>{hole('titel')}")
    assert shell.names == ("titel", "inhoud", "titel")


def test_a_theme_that_shows_more_of_a_page_is_told_in_dutch(tmp_path: Path) -> None:
    project = small_project(tmp_path / "p")
    (project / "thema").mkdir()
    text = '{% extends "base.html" %}{% block extrahead %}<meta name="lang" content="{{ page.meta.title|length }}">'
    (project / "thema" / "main.html").write_text(f"{text}{{% endblock %}}", encoding="utf-8")
    change(project / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: thema\n")
    told = build(project, tmp_path / "site", strict=False)
    assert told.code == 1
    assert "`vullen: false`" in told.said
    assert "Traceback" not in told.said


def test_a_link_to_a_page_or_file_that_is_filled_is_checked(filled: Build) -> None:
    page = filled.page("los/")
    for target in ("themas/", "praktijken/nog-ouder/", "assets/watwerkt/zoekindex.js"):
        assert page.attributes("a", href=f"../{target}")
    told = [line for line in filled.said.splitlines() if "'los.md'" in line and line.startswith("WARNING")]
    assert len(told) == 1
    assert "'themas/weg/index.md', but the target is not found" in told[0]
