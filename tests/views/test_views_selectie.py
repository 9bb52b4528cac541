"""Choosing practices: the filter speaks the language of the catalogue, mistakes are all named at once."""

from __future__ import annotations

from datetime import date

import pytest
from views_samples import interventietype, kennisbank, praktijk, scan

from watwerkt.views.index import Index, build_index
from watwerkt.views.selectie import SelectieError, op_filter, op_naam, op_term

DAG = date(2026, 11, 26)


@pytest.fixture
def index() -> Index:
    return build_index(
        kennisbank(
            praktijk("een", status="lopend", themas=["geld"], scans=[scan((4, 4), (2, 2))], voorheen=["oud"]),
            praktijk("twee", status="gestopt", themas=["wonen", "geld"], interventietype="hulp"),
            praktijk("drie", status="onbekend", themas=["wonen"], scans=[scan((1, None))]),
            interventietypen=[interventietype("hulp", "Hulp")],
        )
    )


@pytest.mark.parametrize(
    ("filter_", "gevonden"),
    [
        ("status=lopend", {"een"}),
        ("status=lopend,gestopt", {"een", "twee"}),
        ("status=lopend status=gestopt", {"een", "twee"}),
        ("status=onbekend", {"drie"}),
        ("thema=wonen", {"twee", "drie"}),
        ("thema=geld thema=wonen status=gestopt", {"twee"}),
        ("?thema=geld&status=lopend", {"een"}),
        ("thema=geld;status=lopend", {"een"}),
        ("min-aanpak=100", {"een"}),
        ("min-meten=51 min-meten=50", {"een"}),
        ("min-aanpak=voorlopig", {"drie"}),
        ("min-aanpak=onbekend", {"twee"}),
        ("min-aanpak=0,onbekend", {"een", "twee"}),
    ],
)
def test_a_filter_is_and_between_facets_and_or_within(index: Index, filter_: str, gevonden: set[str]) -> None:
    assert set(op_filter(index, filter_, DAG)) == gevonden


@pytest.mark.parametrize(
    ("filter_", "stukken"),
    [
        ("", ["leeg", "status"]),
        ("status", ["‘status’ is geen voorwaarde"]),
        ("status=", ["‘status=’ is geen voorwaarde"]),
        ("statu=lopend", ["‘statu’ bestaat niet", "Bedoelde u ‘status’?", "Kies uit: thema"]),
        ("status=lopende", ["‘lopende’ niet voor", "Bedoelde u ‘lopend’?", "gestopt"]),
        ("min-meten=101", ["getal van 0 tot en met 100"]),
        ("min-meten=" + "9" * 5000, ["getal van 0 tot en met 100"]),
        ("min-meten=veel", ["voorlopig of onbekend"]),
        ("q=huis sort=naam", ["‘q’ hoort bij het zoeken", "‘sort’ hoort bij het zoeken"]),
        ("status=x thema=y", ["‘x’", "‘y’"]),
        ("status=lopend thema=wonen", ["Geen enkele praktijk", "Laat een voorwaarde weg"]),
        ("status=__proto__", ["‘__proto__’"]),
    ],
)
def test_a_wrong_filter_says_everything_that_is_wrong(index: Index, filter_: str, stukken: list[str]) -> None:
    with pytest.raises(SelectieError) as fout:
        op_filter(index, filter_, DAG)
    assert [stuk for stuk in stukken if stuk not in str(fout.value)] == []


def test_names_keep_their_order_and_old_names_work(index: Index) -> None:
    assert op_naam(index, ["drie", " oud ", "een", "drie"]) == ("drie", "een")


def test_every_wrong_name_is_named(index: Index) -> None:
    with pytest.raises(SelectieError, match="‘vier’ bestaat niet") as fout:
        op_naam(index, ["een", "vier", "twe"])
    assert "Bedoelde u ‘twee’?" in str(fout.value)
    with pytest.raises(SelectieError, match="ten minste één"):
        op_naam(index, ["", " "])


def test_a_term_must_exist_and_have_practices(index: Index) -> None:
    assert op_term(index, "thema", "geld") == ("een", "twee")
    assert op_term(index, "interventietype", "hulp") == ("twee",)
    with pytest.raises(SelectieError, match=r"‘gelt’ bestaat niet\. Bedoelde u ‘geld’"):
        op_term(index, "thema", "gelt")
    with pytest.raises(SelectieError, match=r"staat nog geen praktijk\. Wel bij: geld en wonen"):
        op_term(index, "thema", "armoede")
