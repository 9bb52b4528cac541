"""What YAML reads without complaint, but otherwise than the author meant: text that would be lost in silence.

The rules look at how values were typed, not at what they became: a field swallowed by the text above it, the part of
a text behind ``#``, a point that was meant for thousands, typographic quotes that do not quote, and a text that only
keeps a place open.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.reading.document import MAX_FINDINGS, make
from watwerkt.reading.findings import Ernst
from watwerkt.reading.gate import escaped, line_and_column
from watwerkt.reading.shapes import Kind, fields_of, record_shape
from watwerkt.reading.words import listed
from watwerkt.records import Praktijk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from watwerkt.reading.document import Document, Event
    from watwerkt.reading.findings import Finding
    from watwerkt.reading.shapes import Shape

_FIELD_LINE = re.compile(r" *(?:- +)?(?P<name>[a-z][a-z0-9_]*):(?P<rest>| .*)")
_BLOCK_MARK = re.compile(r"[>|][-+]?")
_MAX_VALUE = 40
_MAX_WORDS = 4
_COMMENT = re.compile(r"(?P<space> +)#(?P<word>\w?)")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_CURLY = re.compile(r"[“”„‘’‚«][^“”„‘’‚«»]*[“”‘’»]")


_OPEN = ("-", "--", "–", "—", ".", "..", "...", "…", "?", "??", "???", "todo", "tbd", "xxx", "nvt", "n.v.t.", "n.v.t",
         "nog invullen", "volgt nog", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!")  # fmt: skip
"""What people type in a field that they fill in later, or not, and what Excel writes where a sum failed."""
_EXAMPLES = ("kern", "samenvatting")
"""Fields whose example of the template is about a practice of its own."""

_BLOCKS = frozenset("|>")
_STARTS = frozenset("-123456789“”„‘’‚«")
"""How a number with thousands and a text with typographic quotes start."""


class Loss(NamedTuple):
    """A loss at a place: code, offset in the text, message and advice; ``names`` are the fields that went missing."""

    code: str
    offset: int
    boodschap: str
    advies: str
    names: tuple[str, ...] = ()


def check_losses(document: Document, model: type[BaseModel]) -> list[Finding]:
    """Add a warning for everything that was read otherwise than it was meant, and return them.

    A line that has an error already gets no warning. A required field that is missing because the text above it
    swallowed its line is reported at that line.
    """
    before = len(document.findings)
    wrong = {item.regel for item in document.findings if item.niveau is Ernst.FOUT and item.code != "WW202"}
    _note_open_fields(document, model, wrong)
    for event in _worth_a_look(document):
        for loss in _losses(document.text, event, model):
            regel, kolom = line_and_column(document.text, loss.offset)
            if regel in wrong or _missing_fields_found(document, loss, regel, kolom):
                continue
            document.findings.append(
                make(document.bestand, regel, kolom, "", loss.code, loss.boodschap, loss.advies),
            )
        if len(document.findings) - before >= MAX_FINDINGS:
            break
    return document.findings[before:]


def _note_open_fields(document: Document, model: type[BaseModel], wrong: set[int]) -> None:
    """WW138: a text of the template, or a sign that keeps the place of a text."""
    template, signs = _template_texts(model), _signs()
    if template.isdisjoint(document.strings) and signs.isdisjoint(document.strings):
        return
    for event in document.scalars:
        regel, kolom = event.start_mark.line + 1, event.start_mark.column + 1
        if event.value in template:
            boodschap = "Hier staat nog de tekst van het sjabloon."
        elif event.value in signs:
            boodschap = f"Met alleen `{event.value}` weet de lezer niets."
        else:
            continue
        if regel not in wrong:
            document.findings.append(make(document.bestand, regel, kolom, "", "WW138", boodschap))


@cache
def _signs() -> frozenset[str]:
    return frozenset(form for sign in _OPEN for form in (sign, sign.upper(), sign.capitalize()))


@cache
def _template_texts(model: type[BaseModel]) -> frozenset[str]:
    """What the template of a practice writes in a text without an example: what the field is for."""
    if model is not Praktijk:
        return frozenset()
    texts = [shape for shape in _shapes(model) if shape.kind in (Kind.TEXT, Kind.RICH)]
    purposes = frozenset(shape.description for shape in texts if shape.example in (None, "…"))
    return purposes - {""} | {str(fields_of(model)[name].example) for name in _EXAMPLES}


def _worth_a_look(document: Document) -> list[Event]:
    """Cheap tests that pass over most values and never over one of which something was lost."""
    text = document.text
    if " #" in text:
        return [event for event in document.scalars if event.style in _BLOCKS or event.implicit[0]]
    return [
        event
        for event in document.scalars
        if event.style in _BLOCKS or (event.implicit[0] and event.value[:1] in _STARTS)
    ]


def _losses(text: str, event: Event, model: type[BaseModel]) -> Iterator[Loss]:
    if event.style in _BLOCKS:
        yield from swallowed_fields(text, event, _names(model))
    elif event.implicit[0]:
        yield from cut_off(text, event)
        yield from thousands(event)
        yield from typographic_quotes(event)


def _missing_fields_found(document: Document, loss: Loss, regel: int, kolom: int) -> bool:
    found = False
    for index, item in enumerate(document.findings):
        if item.code == "WW202" and item.regel <= regel and item.pad.rpartition(".")[2] in loss.names:
            advies = f"Het staat er wel, maar hoort nu bij de tekst erboven. {loss.advies}"
            document.findings[index] = make(document.bestand, regel, kolom, item.pad, item.code, item.boodschap, advies)
            found = True
    return found


def swallowed_fields(text: str, event: Event, names: frozenset[str]) -> Iterator[Loss]:
    """WW134: a line of a block text that is a field of this kind of record; one loss per text, at the first line."""
    hits: list[tuple[int, str]] = []
    offset = text.find("\n", event.start_mark.index) + 1
    while 0 < offset < event.end_mark.index:
        end = text.find("\n", offset)
        line = text[offset : end if end >= 0 else len(text)].rstrip()
        match = _FIELD_LINE.fullmatch(line)
        if match and match["name"] in names and _is_value(match["rest"].strip()):
            hits.append((offset + len(line) - len(line.lstrip()), match["name"]))
        if end < 0:
            break
        offset = end + 1
    if hits:
        found = tuple(dict.fromkeys(name for _, name in hits))
        which = listed([f"`{name}:`" for name in found], "en")
        boodschap = f"Deze regel hoort nu bij de tekst erboven. Hij lijkt een veld te zijn: {which}."
        advies = (
            "Is het een veld? Zet de regel verder naar links, recht onder de andere velden. "
            "Is het tekst? Begin haar met een hoofdletter."
        )
        yield Loss("WW134", hits[0][0], boodschap, advies, found)


def _is_value(rest: str) -> bool:
    """Tell whether what follows the colon is a value and no sentence."""
    if not rest or _BLOCK_MARK.fullmatch(rest):
        return True
    return len(rest) <= _MAX_VALUE and len(rest.split()) <= _MAX_WORDS and rest[-1] not in ".,;:!?"


@cache
def _names(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(name for shape in _shapes(model) if shape.model for name in fields_of(shape.model))


def _shapes(model: type[BaseModel]) -> list[Shape]:
    """Every shape in a kind of record, at any depth."""
    found: list[Shape] = []
    waiting: list[Shape] = [record_shape(model)]
    while waiting:
        here = waiting.pop()
        found.append(here)
        if here.model:
            waiting.extend(fields_of(here.model).values())
        elif here.item:
            waiting.append(here.item)
    return found


def cut_off(text: str, event: Event) -> Iterator[Loss]:
    """WW135: `` #`` ends an unquoted text; two spaces before ``# `` are how an author writes a comment on purpose."""
    match = _COMMENT.match(text, event.end_mark.index)
    if not match:
        return
    empty = event.value == ""
    if match["word"] or (len(match["space"]) == 1 and not empty):
        start = match.end("space")
        end = text.find("\n", start)
        gone = escaped(text[start : end if end >= 0 else len(text)].rstrip())
        yield Loss(
            "WW135",
            start,
            f"Alles vanaf # is weggevallen: `{gone}`. YAML leest dat als een opmerking.",
            "Zet aanhalingstekens om de hele tekst. Is het een opmerking? Zet er twee spaties voor en één achter de #.",
        )


def thousands(event: Event) -> Iterator[Loss]:
    """WW136: a number with exactly three digits behind the point."""
    typed: str = event.value
    if not _THOUSANDS.fullmatch(typed):
        return
    short = typed.rstrip("0").rstrip(".")
    decimals = f"`{short}`" if short != typed else f"`{typed}0`"
    yield Loss(
        "WW136",
        event.start_mark.index,
        f"`{typed}` betekent hier {short.replace('.', ',')}: de punt scheidt decimalen, geen duizendtallen.",
        f"Bedoelt u duizendtallen? Schrijf `{typed.replace('.', '')}`. Klopt het getal wel? Schrijf {decimals}.",
    )


def typographic_quotes(event: Event) -> Iterator[Loss]:
    """WW137: typographic quotes around a whole value; they stay part of it."""
    typed: str = event.value
    if typed[:1] in "“”„‘’‚«" and _CURLY.fullmatch(typed):
        yield Loss(
            "WW137",
            event.start_mark.index,
            "De gekrulde aanhalingstekens om deze waarde horen nu bij de tekst en komen zo op de site.",
            f'Haal ze weg, of schrijf rechte: `"{escaped(typed[1:-1])}"`. '
            "Horen ze bij de tekst? Zet er dan rechte aanhalingstekens omheen.",
        )
