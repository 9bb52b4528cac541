"""The reading room: everything the pages share, computed once from the Kennisbank.

Extracts and reverse indexes are made here so that no template and no page builder loops over all records.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, overload

from watwerkt.records.on_request import Last, OnRequest
from watwerkt.records.values import value
from watwerkt.scoring import leidende_scan
from watwerkt.views.profiel import profielbeeld
from watwerkt.views.tekst import sorteersleutel, woord
from watwerkt.views.uittreksel import cited, uittreksels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from watwerkt.knowledge.cache import Memory
    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.records import Model, Rubriek, Verwijzing
    from watwerkt.records.scan import Scan
    from watwerkt.views.catalogus import Facet
    from watwerkt.views.drukwerk import Drukwerk
    from watwerkt.views.praktijk import Praktijkpagina
    from watwerkt.views.profiel import Profielbeeld
    from watwerkt.views.quickscan import Adviespunt
    from watwerkt.views.uittreksel import Uittreksel


LIJSTDEEL = 300
"""A longer list shows one line per practice instead of a card, in pages of so many lines."""

KAARTEN_KEPT = 2000
"""So many cards and profiles are kept: they are small, and most lists show the same."""

EIGEN_PAGINA = ("themas", "baathouders")
"""Vocabularies of which every term has a page of its own."""


@value
class Link:
    """Text and its target: a path relative to the site root (``themas/x/``) or a full web address."""

    tekst: str
    doel: str


@value
class Bronlink:
    """Reference to a source as shown: short name, place in the source, path of its page."""

    kort: str
    plaats: str
    doel: str


@value
class MetBron:
    """A plain text, an optional heading before it and the sources it rests on."""

    kop: str
    tekst: str
    bronnen: tuple[Bronlink, ...]


@value
class Kaart:
    """A practice in brief, for lists, comparison and links; its profile is made when somebody asks for it."""

    id: str
    titel: str
    doel: str
    kern: str
    plaats: str
    status: str
    gestopt: bool
    record_status: str
    themas: tuple[Link, ...]
    bijgewerkt: str
    regel: str
    beeld: Callable[[], Profielbeeld] = field(compare=False)

    @property
    def profiel(self) -> Profielbeeld:
        """Its profile."""
        return self.beeld()


class Kaarten(Sequence[Kaart]):
    """Cards of the practices with these ``ids``, in that order; each is made when somebody looks at it."""

    __slots__ = ("_alle", "ids")

    def __init__(self, ids: tuple[str, ...], alle: Mapping[str, Kaart]) -> None:
        self.ids, self._alle = ids, alle

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, plek: int) -> Kaart: ...

    @overload
    def __getitem__(self, plek: slice) -> Kaarten: ...

    def __getitem__(self, plek: int | slice) -> Kaart | Kaarten:
        return Kaarten(self.ids[plek], self._alle) if isinstance(plek, slice) else self._alle[self.ids[plek]]

    def van(self, praktijk_id: str) -> Kaart:
        """Return the card of one of them, for whoever goes over the ``ids`` and knows most cards already."""
        return self._alle[praktijk_id]


@value
class Groep:
    """Practices that share something, in title order, with constant-time neighbours."""

    ids: tuple[str, ...]
    plek: Mapping[str, int]

    def buren(self, praktijk_id: str, aantal: int) -> tuple[str, ...]:
        """At most ``aantal`` others after, then ``aantal`` before the practice."""
        plek = self.plek.get(praktijk_id, 0)
        return (*self.ids[plek + 1 : plek + 1 + aantal], *self.ids[max(0, plek - aantal) : plek])


LEGE_GROEP = Groep((), {})


@dataclass(frozen=True)
class Index:
    """Kennisbank with everything derived from it that more than one page needs."""

    kennisbank: Kennisbank
    uittreksels: Mapping[str, Uittreksel]
    """Practices in title order."""
    kaarten: Mapping[str, Kaart]
    per_thema: Mapping[str, Groep]
    per_interventietype: Mapping[str, Groep]
    per_gemeente: Mapping[str, Groep]
    per_bron: Mapping[str, tuple[Link, ...]]
    drukwerk: Mapping[str, Drukwerk] = field(default_factory=dict)
    """The PDFs of the site by path; empty until they have been made from the rest."""
    lijstdeel: int = LIJSTDEEL
    """Practices on one page of a list."""
    adviespunten: dict[tuple[str, str, int], Adviespunt] = field(default_factory=dict)
    """The advice of criteria (ids of dimension and criterion) at a level, as far as it was asked for."""
    laatste_pagina: Last[Praktijkpagina] = field(default_factory=Last)
    """What `praktijkpagina` made last."""
    laatste_rijen: Last[list[dict[str, Any]]] = field(default_factory=Last)
    """What `catalogusrijen` made last."""
    laatste_facetten: Last[tuple[Facet, ...]] = field(default_factory=Last)
    """What `facetten` made last."""

    @property
    def in_bladzijden(self) -> bool:
        """Whether there are so many practices that the complete list comes in pages."""
        return len(self.uittreksels) > self.lijstdeel

    @cached_property
    def kenmerken(self) -> str:
        """Digest over the extracts of all practices in their order, but the sentence ``kern`` of each."""
        return hashlib.sha256("".join(u.kenmerk for u in self.uittreksels.values()).encode()).hexdigest()

    @cached_property
    def regels(self) -> Mapping[str, str]:
        """Digest over what one line of a practice shows, by its id."""
        shown = ((u.id, f"{u.id}\0{u.titel}\0{u.regel}") for u in self.uittreksels.values())
        return {praktijk_id: hashlib.sha256(text.encode()).hexdigest()[:32] for praktijk_id, text in shown}

    @cached_property
    def records(self) -> Mapping[str, str]:
        """Digest of the record of a practice, by its id."""
        digests = self.kennisbank.digests
        return {praktijk_id: digests["praktijken", praktijk_id][:32] for praktijk_id in self.uittreksels}

    def kaarten_van(self, ids: tuple[str, ...]) -> Kaarten:
        """Cards of some practices."""
        return Kaarten(ids, self.kaarten)

    def scan(self, praktijk_id: str) -> Scan | None:
        """Scan that speaks for a practice."""
        return leidende_scan(self.kennisbank.praktijken[praktijk_id].scans)

    @cached_property
    def criteriumlabels(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        """Labels of dimension and criterion by their keys."""
        return {(d.id, c.id): (d.label, c.label) for d in self.kennisbank.rubriek.dimensies for c in d.criteria}

    def term_label(self, lijst: str, sleutel: str) -> str:
        """Label of a vocabulary term; the key itself when the term is missing."""
        term = self.kennisbank.term(lijst, sleutel)
        return term.label if term else sleutel

    def termlink(self, lijst: str, sleutel: str) -> Link:
        """Link to the place where a term is explained."""
        doel = f"{lijst}/{sleutel}/" if lijst in EIGEN_PAGINA else f"begrippen/{lijst}/#{sleutel}"
        return Link(self.term_label(lijst, sleutel), doel)

    @cached_property
    def niveaulabels(self) -> tuple[str, ...]:
        """Label of each level of the rubric."""
        return tuple(stap.label for stap in self.kennisbank.rubriek.schaal)

    @cached_property
    def _bronnen(self) -> Mapping[str, tuple[str, str]]:
        """Short name and path of each source."""
        return {key: (bron.kort, _bronpad(key)) for key, bron in self.kennisbank.bronnen.items()}

    def bronlinks(self, verwijzingen: Iterable[Verwijzing]) -> tuple[Bronlink, ...]:
        """Turn references into links to the bibliography."""
        links = []
        for verwijzing in verwijzingen:
            kort, doel = self._bronnen.get(verwijzing.bron) or (verwijzing.bron, _bronpad(verwijzing.bron))
            links.append(Bronlink(kort, verwijzing.plaats, doel))
        return tuple(links)


def _bronpad(bron_id: str) -> str:
    return f"bronnen/{bron_id}/"


def build_index(kennisbank: Kennisbank, cache: Path | None = None, memory: Memory | None = None) -> Index:
    """Compute extracts and reverse indexes for all practices; linear in their number.

    ``cache`` is a folder for what was computed before; it may be deleted at any time. ``memory`` is that of a program
    that builds an index of the same content again and again.
    """
    found = uittreksels(kennisbank, cache, memory).values()
    alle = {u.id: u for u in sorted(found, key=lambda u: (sorteersleutel(u.titel), u.id))}
    beelden = OnRequest(alle, partial(_beeld, kennisbank.rubriek, alle), KAARTEN_KEPT)
    return Index(
        kennisbank=kennisbank,
        uittreksels=alle,
        kaarten=OnRequest(alle, partial(_kaart, kennisbank, alle, beelden), KAARTEN_KEPT),
        per_thema=_group((thema, u.id) for u in alle.values() for thema in u.themas),
        per_interventietype=_group((u.interventietype, u.id) for u in alle.values() if u.interventietype),
        per_gemeente=_group((code, u.id) for u in alle.values() for code in u.gemeenten),
        per_bron=_per_bron(kennisbank, alle.values()),
    )


def _beeld(rubriek: Rubriek, alle: Mapping[str, Uittreksel], praktijk_id: str) -> Profielbeeld:
    u = alle[praktijk_id]
    return profielbeeld(rubriek, u.profiel, u.verantwoording, beoordeeld=u.beoordeeld)


def _kaart(
    kennisbank: Kennisbank, alle: Mapping[str, Uittreksel], beelden: Mapping[str, Profielbeeld], praktijk_id: str
) -> Kaart:
    u = alle[praktijk_id]
    themas = []
    for sleutel in u.themas:
        term = kennisbank.term("themas", sleutel)
        themas.append(Link(term.label if term else sleutel, f"themas/{sleutel}/"))
    return Kaart(
        id=u.id,
        titel=u.titel,
        doel=praktijkpad(u.id),
        kern=u.kern,
        plaats=u.plaats,
        status=woord(u.status),
        gestopt=u.status == "gestopt",
        record_status=woord(u.record_status),
        themas=tuple(themas),
        bijgewerkt=u.bijgewerkt,
        regel=u.regel,
        beeld=partial(beelden.__getitem__, u.id),
    )


def praktijkpad(praktijk_id: str) -> str:
    """Path of the page of a practice."""
    return f"praktijken/{praktijk_id}/"


def _group(pairs: Iterable[tuple[str, str]]) -> dict[str, Groep]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key, praktijk_id in pairs:
        groups[key].append(praktijk_id)
    return {key: Groep(tuple(ids), {pid: plek for plek, pid in enumerate(ids)}) for key, ids in sorted(groups.items())}


def _per_bron(kennisbank: Kennisbank, alle: Iterable[Uittreksel]) -> dict[str, tuple[Link, ...]]:
    citing: list[tuple[Link, Iterable[str]]] = [(Link(u.titel, praktijkpad(u.id)), u.geciteerd) for u in alle]
    others: list[tuple[Link, Model]] = [
        *((Link(i.titel, f"interventietypen/{i.id}/"), i) for i in kennisbank.interventietypen.values()),
        *((Link(b.titel, f"begrippen/{b.id}/"), b) for b in kennisbank.begrippen.values()),
        (Link(kennisbank.rubriek.titel, "model/"), kennisbank.rubriek),
    ]
    citing += [(link, cited(record)) for link, record in others]
    groups: dict[str, list[Link]] = defaultdict(list)
    for link, keys in citing:
        for key in keys:
            groups[key].append(link)
    return {key: tuple(links) for key, links in groups.items()}
