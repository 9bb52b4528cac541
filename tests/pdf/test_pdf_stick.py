"""The site on a stick: unpacked and walked from the disk in Chromium, without a network and also without scripts."""

from __future__ import annotations

import io
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from browsing import start_browser
from click.testing import CliRunner
from pdf_reading import read_pdf

from watwerkt.cli import main
from watwerkt.site.stick import TOP, link_to_files, to_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    target = tmp_path_factory.mktemp("stick") / "stick.zip"
    settings = ["--config", str(REPOSITORY / "mkdocs.yml"), "--content", str(REPOSITORY / "content")]
    result = CliRunner().invoke(main, ["bundle", "-o", str(target), *settings])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"Geschreven: {target} (")
    assert f"open {TOP}/index.html" in result.stdout
    return target.read_bytes()


@pytest.fixture(scope="module")
def unpacked(packed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uitgepakt met een spatie")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)
    return folder / TOP


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with start_browser() as started:
        yield started


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.addresses += [value for name in ("href", "src", "action") if (value := found.get(name)) is not None]


def links_of(page: Path) -> list[str]:
    reader = _Links()
    reader.feed(page.read_text(encoding="utf-8"))
    return [address for address in reader.addresses if not urlsplit(address).scheme]


def test_everything_is_in_one_folder_with_fixed_dates_and_safe_names(packed: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    names = [entry.filename for entry in entries]
    assert all(name.startswith(f"{TOP}/") and ".." not in name and "\\" not in name for name in names)
    assert names[0] == f"{TOP}/LEESMIJ.txt"
    assert names[1:] == sorted(names[1:])
    assert len({entry.date_time for entry in entries}) == 1
    assert f"{TOP}/404.html" not in names


def test_it_holds_site_booklets_worksheets_reports_data_and_a_readme(unpacked: Path) -> None:
    for path in ("index.html", "werkbladen/quickscan-a4.pdf", "praktijken/pak-deventer.yml", "model/4plus1.yml"):
        assert (unpacked / path).is_file(), path
    for path in ("werkbladen/boekje-thema-ondernemerschap.pdf", "praktijken/pak-deventer/pak-deventer.pdf"):
        assert read_pdf((unpacked / path).read_bytes()).lang == "nl-NL"
    readme = (unpacked / "LEESMIJ.txt").read_text(encoding="utf-8")
    assert "index.html" in readme
    assert "data/v1/" in readme
    assert (unpacked / "data/v1/wat-werkt-in-de-wijk.xlsx").is_file()
    assert "CC BY 4.0" in readme


def test_every_link_leads_to_a_file_on_the_stick(unpacked: Path) -> None:
    problems = []
    for page in sorted(unpacked.rglob("*.html")):
        for address in links_of(page):
            path = unquote(urlsplit(address).path)
            target = (page.parent / path).resolve() if path else page
            if not target.is_file() or not target.is_relative_to(unpacked.resolve()):
                problems.append(f"{page.relative_to(unpacked)}: {address}")
    assert problems == []


@pytest.mark.parametrize("script", [True, False])
def test_it_can_be_walked_from_the_disk_without_a_network(unpacked: Path, browser: Browser, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script, locale="nl-NL")
    context.set_offline(True)
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    # a visit to the next page breaks off what the former page was still loading, such as its icon
    page.on("requestfailed", lambda r: troubles.append(r.url) if r.failure != "net::ERR_ABORTED" else None)
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.goto((unpacked / "index.html").as_uri())
    for link, heading in (
        ("Boekjes en werkbladen", "Boekjes en werkbladen"),
        ("Praktijken", "Alle praktijken"),
        ("Scorekaart", "Scorekaart"),
        ("Vergelijken", "Vergelijken"),
        ("Quick-scan", "Quick-scan van uw eigen project"),
        ("Het model", "Het 4+1-model"),
    ):
        page.get_by_role("navigation").get_by_role("link", name=link, exact=True).first.click()
        assert page.url.startswith("file://")
        assert page.url.partition("#")[0].partition("?")[0].endswith("index.html")
        assert heading in page.locator("h1").inner_text()
    assert troubles == []
    context.close()


def test_search_works_from_the_disk(unpacked: Path, browser: Browser) -> None:
    context = browser.new_context(locale="nl-NL")
    context.set_offline(True)
    page = context.new_page()
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("searchbox").first.fill("keukentafel")
    page.keyboard.press("Enter")
    page.wait_for_url("**/praktijken/index.html?q=keukentafel")
    page.wait_for_function("document.getElementById('aantal').textContent.includes(' van ')")
    context.close()


def test_the_pdf_links_say_what_they_open(unpacked: Path) -> None:
    html = (unpacked / "praktijken/pak-deventer/index.html").read_text(encoding="utf-8")
    pdf = (unpacked / "praktijken/pak-deventer/pak-deventer.pdf").read_bytes()
    pages = len(read_pdf(pdf).texts)
    assert f"(pdf, A4, {pages} pagina’s, {round(len(pdf) / 1000)} kB)" in html


@pytest.mark.parametrize(
    ("address", "result"),
    [
        ("praktijken/", "praktijken/index.html"),
        ("../../", "../../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("", "index.html"),
        ("x/?q=a/b", "x/index.html?q=a/b"),
        ("x/#deel/", "x/index.html#deel/"),
        ("#deel", "#deel"),
        ("?q=a", "?q=a"),
        ("x.pdf", "x.pdf"),
        ("https://x.example/", "https://x.example/"),
        ("mailto:a@x.example", "mailto:a@x.example"),
        ("//x.example/", "//x.example/"),
    ],
)
def test_an_address_of_a_folder_gets_its_file(address: str, result: str) -> None:
    assert to_file(address) == result


def test_only_links_and_forms_change_and_text_never() -> None:
    html = (
        '<p>é <a class="x" href="praktijken/">href="praktijken/"</a></p>\n'
        '<form action="praktijken/"><script>var a = \'<a href="x/">\';</script><link href="x/">\n<!-- <a href="x/"> -->'
    )
    changed = html.replace('class="x" href="praktijken/"', 'class="x" href="praktijken/index.html"')
    assert link_to_files(html) == changed.replace('action="praktijken/"', 'action="praktijken/index.html"')


def test_mistakes_are_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = ["--config", str(REPOSITORY / "mkdocs.yml")]
    for args, part in (
        (["bundle"], "mkdocs.yml bestaat niet"),
        (["bundle", "-o", "x.rar"], "eindigt niet op .zip"),
        (["bundle", *config], "De map met de inhoud (content) bestaat niet"),
    ):
        result = CliRunner().invoke(main, args)
        assert result.exit_code == 2
        assert part in result.output
        assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []
