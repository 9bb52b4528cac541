"""The public Python interface: its examples run, its mistakes are told, and it agrees with the published files."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from exported import CONTENT, REPOSITORY, Export, edition, real

import watwerkt
from watwerkt import api
from watwerkt.exports import texts
from watwerkt.knowledge.kennisbank import KennisbankError
from watwerkt.scoring import verdict
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

PAGES = (CONTENT / "data" / "index.md", REPOSITORY / "README.md")
EXAMPLES = [code for page in PAGES for code in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL)]


@pytest.fixture(scope="module")
def kb() -> watwerkt.Kennis:
    return watwerkt.load(CONTENT)


@pytest.mark.parametrize("module", [watwerkt, api, texts], ids=lambda m: m.__name__)
def test_the_examples_of_the_interface_run(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    result = doctest.testmod(module, optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert result.attempted > 0
    assert result.failed == 0


def test_the_documentation_has_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_of_the_documentation_runs_and_says_something(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_it_holds_every_practice_in_title_order(kb: watwerkt.Kennis) -> None:
    assert [p.id for p in kb] == list(build_index(real()).kaarten)
    assert len(kb) == len(real().praktijken)
    assert kb["qredits"] == real().praktijken["qredits"]
    assert "qredits" in kb
    assert "niets" not in kb
    assert kb.findings == real().findings
    assert kb.bronnen.keys() == real().bronnen.keys()
    assert kb.begrippen.keys() == real().begrippen.keys()
    assert kb.interventietypen.keys() == real().interventietypen.keys()


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("thema", "ondernemerschap"),
        ("doelgroep", "bewoner"),
        ("leefgebied", "sociaal-netwerk"),
        ("interventietype", "leerwerkbedrijf"),
        ("status", "gestopt"),
        ("soort", "project"),
    ],
)
def test_a_filter_gives_the_practices_with_that_key(field: str, key: str, kb: watwerkt.Kennis) -> None:
    fields = {"thema": "themas", "doelgroep": "doelgroepen", "leefgebied": "leefgebieden"}
    wanted = [p.id for p in kb if key in (v if isinstance(v := getattr(p, fields.get(field, field)), tuple) else (v,))]
    assert [p.id for p in kb.filter(**{field: key})] == wanted  # type: ignore[arg-type]
    assert 0 < len(wanted) < len(kb)


def test_a_municipality_may_be_a_name_or_a_code(kb: watwerkt.Kennis) -> None:
    assert [p.id for p in kb.filter(gemeente="GM0150")] == [p.id for p in kb.filter(gemeente="deventer")]


def test_conditions_are_met_together(kb: watwerkt.Kennis) -> None:
    chosen = kb.filter(status="gestopt").filter(where=lambda p: "bewoner" in p.doelgroepen)
    same = kb.filter(status="gestopt", where=lambda p: "bewoner" in p.doelgroepen)
    assert [p.id for p in chosen] == [p.id for p in same]
    assert len(kb.filter(where=lambda _: False)) == 0


def test_scores_are_those_of_the_site(kb: watwerkt.Kennis) -> None:
    index = build_index(real())
    for praktijk in kb:
        assert kb.score(praktijk) == kb.score(praktijk.id) == index.uittreksels[praktijk.id].profiel
        assert kb.verdict(praktijk) == verdict(real().rubriek, index.uittreksels[praktijk.id].profiel)


def test_a_comparison_has_every_dimension_in_order(kb: watwerkt.Kennis) -> None:
    table = kb.compare("qredits", kb["pak-deventer"])
    assert list(table) == [d.id for d in kb.rubriek.dimensies]
    for dimensie, scores in table.items():
        assert scores == {"qredits": kb.score("qredits")[dimensie], "pak-deventer": kb.score("pak-deventer")[dimensie]}


def test_every_table_becomes_a_frame_with_the_values_of_the_file(kb: watwerkt.Kennis, whole: Export) -> None:
    for name, table in edition(real()).tables.items():
        frame = kb.to_dataframe(name)
        assert tuple(frame.columns) == table.names
        assert len(frame) == len(whole.csv(name)), name
    scores = kb.to_dataframe("scores")
    assert str(scores["score"].dtype) == "Float64"
    assert str(scores["voorlopig"].dtype) == "boolean"
    assert str(kb.to_dataframe()["bijgewerkt"].dtype).startswith("datetime64")
    pak = scores[(scores["praktijk"] == "pak-deventer") & (scores["dimensie"] == "meten")]
    assert list(pak["score"]) == [kb.score("pak-deventer")["meten"].score]


def test_a_frame_of_a_choice_holds_the_choice(kb: watwerkt.Kennis) -> None:
    stopped = kb.filter(status="gestopt")
    assert list(stopped.to_dataframe()["id"]) == [p.id for p in stopped]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"thema": "ondernemerschp"}, "Bedoelt u `ondernemerschap`?"),
        ({"status": "gestopd"}, "Bedoelt u `gestopt`?"),
        ({"gemeente": "Den Hag"}, "geen gemeente"),
        ({"interventietype": "leerwerkbedrif"}, "leerwerkbedrijf"),
    ],
)
def test_a_key_that_does_not_exist_is_told(options: dict[str, str], said: str, kb: watwerkt.Kennis) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        kb.filter(**options)  # type: ignore[arg-type]


def test_a_practice_or_table_that_does_not_exist_is_told(kb: watwerkt.Kennis) -> None:
    with pytest.raises(KeyError, match="pak-deventer"):
        kb["pak-devnter"]
    with pytest.raises(KeyError, match="qredits"):
        kb.score("qredit")
    with pytest.raises(ValueError, match="`scores`"):
        kb.to_dataframe("score")


def test_no_content_is_told(tmp_path: Path) -> None:
    with pytest.raises(KennisbankError, match="bestaat niet"):
        watwerkt.load(tmp_path / "niets")


def test_without_pandas_only_frames_are_missing() -> None:
    code = (
        "import sys; sys.modules['pandas'] = None\n"
        "import watwerkt\n"
        "kb = watwerkt.load('content')\n"
        "print(len(kb))\n"
        "try:\n    kb.to_dataframe()\nexcept ImportError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [
        str(len(real().praktijken)),
        "to_dataframe heeft pandas nodig: pip install pandas. (to_dataframe needs pandas.)",
    ]


def test_the_package_has_no_other_name() -> None:
    assert sorted(watwerkt.__all__) == ["Kennis", "load"]
    with pytest.raises(AttributeError, match="kennis"):
        watwerkt.kennis  # type: ignore[attr-defined]  # noqa: B018
