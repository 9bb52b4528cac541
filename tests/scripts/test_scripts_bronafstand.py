"""The script that finds sentences too close to a source: runs, names, titles, positions and what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "bronafstand.py"
SOURCE = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"
NINE = "een twee drie vier vijf zes zeven acht negen"
EIGHT = "een twee drie vier vijf zes zeven acht"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bronnen").mkdir()
    (tmp_path / "bronnen" / "boek.txt").write_text(f"Inleiding.\n\nEr staat: {SOURCE}.\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    return tmp_path


def examine(folder: Path, *options: str, **files: str) -> subprocess.CompletedProcess[str]:
    """Write files to the content folder (``_`` in a name is a point) and run the script."""
    for name, text in files.items():
        (folder / "content" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(folder / "bronnen"), "--inhoud", str(folder / "content"), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_eight_words_are_allowed_and_nine_are_not(folder: Path) -> None:
    said = examine(folder, a_md=f"Wij zeggen {EIGHT} en dan iets anders.\n")
    assert (said.returncode, said.stderr) == (0, "")
    assert "Geen enkele zin staat te dicht bij een bron" in said.stdout
    assert examine(folder, a_md=f"Wij zeggen {NINE} en dan iets anders.\n").returncode == 1


def test_file_line_words_and_source_are_told_and_a_long_run_is_told_once(folder: Path) -> None:
    folded = SOURCE.replace("zes ", "zes\n  ")
    text = f"kern: Eigen woorden.\naanpak: |-\n  Eerst iets.\n\n  Dan {folded} verder.\n"
    said = examine(folder, a_yml=text)
    assert said.stdout.splitlines() == [
        "content/a.yml:5: 12 woorden gelijk aan boek.txt:3",
        f"    {SOURCE}",
        "1 plaats staat te dicht bij een bron (meer dan 8 gelijke woorden op rij).",
    ]


def test_every_place_is_told_at_once(folder: Path) -> None:
    said = examine(folder, a_md=f"{NINE}\n", b_yml=f"kern: Wij doen {NINE}.\n")
    assert said.returncode == 1
    assert [line.split(":")[0] for line in said.stdout.splitlines() if "gelijk aan" in line] == [
        "content/a.md",
        "content/b.yml",
    ]


@pytest.mark.parametrize(
    "close",
    [
        NINE.replace("een", "eén"),
        NINE.replace("vijf ", "vijf, ").replace("acht ", "acht – "),
        NINE.replace("zeven", "ze-\nven"),
        f"[{NINE}](https://voorbeeld.nl/x)",
    ],
)
def test_accents_marks_and_broken_words_hide_nothing(folder: Path, close: str) -> None:
    assert examine(folder, a_md=f"Wij zeggen {close}\n").returncode == 1


def test_names_and_numbers_do_not_count(folder: Path) -> None:
    (folder / "bronnen" / "steden.txt").write_text(
        "de steden Groningen, Enschede, Nijmegen, Amsterdam, Den Haag en Eindhoven deden in 2011 mee", encoding="utf-8"
    )
    named = "In de steden Groningen, Enschede, Nijmegen, Amsterdam, Den Haag en Eindhoven deden in 2011 mensen iets.\n"
    assert examine(folder, a_md=named).returncode == 0


def test_a_capital_that_begins_a_sentence_is_no_name(folder: Path) -> None:
    assert examine(folder, a_md=f"Iets anders. {NINE.capitalize()}.\n").returncode == 1


def test_titles_and_references_are_left_out(folder: Path) -> None:
    record = f"title: {NINE}\nbronnen:\n  - bron: boek\n    plaats: {NINE}\nurl: https://voorbeeld.nl/{NINE}\n"
    page = f"Het boek {NINE} is mooi.\n"
    assert examine(folder, boek_yml=record, a_md=page).returncode == 0


def test_a_title_does_not_shield_the_words_around_it(folder: Path) -> None:
    said = examine(folder, boek_yml="title: een twee\n", a_md=f"Wij lezen {SOURCE}.\n")
    assert said.returncode == 1
    assert "    drie vier vijf" in said.stdout


def test_front_matter_and_addresses_of_a_page_are_no_prose(folder: Path) -> None:
    page = f"---\ndescription: {NINE}\n---\nZie [hier](een-twee-drie-vier-vijf-zes-zeven-acht-negen).\n"
    assert examine(folder, a_md=page).returncode == 0


@pytest.mark.parametrize("missing", ["weg", "leeg"])
def test_a_missing_or_empty_folder_is_told_without_a_traceback(folder: Path, missing: str) -> None:
    (folder / "leeg").mkdir()
    command = [sys.executable, str(SCRIPT), str(folder / missing), "--inhoud", str(folder / "content")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert "Traceback" not in said.stderr
    assert "bronteksten" in said.stderr


def test_it_runs_on_the_real_content(folder: Path) -> None:
    command = [sys.executable, str(SCRIPT), str(folder / "bronnen")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_a_record_that_is_no_yaml_is_told_without_a_traceback(folder: Path) -> None:
    said = examine(folder, a_yml="titel: [\n")
    assert said.returncode == 2
    assert "Draai eerst `watwerkt check`." in said.stderr
    assert "Traceback" not in said.stderr
