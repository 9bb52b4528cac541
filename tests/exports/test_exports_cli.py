"""The commands `export` and `permanent`, as a user meets them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from exported import CONTENT, REPOSITORY, VALID, run

from watwerkt.exports.edition import CONTACT, SITE_URL
from watwerkt.exports.files import KINDS

if TYPE_CHECKING:
    from pathlib import Path


def test_export_says_what_it_wrote(tmp_path: Path) -> None:
    done = run("export", "--content", str(VALID), "-o", str(tmp_path / "uit"))
    assert done.returncode == 0
    assert "1 praktijken, versie 2026-11-21." in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("kind", KINDS)
def test_only_gives_that_kind_and_its_checksums(kind: str, tmp_path: Path) -> None:
    done = run("export", "--content", str(VALID), "-o", str(tmp_path), "--only", kind)
    assert done.returncode == 0, done.stderr
    files = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert "SHA256SUMS" in files
    assert len(files) > 1
    assert ("alles.json" in files) == (kind == "json")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--only", "pdf"], "Kies bij --only uit: json, schema, csv"),
        (["--content", "/er/is/niets"], "bestaat niet"),
        (["--site-url", "gemeente.nl"], "begint niet met https://"),
        (["-o", "/dev/null/x"], "is niet te beschrijven (een deel van het pad is geen map)"),
        (["--soort", "x"], "De optie --soort bestaat niet."),
    ],
)
def test_a_mistake_is_explained_in_dutch(options: list[str], said: str, tmp_path: Path) -> None:
    done = run("export", "--content", str(VALID), "-o", str(tmp_path), *options)
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_address_and_contact_can_be_set(tmp_path: Path) -> None:
    env = {"WATWERKT_SITE_URL": "https://andere.example", "WATWERKT_CONTACT": "data@andere.example"}
    run("export", "--content", str(VALID), "-o", str(tmp_path), "--only", "web", env=env)
    text = (tmp_path / ".well-known" / "security.txt").read_text(encoding="utf-8")
    assert "Contact: mailto:data@andere.example" in text
    assert "Canonical: https://andere.example/.well-known/security.txt" in text


def test_the_site_and_the_command_have_the_same_defaults() -> None:
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert f'!ENV [WATWERKT_SITE_URL, "{SITE_URL}"]' in config
    assert f'!ENV [WATWERKT_CONTACT, "{CONTACT}"]' in config


def test_everything_that_was_published_is_still_there() -> None:
    done = run("permanent", "--check")
    assert done.returncode == 0, done.stderr
    assert "is er nog" in done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that published the valid example."""
    shutil.copytree(VALID, tmp_path / "content")
    assert run("permanent", cwd=tmp_path).returncode == 0
    return tmp_path


def record(project: Path) -> Path:
    return project / "content" / "praktijken" / "de-tulp.yml"


def test_a_practice_that_disappears_is_told(project: Path) -> None:
    record(project).unlink()
    done = run("permanent", "--check", cwd=project)
    assert done.returncode == 1
    for path in ("praktijken/de-tulp/", "data/v1/praktijken/de-tulp.json", "praktijken/tulp-woensel/"):
        assert f"  {path}\n" in done.stderr
    assert "voorheen" in done.stderr
    assert run("permanent", cwd=project).returncode == 1  # and the lists do not forget it


def test_a_renamed_practice_keeps_its_addresses(project: Path) -> None:
    text = record(project).read_text(encoding="utf-8")
    text = text.replace("id: de-tulp\n", "id: de-roos\n").replace("[tulp-woensel]", "[tulp-woensel, de-tulp]")
    (project / "content" / "praktijken" / "de-roos.yml").write_text(text, encoding="utf-8")
    record(project).unlink()
    done = run("permanent", "--check", cwd=project)
    assert done.returncode == 0, done.stderr


def test_a_withdrawn_practice_keeps_its_page_and_json(project: Path) -> None:
    text = record(project).read_text(encoding="utf-8")
    weg = "]\ningetrokken:\n  datum: 2026-11-21\n  reden: Dubbel.\n"
    record(project).write_text(text.replace("]\nlocaties", f"{weg}locaties", 1), encoding="utf-8")
    assert "ingetrokken" in record(project).read_text(encoding="utf-8")
    done = run("permanent", "--check", cwd=project)
    assert done.returncode == 0, done.stderr


def test_a_field_that_disappears_is_told(project: Path) -> None:
    fields = project / "published" / "velden-v1.txt"
    with fields.open("a", encoding="utf-8") as file:
        file.write("praktijken.json resultaat[].schoenmaat integer\n")
    done = run("permanent", "--check", cwd=project)
    assert done.returncode == 1
    assert "schoenmaat" in done.stderr


def test_new_addresses_are_added_and_old_ones_kept(project: Path) -> None:
    before = (project / "published" / "adressen.txt").read_text(encoding="utf-8").splitlines()
    (project / "content" / "nieuw.md").write_text("# Nieuw\n", encoding="utf-8")
    done = run("permanent", cwd=project)
    assert "adressen.txt: 1 erbij" in done.stdout
    after = (project / "published" / "adressen.txt").read_text(encoding="utf-8").splitlines()
    assert after == sorted([*before, "nieuw/"])


def test_the_lists_name_what_the_content_has() -> None:
    addresses = (REPOSITORY / "published" / "adressen.txt").read_text(encoding="utf-8").splitlines()
    fields = (REPOSITORY / "published" / "velden-v1.txt").read_text(encoding="utf-8").splitlines()
    for practice in (CONTENT / "praktijken").glob("*.yml"):
        assert f"praktijken/{practice.stem}/" in addresses
        assert f"data/v1/praktijken/{practice.stem}.json" in addresses
    assert {"", "data/", "over/", "feed.xml", "data/v1/alles.json"} <= set(addresses)
    assert "praktijk.json resultaat.beoordeling.dimensies[].score number?" in fields
    assert "scores.csv score number?" in fields
