"""What a page says to machines: the same content in other forms, and its facts as schema.org in JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from watwerkt.exports import structured
from watwerkt.exports.edition import practice_path, werkblad_path
from watwerkt.exports.feeds import ATOM, JSON_FEED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.exports.edition import Edition
    from watwerkt.views.index import Link

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WITH_FEED = ("", "praktijken/")


class Alternate(NamedTuple):
    """The content of a page in another form: media type, path from the site root, Dutch name."""

    type: str
    url: str
    titel: str


def alternates(edition: Edition, pad: str) -> tuple[Alternate, ...]:
    """Return the other forms of the page at a path."""
    praktijk_id = _second(pad, "praktijken")
    if praktijk_id in edition.index.kaarten:
        return (
            Alternate("application/json", practice_path(praktijk_id), "Deze praktijk als JSON"),
            Alternate(WORD, werkblad_path(praktijk_id), "Deze praktijk als werkblad (Word)"),
        )
    if pad in WITH_FEED or _second(pad, "themas"):
        folder = "" if pad in WITH_FEED else pad
        return (
            Alternate(ATOM, f"{folder}feed.xml", "Nieuw en gewijzigd (Atom)"),
            Alternate(JSON_FEED, f"{folder}feed.json", "Nieuw en gewijzigd (JSON Feed)"),
        )
    return ()


def linked_data(edition: Edition, pad: str, titel: str, kruimels: Iterable[Link] = ()) -> dict[str, Any] | None:
    """Return the JSON-LD of the page at a path; nothing when there is nothing to say."""
    praktijk_id = _second(pad, "praktijken")
    graph: list[dict[str, Any]] = []
    if praktijk_id in edition.index.kaarten:
        graph.append(structured.practice_page(edition, edition.kennisbank.praktijken[praktijk_id]))
    elif pad == "":
        graph.append(structured.website(edition))
    elif pad == "data/":
        graph.append(structured.data_page(edition))
    elif (thema := _second(pad, "themas")) in edition.index.per_thema:
        graph.append(structured.practice_list(edition, pad, titel, edition.index.per_thema[thema].ids))
    steps = [(link.tekst, link.doel) for link in kruimels]
    if steps:
        graph.append(structured.breadcrumbs(edition, [*steps, (titel, pad)]))
    return {"@context": "https://schema.org", "@graph": graph} if graph else None


def _second(pad: str, first: str) -> str:
    """Return the second part of a path of two parts that begins so; empty for any other."""
    parts = pad.split("/")
    return parts[1] if len(parts) == 3 and parts[0] == first else ""
