"""Criteria of a scan as rows: level in words, reason, sources; unknown shown as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.scoring import is_verlopen, vervaldatum
from watwerkt.scoring.dimensions import known_level
from watwerkt.views.tekst import moment, opsomming

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from watwerkt.records import Criterium, Dimensie, Rubriek
    from watwerkt.records.scan import Oordeel, Scan
    from watwerkt.views.index import Bronlink, Index
    from watwerkt.views.profiel import Balk

GEEN_REDEN = "De bronnen zeggen er niets over."
GEEN_SCAN = "Nog niet beoordeeld."


@value
class Criteriumregel:
    """One criterion of one practice."""

    id: str
    label: str
    vraag: str
    niveau: int | None
    niveau_label: str
    onderbouwing: str
    bronnen: tuple[Bronlink, ...]
    doel: str

    @property
    def eigen_reden(self) -> bool:
        """Whether somebody wrote this reason; what is unknown gets a standing sentence otherwise."""
        return self.onderbouwing not in (GEEN_REDEN, GEEN_SCAN)


@value
class Dimensieblok:
    """One dimension of one practice with all its criteria."""

    id: str
    label: str
    vraag: str
    plus: bool
    balk: Balk
    dekking: str
    regels: tuple[Criteriumregel, ...]


def niveau_tekst(rubriek: Rubriek, niveau: int | None) -> str:
    """Level with its word: *1 · aanzet*, or *onbekend*."""
    if niveau is None:
        return "onbekend"
    return f"{niveau} · {rubriek.schaal[niveau].label.lower()}"


def dimensieblokken(index: Index, praktijk_id: str) -> tuple[Dimensieblok, ...]:
    """All dimensions in rubric order; criteria without a level are kept and called unknown."""
    beeld, scan = index.kaarten[praktijk_id].profiel, index.scan(praktijk_id)
    rubriek = index.kennisbank.rubriek
    oordelen = scan.oordelen if scan else {}
    anders = GEEN_REDEN if scan else GEEN_SCAN
    return tuple(
        _blok(index, dimensie, balk, oordelen.get(dimensie.id, {}), anders)
        for dimensie, balk in zip(rubriek.dimensies, beeld.balken, strict=True)
    )


def _blok(index: Index, dimensie: Dimensie, balk: Balk, oordelen: Mapping[str, Oordeel], anders: str) -> Dimensieblok:
    return Dimensieblok(
        id=dimensie.id,
        label=dimensie.label,
        vraag=dimensie.vraag,
        plus=balk.plus,
        balk=balk,
        dekking=f"{balk.bekend} van {balk.totaal} criteria bekend",
        regels=tuple([_regel(index, dimensie, c, oordelen.get(c.id), anders) for c in dimensie.criteria]),
    )


def _regel(
    index: Index, dimensie: Dimensie, criterium: Criterium, oordeel: Oordeel | None, anders: str
) -> Criteriumregel:
    niveau = known_level(oordeel)
    return Criteriumregel(
        id=criterium.id,
        label=criterium.label,
        vraag=criterium.vraag,
        niveau=niveau,
        niveau_label="" if niveau is None else index.niveaulabels[niveau],
        onderbouwing=(oordeel.onderbouwing if oordeel else None) or anders,
        bronnen=index.bronlinks(oordeel.bronnen) if oordeel else (),
        doel=f"model/{dimensie.id}/#{criterium.id}",
    )


def geldigheid(scan: Scan | None, peildatum: date) -> str:
    """Until when a scan may be relied on, or since when it no longer may."""
    if scan is None:
        return ""
    vervalt = moment(vervaldatum(scan).isoformat())
    if is_verlopen(scan, peildatum):
        return f"Verlopen op {vervalt}: deze scan is te oud om op te steunen."
    return f"Geldig tot {vervalt}."


@value
class Punt:
    """Strongest point or achilleshiel: dimensions, the telling reason and, for the weak one, the first step."""

    labels: tuple[str, ...]
    reden: str
    eerste_stap: str

    @property
    def naam(self) -> str:
        """The dimensions in one phrase, for after a colon."""
        return opsomming(label.lower() for label in self.labels)


def sterkste_punt(blokken: tuple[Dimensieblok, ...], ids: tuple[str, ...]) -> Punt | None:
    """The strongest dimensions with the reason of their highest criterion."""
    gekozen = [b for b in blokken if b.id in ids]
    regels = [r for b in gekozen for r in b.regels if r.niveau is not None]
    if not regels:
        return None
    hoogste = max(regels, key=lambda r: r.niveau or 0)
    return Punt(tuple(b.label for b in gekozen), hoogste.onderbouwing, "")


def zwakste_punt(rubriek: Rubriek, blokken: tuple[Dimensieblok, ...], ids: tuple[str, ...]) -> Punt | None:
    """The weakest dimensions with the reason and the advice of their lowest criterion."""
    gekozen = [b for b in blokken if b.id in ids]
    regels = [(b, r) for b in gekozen for r in b.regels if r.niveau is not None]
    if not regels:
        return None
    blok, laagste = min(regels, key=lambda paar: paar[1].niveau or 0)
    dimensie = next(d for d in rubriek.dimensies if d.id == blok.id)
    criterium = next(c for c in dimensie.criteria if c.id == laagste.id)
    stap = criterium.advies.tekst if (laagste.niveau or 0) <= rubriek.adviesgrens else ""
    return Punt(tuple(b.label for b in gekozen), laagste.onderbouwing, stap)
