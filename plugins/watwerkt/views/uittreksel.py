"""What lists, filters and figures need of a practice, so that they do without its record.

Made once for a record, its vocabularies and the rubric, and kept in the cache; reading ten thousand of them is quick.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json, to_json

from watwerkt.knowledge.cache import ContentCache, code_version
from watwerkt.knowledge.workers import made_of_all
from watwerkt.records import Model, Verwijzing
from watwerkt.records.base import ONBEKEND
from watwerkt.records.values import names, value
from watwerkt.scoring import GEEN_NIVEAU, Profiel, leidende_scan, profielen, vervaldatum
from watwerkt.scoring.dimensions import known_level
from watwerkt.views.kostenklassen import kostenklasse, kostentekst
from watwerkt.views.profiel import balken, verantwoording
from watwerkt.views.tekst import opsomming, periode, woord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from watwerkt.knowledge.cache import Memory
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.records import Praktijk, Rubriek
    from watwerkt.records.praktijk import Locatie
    from watwerkt.records.scan import Scan

PLAATS_ONBEKEND = "Landelijk of plaats onbekend"
"""A record without places does not say which of the two it is."""


@value
class Uittreksel:
    """A practice in short fields: as in the record, or as its name says.

    ``plaats`` says where in words and ``plaatsen`` names the municipalities, of which ``gemeenten`` and ``provincies``
    are the codes of those that are known. ``niveaus`` has one sign for each criterion of the rubric: its level, or a
    dash. ``baten`` are (baathouder, zekerheid, whether there is an amount), ``vraag`` (soort, aan); ``vormen`` are
    those of the money, and ``geciteerd`` the sources that the record refers to, sorted. ``kosten`` has all amounts
    in words, empty when they are unknown. ``vervalt`` is the ISO day from which the leading scan no longer holds, empty
    without one; ``verantwoording`` says who made that scan; ``regel`` is place, status and scores on one line.
    ``kenmerk`` is a digest of all of it but ``kern``: what does not show that sentence changes with ``kenmerk`` alone.
    """

    id: str
    titel: str
    kern: str
    plaats: str
    status: str
    soort: str
    record_status: str
    bijgewerkt: str
    interventietype: str | None
    route: str
    looptijd: str
    kosten: str
    kostenklasse: str
    bewijs: int | None
    vervalt: str
    niveaus: str
    verantwoording: str
    regel: str
    voorheen: Sequence[str]
    themas: Sequence[str]
    doelgroepen: Sequence[str]
    leefgebieden: Sequence[str]
    plaatsen: Sequence[str]
    gemeenten: Sequence[str]
    provincies: Sequence[str]
    erkenningen: Sequence[str]
    baten: Sequence[tuple[str, str, bool]]
    vormen: Sequence[str]
    vraag: Sequence[tuple[str, str]]
    geciteerd: Sequence[str]
    kenmerk: str
    profiel: Profiel

    @property
    def bekend(self) -> int:
        """Criteria with a level."""
        return len(self.niveaus) - self.niveaus.count(GEEN_NIVEAU)

    @property
    def beoordeeld(self) -> bool:
        """Whether there is a scan."""
        return bool(self.vervalt)

    def verlopen(self, peildatum: date) -> bool:
        """Whether there is a scan that no longer holds."""
        return self.beoordeeld and peildatum.isoformat() >= self.vervalt

    def dump(self) -> bytes:
        """Write as JSON for the cache or another process."""
        return to_json([getattr(self, name) for name in _NAMES])

    @classmethod
    def restore(cls, raw: bytes, scored: Callable[[str], Profiel]) -> Uittreksel:
        """Read what :meth:`dump` wrote; the scores are those of the levels, see :func:`watwerkt.scoring.profielen`.

        Raises:
            ValueError, TypeError: the text is damaged.
        """
        values: dict[str, Any] = dict(zip(_NAMES, from_json(raw), strict=True))  # shares texts that are the same
        return cls(**values, profiel=scored(values["niveaus"]))


_NAMES = tuple(name for name in names(Uittreksel) if name != "profiel")


def uittreksels(
    kennisbank: Kennisbank, cache: Path | None = None, memory: Memory | None = None
) -> dict[str, Uittreksel]:
    """Return the extract of every practice by id; what is kept in the ``cache`` folder or in memory is not made."""
    kept = ContentCache(cache, "uittreksels", _version(kennisbank), memory)
    ids = {f"{key} {kennisbank.digest('praktijken', key)}": key for key in kennisbank.praktijken}
    scored = profielen(kennisbank.rubriek)
    known = kept.restored(ids, lambda _, raw: Uittreksel.restore(raw, scored))
    missing = {key: praktijk_id for key, praktijk_id in ids.items() if key not in known}
    made = dict(zip(missing, made_of_all(list(missing.values()), partial(_dumped, kennisbank, scored)), strict=True))
    kept.put(made, ids)
    known |= {key: Uittreksel.restore(raw, scored) for key, raw in made.items()}
    kept.remember(known)
    return {praktijk_id: known[key] for key, praktijk_id in ids.items()}


def _version(kennisbank: Kennisbank) -> str:
    """Return a digest of what decides an extract beside its record."""
    total = hashlib.sha256(code_version("records", "reading", "knowledge", "scoring", "views").encode())
    for (collection, key), digest in sorted(kennisbank.digests.items()):
        if collection in ("begrippen", "model"):
            total.update(f"{collection}/{key} {digest}\n".encode())
    return total.hexdigest()


def _dumped(kennisbank: Kennisbank, scored: Callable[[str], Profiel], praktijk_id: str) -> bytes:
    return uittreksel(kennisbank, kennisbank.praktijken[praktijk_id], scored).dump()


def uittreksel(kennisbank: Kennisbank, praktijk: Praktijk, scored: Callable[[str], Profiel]) -> Uittreksel:
    """Make the extract of one practice; the scores are those of the levels, see :func:`watwerkt.scoring.profielen`."""
    rubriek, scan = kennisbank.rubriek, leidende_scan(praktijk.scans)
    niveaus = _niveaus(rubriek, scan)
    scores = scored(niveaus)
    bewijs = praktijk.bewijs.niveau if praktijk.bewijs else ONBEKEND
    termen = [kennisbank.gemeente(locatie.gemeente) for locatie in praktijk.locaties]
    gemeenten = [term for term in termen if term]
    plaatsen = [term.label if term else loc.gemeente for term, loc in zip(termen, praktijk.locaties, strict=True)]
    waar, deel = _plaats(praktijk.locaties, plaatsen), praktijk.verduurzaming
    balkteksten = (f"{balk.kort} {balk.tekst}" for balk in balken(rubriek, scores))
    made = Uittreksel(
        id=praktijk.id,
        titel=praktijk.titel,
        kern=praktijk.kern,
        plaats=waar,
        status=praktijk.status.value,
        soort=praktijk.soort.value,
        record_status=praktijk.record_status.value,
        bijgewerkt=praktijk.bijgewerkt,
        interventietype=praktijk.interventietype,
        route=deel.route.value,
        looptijd=_looptijd(praktijk),
        kosten="; ".join(kostentekst(kosten) for kosten in praktijk.kosten),
        kostenklasse=kostenklasse(praktijk.kosten),
        bewijs=bewijs if isinstance(bewijs, int) else None,
        vervalt=vervaldatum(scan).isoformat() if scan else "",
        niveaus=niveaus,
        verantwoording=verantwoording(scores, scan),
        regel=" · ".join((waar, woord(praktijk.status), *balkteksten)),
        voorheen=praktijk.voorheen,
        themas=praktijk.themas,
        doelgroepen=praktijk.doelgroepen,
        leefgebieden=praktijk.leefgebieden,
        plaatsen=plaatsen,
        gemeenten=_once(g.id for g in gemeenten),
        provincies=_once(g.breder for g in gemeenten if g.breder),
        erkenningen=_once(e.databank for e in praktijk.erkenning),
        baten=[(baat.baathouder, baat.zekerheid, baat.bedragen is not None) for baat in deel.baten],
        vormen=_once(f.vorm for f in deel.financiering if f.vorm),
        vraag=[(v.soort, v.aan) for v in deel.vraag],
        geciteerd=sorted(cited(praktijk)),
        kenmerk="",
        profiel=scores,
    )
    shown = to_json([getattr(made, name) for name in _NAMES if name != "kern"])
    return replace(made, kenmerk=hashlib.sha256(shown).hexdigest()[:32])


def _looptijd(praktijk: Praktijk) -> str:
    """Start and end in words; of a practice that ended without a date the end is unknown."""
    return periode(praktijk.start, praktijk.einde or (ONBEKEND if praktijk.status.voorbij else None))


def _once(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))


def _niveaus(rubriek: Rubriek, scan: Scan | None) -> str:
    oordelen: Mapping[str, Mapping[str, Any]] = scan.oordelen if scan else {}
    niveaus = (
        known_level(oordelen.get(dimensie.id, {}).get(criterium.id))
        for dimensie in rubriek.dimensies
        for criterium in dimensie.criteria
    )
    return "".join(GEEN_NIVEAU if niveau is None else str(niveau) for niveau in niveaus)


def _plaats(locaties: Iterable[Locatie], namen: Iterable[str]) -> str:
    """Where in words, the parts of a municipality together: *De Pijp en West (Amsterdam)*."""
    wijken: dict[tuple[str, bool], list[str]] = {}
    for locatie, naam in zip(locaties, namen, strict=True):
        wijken.setdefault((naam, bool(locatie.wijk)), []).append(locatie.wijk or naam)
    delen = [f"{opsomming(found)} ({naam})" if in_wijk else naam for (naam, in_wijk), found in wijken.items()]
    several = len(delen) > 1 and any(in_wijk and len(found) > 1 for (_, in_wijk), found in wijken.items())
    return ("; ".join(delen) if several else opsomming(delen)) or PLAATS_ONBEKEND


def cited(model: object) -> set[str]:
    """Keys of all sources that a record refers to, at any depth."""
    found: set[str] = set()
    stack: list[Any] = [model]
    while stack:
        part = stack.pop()
        kind = type(part)
        if kind is str:  # most are
            continue
        if kind is Verwijzing:
            found.add(part.bron)
        elif kind is tuple:
            stack.extend(part)
        elif kind is dict:
            stack.extend(part.values())
        elif issubclass(kind, Model):
            stack.extend(part.__dict__.values())
    return found
