"""Rules that became stricter: an error in a new record, a warning in an old one that has a dated exception.

The exceptions stand in `content/uitzonderingen.yml`. (That a concept is only warned is known from the record alone, see
`examination`.) An exception that nobody needs any more is itself reported. Dates
are compared with the newest date in the content, never with the clock.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from watwerkt.knowledge.files import EXCEPTIONS, SourceFile, read_bytes
from watwerkt.reading.codes import CODES
from watwerkt.reading.document import parse
from watwerkt.reading.findings import Ernst
from watwerkt.reading.texts import check_texts
from watwerkt.reading.validation import validate
from watwerkt.records.uitzondering import Uitzonderingen

if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from pathlib import Path

    from watwerkt.knowledge.loading import Entry
    from watwerkt.reading.document import Document
    from watwerkt.reading.findings import Finding
    from watwerkt.records.uitzondering import Uitzondering

_OR_CONCEPT = "Zeggen ze niets? Zet dan `record_status: concept`."


def ratchet(findings: Sequence[Finding], entries: Sequence[Entry], root: Path) -> list[Finding]:
    """Return the findings with the right seriousness, and those about the exceptions themselves."""
    document, exceptions, own = _read(root)
    known = {entry.file.bestand for entry in entries}
    today = _newest(entries)
    granted = {(f"{root.name}/{item.record}.yml", item.code): item for item in exceptions}
    needed: set[tuple[str, str]] = set()
    out = own
    for finding in findings:
        exception = granted.get((finding.bestand, finding.code))
        if CODES[finding.code].strenger:
            needed.add((finding.bestand, finding.code))
            finding = _weighed(finding, exception, today)
        out.append(finding)
    if document:
        _about_exceptions(document, exceptions, known, needed, root.name)
        out += document.findings
    return out


def _read(root: Path) -> tuple[Document | None, Sequence[Uitzondering], list[Finding]]:
    path = root / EXCEPTIONS
    if path.is_symlink() or not path.is_file():
        return None, (), []
    raw = read_bytes(SourceFile("", "", path, f"{root.name}/{EXCEPTIONS}"))
    if not isinstance(raw, bytes):
        return None, (), [raw]
    document = parse(raw, f"{root.name}/{EXCEPTIONS}")
    record, _ = validate(document, Uitzonderingen)
    check_texts(document, Uitzonderingen)
    return (document, record.uitzonderingen, []) if record else (None, (), document.findings)


def _newest(entries: Sequence[Entry]) -> str:
    facts = (entry.examination.facts for entry in entries)
    return max((fact.bijgewerkt for fact in facts if not fact.ingetrokken), default="")


def _weighed(finding: Finding, exception: Uitzondering | None, today: str) -> Finding:
    if finding.niveau is not Ernst.FOUT:
        return finding
    if exception is None:
        return (
            replace(finding, advies=f"{finding.advies} {_OR_CONCEPT}") if "/praktijken/" in finding.bestand else finding
        )
    if exception.tot >= today:
        advies = f"Uitzondering tot {exception.tot}: {exception.reden} {finding.advies}"
        return replace(finding, niveau=Ernst.WAARSCHUWING, advies=advies)
    return replace(finding, boodschap=f"{finding.boodschap} De uitzondering hiervoor gold tot {exception.tot}.")


def _about_exceptions(
    document: Document,
    exceptions: Sequence[Uitzondering],
    known: Set[str],
    needed: set[tuple[str, str]],
    root: str,
) -> None:
    seen: set[tuple[str, str]] = set()
    for index, item in enumerate(exceptions):
        path, key = ("uitzonderingen", index), (f"{root}/{item.record}.yml", item.code)
        if key[0] not in known:
            document.add("WW422", (*path, "record"), f"Het record `{item.record}` bestaat niet.")
        elif item.code not in CODES or not CODES[item.code].strenger:
            allowed = ", ".join(f"`{code.code}`" for code in CODES.values() if code.strenger)
            document.add("WW422", (*path, "code"), f"Voor `{item.code}` zijn geen uitzonderingen; wel voor {allowed}.")
        elif key in seen:
            document.add("WW423", path, f"De uitzondering voor `{item.record}` en {item.code} staat er twee keer.")
        elif key not in needed:
            document.add("WW423", path, f"`{item.record}` voldoet aan {item.code}; de uitzondering is niet meer nodig.")
        seen.add(key)
