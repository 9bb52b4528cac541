"""The one reader of YAML: bytes in, plain data with the place of every key and value out, or findings.

One pass over the parser's event stream does everything: it refuses what is never needed (anchors, aliases, tags,
more documents, deep or huge structures) at the event itself, gives scalars their type (:mod:`.scalars`) and builds
the data without recursion. libyaml's own composer is never called: it crashes on deep input.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import yaml
from yaml._yaml import CParser

from watwerkt.reading import gate, syntax
from watwerkt.reading.codes import CODES
from watwerkt.reading.findings import Finding, dotted
from watwerkt.reading.scalars import MAX_DIGITS, ScalarError, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path as FilePath

    from watwerkt.reading.findings import Path

MAX_DEPTH = 12
MAX_EVENTS = 20_000
MAX_FINDINGS = 100
"""Findings kept per file; a file with more has one cause that repeats."""


Event = Any
"""An event of the C parser; the type stubs of PyYAML make every mark optional, the parser never does."""


class Mark(Protocol):
    """A point in the text, counted from 0, in characters."""

    index: int
    line: int
    column: int


class Place:
    """Where a value stands: its key (if it has one), its first and last character, and the places inside it."""

    __slots__ = ("children", "end", "key", "start")

    def __init__(self, key: Mark | None, start: Mark, end: Mark) -> None:
        self.key = key
        self.start = start
        self.end = end
        self.children: dict[str | int, Place] = {}


@dataclass(slots=True)
class Document:
    """A file as read: ``data`` is None when the text could not be read; ``strings`` holds every text that is no key.

    ``scalars`` holds the parser's event of every value that is no list or group, to see how it was typed.
    """

    bestand: str
    text: str = ""
    data: Any = None
    root: Place | None = None
    strings: list[str] = field(default_factory=list)
    scalars: list[Event] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def place(self, path: Sequence[str | int]) -> Place | None:
        """Return the place of a value, or of its nearest parent that exists."""
        here = self.root
        for step in path:
            if here is None or step not in here.children:
                break
            here = here.children[step]
        return here

    def position(self, path: Sequence[str | int], *, key: bool = False, snippet: str = "") -> tuple[int, int]:
        """Return line and column (from 1) of a value.

        Args:
            path: steps from the top; a path that does not exist gives its nearest parent.
            key: point at the key instead of the value; an empty value always points at its key.
            snippet: point at this text inside the value, if it stands there literally.
        """
        here = self.place(path)
        if here is None:
            return 1, 1
        if snippet:
            found = self.text.find(snippet, here.start.index, here.end.index)
            if found >= 0:
                return gate.line_and_column(self.text, found)
        empty = here.start.index == here.end.index
        mark = here.key if here.key is not None and (key or empty) else here.start
        return mark.line + 1, mark.column + 1

    def typed(self, path: Sequence[str | int]) -> str:
        """Return a value as it was typed, with its quotes; nothing for a value that has no place of its own."""
        here = self.place(path)
        return self.text[here.start.index : here.end.index] if here else ""

    def add(
        self, code: str, path: Path, boodschap: str, advies: str = "", *, key: bool = False, snippet: str = ""
    ) -> None:
        """Note a finding about the value at ``path``; the advice is the code's own unless given."""
        regel, kolom = self.position(path, key=key, snippet=snippet)
        self.findings.append(make(self.bestand, regel, kolom, dotted(path), code, boodschap, advies))


def make(bestand: str, regel: int, kolom: int, pad: str, code: str, boodschap: str, advies: str = "") -> Finding:
    """Build a finding with the level, and if need be the advice, that belongs to its code."""
    rule = CODES[code]
    return Finding(bestand, regel, kolom, pad, code, rule.niveau, boodschap, advies or rule.oplossing)


def read(path: FilePath, bestand: str) -> Document:
    """Read a file from disk; ``bestand`` is its name in findings. Never more than the size limit is read.

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as stream:
        return parse(stream.read(gate.MAX_BYTES + 1), bestand)


def parse(raw: bytes, bestand: str) -> Document:
    """Read the bytes of a file. Every problem becomes a finding; no input raises."""
    document = Document(bestand)
    document.text, refusals = gate.decode(raw)
    for found in refusals:
        _note(document, found)
    if any(CODES[found.code].niveau == "fout" for found in refusals):
        return document
    if refusal := syntax.bad_indent(document.text):
        _note(document, refusal)
        return document
    try:
        _Builder(document).run()
    except _Stop as stop:
        _note(document, stop.refusal)
        document.data = None
    except yaml.YAMLError as error:
        _note(document, syntax.translate(error, document.text))
        document.data = None
    if len(document.findings) > MAX_FINDINGS:
        del document.findings[MAX_FINDINGS:]
    return document


def _note(document: Document, refusal: gate.Refusal) -> None:
    document.findings.append(
        make(document.bestand, refusal.regel, refusal.kolom, "", refusal.code, refusal.boodschap, refusal.advies)
    )


class _Stop(Exception):  # noqa: N818  (ends the reading, is no error of the program)
    def __init__(self, code: str, mark: Mark, boodschap: str, advies: str = "") -> None:
        super().__init__(code)
        self.refusal = gate.Refusal(code, mark.line + 1, mark.column + 1, boodschap, advies)


_MISSING: Any = object()


class _Builder:
    """State of one pass: the open containers with their places, and the key that waits for its value."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[tuple[Any, Place | None]] = []
        self.container: Any = None
        self.place: Place | None = None
        self.key: Any = _MISSING
        self.key_mark: Mark | None = None

    def run(self) -> None:
        parser = CParser(self.document.text)
        try:
            self._consume(parser)
        finally:
            parser.dispose()

    def _consume(self, parser: CParser) -> None:
        get_event: Any = parser.get_event
        documents = 0
        for _ in range(MAX_EVENTS):
            event = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                _refuse_document(event, documents)
            elif kind is yaml.AliasEvent:
                _refuse_alias(event)
            elif kind is yaml.StreamEndEvent:
                self._finish(documents)
                return
        raise _Stop("WW124", event.start_mark, f"Het bestand heeft meer dan {MAX_EVENTS} onderdelen.")

    def _finish(self, documents: int) -> None:
        if documents == 0 or self.document.root is None or self.document.data is None:
            self.document.findings.append(
                make(self.document.bestand, 1, 1, "", "WW107", "Het bestand is leeg: er staat geen enkel veld in.")
            )

    def _scalar(self, event: Event) -> None:
        if event.anchor is not None or event.tag is not None:
            _refuse_properties(event)
        text: Any = event.value
        value: Any = text
        if event.implicit[0]:
            try:
                value = resolve(text)
            except ScalarError as error:
                self._bad_number(error.code, event)
        if self.key is _MISSING and type(self.container) is dict:
            self._set_key(value, event)
            return
        if value is text:
            self.document.strings.append(text)
        self.document.scalars.append(event)
        self._put(value, event)

    def _set_key(self, value: Any, event: Event) -> None:
        self.key_mark = event.start_mark
        if type(value) is not str:
            shown = gate.escaped(event.value) or "leeg"
            self._problem("WW131", event.start_mark, f"De sleutel `{shown}` is geen tekst.")
            value = event.value
        elif value in self.container:
            first = self.place.children[value].key if self.place else None
            earlier = f" Hij staat al op regel {first.line + 1}." if first else ""
            self._problem("WW130", event.start_mark, f"De sleutel `{gate.escaped(value)}` staat hier dubbel.{earlier}")
        self.key = value

    def _put(self, value: Any, event: Event) -> Place:
        place = Place(self.key_mark, event.start_mark, event.end_mark)
        container = self.container
        if container is None:
            self.document.data = value
            self.document.root = place
        elif type(container) is list:
            self.place.children[len(container)] = place  # type: ignore[union-attr]
            container.append(value)
        else:
            self.place.children[self.key] = place  # type: ignore[union-attr]
            container[self.key] = value
        self.key = _MISSING
        self.key_mark = None
        return place

    def _open(self, event: Event, container: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            _refuse_properties(event)
        if self.key is _MISSING and type(self.container) is dict:
            raise _Stop("WW131", event.start_mark, "Een lijst of een groep velden kan geen sleutel zijn.")
        if len(self.stack) >= MAX_DEPTH:
            raise _Stop("WW123", event.start_mark, f"De opbouw is hier meer dan {MAX_DEPTH} lagen diep.")
        parent, parent_place = self.container, self.place
        place = self._put(container, event)
        self.stack.append((parent, parent_place))
        self.container, self.place = container, place

    def _close(self, event: Event) -> None:
        if self.place is not None:
            self.place.end = event.end_mark
        self.container, self.place = self.stack.pop()

    def _bad_number(self, code: str, event: Event) -> None:
        shown = gate.escaped(event.value, 24)
        if code == "WW132":
            self._problem(code, event.start_mark, f"`{shown}` is geen getal dat te tellen of te tonen is.")
        else:
            self._problem(code, event.start_mark, f"Het getal `{shown}` heeft meer dan {MAX_DIGITS} cijfers.")

    def _problem(self, code: str, mark: Mark, boodschap: str) -> None:
        document = self.document
        if len(document.findings) < MAX_FINDINGS:
            document.findings.append(make(document.bestand, mark.line + 1, mark.column + 1, "", code, boodschap))


def _refuse_document(event: Event, number: int) -> None:
    if event.version is not None or event.tags:
        raise _Stop("WW121", event.start_mark, "Een instructie met % is niet toegestaan.")
    if number > 1:
        raise _Stop("WW122", event.start_mark, "Hier begint met `---` een tweede document in hetzelfde bestand.")


def _refuse_alias(event: Event) -> None:
    raise _Stop("WW120", event.start_mark, f"`*{gate.escaped(event.anchor)}` is een verwijzing binnen YAML.")


def _refuse_properties(event: Event) -> None:
    if event.anchor is not None:
        raise _Stop("WW120", event.start_mark, f"`&{gate.escaped(event.anchor)}` is een anker van YAML.")
    raise _Stop("WW121", event.start_mark, f"`{gate.escaped(event.tag)}` is een tag van YAML.")
