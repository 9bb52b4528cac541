"""The 4+1 profile as readers see it: bars, verdict in words, strongest point and achilleshiel."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from watwerkt.records.rubriek import SoortDimensie
from watwerkt.records.values import value
from watwerkt.scoring import Oordeelwoord, achilleshiel, sterkste, verdict
from watwerkt.views.tekst import hoofdletter, moment, telwoord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watwerkt.records import Rubriek
    from watwerkt.records.rubriek import Dimensie
    from watwerkt.records.scan import Scan
    from watwerkt.scoring import Dimensiescore, Profiel

ROLLEN = {
    "zelf": "de praktijk zelf",
    "redactie": "de redactie",
    "extern": "een partij van buiten",
    "stakeholders": "belanghebbenden",
}

OORDELEN = {
    Oordeelwoord.GOEDE_PRAKTIJK: (
        "Oordeel: goede praktijk",
        "Alle {kern} dimensies zijn sterk en voldoende beoordeeld.",
    ),
    Oordeelwoord.VEELBELOVEND: (
        "Oordeel: veelbelovend",
        "{op_een_na} van de {kern} dimensies zijn sterk en voldoende beoordeeld.",
    ),
    Oordeelwoord.IN_ONTWIKKELING: (
        "Oordeel: in ontwikkeling",
        "Er is genoeg bekend voor een beeld; minder dan {op_een_na} van de {kern} dimensies zijn sterk.",
    ),
    Oordeelwoord.ONVOLDOENDE_BEKEND: (
        "Oordeel: onvoldoende bekend",
        "De bronnen zeggen te weinig voor een oordeel. Dat is geen slecht oordeel.",
    ),
}


@value
class Balk:
    """One dimension in the 4+1 strip; scores run from 0 to 100."""

    id: str
    label: str
    kort: str
    score: float | None
    laag: float
    hoog: float
    plus: bool
    voorlopig: bool
    bekend: int
    totaal: int

    @property
    def getal(self) -> int | None:
        """The score as a whole number, the same wherever it is shown; ``None`` when nothing is known."""
        return None if self.score is None else round(self.score)

    @property
    def bereik(self) -> str:
        """Lowest and highest score still possible (``35–75``); empty when they are the same."""
        laag, hoog = round(self.laag), round(self.hoog)
        return "" if laag == hoog else f"{laag}–{hoog}"

    @property
    def tekst(self) -> str:
        """The bar in words: score with its interval, or why there is none."""
        if self.score is None:
            return "onbekend"
        bereik = f" (tussen {round(self.laag)} en {round(self.hoog)})" if self.bereik else ""
        return f"{round(self.score)}{bereik}{', voorlopig' if self.voorlopig else ''}"


@value
class Profielbeeld:
    """A profile with its verdict and how it came about."""

    balken: tuple[Balk, ...]
    oordeel: str
    oordeel_uitleg: str
    sterkste: tuple[str, ...]
    achilleshiel: tuple[str, ...]
    bekend: int
    totaal: int
    verantwoording: str
    beoordeeld: bool

    def balk(self, dimensie: str) -> Balk:
        """The bar of one dimension."""
        return next(b for b in self.balken if b.id == dimensie)


def oordeeluitleg(rubriek: Rubriek, uitleg: str) -> str:
    """Fill the number of core dimensions into the explanation of a verdict."""
    kern = sum(d.soort != SoortDimensie.PLUS for d in rubriek.dimensies)
    return hoofdletter(uitleg.format(kern=telwoord(kern), op_een_na=telwoord(max(kern - 1, 1))))


def profielbeeld(rubriek: Rubriek, profiel: Profiel, verantwoording: str, *, beoordeeld: bool) -> Profielbeeld:
    """Combine scores, rubric labels and what :func:`verantwoording` says; ``beoordeeld`` when there is a scan."""
    oordeel, uitleg = OORDELEN[verdict(rubriek, profiel)]
    uitleg = oordeeluitleg(rubriek, uitleg)
    return Profielbeeld(
        balken=balken(rubriek, profiel),
        oordeel=oordeel if beoordeeld else "Nog niet beoordeeld",
        oordeel_uitleg=uitleg if beoordeeld else "Er is nog geen scan van deze praktijk.",
        sterkste=sterkste(profiel),
        achilleshiel=achilleshiel(profiel),
        bekend=_bekend(profiel),
        totaal=_totaal(profiel),
        verantwoording=verantwoording,
        beoordeeld=beoordeeld,
    )


def balken(rubriek: Rubriek, profiel: Profiel) -> tuple[Balk, ...]:
    """Return the bar of every dimension."""
    return tuple(_balk(dimensie, score) for dimensie, score in zip(rubriek.dimensies, profiel.scores, strict=True))


def _balk(dimensie: Dimensie, score: Dimensiescore) -> Balk:
    return _drawn(score, dimensie.label, dimensie.kort, dimensie.soort is SoortDimensie.PLUS)


@lru_cache(maxsize=4096)
def _drawn(score: Dimensiescore, label: str, kort: str, plus: bool) -> Balk:
    """Make a bar; practices with the same levels share it, and so what is made of it."""
    return Balk(
        id=score.dimensie,
        label=label,
        kort=kort,
        score=score.score,
        laag=score.laag,
        hoog=score.hoog,
        plus=plus,
        voorlopig=score.voorlopig,
        bekend=score.bekend,
        totaal=score.totaal,
    )


def _bekend(profiel: Profiel) -> int:
    return sum(score.bekend for score in profiel.scores)


def _totaal(profiel: Profiel) -> int:
    return sum(score.totaal for score in profiel.scores)


def verantwoording(profiel: Profiel, scan: Scan | None) -> str:
    """Say how much was assessed, by whom and when; *geen score zonder datum en rol*."""
    if scan is None:
        return f"0 van {_totaal(profiel)} criteria beoordeeld."
    toets = "Getoetst door een tweede lezer." if scan.getoetst else "Nog niet getoetst door een lezer van buiten."
    return (
        f"{_bekend(profiel)} van {_totaal(profiel)} criteria beoordeeld door {ROLLEN[scan.beoordelaar.rol]} "
        f"({scan.beoordelaar.organisatie}) op {moment(scan.datum)}. {toets}"
    )


def strip_tekst(balken: Sequence[Balk]) -> str:
    """Say what the strip shows in one Dutch sentence."""
    delen = [_balk_tekst(b) for b in balken]
    if not delen:
        return "Niets beoordeeld."
    zin = "; ".join(delen)
    return f"{zin[0].upper()}{zin[1:]}."


@lru_cache(maxsize=4096)
def _balk_tekst(balk: Balk) -> str:
    naam = f"plus {_lower_first(balk.label)}" if balk.plus else _lower_first(balk.label)
    if balk.score is None:
        return f"{naam}: niet beoordeeld"
    laag, hoog = round(balk.laag), round(balk.hoog)
    bereik = "" if laag == hoog else f", tussen {laag} en {hoog}"
    return f"{naam}: {round(balk.score)} van 100{bereik}{', voorlopig' if balk.voorlopig else ''}"


def _lower_first(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
