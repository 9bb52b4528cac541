"""Small knowledge bases for the view tests, built through the real record models, and the text of rendered pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.kennisbank import Kennisbank
from watwerkt.records import Begrippenlijst, Bron, Interventietype, Praktijk, Rubriek
from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from watwerkt.site.pages import Pagina

REPOSITORY = Path(__file__).resolve().parents[2]
BRONNEN = [{"bron": "rapport", "plaats": "regel 1"}]
DIMENSIES = ("aanpak", "meten", "coalitie", "entrepreneurschap", "verduurzaming")
CRITERIA = ("eerste", "tweede")
REQUIRED = {
    "kern": "Een praktijk waarvan alleen het verplichte bekend is.",
    "samenvatting": "Van deze praktijk is nog bijna niets bekend.",
    "soort": "project",
    "themas": ["geld"],
    "doelgroepen": ["ouderen"],
    "status": "onbekend",
    "record_status": "concept",
    "bijgewerkt": "2026-01-15",
}


def rubriek(**anders: Any) -> Rubriek:
    """Return five dimensions of two criteria each; a level 2 gives advice, 60 points is strong."""
    return Rubriek.model_validate(
        {
            "id": "4plus1",
            "versie": "1.0",
            "titel": "Het model",
            "toelichting": "Uitleg.",
            "bronnen": BRONNEN,
            "minimale_dekking": 0.6,
            "drempel": 60,
            "adviesgrens": 2,
            "schaal": [
                {"niveau": n, "label": label, "betekenis": "Zie het model."}
                for n, label in enumerate(("Afwezig", "Aanzet", "Gedeeltelijk", "Grotendeels", "Volledig"))
            ],
            "dimensies": [_dimensie(key) for key in DIMENSIES],
        }
        | anders,
        strict=False,
    )


def _dimensie(key: str) -> dict[str, Any]:
    return {
        "id": key,
        "label": f"Dimensie {key}",
        "kort": key[:14],
        "soort": "plus" if key == "verduurzaming" else "kern",
        "vraag": f"Hoe staat het met {key}?",
        "toelichting": "Uitleg.",
        "bronnen": BRONNEN,
        "criteria": [
            {
                "id": name,
                "label": f"Criterium {name} van {key}",
                "vraag": f"Is er {name} van {key}?",
                "gewicht": 1,
                "anker_0": "Niets.",
                "anker_2": "Een deel.",
                "anker_4": "Alles.",
                "advies": {
                    "tekst": f"Werk aan {name} van {key}.",
                    "instrument": f"hulp bij {name}{'?' if name == CRITERIA[0] else ''}",
                },
                "bronnen": BRONNEN,
            }
            for name in CRITERIA
        ],
    }


def scan(*paren: tuple[int | None, int | None], **anders: Any) -> dict[str, Any]:
    """Return a scan with the levels of both criteria per dimension, in the order of `DIMENSIES`; None is unknown."""
    oordelen = {
        dimensie: {
            name: {
                "niveau": niveau,
                "onderbouwing": f"Reden van {name} bij {dimensie}.",
                "bronnen": BRONNEN,
            }
            for name, niveau in zip(CRITERIA, paar, strict=True)
            if niveau is not None
        }
        for dimensie, paar in zip(DIMENSIES, paren, strict=False)
    }
    return {
        "datum": "2026-01-10",
        "beoordelaar": {"rol": "redactie", "organisatie": "De redactie"},
        "basis": "Eén rapport.",
        "oordelen": oordelen,
    } | anders


def praktijk(praktijk_id: str, **anders: Any) -> Praktijk:
    """Return a record with only the required fields, and whatever is given."""
    velden = {"id": praktijk_id, "titel": f"Praktijk {praktijk_id}"} | REQUIRED | anders
    return Praktijk.model_validate(velden, strict=False)


def lijst(list_id: str, termen: Mapping[str, str], **waarden: Any) -> Begrippenlijst:
    """Return a vocabulary of ids with labels; ``waarden`` gives values to terms by id."""
    return Begrippenlijst.model_validate(
        {
            "id": list_id,
            "titel": f"Lijst {list_id}",
            "toelichting": "Uitleg.",
            "termen": [
                {"id": key, "label": label, "definitie": f"Wat {label} is."} | waarden.get(key.replace("-", "_"), {})
                for key, label in termen.items()
            ],
        },
        strict=False,
    )


def interventietype(type_id: str, titel: str) -> Interventietype:
    return Interventietype.model_validate(
        {
            "id": type_id,
            "titel": titel,
            "samenvatting": "Wat dit soort praktijken met elkaar gemeen heeft.",
            "beschrijving": "Zo gaat het.",
            "veranderingstheorie": "Als dit, dan dat.",
            "werkzame_bestanddelen": [],
            "bijgewerkt": "2026-01-01",
        },
        strict=False,
    )


def bron(bron_id: str, **anders: Any) -> Bron:
    velden = {"id": bron_id, "type": "report", "title": f"Titel {bron_id}", "kort": bron_id, "issued": "onbekend"}
    return Bron.model_validate(velden | anders, strict=False)


LIJSTEN = (
    lijst("themas", {"wonen": "Wonen", "geld": "Geld", "armoede": "Armoede"}),
    lijst("doelgroepen", {"ouderen": "Ouderen", "kinderen": "Kinderen"}),
    lijst("gemeenten", {"GM0150": "Deventer", "GM0363": "Amsterdam", "GM0080": "Ljouwert"}),
    lijst("rollen", {"investerend": "Investerend", "uitvoerend": "Uitvoerend"}),
    lijst(
        "bewijsniveaus",
        {"een": "Goed beschreven", "twee": "Goed onderbouwd"},
        een={"waarde": 1},
        twee={"waarde": 2},
    ),
)


def kennisbank(
    *praktijken: Praktijk,
    interventietypen: Iterable[Interventietype] = (),
    bronnen: Iterable[Bron] = (),
    lijsten: Iterable[Begrippenlijst] = LIJSTEN,
    model: Rubriek | None = None,
) -> Kennisbank:
    """Return the records as a knowledge base, in the order given."""
    records: dict[str, dict[str, Any]] = {
        "praktijken": {p.id: p for p in praktijken},
        "interventietypen": {i.id: i for i in interventietypen},
        "bronnen": {b.id: b for b in (*bronnen, bron("rapport"))},
        "begrippen": {b.id: b for b in lijsten},
    }
    keys = [(name, key) for name, found in (*records.items(), ("model", ["4plus1"])) for key in found]
    return Kennisbank(
        **records,
        rubriek=model or rubriek(),
        bestanden={key: f"content/{key[0]}/{key[1]}.yml" for key in keys},
        digests=dict.fromkeys(keys, "0" * 64),
        dagen=[r.bijgewerkt for name in ("praktijken", "interventietypen") for r in records[name].values()],
        findings=(),
    )


def page_at(kennisbank: Kennisbank, pad: str) -> Pagina:
    """Return the generated page at a path from the site root."""
    return next(pagina for pagina in all_pages(kennisbank) if pagina.pad == pad)


_renderers: dict[int, tuple[Kennisbank, Renderer]] = {}
"""One renderer per knowledge base: compiling the templates takes most of the time."""


def rendered(kennisbank: Kennisbank, pad: str) -> str:
    """Return the HTML of the generated page at a path."""
    _, renderer = _renderers.setdefault(
        id(kennisbank), (kennisbank, Renderer({"bewerk_url": "https://forge.example/edit/"}))
    )
    return renderer.html(page_at(kennisbank, pad))


class _Words(HTMLParser):
    """Collects visible text; elements that a browser sets apart are separated by a space."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.headings: list[tuple[str, int, int]] = []
        self._heading: int | None = None
        self._label: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(" ")
        if re.fullmatch("h[1-6]|dt", tag):
            self._heading, self._label = len(self.parts), []

    def handle_endtag(self, tag: str) -> None:
        if self._heading is not None and re.fullmatch("h[1-6]|dt", tag):
            self.headings.append((" ".join("".join(self._label).split()), self._heading, len(self.parts)))
            self._heading = None
        self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
        if self._heading is not None:
            self._label.append(data)


def words(html: str) -> str:
    """Return the text of a page, spaces squeezed."""
    reader = _Words()
    reader.feed(html)
    return " ".join("".join(reader.parts).replace("\N{NO-BREAK SPACE}", " ").split())


def under_headings(html: str) -> dict[str, str]:
    """Return, for every heading and every ``dt``, the text up to the next one."""
    reader = _Words()
    reader.feed(html)
    ends = [*(before for _, before, _ in reader.headings[1:]), len(reader.parts)]
    return {
        name: " ".join("".join(reader.parts[after:end]).split())
        for (name, _, after), end in zip(reader.headings, ends, strict=True)
    }
