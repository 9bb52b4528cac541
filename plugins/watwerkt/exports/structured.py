"""Facts of a page as schema.org. Our scores are not in it: a rating there means the opinion of users."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.exports.dcat import DISTRIBUTIONS
from watwerkt.exports.edition import LICENTIE
from watwerkt.records.bron import Brontype
from watwerkt.views.index import praktijkpad
from watwerkt.views.tekst import NAAM, OMSCHRIJVING, telwoord, woord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.exports.edition import Edition
    from watwerkt.records import Bron, Praktijk

Node = dict[str, Any]

LONGEST_LIST = 300
KINDS = {
    Brontype.ARTICLE: "Article",
    Brontype.ARTICLE_JOURNAL: "ScholarlyArticle",
    Brontype.BOOK: "Book",
    Brontype.CHAPTER: "Chapter",
    Brontype.DATASET: "Dataset",
    Brontype.LEGISLATION: "Legislation",
    Brontype.REPORT: "Report",
    Brontype.THESIS: "Thesis",
    Brontype.WEBPAGE: "WebPage",
}


def _publisher(edition: Edition) -> Node:
    return {"@type": "Organization", "@id": f"{edition.site_url}#uitgever", "name": NAAM, "url": edition.site_url}


def website(edition: Edition) -> Node:
    """Return the site as a whole, with how to search it."""
    return {
        "@type": "WebSite",
        "@id": f"{edition.site_url}#site",
        "url": edition.site_url,
        "name": NAAM,
        "description": OMSCHRIJVING,
        "inLanguage": "nl",
        "license": LICENTIE,
        "publisher": _publisher(edition),
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{edition.site_url}praktijken/?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }


def practice_page(edition: Edition, praktijk: Praktijk) -> Node:
    """Return the page of a practice: the text, and the service that it is about."""
    address = edition.url(praktijkpad(praktijk.id))
    cited = edition.index.uittreksels[praktijk.id].geciteerd
    return {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": praktijk.titel,
        "description": praktijk.kern,
        "inLanguage": "nl",
        "dateModified": praktijk.bijgewerkt,
        "license": LICENTIE,
        "isPartOf": {"@id": f"{edition.site_url}#site"},
        "publisher": _publisher(edition),
        "citation": [edition.sources[key] for key in cited if key in edition.sources],
        "mainEntity": _service(edition, praktijk, address),
    }


def _service(edition: Edition, praktijk: Praktijk, address: str) -> Node:
    index = edition.index
    places = (edition.kennisbank.gemeente(locatie.gemeente) for locatie in praktijk.locaties)
    return {
        "@type": "Service",
        "@id": f"{address}#praktijk",
        "identifier": praktijk.id,
        "name": praktijk.titel,
        "description": praktijk.samenvatting,
        "serviceType": woord(praktijk.soort),
        "url": address,
        "category": [index.term_label("themas", key) for key in praktijk.themas],
        "audience": [
            {"@type": "Audience", "audienceType": index.term_label("doelgroepen", key)} for key in praktijk.doelgroepen
        ],
        "areaServed": [
            {"@type": "AdministrativeArea", "name": place.label, "identifier": place.id} for place in places if place
        ],
        "provider": [
            {"@type": "Organization", "name": partner.organisatie}
            for partner in praktijk.partners
            if partner.rol == "uitvoerend"
        ],
    }


def source(edition: Edition, bron: Bron) -> Node:
    """Return a source."""
    node: Node = {
        "@type": KINDS.get(bron.type, "CreativeWork"),
        "@id": edition.url(f"bronnen/{bron.id}/"),
        "name": bron.title,
    }
    return node | ({"url": bron.url} if bron.url else {})


def practice_list(edition: Edition, pad: str, titel: str, ids: Iterable[str]) -> Node:
    """Return a list of practices, the first so many of them."""
    cards = [edition.index.kaarten[praktijk_id] for praktijk_id in list(ids)[:LONGEST_LIST]]
    return {
        "@type": "ItemList",
        "@id": f"{edition.url(pad)}#praktijken",
        "name": titel,
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": card.titel, "url": edition.url(card.doel)}
            for place, card in enumerate(cards, 1)
        ],
    }


def breadcrumbs(edition: Edition, steps: Iterable[tuple[str, str]]) -> Node:
    """Return the way from the home page to a page: text and path of every step."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": text, "item": edition.url(pad)}
            for place, (text, pad) in enumerate(steps, 1)
        ],
    }


def data_page(edition: Edition) -> Node:
    """Return the catalogue of data with its one dataset in all forms."""
    page = edition.url("data/")
    found = f"{len(edition.index.kaarten)} praktijken, in {telwoord(len(DISTRIBUTIONS))} vormen te downloaden."
    return {
        "@type": "DataCatalog",
        "@id": f"{page}#catalogus",
        "url": page,
        "name": f"Open data van {NAAM}",
        "description": OMSCHRIJVING,
        "license": LICENTIE,
        "publisher": _publisher(edition),
        "dataset": {
            "@type": "Dataset",
            "@id": f"{page}#dataset",
            "identifier": f"{page}#dataset",
            "url": page,
            "name": f"{NAAM}: praktijken, beoordelingen, bronnen en begrippen",
            "description": f"{OMSCHRIJVING} {found}",
            "inLanguage": "nl",
            "license": LICENTIE,
            "isAccessibleForFree": True,
            "creator": _publisher(edition),
            "dateModified": edition.dag.isoformat(),
            "version": edition.data_versie,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": form.title,
                    "contentUrl": edition.url(form.path),
                    "encodingFormat": form.media_type,
                }
                for form in DISTRIBUTIONS
            ],
        },
    }
