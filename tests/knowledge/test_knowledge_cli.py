"""The command line: what it shows, how it ends, and that mistakes get a Dutch sentence and no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from content_tree import replace_once

from watwerkt.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TULP = "praktijken/de-tulp.yml"


def run(*args: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def faulty(content: Path) -> Path:
    replace_once(content / TULP, "status: afgerond", "status: bijna")
    return content


@pytest.fixture
def doubtful(content: Path) -> Path:
    replace_once(content / TULP, "status: afgerond", "status: lopend")
    return content


def test_all_is_well(content: Path) -> None:
    result = run("check", "--content", content)
    assert result.exit_code == 0
    assert result.output == "Alles in orde: 15 bestanden gecontroleerd, niets gevonden.\n"


def test_an_error_ends_with_one(faulty: Path) -> None:
    result = run("check", "--content", faulty)
    assert result.exit_code == 1
    assert "11:9  fout WW213" in result.output
    assert "11 | status: bijna" in result.output
    assert "\x1b" not in result.output


def test_a_warning_ends_with_one_only_when_strict(doubtful: Path) -> None:
    assert run("check", "--content", doubtful).exit_code == 0
    assert run("check", "--content", doubtful, "--strict").exit_code == 1


def test_paths_restrict_what_is_shown(faulty: Path) -> None:
    result = run("check", faulty / "bronnen", "--content", faulty)
    assert result.exit_code == 0
    assert result.output == "Alles in orde: 1 bestand gecontroleerd, niets gevonden.\n"
    for path in (faulty, faulty / "praktijken", faulty / TULP):
        assert run("check", path, "--content", faulty).exit_code == 1


@pytest.fixture
def poorer(content: Path) -> Path:
    replace_once(content / TULP, "duur: Zes maanden.\n", "")
    return content


def test_tips_are_counted_unless_asked_for(poorer: Path) -> None:
    result = run("check", "--content", poorer)
    assert "1 tip (WW602 Dit record kan rijker): toon ze met --tips" in result.output
    assert "tip WW602" not in result.output
    for args in (["--tips"], [poorer / TULP]):
        result = run("check", "--content", poorer, *args)
        assert "2:1  " not in result.output.splitlines()[0]
        assert "tip WW602" in result.output
        assert "--tips" not in result.output
    assert len(json.loads(run("check", "--content", poorer, "--format", "json").stdout)) == 1


def test_errors_and_the_summary_come_last(faulty: Path) -> None:
    (faulty / "praktijken" / "zz.yml").write_text("", encoding="utf-8")
    replace_once(faulty / "interventietypen" / "leerwerkbedrijf.yml", "titel: ", "titel: A #")
    lines = run("check", "--content", faulty).output.splitlines()
    heads = [
        line.split()[1] for line in lines if line.startswith("  ") and line.split()[0][0].isdigit() and "WW" in line
    ]
    assert heads == ["waarschuwing", "fout", "fout"]
    assert lines[-1].startswith("2 fouten en 1 waarschuwing")


def test_formats(faulty: Path) -> None:
    assert run("check", "--content", faulty, "--format", "github").output.startswith("::error file=content/praktijken/")
    (row,) = json.loads(run("check", "--content", faulty, "--format", "json").stdout)
    assert (row["code"], row["regel"], row["bestand"]) == ("WW213", 11, f"content/{TULP}")
    assert json.loads(run("check", "--content", faulty, "--format", "sarif").stdout)["version"] == "2.1.0"


def test_without_a_rubric_everything_else_is_still_told(faulty: Path) -> None:
    (faulty / "model" / "4plus1.yml").unlink()
    result = run("check", "--content", faulty)
    assert result.exit_code == 1
    assert "WW421" in result.output
    assert "WW213" in result.output
    assert "ontbreekt. Zonder rubriek" in result.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("check", "nergens.yml"), "bestaat niet"),
        (("check", os.devnull), "staat niet in de map met de inhoud"),
        (("check", "--format", "xml"), "Kies bij --format uit: text, github, json, sarif, markdown."),
        (("check", "--qqq"), "De optie --qqq bestaat niet.\nUitleg: main check --help"),
        (("check", "--formaat=json"), "De optie --formaat bestaat niet. Bedoelt u --format?"),
        (("check", "--strict=ja"), "Bij --strict hoort geen waarde.\nUitleg: main check --help"),
        (("check", "--format"), "Bij --format hoort een waarde.\nUitleg: main check --help"),
        (("new", "een", "twee"), "Dit is te veel: twee."),
        (("template", "-o", "map/praktijk.doc"), "Schrijf: -o map/praktijk.docx"),
        (("template", "-o", "praktijk.pdf"), "Schrijf: -o praktijk.yml"),
        (("template", "-o", "/"), "Schrijf: -o /mijn-praktijk.yml"),
        (("chek",), "De opdracht chek bestaat niet. Bedoelt u check"),
    ],
)
def test_misuse_is_explained_in_dutch(content: Path, args: tuple[str, ...], message: str) -> None:
    extra = ("--content", str(content)) if args[0] == "check" else ()
    result = run(args[0], *extra, *args[1:])
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Error" not in result.output


def test_no_content(tmp_path: Path) -> None:
    result = run("check", "--content", tmp_path / "nergens")
    assert result.exit_code == 2
    assert "Wijs haar aan met --content" in result.stderr


def test_a_part_of_the_content_is_not_taken_for_all_of_it(content: Path) -> None:
    result = run("check", "--content", content / "praktijken")
    assert result.exit_code == 2
    assert "is maar een deel van de inhoud" in result.output


def test_schemas(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    assert run("schema", "--check", "-o", folder).exit_code == 1
    assert run("schema", "-o", folder).exit_code == 0
    assert run("schema", "--check", "-o", folder).exit_code == 0
    assert len(list(folder.glob("*.schema.json"))) == 5
    (tmp_path / "bestand").touch()
    assert run("schema", "-o", tmp_path / "bestand").exit_code == 2


def program(*args: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "watwerkt", *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
    )


def test_a_real_process_without_unicode(faulty: Path) -> None:
    process = program("check", "--content", faulty, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    out, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert b"WW213" in out
    assert err == b""


def test_a_closed_pipe_is_quiet(faulty: Path) -> None:
    for number in range(400):
        (faulty / "praktijken" / f"{'lange-naam-' * 6}{number}.yml").write_text("a: b\n", encoding="utf-8")
    process = program("check", "--content", faulty)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    process.wait(timeout=30)
    assert process.stderr.read() == b""
    process.stderr.close()


def test_interruption_is_quiet(faulty: Path) -> None:
    text = (faulty / TULP).read_text(encoding="utf-8")
    for number in range(800):
        (faulty / "praktijken" / f"kopie-{number}.yml").write_text(text + f"# {number}\n", encoding="utf-8")
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from watwerkt.cli import main; print('begonnen', flush=True); main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "check", "--content", faulty], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begonnen\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err.strip()) == (130, b"Afgebroken.")
