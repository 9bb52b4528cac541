"""From the event of an issue to a proposal: a record, or a kind explanation why there is none.

Only the issue of the event is read. The same issue gives the same proposal, so an edited issue replaces its own
earlier proposal and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.loading import load
from watwerkt.reading.findings import Ernst
from watwerkt.reading.summary import code, markdown
from watwerkt.submission.assembly import assemble
from watwerkt.submission.draft import NAMELESS, draft
from watwerkt.submission.issue_form import LABEL, passages_of

if TYPE_CHECKING:
    from pathlib import Path

    from watwerkt.reading.findings import Finding
    from watwerkt.submission.draft import Draft

MAX_RECORD = 80_000
"""Bytes; the next job gets the record in its environment, as base64, of which a system takes 128 kB."""

MAX_ANSWER = 60_000
"""Signs; a forge takes an answer of at most 65 536."""

_PERSONAL = frozenset({"WW510", "WW511", "WW512", "WW514", "WW515"})
"""What is surely personal data; nine digits that only might be (WW513) are for the readers to judge."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """``sleutel`` and ``tekst`` are empty when there is no record; ``antwoord`` is Markdown for the issue."""

    sleutel: str
    tekst: str
    antwoord: str


class EventError(ValueError):
    """The event is not one of an issue that this program should answer."""


def proposal(event: dict[str, Any], content: Path) -> Proposal:
    """Make a proposal; on disk nothing changes but, for the check, the new file in ``content``.

    Raises:
        EventError: no issue made with the form.
    """
    number, body, day = _issue(event)
    kennisbank = load(content)
    assembled = assemble(passages_of(body, f"aanmelding {number}"), kennisbank, day)
    made = draft(assembled.data, assembled.niet_begrepen)
    if made.sleutel == NAMELESS:
        return _refused("Er staat geen titel in die als naam van het bestand kan dienen. Vul de titel in.")
    target = content / "praktijken" / f"{made.sleutel}.yml"
    if target.exists():
        return _refused(
            f"Er is al een praktijk met de sleutel {code(made.sleutel)}. Is het een andere praktijk? Geef haar dan een "
            "titel die er duidelijk van verschilt, bijvoorbeeld met de plaats erbij. Is het dezelfde? Verbeter dan dat "
            "record met de knop ‘Wijzig dit record’ op de site."
        )
    if len(made.tekst.encode()) > MAX_RECORD:
        return _refused("De tekst is te lang voor één record. Kort haar in; een veld heeft hooguit 6000 tekens.")
    target.write_text(made.tekst, encoding="utf-8")
    bestand = f"{content.name}/praktijken/{target.name}"
    found = [item for item in load(content).findings if item.bestand == bestand]
    if personal := [item for item in found if item.code in _PERSONAL]:
        target.unlink()
        return _refused(
            "Er staan gegevens van een persoon in, en die mogen niet openbaar worden. Haal ze ook hier meteen weg, en "
            "wis ze uit de geschiedenis van uw melding (*edited*, dan *Delete revision*).\n\n"
            + "\n".join(f"- {code(item.boodschap)}" for item in personal)
        )
    return Proposal(made.sleutel, made.tekst, _answer(made, bestand, found))


def _issue(event: dict[str, Any]) -> tuple[int, str, str]:
    issue = event.get("issue")
    if not isinstance(issue, dict) or "pull_request" in issue:
        raise EventError("Dit is geen aanmelding.")
    labels = {label.get("name") for label in issue.get("labels") or () if isinstance(label, dict)}
    if LABEL not in labels:
        raise EventError(f"Deze melding is niet met het formulier gemaakt (label `{LABEL}` ontbreekt).")
    number, body, updated = issue.get("number"), issue.get("body"), issue.get("updated_at")
    if not isinstance(number, int) or not isinstance(body, str) or not isinstance(updated, str):
        raise EventError("De gegevens van de melding zijn niet compleet.")
    return number, body, updated[:10]


def _refused(reden: str) -> Proposal:
    return Proposal("", "", f"Van deze aanmelding kon nog geen voorstel worden gemaakt.\n\n{reden}\n\n{_AGAIN}\n")


_AGAIN = "Pas de tekst van deze melding aan (de drie puntjes, *Edit*); dan kijkt het programma opnieuw."


def _answer(made: Draft, bestand: str, found: list[Finding]) -> str:
    parts = [f"Dank u wel. Van deze aanmelding is een voorstel gemaakt: {code(bestand)}.\n"]
    parts.append(
        "## Hoe het verder gaat\n\nTwee lezers kijken het voorstel na, van wie één van buiten uw organisatie. U hoort "
        f"binnen tien werkdagen iets. {_AGAIN}\n"
    )
    for head, gekozen in (("Niet begrepen", False), ("Zo overgenomen; kijk of het klopt", True)):
        items = [item for item in made.niet_begrepen if item.gekozen is gekozen]
        lines = [f"- {code(item.kop)}: {code(item.reden)} {_short(item.tekst)}" for item in items]
        if lines:
            parts.append(f"## {head}\n\nDit staat als opmerking in het bestand:\n\n" + "\n".join(lines) + "\n")
    parts.append(markdown([item for item in found if item.niveau is not Ernst.TIP], 1))
    text = "\n".join(parts)
    if len(text) <= MAX_ANSWER:
        return text
    return text[:MAX_ANSWER].rpartition("\n")[0] + "\n\nEr is meer; zie de controle bij het voorstel.\n"


def _short(text: str) -> str:
    return code(text if len(text) <= 200 else text[:199] + "…")
