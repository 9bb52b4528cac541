"""Data of one practice for the comparison in the browser: the same rows in the same order for every practice.

A row without lines is *onbekend*. Rows of the kind ``feit``, ``niveau`` and ``balk`` can be held against each other;
``tekst`` rows are stories of their own, in which a difference says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.views.catalogus import score_data
from watwerkt.views.onderbouwing import bewijstekst
from watwerkt.views.praktijk import LESSOORTEN, praktijkpagina
from watwerkt.views.tekst import ONBEKEND_TEKST, getal, hoofdletter, woord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from watwerkt.records import Praktijk
    from watwerkt.views.beoordeling import Criteriumregel, Dimensieblok
    from watwerkt.views.index import Bronlink, Index, MetBron
    from watwerkt.views.onderbouwing import Partnerregel
    from watwerkt.views.praktijk import Praktijkpagina
    from watwerkt.views.verduurzaming import Baatregel, Financieringsregel

Rij = dict[str, Any]
Sectie = dict[str, Any]


def naastelkaar(index: Index, praktijk: Praktijk, peildatum: date) -> dict[str, Any]:
    """All sections of one practice; work is linear in the record."""
    pagina = praktijkpagina(index, praktijk, peildatum)
    return {
        "id": praktijk.id,
        "titel": praktijk.titel,
        "kern": praktijk.kern,
        "url": pagina.kaart.doel,
        "secties": [
            _sectie("feiten", "Feiten", _feiten(index, praktijk, pagina)),
            _sectie("profiel", "4+1-profiel", _profiel(index, pagina)),
            *(_sectie(f"criteria-{b.id}", f"Criteria: {b.label.lower()}", _criteria(b)) for b in pagina.blokken),
            _sectie("kosten", "Kosten", [_tekst("kosten", "Kosten", _met_bron(pagina.kosten))]),
            _sectie("bewijs", "Bewijs en meting", _bewijs(index, praktijk, pagina)),
            _sectie("coalitie", "Coalitie per rol", _coalitie(index, pagina)),
            _sectie("financiering", "Financiering en verduurzaming", _verduurzaming(pagina)),
            _sectie("lessen", "Lessen", _lessen(pagina)),
        ],
    }


def _sectie(naam: str, label: str, rijen: list[Rij]) -> Sectie:
    return {"id": naam, "label": label, "rijen": rijen}


def _feit(naam: str, label: str, regels: Iterable[str]) -> Rij:
    return {"id": naam, "label": label, "soort": "feit", "regels": [r for r in regels if r and r != ONBEKEND_TEKST]}


def _tekst(naam: str, label: str, regels: Iterable[str]) -> Rij:
    return {"id": naam, "label": label, "soort": "tekst", "regels": [r for r in regels if r]}


def _feiten(index: Index, praktijk: Praktijk, pagina: Praktijkpagina) -> list[Rij]:
    def termen(lijst: str, sleutels: Iterable[str]) -> list[str]:
        return [index.term_label(lijst, s) for s in sleutels]

    return [
        _feit("plaats", "Waar", [pagina.kaart.plaats] if praktijk.locaties else []),
        _feit("wanneer", "Wanneer", [index.uittreksels[praktijk.id].looptijd]),
        _feit("status", "Status", [hoofdletter(woord(praktijk.status))]),
        _feit("soort", "Soort", [hoofdletter(woord(praktijk.soort))]),
        _feit("type", "Interventietype", [pagina.interventietype.tekst] if pagina.interventietype else []),
        _feit("themas", "Thema’s", termen("themas", praktijk.themas)),
        _feit("doelgroepen", "Voor wie", termen("doelgroepen", praktijk.doelgroepen)),
        _feit("leefgebieden", "Leefgebieden", termen("leefgebieden", praktijk.leefgebieden)),
        _feit("bereik", "Bereik", [f"{getal(b.aantal)} {b.eenheid} ({b.periode})" for b in praktijk.bereik]),
        _feit("record", "Hoe ver is de beschrijving", [pagina.record_status]),
    ]


def _profiel(index: Index, pagina: Praktijkpagina) -> list[Rij]:
    profiel = index.uittreksels[pagina.kaart.id].profiel
    rijen: list[Rij] = [
        _feit("oordeel", "Oordeel", [pagina.profiel.oordeel] if pagina.profiel.beoordeeld else []),
        _tekst("verantwoording", "Beoordeeld door", [pagina.profiel.verantwoording]),
    ]
    for balk, score in zip(pagina.profiel.balken, profiel.scores, strict=True):
        regels = [] if score.score is None else [balk.tekst]
        rij = {"id": balk.id, "label": balk.label, "soort": "balk", "regels": regels, "score": score_data(score)}
        rij["extra"] = f"{balk.bekend} van {balk.totaal} criteria bekend"
        rijen.append(rij)
    sterkste, hiel = pagina.sterkste, pagina.achilleshiel
    rijen.append(_feit("sterkste", "Sterkste punt", [hoofdletter(sterkste.naam)] if sterkste else []))
    rijen.append(_feit("achilleshiel", "Achilleshiel", [hoofdletter(hiel.naam)] if hiel else []))
    return rijen


def _criteria(blok: Dimensieblok) -> list[Rij]:
    return [_criterium(regel) for regel in blok.regels]


def _criterium(regel: Criteriumregel) -> Rij:
    bekend = regel.niveau is not None
    return {
        "id": regel.id,
        "label": regel.label,
        "soort": "niveau",
        "regels": [f"{regel.niveau} · {regel.niveau_label.lower()}"] if bekend else [],
        "niveau": regel.niveau,
        "reden": regel.onderbouwing,
        "bronnen": _bronnen(regel.bronnen),
    }


def _bronnen(bronnen: Iterable[Bronlink]) -> list[dict[str, str]]:
    return [{"tekst": f"{b.kort}, {b.plaats}", "url": b.doel} for b in bronnen]


def _met_bron(delen: Iterable[MetBron]) -> list[str]:
    return [f"{d.kop}. {d.tekst}" if d.kop else d.tekst for d in delen]


def _bewijs(index: Index, praktijk: Praktijk, pagina: Praktijkpagina) -> list[Rij]:
    niveau = bewijstekst(index, index.uittreksels[praktijk.id].bewijs)
    onderbouwing = [pagina.bewijs.tekst] if niveau != ONBEKEND_TEKST else []
    metingen = [
        f"{m.naam}: 0-meting {m.nulmeting.regel if m.nulmeting else 'onbekend'}; "
        f"later {', '.join(p.regel for p in m.metingen) or 'onbekend'} ({m.eenheid})"
        for m in pagina.metingen
    ]
    return [
        _feit("bewijsniveau", "Bewijsniveau (effectladder)", [hoofdletter(niveau)]),
        _tekst("onderbouwing", "Waarom deze trede", onderbouwing),
        _tekst("metingen", "Metingen van uitkomsten", metingen),
        _feit("erkenning", "Erkenning door anderen", [e.tekst for e in pagina.erkenning]),
    ]


def _coalitie(index: Index, pagina: Praktijkpagina) -> list[Rij]:
    labels = [*(t.label for t in index.kennisbank.termen("rollen")), "Rol onbekend"]
    groepen = {g.rol: g.partners for g in pagina.coalitie}
    return [
        _tekst(f"rol-{plek}", label, [_partner(p) for p in groepen.get(label, ())])
        for plek, label in enumerate(labels, 1)
    ]


def _partner(partner: Partnerregel) -> str:
    erbij = ", ".join(d.lower() for d in (partner.sector, partner.niveau) if d)
    return f"{partner.organisatie} ({erbij})" if erbij else partner.organisatie


def _verduurzaming(pagina: Praktijkpagina) -> list[Rij]:
    deel = pagina.verduurzaming
    return [
        _feit("route", "Route", [deel.route]),
        _tekst("financiering", "Financiering", [_financier(f) for f in deel.financiering]),
        _tekst("baten", "Wie heeft er voordeel van", [_baat(b) for b in deel.baten]),
        _tekst("vraag", "Wat wordt gevraagd", _met_bron(deel.vragen)),
    ]


def _financier(regel: Financieringsregel) -> str:
    erbij = ", ".join(d for d in (regel.vorm.lower(), regel.bedrag, regel.periode) if d)
    return f"{regel.van} ({erbij})" if erbij else regel.van


def _baat(baat: Baatregel) -> str:
    bedrag = f"; {baat.bedrag}" if baat.bedrag else ""
    return f"{baat.baathouder.tekst}: {baat.effect} ({baat.zekerheid}{bedrag})"


def _lessen(pagina: Praktijkpagina) -> list[Rij]:
    lessen = dict(pagina.lessen)
    return [
        _tekst(naam.replace("_", "-"), titel, _met_bron(lessen.get(titel, ()))) for naam, titel in LESSOORTEN.items()
    ]
