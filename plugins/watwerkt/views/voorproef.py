"""A first look at the scores of changed practices, as Markdown for whoever reviews the change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.reading.summary import code
from watwerkt.views.tekst import score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.views.index import Index, Kaart


def voorproef(index: Index, praktijken: Iterable[str]) -> str:
    """Write a table per practice: score, interval and how many criteria are known; then the verdict.

    Args:
        index: the knowledge base with its profiles.
        praktijken: ids; those that are not published are passed over.
    """
    kaarten = [index.kaarten[pid] for pid in praktijken if pid in index.kaarten]
    if not kaarten:
        return ""
    return "\n".join(["", "## Voorproef van de scorekaart", "", *(_kaart(kaart) for kaart in kaarten)])


def _kaart(kaart: Kaart) -> str:
    beeld = kaart.profiel
    rows = [
        f"| {'+1 ' if balk.plus else ''}{balk.label} | {score(balk.score)}{' (voorlopig)' if balk.voorlopig else ''} "
        f"| {round(balk.laag)}–{round(balk.hoog)} | {balk.bekend} van {balk.totaal} |"
        for balk in beeld.balken
    ]
    return "\n".join(
        [
            f"### {code(kaart.titel)}",
            "",
            "| Dimensie | Score | Kan nog zijn | Criteria bekend |",
            "| --- | ---: | ---: | ---: |",
            *rows,
            "",
            f"{beeld.oordeel}. {beeld.oordeel_uitleg}",
            "",
        ]
    )
