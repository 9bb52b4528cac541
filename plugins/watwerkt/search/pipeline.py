"""From Dutch text to index terms: words, stop words, stems, and one form for letters that change (huis, huizen).

The browser does the same in ``zoek.js`` with the stemmer and the stop words of ``lunr.nl.js``; the tests hold both
against each other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from Stemmer import Stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable

_STOPWOORDEN = """
aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge
geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar
me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch
toen tot u uit uw van veel voor want waren was wat werd wezen wie wil worden wordt zal ze zelf zich zij zijn
zo zonder zou
"""

STOPWOORDEN = frozenset({"", *_STOPWOORDEN.split()})
"""The list of ``lunr.nl.js``, which holds the empty string too."""

WISSELVORMEN = {
    "kinder": "kind",
    "led": "lid",
    "sted": "stad",
    "sched": "schad",
    "eier": "ei",
    "smed": "smid",
    "oudere": "oudere",
    "ouderen": "oudere",
}
"""Stems of plurals with another vowel or ending, with the stem of their singular; and words with a stem of their own,
which the stemmer takes for another word: *ouderen* are not *ouders*."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LINK_TARGET = re.compile(r"\]\([^)\s]*\)")
_JOINT = re.compile("['’-]")
_ENDINGS = re.compile(r"['’](?:s|er|ers|tje|tjes|en|je|jes)$")
_LAST_LETTER = {"v": "f", "z": "s"}
_DOUBLE_END = re.compile(r"([bcfglmnprs])\1$")
_PLURAL_END = re.compile(r"(?<=ie)s$|(?<=..[^i])es$")
# The newer Snowball algorithm "dutch" stems half of the words otherwise than lunr.nl.js does.
_stemmer = Stemmer("dutch_porter")
_alone = Lock()
"""A stemmer works for one thread at a time, and a preview has several."""


def woorden(tekst: str) -> list[str]:
    """Return the words of a text in lower case; of ``re-integratie`` also ``reintegratie`` and its parts.

    Single letters are left out. The address of a Markdown link is no text.
    """
    plain = unicodedata.normalize("NFKC", _LINK_TARGET.sub("]", tekst) if "](" in tekst else tekst).lower()
    found: list[str] = []
    for word in _WORD.findall(plain):
        if word.isalnum():
            found.append(word)
        else:
            parts = _JOINT.split(_ENDINGS.sub("", word))
            found += ("".join(parts), *parts) if len(parts) > 1 else parts
    return [word for word in found if len(word) > 1]


def stam(woord: str) -> str:
    """Return the Snowball stem, the same as the stemmer of ``lunr.nl.js``."""
    with _alone:
        return str(_stemmer.stemWord(woord))


@cache
def grondvorm(woord: str) -> str:
    """Return the index term of a word: its stem without accents, changing letters as in the singular.

    *huizen* and *huis* both give ``huis``, *gezinnen* and *gezin* ``gezin``, *kinderen* and *kind* ``kind``,
    *subsidies* and *subsidie* ``subsidie``. Some terms are shorter than the word (*adres*), in both forms alike.
    """
    if woord in WISSELVORMEN:
        return WISSELVORMEN[woord]
    letters = unicodedata.normalize("NFD", stam(woord))
    term = "".join(letter for letter in letters if not unicodedata.combining(letter))
    term = term[:-1] + _LAST_LETTER.get(term[-1:], term[-1:])
    term = _PLURAL_END.sub("", _DOUBLE_END.sub(r"\1", term))
    return WISSELVORMEN.get(term, term)


def termen(woorden: Iterable[str]) -> list[str]:
    """Return the index terms of words, stop words left out."""
    return [grondvorm(word) for word in woorden if word not in STOPWOORDEN]
