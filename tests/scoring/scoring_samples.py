"""Small rubrics and scans for the scoring tests, built through the real record models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hypothesis import strategies as st

from watwerkt.records import Criterium, Dimensie, Oordeel, Rubriek, Scan, Verwijzing
from watwerkt.records.rubriek import Advies, Niveau, SoortDimensie
from watwerkt.records.scan import Beoordelaar, Beoordelaarsrol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Level = int | Literal["onbekend"]
Levels = dict[str, dict[str, Level]]

BRON = (Verwijzing(bron="rem-op-de-projectencarrousel", plaats="hoofdstuk 2, regel 653-664"),)
SCHAAL = tuple(
    Niveau(niveau=n, label=label, betekenis="Zie het model.")
    for n, label in enumerate(("Afwezig", "Aanzet", "Gedeeltelijk", "Grotendeels", "Volledig"))
)


def criterium(key: str, gewicht: float = 1.0) -> Criterium:
    return Criterium(
        id=key,
        label=key,
        vraag=f"Hoe staat het met {key}?",
        gewicht=gewicht,
        anker_0="Niets.",
        anker_2="Een deel.",
        anker_4="Alles.",
        advies=Advies(tekst=f"Werk aan {key}."),
        bronnen=BRON,
    )


def dimensie(key: str, gewichten: Mapping[str, float], *, plus: bool = False) -> Dimensie:
    return Dimensie(
        id=key,
        label=key,
        kort=key[:14],
        soort=SoortDimensie.PLUS if plus else SoortDimensie.KERN,
        vraag="Hoe staat het ermee?",
        toelichting="Uitleg.",
        bronnen=BRON,
        criteria=tuple(criterium(naam, gewicht) for naam, gewicht in gewichten.items()),
    )


def rubriek(
    dimensies: Sequence[Dimensie],
    *,
    minimale_dekking: float = 0.6,
    drempel: float = 60,
    adviesgrens: int = 2,
) -> Rubriek:
    return Rubriek(
        id="4plus1",
        versie="1.0",
        titel="Het 4+1-model",
        toelichting="Uitleg.",
        bronnen=BRON,
        minimale_dekking=minimale_dekking,
        drempel=drempel,
        adviesgrens=adviesgrens,
        schaal=SCHAAL,
        dimensies=tuple(dimensies),
    )


def oordeel(niveau: Level) -> Oordeel:
    if niveau == "onbekend":
        return Oordeel(niveau="onbekend")
    return Oordeel(niveau=niveau, onderbouwing="Het staat in de bron.", bronnen=BRON)


def scan(
    niveaus: Levels,
    datum: str = "2026-01-15",
    *,
    getoetst: bool = False,
    rol: Beoordelaarsrol = Beoordelaarsrol.REDACTIE,
    organisatie: str = "Wat werkt in de wijk",
) -> Scan:
    return Scan(
        datum=datum,
        beoordelaar=Beoordelaar(rol=rol, organisatie=organisatie),
        getoetst=getoetst,
        basis="Twee documenten.",
        oordelen={
            dimensie: {naam: oordeel(niveau) for naam, niveau in criteria.items()}
            for dimensie, criteria in niveaus.items()
        },
    )


KERN = ("aanpak", "meten", "coalitie", "entrepreneurschap")


def four_plus_one(**grenzen: float) -> Rubriek:
    """Five dimensions of one criterion `a`: the score of a dimension is 25 times its level."""
    dimensies = [dimensie(key, {"a": 1}) for key in KERN]
    return rubriek([*dimensies, dimensie("verduurzaming", {"a": 1}, plus=True)], **grenzen)  # type: ignore[arg-type]


def one_level_each(*niveaus: Level) -> Scan:
    """Return a scan of `four_plus_one`: the levels of its dimensions in order."""
    keys = (*KERN, "verduurzaming")
    return scan({key: {"a": niveau} for key, niveau in zip(keys, niveaus, strict=False)})


known_levels = st.integers(0, 4)
levels: st.SearchStrategy[Level] = st.one_of(known_levels, st.just("onbekend"))
gewichten = st.one_of(
    st.just(1.0),
    st.integers(1, 10).map(float),
    st.floats(0.01, 10, allow_nan=False),
)


@st.composite
def scored_dimensions(draw: st.DrawFn, key: str = "meten") -> tuple[Dimensie, dict[str, Level]]:
    """Draw a dimension with weights, and a level or no entry at all for each of its criteria."""
    weights = draw(st.lists(gewichten, min_size=1, max_size=7))
    names = [f"c{number}" for number in range(len(weights))]
    niveaus = draw(st.fixed_dictionaries({}, optional=dict.fromkeys(names, levels)))
    return dimensie(key, dict(zip(names, weights, strict=True))), niveaus


@st.composite
def rubrics_with_levels(draw: st.DrawFn) -> tuple[Rubriek, Levels]:
    """Draw a rubric of one to six dimensions with its thresholds, and levels for a scan of it."""
    pairs = [draw(scored_dimensions(f"d{number}")) for number in range(draw(st.integers(1, 6)))]
    plus = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    dimensies = [
        d.model_copy(update={"soort": SoortDimensie.PLUS if extra else SoortDimensie.KERN})
        for (d, _), extra in zip(pairs, plus, strict=True)
    ]
    drawn = rubriek(
        dimensies,
        minimale_dekking=draw(st.floats(0, 1)),
        drempel=draw(st.floats(0, 100)),
        adviesgrens=draw(known_levels),
    )
    return drawn, {d.id: niveaus for d, niveaus in pairs}
