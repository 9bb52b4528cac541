"""Page models of reference pages: model, bibliography, vocabularies and fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args

from watwerkt.records import Begrippenlijst, Bron, Interventietype, Model, Praktijk, Rubriek, graad_van
from watwerkt.views.tekst import getal, moment, opsomming, sorteersleutel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from watwerkt.records import Dimensie
    from watwerkt.views.index import Bronlink, Index, Link


@dataclass(frozen=True, slots=True)
class Criteriumuitleg:
    """A criterion with its anchors and advice."""

    id: str
    label: str
    vraag: str
    gewicht: str
    ankers: tuple[tuple[int, str, str], ...]
    advies: str
    instrument: str
    bronnen: tuple[Bronlink, ...]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Bronpagina:
    """A bibliography entry, APA-like, with what cites it."""

    id: str
    kort: str
    titel: str
    zonder_titel: bool
    auteurs: str
    jaar: str
    herkomst: str
    url: str
    url_archief: str
    gezien: str
    toelichting: str
    gebruikt_door: tuple[Link, ...]
    doel: str


@dataclass(frozen=True, slots=True)
class Veld:
    """A field as contributors see it."""

    pad: str
    naam: str
    titel: str
    uitleg: str
    graad: str
    vorm: str
    voorbeeld: str


@dataclass(frozen=True, slots=True)
class Veldgroep:
    """Fields of one part of a record."""

    id: str
    titel: str
    uitleg: str
    velden: tuple[Veld, ...]


@dataclass(frozen=True, slots=True)
class Begrippenpagina:
    """A vocabulary; ``groepen`` are (name of the group or empty, terms)."""

    lijst: Begrippenlijst
    groepen: tuple[tuple[str, tuple[Any, ...]], ...]
    bronnen: tuple[Bronlink, ...]
    doel: str


def modelpagina(index: Index) -> Modelpagina:
    """Page model of the rubric."""
    rubriek = index.kennisbank.rubriek
    return Modelpagina(
        titel=rubriek.titel,
        versie=rubriek.versie,
        toelichting=rubriek.toelichting,
        drempel=getal(rubriek.drempel),
        minimale_dekking=f"{getal(rubriek.minimale_dekking * 100)}%",
        schaal=tuple((n.niveau, n.label, n.betekenis) for n in rubriek.schaal),
        dimensies=tuple(_dimensie(index, rubriek, d) for d in rubriek.dimensies),
        bronnen=index.bronlinks(rubriek.bronnen),
    )


def _dimensie(index: Index, rubriek: Rubriek, dimensie: Dimensie) -> Dimensiepagina:
    labels = [n.label for n in rubriek.schaal]
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
    herkomst = [deel for deel in (bron.container_title, bron.number, bron.publisher) if deel]
    herkomst += [f"ISBN {bron.isbn}"] if bron.isbn else []
    herkomst += [f"doi:{bron.doi}"] if bron.doi else []
    return Bronpagina(
        id=bron.id,
        kort=bron.kort,
        titel=bron.title,
        zonder_titel=bron.title.startswith("["),
        auteurs=opsomming(bron.author),
        jaar="jaar onbekend" if bron.issued == "onbekend" else moment(bron.issued),
        herkomst=", ".join(herkomst),
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


def veldgroepen(model: type[Model], titel: str) -> tuple[Veldgroep, ...]:
    """All fields of a model and of the parts it is made of, in order, each part once."""
    groepen: dict[type[Model], Veldgroep] = {}
    wachtrij: list[tuple[type[Model], str, str]] = [(model, "", titel)]
    for deel, pad, naam in wachtrij:
        if deel in groepen:
            continue
        groepen[deel] = Veldgroep(
            id=deel.__name__.lower(),
            titel=naam,
            uitleg=f"Onderdeel van {pad.rstrip('.')}." if pad else "Het hele bestand.",
            velden=tuple(_veld(f"{pad}{n}", n, f) for n, f in deel.model_fields.items()),
        )
        for sleutel, field in deel.model_fields.items():
            wachtrij.extend((sub, f"{pad}{sleutel}.", field.title or sleutel) for sub in _models_in(field.annotation))
    return tuple(groepen.values())


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _veld(pad: str, naam: str, field: FieldInfo) -> Veld:
    voorbeeld = (field.examples or [""])[0]
    return Veld(
        pad=pad,
        naam=naam,
        titel=field.title or naam,
        uitleg=field.description or "",
        graad=graad_van(field).value,
        vorm=_vorm(field),
        voorbeeld=opsomming(map(str, voorbeeld), "of") if isinstance(voorbeeld, list) else str(voorbeeld or ""),
    )


def _vorm(field: FieldInfo) -> str:
    """What may be filled in, in a few words."""
    keuzes = list(_choices(field.annotation))
    if keuzes:
        return f"kies uit: {', '.join(keuzes)}"
    tekst = repr(field.annotation)
    if any(True for _ in _models_in(field.annotation)):
        return "lijst van onderdelen" if "tuple" in tekst or "dict" in tekst else "onderdeel"
    if "tuple" in tekst:
        return "lijst"
    grens = next((m.max_length for m in field.metadata if getattr(m, "max_length", None)), None)
    soort = "getal" if "int" in tekst or "float" in tekst else "ja of nee (true/false)" if "bool" in tekst else "tekst"
    return f"{soort}, hooguit {getal(grens)} tekens" if grens and soort == "tekst" else soort


def _choices(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(lid.value) for lid in annotation)
    elif getattr(annotation, "__origin__", None) is not None and repr(annotation).startswith("typing.Literal"):
        yield from (str(keuze) for keuze in get_args(annotation))
    else:
        for argument in get_args(annotation):
            yield from _choices(argument)
