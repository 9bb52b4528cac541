"""A practice on its way to being a record: its file name, its text, and what was not understood as remarks below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watwerkt.reading.shapes import pattern_of
from watwerkt.records import Praktijk
from watwerkt.records.base import Id
from watwerkt.submission.assembly import assemble
from watwerkt.submission.office import OfficeError
from watwerkt.submission.sheet import read_sheet
from watwerkt.submission.slots import slot_of
from watwerkt.submission.word import read_word
from watwerkt.submission.yaml_text import SCHEMA_LINE, yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.submission.assembly import Assembled
    from watwerkt.submission.passages import NotUnderstood

NAMELESS = "praktijk-zonder-titel"
_HEADS = {
    False: "Niet begrepen bij het overnemen. Zet het op zijn plaats.",
    True: "Zo overgenomen. Kijk of het klopt.",
}
_ID = re.compile(pattern_of(Id))


@dataclass(frozen=True, slots=True)
class Draft:
    """``sleutel`` is the id and the stem of the file name; ``tekst`` the whole YAML file."""

    sleutel: str
    tekst: str
    niet_begrepen: tuple[NotUnderstood, ...] = ()

    def renamed(self, sleutel: str) -> Draft:
        """Return the same draft under another key."""
        head = f"{SCHEMA_LINE}id: {sleutel}\n"
        rest = self.tekst.removeprefix(SCHEMA_LINE).removeprefix(f"id: {self.sleutel}\n")
        return Draft(sleutel, head + rest, self.niet_begrepen)


def draft(data: dict[str, Any], niet_begrepen: Iterable[NotUnderstood] = ()) -> Draft:
    """Write the data of a practice as a file; what was not understood follows as remarks."""
    found, rest = data.get("id"), tuple(niet_begrepen)
    sleutel = found if isinstance(found, str) and _ID.fullmatch(found) and len(found) <= 80 else NAMELESS
    text = SCHEMA_LINE + yaml_text(data, Praktijk)
    for gekozen, head in _HEADS.items():
        if remarks := [_remark(item) for item in rest if item.gekozen is gekozen]:
            text += f"\n# {head} Haal deze regels daarna weg.\n" + "".join(remarks)
    return Draft(sleutel, text, rest)


def _remark(item: NotUnderstood) -> str:
    head = f"{item.plek}, ‘{item.kop}’" if item.kop else item.plek
    return f"#\n# {head}: {item.reden}\n" + "".join(f"#   {line}\n" for line in item.tekst.split("\n") if line)


def drafts_from(path: Path, kennisbank: Kennisbank, today: str) -> list[Draft]:
    """Read a Word file (one practice) or a spreadsheet (one practice per row).

    Raises:
        OfficeError: the file cannot be read; the message says in Dutch what to do.
    """
    suffix = path.suffix.lower()
    if suffix == ".docx":
        passages = read_word(path)
        if not any(slot_of(passage.kop) for passage in passages):
            raise OfficeError(
                f"In {path} staat onder geen enkele bekende kop tekst. Gebruik de koppen van het werkblad (Titel, "
                "Samenvatting, Doelgroep, Doel, Aanpak …). Een leeg document met die koppen maakt u met: "
                "watwerkt template -o praktijk.docx"
            )
        return [_draft(assemble(passages, kennisbank, today))]
    if suffix == ".xlsx":
        return [_draft(assemble(row, kennisbank, today)) for row in read_sheet(path)]
    raise OfficeError(f"{path} is geen .docx- of .xlsx-bestand. Sla het in Word of Excel zo op en probeer het opnieuw.")


def _draft(assembled: Assembled) -> Draft:
    return draft(assembled.data, assembled.niet_begrepen)
