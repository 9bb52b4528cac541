"""Records and scores to output models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.exports import models
from watwerkt.records.base import ONBEKEND
from watwerkt.scoring import achilleshiel, leidende_scan, sterkste, verdict, vervaldatum
from watwerkt.scoring.dimensions import known_level
from watwerkt.views.index import LEGE_GROEP, praktijkpad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.records import Begrippenlijst, Bron, Dimensie, Interventietype, Praktijk, Rubriek, Scan
    from watwerkt.scoring import Dimensiescore
    from watwerkt.views.index import Index

GEEN_BEWIJS: dict[str, Any] = {"niveau": ONBEKEND, "onderbouwing": None, "bronnen": ()}
DECIMALS = 4


def praktijk(index: Index, record: Praktijk, site_url: str) -> models.Praktijk:
    """Return a practice with its places by code and its assessment."""
    data = record.model_dump(exclude={"scans", "locaties", "bewijs"})
    return models.Praktijk.model_validate(
        data
        | {
            "url": f"{site_url}{praktijkpad(record.id)}",
            "soort": record.soort.value,
            "record_status": record.record_status.value,
            "status": record.status.value,
            "verduurzaming": data["verduurzaming"] | {"route": record.verduurzaming.route.value},
            "locaties": [_locatie(index.kennisbank, loc.gemeente, loc.wijk) for loc in record.locaties],
            "bewijs": record.bewijs.model_dump() if record.bewijs else GEEN_BEWIJS,
            "beoordeling": beoordeling(index, record),
        }
    )


def _locatie(kennisbank: Kennisbank, naam: str, wijk: str | None) -> dict[str, str | None]:
    gemeente = kennisbank.gemeente(naam)
    provincie = kennisbank.term("provincies", gemeente.breder) if gemeente and gemeente.breder else None
    return {
        "gemeente": gemeente.label if gemeente else naam,
        "gemeente_code": gemeente.id if gemeente else None,
        "provincie": provincie.label if provincie else None,
        "provincie_code": provincie.id if provincie else None,
        "wijk": wijk,
    }


def beoordeling(index: Index, record: Praktijk) -> dict[str, Any]:
    """Return the data of the leading assessment of a practice, with its scores, and of the earlier ones."""
    rubriek, scan, scores = index.kennisbank.rubriek, leidende_scan(record.scans), index.uittreksels[record.id].profiel
    leading: dict[str, Any] = dict.fromkeys(
        ("datum", "rol", "organisatie", "getoetst", "basis", "geldig_tot", "oordeel")
    )
    if scan:
        leading = _origin(scan) | {
            "geldig_tot": vervaldatum(scan).isoformat(),
            "oordeel": verdict(rubriek, scores).value,
        }
    return leading | {
        "praktijk": record.id,
        "bekend": sum(s.bekend for s in scores.scores),
        "totaal": sum(s.totaal for s in scores.scores),
        "sterkste": sterkste(scores),
        "achilleshiel": achilleshiel(scores),
        "dimensies": [_dimensie(d, s) for d, s in zip(rubriek.dimensies, scores.scores, strict=True)],
        "criteria": list(_criteria(rubriek, scan)),
        "eerdere": [_origin(s) | {"criteria": list(_criteria(rubriek, s))} for s in record.scans if s is not scan],
    }


def _origin(scan: Scan) -> dict[str, Any]:
    return {
        "datum": scan.datum,
        "rol": scan.beoordelaar.rol.value,
        "organisatie": scan.beoordelaar.organisatie,
        "getoetst": scan.getoetst,
        "basis": scan.basis,
    }


def _dimensie(dimensie: Dimensie, score: Dimensiescore) -> dict[str, Any]:
    return {
        "dimensie": dimensie.id,
        "label": dimensie.label,
        "soort": dimensie.soort.value,
        "score": None if score.score is None else round(score.score, DECIMALS),
        "laag": round(score.laag, DECIMALS),
        "hoog": round(score.hoog, DECIMALS),
        "dekking": round(score.dekking, DECIMALS),
        "bekend": score.bekend,
        "totaal": score.totaal,
        "voorlopig": score.voorlopig,
    }


def _criteria(rubriek: Rubriek, scan: Scan | None) -> Iterator[dict[str, Any]]:
    oordelen = scan.oordelen if scan else {}
    for dimensie in rubriek.dimensies:
        given = oordelen.get(dimensie.id, {})
        for criterium in dimensie.criteria:
            oordeel = given.get(criterium.id)
            niveau = known_level(oordeel)
            yield {
                "dimensie": dimensie.id,
                "criterium": criterium.id,
                "label": criterium.label,
                "niveau": niveau,
                "niveau_label": None if niveau is None else rubriek.schaal[niveau].label,
                "onderbouwing": oordeel.onderbouwing if oordeel else None,
                "bronnen": [{"bron": v.bron, "plaats": v.plaats} for v in oordeel.bronnen] if oordeel else (),
            }


def interventietype(index: Index, record: Interventietype, site_url: str) -> models.Interventietype:
    """Return a model intervention with the ids of its practices."""
    return models.Interventietype.model_validate(
        record.model_dump()
        | {
            "url": f"{site_url}interventietypen/{record.id}/",
            "praktijken": index.per_interventietype.get(record.id, LEGE_GROEP).ids,
        }
    )


def bron(record: Bron, site_url: str) -> models.Bron:
    """Return a source."""
    return models.Bron.model_validate(
        record.model_dump() | {"type": record.type.value, "pagina": f"{site_url}bronnen/{record.id}/"}
    )


def citation(record: Bron) -> str:
    """Return a source as it stands in a list of literature, roughly as APA wants it."""
    who = ", ".join(record.author) or record.publisher or ""
    year = "z.d." if record.issued == ONBEKEND else record.issued[:4]
    parts: list[str | None] = [f"{who} ({year})", record.title] if who else [f"{record.title} ({year})"]
    parts += [record.container_title, record.number, record.publisher if record.author else None, record.url]
    return ". ".join(part for part in parts if part)


def begrippenlijst(record: Begrippenlijst, site_url: str) -> models.Begrippenlijst:
    """Return a vocabulary."""
    return models.Begrippenlijst.model_validate(record.model_dump() | {"url": f"{site_url}begrippen/{record.id}/"})


def rubriek(record: Rubriek) -> models.Rubriek:
    """Return the rubric."""
    return models.Rubriek.model_validate(record.model_dump(mode="json"))


def ingetrokken(record: Praktijk, site_url: str) -> models.Ingetrokken:
    """Return what is left of a withdrawn practice.

    Raises:
        ValueError: the practice was not withdrawn.
    """
    if record.ingetrokken is None:
        raise ValueError(f"{record.id} is niet ingetrokken")
    return models.Ingetrokken(
        id=record.id,
        url=f"{site_url}{praktijkpad(record.id)}",
        titel=record.titel,
        datum=record.ingetrokken.datum,
        reden=record.ingetrokken.reden,
        opvolger=record.ingetrokken.opvolger,
    )
