"""What an unquoted word in YAML is: the core schema of YAML 1.2, a little stricter, so that text stays as typed.

``nee``, ``no``, ``12:30``, ``0014``, ``1_000``, ``1e3``, ``0x1F`` and ``2026-11-21`` are text here, not what
YAML 1.1 guesses (SEC-Y4).
"""

from __future__ import annotations

import re

MAX_DIGITS = 15
"""Longer numbers lose digits in a spreadsheet or in JavaScript, and are never amounts."""

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_NUMBER_START = frozenset("-.+0123456789")

Scalar = str | int | float | bool | None


class ScalarError(ValueError):
    """An unquoted value that is refused; ``code`` is WW132 (no number) or WW133 (too many digits)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def resolve(text: str) -> Scalar:
    """Give an unquoted scalar its type.

    Raises:
        ScalarError: for ``.nan`` and ``.inf``, and for numbers of more than :data:`MAX_DIGITS` digits.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START:
        return text
    if _INTEGER.fullmatch(text):
        return int(_limited(text))
    if _DECIMAL.fullmatch(text):
        return float(_limited(text))
    if _NOT_A_NUMBER.fullmatch(text):
        raise ScalarError("WW132")
    return text


def _limited(text: str) -> str:
    if len(text) - text.count("-") - text.count(".") > MAX_DIGITS:
        raise ScalarError("WW133")
    return text
