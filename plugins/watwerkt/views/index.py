"""The reading room: everything the pages share, computed once from the Kennisbank.

Profiles, cards and reverse indexes are made here so that no template and no page builder loops over all records.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from watwerkt.records import Model, Verwijzing
from watwerkt.records.values import value
from watwerkt.scoring import leidende_scan, profiel
from watwerkt.views.profiel import Profielbeeld, profielbeeld
from watwerkt.views.tekst import opsomming, sorteersleutel, woord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.records import Praktijk
    from watwerkt.records.scan import Scan
    from watwerkt.scoring import Profiel
    from watwerkt.views.beoordeling import Dimensieblok
    from watwerkt.views.drukwerk import Drukwerk


PLAATS_ONBEKEND = "Landelijk of plaats onbekend"
"""A record without places does not say which of the two it is."""

LIJSTDEEL = 300
"""A longer list shows one line per practice instead of a card, in pages of so many lines."""

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
    """A practice in brief, for lists, comparison and links."""

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
    profiel: Profielbeeld

    @property
    def regel(self) -> str:
        """Place, status and scores on one line."""
        scores = (f"{balk.kort} {balk.tekst}" for balk in self.profiel.balken)
        return " · ".join((self.plaats, self.status, *scores))


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
    kaarten: Mapping[str, Kaart]
    scans: Mapping[str, Scan | None]
    profielen: Mapping[str, Profiel]
    per_thema: Mapping[str, Groep]
    per_interventietype: Mapping[str, Groep]
    per_gemeente: Mapping[str, Groep]
    per_bron: Mapping[str, tuple[Link, ...]]
    geciteerd: Mapping[str, tuple[str, ...]]
    """Sources that each practice refers to, sorted."""
    drukwerk: Mapping[str, Drukwerk] = field(default_factory=dict)
    """The PDFs of the site by path; empty until they have been made from the rest."""
    lijstdeel: int = LIJSTDEEL
    """Practices on one page of a list."""
    laatste_blokken: dict[str, tuple[Dimensieblok, ...]] = field(default_factory=dict)
    """What `dimensieblokken` made last, by practice."""

    @property
    def in_bladzijden(self) -> bool:
        """Whether there are so many practices that the complete list comes in pages."""
        return len(self.kaarten) > self.lijstdeel

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

    def bronlinks(self, verwijzingen: Iterable[Verwijzing]) -> tuple[Bronlink, ...]:
        """Turn references into links to the bibliography."""
        bronnen = self.kennisbank.bronnen
        return tuple(
            Bronlink(
                bronnen[v.bron].kort if v.bron in bronnen else v.bron,
                v.plaats,
                f"bronnen/{v.bron}/",
            )
            for v in verwijzingen
        )


def plaats(kennisbank: Kennisbank, praktijk: Praktijk) -> str:
    """Places in words: municipality with neighbourhood, or `PLAATS_ONBEKEND`."""
    delen = []
    for locatie in praktijk.locaties:
        gemeente = kennisbank.gemeente(locatie.gemeente)
        naam = gemeente.label if gemeente else locatie.gemeente
        delen.append(f"{locatie.wijk} ({naam})" if locatie.wijk else naam)
    return opsomming(delen) if delen else PLAATS_ONBEKEND


def build_index(kennisbank: Kennisbank) -> Index:
    """Compute profiles, cards and reverse indexes for all practices; linear in their number."""
    rubriek = kennisbank.rubriek
    scans = {p.id: leidende_scan(p.scans) for p in kennisbank.praktijken.values()}
    profielen = {pid: profiel(rubriek, scan) for pid, scan in scans.items()}
    kaarten = {
        p.id: _kaart(kennisbank, p, profielbeeld(rubriek, profielen[p.id], scans[p.id]))
        for p in sorted(kennisbank.praktijken.values(), key=lambda p: (sorteersleutel(p.titel), p.id))
    }
    praktijken = [kennisbank.praktijken[pid] for pid in kaarten]
    geciteerd = {p.id: tuple(sorted(cited(p))) for p in praktijken}
    return Index(
        kennisbank=kennisbank,
        kaarten=kaarten,
        scans=scans,
        profielen=profielen,
        per_thema=_group((thema, p.id) for p in praktijken for thema in p.themas),
        per_interventietype=_group((p.interventietype, p.id) for p in praktijken if p.interventietype),
        per_gemeente=_group((code, p.id) for p in praktijken for code in _gemeentecodes(kennisbank, p)),
        per_bron=_per_bron(kennisbank, kaarten, geciteerd),
        geciteerd=geciteerd,
    )


def _kaart(kennisbank: Kennisbank, praktijk: Praktijk, beeld: Profielbeeld) -> Kaart:
    themas = []
    for sleutel in praktijk.themas:
        term = kennisbank.term("themas", sleutel)
        themas.append(Link(term.label if term else sleutel, f"themas/{sleutel}/"))
    return Kaart(
        id=praktijk.id,
        titel=praktijk.titel,
        doel=f"praktijken/{praktijk.id}/",
        kern=praktijk.kern,
        plaats=plaats(kennisbank, praktijk),
        status=woord(praktijk.status),
        gestopt=praktijk.status == "gestopt",
        record_status=woord(praktijk.record_status),
        themas=tuple(themas),
        bijgewerkt=praktijk.bijgewerkt,
        profiel=beeld,
    )


def _gemeentecodes(kennisbank: Kennisbank, praktijk: Praktijk) -> set[str]:
    gemeenten = (kennisbank.gemeente(locatie.gemeente) for locatie in praktijk.locaties)
    return {gemeente.id for gemeente in gemeenten if gemeente}


def _group(pairs: Iterable[tuple[str, str]]) -> dict[str, Groep]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key, praktijk_id in pairs:
        groups[key].append(praktijk_id)
    return {key: Groep(tuple(ids), {pid: plek for plek, pid in enumerate(ids)}) for key, ids in sorted(groups.items())}


def _per_bron(
    kennisbank: Kennisbank, kaarten: Mapping[str, Kaart], geciteerd: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Link, ...]]:
    citing: list[tuple[Link, Iterable[str]]] = [
        (Link(kaart.titel, kaart.doel), geciteerd[pid]) for pid, kaart in kaarten.items()
    ]
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


def cited(model: object) -> set[str]:
    """Keys of all sources that a record refers to, at any depth."""
    found: set[str] = set()
    stack = [model]
    while stack:
        part = stack.pop()
        if part is None or type(part) is str:  # most are
            continue
        if isinstance(part, Verwijzing):
            found.add(part.bron)
        elif isinstance(part, Model):
            stack.extend(part.__dict__.values())
        elif isinstance(part, tuple):
            stack.extend(part)
        elif isinstance(part, dict):
            stack.extend(part.values())
    return found
