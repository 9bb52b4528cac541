"""New and changed practices as Atom (RFC 4287) and JSON Feed 1.1, for everything and per thema."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from watwerkt.exports.edition import LICENTIE
from watwerkt.exports.texts import pretty_json, xml_document, xml_safe
from watwerkt.views.index import LEGE_GROEP
from watwerkt.views.tekst import NAAM, OMSCHRIJVING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watwerkt.exports.edition import Edition
    from watwerkt.views.index import Kaart

MAXIMUM = 500
"""A feed tells what is new; with more practices than this the oldest changes are left out."""

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
_NAMESPACE = "http://www.w3.org/2005/Atom"


def feed_files(edition: Edition) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield path and maker of every feed."""
    for folder, title, ids in feeds(edition):
        yield f"{folder}feed.xml", partial(_atom, edition, folder, title, ids)
        yield f"{folder}feed.json", partial(_json_feed, edition, folder, title, ids)


def feeds(edition: Edition) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield folder, title and ids of the practices of every feed: of the whole site, and of each thema."""
    yield "", f"{NAAM}: nieuw en gewijzigd", tuple(edition.index.kaarten)
    for term in edition.kennisbank.termen("themas"):
        ids = edition.index.per_thema.get(term.id, LEGE_GROEP).ids
        yield f"themas/{term.id}/", f"{NAAM}: {term.label}", ids


def newest(edition: Edition, ids: Iterable[str]) -> list[Kaart]:
    """Return the cards of a feed, last changed first; within a day in title order."""
    cards = (edition.index.kaarten[praktijk_id] for praktijk_id in ids)
    return sorted(cards, key=lambda card: card.bijgewerkt, reverse=True)[:MAXIMUM]


def _moment(day: str) -> str:
    """A record knows the day only; a feed wants a moment, so the start of that day (UTC)."""
    return f"{day}T00:00:00Z"


def _atom(edition: Edition, folder: str, title: str, ids: tuple[str, ...]) -> bytes:
    cards = newest(edition, ids)
    feed = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "nl"})
    _add(feed, "id", edition.url(f"{folder}feed.xml"))
    _add(feed, "title", title)
    _add(feed, "subtitle", OMSCHRIJVING)
    _add(feed, "updated", _moment(cards[0].bijgewerkt if cards else edition.dag.isoformat()))
    _add(feed, "link", rel="self", type=ATOM, href=edition.url(f"{folder}feed.xml"))
    _add(feed, "link", rel="alternate", type="text/html", href=edition.url(folder))
    _add(feed, "link", rel="license", href=LICENTIE)
    _add(feed, "rights", f"CC BY 4.0: {LICENTIE}")
    _add(_add(feed, "author"), "name", NAAM)
    for card in cards:
        entry = _add(feed, "entry")
        _add(entry, "id", edition.url(card.doel))
        _add(entry, "title", card.titel)
        _add(entry, "updated", _moment(card.bijgewerkt))
        _add(entry, "link", rel="alternate", type="text/html", href=edition.url(card.doel))
        for thema in card.themas:
            _add(entry, "category", term=thema.tekst)
        _add(entry, "summary", card.kern)
    return xml_document(feed)


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    element = SubElement(parent, name, {key: xml_safe(value) for key, value in attributes.items()})
    if text:
        element.text = xml_safe(text)
    return element


def _json_feed(edition: Edition, folder: str, title: str, ids: tuple[str, ...]) -> bytes:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "description": OMSCHRIJVING,
        "home_page_url": edition.url(folder),
        "feed_url": edition.url(f"{folder}feed.json"),
        "language": "nl",
        "authors": [{"name": NAAM, "url": edition.site_url}],
        "items": [
            {
                "id": edition.url(card.doel),
                "url": edition.url(card.doel),
                "title": card.titel,
                "content_text": card.kern,
                "date_modified": _moment(card.bijgewerkt),
                "tags": [thema.tekst for thema in card.themas],
            }
            for card in newest(edition, ids)
        ],
    }
    return pretty_json(feed)
