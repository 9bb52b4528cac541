"""The print commands: what they write and say, and that every mistake gets a Dutch sentence and costs no file."""

from __future__ import annotations

import resource
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from pdf_reading import read_pdf

from watwerkt.cli import main
from watwerkt.cli.files import write_new, write_whole

REPOSITORY = Path(__file__).resolve().parents[2]
CONTENT = REPOSITORY / "content"
CACHE = REPOSITORY / ".cache" / "watwerkt"
"""Of the builds of the repository: the content need not be examined for every mistake."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the cache beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WATWERKT_SITE_URL", raising=False)
    return tmp_path


def run(*args: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


def with_content(*args: str | Path) -> Result:
    return run(*args, "--content", CONTENT)


def test_report_writes_a_file_and_says_what_and_where(here: Path) -> None:
    result = with_content("report", "pak-deventer")
    assert result.exit_code == 0
    pdf = read_pdf((here / "pak-deventer.pdf").read_bytes())
    assert result.stdout.startswith(f"Geschreven: pak-deventer.pdf (A4, {len(pdf.texts)} pagina’s, ")
    assert "leidt naar https://watwerktindewijk.example/, dat niet bestaat" in result.stderr


def test_the_address_leads_to_the_page(here: Path) -> None:
    result = with_content("report", "pak-deventer", "--site-url", "https://wijk.gemeente.nl/kennis", "-o", "x.pdf")
    assert "niet bestaat" not in result.stderr
    assert "https://wijk.gemeente.nl/kennis/praktijken/pak-deventer/" in read_pdf((here / "x.pdf").read_bytes()).links


def test_nothing_is_overwritten_unless_asked(here: Path) -> None:
    (here / "pak-deventer.pdf").write_text("van mij")
    result = with_content("report", "pak-deventer")
    assert result.exit_code == 2
    assert "bestaat al" in result.output
    assert "-o pak-deventer.pdf" in result.output
    assert (here / "pak-deventer.pdf").read_text() == "van mij"
    again = with_content("report", "pak-deventer", "-o", "pak-deventer.pdf")
    assert again.stdout.startswith("Vervangen: pak-deventer.pdf")


@pytest.mark.parametrize("force", [True, False])
def test_a_file_that_does_not_fit_leaves_no_part(tmp_path: Path, force: bool) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(click.ClickException, match="niet te schrijven"):
            write_new(tmp_path / "nieuw.yml", b"x" * 100, force=force)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(click.ClickException, match=r"niet te schrijven \(het is een map\)"):
        write_whole(tmp_path / "x.pdf", b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


@pytest.mark.parametrize(
    ("args", "stukken"),
    [
        (["report"], ["PRAKTIJK ontbreekt."]),
        (["report", "pak-devente"], ["‘pak-devente’ bestaat niet", "Bedoelde u ‘pak-deventer’?"]),
        (["report", "../../etc/passwd"], ["bestaat niet"]),
        (["report", "pak-deventer", "-o", "x.txt"], ["eindigt niet op .pdf", "-o x.pdf"]),
        (["report", "pak-deventer", "-o", "weg/x.pdf"], ["De map weg bestaat niet"]),
        (["report", "pak-deventer", "-o", "."], ["is een map"]),
        (["report", "pak-deventer", "--site-url", "wijk.nl"], ["begint niet met https://"]),
        (["booklet"], ["Kies één manier"]),
        (["booklet", "--thema", "x", "--ids", "y"], ["Kies één manier"]),
        (["booklet", "--thema", "ondernemerschp"], ["Bedoelde u ‘ondernemerschap’?"]),
        (["booklet", "--interventietype", "x"], ["Het interventietype ‘x’ bestaat niet", "frontlijnteam"]),
        (["booklet", "--filter", "status=lopendd"], ["Bedoelde u ‘lopend’?"]),
        (["booklet", "--ids", ","], ["ten minste één praktijk"]),
        (["booklet", "--ids"], ["Bij --ids hoort een waarde."]),
        (["worksheet", "x"], ["quickscan, effectenarena, coalitie, baten"]),
        (["worksheet", "--formaat", "a5"], ["a4, a3"]),
        (["worksheet", "--praktijk", "x"], ["‘x’ bestaat niet"]),
    ],
)
def test_mistakes_are_explained_and_nothing_is_written(here: Path, args: list[str], stukken: list[str]) -> None:
    options = [] if args[-1] == "--ids" else ["--content", str(CONTENT), "--cache", str(CACHE)]
    result = run(*args, *options)
    assert result.exit_code == 2
    assert [stuk for stuk in stukken if stuk not in result.output] == []
    assert list(here.iterdir()) == []


def test_missing_content_is_explained(here: Path) -> None:
    result = run("report", "x")
    assert result.exit_code == 2
    assert "De map met de inhoud (content) bestaat niet" in result.output


def test_booklets_by_theme_filter_and_names(here: Path) -> None:
    cache = ("--cache", here / "cache")
    assert with_content("booklet", "--interventietype", "frontlijnteam", *cache).exit_code == 0
    assert (here / "boekje-interventietype-frontlijnteam.pdf").is_file()
    chosen = with_content("booklet", "--filter", "min-coalitie=25", "-o", "keuze.pdf", *cache)
    assert chosen.exit_code == 0, chosen.output
    text = read_pdf((here / "keuze.pdf").read_bytes()).texts[0]
    assert "min-coalitie=25" in text
    named = with_content("booklet", "--ids", "startkans-twente, samissie-breda", *cache)
    assert named.exit_code == 0
    assert "Een keuze van 2 praktijken" in read_pdf((here / "boekje.pdf").read_bytes()).text
    assert with_content("booklet", "--ids", "startkans-twente", "-o", "een.pdf", *cache).exit_code == 0
    text = read_pdf((here / "een.pdf").read_bytes()).text
    assert "Een keuze van 1 praktijk " in text
    assert "Deze praktijk is met de hand gekozen." in text


def test_worksheets(here: Path) -> None:
    assert with_content("worksheet").stdout.startswith("Geschreven: quickscan-a4.pdf (A4, 7 pagina’s")
    assert with_content("worksheet", "coalitie").stdout.startswith("Geschreven: coalitie-a3.pdf (A3, 1 pagina")
    filled = with_content("worksheet", "baten", "--formaat", "a3", "--praktijk", "qredits")
    assert filled.stdout.startswith("Geschreven: baten-qredits-a3.pdf (A3")


def test_help_is_dutch(here: Path) -> None:
    for command in ("report", "booklet", "worksheet", "bundle"):
        text = run(command, "--help").output
        assert "Toon deze uitleg." in text
        assert "Show this message" not in text
