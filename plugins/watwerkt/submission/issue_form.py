"""The form on the forge: made from the models, and read back from the text of the issue that it gives.

A forge writes each answer below a heading with the label of its field. Only what stands below a label of the form is
read; a text that imitates a heading inside an answer ends there, which the report shows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from watwerkt.knowledge.references import BRON, GEMEENTE, TYPE, kind_of
from watwerkt.reading.shapes import Kind, fields_of, owner_of
from watwerkt.records import Graad, Praktijk
from watwerkt.submission.assembly import is_head
from watwerkt.submission.passages import Passage, clean, paragraph
from watwerkt.submission.wizard import questions

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.reading.shapes import Shape
    from watwerkt.submission.wizard import Question

LABEL = "praktijk"
"""The label that the form puts on its issues; others are not touched."""

MAX_BODY = 200_000
_EMPTY = "_No response_"
_HEADING = re.compile(r"^### (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"^[\s|:-]+$")
_NOT_CHOSEN = frozenset({BRON, TYPE, GEMEENTE})


def issue_form(kennisbank: Kennisbank) -> str:
    """Return the text of `.github/ISSUE_TEMPLATE/praktijk.yml`."""
    form: dict[str, Any] = {
        "name": "Een praktijk aanmelden",
        "description": "Vul in wat u weet. Een programma maakt er een voorstel van; lezers kijken het na.",
        "title": "Praktijk: ",
        "labels": [LABEL],
        "body": [_welcome(), *(_question(question, kennisbank) for question in questions()), _consent()],
    }
    text: str = yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=100)
    return "# Gemaakt uit de modellen met `make schema`; verander het daar.\n" + text


def _welcome() -> dict[str, Any]:
    words = (
        "Fijn dat u meedoet. Alleen de velden met een sterretje zijn nodig. Wat u niet weet, laat u leeg: dan staat er "
        "‘onbekend’.\n\n**Dit formulier is meteen openbaar.** Schrijf geen namen, e-mailadressen of telefoonnummers "
        "van personen, ook niet in verhalen."
    )
    return {"type": "markdown", "attributes": {"value": words}}


def _consent() -> dict[str, Any]:
    options = [
        {"label": "Ik mag deze tekst delen onder de licentie CC BY 4.0.", "required": True},
        {"label": "Er staan geen gegevens van personen in.", "required": True},
    ]
    return {"type": "checkboxes", "id": "akkoord", "attributes": {"label": "Akkoord", "options": options}}


def label_of(question: Question) -> str:
    """The label of a question, under which its answer stands; each is unique."""
    if len(question.pad) == 1:
        return question.shape.title
    group = fields_of(Praktijk)[question.pad[0]].title
    return f"{group}: {question.shape.title.lower()}"


def _question(question: Question, kennisbank: Kennisbank) -> dict[str, Any]:
    shape = question.shape
    attributes: dict[str, Any] = {"label": label_of(question), "description": shape.description}
    kind = kind_of(owner_of(Praktijk, question.pad), question.pad[-1])
    options = _options(shape, kind, kennisbank)
    many = shape.kind is Kind.LIST
    if options:
        attributes |= {"options": options} | ({"multiple": True} if many else {})
    elif many and shape.item and shape.item.model:
        attributes["value"] = _table(shape.item)
    elif isinstance(shape.example, str) and len(shape.example) > 1:
        attributes["placeholder"] = shape.example
    item: dict[str, Any] = {
        "type": "dropdown" if options else "textarea" if many or shape.kind is Kind.RICH else "input",
        "id": question.naam.replace(".", "_"),
        "attributes": attributes,
    }
    if shape.grade is Graad.VERPLICHT and len(question.pad) == 1:
        item["validations"] = {"required": True}
    return item


def _options(shape: Shape, kind: str | None, kennisbank: Kennisbank) -> list[str]:
    if kind and kind not in _NOT_CHOSEN:
        return [term.id if "," in term.label else term.label for term in kennisbank.begrippen[kind].termen]
    if shape.kind is Kind.CHOICE:
        return [choice.replace("_", " ") for choice in shape.choices]
    if shape.union:
        return ["onbekend", "0", "1", "2", "3", "4"]
    return []


def _table(shape: Shape) -> str:
    names = [field.title for field in fields_of(shape.model).values() if not _nested(field)] if shape.model else []
    return "\n".join([f"| {' | '.join(names)} |", "|" + " --- |" * len(names), "|" + "  |" * len(names)])


def _nested(shape: Shape) -> bool:
    return shape.kind is Kind.LIST or shape.model is not None


def passages_of(body: str, plek: str) -> list[Passage]:
    """Read the answers from the text of an issue; ``plek`` names the issue in the report."""
    asked = {label_of(question): question for question in questions()}
    parts = _HEADING.split(body[:MAX_BODY].replace("\r\n", "\n"))
    lines, rows = _split(parts[0], None)
    found = [Passage("", tuple(lines), tuple(rows), plek)] if lines or rows else []
    for label, answer in zip(parts[1::2], parts[2::2], strict=True):
        if clean(label) == "Akkoord" or answer.strip() in ("", _EMPTY):
            continue
        question = asked.get(clean(label))
        lines, rows = _split(answer, question.shape.item if question else None)
        found.append(Passage(question.naam if question else clean(label), tuple(lines), tuple(rows), plek))
    return found


def _split(answer: str, item: Shape | None) -> tuple[list[str], list[tuple[str, ...]]]:
    """Lines and rows of an answer; a row by itself is a line, unless it is the head that the form put there."""
    lines: list[str] = []
    rows: list[tuple[str, ...]] = []
    table = 0
    for line in answer.strip().split("\n"):
        if match := _ROW.match(line):
            cells = tuple(clean(cell) for cell in match[1].split("|"))
            if not _RULE.match(line) and any(cells):
                table = table if rows else len(lines)
                rows.append(cells)
        elif text := paragraph(line):
            lines.append(text)
    if len(rows) > 1:
        return lines, rows
    if rows and not (item and item.model and is_head(item.model, rows[0])):
        lines.insert(table, " | ".join(filter(None, rows[0])))
    return lines, []
