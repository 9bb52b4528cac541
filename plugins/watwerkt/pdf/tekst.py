"""Texts of records as the typesetter can take them: no signs that no font has, no words that cannot be broken."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from watwerkt.pdf.engine import can_show

UNSHOWABLE = "\u25a1"
"""An empty box stands for a character that no font has, such as most emoji."""

_ORDINARY = re.compile(r"[\x20-\x7e\xa0-\u017f\u2010-\u2014\u2018-\u201e\u2022\u2026\u20ac]*")
"""Basic Latin, Latin-1, Latin Extended-A and common punctuation: in every font that is used."""

_SIGN = _ORDINARY.pattern.removesuffix("*").replace(r"\x20", r"\x21")
_EASY = re.compile(rf"(?:{_SIGN}{{1,20}} )*{_SIGN}{{0,20}}")
"""Ordinary words of at most 20 signs with single spaces, as most texts are: nothing to do."""

_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONG_WORD = re.compile(r"[^\W\d_]{31,}")
_LONG_RUN = re.compile(r"[^\s\u00ad\u200b-]{21,}")
_PIECE = 10
_LONG_PART = 20
_AFTER_SIGN = re.compile(r"[^/.?&=_%#:]*[/.?&=_%#:]+|[^/.?&=_%#:]+")
_WORD = re.compile(r"[\W_]{0,3}[^\W\d_]+[\W_]{0,3}")
"""A word with the marks around it, such as a bracket or a full stop."""
_SOFT_HYPHEN = "\u00ad"
JOINT = "\u200b"
"""Zero width space: a line may end here, without a sign."""


@lru_cache(maxsize=2**13)
def showable(text: str) -> str:
    """One line of text that can be set and broken anywhere.

    White space becomes one space, marks that turn the direction of reading are dropped, a character without a font
    becomes an empty box. Words over 30 letters may break with a hyphen every ten; in other runs over 20 signs, such as
    web addresses, a line may end after a sign, and anywhere in a part that is longer than 20 and no word.
    """
    if _EASY.fullmatch(text):
        return text
    text = _SPACE.sub(" ", _DIRECTION.sub("", text))
    if not _ORDINARY.fullmatch(text):
        text = "".join(char if _is_showable(char) else UNSHOWABLE for char in text)
    text = _LONG_WORD.sub(lambda match: _pieces(match[0], _SOFT_HYPHEN), text)
    return _LONG_RUN.sub(_broken_run, text)


def _is_showable(char: str) -> bool:
    if _ORDINARY.fullmatch(char):
        return True
    if unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn"):
        return False
    return can_show(char)


def _broken_run(match: re.Match[str]) -> str:
    run = match[0]
    parts = _AFTER_SIGN.findall(run)
    return JOINT.join(
        part if len(part) <= _LONG_PART or _WORD.fullmatch(part) else _pieces(part, JOINT) for part in parts
    )


def _pieces(run: str, joint: str) -> str:
    pieces, piece = [], ""
    for char in run:
        if len(piece) >= _PIECE and not unicodedata.combining(char):
            pieces.append(piece)
            piece = ""
        piece += char
    return joint.join([*pieces, piece])
