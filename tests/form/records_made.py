"""Hypothesis makes valid practices from the models: every field, every kind of text that a record may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from watwerkt.knowledge.references import BRON, FIELDS, GEMEENTE, TYPE
from watwerkt.reading.gate import SUSPECT
from watwerkt.reading.shapes import Kind, Shape, fields_of, pattern_of
from watwerkt.records import Graad, Oordeel, Praktijk, Scan
from watwerkt.records.base import Datum, Id, Moment, Sleutel, Tekst, Url

if TYPE_CHECKING:
    from pydantic import BaseModel

    from watwerkt.knowledge.kennisbank import Kennisbank

NASTY = (
    "12:30", "0014", "1e3", "yes", "~", "null", "- a", "a: b", "a #b", "#b", "'", '"', "\\", "{a}", "[a]", "*a", "&a",
    "!a", "%a", "@a", "`a`", "? a", ": a", "a:", "...", "---", "--- a", "=", "<<", ".5", "+1", "-1", "2012",
    "2012-01-01", "\U0001f600 ❤️", "‘zo’n’", "a  b", "é", "a\tb", "<b>", "|-", ">-", "true", "Null", "0x1F", ".inf",
    "1_000",
)  # fmt: skip
"""Words with a meaning in YAML or in HTML."""

_SIGNS = st.characters(exclude_categories=["Cs"]).filter(lambda sign: not SUSPECT.match(sign) and sign not in "\r\n")
_WORD = st.one_of(st.sampled_from(NASTY), st.text(_SIGNS, min_size=1, max_size=12), st.sampled_from(["buurt", "samen"]))
LINE = st.lists(_WORD, min_size=1, max_size=30).map(" ".join)
"""One line of words, that may begin or end with a space."""

TEXT = st.lists(st.one_of(LINE, st.just(""), st.just("  "), LINE.map(lambda x: "  " + x)), min_size=1, max_size=5).map(
    "\n".join
)
"""Some lines, empty and indented ones too."""


def _in_form(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.pattern == pattern_of(Moment):
        moments = ["2009", "2009-03", "2009-03-15", "onbekend", "0999", "2012-02-29"]
        return st.one_of(st.sampled_from(moments), st.integers(1000, 9999))
    if shape.pattern == pattern_of(Datum):
        return st.dates().map(str)
    if shape.pattern == pattern_of(Url):
        return st.sampled_from(["https://www.voorbeeld.nl/a?b=c&d=%20#e", "http://a.nl"])
    if shape.pattern in {pattern_of(Id), pattern_of(Sleutel)}:
        return st.sampled_from(["buurt-1", "a", "x1-y2", "2012", "true", "no", "1e3"])
    if shape.pattern == pattern_of(Tekst):
        return LINE.map(str.strip).filter(lambda text: text and len(text) <= 300)
    least, most = shape.length
    return TEXT.map(lambda text: (text + "x" * (least or 1))[: most or 6000]).filter(bool)


def _value(shape: Shape, terms: tuple[str, ...]) -> st.SearchStrategy[Any]:
    if terms and shape.kind is Kind.TEXT:
        return st.sampled_from(terms)
    if shape.union:
        return st.one_of(st.integers(0, 4), st.just("onbekend"))
    if shape.kind is Kind.CHOICE:
        return st.sampled_from(shape.choices)
    if shape.kind is Kind.BOOLEAN:
        return st.booleans()
    if shape.kind is Kind.INTEGER:
        return st.integers(0, int(min(dict(shape.bounds).get("le", 10**9), 10**9)))
    if shape.kind is Kind.NUMBER:
        most = int(min(dict(shape.bounds).get("le", 10**6), 10**6))
        tiny = st.sampled_from([0.0001, 0.5, 34.5, 1.25])
        return st.one_of(tiny, st.integers(0, most), st.decimals(0, most, places=2).map(float))
    return _in_form(shape)


class Maker:
    """Makes strategies for the models, with the terms of a knowledge base."""

    def __init__(self, kennisbank: Kennisbank) -> None:
        self.terms = {name: tuple(term.id for term in lijst.termen) for name, lijst in kennisbank.begrippen.items()}
        gemeenten = kennisbank.begrippen[GEMEENTE].termen
        self.terms[GEMEENTE] = tuple(name for term in gemeenten for name in (term.label, term.id))
        self.terms[BRON] = tuple(kennisbank.bronnen)
        self.terms[TYPE] = tuple(kennisbank.interventietypen)
        self.criteria = [(d.id, c.id) for d in kennisbank.rubriek.dimensies for c in d.criteria]

    def model(self, model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
        fields = fields_of(model)
        needed = {name for name, shape in fields.items() if shape.grade is Graad.VERPLICHT}
        if model is Oordeel:
            needed |= {"onderbouwing", "bronnen"}
        values = {name: self.field(shape, model) for name, shape in fields.items()}
        return st.fixed_dictionaries(
            {name: value for name, value in values.items() if name in needed},
            optional={name: value for name, value in values.items() if name not in needed},
        )

    def field(self, shape: Shape, model: type[BaseModel]) -> st.SearchStrategy[Any]:
        terms = self.terms.get(FIELDS.get(model, {}).get(shape.name, ""), ())
        if model is Scan and shape.kind is Kind.MAP:
            return self.judgements()
        if shape.kind is Kind.LIST and shape.item:
            inner = self.model(shape.item.model) if shape.item.model else _value(shape.item, terms)
            least = max(shape.length[0] or 0, int(model is Oordeel))
            return st.lists(inner, min_size=least, max_size=3)
        return self.model(shape.model) if shape.model else _value(shape, terms)

    def judgements(self) -> st.SearchStrategy[Any]:
        def nested(flat: dict[tuple[str, str], Any]) -> dict[str, dict[str, Any]]:
            found: dict[str, dict[str, Any]] = {}
            for (dimensie, criterium), oordeel in flat.items():
                found.setdefault(dimensie, {})[criterium] = oordeel
            return found

        return st.dictionaries(st.sampled_from(self.criteria), self.model(Oordeel), max_size=4).map(nested)


def practices(kennisbank: Kennisbank) -> st.SearchStrategy[dict[str, Any]]:
    """Data of valid practices."""
    return Maker(kennisbank).model(Praktijk)


def normal(data: Any) -> Any:
    """Years as text and without what says nothing, which is the same record."""
    if isinstance(data, dict):
        found = {key: normal(value) for key, value in data.items()}
        return {key: value for key, value in found.items() if value not in ({}, [])}
    if isinstance(data, list):
        return [normal(value) for value in data]
    return data
