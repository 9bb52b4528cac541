"""The werkblad: a Word document that opens, in the order of the form, with everything that the record says."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import cmarkgfm
import docx
import pytest
from exported import Export, edition, real
from hostile_corpus import PAYLOADS
from test_views_complete import FULL
from views_samples import bron, interventietype, kennisbank, lijst, praktijk

from watwerkt.exports.paragraphs import Run, paragraphs
from watwerkt.exports.werkblad import OPEN, werkblad

if TYPE_CHECKING:
    from docx.document import Document

HEADINGS = [
    "Samenvatting",
    "1. Beschrijving interventie",
    "1.1 Doelgroep",
    "1.2 Doel",
    "1.3 Aanpak",
    "2. Uitvoering",
    "2.1 Materialen",
    "2.2 Locatie en type organisatie",
    "2.3 Opleiding en competenties",
    "2.4 Kwaliteitsbewaking",
    "2.5 Randvoorwaarden",
    "2.6 Implementatie",
    "2.7 Kosten",
    "3. Onderbouwing",
    "3.1 Probleem",
    "3.2 Oorzaken",
    "3.3 Aan te pakken factoren",
    "3.4 Verantwoording",
    "4. Onderzoek",
    "4.1 Onderzoek naar de uitvoering",
    "4.2 Onderzoek naar behaalde effecten",
    "5. Samenvatting werkzame elementen",
    "6. Aangehaalde literatuur",
]
"""The chapters of the shared werkblad (2015)."""

SAID = [
    *("Samenvatting van alles: alles is ingevuld.", "Tekst van doelgroep.", "Tekst van doel.", "Tekst van subdoel."),
    *("Tekst van aanpak.", "Tekst van duur.", "Tekst van betrokkenheid.", "Tekst van materialen."),
    *("Tekst van deskundigheid.", "Tekst van randvoorwaarden.", "Tekst van probleem.", "Toelichting van route."),
    *("Organisatie van partner", "Inbreng van partner.", "4.501", "Toelichting van kosten.", "12.345"),
    *("Investering van als.", "Activiteit van als.", "Output van als.", "Effect van als."),
    *("Onderbouwing van bewijs.", "Naam van indicator", "34,25", "17,75", "n = 4321", "Naam van deel"),
    *("Waarom van deel.", "Les 0.", "Les 1.", "Les 2.", "Les 3.", "Wijknaam", "Februari 2001 tot maart 2012"),
]


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def text_of(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.fixture(scope="module")
def full() -> Document:
    bank = kennisbank(
        praktijk("alles", **FULL),
        interventietypen=[interventietype("soort-aanpak", "Type van aanpak")],
        bronnen=[bron("boek", title="Titel van boek", author=["Auteur van boek"], issued="2012-03")],
        lijsten=[lijst("gemeenten", {"GM0150": "Deventer"}), lijst("themas", {"geld": "Geld"})],
    )
    return opened(werkblad(edition(bank), "alles"))


def test_every_werkblad_opens_and_has_the_chapters_in_order(whole: Export) -> None:
    for practice_id in real().praktijken:
        document = opened((whole.v1 / "praktijken" / f"{practice_id}.docx").read_bytes())
        styles = {style.name for style in document.styles}
        assert {p.style.name for p in document.paragraphs if p.style} <= styles
        headings = [p.text for p in document.paragraphs if p.style and p.style.name in ("Heading 1", "Heading 2")]
        assert headings == HEADINGS, practice_id
        assert document.core_properties.title == real().praktijken[practice_id].titel
        assert document.core_properties.author == "Wat werkt in de wijk"


@pytest.mark.parametrize("text", SAID)
def test_what_the_record_says_is_in_it(text: str, full: Document) -> None:
    assert text in text_of(full).replace("\N{NO-BREAK SPACE}", " ")


def test_a_source_stands_with_the_fact_and_in_the_literature(full: Document) -> None:
    text = text_of(full)
    assert "Les 0. (rapport, regel 1)" in text
    assert (
        text.split("6. Aangehaalde literatuur")[1].strip().splitlines()[0] == "Auteur van boek (2012). Titel van boek"
    )


def test_a_practice_of_which_nothing_is_known_asks_for_it() -> None:
    document = opened(werkblad(edition(kennisbank(praktijk("leeg"))), "leeg"))
    assert text_of(document).count(OPEN) >= 15
    assert [p.text for p in document.paragraphs if p.style and p.style.name in ("Heading 1", "Heading 2")] == HEADINGS


def test_markup_becomes_styles() -> None:
    line = "Een **vet** en *schuin* woord, zie [het rapport](https://www.voorbeeld.nl/x)."
    found = paragraphs(f"{line}\n\n- een\n- twee\n\n1. eerst\n\n> zo")
    assert [p.style for p in found] == ["Normal", "ListBullet", "ListBullet", "ListNumber", "Quote"]
    assert Run("vet", bold=True) in found[0].runs
    assert Run("schuin", italic=True) in found[0].runs
    assert "".join(run.text for run in found[0].runs) == (
        "Een vet en schuin woord, zie het rapport (https://www.voorbeeld.nl/x)."
    )
    assert [run.text for p in found[1:] for run in p.runs] == ["een", "twee", "eerst", "zo"]


def test_paragraphs_of_text_only_are_read_like_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*PAYLOADS, "een < twee\n& drie\n\n\u00a0\n\nvier", *(p.aanpak or "" for p in real().praktijken.values())]
    quick = [paragraphs(text) for text in texts]
    mark = "<i></i>"
    monkeypatch.setattr(cmarkgfm, "markdown_to_html", lambda text, make=cmarkgfm.markdown_to_html: make(text) + mark)
    assert quick == [paragraphs(text) for text in texts]


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda p: repr(p)[:30])
def test_hostile_text_stays_text(payload: str) -> None:
    fields = {"titel": payload[:290].strip() or "x"} if "\n" not in payload else {}
    record = praktijk("x").model_copy(update={"aanpak": payload, "samenvatting": payload, **fields})
    content = werkblad(edition(kennisbank(record)), "x")
    document = opened(content)
    assert document.part.rels
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert not [n for n in names if re.search("vba|embed|activeX|externalLink|altChunk", n, re.IGNORECASE)]
        for name in names:
            assert b'TargetMode="External"' not in archive.read(name), name
        body = archive.read("word/document.xml").decode()
    assert not re.search(r"<w:(hyperlink|fldSimple|instrText|object|altChunk|pict)\b", body)
    if payload.isprintable():
        assert payload in text_of(document)


def test_of_a_withdrawn_practice_only_the_reason_is_left(withdrawn: Export) -> None:
    for name in ("de-roos", "roos-woensel"):
        text = text_of(opened((withdrawn.v1 / "praktijken" / f"{name}.docx").read_bytes()))
        assert "ingetrokken op 20 november 2026. Reden: Staat twee keer in de kennisbank" in text
        assert "In de plaats kwam De Tulp: https://gemeente.example/sub/praktijken/de-tulp/" in text
        assert "fietsenmakerij" not in text


def test_no_picture_and_no_name_of_a_tool_is_inside(whole: Export) -> None:
    with zipfile.ZipFile(whole.v1 / "praktijken" / "pak-deventer.docx") as archive:
        assert not [name for name in archive.namelist() if name.endswith((".jpeg", ".png", ".bin"))]
        assert b"python-docx" not in b"".join(archive.read(name) for name in archive.namelist())
