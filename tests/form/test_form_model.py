"""Every field of a practice is asked, once, where its model says; nothing is asked that no model knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.reading.shapes import Kind, Shape, fields_of
from watwerkt.records import Bron, Oordeel, Praktijk
from watwerkt.views.formulier import formulierpagina
from watwerkt.views.formulierteksten import AFDELINGEN, BRONSOORTEN, ENKEL
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from pydantic import BaseModel

    from watwerkt.knowledge.kennisbank import Kennisbank

PAGE = "meedoen/formulier/index.html"


def paths(model: type[BaseModel], before: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Shape]]:
    for name, shape in fields_of(model).items():
        path = (*before, name)
        yield path, shape
        inner = shape.model or (shape.item.model if shape.item and shape.kind is Kind.LIST else None)
        if inner:
            yield from paths(inner, path)


def test_the_sections_hold_every_field_once() -> None:
    named = [name for *_, names in AFDELINGEN for name in names]
    assert sorted(named) == sorted(Praktijk.model_fields)


def test_every_list_has_a_word_for_its_items() -> None:
    found = {path[-1] for model in (Praktijk, Bron) for path, shape in paths(model, ()) if shape.kind is Kind.LIST}
    assert found == set(ENKEL)


def test_every_kind_of_source_has_a_dutch_name() -> None:
    assert set(fields_of(Bron)["type"].choices) == set(BRONSOORTEN)


def test_every_field_has_its_question_on_the_page_with_help(site: Site, kennisbank: Kennisbank) -> None:
    ids = {element.get("id") for element in site.pages[PAGE].elements} - {None}
    wanted = {"-".join(("f", *path)) for path, _ in paths(Praktijk, ())} | {
        "-".join(("b", *path)) for path, _ in paths(Bron, ())
    }
    for dimensie in kennisbank.rubriek.dimensies:
        for criterium in dimensie.criteria:
            start = ("f", "scans", "oordelen", dimensie.id, criterium.id)
            wanted |= {"-".join((*start, *path)) for path, _ in paths(Oordeel, ())}
    assert wanted <= ids
    asked = {i for i in ids if i and i.startswith(("f-", "b-")) and not i.endswith(("-hint", "-een"))}
    dimensies = {f"f-scans-oordelen-{d.id}" for d in kennisbank.rubriek.dimensies}
    criteria = {f"f-scans-oordelen-{d.id}-{c.id}" for d in kennisbank.rubriek.dimensies for c in d.criteria}
    assert asked == wanted | dimensies | criteria


def test_required_questions_are_counted(kennisbank: Kennisbank) -> None:
    pagina = formulierpagina(build_index(kennisbank))
    required = [name for name, info in Praktijk.model_fields.items() if info.is_required()]
    assert pagina.verplicht == len(required)
