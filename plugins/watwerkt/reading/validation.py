"""Check data against a model and translate every complaint of pydantic to a finding at the right place."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from watwerkt.reading.codes import CODES
from watwerkt.reading.dates import impossible_dates
from watwerkt.reading.document import MAX_FINDINGS
from watwerkt.reading.shapes import fields_of, shape_at
from watwerkt.reading.translation import Complaint, translate
from watwerkt.reading.words import did_you_mean, example, field_name, listed

if TYPE_CHECKING:
    from watwerkt.reading.document import Document
    from watwerkt.reading.findings import Finding, Path

M = TypeVar("M", bound=BaseModel)


def validate(document: Document, model: type[M]) -> tuple[M | None, list[Finding]]:
    """Turn a document into a record.

    Returns:
        The record, or None when it has errors, and the findings of this step only.
    """
    before = len(document.findings)
    data = document.data
    record: M | None = None
    if isinstance(data, dict):
        try:
            record = model.model_validate_json(json.dumps(data, ensure_ascii=False))
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
    complaints.sort(key=lambda item: document.position(item.path))
    seen: set[Path] = set()
    told = 0
    for item in complaints:
        if item.path in seen and item.type not in {"missing", "extra_forbidden"}:
            continue
        seen.add(item.path)
        if told == MAX_FINDINGS:
            _mention_rest(document, len(complaints) - told)
            return
        told += 1
        _report_one(document, model, item)


def _mention_rest(document: Document, rest: int) -> None:
    last = document.findings.pop()
    advies = f"{last.advies} (In dit bestand zijn er nog {rest} punten; herstel eerst deze.)"
    document.findings.append(replace(last, advies=advies))


def _report_one(document: Document, model: type[BaseModel], item: Complaint) -> None:
    if item.type == "missing":
        _missing(document, model, item)
    elif item.type == "extra_forbidden":
        _unknown(document, model, item)
    elif item.type in CODES:
        document.add(item.type, item.path, item.message)
    else:
        code, boodschap, advies = translate(item, shape_at(model, item.path))
        document.add(code, item.path, boodschap, advies, key=item.is_key)


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
    hint = example(shape)
    advies = f"Zet erbij: {hint}. " if hint else f"Zet het veld `{name}` erbij. "
    if shape and shape.description:
        advies += shape.description
    where = document.position(tuple(parent), key=True)
    document.add("WW202", item.path, f"Het verplichte veld {field_name(shape, str(name))} ontbreekt.", advies.strip())
    document.findings.append(document.findings.pop().at(*where))


def _unknown(document: Document, model: type[BaseModel], item: Complaint) -> None:
    *parent, name = item.path
    shape = shape_at(model, parent)
    known = list(fields_of(shape.model)) if shape and shape.model else []
    present = document_keys(document, tuple(parent))
    free = [key for key in known if key not in present]
    where = f"onder `{parent[-1]}`" if parent and isinstance(parent[-1], str) else "hier"
    suggestion = did_you_mean(str(name), free or known)
    advies = f"{suggestion} " if suggestion else ""
    advies += f"Wel toegestaan: {listed([f'`{key}`' for key in known], 'en')}."
    document.add("WW203", item.path, f"Het veld {field_name(None, str(name))} bestaat {where} niet.", advies, key=True)


def document_keys(document: Document, path: Path) -> set[str]:
    """Return the keys that an author wrote in the group of fields at ``path``."""
    here: Any = document.data
    for step in path:
        here = here[step]
    return set(here) if isinstance(here, dict) else set()
