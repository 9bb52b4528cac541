"""How well a practice matches a term, as lunr scores it, from one pass over the documents.

The builder of lunr keeps a posting, a vector and a metadata table for every word of every field; ours two numbers. The
tests hold these scores against those of lunr in Python and in the browser.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

K1, B = 1.2, 0.75
"""How soon more of the same word stops to count, and how far a long field counts for less (BM25, as lunr has them)."""

Row = list[list[int]]
"""What the index says of a term: per field its number, then pairs of a step to the next document (the first counts from
-1) and the score of the term there in thousandths."""

_Postings = defaultdict[int, list[int]]
"""Per field: the number of a document and how often the term is in it there, and so on."""


def rows_by_term(documents: Iterable[Sequence[Sequence[str]]], weights: Sequence[float]) -> dict[str, Row]:
    """Return the row of every term, in alphabetical order.

    Args:
        documents: per document the terms of each field, in the order of the fields.
        weights: how heavily a word in each field counts.

    """
    postings: defaultdict[str, _Postings] = defaultdict(lambda: defaultdict(list))
    lengths: list[list[int]] = [[] for _ in weights]
    for number, fields in enumerate(documents):
        for field, terms in enumerate(fields):
            lengths[field].append(len(terms))
            for term, times in Counter(terms).items():
                postings[term][field] += number, times
    damping = [list(_damping(found)) for found in lengths]
    return {term: list(_row(postings.pop(term), damping, weights)) for term in sorted(postings)}


def _damping(lengths: Sequence[int]) -> Iterator[float]:
    average = sum(lengths) / max(1, len(lengths)) or 1.0
    return (K1 * (1 - B + B * (length / average)) for length in lengths)


def _row(postings: _Postings, damping: Sequence[Sequence[float]], weights: Sequence[float]) -> Iterator[list[int]]:
    total = len(damping[0])
    found = sum(map(len, postings.values())) / 2  # fields, not documents, as lunr counts them
    rarity = math.log(1 + abs((total - found + 0.5) / (found + 0.5)))
    for field, pairs in sorted(postings.items()):
        row, before = [field], -1
        for document, times in zip(pairs[::2], pairs[1::2], strict=True):
            score = rarity * ((K1 + 1) * times) / (damping[field][document] + times) * weights[field]
            row += document - before, round(round(score, 3) * 1000)  # lunr keeps thousandths
            before = document
        yield row
