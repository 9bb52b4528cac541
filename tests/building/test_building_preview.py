"""``mkdocs serve``: every kind of change is seen, and a mistake is told without taking the site away."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from site_building import Preview, change, copy_package, copy_repository, environment, records, value_of
from small_project import keep_few, small_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK = "Zichtbaar gemaakt"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A running preview of a copy with few practices; tests leave it in working order."""
    root = keep_few(copy_repository(tmp_path_factory.mktemp("voorbeeld") / "kopie"), 8)
    with Preview(copy_package(root)) as running:
        yield running


@pytest.fixture
def practice(preview: Preview) -> Path:
    """The file of one practice in the copy."""
    return record_file(preview.root)


def record_file(root: Path, number: int = 0) -> Path:
    return root / "content" / "praktijken" / f"{records(root, 'praktijken')[number]}.yml"


def runs_the_script_that_reloads_it(html: str) -> bool:
    return "Enabled live reload" in html and "script-src 'self' 'unsafe-inline';" in html


def address_of(practice: Path) -> str:
    return f"/praktijken/{practice.stem}/"


def spoil(practice: Path) -> str:
    """Take the title away and return the text to put back."""
    text = practice.read_text(encoding="utf-8")
    change(practice, f"\ntitel: {value_of(practice, 'titel')}\n", "\n")
    return text


def findings(said: str, file: str) -> list[str]:
    return re.findall(rf"content/{re.escape(file)}:\d+:\d+ WW\d{{3}} .*", said)


def test_a_changed_record_is_seen_on_its_page_in_lists_and_as_download(preview: Preview, practice: Path) -> None:
    assert runs_the_script_that_reloads_it(preview.get(address_of(practice)))
    change(practice, f"titel: {value_of(practice, 'titel')}", f"titel: {MARK} record")
    preview.until(lambda: f"<h1>{MARK} record</h1>" in preview.get(address_of(practice)))
    assert f"{MARK} record" in preview.get("/praktijken/")
    assert f"{MARK} record" in preview.get(f"{address_of(practice).rstrip('/')}.yml")
    assert f"{address_of(practice)}</loc>" in preview.get("/sitemap.xml")
    assert gzip.decompress(preview.raw("/sitemap.xml.gz")) == preview.raw("/sitemap.xml")


def test_a_changed_vocabulary_is_seen(preview: Preview) -> None:
    lijst = preview.root / "content" / "begrippen" / "themas.yml"
    term = re.search(r"^  - id: (\S+)\n    label: (.+)$", lijst.read_text(encoding="utf-8"), re.MULTILINE)
    assert term is not None
    change(lijst, f"label: {term[2]}", f"label: {MARK} thema")
    preview.until(lambda: f"<h1>{MARK} thema</h1>" in preview.get(f"/themas/{term[1]}/"))
    assert f"{MARK} thema" in preview.get("/")


def test_a_changed_rubric_is_seen_in_the_model_and_on_every_practice(preview: Preview, practice: Path) -> None:
    rubric = preview.root / "content" / "model" / "4plus1.yml"
    change(rubric, "label: Meten\n", f"label: {MARK} meten\n")
    preview.until(lambda: f"<h1>{MARK} meten</h1>" in preview.get("/model/meten/"))
    assert f"{MARK} meten" in preview.get(address_of(practice))


def test_a_changed_setting_is_seen(preview: Preview) -> None:
    settings = preview.root / "mkdocs.yml"
    change(settings, f"site_name: {value_of(settings, 'site_name')}", f"site_name: {MARK} naam")
    preview.until(lambda: f"{MARK} naam" in preview.get("/over/"))


def test_another_folder_with_content_is_seen(preview: Preview, practice: Path) -> None:
    settings, elsewhere = preview.root / "mkdocs.yml", preview.root / "elders"
    shutil.copytree(preview.root / "content", elsewhere)
    change(elsewhere / "praktijken" / practice.name, f"titel: {value_of(practice, 'titel')}", f"titel: {MARK} elders")
    change(settings, "docs_dir: content", "docs_dir: elders")
    preview.until(lambda: f"{MARK} elders" in preview.get(address_of(practice)))
    change(settings, "docs_dir: elders", "docs_dir: content")
    preview.until(lambda: f"{MARK} elders" not in preview.get(address_of(practice)))


def test_a_changed_editorial_page_is_seen(preview: Preview) -> None:
    change(preview.root / "content" / "over.md", "## Waarom\n", f"## {MARK} waarom\n")
    preview.until(lambda: f"{MARK} waarom" in preview.get("/over/"))


@pytest.mark.parametrize(
    ("template", "place"), [("paginas/home.html", "{% call c.ingangen() %}"), ("base.html", "</nav>")]
)
def test_a_changed_template_is_seen(preview: Preview, template: str, place: str) -> None:
    file = preview.root / "plugins" / "watwerkt" / "site" / "templates" / template
    change(file, place, f"{MARK} {template}{place}")
    preview.until(lambda: f"{MARK} {template}" in preview.get("/"))


def test_a_changed_style_sheet_is_seen(preview: Preview) -> None:
    file = preview.root / "plugins" / "watwerkt" / "site" / "static" / "site.css"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n/* {MARK} */\n", encoding="utf-8")
    preview.until(lambda: f"/* {MARK} */" in preview.get("/assets/watwerkt/site.css"))


def test_a_wrong_record_is_told_and_comes_back_when_repaired(preview: Preview, practice: Path) -> None:
    before = len(preview.said())
    good = spoil(practice)
    preview.until(lambda: preview.status(address_of(practice)) == 404)
    assert findings(preview.said()[before:], f"praktijken/{practice.name}")
    for address in ("/", "/praktijken/", "/over/", "/themas/", "/assets/watwerkt/site.css"):
        assert preview.status(address) == 200, address
    assert practice.stem not in preview.get("/praktijken/")
    practice.write_text(good, encoding="utf-8")
    preview.until(lambda: preview.status(address_of(practice)) == 200)


def test_a_mistake_is_repeated_and_a_remark_told_once(preview: Preview, practice: Path) -> None:
    other = record_file(preview.root, 1)
    texts = {file: file.read_text(encoding="utf-8") for file in (practice, other)}

    def show(title: str) -> int:
        change(other, f"titel: {value_of(other, 'titel')}", f"titel: {title}")
        preview.until(lambda: title in preview.get(address_of(other)))
        return len(preview.said())

    start = len(preview.said())
    spoil(practice)
    change(other, f"bijgewerkt: {value_of(other, 'bijgewerkt')}", "bijgewerkt: 2020-01-01")
    once, twice = show("Eerste keer"), show("Tweede keer")
    first, second = preview.said()[start:once], preview.said()[once:twice]
    assert "WW411" in "".join(findings(first, f"praktijken/{other.name}"))
    assert findings(second, f"praktijken/{practice.name}")
    assert not findings(second, f"praktijken/{other.name}")
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8")
    preview.until(lambda: preview.status(address_of(practice)) == 200)


@pytest.mark.parametrize("lijst", ["themas", "rollen"])
def test_a_wrong_vocabulary_is_told_and_the_practices_stay(preview: Preview, practice: Path, lijst: str) -> None:
    before = len(preview.said())
    file = preview.root / "content" / "begrippen" / f"{lijst}.yml"
    good = file.read_text(encoding="utf-8")
    change(file, "\ntoelichting:", "\ntoelichtingg:")
    preview.until(lambda: preview.status(f"/begrippen/{lijst}/") == 404)
    assert findings(preview.said()[before:], f"begrippen/{lijst}.yml")
    assert preview.status(address_of(practice)) == 200
    assert preview.status("/overzicht/thema/") == 200
    file.write_text(good, encoding="utf-8")
    preview.until(lambda: preview.status(f"/begrippen/{lijst}/") == 200)
    assert "Traceback" not in preview.said()


def test_a_broken_rubric_is_told_and_the_last_good_site_stays(preview: Preview, practice: Path) -> None:
    before = len(preview.said())
    rubric = preview.root / "content" / "model" / "4plus1.yml"
    good = rubric.read_text(encoding="utf-8")
    change(rubric, "\ndrempel:", "\ndrempels:")
    preview.until(lambda: "Tot die tijd ziet u de vorige versie." in preview.said()[before:])
    preview.until(lambda: preview.said()[before:].count("Reloading browsers") > 0)
    assert findings(preview.said()[before:], "model/4plus1.yml")
    for address in ("/", "/model/", address_of(practice)):
        assert preview.status(address) == 200, address
    rubric.write_text(good, encoding="utf-8")
    change(rubric, 'versie: "', 'versie: "99.')
    preview.until(lambda: "Versie 99." in preview.get("/model/"))
    assert preview.alive
    assert "Traceback" not in preview.said()


def test_a_first_start_with_a_wrong_record_serves_the_rest(tmp_path: Path) -> None:
    root = keep_few(copy_repository(tmp_path / "kopie"), 8)
    practice = record_file(root)
    spoil(practice)
    with Preview(root) as running:
        assert findings(running.said(), f"praktijken/{practice.name}")
        assert running.status("/praktijken/") == 200
        assert running.status(address_of(practice)) == 404


def test_a_preview_that_does_not_reload_has_every_page(tmp_path: Path) -> None:
    root = small_project(tmp_path / "klein", "zoekindex: false")
    with Preview(root, "--no-livereload") as running:
        assert running.status("/praktijken/") == 200
        assert "unsafe-inline" not in running.get("/praktijken/")


def test_a_clean_preview_forgets_a_record_that_went_and_reloads(tmp_path: Path) -> None:
    root = small_project(tmp_path / "klein", "zoekindex: false")
    practice = record_file(root)
    with Preview(root, "--clean") as running:
        assert runs_the_script_that_reloads_it(running.get(address_of(practice)))
        practice.unlink()
        running.until(lambda: practice.stem not in running.get("/praktijken/"))
        assert running.status(address_of(practice)) == 404


def test_a_preview_that_keeps_its_folder_shows_what_a_page_says_to_machines(tmp_path: Path) -> None:
    root = small_project(tmp_path / "klein", "zoekindex: false")
    practice = record_file(root)
    with Preview(root, "--dirty") as running:
        before = running.get("/data/")
        change(practice, f"bijgewerkt: {value_of(practice, 'bijgewerkt')}", "bijgewerkt: 2030-01-02")
        running.until(lambda: '"2030-01-02"' in running.get("/data/"))
    assert '"2030-01-02"' not in before


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    root = small_project(tmp_path / "klein", "zoekindex: false")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        done = subprocess.run(command, cwd=root, env=environment({}), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"Op poort {port} draait al iets" in done.stderr
    assert f"make serve PORT={port + 1}" in done.stderr
    assert "Traceback" not in done.stderr
