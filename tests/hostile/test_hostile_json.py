"""Data in a page or beside it stays data (SEC-X5)."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import html5lib
import pytest
from hostile_corpus import PAYLOADS

from watwerkt.site.rendering import json_in_html

if TYPE_CHECKING:
    from pathlib import Path

VALUES: tuple[object, ...] = (
    *PAYLOADS,
    list(PAYLOADS),
    {payload: [payload, {"diep": payload}] for payload in PAYLOADS},
    {"__proto__": {"y": 1}, "constructor": None, "getal": 1.5, "ja": True},
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:30])
def test_json_in_a_page_comes_back_as_it_went_in(value: object) -> None:
    page = html5lib.parse(
        f'<body><script type="application/json">{json_in_html(value)}</script><p>na</p>',
        treebuilder="etree",
        namespaceHTMLElements=False,
    )
    scripts = list(page.iter("script"))
    assert len(scripts) == 1
    assert json.loads(scripts[0].text or "") == value
    assert [element.tag for element in page.iter()] == ["html", "head", "body", "script", "p"]


def test_json_in_a_page_has_no_sign_that_html_or_an_old_browser_reads() -> None:
    assert not {"<", ">", "&", "\u2028", "\u2029"} & {*json_in_html(list(VALUES))}


def test_data_files_of_a_hostile_build_are_well_formed(builds_dir: Path) -> None:
    read = 0
    for file in (builds_dir / "hostile").rglob("*"):
        if file.suffix in {".xml", ".svg", ".rss", ".atom"}:
            ET.fromstring(file.read_bytes())  # noqa: S314 - made by ourselves a moment ago
        elif file.suffix in {".json", ".jsonld", ".geojson", ".webmanifest"}:
            json.loads(file.read_text(encoding="utf-8"))
        else:
            continue
        read += 1
    assert read > 0
