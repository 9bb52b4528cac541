"""Check data against a model and translate every complaint of pydantic to a finding at the right place."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from watwerkt.reading.codes import CODES
from watwerkt.reading.dates import impossible_dates
from watwerkt.reading.document import MAX_FINDINGS
from watwerkt.reading.sentences import say
from watwerkt.reading.shapes import fields_of, shape_at
from watwerkt.reading.translation import Complaint, prose_key, translate
from watwerkt.reading.words import example, field_name, keys_listed, nearest, slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watwerkt.reading.document import Document
    from watwerkt.reading.findings import Finding, Path
    from watwerkt.reading.shapes import Shape

MAX_LISTED = 14
"""A choice of at most so many fields is listed completely."""

M = TypeVar("M", bound=BaseModel)


def validate(document: Document, model: type[M], body: bytes = b"") -> tuple[M | None, list[Finding]]:
    """Turn a document into a record.

    ``body`` is its data as JSON, from whoever has made that already.

    Returns:
        The record, or None when it has errors, and the findings of this step only.
    """
    before = len(document.findings)
    data = document.data
    record: M | None = None
    if isinstance(data, dict):
        try:
            record = model.model_validate_json(body or to_json(data))
        except ValidationError as error:
            _report(document, model, error)
    elif data is not None:
        what = "een lijst" if isinstance(data, list) else "losse tekst"
        document.add("WW201", (), f"Dit bestand bevat {what}; een record bestaat uit velden: `sleutel: waarde`.")
    for path, boodschap in impossible_dates(document, model):
        document.add("WW218", path, boodschap)
        record = None
    return record, document.findings[before:]


def _report(document: Document, model: type[BaseModel], error: ValidationError) -> None:
    complaints = [_complaint(document.data, dict(item)) for item in error.errors(include_url=False)]
    complaints = [item for item in complaints if not _counts_only_valid_items(item)]
    complaints.sort(key=lambda item: document.position(item.path))
    # one finding per cause: a value that the reader refused, a failure of each member of a union and a misspelled
    # required field are told once
    refused = {(item.regel, item.kolom) for item in document.findings}
    misspelled = _misspelled(document, model, complaints)
    seen: set[Path] = set()
    told = 0
    for number, item in enumerate(complaints):
        if item.path in seen or (item.type != "missing" and document.position(item.path) in refused):
            continue
        seen.add(item.path)
        if item.type == "missing" and item.path in misspelled.values():
            continue
        if told == MAX_FINDINGS:
            _mention_rest(document, len(complaints) - number)
            return
        told += 1
        _report_one(document, model, item, misspelled)


def _counts_only_valid_items(item: Complaint) -> bool:
    # a list of enough items of which some are wrong is called too short as well
    return item.type == "too_short" and isinstance(item.value, list) and len(item.value) >= item.ctx["min_length"]


def _misspelled(document: Document, model: type[BaseModel], complaints: list[Complaint]) -> dict[Path, Path]:
    """Pair unknown fields with the required field that is missing beside them and looks like them."""
    missing: dict[Path, list[str]] = {}
    for item in complaints:
        if item.type == "missing":
            missing.setdefault(item.path[:-1], []).append(str(item.path[-1]))
    pairs: dict[Path, Path] = {}
    for item in complaints[:MAX_FINDINGS]:
        parent = item.path[:-1]
        if item.type == "extra_forbidden" and parent in missing:
            present = document_keys(document, parent)
            free = {key: shape for key, shape in _known_fields(model, parent).items() if key not in present}
            if (close := _looks_like(str(item.path[-1]), free)) and close[0] in missing[parent]:
                pairs[item.path] = (*parent, close[0])
    return pairs


def _mention_rest(document: Document, rest: int) -> None:
    last = document.findings.pop()
    advies = f"{last.advies} (In dit bestand zijn er nog {rest} punten; herstel eerst deze.)"
    document.findings.append(replace(last, advies=advies))


def _report_one(document: Document, model: type[BaseModel], item: Complaint, misspelled: Mapping[Path, Path]) -> None:
    if item.type == "missing":
        _missing(document, model, item)
    elif item.type == "extra_forbidden":
        _unknown(document, model, item, misspelled.get(item.path))
    elif item.type in CODES:
        document.add(item.type, item.path, item.message)
    else:
        typed = item._replace(typed=document.typed(item.path))
        code, boodschap, advies = translate(typed, shape_at(model, item.path))
        document.add(code, item.path, boodschap, advies, key=item.is_key)
        if code == "WW112":
            inside = (*item.path, prose_key(item.value))
            document.findings.append(document.findings.pop().at(*document.position(inside, key=True)))


def _complaint(data: Any, error: dict[str, Any]) -> Complaint:
    """Cut pydantic's location back to steps that exist in the file (unions and keys add steps of their own)."""
    loc: Path = error["loc"]
    path: list[str | int] = []
    here = data
    for step in loc:
        if not _has(here, step):
            break
        here = here[step]
        path.append(step)
    extra = loc[len(path) :]
    if error["type"] == "missing":
        return Complaint(error["type"], loc, None, error.get("ctx", {}), error["msg"], is_key=False)
    return Complaint(error["type"], tuple(path), here, error.get("ctx", {}), error["msg"], extra == ("[key]",))


def _has(container: Any, step: str | int) -> bool:
    if isinstance(container, dict):
        return step in container
    return isinstance(container, list) and isinstance(step, int) and 0 <= step < len(container)


def _missing(document: Document, model: type[BaseModel], item: Complaint) -> None:
    *parent, name = item.path
    shape = shape_at(model, item.path)
    advies = missing_advice(shape, str(name))
    if item.path == ("id",) and (sleutel := slug(str(document.data.get("titel", "")))):
        advies = say("WW202 sleutel", sleutel=sleutel)
    where = document.position(tuple(parent), key=True)
    document.add("WW202", item.path, say("WW202", veld=field_name(shape, str(name))), advies)
    document.findings.append(document.findings.pop().at(*where))


def missing_advice(shape: Shape | None, name: str) -> str:
    """Say what to do about a required field that is missing."""
    hint = example(shape)
    advies = f"Zet erbij: {hint}. " if hint else f"Zet het veld `{name}` erbij. "
    return (advies + (shape.description if shape else "")).strip()


def _unknown(document: Document, model: type[BaseModel], item: Complaint, meant: Path | None) -> None:
    *parent, name = item.path
    known = _known_fields(model, tuple(parent))
    present = document_keys(document, tuple(parent))
    where = f"onder `{parent[-1]}`" if parent and isinstance(parent[-1], str) else "hier"
    boodschap = say("WW203", veld=field_name(None, str(name)), waar=where)
    if meant:
        advies = f"Bedoelt u `{meant[-1]}`? Dat verplichte veld ontbreekt nog."
    else:
        free = {key: shape for key, shape in known.items() if key not in present} or known
        close = _looks_like(str(name), free)
        advies = f"Bedoelt u {keys_listed(close)}?" if close else _part_of_text(document, item.path, known)
    if len(known) <= MAX_LISTED:
        advies = f"{advies} Wel toegestaan: {keys_listed(known, 'en')}.".strip()
    document.add("WW203", item.path, boodschap, advies, key=True)


def _known_fields(model: type[BaseModel], path: Path) -> Mapping[str, Shape]:
    shape = shape_at(model, path)
    return fields_of(shape.model) if shape and shape.model else {}


def _looks_like(name: str, fields: Mapping[str, Shape]) -> list[str]:
    """Return the keys that look most like a name, or whose title does: ``In één zin`` is `kern`."""
    names = {shape.title: key for key, shape in fields.items()} | {key: key for key in fields}
    return list(dict.fromkeys(names[close] for close in nearest(name, names)))


def _part_of_text(document: Document, path: Path, known: Mapping[str, Shape]) -> str:
    """Say how a line of text that was read as a field becomes part of the text above it again."""
    *parent, name = path
    group = document.data
    for step in parent:
        group = group[step]
    above = [key for key in takewhile(lambda key: key != name, group) if key in known]
    if not above or not isinstance(group[above[-1]], str) or not prose_key({str(name): ""}):
        return ""
    return f"Hoort deze regel bij de tekst van `{above[-1]}`? Zet daar `>-` achter en spring de hele tekst in."


def document_keys(document: Document, path: Path) -> set[str]:
    """Return the keys that an author wrote in the group of fields at ``path``."""
    here: Any = document.data
    for step in path:
        here = here[step]
    return set(here) if isinstance(here, dict) else set()
