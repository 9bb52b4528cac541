"""Text in a spreadsheet that cannot be taken for a formula (SEC-E1), and can be turned back."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DANGEROUS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20']|[\t\r]")


def guarded(text: str) -> str:
    """Put ``'`` before each line that a spreadsheet may run, also before one that begins with ``'`` itself.

    >>> guarded("=1+1"), guarded("'t Hart"), guarded("een\\n- twee")
    ("'=1+1", "''t Hart", "een\\n'- twee")
    """
    return _LINE.sub(lambda line: f"'{line[0]}" if _DANGEROUS.match(line[0]) else line[0], text)


def unguarded(text: str) -> str:
    """Return the text as it was before `guarded`.

    >>> unguarded("een\\n'- twee")
    'een\\n- twee'
    """
    return _LINE.sub(lambda line: line[0].removeprefix("'"), text)
