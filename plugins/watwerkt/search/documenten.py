"""What is searched: per practice the words of each field, with related words in a field of their own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from watwerkt.search.pipeline import STOPWOORDEN, grondvorm, termen, woorden
from watwerkt.search.woorden import Samenstellingen, Verwanten
from watwerkt.views.tekst import woord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.records import Begrippenlijst, Praktijk, Term


@dataclass(frozen=True, slots=True)
class Veld:
    """A field of the index: its key, what visitors call it, and how heavily a word in it counts."""

    id: str
    label: str
    gewicht: float


VERWANT = "verwant"

BESCHRIJVING_MAXIMUM = 1000
"""With more practices the description is left out of the index: it takes most of its memory and download."""

VELDEN = (
    Veld("titel", "titel", 10),
    Veld("kern", "in één zin", 5),
    Veld("samenvatting", "samenvatting", 3),
    Veld("thema", "thema", 5),
    Veld("doelgroep", "doelgroep", 5),
    Veld("leefgebied", "leefgebied", 2),
    Veld("plaats", "plaats", 8),
    Veld("partner", "partner", 2),
    Veld("type", "soort aanpak", 4),
    Veld("tekst", "beschrijving", 1),
    Veld(VERWANT, "verwant woord", 1),
)

_Key = tuple[str, str]
_Synonym = tuple[set[_Key], list[tuple[set[_Key], list[str]]]]

LIJSTEN = (("thema", "themas"), ("doelgroep", "doelgroepen"), ("leefgebied", "leefgebieden"))
"""Fields that hold the labels of terms, with the name of the vocabulary and of the record's field."""


@dataclass(frozen=True, slots=True)
class Document:
    """A practice as it is searched: texts and words of its fields, and words of the synonyms of its terms."""

    id: str
    teksten: Mapping[str, str]
    woorden: Mapping[str, list[str]]
    synoniemen: tuple[str, ...]


class Documenten:
    """All practices as documents, in the order of their ids."""

    def __init__(self, kennisbank: Kennisbank) -> None:
        """Read the words of all practices."""
        self._kennisbank = kennisbank
        self._with_description = len(kennisbank.praktijken) <= BESCHRIJVING_MAXIMUM
        self._documents = [self._document(praktijk) for praktijk in kennisbank.praktijken.values()]

    def __iter__(self) -> Iterator[Document]:
        return iter(self._documents)

    def verwant(self, document: Document) -> list[str]:
        """Compound parts, equal words and synonyms that belong to a document, each once."""
        own = list(chain.from_iterable(document.woorden.values()))
        return list(dict.fromkeys(chain(self._verwanten.bij(own), document.synoniemen)))

    def velden(self, document: Document, verwant: Iterable[str]) -> dict[str, list[str]]:
        """Words per field of `VELDEN`; related words only as far as the other fields do not hold them."""
        seen = set(chain.from_iterable(map(termen, document.woorden.values())))
        related: dict[str, str] = {}
        for word in verwant:
            term = grondvorm(word)
            if term not in seen and word not in STOPWOORDEN:
                related.setdefault(term, word)
        fields = {**document.woorden, VERWANT: list(related.values())}
        return {veld.id: fields[veld.id] for veld in VELDEN}

    def _document(self, praktijk: Praktijk) -> Document:
        texts = dict(self._texts(praktijk))
        words = {name: woorden(text) for name, text in texts.items()}
        return Document(praktijk.id, texts, words, tuple(self._synonyms(praktijk)))

    def _texts(self, praktijk: Praktijk) -> Iterator[tuple[str, str]]:
        yield "titel", praktijk.titel
        yield "kern", praktijk.kern
        yield "samenvatting", praktijk.samenvatting
        for field, lijst in LIJSTEN:
            yield field, ". ".join(term.label for term in self._terms(praktijk, lijst))
        yield "plaats", ". ".join(self._places(praktijk))
        yield "partner", ". ".join(partner.organisatie for partner in praktijk.partners)
        soort = self._kennisbank.interventietypen.get(praktijk.interventietype or "")
        yield "type", f"{soort.titel if soort else ''}. {woord(praktijk.soort)}"
        description = _description(praktijk) if self._with_description else ()
        yield "tekst", "\n".join(part for part in description if part)

    def _terms(self, praktijk: Praktijk, lijst: str) -> Iterator[Term]:
        for term_id in getattr(praktijk, lijst):
            if term := self._kennisbank.term(lijst, term_id):
                yield term

    def _municipalities(self, praktijk: Praktijk) -> Iterator[Term]:
        for locatie in praktijk.locaties:
            if gemeente := self._kennisbank.gemeente(locatie.gemeente):
                yield gemeente
                provincie = self._kennisbank.term("provincies", gemeente.breder or "")
                if provincie:
                    yield provincie

    def _places(self, praktijk: Praktijk) -> Iterable[str]:
        names = [term.label for term in self._municipalities(praktijk)]
        names += [locatie.wijk for locatie in praktijk.locaties if locatie.wijk]
        return dict.fromkeys(names)

    def _synonyms(self, praktijk: Praktijk) -> Iterator[str]:
        """Synonyms of the record's terms, without the words that name a term which the record does not have.

        *Huiselijk geweld* is a synonym of the leefgebied *Huiselijke relaties* and the name of a theme; *oudere* in
        *oudere werklozen* names a doelgroep. A record without those does not answer such a question.
        """
        terms = [(lijst, term.id) for _, lijst in LIJSTEN for term in self._terms(praktijk, lijst)]
        own = set(terms)
        for named, words in chain.from_iterable(map(self._synonyms_of.__getitem__, terms)):
            if not named or not own.isdisjoint(named):
                yield from chain.from_iterable(w for also, w in words if not also or not own.isdisjoint(also))
        for term in self._municipalities(praktijk):
            yield from chain.from_iterable(map(woorden, term.synoniemen))

    @cached_property
    def _synonyms_of(self) -> dict[_Key, list[_Synonym]]:
        """Per term its synonyms: the terms that have such a label, and its words with the terms that they name."""
        none: set[_Key] = set()

        def parts(text: str) -> list[tuple[set[_Key], list[str]]]:
            return [(self._names.get(word.casefold(), none), woorden(word)) for word in text.split()]

        return {
            (lijst.id, term.id): [(self._labels.get(t.casefold(), none), parts(t)) for t in term.synoniemen]
            for lijst in self._lists
            for term in lijst.termen
        }

    @cached_property
    def _labels(self) -> dict[str, set[_Key]]:
        """Terms by their label."""
        return self._by_name(lambda term: (term.label,))

    @cached_property
    def _names(self) -> dict[str, set[_Key]]:
        """Terms by their label and synonyms."""
        return self._by_name(lambda term: (term.label, *term.synoniemen))

    def _by_name(self, names: Callable[[Term], Iterable[str]]) -> dict[str, set[_Key]]:
        found: dict[str, set[_Key]] = {}
        for lijst in self._lists:
            for term in lijst.termen:
                for name in names(term):
                    found.setdefault(name.casefold(), set()).add((lijst.id, term.id))
        return found

    @property
    def _lists(self) -> list[Begrippenlijst]:
        return [self._kennisbank.begrippen[name] for _, name in LIJSTEN if name in self._kennisbank.begrippen]

    @cached_property
    def _verwanten(self) -> Verwanten:
        return Verwanten(self._lists, Samenstellingen(self._vocabulary))

    @cached_property
    def _vocabulary(self) -> Counter[str]:
        """Every word of the records and of the vocabularies, places aside, and how often it occurs."""
        words: Counter[str] = Counter()
        for document in self:
            words.update(chain.from_iterable(found for name, found in document.woorden.items() if name != "plaats"))
        for lijst in self._kennisbank.begrippen.values():
            if lijst.id not in ("gemeenten", "provincies"):
                for term in lijst.termen:
                    words.update(woorden(" ".join((term.label, term.definitie, *term.synoniemen))))
        return words


def _description(praktijk: Praktijk) -> Iterator[str | None]:
    yield from (praktijk.probleem, praktijk.doelgroep, praktijk.doel, *praktijk.subdoelen)
    yield from (praktijk.aanpak, praktijk.betrokkenheid_bewoners)
    yield from (bestanddeel.naam for bestanddeel in praktijk.werkzame_bestanddelen)
