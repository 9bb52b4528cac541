"""``watwerkt build``: the same site as ``mkdocs build``, brought up to date without emptying it."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from site_building import SITE_URL, Build, change, environment, records, tree, value_of
from small_project import small_project

if TYPE_CHECKING:
    from pathlib import Path


def bring_up_to_date(project: Path, *options: str) -> Build:
    """Run the command as somebody would, in the folder of the project."""
    done = subprocess.run(
        [sys.executable, "-m", "watwerkt", "build", *options],
        cwd=project,
        env=environment({"WATWERKT_SITE_URL": SITE_URL}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    return Build(done.returncode, done.stdout + done.stderr, project / "site")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site; the tests below change it, each from where the former left it."""
    return small_project(tmp_path_factory.mktemp("bij") / "p")


def stamps(folder: Path) -> dict[str, int]:
    return {path: (folder / path).stat().st_mtime_ns for path in tree(folder)}


def test_the_site_is_that_of_mkdocs(project: Path, filled: Build) -> None:
    made = bring_up_to_date(project)
    assert made.code == 0, made.said
    assert "WARNING" in made.said  # a link of a page written by hand leads nowhere
    one, other = tree(made.folder), tree(filled.folder)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    assert f"{len(one)} van {len(one)} bestanden geschreven." in made.said


def test_nothing_changed_is_said_at_once_with_the_same_warnings(project: Path) -> None:
    before = stamps(project / "site")
    again = bring_up_to_date(project)
    assert again.code == 0, again.said
    assert f"Niets veranderd: {len(before)} bestanden" in again.said
    assert "WARNING -  Doc file 'los.md' contains a link" in again.said
    assert stamps(project / "site") == before
    assert bring_up_to_date(project, "--strict").code == 1
    (project / "site" / "index.html").unlink()
    assert "1 van " in bring_up_to_date(project).said


def test_strict_leaves_the_site_alone_when_there_is_a_warning(project: Path) -> None:
    before = stamps(project / "site")
    change(project / "content" / "over.md", "# ", "# Anders ")
    told = bring_up_to_date(project, "--strict")
    assert told.code == 1
    assert "WARNING" in told.said
    assert "Traceback" not in told.said
    assert stamps(project / "site") == before


def test_only_what_differs_is_written_and_only_our_own_is_removed(project: Path) -> None:
    moved, named = records(project, "praktijken")[:2]
    record = project / "content" / "praktijken" / f"{named}.yml"
    change(record, f"titel: {value_of(record, 'titel')}", "titel: Een nieuwe titel")
    change(record, f"bijgewerkt: {value_of(record, 'bijgewerkt')}", "bijgewerkt: 2020-01-01")
    (project / "content" / "praktijken" / f"{moved}.yml").unlink()
    (project / "site" / "van-iemand-anders.txt").write_text("blijft", encoding="utf-8")
    before = stamps(project / "site")
    made = bring_up_to_date(project)
    assert made.code == 0, made.said
    assert re.search(r"INFO    -  watwerkt: 1 praktijken, [1-9]\d* meldingen\n", made.said)
    assert " WW" not in made.said  # a build counts what deserves attention, the check tells it
    assert "Niet door dit commando gemaakt, dus blijven staan: 1 (van-iemand-anders.txt)." in made.said
    after = stamps(project / "site")
    assert not (project / "site" / "praktijken" / moved).exists()
    assert {path for path in before.keys() - after.keys() if moved not in path} == {
        path for path in before if path.startswith(("praktijken/oude-naam/", "praktijken/nog-ouder/"))
    } | {path for path in before.keys() - after.keys() if path.startswith(("gemeenten/", "doelgroepen/"))}
    written = {path for path in after if after[path] != before.get(path)}
    assert f"praktijken/{named}/index.html" in written
    assert len(written) < len(after) / 4
    change(record, "Een nieuwe titel", "Een nog nieuwere titel")
    assert "blijven staan: 1 (van-iemand-anders.txt)." in bring_up_to_date(project).said
    elsewhere = bring_up_to_date(project, "--site-dir", "anders")
    (project / "site" / "van-iemand-anders.txt").unlink()
    assert elsewhere.code == 0, elsewhere.said
    assert tree(project / "anders") == tree(project / "site")


def test_what_was_broken_off_and_is_undone_leaves_no_trace(project: Path) -> None:
    named = records(project, "praktijken")[0]
    record = project / "content" / "praktijken" / f"{named}.yml"
    old, text = tree(project / "site"), record.read_text(encoding="utf-8")
    change(record, f"titel: {value_of(record, 'titel')}", "titel: Een andere titel")
    edited = record.read_text(encoding="utf-8")
    second = record.with_stem("zz-erbij")
    second.write_text(edited.replace(f"id: {named}\n", "id: zz-erbij\n").replace("andere", "tweede"), encoding="utf-8")
    in_the_way = project / "site" / "praktijken" / "zz-erbij" / "quickscan" / "index.html"
    in_the_way.mkdir(parents=True)
    broken = bring_up_to_date(project)
    assert broken.code == 1
    assert "De site kon niet worden geschreven" in broken.said
    assert "Traceback" not in broken.said
    half = tree(project / "site")
    assert half.keys() - old.keys()
    assert old.keys() <= half.keys()
    assert half[f"praktijken/{named}/index.html"] != old[f"praktijken/{named}/index.html"]
    in_the_way.rmdir()
    second.unlink()
    record.write_text(text, encoding="utf-8")
    assert bring_up_to_date(project).code == 0
    assert tree(project / "site") == old


def test_without_settings_it_says_what_to_do(tmp_path: Path) -> None:
    told = bring_up_to_date(tmp_path)
    assert told.code == 2
    assert "Wijs de instellingen van de site aan met --config." in told.said
