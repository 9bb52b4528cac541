"""What a Word file, a spreadsheet row or an issue form says, before it is known which fields it belongs to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from watwerkt.reading.gate import bad_characters

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_BULLET = re.compile(r"^\s*[-–—•*·▪◦o]\s+")
_ITEM = re.compile(r"^ *(?:- |[0-9]{1,3}[.)] )")


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with what stands below it.

    ``kop`` is the heading as typed; ``alineas`` are the paragraphs, those of a list with ``- `` or ``1. `` in front;
    ``rijen`` the rows of a table, the first with the names of its columns; ``plek`` says in Dutch where it stands.
    ``reden`` says why it belongs to no field, when that is known already; with ``gekozen`` it only tells how the file
    was read.
    """

    kop: str
    alineas: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()
    plek: str = ""
    reden: str = ""
    gekozen: bool = False

    @property
    def tekst(self) -> str:
        """All paragraphs as CommonMark: a blank line between them, but not between the items of a list."""
        parts: list[str] = []
        for alinea in self.alineas:
            tight = bool(parts and _ITEM.match(alinea) and _ITEM.match(parts[-1]))
            parts += ["\n" if tight else "\n\n", alinea] if parts else [alinea]
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A piece of text that found no field, and why; ``tekst`` is kept whole, so that nothing is lost.

    ``gekozen`` tells that the text did go into the record, in a way that its author should look at.
    """

    plek: str
    kop: str
    tekst: str
    reden: str
    gekozen: bool = False


def clean(text: str) -> str:
    """One line of text as a record may hold it: normal form C, plain spaces, no invisible signs."""
    text = unicodedata.normalize("NFC", text).replace("\r", " ").replace("\n", " ")
    for bad in reversed(list(bad_characters(text))):
        text = text[: bad.offset] + text[bad.offset + 1 :]
    return _SPACES.sub(" ", text).strip()


def paragraph(text: str, mark: str = "") -> str:
    """A paragraph: cleaned, and with a mark (``- ``, ``2. ``) in front when it is an item of a list."""
    item = _BULLET.match(text)
    words = clean(text[item.end() :] if item else text)
    return f"{mark or ('- ' if item else '')}{words}" if words else ""


def line_of(line: str) -> str:
    """A line that may have its mark in front already."""
    item = _ITEM.match(line)
    return paragraph(line[item.end() :], item[0]) if item else paragraph(line)


def unmarked(alinea: str) -> str:
    """The words of an item of a list."""
    return _ITEM.sub("", alinea)
