"""Loading: what is in the knowledge base, what is left out, and how broken parts are survived."""

from __future__ import annotations

import dataclasses
import gc
import hashlib
import os
from pathlib import Path

import pytest
from content_tree import replace_once

from watwerkt.knowledge import workers
from watwerkt.knowledge.files import find_files
from watwerkt.knowledge.kennisbank import Kennisbank, KennisbankError
from watwerkt.knowledge.loading import load

NOBODY = 65534


def codes(kennisbank: Kennisbank) -> list[str]:
    return [item.code for item in kennisbank.findings]


def test_everything_can_be_found(valid_root: Path) -> None:
    kennisbank = load(valid_root)
    assert kennisbank.rubriek.id == "4plus1"
    assert list(kennisbank.begrippen) == sorted(kennisbank.begrippen)
    assert kennisbank.bestanden["praktijken", "de-tulp"] == "content/praktijken/de-tulp.yml"
    assert kennisbank.bestanden["model", "4plus1"] == "content/model/4plus1.yml"
    raw = (valid_root / "praktijken" / "de-tulp.yml").read_bytes()
    assert kennisbank.digest("praktijken", "de-tulp") == hashlib.sha256(raw).hexdigest()
    with pytest.raises(KeyError):
        kennisbank.digest("praktijken", "bestaat-niet")


def test_terms(valid_root: Path) -> None:
    kennisbank = load(valid_root)
    term = kennisbank.term("themas", "werk")
    assert term is not None
    assert term.label == "Werk en participatie"
    assert kennisbank.term("themas", "bestaat-niet") is None
    assert kennisbank.term("bestaat-niet", "werk") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Deventer", "GM0150"),
        (" deventer ", "GM0150"),
        ("GM0150", "GM0150"),
        ("gm0150", "GM0150"),
        ("den haag", "GM0518"),
        ("’s-Gravenhage", "GM0518"),
        ("Bergen (L.)", "GM0893"),
        ("Bergen", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_municipality_by_name_synonym_or_code(valid_root: Path, name: str, code: str | None) -> None:
    term = load(valid_root).gemeente(name)
    assert (term.id if term else None) == code


def test_the_knowledge_base_cannot_be_changed(valid_root: Path) -> None:
    kennisbank = load(valid_root)
    with pytest.raises(dataclasses.FrozenInstanceError):
        kennisbank.findings = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        kennisbank.praktijken["x"] = kennisbank.praktijken["de-tulp"]  # type: ignore[index]


def test_an_error_leaves_one_record_out_and_a_warning_does_not(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    other = tulp.with_name("de-roos.yml")
    other.write_text(
        tulp.read_text(encoding="utf-8").replace("id: de-tulp", "id: de-roos").replace("tulp-woensel", "roos-oud"),
        encoding="utf-8",
    )
    replace_once(tulp, "status: afgerond", "status: bijna")
    replace_once(other, "status: afgerond", "status: lopend")
    kennisbank = load(content)
    assert list(kennisbank.praktijken) == ["de-roos"]
    assert codes(kennisbank) == ["WW415", "WW213"]


def test_a_reference_to_a_source_with_errors_is_no_error(content: Path) -> None:
    replace_once(content / "bronnen" / "eindrapport-2012.yml", "type: report", "type: rapport")
    kennisbank = load(content)
    assert codes(kennisbank) == ["WW213"]
    assert list(kennisbank.praktijken) == ["de-tulp"]
    assert list(kennisbank.bronnen) == []


def test_a_broken_vocabulary_gives_no_cascade(content: Path) -> None:
    (content / "begrippen" / "themas.yml").write_text("termen: [\n", encoding="utf-8")
    kennisbank = load(content)
    assert codes(kennisbank) == ["WW117"]
    assert kennisbank.term("themas", "werk") is None
    assert list(kennisbank.praktijken) == ["de-tulp"]


def test_a_broken_rubric_stops_with_all_findings(content: Path) -> None:
    replace_once(content / "model" / "4plus1.yml", "drempel: 60", "drempel: 600")
    replace_once(content / "praktijken" / "de-tulp.yml", "status: afgerond", "status: bijna")
    with pytest.raises(KennisbankError, match="heeft fouten") as caught:
        load(content)
    assert [item.code for item in caught.value.findings] == ["WW212", "WW213"]


def test_no_content_folder(tmp_path: Path) -> None:
    with pytest.raises(KennisbankError, match="bestaat niet"):
        load(tmp_path / "nergens")


def test_findings_are_named_after_the_content_folder(content: Path) -> None:
    moved = content.rename(content.with_name("inhoud"))
    (moved / "praktijken" / "leeg.yml").write_text("", encoding="utf-8")
    assert [item.bestand for item in load(moved).findings] == ["inhoud/praktijken/leeg.yml"]


def test_pages_and_placeholders_may_stand_between_records(content: Path) -> None:
    (content / "praktijken" / "index.md").write_text("# Praktijken", encoding="utf-8")
    (content / "praktijken" / ".gitkeep").touch()
    (content / "index.md").touch()
    (content / "LICENSE.txt").touch()
    (content / "uitleg").mkdir()
    (content / "uitleg" / "meer.md").touch()
    assert load(content).findings == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("praktijken/.verborgen.yml", "WW153"),
        ("praktijken/x.yml.orig", "WW153"),
        ("praktijken/x.YML", "WW150"),
        ("praktijken/x.yml.txt", "WW150"),
        ("praktijken/con.yml", "WW151"),
        ("praktijken/" + "x" * 90 + ".yml", "WW151"),
        ("praktijken/x--y.yml", "WW151"),
        ("praktijken/é.yml", "WW151"),
        ("los.yml", "WW155"),
        ("anders/los.yaml", "WW155"),
        ("model/tweede.yml", "WW153"),
        ("pagina.html", "WW153"),
        ("assets/logo.svg", "WW153"),
        ("assets/foto.png", "WW153"),
        ("uitleg/script.js", "WW153"),
        ("uitleg/LICENSE.txt", "WW153"),
    ],
)
def test_files_out_of_place(content: Path, name: str, code: str) -> None:
    path = content / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("id: x\n", encoding="utf-8")
    assert codes(load(content)) == [code]


def test_a_wrong_file_name_gets_a_better_one(content: Path) -> None:
    (content / "praktijken" / "Mijn Praktijk (2).yml").write_text("id: x\n", encoding="utf-8")
    (finding,) = load(content).findings
    assert finding.boodschap.endswith("Bijvoorbeeld: `mijn-praktijk-2.yml`.")


def test_links_are_never_followed(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "geheim"
    outside.mkdir()
    (outside / "x.yml").write_text("id: geheim\n", encoding="utf-8")
    (content / "praktijken" / "map").symlink_to(outside)
    (content / "praktijken" / "x.yml").symlink_to(outside / "x.yml")
    kennisbank = load(content)
    assert codes(kennisbank) == ["WW152", "WW152"]
    assert not any("geheim" in item.boodschap for item in kennisbank.findings)


def test_a_folder_that_cannot_be_opened_is_told(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # whoever may read everything becomes somebody who may not look above this
    tmp_path.chmod(0o755)
    (content / "praktijken").chmod(0)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(NOBODY)
        files, findings = find_files(Path(content.name))
    finally:
        os.seteuid(user)
        (content / "praktijken").chmod(0o755)
    assert files
    assert [(item.bestand, item.code) for item in findings] == [("content/praktijken", "WW154")]
    assert "Deze map is niet te openen" in findings[0].boodschap


def test_a_pipe_is_not_read(content: Path) -> None:
    os.mkfifo(content / "praktijken" / "pijp.yml")
    assert codes(load(content)) == ["WW154"]


def test_the_garbage_collector_is_restored(valid_root: Path) -> None:
    assert gc.isenabled()
    load(valid_root)
    assert gc.isenabled()
    gc.disable()
    try:
        load(valid_root)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_two_processes_find_the_same(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tulp = (content / "praktijken" / "de-tulp.yml").read_text(encoding="utf-8")
    for number in range(30):
        copy = tulp.replace("id: de-tulp", f"id: kopie-{number}").replace("tulp-woensel", f"oud-{number}")
        if number % 3 == 0:
            copy = copy.replace("status: afgerond", "status: bijna")
        (content / "praktijken" / f"kopie-{number}.yml").write_text(copy, encoding="utf-8")
    alone = load(content)
    monkeypatch.setattr(workers, "POOL_FROM", 1)
    together = load(content)
    assert together == alone
    assert len(alone.praktijken) == 21
