"""Page model of a practice: layer 1 (what decides) and layer 2 (the full description in werkblad order)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.base import ONBEKEND
from watwerkt.records.values import value
from watwerkt.scoring import leidende_scan
from watwerkt.views.beoordeling import (
    Dimensieblok,
    Punt,
    dimensieblokken,
    geldigheid,
    sterkste_punt,
    zwakste_punt,
)
from watwerkt.views.index import LEGE_GROEP, Bronlink, Index, Kaart, Kaarten, Link, MetBron
from watwerkt.views.kostenklassen import kostentekst
from watwerkt.views.onderbouwing import Meetreeks, Partnergroep, Stap, bewijs, bewijstekst, coalitie, reeks, stap
from watwerkt.views.tekst import ONBEKEND_TEKST, getal, hoofdletter, moment, woord
from watwerkt.views.verduurzaming import Verduurzamingsbeeld, verduurzamingsbeeld

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from watwerkt.records import Praktijk
    from watwerkt.records.interventietype import WerkzaamBestanddeel
    from watwerkt.records.praktijk import Bereik, Kosten, Les
    from watwerkt.views.profiel import Profielbeeld

VERWANT_MAXIMUM = 4

TEKSTVELDEN = {
    "aanleiding": ("probleem", "doelgroep", "doel"),
    "aanpak": ("aanpak", "duur", "betrokkenheid_bewoners"),
    "uitvoering": ("randvoorwaarden", "deskundigheid", "materialen"),
}

LESSOORTEN = {
    "werkte": "Wat werkte",
    "werkte_niet": "Wat werkte niet",
    "waar_liep_het_spaak": "Waar liep het spaak",
    "wat_bleef": "Wat bleef",
}


@value
class Feit:
    """A label with one or more values; no value is *onbekend*."""

    label: str
    waarden: tuple[Link, ...]


@value
class Tekstblok:
    """A CommonMark text with its heading; ``tekst`` is empty when nobody filled it in."""

    id: str
    titel: str
    tekst: str


@value
class Praktijkpagina:
    """Everything the page of one practice shows."""

    kaart: Kaart
    samenvatting: str
    kruimels: tuple[Link, ...]
    statusregel: str
    labels: tuple[Link, ...]
    feiten: tuple[Feit, ...]
    profiel: Profielbeeld
    sterkste: Punt | None
    achilleshiel: Punt | None
    quickscan: str
    interventietype: Link | None
    blokken: tuple[Dimensieblok, ...]
    basis: str
    geldigheid: str
    aanleiding: tuple[Tekstblok, ...]
    subdoelen: tuple[str, ...]
    bereik: tuple[MetBron, ...]
    aanpak: tuple[Tekstblok, ...]
    bestanddelen: tuple[MetBron, ...]
    uitvoering: tuple[Tekstblok, ...]
    kosten: tuple[MetBron, ...]
    arena: tuple[Stap, ...]
    bewijs: MetBron
    metingen: tuple[Meetreeks, ...]
    verhalen: tuple[MetBron, ...]
    coalitie: tuple[Partnergroep, ...]
    verduurzaming: Verduurzamingsbeeld
    lessen: tuple[tuple[str, tuple[MetBron, ...]], ...]
    erkenning: tuple[Link, ...]
    verwant: Sequence[Kaart]
    bronnen: tuple[Bronlink, ...]
    record_status: str
    bijgewerkt: str
    oudere_scans: tuple[str, ...]


RECORD_STATUS = {
    "concept": "Concept: deze beschrijving is nog niet af.",
    "zelf_ingevuld": "Zelf ingevuld door de praktijk, nog niet getoetst.",
    "redactie": "Beschreven door de redactie op basis van de bronnen, nog niet getoetst door lezers van buiten.",
    "getoetst": "Getoetst door twee lezers, van wie één van buiten de organisatie.",
}


def praktijkpagina(index: Index, praktijk: Praktijk, peildatum: date) -> Praktijkpagina:
    """Build the page model of one practice; ``peildatum`` (never the clock) decides whether its scan has expired.

    Its quick-scan, its report and its data for the comparison follow each other, so the last answer is remembered.
    """
    return index.laatste_pagina.of((praktijk.id, peildatum), lambda: _pagina(index, praktijk, peildatum))


def _pagina(index: Index, praktijk: Praktijk, peildatum: date) -> Praktijkpagina:
    kaart, scan = index.kaarten[praktijk.id], leidende_scan(praktijk.scans)
    blokken = dimensieblokken(index, praktijk.id)
    return Praktijkpagina(
        kaart=kaart,
        samenvatting=praktijk.samenvatting,
        kruimels=(Link("Praktijken", "praktijken/"),),
        statusregel=_statusregel(praktijk),
        labels=_labels(index, praktijk),
        feiten=_feiten(index, praktijk),
        profiel=kaart.profiel,
        sterkste=sterkste_punt(blokken, kaart.profiel.sterkste),
        achilleshiel=zwakste_punt(index.kennisbank.rubriek, blokken, kaart.profiel.achilleshiel),
        quickscan=f"{kaart.doel}quickscan/",
        interventietype=interventietypelink(index, praktijk),
        blokken=blokken,
        basis=scan.basis if scan else "",
        geldigheid=geldigheid(scan, peildatum),
        aanleiding=_tekstblokken(praktijk, "aanleiding"),
        subdoelen=praktijk.subdoelen,
        bereik=tuple(MetBron("", bereiktekst(b), index.bronlinks(b.bronnen)) for b in praktijk.bereik),
        aanpak=_tekstblokken(praktijk, "aanpak"),
        bestanddelen=bestanddelen(index, praktijk.werkzame_bestanddelen),
        uitvoering=_tekstblokken(praktijk, "uitvoering"),
        kosten=tuple(_kosten(index, k) for k in praktijk.kosten),
        arena=tuple(stap(index, s) for s in praktijk.effectenarena),
        bewijs=bewijs(index, praktijk),
        metingen=tuple(reeks(index, i) for i in praktijk.indicatoren),
        verhalen=tuple(MetBron("", v.tekst, index.bronlinks(v.bronnen)) for v in praktijk.verhalen),
        coalitie=coalitie(index, praktijk),
        verduurzaming=verduurzamingsbeeld(index, praktijk),
        lessen=_lessen(index, praktijk),
        erkenning=tuple(
            Link(f"{index.term_label('erkenningen', e.databank)}: {e.niveau} ({_dag(e.datum)})", e.link)
            for e in praktijk.erkenning
        ),
        verwant=verwant(index, praktijk.id),
        bronnen=index.bronlinks(praktijk.bronnen),
        record_status=RECORD_STATUS[praktijk.record_status],
        bijgewerkt=moment(praktijk.bijgewerkt),
        oudere_scans=tuple(
            f"{moment(s.datum)}: {s.beoordelaar.organisatie}"
            for s in sorted(praktijk.scans, key=lambda s: s.datum, reverse=True)
            if s is not scan
        ),
    )


def _dag(waarde: str) -> str:
    return "datum onbekend" if waarde == "onbekend" else moment(waarde)


def _statusregel(praktijk: Praktijk) -> str:
    if praktijk.status == "onbekend":
        return "Status onbekend"
    status = hoofdletter(woord(praktijk.status))
    if praktijk.einde and praktijk.einde != "onbekend" and praktijk.status.voorbij:
        return (
            f"{status} in {moment(praktijk.einde)}"
            if len(praktijk.einde) < 8
            else (f"{status} per {moment(praktijk.einde)}")
        )
    return status


def _labels(index: Index, praktijk: Praktijk) -> tuple[Link, ...]:
    return (
        *(index.termlink("themas", t) for t in praktijk.themas),
        *(Link(index.term_label("doelgroepen", d), f"doelgroepen/{d}/") for d in praktijk.doelgroepen),
    )


def interventietypelink(index: Index, praktijk: Praktijk) -> Link | None:
    """Link to the model intervention of a practice, if it has one."""
    soort = index.kennisbank.interventietypen.get(praktijk.interventietype or "")
    return Link(soort.titel, f"interventietypen/{soort.id}/") if soort else None


def _feiten(index: Index, praktijk: Praktijk) -> tuple[Feit, ...]:
    uitvoerders = [Link(p.organisatie, "") for p in praktijk.partners if p.rol == "uitvoerend"]
    kosten = [Link(kostentekst(k), "") for k in praktijk.kosten]
    bereik = [Link(bereiktekst(b), "") for b in praktijk.bereik]
    soort, eigen = interventietypelink(index, praktijk), index.uittreksels[praktijk.id]
    return (
        Feit("Waar", _bekend(eigen.plaats if praktijk.locaties else ONBEKEND_TEKST)),
        Feit("Wie voert het uit", tuple(uitvoerders[:3])),
        Feit("Wanneer", _bekend(eigen.looptijd)),
        Feit("Bereik", tuple(bereik[:2])),
        Feit("Kosten", tuple(kosten[:2])),
        Feit("Bewijs (effectladder)", _bekend(bewijstekst(index, eigen.bewijs), "begrippen/bewijsniveaus/")),
        Feit("Soort", (Link(hoofdletter(woord(praktijk.soort)), ""),)),
        Feit("Interventietype", (soort,) if soort else ()),
        Feit("Leefgebieden", tuple(index.termlink("leefgebieden", g) for g in praktijk.leefgebieden)),
    )


def _bekend(tekst: str, doel: str = "") -> tuple[Link, ...]:
    return () if tekst == ONBEKEND_TEKST else (Link(tekst, doel),)


def bereiktekst(bereik: Bereik) -> str:
    """How many of what, over which time."""
    return f"{getal(bereik.aantal)} {bereik.eenheid} ({bereik.periode})"


def _tekstblokken(praktijk: Praktijk, groep: str) -> tuple[Tekstblok, ...]:
    velden = type(praktijk).model_fields
    return tuple(
        Tekstblok(naam.replace("_", "-"), velden[naam].title or naam, getattr(praktijk, naam) or "")
        for naam in TEKSTVELDEN[groep]
    )


def bestanddelen(index: Index, delen: tuple[WerkzaamBestanddeel, ...]) -> tuple[MetBron, ...]:
    """Active ingredients with reason and sources."""
    return tuple(MetBron(d.naam, d.waarom, index.bronlinks(d.bronnen)) for d in delen)


def _kosten(index: Index, kosten: Kosten) -> MetBron:
    bekend = kosten.betaler not in {None, ONBEKEND}
    betaler = f"Betaald door {kosten.betaler}." if bekend else "Wie betaalt, is onbekend."
    return MetBron(
        kostentekst(kosten), f"{betaler} {kosten.toelichting or ''}".strip(), index.bronlinks(kosten.bronnen)
    )


def _lessen(index: Index, praktijk: Praktijk) -> tuple[tuple[str, tuple[MetBron, ...]], ...]:
    def regels(lessen: tuple[Les, ...]) -> tuple[MetBron, ...]:
        return tuple(MetBron("", les.tekst, index.bronlinks(les.bronnen)) for les in lessen)

    return tuple(
        (titel, regels(lessen)) for naam, titel in LESSOORTEN.items() if (lessen := getattr(praktijk.lessen, naam))
    )


def verwant(index: Index, praktijk_id: str) -> Kaarten:
    """Other practices of the same type, then of its themes; at most four, neighbours in title order."""
    return index.kaarten_van(verwante(index, praktijk_id))


def verwante(index: Index, praktijk_id: str) -> tuple[str, ...]:
    """Ids of the practices that :func:`verwant` shows."""
    eigen = index.uittreksels[praktijk_id]
    namen: dict[str, None] = {}
    for groep in (
        index.per_interventietype.get(eigen.interventietype or "", LEGE_GROEP),
        *(index.per_thema.get(thema, LEGE_GROEP) for thema in eigen.themas),
    ):
        namen |= dict.fromkeys(groep.buren(praktijk_id, VERWANT_MAXIMUM))
        if len(namen) > VERWANT_MAXIMUM:
            break
    namen.pop(praktijk_id, None)
    return tuple(namen)[:VERWANT_MAXIMUM]
