"""The JSON files: everything whole and per practice, and one practice per line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from watwerkt.exports.edition import V1, practice_path
from watwerkt.exports.envelope import array, dumped, listed, single

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watwerkt.exports.edition import Edition

    Files = Iterator[tuple[str, Callable[[], Iterator[bytes]]]]

NULL = (b"null",)


def json_files(edition: Edition) -> Files:
    """Yield path and maker of every JSON file."""
    for name, make in (
        ("praktijken.json", _practices),
        ("praktijken.jsonl", _lines),
        ("scores.json", _scores),
        ("interventietypen.json", _types),
        ("bronnen.json", _sources),
        ("begrippen.json", _vocabularies),
        ("rubriek.json", _rubric),
        ("ingetrokken.json", _withdrawn),
        ("alles.json", _everything),
    ):
        yield V1 + name, partial(make, edition)
    for praktijk_id in edition.index.kaarten:
        make_one = partial(_practice, edition, praktijk_id)
        yield practice_path(praktijk_id), make_one
        for old in edition.index.uittreksels[praktijk_id].voorheen:
            yield practice_path(old), make_one
    for weg in edition.kennisbank.ingetrokken.values():
        for name in (weg.id, *weg.voorheen):
            yield practice_path(name), partial(_tombstone, edition, weg.id)


def _practices_json(edition: Edition) -> Iterator[bytes]:
    return (edition.praktijk_json(praktijk_id) for praktijk_id in edition.index.kaarten)


def _practices(edition: Edition) -> Iterator[bytes]:
    return listed(edition, len(edition.index.kaarten), _practices_json(edition))


def _practice(edition: Edition, praktijk_id: str) -> Iterator[bytes]:
    return single(edition, 1, (edition.praktijk_json(praktijk_id),), ingetrokken=None)


def _tombstone(edition: Edition, praktijk_id: str) -> Iterator[bytes]:
    (why,) = (item for item in edition.ingetrokken if item.id == praktijk_id)
    return single(edition, 0, NULL, ingetrokken=why.model_dump())


def _lines(edition: Edition) -> Iterator[bytes]:
    for line in _practices_json(edition):
        yield line
        yield b"\n"


def _scores(edition: Edition) -> Iterator[bytes]:
    judged = (edition.beoordeling_json(praktijk_id) for praktijk_id in edition.index.kaarten)
    return listed(edition, len(edition.index.kaarten), judged)


def _types(edition: Edition) -> Iterator[bytes]:
    return listed(edition, len(edition.interventietypen), dumped(edition.interventietypen))


def _sources(edition: Edition) -> Iterator[bytes]:
    return listed(edition, len(edition.bronnen), dumped(edition.bronnen))


def _vocabularies(edition: Edition) -> Iterator[bytes]:
    return listed(edition, len(edition.begrippen), dumped(edition.begrippen))


def _rubric(edition: Edition) -> Iterator[bytes]:
    return single(edition, 1, dumped((edition.rubriek,)))


def _withdrawn(edition: Edition) -> Iterator[bytes]:
    return listed(edition, len(edition.ingetrokken), dumped(edition.ingetrokken))


def _everything(edition: Edition) -> Iterator[bytes]:
    return single(edition, len(edition.index.kaarten), _collections(edition))


def _collections(edition: Edition) -> Iterator[bytes]:
    start = b"{"
    for name, items in (
        ("praktijken", _practices_json(edition)),
        ("interventietypen", dumped(edition.interventietypen)),
        ("bronnen", dumped(edition.bronnen)),
        ("begrippen", dumped(edition.begrippen)),
        ("ingetrokken", dumped(edition.ingetrokken)),
    ):
        yield start + f'"{name}": '.encode()
        yield from array(items)
        start = b", "
    yield b', "rubriek": ' + edition.rubriek.model_dump_json().encode() + b"}"
