"""Related words: parts of Dutch compounds, abbreviations written out, and words that mean the same.

The splitter knows only words that occur in the knowledge base itself. The Python packages for Dutch compounds are
letter-statistics models or wrappers around a spelling dictionary, not kept up; a split into words that we have is also
the only one that helps here, for a part nobody wrote cannot be found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from watwerkt.search.gelijke_woorden import GELIJKE_WOORDEN
from watwerkt.search.pipeline import STOPWOORDEN, grondvorm, woorden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from watwerkt.records import Begrippenlijst, Term

MIN_DEEL = 4
"""Letters that a part of a compound has at least."""

TUSSENLETTERS = ("", "s", "en", "e")

_GEEN_DEEL = """
achter baar binnen boven buiten daagse deel drempelig eigen gaan houden langs lijk loos loze lozen maak maken
mede mensen onder over rijke rond samen stuk tegen terug tien tussen vijf voor voort waar weer zaam zelf
"""

GEEN_DEEL = STOPWOORDEN | frozenset(_GEEN_DEEL.split())
"""Words that begin or end too many other words (*onderwijs*, *schoonmaken*) to be a part."""

MAX_WOORD = 40
"""Longer words are not split; real Dutch compounds stay below it."""


class Samenstellingen:
    """Splits compounds into words that are known by themselves."""

    def __init__(self, bekend: Mapping[str, int]) -> None:
        """Take the words of the knowledge base in lower case, and how often each occurs."""
        self._counts: Counter[str] = Counter()
        for word, count in bekend.items():
            if len(word) >= MIN_DEEL and word not in GEEN_DEEL:
                self._counts[grondvorm(word)] += count
        self._seen: dict[str, tuple[str, ...]] = {}

    def delen(self, woord: str) -> tuple[str, ...]:
        """Return the parts (*buurtgastheren* gives *buurt* and *gastheren*), or nothing for a word in one piece.

        Of several ways the one with the most common parts is taken: *buurthuis* is *buurt* and *huis*, not *thuis*.
        """
        if woord not in self._seen:
            self._seen[woord] = self._split(woord) if 2 * MIN_DEEL <= len(woord) <= MAX_WOORD else ()
        return self._seen[woord]

    def _split(self, word: str) -> tuple[str, ...]:
        ways = [(min(map(self._worth, way)), way) for way in self._ways(word)]
        if not ways:
            return ()
        # the first of equals has the longest last part, which carries the meaning
        _, (head, tail) = max(ways, key=lambda item: item[0])
        return (*(self.delen(head) or (head,)), *(self.delen(tail) or (tail,)))

    def _ways(self, word: str) -> Iterator[tuple[str, str]]:
        for cut in range(MIN_DEEL, len(word) - MIN_DEEL + 1):
            if not self._count(word[cut:]):
                continue
            for link in TUSSENLETTERS:
                head = word[: cut - len(link)]
                if word[:cut].endswith(link) and len(head) >= MIN_DEEL and self._worth(head):
                    yield head, word[cut:]

    def _worth(self, part: str) -> int:
        return self._count(part) or min(map(self._count, self.delen(part)), default=0)

    def _count(self, part: str) -> int:
        return self._counts[grondvorm(part)] if part not in GEEN_DEEL and part.isalpha() else 0


class Verwanten:
    """Words to index beside a text, so that whoever uses another word finds it too."""

    def __init__(self, lijsten: Iterable[Begrippenlijst], samenstellingen: Samenstellingen) -> None:
        """Take the vocabularies to read abbreviations from, and the splitter."""
        self._splitter = samenstellingen
        groups = [*GELIJKE_WOORDEN, *chain.from_iterable(self._abbreviations(lijst.termen) for lijst in lijsten)]
        self._groups = [tuple(dict.fromkeys(group)) for group in groups]

    def bij(self, tekst: Sequence[str]) -> list[str]:
        """Return compound parts and equal words of a text (its words in order), each once, in a fixed order."""
        forms = [grondvorm(word) for word in tekst]
        known = {form for form, word in zip(forms, tekst, strict=True) if word not in STOPWOORDEN}
        pairs = self._pairs.intersection(pairwise(forms))
        found = dict.fromkeys(chain.from_iterable(map(self._splitter.delen, dict.fromkeys(tekst))))
        for number in sorted(set().union(*(self._by_first_form.get(form, ()) for form in known))):
            if any(_occurs(name, known, pairs) for name in self._names[number]):
                found.update(dict.fromkeys(self._words[number]))
        return list(found)

    @cached_property
    def _words(self) -> list[list[str]]:
        return [list(chain.from_iterable(map(woorden, group))) for group in self._groups]

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        """All neighbours in names of several words."""
        return set(chain.from_iterable(map(pairwise, chain.from_iterable(self._names))))

    @cached_property
    def _names(self) -> list[list[tuple[str, ...]]]:
        return [[_forms(name) for name in group] for group in self._groups]

    @cached_property
    def _by_first_form(self) -> dict[str, set[int]]:
        starts: dict[str, set[int]] = defaultdict(set)
        for number, names in enumerate(self._names):
            for name in names:
                starts[name[0]].add(number)
        return starts

    def _abbreviations(self, termen: Iterable[Term]) -> Iterator[tuple[str, ...]]:
        """Yield pairs such as *GGZ* and *geestelijke gezondheidszorg*, recognised by the first letters."""
        for term in termen:
            names = (term.label, *term.synoniemen)
            for short in names:
                if 2 <= len(short) <= 5 and short.isalpha() and sum(letter.isupper() for letter in short) >= 2:
                    full = tuple(name for name in names if short.lower() in self._initials(name))
                    if full:
                        yield (short, *full)

    def _initials(self, name: str) -> set[str]:
        words = [word for word in name.lower().split() if word not in STOPWOORDEN]
        whole = "".join(word[0] for word in words)
        parts = "".join(part[0] for word in words for part in (self._splitter.delen(word) or (word,)))
        return {whole, parts}


def _forms(name: str) -> tuple[str, ...]:
    return tuple(grondvorm(word) for word in woorden(name) if word not in STOPWOORDEN)


def _occurs(name: tuple[str, ...], forms: set[str], pairs: set[tuple[str, str]]) -> bool:
    if len(name) == 1:
        return name[0] in forms
    return all(pair in pairs for pair in pairwise(name))
