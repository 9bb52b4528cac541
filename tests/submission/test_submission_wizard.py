"""The questions of `watwerkt new`: help, refusals, going back, stopping and going on later."""

from __future__ import annotations

import json
import os
import pty
import resource
import select
import shutil
import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from watwerkt.cli import main
from watwerkt.knowledge.loading import load
from watwerkt.submission.wizard import Answers, questions

CONTENT = Path(__file__).parents[2] / "content"
SENTENCE = "Een tuin waar buren samen groente verbouwen en eten."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def answer(root: Path, *lines: str, key: str | None = None) -> Result:
    arguments = ["new", *([key] if key else []), "--content", str(root)]
    return CliRunner().invoke(main, arguments, input="".join(f"{line}\n" for line in lines))


def stored(root: Path, key: str) -> dict[str, object]:
    answers: dict[str, object] = json.loads((root.parent / ".nieuw" / f"{key}.json").read_text(encoding="utf-8"))
    return answers


def test_stopping_keeps_the_answers_and_going_on_asks_the_rest(root: Path) -> None:
    first = answer(root, "Buurttuin Zuid", "", SENTENCE, "stop")
    assert first.exit_code == 0, first.output
    assert "Ga later verder met: watwerkt new buurttuin-zuid" in first.output
    assert stored(root, "buurttuin-zuid")["antwoorden"] == {"titel": "Buurttuin Zuid", "kern": SENTENCE}
    second = answer(root, "stop", key="buurttuin-zuid")
    assert "In één zin" not in second.output
    assert "Samenvatting" in second.output


def test_a_wrong_answer_is_explained_and_asked_again(root: Path) -> None:
    done = answer(root, "Titel", "", "kort", SENTENCE, SENTENCE, "feest", "project", "stop")
    assert "WW211" in done.output
    assert "‘feest’ kan hier niet. Kies uit: project" in done.output
    assert stored(root, "titel")["antwoorden"]["soort"] == "project"  # type: ignore[index]


def test_personal_data_is_refused_at_once(root: Path) -> None:
    done = answer(root, "Titel", "", "Bel Jan op 06-12345678 of mail jan@voorbeeld.nl, hij weet alles.", "stop")
    assert "WW51" in done.output
    assert "kern" not in stored(root, "titel")["antwoorden"]  # type: ignore[operator]


def test_help_and_back(root: Path) -> None:
    done = answer(root, "Titel", "", SENTENCE, "<", "?", SENTENCE.replace("tuin", "moestuin"), "stop")
    assert "Bijvoorbeeld: Begeleiding in Deventer" in done.output
    assert "moestuin" in str(stored(root, "titel")["antwoorden"])


def test_until_the_end_a_record_is_written_and_checked(root: Path) -> None:
    required = {"kern": SENTENCE, "samenvatting": SENTENCE, "soort": "project", "status": "lopend"}
    lists = {"themas": "werk-en-participatie", "doelgroepen": "volwassenen"}
    lines = ["Buurttuin Zuid", ""]
    for question in questions():
        if question.naam in required:
            lines.append(required[question.naam])
        elif question.naam in lists:
            lines += [lists[question.naam], ""]
        elif question.naam == "partners":
            lines += ["Raster", "welzijn", "uitvoerend", "", "", ""]
        elif question.naam != "titel":
            lines.append("")
    done = answer(root, *lines)
    assert done.exit_code == 0, done.output
    record = load(root).praktijken["buurttuin-zuid"]
    assert [(p.organisatie, p.sector, p.rol) for p in record.partners] == [("Raster", "welzijn", "uitvoerend")]
    assert record.record_status == "concept"
    assert not (root.parent / ".nieuw" / "buurttuin-zuid.json").exists()


def test_a_damaged_file_of_answers_is_left_alone(root: Path) -> None:
    file = root.parent / ".nieuw" / "tuin.json"
    file.parent.mkdir()
    file.write_text("{kapot", encoding="utf-8")
    done = answer(root, "stop", key="tuin")
    assert done.exit_code == 1
    assert "is niet te lezen" in done.output
    assert file.read_text(encoding="utf-8") == "{kapot"


def test_a_key_that_cannot_be_a_file_name_is_refused(root: Path) -> None:
    done = answer(root, "stop", key="Buurt/../tuin")
    assert done.exit_code == 2
    assert "Bijvoorbeeld: buurt-tuin" in done.output


def test_back_empty_and_a_wrong_key_before_the_first_question(root: Path) -> None:
    done = answer(root, "<", "", "Tuin Zuid", "Tuin Zuid!", "<", "tuin-zuid", "stop")
    assert done.exit_code == 0, done.output
    assert done.output.count("Hier is nog geen vraag") == 2
    assert "Geef een naam met letters" in done.output
    assert "zoals tuin-zuid" in done.output
    assert stored(root, "tuin-zuid")["antwoorden"] == {"titel": "Tuin Zuid"}


def test_a_taken_key_is_told_before_any_question(root: Path) -> None:
    done = answer(root, key="qredits")
    assert done.exit_code == 1
    assert "Er is al een praktijk met de sleutel qredits" in done.output
    assert "In één zin" not in done.output
    assert not (root.parent / ".nieuw").exists()


def test_answers_that_cannot_be_kept_are_told_in_dutch(root: Path) -> None:
    (root.parent / ".nieuw").write_text("", encoding="utf-8")
    done = answer(root, "Tuin", "", SENTENCE)
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert "niet te bewaren" in done.output
    assert "er staat al iets met die naam" in done.output or "is geen map" in done.output


def test_stopping_inside_a_long_answer_keeps_what_was_typed(root: Path) -> None:
    before = [question.naam for question in questions()]
    lines = {"kern": [SENTENCE], "samenvatting": [SENTENCE], "soort": ["project"]}
    typed = ["Tuin", ""]
    for name in before[1 : before.index("probleem")]:
        typed += lines.get(name, [""])
    done = answer(root, *typed, "Buren kennen elkaar niet.", "- geen tuin", "stop")
    assert stored(root, "tuin")["antwoorden"]["probleem"] == (  # type: ignore[index]
        "Buren kennen elkaar niet.\n\n- geen tuin"
    ), done.output


def test_stopping_inside_a_group_of_a_part_keeps_what_was_typed(root: Path) -> None:
    names = [question.naam for question in questions()]
    typed = ["Tuin", "", SENTENCE, SENTENCE, "project"]
    typed += [""] * (names.index("indicatoren") - names.index("soort") - 1)
    done = answer(root, *typed, "Buren die elkaar kennen", "", "", "", "2024", "12", "stop")
    kept = [{"naam": "Buren die elkaar kennen", "nulmeting": {"moment": "2024", "waarde": 12}}]
    assert stored(root, "tuin")["antwoorden"]["indicatoren"] == kept, done.output  # type: ignore[index]


def test_answers_that_could_not_be_written_leave_the_former_ones(tmp_path: Path) -> None:
    answers = Answers(tmp_path / "tuin.json", {"titel": "Tuin"})
    answers.save()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5, hard))
    try:
        with pytest.raises(OSError, match="large"):
            answers.give(questions()[1], SENTENCE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert Answers.resume(answers.file).data == {"titel": "Tuin"}
    assert [path.name for path in tmp_path.iterdir()] == ["tuin.json"]


def test_a_step_back_inside_an_answer_loses_the_last_part_only(root: Path) -> None:
    names = [question.naam for question in questions()]
    typed = ["Tuin", "", SENTENCE, SENTENCE, "project"]
    typed += [""] * (names.index("themas") - names.index("soort") - 1)
    typed += ["werk-en-participatie", "armoede-en-schulden", "<", "ondernemerschap", ""]
    typed += [""] * (names.index("locaties") - names.index("themas") - 1)
    typed += ["Deventer", "Rivierenwijk", "Breda", "<", "Twente", "<", "<", "Zwolle", "", "", "stop"]
    done = answer(root, *typed)
    answers = stored(root, "tuin")["antwoorden"]
    assert answers["themas"] == ["werk-en-participatie", "ondernemerschap"], done.output  # type: ignore[index]
    assert answers["locaties"] == [{"gemeente": "Zwolle"}], done.output  # type: ignore[index]
    assert "Weggehaald: Deventer, Rivierenwijk" in done.output


def test_of_a_refused_list_the_parts_stay_and_the_wrong_one_comes_last(root: Path) -> None:
    names = [question.naam for question in questions()]
    code, right, new = "Een <b>tuin</b> voor buren", "Buren kennen elkaar bij naam", "Meer eten uit de tuin"
    person = "Mail jan@jansen.nl voor de sleutel"
    typed = ["Tuin", "", SENTENCE, SENTENCE, "project", *[""] * (names.index("subdoelen") - names.index("soort") - 1)]
    for wrong, then, kept in (
        (code, ["<", new, "", "stop"], [right, new]),
        (code, ["stop"], [right, code]),
        (person, ["stop"], [right]),
    ):
        done = answer(root, *typed, wrong, right, "", *then)
        assert stored(root, "tuin")["antwoorden"]["subdoelen"] == kept, done.output  # type: ignore[index]
        assert ("Niet bewaard" in done.output) == (wrong == person)
        (root.parent / ".nieuw" / "tuin.json").unlink()


def test_a_refused_text_is_kept_when_the_author_stops(root: Path) -> None:
    done = answer(root, "Tuin", "", "Een tuin", "stop")
    assert stored(root, "tuin")["antwoorden"] == {"titel": "Tuin", "kern": "Een tuin"}, done.output


def test_at_a_terminal_a_refused_answer_is_there_to_edit_and_pasted_lines_are_one_answer(root: Path) -> None:
    command = [sys.executable, "-c", "from watwerkt.cli import main; main()", "new", "--content", str(root)]
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - another process
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # who runs the tests in parallel ignores Ctrl-C
        os.execve(command[0], command, os.environ | {"TERM": "xterm"})  # noqa: S606
    for wait, typed in (
        ("naam: ", "Tum\x1b[Di\x1b[C\x7fn\r"),  # the arrow keys mend a slip of the pen
        ("voorstel): ", "tuin\r"),
        ("> ", "Een tuin\r"),
        ("> Een tuin", " \x1b[200~waar buren\nsamen groente verbouwen.\x1b[201~\r"),  # too short, and there to go on
    ):
        _until(terminal, wait)
        os.write(terminal, typed.encode())
    _until(terminal, "> ")
    os.write(terminal, b"\x03")
    while not select.select([terminal], [], [], 5)[0]:
        os.write(terminal, b"\x03")  # Python can miss a signal just before it waits for a key
    assert "Ga later verder met: watwerkt new tuin" in _until(terminal, "watwerkt new tuin")
    assert os.waitpid(pid, 0)[1] == 0
    os.close(terminal)
    assert stored(root, "tuin")["antwoorden"]["kern"] == (  # type: ignore[index]
        "Een tuin waar buren samen groente verbouwen."
    )


def _until(terminal: int, text: str) -> str:
    seen = b""
    while text.encode() not in seen:
        assert select.select([terminal], [], [], 60)[0], seen
        seen += os.read(terminal, 4096)
    return seen.decode(errors="replace")
