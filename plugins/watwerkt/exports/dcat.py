"""The data as a catalogue in DCAT-AP-NL 3.0, in JSON-LD and Turtle. Every node has an address: no blank nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from watwerkt.exports.edition import BESTAND, DATA, LICENTIE, SCHEMA_VERSIE, TREFWOORDEN, V1
from watwerkt.exports.texts import pretty_json
from watwerkt.views.tekst import NAAM, OMSCHRIJVING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Literal, URIRef

    from watwerkt.exports.edition import Edition

EU = "http://publications.europa.eu/resource/authority/"
IANA = "https://www.iana.org/assignments/media-types/"
DUTCH = f"{EU}language/NLD"
PUBLIC = f"{EU}access-right/PUBLIC"
THEMES = {
    f"{EU}data-theme/SOCI": "Bevolking en samenleving",
    f"{EU}data-theme/GOVE": "Overheid en publieke sector",
}
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_OFFICE = "application/vnd.oasis.opendocument.spreadsheet"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Node = dict[str, Any]


class Form(NamedTuple):
    """A form in which everything can be downloaded.

    ``file_type`` is the key in the European list of file types; empty for a form that is not in it.
    """

    name: str
    path: str
    title: str
    file_type: str
    media_type: str


DISTRIBUTIONS = (
    Form("json", f"{V1}alles.json", "Alles als JSON", "JSON", "application/json"),
    Form("csv", f"{V1}csv/praktijken.csv", "Praktijken als CSV", "CSV", "text/csv"),
    Form("xlsx", f"{V1}{BESTAND}.xlsx", "Alle tabellen als werkmap voor Excel", "XLSX", _EXCEL),
    Form("ods", f"{V1}{BESTAND}.ods", "Alle tabellen als werkmap voor LibreOffice", "ODS", _OFFICE),
    Form("sqlite", f"{V1}{BESTAND}.sqlite", "Alle tabellen als SQLite-database", "", "application/vnd.sqlite3"),
)


def jsonld_file(edition: Edition) -> bytes:
    """Return the catalogue as JSON-LD."""
    return pretty_json(catalogue(edition))


def turtle_file(edition: Edition) -> bytes:
    """Return the catalogue as Turtle."""
    from rdflib import RDF, Graph, URIRef  # takes a third of a second, so only here

    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for node in catalogue(edition)["@graph"]:
        for name, values in node.items():
            for value in values if isinstance(values, list) else [values]:
                if name == "@type":
                    graph.add((URIRef(node["@id"]), RDF.type, URIRef(_full(value))))
                elif name != "@id":
                    graph.add((URIRef(node["@id"]), URIRef(_full(name)), _object(value)))
    return graph.serialize(format="turtle", encoding="utf-8")


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _object(value: Node | str) -> URIRef | Literal:
    from rdflib import Literal, URIRef

    if isinstance(value, str):
        return Literal(value)
    if "@id" in value:
        return URIRef(value["@id"])
    kind = URIRef(_full(value["@type"])) if "@type" in value else None
    return Literal(value["@value"], lang=value.get("@language"), datatype=kind)


def catalogue(edition: Edition) -> Node:
    """Return the catalogue with one dataset in all its forms."""
    page, day = edition.url(DATA), _date(edition.dag.isoformat())
    described: Node = {
        "dct:title": _dutch(f"Open data van {NAAM}"),
        "dct:description": _dutch(OMSCHRIJVING),
        "dct:publisher": _node(f"{page}#uitgever"),
        "dct:creator": _node(f"{page}#uitgever"),
        "dcat:contactPoint": _node(f"{page}#contact"),
        "dct:language": _node(DUTCH),
        "dct:modified": day,
    }
    dataset = described | {
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _dutch(f"{NAAM}: praktijken, beoordelingen, bronnen en begrippen"),
        "dct:identifier": f"{page}#dataset",
        "dct:accessRights": _node(PUBLIC),
        "dcat:theme": [_node(theme) for theme in THEMES],
        "dcat:keyword": [_dutch(word) for word in TREFWOORDEN],
        "dcat:landingPage": _node(page),
        "foaf:page": _node(page),
        "dcat:version": edition.data_versie,
        "dct:conformsTo": _node(edition.url(f"{V1}openapi.json")),
        "dcat:distribution": [_node(f"{page}#{form.name}") for form in DISTRIBUTIONS],
    }
    root = described | {
        "@id": f"{page}#catalogus",
        "@type": "dcat:Catalog",
        "foaf:homepage": _node(page),
        "dct:license": _node(LICENTIE),
        "dcat:dataset": _node(f"{page}#dataset"),
    }
    forms = [_form(edition, form, day) for form in DISTRIBUTIONS]
    return {"@context": PREFIXES, "@graph": [root, dataset, *forms, *_known(edition, page)]}


def _form(edition: Edition, form: Form, day: Node) -> Node:
    file_type = {"dct:format": _node(f"{EU}file-type/{form.file_type}")} if form.file_type else {}
    return {
        "@id": f"{edition.url(DATA)}#{form.name}",
        "@type": "dcat:Distribution",
        "dct:title": _dutch(form.title),
        "dct:description": _dutch(f"{form.title}; schemaversie {SCHEMA_VERSIE}."),
        "dcat:accessURL": _node(edition.url(DATA)),
        "dcat:downloadURL": _node(edition.url(form.path)),
        "dcat:mediaType": _node(IANA + form.media_type),
        "dct:license": _node(LICENTIE),
        "dct:language": _node(DUTCH),
        "dct:modified": day,
        **file_type,
    }


def _known(edition: Edition, page: str) -> Iterator[Node]:
    """Yield what the rest points at; the shapes of the profile want the kind of each in the same graph."""
    home = _node(edition.site_url)
    yield {"@id": f"{page}#uitgever", "@type": "foaf:Agent", "foaf:name": _dutch(NAAM), "foaf:homepage": home}
    yield {
        "@id": f"{page}#contact",
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": NAAM,
        "vcard:hasEmail": _node(f"mailto:{edition.contact}"),
        "vcard:hasURL": _node(page),
    }
    yield {"@id": LICENTIE, "@type": "dct:LicenseDocument"}
    yield {"@id": page, "@type": "foaf:Document"}
    yield {"@id": edition.site_url, "@type": "foaf:Document"}
    yield {"@id": edition.url(f"{V1}openapi.json"), "@type": "dct:Standard"}
    yield {"@id": DUTCH, "@type": "dct:LinguisticSystem"}
    yield {"@id": PUBLIC, "@type": "dct:RightsStatement"}
    for theme, label in THEMES.items():
        yield {"@id": theme, "@type": "skos:Concept", "skos:prefLabel": _dutch(label)}
    for form in DISTRIBUTIONS:
        yield {"@id": IANA + form.media_type, "@type": "dct:MediaType"}
        if form.file_type:
            yield {"@id": f"{EU}file-type/{form.file_type}", "@type": "dct:MediaTypeOrExtent"}


def _node(address: str) -> Node:
    return {"@id": address}


def _dutch(text: str) -> Node:
    return {"@value": text, "@language": "nl"}


def _date(day: str) -> Node:
    return {"@value": day, "@type": "xsd:date"}
