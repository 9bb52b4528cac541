"""Rules over all records: suggestions, old ids, broader terms, moments of different precision."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from content_tree import replace_once

from watwerkt.knowledge.consistency import before
from watwerkt.knowledge.examination import examine
from watwerkt.knowledge.kennisbank import KennisbankError
from watwerkt.knowledge.loading import load
from watwerkt.reading.words import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from watwerkt.reading.findings import Finding


def only(content: Path) -> Finding:
    (finding,) = load(content).findings
    return finding


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("[ondernemerschap, werk]", "[ondernemen, werk]", "Bedoelt u `ondernemerschap` (Ondernemerschap)?"),
        ("[ondernemerschap, werk]", "[zzp, werk]", "Bedoelt u `ondernemerschap` (Ondernemerschap)?"),
        ("[ondernemerschap, werk]", "[participatie, werk]", "Bedoelt u `werk` (Werk en participatie)?"),
        (
            "[ondernemerschap, werk]",
            "[ondernemerschap, Werk en participatie]",
            "Bedoelt u `werk` (Werk en participatie)?",
        ),
        ("type: leerwerkbedrijf", "type: Leerwerkbedrijf in de wijk", "Bedoelt u `leerwerkbedrijf`?"),
        ("\n      meten:", "\n      Meten:", "Bedoelt u `meten`?"),
        ("\ntitel:", "\nTitel:", "Bedoelt u `titel`? Dat verplichte veld ontbreekt nog."),
        ("\nkern:", "\nIn één zin:", "Bedoelt u `kern`? Dat verplichte veld ontbreekt nog."),
        ("\nduur:", "\nDuur en intensiteit:", "Bedoelt u `duur`?"),
        (
            "Gereedschap.\n",
            "Gereedschap.\nDaarna koken wij: soep.\n",
            "Hoort deze regel bij de tekst van `materialen`? Zet daar `>-`",
        ),
        ("[ondernemerschap, werk]", "[qqq, werk]", "Kies uit: `ondernemerschap` of `werk`."),
        ("sector: welzijn", "sector: welszijn", "Bedoelt u `welzijn` (Welzijn)?"),
        ("gemeente: Deventer", "gemeente: Deventr", "Bedoelt u ‘Deventer’ (GM0150)?"),
        ("gemeente: Deventer", "gemeente: Q", "Gebruik de officiële naam"),
    ],
)
def test_a_suggestion_names_the_nearest_term(content: Path, old: str, new: str, advice: str) -> None:
    replace_once(content / "praktijken" / "de-tulp.yml", old, new)
    assert only(content).advies.startswith(advice)


def test_a_missing_key_is_the_name_of_the_file(content: Path) -> None:
    replace_once(content / "praktijken" / "de-tulp.yml", "id: de-tulp\n", "")
    finding = next(item for item in load(content).findings if item.code == "WW202")
    assert finding.advies.startswith("Zet erbij: `id: de-tulp`.")


def test_a_missing_key_follows_from_the_title_where_there_is_no_file() -> None:
    findings = examine(b"titel: Buurt & co 2.0\n", "praktijken").findings
    advice = next(item.advies for item in findings if item.pad == "id")
    assert advice.startswith("Zet erbij: `id: buurt-co-2-0`.")


def test_a_criterion_of_another_dimension_is_recognised(content: Path) -> None:
    replace_once(content / "praktijken" / "de-tulp.yml", "        nulmeting:", "        organisatievorm:")
    finding = only(content)
    assert finding.code == "WW302"
    assert "hoort bij `verduurzaming`" in finding.advies


def test_an_old_id_that_another_record_has(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    text = tulp.read_text(encoding="utf-8")
    tulp.with_name("de-roos.yml").write_text(text.replace("id: de-tulp", "id: de-roos"), encoding="utf-8")
    finding = only(content)
    assert (finding.code, finding.bestand) == ("WW406", "content/praktijken/de-tulp.yml")
    assert "`content/praktijken/de-roos.yml`" in finding.boodschap


def test_terms_do_not_go_in_circles(content: Path) -> None:
    replace_once(
        content / "begrippen" / "doelgroepen.yml",
        "  - id: iedereen\n    label: Iedereen\n",
        "  - id: iedereen\n    label: Iedereen\n    breder: jongeren\n",
    )
    findings = load(content).findings
    assert [(item.code, item.pad) for item in findings] == [
        ("WW407", "termen[0].breder"),
        ("WW407", "termen[1].breder"),
    ]


def test_shares_are_counted_per_period(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    replace_once(tulp, "aandeel: 60", "aandeel: 90\n      periode: 2009-2010")
    replace_once(tulp, "aandeel: 40", "aandeel: 90\n      periode: 2011-2012")
    assert load(content).findings == ()


def test_onbekend_in_a_scan_needs_no_reason(content: Path) -> None:
    replace_once(
        content / "praktijken" / "de-tulp.yml",
        "          niveau: onbekend\n",
        "          niveau: onbekend\n          onderbouwing: De bron zegt het niet.\n",
    )
    assert load(content).findings == ()


@pytest.mark.parametrize(
    ("first", "second", "is_before"),
    [
        ("2009", "2010", True),
        ("2009", "2009-03", False),
        ("2009-03", "2009", False),
        ("2009-12", "2010", True),
        ("2009-03-31", "2009-04", True),
        ("onbekend", "2010", False),
        ("2009", "onbekend", False),
        (None, "2010", False),
        ("2010", None, False),
    ],
)
def test_moments_compare_at_the_precision_they_share(first: str | None, second: str | None, is_before: bool) -> None:
    assert before(first, second) is is_before


def test_nearest_prefers_whole_words() -> None:
    assert nearest("meting", ["meten", "verduurzaming", "coalitie"]) == ["meten"]
    assert nearest("armoede", ["Armoede en schulden", "Arbeid"]) == ["Armoede en schulden"]
    assert nearest("", ["a"]) == []
    assert nearest("xyz", []) == []


def codes(content: Path) -> list[str]:
    try:
        return [item.code for item in load(content).findings]
    except KennisbankError as error:
        return [item.code for item in error.findings]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("themas: [ondernemerschap, werk]", "themas: ondernemen, werken", "WW207"),
        ("doelgroepen: [jongeren]", "doelgroepen:\n  – jongeren", "WW207"),
        ("doelgroepen: [jongeren]", "doelgroepen:\n  -jongeren", "WW207"),
        ("doelgroepen: [jongeren]", "doelgroepen: [jon geren]", "WW402"),
        ("id: de-tulp", "id: pak_Deventer", "WW215"),
    ],
)
def test_one_cause_gives_one_finding(content: Path, old: str, new: str, code: str) -> None:
    replace_once(content / "praktijken" / "de-tulp.yml", old, new)
    assert codes(content) == [code]


def test_what_is_not_said_is_told_beside_what_is_wrong(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    replace_once(tulp, "doel: Jongeren vinden werk", "duurt: Jongeren vinden werk")
    assert codes(content) == ["WW203"]  # which may be the field that lacks
    replace_once(tulp, "duurt: Jongeren vinden werk", "kern: [x]\nvoorheen: Jongeren vinden werk")
    replace_once(tulp, "kern: Begeleiding naar werk in een echt bedrijf in de wijk.\n", "")
    replace_once(tulp, "voorheen: [tulp-woensel]\n", "")
    found = {item.code: str(item.niveau) for item in load(content).findings}
    assert found == {"WW204": "fout", "WW207": "fout", "WW601": "waarschuwing"}


def test_a_name_may_have_another_apostrophe(content: Path) -> None:
    replace_once(content / "praktijken" / "de-tulp.yml", "gemeente: Deventer", 'gemeente: "\'s-Gravenhage"')
    assert codes(content) == []


def test_a_start_or_an_end_after_the_last_change(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    replace_once(tulp, "einde: 2012-01", "einde: 2027")
    assert [(item.code, item.pad) for item in load(content).findings] == [("WW411", "einde")]
    replace_once(tulp, "status: afgerond", "status: lopend")
    assert codes(content) == []
    replace_once(tulp, "start: 2009", "start: 2027-01")
    assert [(item.code, item.pad) for item in load(content).findings] == [("WW411", "start")]


def test_old_line_ends_give_one_finding(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    tulp.write_bytes(tulp.read_bytes().replace(b"\n", b"\r"))
    assert codes(content) == ["WW105"]


@pytest.mark.parametrize("name", ["praktijken/de-tulp.yml", "model/4plus1.yml", "begrippen/themas.yml"])
def test_a_source_in_a_broken_file_counts_as_used(content: Path, name: str) -> None:
    (content / "bronnen" / "los.yml").write_text(
        "id: los\ntype: report\ntitle: Los\nkort: Los\nissued: 2012\n", encoding="utf-8"
    )
    assert codes(content) == ["WW603"]
    with (content / name).open("a", encoding="utf-8") as stream:
        stream.write("bronnen2: [{bron: los}\n")
    assert "WW603" not in codes(content)


def test_without_a_vocabulary_or_rubric_no_source_is_called_unused(content: Path) -> None:
    (content / "model" / "4plus1.yml").unlink()
    (content / "praktijken" / "de-tulp.yml").unlink()
    (content / "interventietypen" / "leerwerkbedrijf.yml").unlink()
    assert codes(content) == ["WW421"]


@pytest.mark.parametrize(
    ("source", "folder", "words"),
    [
        ("praktijken/de-tulp.yml", "bronnen", "een praktijk"),
        ("praktijken/de-tulp.yml", "begrippen", "een praktijk"),
        ("bronnen/eindrapport-2012.yml", "praktijken", "een bron"),
        ("begrippen/themas.yml", "interventietypen", "een begrippenlijst"),
    ],
)
def test_a_record_in_another_folder_is_recognised(content: Path, source: str, folder: str, words: str) -> None:
    shutil.copy(content / source, content / folder / "nieuw.yml")
    finding = only(content)
    assert (finding.code, finding.regel) == ("WW156", 1)
    assert words in finding.boodschap
    assert source.split("/")[0] in finding.advies


def test_the_schema_in_the_first_line_decides_when_fields_are_alike(content: Path) -> None:
    text = (content / "interventietypen" / "leerwerkbedrijf.yml").read_text(encoding="utf-8")
    line = "# yaml-language-server: $schema=../../schemas/interventietype.schema.json\n"
    (content / "praktijken" / "nieuw.yml").write_text(line + text, encoding="utf-8")
    assert only(content).code == "WW156"


def test_a_wrong_schema_line_alone_is_no_reason(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    line = "# yaml-language-server: $schema=../../schemas/bron.schema.json\n"
    tulp.write_text(line + tulp.read_text(encoding="utf-8"), encoding="utf-8")
    assert codes(content) == []


def test_a_year_is_compared_with_the_other_practices(content: Path) -> None:
    tulp = content / "praktijken" / "de-tulp.yml"
    text = tulp.read_text(encoding="utf-8").replace("voorheen: [tulp-woensel]\n", "")
    for number in range(3):
        copy = text.replace("id: de-tulp", f"id: de-roos-{number}")
        tulp.with_name(f"de-roos-{number}.yml").write_text(copy, encoding="utf-8")
    late = text.replace("bijgewerkt: 2026", "bijgewerkt: 2036").replace("datum: 2026", "datum: 2036")
    tulp.write_text(late, encoding="utf-8")
    assert codes(content) == []
    tulp.with_name("de-iris.yml").write_text(text.replace("id: de-tulp", "id: de-iris"), encoding="utf-8")
    assert [(item.code, item.pad) for item in load(content).findings] == [
        ("WW417", "bijgewerkt"),
        ("WW417", "scans[0].datum"),
    ]
