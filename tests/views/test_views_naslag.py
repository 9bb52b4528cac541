"""Reference pages: the fields of every model, the bibliography, the rubric and the vocabularies."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, get_args

import pytest
from views_samples import BRONNEN, bron, kennisbank, lijst, praktijk, rendered, rubriek, scan, words

from watwerkt.knowledge.collections import COLLECTIONS
from watwerkt.records import Model
from watwerkt.views.index import build_index
from watwerkt.views.naslag import (
    VELDGIDSEN,
    Bronpagina,
    Veld,
    begrippenpagina,
    bronpaginas,
    modelpagina,
    veldgroepen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDES = [pytest.param(model, titel, id=naam) for naam, titel, model in VELDGIDSEN]


def parts_of(annotation: Any) -> Iterator[Any]:
    """Yield every class and literal that an annotation is made of."""
    arguments = get_args(annotation)
    if not arguments:
        yield annotation
    for argument in arguments:
        yield from parts_of(argument)


def all_models(model: type[Model]) -> set[type[Model]]:
    """Return a model with all the models that it is made of."""
    found: set[type[Model]] = set()
    waiting = [model]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(
                part
                for field in one.model_fields.values()
                for part in parts_of(field.annotation)
                if isinstance(part, type) and issubclass(part, Model)
            )
    return found


def field_of(model: type[Model], titel: str, pad: str) -> Veld:
    return next(v for groep in veldgroepen(model, titel) for v in groep.velden if v.pad == pad)


def test_every_collection_has_a_guide() -> None:
    assert {model for _, _, model in VELDGIDSEN} == {c.model for c in COLLECTIONS.values()}


@pytest.mark.parametrize(("model", "titel"), GUIDES)
def test_every_field_of_every_part_is_explained_once(model: type[Model], titel: str) -> None:
    groepen = veldgroepen(model, titel)
    expected = sorted((part.__name__.lower(), name) for part in all_models(model) for name in part.model_fields)
    assert sorted((groep.id, veld.naam) for groep in groepen for veld in groep.velden) == expected
    for veld in (v for groep in groepen for v in groep.velden):
        assert veld.titel, veld.pad
        assert veld.uitleg.endswith((".", "?", "…")), veld.pad
        assert veld.graad, veld.pad
        assert veld.vorm, veld.pad
        assert "{" not in veld.voorbeeld, veld.pad


@pytest.mark.parametrize(("model", "titel"), GUIDES)
def test_every_choice_of_a_field_is_named(model: type[Model], titel: str) -> None:
    for groep in veldgroepen(model, titel):
        part = next(m for m in all_models(model) if m.__name__.lower() == groep.id)
        for veld in groep.velden:
            for choice in parts_of(part.model_fields[veld.naam].annotation):
                values = list(choice) if isinstance(choice, type) and issubclass(choice, Enum) else [choice]
                missing = [v for v in values if isinstance(v, str) and v not in veld.vorm]
                assert not missing, veld.pad


@pytest.mark.parametrize(
    ("pad", "vorm"),
    [
        ("titel", "tekst, hooguit 300 tekens"),
        ("probleem", "tekst, hooguit 6.000 tekens"),
        ("einde", "jaar, maand of dag, of onbekend"),
        ("bijgewerkt", "datum (jaar-maand-dag)"),
        ("erkenning.link", "webadres"),
        ("themas", "lijst"),
        ("kosten", "lijst van onderdelen"),
        ("lessen", "onderdeel"),
        ("scans.oordelen", "lijst van onderdelen"),
        ("scans.oordelen.niveau", "geheel getal vanaf 0 tot en met 4 of onbekend"),
        ("scans.getoetst", "ja of nee (true/false)"),
        ("kosten.bedrag", "geheel getal, 0 of meer"),
        ("verduurzaming.financiering.aandeel", "getal vanaf 0 tot en met 100"),
        ("indicatoren.nulmeting.waarde", "getal"),
        ("indicatoren.richting", "kies uit: hoger, lager"),
        ("status", "kies uit: lopend, structureel, afgerond, gestopt, onbekend"),
    ],
)
def test_what_may_be_filled_in_is_said_in_words(pad: str, vorm: str) -> None:
    assert field_of(COLLECTIONS["praktijken"].model, "Praktijk", pad).vorm == vorm


def test_a_weight_is_more_than_zero() -> None:
    veld = field_of(COLLECTIONS["model"].model, "Rubriek", "dimensies.criteria.gewicht")
    assert veld.vorm == "getal boven 0 tot en met 10"


def test_examples_are_written_as_in_a_record() -> None:
    model = COLLECTIONS["praktijken"].model
    assert field_of(model, "Praktijk", "locaties").voorbeeld == "gemeente: Deventer"
    assert field_of(model, "Praktijk", "verduurzaming").voorbeeld == "route: opgenomen"
    assert field_of(model, "Praktijk", "themas").voorbeeld == "werk-en-participatie"


# Bibliography


def entry(**velden: Any) -> Bronpagina:
    bank = kennisbank(bronnen=[bron("boek", **velden)])
    return next(b for b in bronpaginas(build_index(bank)) if b.id == "boek")


@pytest.mark.parametrize(("titel", "slot"), [("Werkt dit?", ""), ("Dit werkt", ".")])
def test_a_title_ends_once(titel: str, slot: str) -> None:
    bank = kennisbank(bronnen=[bron("boek", title=titel, author=["A. Auteur"], publisher="Uitgeverij")])
    assert f"{titel}</cite></a>{slot} Uitgeverij. <" in rendered(bank, "bronnen/")


def test_a_bare_source_says_what_is_unknown() -> None:
    pagina = entry()
    assert (pagina.jaar, pagina.auteurs, pagina.herkomst, pagina.gezien) == ("jaar onbekend", "", "", "")
    text = words(rendered(kennisbank(bronnen=[bron("boek")]), "bronnen/boek/"))
    assert "Auteurs Onbekend" in text
    assert "Verschenen jaar onbekend" in text
    assert "Herkomst Onbekend" in text


def test_a_full_source_is_written_out_in_order() -> None:
    pagina = entry(
        title="De rem",
        author=["A. Schrijver", "B. Schrijver", "Instituut"],
        issued="2012-03",
        publisher="Uitgever",
        container_title="Reeks",
        number="nr. 11",
        isbn="978-90-77389-00-0",
        doi="10.1000/xyz123",
        url="https://www.voorbeeld.nl/rapport",
        url_archief="https://www.voorbeeld.nl/archief",
        accessed="2026-11-21",
        note="Let op.",
    )
    assert pagina.auteurs == "A. Schrijver, B. Schrijver en Instituut"
    assert pagina.jaar == "maart 2012"
    assert pagina.herkomst == "Reeks, nr. 11, Uitgever, ISBN 978-90-77389-00-0, doi:10.1000/xyz123"
    assert (pagina.gezien, pagina.toelichting, pagina.zonder_titel) == ("21 november 2026", "Let op.", False)


def test_a_title_given_by_the_editors_is_not_shown_as_a_title() -> None:
    bank = kennisbank(bronnen=[bron("los", title="[Een brief]"), bron("boek", title="Een boek", author=["Wie"])])
    html = rendered(bank, "bronnen/")
    assert entry(title="[Een brief]").zonder_titel
    assert "<cite>Een boek</cite>" in html
    assert "<cite>[Een brief]</cite>" not in html


def test_the_bibliography_is_in_order_of_author_else_title_without_signs() -> None:
    bronnen = [
        bron("dd", title="Zonder schrijver"),
        bron("cc", title="[Onderzoek]"),
        bron("bb", title="A", author=["émile"]),
        bron("aa", title="B", author=["Zwart"]),
    ]
    index = build_index(kennisbank(bronnen=bronnen))
    assert [b.id for b in bronpaginas(index)] == ["bb", "cc", "rapport", "dd", "aa"]


def test_a_source_names_the_records_that_cite_it() -> None:
    bank = kennisbank(praktijk("a", bronnen=BRONNEN), praktijk("b", scans=[scan((1, 1))]), praktijk("c"))
    pagina = next(b for b in bronpaginas(build_index(bank)) if b.id == "rapport")
    assert [link.doel for link in pagina.gebruikt_door][:2] == ["praktijken/a/", "praktijken/b/"]
    assert "praktijken/c/" not in {link.doel for link in pagina.gebruikt_door}


# Rubric and vocabularies


def test_the_model_page_writes_thresholds_in_dutch() -> None:
    pagina = modelpagina(build_index(kennisbank(model=rubriek(drempel=62.5, minimale_dekking=0.125))))
    assert (pagina.drempel, pagina.minimale_dekking) == ("62,5", "12,5%")
    assert [(n, label) for n, label, _ in pagina.schaal][::4] == [(0, "Afwezig"), (4, "Volledig")]
    assert [d.plus for d in pagina.dimensies] == [False] * 4 + [True]
    criterium = pagina.dimensies[1].criteria[0]
    assert criterium.ankers == ((0, "Afwezig", "Niets."), (2, "Gedeeltelijk", "Een deel."), (4, "Volledig", "Alles."))
    assert (criterium.gewicht, criterium.advies) == ("1", "Werk aan eerste van meten.")


def test_terms_stand_in_their_group_in_the_order_of_the_list() -> None:
    doelgroepen = lijst(
        "doelgroepen",
        {"a": "Alfa", "b": "Beta", "c": "Gamma", "d": "Delta"},
        a={"groep": "rol"},
        b={"groep": "situatie"},
        c={"groep": "rol"},
    )
    bank = kennisbank(lijsten=[doelgroepen])
    pagina = begrippenpagina(build_index(bank), doelgroepen)
    assert [(naam, [t.id for t in termen]) for naam, termen in pagina.groepen] == [
        ("rol", ["a", "c"]),
        ("situatie", ["b"]),
        ("", ["d"]),
    ]
    assert 'id="a"' in rendered(bank, "begrippen/doelgroepen/")
