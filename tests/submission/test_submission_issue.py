"""The form of the forge is made from the models, and its issues become proposals; other issues are left alone."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from watwerkt.knowledge.loading import load
from watwerkt.submission.issue_form import issue_form, label_of, passages_of
from watwerkt.submission.proposal import EventError, proposal
from watwerkt.submission.slots import slot_of
from watwerkt.submission.wizard import questions

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

REPOSITORY = Path(__file__).parents[2]
FORM = REPOSITORY / ".github" / "ISSUE_TEMPLATE" / "praktijk.yml"
SENTENCE = "Een tuin waar buren samen groente verbouwen en eten."
ANSWERS = {
    "Titel": "Buurttuin Zuid",
    "In één zin": SENTENCE,
    "Samenvatting": SENTENCE,
    "Soort": "sociale onderneming",
    "Thema’s": "Armoede en schulden, Werk en participatie",
    "Doelgroepen": "Volwassenen",
    "Status": "lopend",
    "Locaties": "| Gemeente | Wijk |\n| --- | --- |\n| Deventer | Rivierenwijk |\n|  |  |",
    "Bewijsniveau: bewijsniveau": "1",
    "Bewijsniveau: onderbouwing": "Er is een beschrijving.",
    "Aanpak": "Elke week:\n\n- zaaien\n- eten",
    "Lessen: wat werkte": "- Begin klein.",
    "Verduurzaming: route": "sociale onderneming",
    "Partners": "_No response_",
    "Akkoord": "- [X] Ik mag deze tekst delen onder de licentie CC BY 4.0.",
}


def body(answers: dict[str, str]) -> str:
    return "\r\n\r\n".join(f"### {label}\r\n\r\n{answer}" for label, answer in answers.items())


def event(answers: dict[str, str], *labels: str, number: int = 7) -> dict[str, Any]:
    return {
        "action": "opened",
        "issue": {
            "number": number,
            "body": body(answers),
            "labels": [{"name": name} for name in labels or ("praktijk",)],
            "updated_at": "2026-11-26T10:00:00Z",
        },
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REPOSITORY / "content", tmp_path / "content"))


def test_the_committed_form_is_made_from_the_models(kennisbank: Kennisbank) -> None:
    assert FORM.read_text(encoding="utf-8") == issue_form(kennisbank), "vernieuw met: make schema"


def test_every_label_leads_to_its_own_field() -> None:
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    items = [item for item in form["body"] if item["type"] not in ("markdown", "checkboxes")]
    labels = [item["attributes"]["label"] for item in items]
    assert len(labels) == len(set(labels)) == len(questions())
    assert len({item["id"] for item in form["body"] if "id" in item}) == len(items) + 1
    for question in questions():
        (passage,) = passages_of(f"### {label_of(question)}\n\niets", "x")
        slot = slot_of(passage.kop)
        assert slot is not None
        assert slot.pad == question.pad


def test_an_issue_becomes_a_record(root: Path) -> None:
    made = proposal(event(ANSWERS), root)
    assert made.sleutel == "buurttuin-zuid"
    record = load(root).praktijken["buurttuin-zuid"]
    assert record.themas == ("armoede-en-schulden", "werk-en-participatie")
    assert record.soort == "sociale_onderneming"
    assert record.locaties[0].wijk == "Rivierenwijk"
    assert record.bewijs is not None
    assert record.bewijs.niveau == 1
    assert record.verduurzaming.route == "sociale_onderneming"
    assert [les.tekst for les in record.lessen.werkte] == ["Begin klein."]
    assert record.bijgewerkt == "2026-11-26"
    assert "binnen tien werkdagen" in made.antwoord


@pytest.mark.parametrize(
    ("label", "answer", "kept"),
    [
        ("Kosten", "| Bedrag | Per | Prijspeil |\n| --- | --- | --- |\n| 4 | jaar | 2011 | uit de pot |", "uit de pot"),
        ("Kosten", "| 4500 | deelnemer | 2011 |", "4500 | deelnemer | 2011"),
        ("Aanpak", "Eerst praten.\n\n| praten | doen |\n\nDan eten.", "praten | doen"),
    ],
)
def test_what_does_not_fit_a_table_is_kept(root: Path, label: str, answer: str, kept: str) -> None:
    assert kept in proposal(event(ANSWERS | {label: answer}), root).tekst


def test_a_table_that_nobody_filled_in_says_nothing(root: Path) -> None:
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    tables = {
        item["attributes"]["label"]: item["attributes"]["value"]
        for item in form["body"]
        if item["attributes"].get("value", "").startswith("|")
    }
    made = proposal(event(tables | ANSWERS), root)
    assert len(tables) > 5
    assert "#" not in made.tekst.partition("\n")[2]


def test_text_above_the_answers_is_kept(root: Path) -> None:
    asked = event(ANSWERS)
    asked["issue"]["body"] = f"Dit komt van de wijktafel.\n\n{asked['issue']['body']}"
    assert "Dit komt van de wijktafel." in proposal(asked, root).tekst.partition("# Niet begrepen")[2]


def test_the_same_issue_gives_the_same_proposal(root: Path) -> None:
    first = proposal(event(ANSWERS), root)
    (root / "praktijken" / "buurttuin-zuid.yml").unlink()
    assert proposal(event(ANSWERS), root) == first


def test_what_does_not_fit_is_answered_in_dutch(root: Path) -> None:
    made = proposal(event(ANSWERS | {"Soort": "feest", "Muziek": "ja"}), root)
    assert "‘feest’ kan hier niet" in made.antwoord
    assert "WW202" in made.antwoord
    assert "Bij deze kop hoort geen veld" in made.antwoord


@pytest.mark.parametrize(("title", "said"), [("", "geen titel"), ("!!!", "geen titel"), ("Qredits", "al een praktijk")])
def test_no_name_or_a_name_that_is_taken(root: Path, title: str, said: str) -> None:
    before = (root / "praktijken" / "qredits.yml").read_bytes()
    made = proposal(event(ANSWERS | {"Titel": title}), root)
    assert made.sleutel == made.tekst == ""
    assert said in made.antwoord
    assert (root / "praktijken" / "qredits.yml").read_bytes() == before


@pytest.mark.parametrize(
    "wrong", [{}, {"issue": None}, {"issue": {"pull_request": {}, "labels": [{"name": "praktijk"}]}}]
)
def test_other_events_are_refused(root: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(EventError):
        proposal(wrong, root)


def test_an_issue_without_the_label_is_left_alone(root: Path) -> None:
    with pytest.raises(EventError, match="niet met het formulier"):
        proposal(event(ANSWERS, "vraag"), root)


HOSTILE = (
    "../../x`$(touch /tmp/x)`\n### Titel\n\nIets anders\n::set-output name=sleutel::x\n![p](https://x.example/p.png)"
)


def test_hostile_answers_stay_data(root: Path, tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(json.dumps(event(ANSWERS | {"Aanpak": HOSTILE})), encoding="utf-8")
    (tmp_path / "output").touch()
    done = subprocess.run(
        [sys.executable, str(REPOSITORY / "scripts" / "issue_to_record.py")],
        cwd=root.parent,
        env=os.environ | {"GITHUB_EVENT_PATH": str(tmp_path / "event.json"), "GITHUB_OUTPUT": str(tmp_path / "output")},
        capture_output=True,
        text=True,
        check=True,
    )
    rows = dict(line.split("=", 1) for line in (tmp_path / "output").read_text(encoding="utf-8").splitlines())
    assert set(rows) == {"sleutel", "record", "antwoord"}
    assert rows["sleutel"] == "buurttuin-zuid"
    assert "id: buurttuin-zuid" in base64.b64decode(rows["record"]).decode()
    assert "titel: dit veld is al gevuld" in base64.b64decode(rows["antwoord"]).decode()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("label", ["Aanpak", "Contact"])
def test_personal_data_never_reaches_a_branch(root: Path, label: str) -> None:
    made = proposal(event(ANSWERS | {label: "Bel Jan op 06-12345678."}), root)
    assert made.sleutel == made.tekst == ""
    assert "gegevens van een persoon" in made.antwoord
    assert "12345678" not in made.antwoord
    assert not (root / "praktijken" / "buurttuin-zuid.yml").exists()


def test_record_and_answer_fit_what_the_next_job_can_take(root: Path) -> None:
    refused = proposal(event(ANSWERS | {"Iets": "\U0001f600" * 30_000}), root)
    assert refused.sleutel == ""
    assert "te lang" in refused.antwoord
    many = {f"Kop {number}": "x" * 30 for number in range(900)}
    assert len(proposal(event(ANSWERS | many), root).antwoord) <= 60_100
