"""Dutch words: tokens, one form for changing letters, compounds, abbreviations and equal words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from watwerkt.search.documenten import VERWANT, Documenten
from watwerkt.search.gelijke_woorden import GELIJKE_WOORDEN
from watwerkt.search.pipeline import grondvorm, termen, woorden
from watwerkt.search.woorden import Samenstellingen, Verwanten

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wijken, buurten!", ["wijken", "buurten"]),
        ("re-integratie", ["reintegratie", "re", "integratie"]),
        ("zzp’ers en regio's", ["zzp", "en", "regio"]),
        ("'s-Gravenhage", ["sgravenhage", "gravenhage"]),
        ("Covid-19 in 2024.", ["covid19", "covid", "19", "in", "2024"]),
        ("café Één quiz", ["café", "één", "quiz"]),
        ("coﬀeeshop", ["coffeeshop"]),
        ("cafe\N{COMBINING ACUTE ACCENT}", ["café"]),
        ("[De **Tulp**](https://example.org/pad)", ["de", "tulp"]),
        ("Women@Work_x", ["women", "work"]),
        ("  \n ", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert list(woorden(text)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("huis", "huizen"),
        ("bedrijf", "bedrijven"),
        ("kind", "kinderen"),
        ("stad", "steden"),
        ("lening", "leningen"),
        ("subsidie", "subsidies"),
        ("gemeente", "gemeentes"),
        ("gezin", "gezinnen"),
        ("plan", "plannen"),
        ("adres", "adressen"),
        ("advies", "adviezen"),
        ("les", "lessen"),
        ("cliënt", "clienten"),
        ("crème", "creme"),
        ("mogelijkheid", "mogelijkheden"),
        ("oudere", "ouderen"),
        ("ouder", "ouders"),
    ],
)
def test_one_term_for_both_forms(one: str, other: str) -> None:
    assert grondvorm(one) == grondvorm(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("wijk", "werk"), ("dag", "dak"), ("huis", "huid"), ("ouders", "ouderen"), ("ouder", "oudere")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert grondvorm(one) != grondvorm(other)


def test_stop_words_are_no_terms() -> None:
    assert termen(["de", "", "wijk", "in"]) == ["wijk"]


@pytest.fixture(scope="module")
def splitter() -> Samenstellingen:
    counts = {"inbraak": 3, "preventie": 4, "buurt": 9, "bemiddeling": 2, "huis": 8, "thuis": 1, "buren": 4, "last": 5}
    return Samenstellingen(
        counts | {"over": 9, "arbeid": 2, "pool": 1, "dagen": 1, "week": 1, "ondernemer": 2, "plan": 2}
    )


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("inbraakpreventie", ("inbraak", "preventie")),
        ("buurtbemiddeling", ("buurt", "bemiddeling")),
        ("buurthuis", ("buurt", "huis")),
        ("arbeidspool", ("arbeid", "pool")),
        ("ondernemersplan", ("ondernemers", "plan")),
        ("buurthuisplannen", ("buurt", "huis", "plannen")),
        ("overlast", ()),
        ("preventie", ()),
        ("huisdier", ()),
        ("constructor", ()),
        ("a" * 500, ()),
    ],
)
def test_compounds(splitter: Samenstellingen, word: str, parts: tuple[str, ...]) -> None:
    assert tuple(map(grondvorm, splitter.delen(word))) == tuple(map(grondvorm, parts))


def test_abbreviations_work_both_ways(kennisbank: Kennisbank) -> None:
    related = Verwanten([kennisbank.begrippen["themas"]], Samenstellingen({"gezondheid": 1, "zorg": 1}))
    assert {"geestelijke", "gezondheidszorg"} <= set(related.bij(["de", "ggz"]))
    assert "ggz" in related.bij(["geestelijke", "gezondheidszorg"])
    assert "ggz" not in related.bij(["geestelijke", "zaken"])


def test_equal_words_work_both_ways(kennisbank: Kennisbank) -> None:
    related = Verwanten([], Samenstellingen({}))
    assert "restaurant" in related.bij(["lunchroom"])
    assert "lunchroom" in related.bij(["restaurants"])
    assert "schuldhulpverlening" in related.bij(["schuldhulp"])
    assert "statushouder" in related.bij(["nieuwkomers"])
    assert related.bij(["wandelen"]) == []


def test_a_group_holds_different_words() -> None:
    for group in GELIJKE_WOORDEN:
        assert len({tuple(termen(woorden(name))) for name in group}) > 1, group
        assert all(termen(woorden(name)) for name in group), group


def test_synonyms_that_name_a_missing_term_are_left_out(beoordeeld: Kennisbank) -> None:
    found = Documenten(beoordeeld)
    related = {document.id: found.velden(document, found.verwant(document))[VERWANT] for document in found}
    assert "geweld" not in related["women-at-work-amsterdam"], "leefgebied Huiselijke relaties, not the theme"
    assert "gedetineerden" not in related["samissie-breda"], "nazorg ex-gedetineerden is about another doelgroep"
    assert grondvorm("werkzoekenden") in termen(related["samissie-breda"])


def test_related_words_repeat_nothing(kennisbank: Kennisbank) -> None:
    found = Documenten(kennisbank)
    for document in found:
        fields = found.velden(document, found.verwant(document))
        own = {term for name, words in fields.items() if name != VERWANT for term in termen(words)}
        assert own.isdisjoint(termen(fields[VERWANT]))
