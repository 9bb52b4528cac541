"""Page model of the quick-scan report: verdict in words, criteria, advice by urgency, route, benefits, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.records.values import value
from watwerkt.scoring import adviezen, leidende_scan, open_vragen, overeenstemming
from watwerkt.views.beoordeling import (
    Dimensieblok,
    Punt,
    niveau_tekst,
)
from watwerkt.views.praktijk import praktijkpagina
from watwerkt.views.tekst import opsomming

if TYPE_CHECKING:
    from datetime import date

    from watwerkt.records import Praktijk, Rubriek
    from watwerkt.scoring.advice import Adviesregel
    from watwerkt.views.index import Bronlink, Index, Kaart
    from watwerkt.views.profiel import Profielbeeld
    from watwerkt.views.verduurzaming import Verduurzamingsbeeld


@value
class Adviespunt:
    """One piece of advice: where, why (level and reason) and what to do with which instrument."""

    dimensie: str
    criterium: str
    niveau_tekst: str
    tekst: str
    instrument: str
    bronnen: tuple[Bronlink, ...]
    doel: str


@value
class OpenVraagregel:
    """A criterion about which the sources say nothing."""

    dimensie: str
    criterium: str
    vraag: str


@value
class Quickscanpagina:
    """Everything the quick-scan report shows."""

    kaart: Kaart
    profiel: Profielbeeld
    conclusie: str
    sterkste: Punt | None
    achilleshiel: Punt | None
    blokken: tuple[Dimensieblok, ...]
    adviezenkop: str
    adviezen: tuple[Adviespunt, ...]
    vragen: tuple[OpenVraagregel, ...]
    verduurzaming: Verduurzamingsbeeld
    basis: str
    geldigheid: str
    overeenstemming: str


def quickscanpagina(index: Index, praktijk: Praktijk, peildatum: date) -> Quickscanpagina:
    """Build the report; ``peildatum`` (never the clock) decides whether the scan is out of date."""
    pagina = praktijkpagina(index, praktijk, peildatum)
    return Quickscanpagina(
        kaart=pagina.kaart,
        profiel=pagina.profiel,
        conclusie=conclusie(pagina.profiel),
        sterkste=pagina.sterkste,
        achilleshiel=pagina.achilleshiel,
        blokken=pagina.blokken,
        adviezenkop="Wat een opvolger kan doen" if praktijk.status.voorbij else "Wat nu te doen",
        adviezen=_adviezen(index, praktijk),
        vragen=_vragen(index.kennisbank.rubriek, index, praktijk),
        verduurzaming=pagina.verduurzaming,
        basis=pagina.basis,
        geldigheid=pagina.geldigheid,
        overeenstemming=_overeenstemming(praktijk),
    )


def conclusie(beeld: Profielbeeld) -> str:
    """The profile in two or three sentences."""
    labels = {b.id: b.label.lower() for b in beeld.balken}
    zinnen = [f"{beeld.oordeel}. {beeld.oordeel_uitleg}"]
    if beeld.sterkste:
        zinnen.append(f"Het sterkst is {opsomming(labels[d] for d in beeld.sterkste)}.")
    if beeld.achilleshiel:
        zinnen.append(f"De achilleshiel is {opsomming(labels[d] for d in beeld.achilleshiel)}.")
    onbekend = beeld.totaal - beeld.bekend
    if onbekend and beeld.beoordeeld:
        zinnen.append(f"Over {onbekend} van de {beeld.totaal} criteria zeggen de bronnen niets.")
    return " ".join(zinnen)


def _adviezen(index: Index, praktijk: Praktijk) -> tuple[Adviespunt, ...]:
    rubriek, scan = index.kennisbank.rubriek, leidende_scan(praktijk.scans)
    return tuple(_adviespunt(index, regel) for regel in adviezen(rubriek, scan)) if scan else ()


def _adviespunt(index: Index, regel: Adviesregel) -> Adviespunt:
    """One piece of advice; few differ, so they are kept."""
    key = regel.dimensie, regel.criterium, regel.niveau
    made = index.adviespunten.get(key)
    if made is None:
        dimensie, criterium = index.criteriumlabels[regel.dimensie, regel.criterium]
        made = index.adviespunten[key] = Adviespunt(
            dimensie=dimensie,
            criterium=criterium,
            niveau_tekst=niveau_tekst(index.kennisbank.rubriek, regel.niveau),
            tekst=regel.advies.tekst,
            instrument=regel.advies.instrument or "",
            bronnen=index.bronlinks(regel.advies.bronnen),
            doel=f"model/{regel.dimensie}/#{regel.criterium}",
        )
    return made


def _vragen(rubriek: Rubriek, index: Index, praktijk: Praktijk) -> tuple[OpenVraagregel, ...]:
    labels = index.criteriumlabels
    return tuple(
        OpenVraagregel(*labels[v.dimensie, v.criterium], v.vraag)
        for v in open_vragen(rubriek, leidende_scan(praktijk.scans))
    )


def _overeenstemming(praktijk: Praktijk) -> str:
    uitkomst = overeenstemming(praktijk.scans)
    if uitkomst is None:
        return ""
    return (
        f"{uitkomst.scans} beoordelingen uit dezelfde periode: bij {round(100 * uitkomst.exact)}% van de criteria "
        f"hetzelfde niveau, bij {round(100 * uitkomst.binnen_een)}% hooguit één niveau verschil."
    )
