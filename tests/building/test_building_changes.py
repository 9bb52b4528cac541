"""What a build does with records that are wrong or missing, and with pages in each other's way."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from site_building import build, change, records, tree, value_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_wrong_record_is_refused_and_left_out_with_its_download(workcopy: Path, tmp_path: Path) -> None:
    key, *others = records(workcopy, "praktijken")
    file = workcopy / "content" / "praktijken" / f"{key}.yml"
    change(file, f"\ntitel: {value_of(file, 'titel')}\n", "\n")
    built = build(workcopy, tmp_path / "site")
    assert built.code == 1
    assert re.search(rf"WARNING .*content/praktijken/{key}\.yml:\d+:\d+ WW\d{{3}} ", built.said)
    assert "Traceback" not in built.said
    assert [path for path in tree(built.folder) if key in path] == []
    assert {f"praktijken/{other}/" for other in others} < built.addresses()


def test_a_broken_rubric_stops_the_build_in_dutch(workcopy: Path, tmp_path: Path) -> None:
    change(workcopy / "content" / "model" / "4plus1.yml", "\ndrempel:", "\ndrempels:")
    built = build(workcopy, tmp_path / "site", strict=False)
    assert built.code == 1
    assert re.search(r"content/model/4plus1\.yml:\d+:\d+ WW\d{3} ", built.said)
    assert "De rubriek (content/model/4plus1.yml) heeft fouten." in built.said
    assert "Traceback" not in built.said


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("praktijken/{key}.md", "/praktijken/{key}/"),
        ("themas/index.md", "/themas/"),
    ],
)
def test_a_page_in_the_way_of_a_generated_one_is_named_in_dutch(
    workcopy: Path, tmp_path: Path, name: str, address: str
) -> None:
    key = records(workcopy, "praktijken")[0]
    file = workcopy / "content" / name.format(key=key)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("# In de weg\n", encoding="utf-8")
    built = build(workcopy, tmp_path / "site", strict=False)
    assert built.code == 1
    assert (
        f"content/{name.format(key=key)} heeft hetzelfde adres als een gemaakte pagina ({address.format(key=key)}). "
        "Geef het bestand een andere naam."
    ) in built.said
    assert "Traceback" not in built.said


def test_without_any_practice_the_site_says_so(workcopy: Path, tmp_path: Path) -> None:
    shutil.rmtree(workcopy / "content" / "praktijken")
    built = build(workcopy, tmp_path / "site", strict=False)  # hand-written pages link to practices that are gone now
    assert built.code == 0, built.said
    assert "0 praktijken" in built.said
    assert "Nog geen praktijken" in built.page("praktijken/").text
    assert "Er staan nog geen geldige records in de kennisbank." in built.page("praktijken/").text
    assert "nog geen" in built.page("").text
    assert "praktijken 0" in built.page("").text.replace("praktijken0", "praktijken 0")
    assert "witte vlek" in built.page("themas/ondernemerschap/").text
    assert [a for a in built.addresses() if re.fullmatch("praktijken/[^/]+/", a)] == []
