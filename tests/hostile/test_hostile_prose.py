"""Hand-written pages are prose and no more: what a proposal puts in them or beside them does not reach a visitor."""

from __future__ import annotations

import pytest
from hostile_corpus import PAYLOADS
from site_building import Build, build, copy_repository

BESIDE = ("pagina.html", "beelden/x.svg", "praktijken/x.js", "begrippen/x.css", "x.xhtml", ".htaccess")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A site with a page full of payloads, and with files that are no pages."""
    root = copy_repository(tmp_path_factory.mktemp("proza"))
    parts = [f"## Kop {number}\n\n{payload}\n\n- {payload}\n" for number, payload in enumerate(PAYLOADS)]
    (root / "content" / "proza.md").write_text("# Proza\n\n" + "\n".join(parts), encoding="utf-8")
    for name in BESIDE:
        path = root / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<script>alert(1)</script>", encoding="utf-8")
    return build(root, root / "site", strict=False)


def test_a_page_holds_only_prose(hostile: Build) -> None:
    assert hostile.code == 0, hostile.said
    page, other = hostile.page("proza/"), hostile.page("over/")
    allowed = {tag for tag, _ in other.elements} | {
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "code", "blockquote", "em", "strong", "br", "ol", "ul", "li",
        "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "div", "span", "s",
    }  # fmt: skip
    assert {tag for tag, _ in page.elements} <= allowed
    assert len(page.attributes("script")) == len(other.attributes("script"))
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")], tag
        for name in ("href", "src"):
            assert not attributes.get(name, "").strip().lower().startswith(("javascript", "data:", "vbscript")), tag


def test_headings_and_links_of_the_real_pages_stay(hostile: Build) -> None:
    page = hostile.page("meedoen/")
    assert [a["id"] for tag, a in page.elements if tag == "h2" and "id" in a]
    assert page.attributes("a", href="../veldgids/")


def test_nothing_else_of_the_content_is_published(hostile: Build) -> None:
    for name in BESIDE:
        assert not (hostile.folder / name).exists(), name
        assert "WW153" in hostile.said
