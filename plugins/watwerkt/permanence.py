"""What was published stays: the list of addresses and the list of data fields that others may rely on.

Both stand in the repository. They only ever grow: a line that the site no longer keeps is a broken promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.exports.edition import Edition
from watwerkt.exports.envelope import FORMS
from watwerkt.exports.schemas import schema_of
from watwerkt.exports.tables import tables
from watwerkt.publishing import ASSETS, published_files
from watwerkt.site.pages import all_pages
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from watwerkt.knowledge.kennisbank import Kennisbank

AS_LONG_AS_FILLED = ("gemeenten/", "doelgroepen/")
"""Lists that exist as long as a practice is in them; their own addresses are no promise."""


def addresses(kennisbank: Kennisbank, content: Path) -> Iterator[str]:
    """Yield the path of every page and data file: those made from records, and the pages written by hand."""
    index = build_index(kennisbank)
    for pagina in all_pages(kennisbank, index):
        if not pagina.pad.startswith(AS_LONG_AS_FILLED):
            yield pagina.pad
    for published in published_files(Edition(index, kennisbank.peildatum), content.parent):
        if not published.path.startswith(ASSETS):
            yield published.path
    for path in content.rglob("*.md"):
        yield f"{path.relative_to(content).with_suffix('').as_posix()}/".removesuffix("index/")


def fields(kennisbank: Kennisbank) -> Iterator[str]:
    """Yield every field of the published JSON and column of the tables with its type; ``?`` says it can be null."""
    for name in FORMS:
        schema = schema_of(name)
        for path, kind in _walk(schema, schema.get("$defs", {}), ""):
            yield f"{name}.json {path} {kind}"
    for table in tables(kennisbank.rubriek).values():
        for column in table.columns:
            if not column.name.startswith("score_"):  # the dimensions are those of the rubric, which may change
                yield f"{table.name}.csv {column.name} {column.kind}{'?' if column.nullable else ''}"


def _walk(schema: Mapping[str, Any], definitions: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for name, field in schema.get("properties", {}).items():
        here = f"{path}.{name}" if path else name
        options = [_resolved(option, definitions) for option in field.get("anyOf", [field])]
        known = [option for option in options if option.get("type") != "null"]
        found, mark = known[0], "?" if len(known) < len(options) else ""
        yield here, f"{found['type']}{mark}"
        if found["type"] == "array":
            item = _resolved(found["items"], definitions)
            yield f"{here}[]", item["type"]
            yield from _walk(item, definitions, f"{here}[]")
        yield from _walk(found, definitions, here)


def _resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = schema.get("$ref")
    return definitions[reference.rpartition("/")[2]] if reference else schema


LISTS: Mapping[str, Callable[[Kennisbank, Path], Iterator[str]]] = {
    "adressen.txt": addresses,
    "velden-v1.txt": lambda kennisbank, _: fields(kennisbank),
}
"""File name of every list, and what it holds now."""


def _kept(file: Path) -> set[str]:
    return set(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else set()


def broken(kennisbank: Kennisbank, content: Path, folder: Path) -> dict[str, list[str]]:
    """Return, per list in ``folder``, the lines that are promised and no longer kept; only lists with such lines."""
    gone = {name: sorted(_kept(folder / name) - set(now(kennisbank, content))) for name, now in LISTS.items()}
    return {name: lines for name, lines in gone.items() if lines}


def extend(kennisbank: Kennisbank, content: Path, folder: Path) -> dict[str, int]:
    """Add what is new to the lists in ``folder`` and return how many lines each gained. Nothing is removed.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    added: dict[str, int] = {}
    for name, now in LISTS.items():
        kept, found = _kept(folder / name), set(now(kennisbank, content))
        added[name] = len(found - kept)
        lines = "".join(f"{line}\n" for line in sorted(kept | found))
        (folder / name).write_text(lines, encoding="utf-8", newline="\n")
    return added
