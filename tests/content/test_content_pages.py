"""Hand-written pages: the figures in them are those of the records, and each page is described and reachable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from watwerkt.knowledge.loading import load
from watwerkt.scoring import leidende_scan, profiel
from watwerkt.views.profiel import balken

CONTENT = Path(__file__).resolve().parents[2] / "content"
PAGES = sorted(CONTENT.rglob("*.md"))
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
HOME = CONTENT.parent / "plugins" / "watwerkt" / "site" / "templates" / "paginas" / "home.html"


def body(page: Path) -> str:
    return page.read_text(encoding="utf-8").split("---\n", 2)[2]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(CONTENT).as_posix())
def test_every_page_has_a_title_a_description_and_one_heading_with_that_title(page: Path) -> None:
    meta = yaml.safe_load(page.read_text(encoding="utf-8").split("---\n", 2)[1])
    assert meta["description"].endswith((".", "?"))
    assert re.findall(r"^# (.*)$", body(page), re.MULTILINE) == [meta["title"]]


def test_the_worked_example_gives_the_scores_of_the_record() -> None:
    kennisbank = load(CONTENT)
    scan = leidende_scan(kennisbank.praktijken["pak-deventer"].scans)
    text = body(CONTENT / "model" / "voorbeeld.md")
    rows = {m[1]: m.group(0) for m in re.finditer(r"^\| \[.*?\]\((\w+)/index\.md\).*$", text, re.MULTILINE)}
    for balk in balken(kennisbank.rubriek, profiel(kennisbank.rubriek, scan)):
        if balk.plus:
            assert (
                f"staat\n[verduurzaming](verduurzaming/index.md) op {balk.score:.0f}, maar die score is voorlopig"
                in text
            )
            assert balk.voorlopig
            assert f"we kennen {balk.bekend} van de {balk.totaal} criteria" in text
            continue
        cells = [cell.strip() for cell in rows[balk.id].split("|")]
        assert (cells[3], cells[4]) == (f"{balk.score:.0f}", f"{balk.laag:.0f}-{balk.hoog:.0f}")
        assert cells[5] == f"{balk.bekend} van {balk.totaal}"


def test_the_page_on_reading_a_score_uses_the_same_example() -> None:
    kennisbank = load(CONTENT)
    score = next(
        s
        for s in profiel(kennisbank.rubriek, leidende_scan(kennisbank.praktijken["pak-deventer"].scans)).scores
        if s.dimensie == "meten"
    )
    text = body(CONTENT / "model" / "risicos.md")
    assert f"{score.score:.0f}, bereik {score.laag:.0f}-{score.hoog:.0f}, {score.bekend} van de {score.totaal}" in text


def _address(page: Path) -> str:
    return page.relative_to(CONTENT).with_suffix("").as_posix().removesuffix("/index")


def test_every_page_is_one_step_from_the_home_page_the_menus_or_a_page_that_is() -> None:
    config = (CONTENT.parent / "mkdocs.yml").read_text(encoding="utf-8")
    first = set(re.findall(r"url: ([\w/-]+)/\}", config)) | set(re.findall(r'url\("([\w/-]+)/"\)', HOME.read_text()))
    names = {_address(page): page for page in PAGES}
    near = {name for name in names if name in first}
    for name in sorted(near):
        for target in LINK.findall(body(names[name])):
            if target.endswith(".md"):
                near |= {_address((names[name].parent / target).resolve())} & set(names)
    assert set(names) - near == set()


def test_the_pages_say_whether_any_scan_has_been_reviewed() -> None:
    reviewed = any(scan.getoetst for praktijk in load(CONTENT).praktijken.values() for scan in praktijk.scans)
    said = {name: " ".join(body(CONTENT / f"{name}.md").split()) for name in ("redactieregels", "correcties", "over")}
    assert ("Op dit moment is nog geen enkele scan getoetst." in said["redactieregels"]) is not reviewed
    assert ("nog geen enkele scan is nagekeken door een lezer van buiten" in said["correcties"]) is not reviewed
    assert ("Ze zijn nog niet nagekeken door lezers van buiten" in said["over"]) is not reviewed
