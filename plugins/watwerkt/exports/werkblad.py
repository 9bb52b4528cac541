"""A practice in the order of the Dutch *werkblad*, as a Word document with which its owner can go on to recognition.

The headings follow the form that Movisie, NJi and RIVM share (version of 2015). What the record does not say is named
as still to be filled in, never left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from watwerkt.exports.docx_files import Properties, word_document
from watwerkt.exports.edition import LICENTIE
from watwerkt.exports.paragraphs import Paragraph, Run, paragraphs
from watwerkt.views.index import praktijkpad
from watwerkt.views.kostenklassen import kostentekst
from watwerkt.views.praktijk import LESSOORTEN, bereiktekst
from watwerkt.views.tekst import NAAM, getal, moment, opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watwerkt.exports.edition import Edition
    from watwerkt.records import Praktijk, Verwijzing
    from watwerkt.records.praktijk import Indicator, Waarde
    from watwerkt.views.index import Index

    Blocks = Iterator[Paragraph]

OPEN = "Nog in te vullen: de kennisbank zegt hier niets over."
UITLEG = (
    "Dit is een begin. Het volgt de volgorde van het werkblad waarmee u een interventie laat erkennen bij onder meer "
    "Movisie, het NJi en het RIVM. Vraag het instituut om het werkblad van nu en de handleiding, en zet de tekst over. "
    "Alleen de eigenaar van een aanpak kan haar indienen."
)


def werkblad(edition: Edition, praktijk_id: str) -> bytes:
    """Return the document of one practice."""
    praktijk = edition.kennisbank.praktijken[praktijk_id]
    comments = f"{edition.url(f'praktijken/{praktijk.id}/')} CC BY 4.0: {LICENTIE}"
    return word_document(
        Werkblad(edition, praktijk).blocks(), Properties(praktijk.titel, NAAM, comments, praktijk.bijgewerkt)
    )


def weg(edition: Edition, praktijk_id: str) -> bytes:
    """Return the document that stays at the address of a withdrawn practice: it says why.

    Raises:
        KeyError: no such practice was withdrawn.
    """
    why = {item.id: item for item in edition.ingetrokken}[praktijk_id]
    successor = edition.kennisbank.praktijken.get(why.opvolger or "")
    content = [
        _plain("Title", f"Ingetrokken: {why.titel}"),
        _plain("Normal", f"Deze beschrijving is ingetrokken op {moment(why.datum)}. Reden: {why.reden}"),
    ]
    if successor:
        address = edition.url(praktijkpad(successor.id))
        content.append(_plain("Normal", f"In de plaats kwam {successor.titel}: {address}"))
    return word_document(content, Properties(why.titel, NAAM, why.url, why.datum))


class Werkblad:
    """Writes one practice, chapter by chapter."""

    def __init__(self, edition: Edition, praktijk: Praktijk) -> None:
        """Take the practice and where it was published."""
        self._edition, self._praktijk = edition, praktijk
        self._index: Index = edition.index

    def blocks(self) -> Blocks:
        """Yield the whole document."""
        praktijk = self._praktijk
        yield _plain("Title", praktijk.titel)
        yield _plain("Subtitle", "Aanzet voor het werkblad beschrijving interventie")
        yield from (_plain("Normal", UITLEG), *self._colophon())
        yield _plain("Heading1", "Samenvatting")
        yield _plain("Normal", praktijk.samenvatting)
        for title, chapter in (
            ("1. Beschrijving interventie", self._description),
            ("2. Uitvoering", self._delivery),
            ("3. Onderbouwing", self._reasoning),
            ("4. Onderzoek", self._research),
        ):
            yield _plain("Heading1", title)
            yield from chapter()
        yield _plain("Heading1", "5. Samenvatting werkzame elementen")
        yield from self._items((f"{deel.naam}. {deel.waarom}", deel.bronnen) for deel in praktijk.werkzame_bestanddelen)
        yield _plain("Heading1", "6. Aangehaalde literatuur")
        yield from self._literature()

    def _colophon(self) -> Blocks:
        praktijk = self._praktijk
        facts = {
            "Bron van deze tekst": f"{NAAM}, {self._edition.url(f'praktijken/{praktijk.id}/')}",
            "Bijgewerkt": moment(praktijk.bijgewerkt),
            "Licentie": f"CC BY 4.0, {LICENTIE}",
            "Ontwikkelaar en contactpersoon": OPEN,
            "Looptijd": self._index.uittreksels[praktijk.id].looptijd,
        }
        for name, text in facts.items():
            yield Paragraph("Normal", (Run(f"{name}: ", bold=True), Run(text)))

    def _description(self) -> Blocks:
        praktijk = self._praktijk
        yield from self._section("1.1 Doelgroep", praktijk.doelgroep)
        yield from self._section("1.2 Doel", praktijk.doel)
        if praktijk.subdoelen:
            yield from self._items((text, ()) for text in praktijk.subdoelen)
        yield from self._section("1.3 Aanpak", praktijk.aanpak)
        yield from self._part("Duur en intensiteit", praktijk.duur)
        yield from self._part("Rol van bewoners", praktijk.betrokkenheid_bewoners)

    def _delivery(self) -> Blocks:
        praktijk = self._praktijk
        yield from self._section("2.1 Materialen", praktijk.materialen)
        yield _plain("Heading2", "2.2 Locatie en type organisatie")
        plaats = self._index.kaarten[praktijk.id].plaats
        yield _plain("Normal", f"Plaats: {plaats}.")
        yield from self._items((self._partner(number), p.bronnen) for number, p in enumerate(praktijk.partners))
        yield from self._section("2.3 Opleiding en competenties", praktijk.deskundigheid)
        yield from self._section("2.4 Kwaliteitsbewaking", None)
        yield from self._section("2.5 Randvoorwaarden", praktijk.randvoorwaarden)
        yield from self._section("2.6 Implementatie", praktijk.verduurzaming.toelichting)
        yield _plain("Heading2", "2.7 Kosten")
        yield from self._items((f"{kostentekst(k)}. {k.toelichting or ''}".strip(), k.bronnen) for k in praktijk.kosten)

    def _partner(self, number: int) -> str:
        partner = self._praktijk.partners[number]
        labels = [
            self._index.term_label(lijst, key).lower()
            for lijst, key in (("sectoren", partner.sector), ("rollen", partner.rol))
            if key
        ]
        return f"{partner.organisatie}{f' ({opsomming(labels)})' if labels else ''}. {partner.inbreng or ''}".strip()

    def _reasoning(self) -> Blocks:
        yield from self._section("3.1 Probleem", self._praktijk.probleem)
        yield from self._section("3.2 Oorzaken", None)
        yield from self._section("3.3 Aan te pakken factoren", None)
        yield _plain("Heading2", "3.4 Verantwoording")
        yield from self._items(
            (
                f"Als: {stap.investering}. Doen: {stap.activiteit}. Dan: {stap.output}. Daardoor: {stap.effect}.",
                stap.bronnen,
            )
            for stap in self._praktijk.effectenarena
        )

    def _research(self) -> Blocks:
        praktijk = self._praktijk
        yield _plain("Heading2", "4.1 Onderzoek naar de uitvoering")
        yield from self._items((f"Bereik: {bereiktekst(b)}", b.bronnen) for b in praktijk.bereik)
        for name, title in LESSOORTEN.items():
            if lessen := getattr(praktijk.lessen, name):
                yield _plain("Heading3", title)
                yield from self._items((les.tekst, les.bronnen) for les in lessen)
        yield _plain("Heading2", "4.2 Onderzoek naar behaalde effecten")
        if praktijk.bewijs:
            niveau = "onbekend" if praktijk.bewijs.niveau == "onbekend" else f"{praktijk.bewijs.niveau}"
            text = f"Trede op de effectladder volgens de kennisbank: {niveau}. {praktijk.bewijs.onderbouwing}"
            yield self._sourced("Normal", text, praktijk.bewijs.bronnen)
        yield from self._items((_measured(i), i.bronnen) for i in praktijk.indicatoren)

    def _literature(self) -> Blocks:
        keys = self._index.uittreksels[self._praktijk.id].geciteerd
        if not keys:
            yield _unknown()
        for key in keys:
            yield _plain("ListBullet", self._edition.citation(key))

    def _section(self, title: str, text: str | None) -> Blocks:
        yield _plain("Heading2", title)
        yield from paragraphs(text) if text else (_unknown(),)

    def _part(self, title: str, text: str | None) -> Blocks:
        yield _plain("Heading3", title)
        yield from paragraphs(text) if text else (_unknown(),)

    def _items(self, items: Iterable[tuple[str, tuple[Verwijzing, ...]]]) -> Blocks:
        empty = True
        for text, bronnen in items:
            empty = False
            yield self._sourced("ListBullet", text, bronnen)
        if empty:
            yield _unknown()

    def _sourced(self, style: str, text: str, bronnen: tuple[Verwijzing, ...]) -> Paragraph:
        places = "; ".join(f"{link.kort}, {link.plaats}" for link in self._index.bronlinks(bronnen))
        return Paragraph(style, (Run(text), *((Run(f" ({places})"),) if places else ())))


def _plain(style: str, text: str) -> Paragraph:
    return Paragraph(style, (Run(text),))


def _unknown() -> Paragraph:
    return Paragraph("Normal", (Run(OPEN, italic=True),))


def _measured(indicator: Indicator) -> str:
    def value(waarde: Waarde) -> str:
        people = f", n = {waarde.n}" if waarde.n is not None else ""
        return f"{getal(waarde.waarde)} ({moment(waarde.moment)}{people})"

    nul = value(indicator.nulmeting) if indicator.nulmeting else "onbekend"
    later = opsomming(value(waarde) for waarde in indicator.metingen) or "onbekend"
    return f"{indicator.naam}, {indicator.eenheid}: 0-meting {nul}; later {later}"
