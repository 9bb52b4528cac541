"""WW301-WW314: scans, levels and the rubric."""

from watwerkt.reading.findings import Ernst
from watwerkt.reading.uitleg.code import Code

_RUBRIEK = "De rubriek van het 4+1-model: `content/model/4plus1.yml`."
_REDEN = "Afspraak van dit project: geen niveau zonder reden en bron, want bewijs wordt geëist en niet gevraagd."

CODES = (
    Code(
        "WW301",
        Ernst.FOUT,
        "Deze dimensie bestaat niet",
        "Het 4+1-model heeft vijf dimensies: aanpak, meten, coalitie, entrepreneurschap en verduurzaming. Een "
        "oordeel onder een "
        "andere naam telt nergens mee.",
        "Gebruik de sleutel van een van de dimensies.",
        "oordelen:\n  meting:\n    effect: {niveau: onbekend}",
        "oordelen:\n  meten:\n    effect: {niveau: onbekend}",
        _RUBRIEK,
    ),
    Code(
        "WW302",
        Ernst.FOUT,
        "Dit criterium bestaat niet",
        "Elke dimensie heeft een vaste lijst criteria. Dit criterium staat er niet bij, of hoort bij een andere "
        "dimensie.",
        "Gebruik de sleutel van een criterium van deze dimensie.",
        "meten:\n  effecten: {niveau: onbekend}",
        "meten:\n  effect: {niveau: onbekend}",
        _RUBRIEK,
    ),
    Code(
        "WW303",
        Ernst.FOUT,
        "Dit niveau bestaat niet",
        "Een niveau is een heel getal van 0 tot en met 4, of het woord onbekend. Halve niveaus zijn er niet: "
        "het verschil "
        "zit in de onderbouwing.",
        "Kies 0, 1, 2, 3, 4 of onbekend.",
        "niveau: 2.5",
        "niveau: 2",
        _RUBRIEK,
    ),
    Code(
        "WW310",
        Ernst.FOUT,
        "Een niveau zonder onderbouwing of bron",
        "Wie een niveau geeft, zegt waarom en waar dat staat. Anders kan niemand het nakijken.",
        "Zet `onderbouwing` en `bronnen` erbij. Zeggen de bronnen niets? Kies dan `niveau: onbekend`.",
        "effect:\n  niveau: 3",
        "effect:\n  niveau: 3\n  onderbouwing: Twee van de drie deelnemers vonden werk.\n  bronnen:\n"
        "    - bron: eindrapport-2012\n      plaats: bladzijde 14",
        _REDEN,
    ),
    Code(
        "WW311",
        Ernst.WAARSCHUWING,
        "Twee scans van dezelfde dag en dezelfde beoordelaar",
        "Er staan twee scans met dezelfde datum, rol en organisatie. Dan is niet duidelijk welke geldt.",
        "Voeg ze samen, of geef de tweede de juiste datum.",
        "scans:\n  - datum: 2026-11-21 (…)\n  - datum: 2026-11-21 (…)",
        "scans:\n  - datum: 2026-11-21 (…)\n  - datum: 2027-11-20 (…)",
        _RUBRIEK,
    ),
    Code(
        "WW312",
        Ernst.FOUT,
        "De schaal van de rubriek klopt niet",
        "De schaal heeft de niveaus 0, 1, 2, 3 en 4, elk één keer en in die volgorde.",
        "Zet de vijf niveaus op volgorde in `schaal`.",
        "schaal: (0, 1, 1, 3, 4)",
        "schaal: (0, 1, 2, 3, 4)",
        _RUBRIEK,
    ),
    Code(
        "WW313",
        Ernst.FOUT,
        "Een dimensie of criterium staat er dubbel",
        "Elke dimensie in de rubriek, en elk criterium binnen een dimensie, heeft een eigen sleutel.",
        "Geef een van de twee een andere sleutel, of haal er een weg.",
        "criteria:\n  - id: effect\n  - id: effect",
        "criteria:\n  - id: effect\n  - id: nulmeting",
        _RUBRIEK,
    ),
    Code(
        "WW314",
        Ernst.FOUT,
        "De rubriek heeft geen kerndimensie",
        "De dimensies met `soort: kern` bepalen of iets een goede praktijk is. Zonder kern kan er geen oordeel zijn.",
        "Geef ten minste één dimensie `soort: kern`.",
        "soort: plus (bij alle dimensies)",
        "soort: kern",
        _RUBRIEK,
    ),
)
