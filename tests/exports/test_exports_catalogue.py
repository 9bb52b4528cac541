"""The DCAT catalogue against the rules of DCAT-AP-NL 3.0, and the OpenAPI description against its files.

The official shapes are not in this repository. Where they are (`shared/data/dcat-ap-nl` beside or above the clone) they
are used; the mandatory properties are checked in any case, with shapes of our own.
"""

from __future__ import annotations

import copy
import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from exported import REPOSITORY, SITE_URL, Export, edition, real
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from pyshacl import validate
from rdflib import Graph
from rdflib.compare import isomorphic

from watwerkt.exports.dcat import PREFIXES, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICIAL = ("dcat-ap-SHACL.ttl", "dcat-ap-nl-SHACL.ttl", "dcat-ap-nl-SHACL-klassebereik.ttl")
FOLDERS = [parent / "shared" / "data" / "dcat-ap-nl" for parent in REPOSITORY.parents]
MANDATORY = {
    "dcat:Catalog": ("dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:dataset"),
    "dcat:Dataset": (
        *("dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator"),
        *("dcat:contactPoint", "dcat:theme", "dct:accessRights"),
    ),
    "dcat:Distribution": ("dcat:accessURL", "dct:license"),
    "foaf:Agent": ("foaf:name",),
    "vcard:Organization": ("vcard:fn", "vcard:hasEmail"),
}
SINGLE = {"dct:identifier", "dct:accessRights", "dcat:accessURL", "dct:license"}


def own_shapes() -> Graph:
    """Write the mandatory properties of the profile as shapes."""
    prefixes = {**PREFIXES, "sh": "http://www.w3.org/ns/shacl#"}
    text = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in prefixes.items())
    for number, (kind, names) in enumerate(MANDATORY.items()):
        most = {name: " ; sh:maxCount 1" if name in SINGLE else "" for name in names}
        parts = " , ".join(f"[ sh:path {name} ; sh:minCount 1{most[name]} ]" for name in names)
        text += f"<urn:shape:{number}> a sh:NodeShape ; sh:targetClass {kind} ; sh:property {parts} .\n"
    return Graph().parse(data=text, format="turtle")


def shapes() -> Iterator[tuple[str, Graph]]:
    """Yield our own shapes and the official ones that can be found."""
    yield "eigen", own_shapes()
    for folder in FOLDERS:
        for name in OFFICIAL:
            if (folder / name).is_file():
                yield name, Graph().parse(folder / name, format="turtle")


SHAPES = dict(shapes())


def conforms(graph: Graph, shape: Graph) -> tuple[bool, str]:
    ok, _, text = validate(graph, shacl_graph=shape, allow_warnings=True)
    return bool(ok), str(text)


def as_graph(content: dict[str, Any]) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the parser uses a class that its own library deprecates
        return Graph().parse(data=json.dumps(content), format="json-ld")


def read_form(whole: Export, form: str) -> Graph:
    path = whole.folder / "data" / f"catalogus.{form}"
    if form == "ttl":
        return Graph().parse(path, format="turtle")
    return as_graph(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_the_catalogue_conforms(form: str, name: str, whole: Export) -> None:
    ok, text = conforms(read_form(whole, form), SHAPES[name])
    assert ok, text


def test_both_forms_say_the_same(whole: Export) -> None:
    turtle, linked = read_form(whole, "ttl"), read_form(whole, "jsonld")
    assert len(turtle) > 80
    assert isomorphic(turtle, linked)


@pytest.mark.parametrize(
    ("node", "name"),
    [
        (f"#{place}", field)
        for place, kind in (("catalogus", "dcat:Catalog"), ("dataset", "dcat:Dataset"), ("json", "dcat:Distribution"))
        for field in MANDATORY[kind]
    ],
)
def test_a_catalogue_without_a_mandatory_property_does_not_conform(node: str, name: str) -> None:
    content = copy.deepcopy(catalogue(edition(real())))
    (found,) = (n for n in content["@graph"] if n["@id"].endswith(node))
    del found[name]
    assert not conforms(as_graph(content), SHAPES["eigen"])[0]


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "eigen"] or ["eigen"])
def test_the_shapes_in_use_can_fail(name: str) -> None:
    content = copy.deepcopy(catalogue(edition(real())))
    for node in content["@graph"]:
        for field in ("dct:identifier", "dct:license", "dct:title", "dcat:contactPoint", "dcat:accessURL"):
            node.pop(field, None)
        if "vcard:Kind" in node.get("@type", ""):
            node["@type"] = "foaf:Document"
        if node.get("@type") == "dcat:Catalog":
            node["dcat:contactPoint"] = {"@id": "urn:niets"}
    assert not conforms(as_graph(content), SHAPES[name])[0]


def test_the_catalogue_leads_to_files_that_are_there(whole: Export) -> None:
    graph = Graph().parse(whole.folder / "data" / "catalogus.ttl", format="turtle")
    rows = graph.query("SELECT ?file WHERE { ?x <http://www.w3.org/ns/dcat#downloadURL> ?file }")
    files = [str(row[0]).removeprefix(SITE_URL) for row in rows]  # type: ignore[index]
    assert len(files) == 5
    assert [name for name in files if not (whole.folder / name).is_file()] == []


def test_the_date_of_the_catalogue_is_that_of_the_content(whole: Export) -> None:
    content = json.loads((whole.folder / "data" / "catalogus.jsonld").read_text(encoding="utf-8"))
    dates = {node["dct:modified"]["@value"] for node in content["@graph"] if "dct:modified" in node}
    assert dates == {max(p.bijgewerkt for p in real().praktijken.values())}


def test_openapi_is_valid(whole: Export) -> None:
    description = whole.json("openapi.json")
    assert description["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(description).validate()
    assert description["info"]["contact"]["email"].endswith(".example")
    assert "apache" not in json.dumps(description).lower()


def test_openapi_describes_every_json_file_and_its_examples_are_real(whole: Export) -> None:
    description = whole.json("openapi.json")
    described = set(description["paths"])
    files = {f"/data/v1/{path.name}" for path in whole.v1.glob("*.json")} - {
        "/data/v1/openapi.json",
        "/data/v1/datapackage.json",
    }
    assert described == files | {"/data/v1/praktijken/{id}.json"}
    schemas = {"components": description["components"]}
    for path, item in description["paths"].items():
        content = item["get"]["responses"]["200"]["content"]["application/json"]
        (example,) = content["examples"].values()
        file = whole.folder / Path(example["externalValue"].removeprefix(SITE_URL))
        validator = Draft202012Validator({**content["schema"], **schemas})
        assert [e.message for e in validator.iter_errors(json.loads(file.read_text(encoding="utf-8")))] == [], path


def test_openapi_would_notice_a_wrong_reference(whole: Export) -> None:
    description = whole.json("openapi.json")
    description["paths"]["/data/v1/scores.json"]["get"]["responses"] = {}
    del description["info"]["title"]
    assert list(OpenAPIV31SpecValidator(description).iter_errors())
