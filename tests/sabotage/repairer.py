"""Repairs a broken record by doing what the advice says, at the place that the finding names.

Where the advice offers something concrete (a name, a value, a line, a length) exactly that is done. Where it leaves
the choice to the author ("controleer de datum in de bron"), the author's own value takes the place of the faulty one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watwerkt.reading.findings import Finding

_QUOTED = re.compile(r"`([^`\n]+)`")
_ALLOWED = re.compile(r"Wel toegestaan: (.*)")
_NAMED = re.compile(r"‘[^’]+’ \((GM\d+)\)")
_LIMIT = re.compile(r"(\d+) tekens in")
_OFFERED = frozenset(
    {"WW204", "WW206", "WW211", "WW213", "WW215", "WW216", "WW217", "WW303", "WW402", "WW403", "WW404"}
)  # fmt: skip
"""Codes whose advice quotes a value that fits."""


def literal(text: str, finding: Finding) -> str | None:
    """Return the text after doing exactly what the advice offers, or nothing when it offers nothing exact."""
    lines = text.split("\n")
    number, column = finding.regel - 1, finding.kolom - 1
    line = lines[number]
    words = _QUOTED.findall(finding.advies.split("\n")[0])
    if finding.code == "WW130":
        del lines[number]
    elif finding.code == "WW210" and (limit := _LIMIT.search(finding.advies)):
        lines[number] = line[: len(line) - int(limit[1])]
    elif finding.code == "WW207" and "\n" in finding.advies:
        _listed(lines, number, finding.advies.split("\n")[1:])
    elif finding.code == "WW405" and (named := _NAMED.search(finding.advies)):
        lines[number] = line[:column] + named[1]
    elif finding.code == "WW202" and words and ": " in words[0]:
        _add(lines, number, column, words[0])
    elif finding.code == "WW203" and words:
        key = line[column:].split(":")[0]
        lines[number] = line[:column] + line[column:].replace(key, _name(finding, text, words), 1)
    elif finding.code == "WW209" and words:
        key = line[column:].split(":")[0]
        lines[number] = line[:column] + (words[0] if ": " in words[0] else f"{key}: {words[0]}")
    elif finding.code in _OFFERED and words:
        lines[number] = line[:column] + (words[0].partition(": ")[2] or words[0])
    else:
        return None
    return "\n".join(lines)


def own_value(text: str, finding: Finding, good: str) -> str:
    """Return the text with the author's own value at the place of the finding; what may not be said is cut off."""
    lines = text.split("\n")
    number, column = finding.regel - 1, finding.kolom - 1
    if finding.code == "WW202":
        _add(lines, number, column, f"{finding.pad.rpartition('.')[2]}: {good}")
    elif finding.code == "WW209":
        lines[number] = lines[number].partition(":")[0] + f": {good}"
    else:
        lines[number] = lines[number][:column] + ("" if finding.code.startswith("WW5") else good)
    return "\n".join(lines)


def _name(finding: Finding, text: str, words: list[str]) -> str:
    """The name that is proposed; without a proposal the last allowed one that is not there yet."""
    if not finding.advies.startswith("Wel toegestaan"):
        return words[0]
    allowed = _ALLOWED.search(finding.advies)
    near = "\n".join(text.split("\n")[max(0, finding.regel - 3) : finding.regel])
    return [name for name in _QUOTED.findall(allowed[1] if allowed else "") if f" {name}:" not in near][-1]


def _listed(lines: list[str], number: int, block: list[str]) -> None:
    start = len(lines[number]) - len(lines[number].lstrip(" -"))
    margin = len(block[0]) - len(block[0].lstrip())
    rows = [" " * start + row[margin:] for row in block[1:]]
    lines[number : number + 1] = [lines[number][:start] + block[0].strip(), *rows]


def _add(lines: list[str], number: int, column: int, row: str) -> None:
    """Put a line with a missing field in the group that the finding points at."""
    line, below = lines[number], lines[number + 1] if number + 1 < len(lines) else ""
    opens = line.rstrip().endswith(":") and not below.lstrip().startswith("- ")
    if opens and len(below) - len(below.lstrip()) > column and not line.lstrip().startswith("- "):
        lines.insert(number + 1, " " * (len(below) - len(below.lstrip())) + row)
    elif line.lstrip().startswith("- "):
        lines[number] = line[:column] + row
        lines.insert(number + 1, " " * column + line[column:])
    else:
        lines.insert(number, " " * column + row)
