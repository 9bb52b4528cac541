"""Page models of reference pages: model, bibliography, vocabularies and fields."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import TypeAdapter

from watwerkt.records import Begrippenlijst, Bron, Interventietype, Model, Praktijk, Rubriek, graad_van
from watwerkt.records.base import Datum, Moment, Url
from watwerkt.records.values import value
from watwerkt.views.bronvermelding import herkomst, slot
from watwerkt.views.tekst import getal, moment, opsomming, sorteersleutel
from watwerkt.views.waarnemingen import geen_waarneming, waarnemingen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo

    from watwerkt.records import Dimensie
    from watwerkt.views.index import Bronlink, Index, Link
    from watwerkt.views.waarnemingen import Waarneming


@value
class Criteriumuitleg:
    """A criterion with its anchors, advice and what practices show of it."""

    id: str
    label: str
    vraag: str
    gewicht: str
    ankers: tuple[tuple[int, str, str], ...]
    advies: str
    instrument: str
    bronnen: tuple[Bronlink, ...]
    gezien: Waarneming


@value
class Dimensiepagina:
    """One dimension of the model."""

    id: str
    label: str
    plus: bool
    vraag: str
    toelichting: str
    criteria: tuple[Criteriumuitleg, ...]
    bronnen: tuple[Bronlink, ...]
    doel: str


@value
class Modelpagina:
    """The model as a whole, with its scale and thresholds in words."""

    titel: str
    versie: str
    toelichting: str
    drempel: str
    minimale_dekking: str
    schaal: tuple[tuple[int, str, str], ...]
    dimensies: tuple[Dimensiepagina, ...]
    bronnen: tuple[Bronlink, ...]


@value
class Bronpagina:
    """A bibliography entry, APA-like, with what cites it; ``slot`` ends its title, or the year behind that."""

    id: str
    kort: str
    titel: str
    zonder_titel: bool
    auteurs: str
    jaar: str
    slot: str
    herkomst: str
    url: str
    url_archief: str
    gezien: str
    toelichting: str
    gebruikt_door: tuple[Link, ...]
    doel: str


@value
class Veld:
    """A field as contributors see it."""

    pad: str
    naam: str
    titel: str
    uitleg: str
    graad: str
    vorm: str
    voorbeeld: str


@value
class Veldgroep:
    """Fields of one part of a record."""

    id: str
    titel: str
    uitleg: str
    velden: tuple[Veld, ...]


@value
class Begrippenpagina:
    """A vocabulary; ``groepen`` are (name of the group or empty, terms)."""

    lijst: Begrippenlijst
    groepen: tuple[tuple[str, tuple[Any, ...]], ...]
    bronnen: tuple[Bronlink, ...]
    doel: str


def modelpagina(index: Index) -> Modelpagina:
    """Page model of the rubric."""
    rubriek, gezien = index.kennisbank.rubriek, waarnemingen(index)
    return Modelpagina(
        titel=rubriek.titel,
        versie=rubriek.versie,
        toelichting=rubriek.toelichting,
        drempel=getal(rubriek.drempel),
        minimale_dekking=f"{getal(rubriek.minimale_dekking * 100)}%",
        schaal=tuple((n.niveau, n.label, n.betekenis) for n in rubriek.schaal),
        dimensies=tuple(_dimensie(index, rubriek, d, gezien) for d in rubriek.dimensies),
        bronnen=index.bronlinks(rubriek.bronnen),
    )


def _dimensie(
    index: Index, rubriek: Rubriek, dimensie: Dimensie, gezien: Mapping[tuple[str, str], Waarneming]
) -> Dimensiepagina:
    labels, nergens = [n.label for n in rubriek.schaal], geen_waarneming(index)
    return Dimensiepagina(
        id=dimensie.id,
        label=dimensie.label,
        plus=dimensie.soort == "plus",
        vraag=dimensie.vraag,
        toelichting=dimensie.toelichting,
        criteria=tuple(
            Criteriumuitleg(
                id=c.id,
                label=c.label,
                vraag=c.vraag,
                gewicht=getal(c.gewicht),
                ankers=((0, labels[0], c.anker_0), (2, labels[2], c.anker_2), (4, labels[4], c.anker_4)),
                advies=c.advies.tekst,
                instrument=c.advies.instrument or "",
                bronnen=index.bronlinks(c.bronnen),
                gezien=gezien.get((dimensie.id, c.id), nergens),
            )
            for c in dimensie.criteria
        ),
        bronnen=index.bronlinks(dimensie.bronnen),
        doel=f"model/{dimensie.id}/",
    )


def bronpaginas(index: Index) -> tuple[Bronpagina, ...]:
    """Bibliography in order of author or title."""
    paginas = [_bron(index, bron) for bron in index.kennisbank.bronnen.values()]
    return tuple(sorted(paginas, key=lambda b: sorteersleutel(b.auteurs or b.titel)))


def _bron(index: Index, bron: Bron) -> Bronpagina:
    return Bronpagina(
        id=bron.id,
        kort=bron.kort,
        titel=bron.title,
        zonder_titel=bron.title.startswith("["),
        auteurs=opsomming(bron.author),
        jaar="jaar onbekend" if bron.issued == "onbekend" else moment(bron.issued),
        slot=slot(bron.title) if bron.author else ".",
        herkomst=herkomst(bron),
        url=bron.url or "",
        url_archief=bron.url_archief or "",
        gezien=moment(bron.accessed) if bron.accessed else "",
        toelichting=bron.note or "",
        gebruikt_door=index.per_bron.get(bron.id, ()),
        doel=f"bronnen/{bron.id}/",
    )


def begrippenpagina(index: Index, lijst: Begrippenlijst) -> Begrippenpagina:
    """A vocabulary with its terms by group; provinces are the groups of municipalities."""
    groepen: dict[str, list[Any]] = {}
    for term in lijst.termen:
        groep = term.groep or (index.term_label("provincies", term.breder) if term.breder else "")
        groepen.setdefault(groep, []).append(term)
    return Begrippenpagina(
        lijst=lijst,
        groepen=tuple((naam, tuple(termen)) for naam, termen in groepen.items()),
        bronnen=index.bronlinks(lijst.bronnen),
        doel=f"begrippen/{lijst.id}/",
    )


VELDGIDSEN: tuple[tuple[str, str, type[Model]], ...] = (
    ("praktijk", "Praktijk", Praktijk),
    ("interventietype", "Interventietype", Interventietype),
    ("bron", "Bron", Bron),
    ("begrippen", "Begrippenlijst", Begrippenlijst),
    ("rubriek", "Rubriek", Rubriek),
)


@cache
def veldgroepen(model: type[Model], titel: str) -> tuple[Veldgroep, ...]:
    """All fields of a model and of the parts it is made of, in order, each part once."""
    schema = model.model_json_schema(mode="serialization")
    schemas = {**schema.get("$defs", {}), model.__name__: schema}
    groepen: dict[type[Model], Veldgroep] = {}
    wachtrij: list[tuple[type[Model], str, str]] = [(model, "", titel)]
    for deel, pad, naam in wachtrij:
        if deel in groepen:
            continue
        groepen[deel] = Veldgroep(
            id=deel.__name__.lower(),
            titel=naam,
            uitleg=f"Onderdeel van {pad.rstrip('.')}." if pad else "Het hele bestand.",
            velden=tuple(
                _veld(f"{pad}{n}", n, f, _vorm(schemas[deel.__name__]["properties"][n], schemas))
                for n, f in deel.model_fields.items()
            ),
        )
        for sleutel, field in deel.model_fields.items():
            wachtrij.extend((sub, f"{pad}{sleutel}.", field.title or sleutel) for sub in _models_in(field.annotation))
    return tuple(groepen.values())


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _veld(pad: str, naam: str, field: FieldInfo, vorm: str) -> Veld:
    voorbeeld = (field.examples or [""])[0]
    return Veld(
        pad=pad,
        naam=naam,
        titel=field.title or naam,
        uitleg=field.description or "",
        graad=graad_van(field).value,
        vorm=vorm,
        voorbeeld=voorbeeldtekst(voorbeeld),
    )


def voorbeeldtekst(waarde: Any) -> str:
    """Write the example of a field as people read it."""
    if isinstance(waarde, dict):
        return ", ".join(f"{naam}: {deel}" for naam, deel in waarde.items())
    if isinstance(waarde, list):
        return opsomming(map(voorbeeldtekst, waarde), "of")
    return str(waarde or "")


def _vorm(veld: Mapping[str, Any], delen: Mapping[str, Any]) -> str:
    """What may be filled in, in a few words, from the field's JSON Schema and those of the parts."""
    vormen = (_soort(soort, delen) for soort in veld.get("anyOf", [veld]) if soort.get("type") != "null")
    return opsomming(dict.fromkeys(vormen), "of")


def _soort(schema: Mapping[str, Any], delen: Mapping[str, Any]) -> str:
    schema = delen[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return f"kies uit: {', '.join(map(str, schema['enum']))}"
    match schema["type"]:
        case "array":
            return "lijst van onderdelen" if "$ref" in schema["items"] else "lijst"
        case "object":
            return "onderdeel" if "properties" in schema else "lijst van onderdelen"
        case "boolean":
            return "ja of nee (true/false)"
        case "integer" | "number":
            return _getalsoort(schema)
    return _PATRONEN.get(schema.get("pattern", "")) or _tekstsoort(schema)


def _getalsoort(schema: Mapping[str, Any]) -> str:
    soort = "geheel getal" if schema["type"] == "integer" else "getal"
    laag, hoog = schema.get("minimum"), schema.get("maximum")
    if hoog is None or hoog > GROOTSTE_GRENS:
        return f"{soort}, {getal(laag)} of meer" if laag is not None and abs(laag) <= GROOTSTE_GRENS else soort
    begin = f"vanaf {getal(laag)}" if laag is not None else f"boven {getal(schema.get('exclusiveMinimum', 0))}"
    return f"{soort} {begin} tot en met {getal(hoog)}"


def _tekstsoort(schema: Mapping[str, Any]) -> str:
    return f"tekst, hooguit {getal(schema['maxLength'])} tekens" if "maxLength" in schema else "tekst"


GROOTSTE_GRENS = 1000
"""Higher limits only catch slips; naming them does not help who fills in the field."""

_PATRONEN = {
    TypeAdapter(soort).json_schema(mode="serialization")["pattern"]: uitleg
    for soort, uitleg in (
        (Datum, "datum (jaar-maand-dag)"),
        (Moment, "jaar, maand of dag, of onbekend"),
        (Url, "webadres"),
    )
}
