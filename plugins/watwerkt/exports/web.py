"""What search engines, browsers and security researchers look for at fixed places."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from watwerkt.exports.texts import xml_document
from watwerkt.scoring.assessments import years_later
from watwerkt.views.tekst import NAAM

if TYPE_CHECKING:
    from watwerkt.exports.edition import Edition

SHORT_NAME = "Wat werkt (wijk)"
"""At most 16 characters, says the standard."""


def opensearch(edition: Edition) -> bytes:
    """Return the OpenSearch 1.1 description: the browser can search the catalogue."""
    root = Element("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
    for name, text in (
        ("ShortName", SHORT_NAME),
        ("Description", f"Zoek een aanpak in {NAAM}"),
        ("Language", "nl"),
        ("InputEncoding", "UTF-8"),
    ):
        SubElement(root, name).text = text
    address = edition.url("praktijken/?q={searchTerms}")
    SubElement(root, "Url", {"type": "text/html", "template": address})
    return xml_document(root)


def robots(edition: Edition) -> bytes:
    """Return `robots.txt`: everybody may read everything."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {edition.url('sitemap.xml')}\n".encode()


def security(edition: Edition) -> bytes:
    """Return `security.txt` (RFC 9116).

    ``Expires`` is a year after the newest content, never after the build: a site that nobody has touched for a year no
    longer promises that somebody answers.
    """
    expires = years_later(edition.dag, 1).isoformat()
    lines = (
        f"Contact: mailto:{edition.contact}",
        f"Expires: {expires}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {edition.url('.well-known/security.txt')}",
    )
    return "".join(f"{line}\n" for line in lines).encode()
