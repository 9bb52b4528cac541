"""Page models of the baathouders: what each payer gains, from which practices, and who pays now (omkeringsdenken)."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.views.verduurzaming import Baatregel, verduurzamingsbeeld

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watwerkt.records import Praktijk
    from watwerkt.records.begrippen import Term
    from watwerkt.views.index import Bronlink, Index, Kaart, Link
    from watwerkt.views.verduurzaming import Financieringsregel

ZEKERHEDEN = {
    "gemeten": "Gemeten: er zijn cijfers van deze praktijk.",
    "schatting": "Schatting: berekend of onderbouwd, niet gemeten.",
    "verwachting": "Verwachting: een bron zegt dat het zo zal gaan.",
}


@value
class Batenpraktijk:
    """A practice with its benefits for one payer, and who pays for it now (empty: *onbekend*)."""

    kaart: Kaart
    baten: tuple[Baatregel, ...]
    betalers: tuple[str, ...]


@value
class Baathouder:
    """A payer in the overview; ``baten`` counts its benefits by certainty."""

    id: str
    link: Link
    definitie: str
    praktijken: int
    baten: tuple[tuple[str, int], ...]

    @property
    def telling(self) -> str:
        """The benefits in words: *1 keer schatting, 3 keer verwachting*."""
        return ", ".join(f"{aantal}\N{NO-BREAK SPACE}keer {zekerheid}" for zekerheid, aantal in self.baten)


@value
class Baathouderpagina:
    """Everything the page of one payer shows."""

    houder: Baathouder
    synoniemen: tuple[str, ...]
    praktijken: tuple[Batenpraktijk, ...]
    zekerheden: tuple[str, ...]


@value
class Baathoudersoverzicht:
    """All payers of the vocabulary, those without a practice included, with the explanation of the list."""

    toelichting: str
    houders: tuple[Baathouder, ...]
    bronnen: tuple[Bronlink, ...]


def per_baathouder(index: Index) -> dict[str, tuple[str, ...]]:
    """Ids of the practices that give a payer a benefit, in title order."""
    gevonden: dict[str, list[str]] = defaultdict(list)
    for u in index.uittreksels.values():
        for houder in dict.fromkeys(houder for houder, *_ in u.baten):
            gevonden[houder].append(u.id)
    return {houder: tuple(ids) for houder, ids in gevonden.items()}


def baathoudersoverzicht(index: Index, praktijken: Mapping[str, tuple[str, ...]]) -> Baathoudersoverzicht:
    """The overview; ``praktijken`` comes from `per_baathouder`."""
    lijst = index.kennisbank.begrippen.get("baathouders")
    if lijst is None:
        return Baathoudersoverzicht("", (), ())
    return Baathoudersoverzicht(
        toelichting=lijst.toelichting,
        houders=tuple(_houder(index, term, praktijken.get(term.id, ())) for term in lijst.termen),
        bronnen=index.bronlinks(lijst.bronnen),
    )


def _houder(index: Index, term: Term, ids: tuple[str, ...]) -> Baathouder:
    tellen: Counter[str] = Counter(
        zekerheid for pid in ids for houder, zekerheid, _ in index.uittreksels[pid].baten if houder == term.id
    )
    return Baathouder(
        id=term.id,
        link=index.termlink("baathouders", term.id),
        definitie=term.definitie,
        praktijken=len(ids),
        baten=tuple((zekerheid, tellen[zekerheid]) for zekerheid in ZEKERHEDEN if tellen[zekerheid]),
    )


def baathouderpagina(index: Index, term: Term, ids: tuple[str, ...]) -> Baathouderpagina:
    """Page model of one payer with the practices ``ids``; work is linear in those records."""
    houder = _houder(index, term, ids)
    return Baathouderpagina(
        houder=houder,
        synoniemen=term.synoniemen,
        praktijken=tuple(_praktijk(index, index.kennisbank.praktijken[pid], term.id) for pid in ids),
        zekerheden=tuple(ZEKERHEDEN[zekerheid] for zekerheid, _ in houder.baten),
    )


def _praktijk(index: Index, praktijk: Praktijk, houder: str) -> Batenpraktijk:
    beeld = verduurzamingsbeeld(index, praktijk)
    paren = zip(praktijk.verduurzaming.baten, beeld.baten, strict=True)
    betalers = [_betaler(regel) for regel in beeld.financiering]
    genoemd = {regel.van.casefold() for regel in beeld.financiering}
    betalers += [k.betaler for k in praktijk.kosten if k.betaler and k.betaler.casefold() not in genoemd]
    return Batenpraktijk(
        kaart=index.kaarten[praktijk.id],
        baten=tuple(regel for baat, regel in paren if baat.baathouder == houder),
        betalers=tuple(dict.fromkeys(betalers)),
    )


def _betaler(regel: Financieringsregel) -> str:
    delen = ", ".join(deel for deel in (regel.vorm.lower(), regel.bedrag, regel.periode) if deel)
    return f"{regel.van} ({delen})" if delen else regel.van
