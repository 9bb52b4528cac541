"""Text of records in other formats: no formula in a spreadsheet (SEC-E1), no sign that XML forbids (SEC-E3)."""

from __future__ import annotations

import io
import re
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ElementTree, indent

from pydantic_core import to_json

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DANGEROUS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20']|[\t\r]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(text: str) -> str:
    """Replace what no XML document may hold by the sign for a lost character."""
    return _NOT_XML.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """Return a text as it stands between two tags of an XML document."""
    return text if plain(text) else escape(xml_safe(text), quote=False)


def plain(text: str) -> bool:
    """Whether a text is one line that stands in an XML document as it is, as nearly all do; quick to know."""
    return text.isprintable() and not ("&" in text or "<" in text or ">" in text)


def xml_document(root: Element) -> bytes:
    """Return an XML document with indentation."""
    indent(root)
    target = io.BytesIO()
    ElementTree(root).write(target, encoding="utf-8", xml_declaration=True)
    return target.getvalue() + b"\n"


def guarded(text: str) -> str:
    r"""Put ``'`` before each line that a spreadsheet may run, also before one that begins with ``'`` itself.

    >>> guarded("=1+1"), guarded("'t Hart"), guarded("een\n- twee")
    ("'=1+1", "''t Hart", "een\n'- twee")
    """
    if text.isprintable():  # one line, as most are
        return f"'{text}" if _DANGEROUS.match(text) else text
    return _LINE.sub(lambda line: f"'{line[0]}" if _DANGEROUS.match(line[0]) else line[0], text)


def unguarded(text: str) -> str:
    r"""Return the text as it was before `guarded`.

    >>> unguarded("een\n'- twee")
    'een\n- twee'
    """
    return _LINE.sub(lambda line: line[0].removeprefix("'"), text)


def pretty_json(value: object) -> bytes:
    """Return JSON with indentation, for files that people read."""
    return to_json(value, indent=2) + b"\n"
