"""Findings as text for people, as GitHub annotations, as JSON and as SARIF. No renderer knows how findings arise."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from watwerkt.reading.codes import CODES
from watwerkt.reading.findings import Ernst
from watwerkt.reading.gate import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from watwerkt.reading.findings import Finding

Source = Callable[[str], "Sequence[str]"]
"""Gives the lines of a file by its ``bestand``; an empty sequence when there are none."""

WIDTH = 100
_SHOWN = 88
_COLOURS = {Ernst.FOUT: "31;1", Ernst.WAARSCHUWING: "33;1", Ernst.TIP: "36"}
_PLURALS = {Ernst.FOUT: "fouten", Ernst.WAARSCHUWING: "waarschuwingen", Ernst.TIP: "tips"}
_GITHUB = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.TIP: "notice"}
_SARIF = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.TIP: "note"}


def text(findings: Sequence[Finding], source: Source, checked: int, *, colour: bool = False, tips: bool = True) -> str:
    """Write findings grouped per file, each with its source line and a caret, and a summary of counts.

    The most serious comes last, where a reader of a terminal looks first: files without errors before files with
    errors, and within a file tips, warnings and errors.

    Args:
        findings: sorted findings.
        source: gives the lines of a file.
        checked: how many files were looked at, for the summary.
        colour: use ANSI colours.
        tips: write every tip in full; otherwise one line per code tells how many there are.
    """
    wrong = {item.bestand for item in findings if item.niveau is Ernst.FOUT}
    full = [item for item in findings if tips or item.niveau is not Ernst.TIP]
    mild = _files([item for item in full if item.bestand not in wrong], source, colour)
    serious = _files([item for item in full if item.bestand in wrong], source, colour)
    counted = [] if tips else _counted_tips(findings)
    return "\n".join([*mild, *counted, *serious, summary(findings, checked)]) + "\n"


_LAST = {Ernst.TIP: 0, Ernst.WAARSCHUWING: 1, Ernst.FOUT: 2}


def _files(findings: Sequence[Finding], source: Source, colour: bool) -> list[str]:
    blocks: list[str] = []
    for bestand, group in groupby(findings, key=lambda item: item.bestand):
        lines = source(bestand)
        blocks.append(_paint(bestand, "1", colour))
        blocks += [_block(item, lines, colour) for item in sorted(group, key=lambda item: _LAST[item.niveau])]
    return blocks


def _counted_tips(findings: Sequence[Finding]) -> list[str]:
    counts = Counter(item.code for item in findings if item.niveau is Ernst.TIP)
    lines = [
        f"{number} {'tip' if number == 1 else 'tips'} ({code} {CODES[code].titel}): toon ze met --tips"
        for code, number in sorted(counts.items())
    ]
    return [*lines, ""] if lines else []


def summary(findings: Sequence[Finding], checked: int) -> str:
    """Write one line: ``2 fouten en 1 tip in 2 bestanden; 40 bestanden gecontroleerd``."""
    looked = f"{checked} {'bestand' if checked == 1 else 'bestanden'} gecontroleerd"
    if not findings:
        return f"Alles in orde: {looked}, niets gevonden."
    counts = []
    for niveau in Ernst:
        number = sum(item.niveau is niveau for item in findings)
        if number:
            counts.append(f"{number} {niveau if number == 1 else _PLURALS[niveau]}")
    files = len({item.bestand for item in findings})
    told = counts[0] if len(counts) == 1 else f"{', '.join(counts[:-1])} en {counts[-1]}"
    return f"{told} in {files} {'bestand' if files == 1 else 'bestanden'}; {looked}."


def _block(item: Finding, lines: Sequence[str], colour: bool) -> str:
    head = f"  {item.regel}:{item.kolom}  {_paint(item.niveau, _COLOURS[item.niveau], colour)} {item.code}  "
    out = [head + (f"{item.pad}" if item.pad else CODES[item.code].titel)]
    out += _wrapped(item.boodschap)
    out += _excerpt(item, lines)
    out += _wrapped(item.advies, "→ ")
    return "\n".join(out) + "\n"


def _wrapped(message: str, mark: str = "") -> list[str]:
    """Wrap a message; the lines after the first are an example in YAML and stay as they are."""
    first, *rest = message.split("\n")
    indent = " " * 6
    hanging = indent + " " * len(mark)
    wrapped = textwrap.wrap(
        first, WIDTH, initial_indent=indent + mark, subsequent_indent=hanging, break_on_hyphens=False
    )
    return wrapped + [f"{hanging}  {escaped(line, WIDTH)}" for line in rest]


def _excerpt(item: Finding, lines: Sequence[str]) -> Iterator[str]:
    if item.regel > len(lines) or not lines[item.regel - 1].strip():
        return
    line = lines[item.regel - 1].rstrip("\r\n")
    at = item.kolom - 1
    # what is invisible is shown as an escape, so no text of a record can steer the terminal; escapes take more room
    start = 0 if len(_visible(line[: at + 1])) <= _SHOWN - 20 else max(0, at - 40)
    if len(_visible(line[start:at])) > _SHOWN - 20:
        start = max(0, at - 5)
    end = start
    room = _SHOWN
    while end < len(line) and (room := room - len(_visible(line[end]))) >= 0:
        end += 1
    number = str(item.regel)
    yield f"      {number} | {_visible(line[start:end])}"
    yield f"      {' ' * len(number)} | {' ' * len(_visible(line[start:at]))}^"


def _visible(piece: str) -> str:
    return escaped(piece, len(piece))


def _paint(words: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{words}\x1b[0m" if colour else str(words)


def github(findings: Iterable[Finding]) -> str:
    """Write workflow commands, which need no token; GitHub shows about ten of each level per step."""
    out = []
    for item in findings:
        place = f"file={_property(item.bestand)},line={item.regel},col={item.kolom}"
        title = _property(f"{item.code} {CODES[item.code].titel}")
        words = f"{item.pad}: {item.boodschap}" if item.pad else item.boodschap
        out.append(f"::{_GITHUB[item.niveau]} {place},title={title}::{_data(f'{words} {item.advies}')}\n")
    return "".join(out)


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Iterable[Finding]) -> str:
    """Write a JSON list of findings, one object per finding, keys in Dutch."""
    rows = [
        {
            "bestand": item.bestand,
            "regel": item.regel,
            "kolom": item.kolom,
            "pad": item.pad,
            "code": item.code,
            "niveau": item.niveau.value,
            "boodschap": item.boodschap,
            "advies": item.advies,
        }
        for item in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def sarif(findings: Iterable[Finding], version: str) -> str:
    """Write SARIF 2.1.0 (OASIS), with all codes as rules; columns count characters.

    Args:
        findings: sorted findings.
        version: version of this program.
    """
    index = {code: number for number, code in enumerate(CODES)}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "watwerkt", "semanticVersion": version, "rules": _rules()}},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"ROOT": {"description": {"text": "De map waarin de inhoud staat."}}},
                "results": [_result(item, index[item.code]) for item in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": code.code,
            "shortDescription": {"text": f"{code.titel}."},
            "fullDescription": {"text": code.uitleg},
            "help": {"text": f"{code.oplossing}\n\nFout:\n{code.voorbeeld_fout}\n\nGoed:\n{code.voorbeeld_goed}"},
            "defaultConfiguration": {"level": _SARIF[code.niveau]},
            "properties": {"grond": code.grond},
        }
        for code in CODES.values()
    ]


def _result(item: Finding, rule: int) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(item.bestand), "uriBaseId": "ROOT"},
            "region": {"startLine": item.regel, "startColumn": item.kolom},
        }
    }
    if item.pad:
        location["logicalLocations"] = [{"fullyQualifiedName": item.pad, "kind": "member"}]
    return {
        "ruleId": item.code,
        "ruleIndex": rule,
        "level": _SARIF[item.niveau],
        "message": {"text": f"{item.boodschap} {item.advies}"},
        "locations": [location],
    }
