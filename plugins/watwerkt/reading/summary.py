"""Findings as Markdown for the page that a forge shows with a check: the whole list, grouped per file.

Texts of records are hostile: each stands in a code span that it cannot end, so that no link, mention or image arises.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from watwerkt.reading.codes import CODES
from watwerkt.reading.findings import Ernst
from watwerkt.reading.render import summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from watwerkt.reading.findings import Finding

MAX_SHOWN = 400
"""A forge shows at most a megabyte; who has more findings first mends these."""

_SIGNS = {Ernst.FOUT: "⛔", Ernst.WAARSCHUWING: "⚠️", Ernst.TIP: "💡"}


def markdown(findings: Sequence[Finding], checked: int) -> str:
    """Write the summary line and every finding with its place, what is wrong and what to do."""
    lines = ["## Controle van de records", "", summary(findings, checked), ""]
    for bestand, group in groupby(findings[:MAX_SHOWN], key=lambda item: item.bestand):
        lines += [f"### {code(bestand)}", "", *(line for item in group for line in _item(item)), ""]
    if len(findings) > MAX_SHOWN:
        lines += [f"Er zijn nog {len(findings) - MAX_SHOWN} meldingen. Herstel eerst deze.", ""]
    return "\n".join(lines)


def _item(item: Finding) -> Iterator[str]:
    where = f" {code(item.pad)}" if item.pad else ""
    head = f"- {_SIGNS[item.niveau]} **{item.niveau} {item.code}** regel {item.regel}, kolom {item.kolom}{where}"
    yield f"{head}: {CODES[item.code].titel.lower()}"
    yield f"  - {code(item.boodschap)}"
    yield f"  - Wat te doen: {code(item.advies)}"


def code(text: str) -> str:
    """Write a text as a code span; a run of backticks inside it is shorter than the fence."""
    words = " ".join(text.split())
    fence = "`"
    while fence in words:
        fence += "`"
    pad = " " if words.startswith("`") or words.endswith("`") or not words else ""
    return f"{fence}{pad}{words}{pad}{fence}"
