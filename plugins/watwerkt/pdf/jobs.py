"""What is printed: the list of all PDFs of the site, and the same prints on request.

Each job also says what it rests on, as one digest of source files, so that nothing needs to be built to know whether
it has been printed before.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from watwerkt.views.boekje import BOEKJE_MAXIMUM, keuzeboekje, themaboekje, typeboekje
from watwerkt.views.drukwerk import Drukwerk, boekjepad, rapportpad
from watwerkt.views.index import Link, praktijkpad
from watwerkt.views.rapport import rapport
from watwerkt.views.tekst import op_titel
from watwerkt.views.werkblad import HTML_TWEELING, TITELS, Werkbladsoort, werkblad

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from watwerkt.views.index import Index

PAPER = {"a4": "A4", "a3": "A3"}
SITE_WORKSHEETS = (
    (Werkbladsoort.QUICKSCAN, "a4"),
    (Werkbladsoort.QUICKSCAN, "a3"),
    (Werkbladsoort.EFFECTENARENA, "a3"),
    (Werkbladsoort.COALITIE, "a3"),
    (Werkbladsoort.BATEN, "a4"),
)
"""The worksheets on the site with their paper; on request every worksheet comes on both."""

USUAL_PAPER = dict(reversed(SITE_WORKSHEETS))


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One PDF to make: where it goes, with which template, and what builds its page model when it is needed.

    ``datum`` is the ISO day of the newest record in it, empty for what is not made from records; ``basis`` is a
    digest of the source files it rests on; ``hoofdstukken`` are the practices of a booklet.
    """

    stuk: Drukwerk
    template: str
    model: Callable[[], Any]
    basis: str
    datum: str = ""
    papier: str = "a4"
    hoofdstukken: int = 0


class Jobs:
    """Everything that can be printed from one knowledge base; ``dag`` stands in for today."""

    def __init__(self, index: Index, dag: date) -> None:
        """Take the index and the day."""
        self._index = index
        self.dag = dag

    def of_site(self) -> Iterator[PrintJob]:
        """Yield the print of every practice, of every theme and type that has practices, and the worksheets."""
        for praktijk_id in self._index.kaarten:
            yield self.report(praktijk_id)
        for thema in self._index.per_thema:
            yield self.booklet("thema", thema)
        for soort in op_titel(self._index.kennisbank.interventietypen.values()):
            if soort.id in self._index.per_interventietype:
                yield self.booklet("interventietype", soort.id)
        for werkbladsoort, papier in SITE_WORKSHEETS:
            yield self.worksheet(werkbladsoort, papier)

    def report(self, praktijk_id: str) -> PrintJob:
        """The quick-scan report of one practice."""
        kaart = self._index.kaarten[praktijk_id]
        titel = f"Quick-scan: {kaart.titel}"
        stuk = Drukwerk(rapportpad(praktijk_id), "", titel, PAPER["a4"], Link(kaart.titel, kaart.doel))
        model = partial(rapport, self._index, praktijk_id, self.dag)
        return PrintJob(stuk, "rapport", model, self._basis((praktijk_id,)), kaart.bijgewerkt)

    def booklet(self, soort: str, sleutel: str) -> PrintJob:
        """The booklet of a ``thema`` or ``interventietype`` that has practices."""
        if soort == "thema":
            twin, ids = self._index.termlink("themas", sleutel), self._index.per_thema[sleutel].ids
            maker: Callable[..., Any] = themaboekje
        else:
            titel = self._index.kennisbank.interventietypen[sleutel].titel
            twin = Link(titel, f"interventietypen/{sleutel}/")
            ids, maker = self._index.per_interventietype[sleutel].ids, typeboekje
        doel = boekjepad(soort, sleutel)
        stuk = Drukwerk(doel, f"Boekjes per {soort}", twin.tekst, PAPER["a4"], twin)
        types = (sleutel,) if soort == "interventietype" else ()
        model = partial(maker, self._index, sleutel, self.dag)
        return PrintJob(
            stuk,
            "boekje",
            model,
            self._basis(ids, types),
            self._newest(ids),
            hoofdstukken=min(len(ids), BOEKJE_MAXIMUM),
        )

    def choice(self, ids: tuple[str, ...], inleiding: str) -> PrintJob:
        """A booklet of practices of somebody's choice; it has no place on the site."""
        stuk = Drukwerk("", "", "Een keuze uit de praktijken", PAPER["a4"], Link("Praktijken", "praktijken/"))
        model = partial(keuzeboekje, self._index, ids, self.dag, inleiding)
        basis = f"{self._basis(ids)} {inleiding}"
        return PrintJob(stuk, "boekje", model, basis, self._newest(ids))

    def worksheet(self, soort: Werkbladsoort, papier: str, praktijk_id: str = "") -> PrintJob:
        """A worksheet, blank or with what is known about one practice."""
        kaart = self._index.kaarten[praktijk_id] if praktijk_id else None
        titel = f"{TITELS[soort]}: {kaart.titel}" if kaart else TITELS[soort]
        twin = Link(kaart.titel, kaart.doel) if kaart else HTML_TWEELING[soort]
        stuk = Drukwerk(f"werkbladen/{soort}-{papier}.pdf", "Werkbladen om in te vullen", titel, PAPER[papier], twin)
        model = partial(werkblad, self._index, soort, praktijk_id)
        basis = self._basis((praktijk_id,) if praktijk_id else ())
        return PrintJob(stuk, f"werkblad-{soort}", model, basis, kaart.bijgewerkt if kaart else "", papier)

    def _newest(self, ids: tuple[str, ...]) -> str:
        return max(self._index.uittreksels[praktijk_id].bijgewerkt for praktijk_id in ids)

    def _basis(self, ids: tuple[str, ...], types: tuple[str, ...] = ()) -> str:
        """Digest over the practices, their types and sources, the vocabularies and the rubric."""
        digest = self._index.kennisbank.digest
        whole = hashlib.sha256(self._shared.encode())
        for praktijk_id in ids:
            state = "verlopen" if self._index.uittreksels[praktijk_id].verlopen(self.dag) else "geldig"
            whole.update(f"{digest('praktijken', praktijk_id)} {state} ".encode())
        kennisbank = self._index.kennisbank
        soorten = {self._index.uittreksels[praktijk_id].interventietype or "" for praktijk_id in ids} | set(types)
        bekend = sorted(soorten & kennisbank.interventietypen.keys())
        citing = [praktijkpad(p) for p in ids] + [f"interventietypen/{s}/" for s in bekend]
        bronnen = sorted({bron for doel in citing for bron in self._sources[doel]})
        for collection, keys in (("interventietypen", bekend), ("bronnen", bronnen)):
            whole.update("".join(digest(collection, key) for key in keys).encode())
        return whole.hexdigest()

    @cached_property
    def _shared(self) -> str:
        digests = self._index.kennisbank.digests
        return "".join(digests[key] for key in sorted(digests) if key[0] in ("begrippen", "model"))

    @cached_property
    def _sources(self) -> dict[str, list[str]]:
        """Ids of the sources that a record refers to, by the path of its page."""
        found: dict[str, list[str]] = defaultdict(list)
        for bron, links in self._index.per_bron.items():
            if bron in self._index.kennisbank.bronnen:
                for link in links:
                    found[link.doel].append(bron)
        return found
