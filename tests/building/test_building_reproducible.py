"""Same content, same bytes: not the clock, nor the place, locale, hash seed, umask or file dates reach the output."""

from __future__ import annotations

import gzip
import os
import re
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from site_building import SITE_URL, Build, build, copy_repository, tree

from watwerkt.views.tekst import moment

if TYPE_CHECKING:
    from pathlib import Path

LATER = "2031-03-04"
ODD_MOMENT = 981_173_106
"""A second in 2001."""
DATED = re.compile(r"^(\s*(?:- )?(?:bijgewerkt|datum|accessed): )\S+$", re.MULTILINE)


@pytest.fixture(scope="module")
def elsewhere(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The same content built in another folder by a machine that differs in all that should not matter."""
    folder = tmp_path_factory.mktemp("een andere plek, met een é") / "kopie"
    shutil.copytree(original, folder)
    for number, path in enumerate(sorted(folder.rglob("*"), reverse=True)):
        os.utime(path, (ODD_MOMENT + number, ODD_MOMENT + number))
        path.chmod(0o700 if path.is_dir() else 0o600)
    clock = shutil.which("faketime")
    return build(
        folder,
        folder.parent / "uit",
        umask=0o077,
        before=(clock, "2001-02-03 04:05:06") if clock else (),
        env={
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONHASHSEED": "4242",
            "SOURCE_DATE_EPOCH": str(ODD_MOMENT),
        },
    )


@pytest.fixture(scope="module")
def here(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The content built with the clock of now and without a date from outside, over an older site."""
    folder = tmp_path_factory.mktemp("hier") / "site"
    (folder / "praktijken" / "weg").mkdir(parents=True)
    (folder / "praktijken" / "weg" / "index.html").write_text("oud", encoding="utf-8")
    env = {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": None}
    return build(original, folder, env=env)


def test_two_builds_are_the_same_byte_for_byte(here: Build, elsewhere: Build) -> None:
    assert (here.code, elsewhere.code) == (0, 0), here.said + elsewhere.said
    one, other = tree(here.folder), tree(elsewhere.folder)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    assert "sitemap.xml.gz" in one


def test_no_path_of_the_machine_is_in_the_output(here: Build, elsewhere: Build) -> None:
    for result in (here, elsewhere):
        place = str(result.folder.parent.parent).encode()
        assert [path for path, content in tree(result.folder).items() if place in content] == []


@pytest.fixture(scope="module")
def redated(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The content with every date of a record, scan and visit moved to one day, and a page outside the menu."""
    folder = copy_repository(tmp_path_factory.mktemp("later") / "kopie", pdf=False)
    for path in folder.rglob("*.yml"):
        path.write_text(DATED.sub(rf"\g<1>{LATER}", path.read_text(encoding="utf-8")), encoding="utf-8")
    exceptions = folder / "content" / "uitzonderingen.yml"
    exceptions.write_text(
        re.sub(r"tot: \S+", f"tot: {LATER}", exceptions.read_text(encoding="utf-8")), encoding="utf-8"
    )
    (folder / "content" / "los.md").write_text("# Losse pagina\n\nStaat niet in het menu.\n", encoding="utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nnot_in_nav: |\n  los.md\n")
    return build(folder, folder.parent / "site", env={"WATWERKT_SITE_URL": SITE_URL})


def test_every_date_in_the_sitemap_comes_from_the_content(redated: Build) -> None:
    assert redated.code == 0, redated.said
    sitemap = redated.read("sitemap.xml")
    assert f"<loc>{SITE_URL}los/</loc>" in sitemap
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) == {LATER}
    assert gzip.decompress((redated.folder / "sitemap.xml.gz").read_bytes()).decode() == sitemap


def test_today_is_on_no_page_that_is_made_from_records(redated: Build) -> None:
    # The clock of the machine is asked on purpose: its date may not be found.
    today = datetime.now(UTC).astimezone().date()
    forms = {today.isoformat(), moment(today.isoformat()), today.strftime("%Y%m%d"), today.strftime("%d-%m-%Y")}
    made = ("praktijken/", "interventietypen/", "themas/", "overzicht/", "bronnen/", "model/", "index.html", "sitemap")
    written_by_hand = {"model/risicos/index.html"}
    found = [
        (path, form)
        for path, content in tree(redated.folder).items()
        if path.startswith(made) and path not in written_by_hand and not path.endswith((".gz", ".pdf", ".docx"))
        for form in forms
        if form in content.decode()
    ]
    assert found == []
