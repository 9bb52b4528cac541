"""From a content folder to a knowledge base: find, read, examine (or remember), link, sort."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from watwerkt.knowledge.cache import ContentCache, code_version
from watwerkt.knowledge.checks import FORM_OF_KEY, cross_check
from watwerkt.knowledge.collections import COLLECTIONS, PRAKTIJKEN, RUBRIEK
from watwerkt.knowledge.examination import Examination, read_record
from watwerkt.knowledge.files import SourceFile, find_files, read_bytes
from watwerkt.knowledge.kennisbank import Kennisbank, KennisbankError
from watwerkt.knowledge.ratchet import ratchet
from watwerkt.knowledge.seen import UNREAD, Seen
from watwerkt.knowledge.workers import collector_paused, examine_all, give_back_memory
from watwerkt.reading.document import make
from watwerkt.reading.findings import Ernst
from watwerkt.reading.sentences import say
from watwerkt.reading.words import slug
from watwerkt.records.on_request import OnRequest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from watwerkt.knowledge.cache import Memory
    from watwerkt.reading.findings import Finding
    from watwerkt.records import Praktijk


_AT_ONCE = 2000
"""So many files go to the cache in one go; more of them take memory for nothing."""


class Content(NamedTuple):
    """The SHA-256 of one record file, and its bytes when they were read."""

    file: SourceFile
    digest: str
    raw: bytes = b""

    @property
    def key(self) -> str:
        """Key of the content within its collection."""
        return f"{self.file.collection} {self.digest}"


@dataclass(slots=True)
class Entry:
    """One record file with its SHA-256 and what its examination gave."""

    file: SourceFile
    digest: str
    examination: Examination

    @property
    def raw(self) -> bytes:
        """Its bytes, read again; none when it has gone meanwhile."""
        raw = read_bytes(self.file)
        return raw if isinstance(raw, bytes) else b""


@dataclass(slots=True)
class Survey:
    """All entries of a content folder and the findings so far."""

    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def load(
    root: Path, *, cache: Path | None = None, memory: Memory | None = None, seen: Seen | None = None
) -> Kennisbank:
    """Read, check and link all content under ``root``; nothing on disk changes but the ``cache`` folder.

    Args:
        root: the content folder, which holds ``praktijken``, ``interventietypen``, ``bronnen``, ``begrippen`` and
            ``model``.
        cache: a folder for results by content hash; may be deleted at any time.
        memory: of a program that loads the same content again and again.
        seen: what was seen of files just now; one that was, and whose result is known, is not read.

    Raises:
        KennisbankError: there is no usable rubric, or no content folder.
    """
    root = root.resolve()
    if not root.is_dir():
        raise KennisbankError(f"De map `{root.name}` met de inhoud bestaat niet.")
    with collector_paused():
        version = code_version("records", "reading", "knowledge")
        survey = _survey(root, ContentCache(cache, "records", version, memory), seen or Seen())
        survey.findings = _joined(survey.findings, list(cross_check(survey.entries, root.name)))
        survey.findings = ratchet(survey.findings, survey.entries, root)
        kennisbank = _assemble(survey, root.name)
    survey.entries.clear()
    give_back_memory()
    return kennisbank


def _survey(root: Path, cache: ContentCache, seen: Seen) -> Survey:
    files, findings = find_files(root)
    survey = Survey(findings=findings)
    told = [Content(file, seen.files.get(str(file.path), UNREAD)[1]) for file in files]
    known = cache.restored((content.key for content in told), _restored)
    read: list[Content] = []
    for content in told:
        found = content if content.key in known else _read(content.file)
        if isinstance(found, Content):
            read.append(found)
        else:
            survey.findings.append(found)
    known |= cache.restored((content.key for content in read if content.key not in known), _restored)
    missing = {content.key: (content.file.collection, content.raw) for content in read if content.key not in known}
    keys, fresh = [content.key for content in read], zip(missing, examine_all(list(missing.values())), strict=True)
    while batch := list(islice(fresh, _AT_ONCE)):
        cache.put({key: dump for key, (_, dump) in batch}, keys)
        known.update((key, examination) for key, (examination, _) in batch)
    cache.remember(known)
    for content in read:
        examination = known[content.key]
        survey.entries.append(Entry(content.file, content.digest, examination))
        survey.findings.extend(_in_file(item, content.file) for item in examination.findings)
    return survey


def _read(file: SourceFile) -> Content | Finding:
    raw = read_bytes(file)
    return Content(file, hashlib.sha256(raw).hexdigest(), raw) if isinstance(raw, bytes) else raw


def _in_file(finding: Finding, file: SourceFile) -> Finding:
    """Place a finding in its file; a missing key is the name of that file."""
    if finding.code == "WW202" and finding.pad == "id" and slug(file.record_id) == file.record_id:
        finding = replace(finding, advies=say("WW202 sleutel", sleutel=file.record_id))
    return finding.in_file(file.bestand)


def _joined(within: list[Finding], across: list[Finding]) -> list[Finding]:
    """Leave out that a key has a wrong form where is told which key is meant."""
    told = {(item.bestand, item.pad) for item in across}
    kept = [item for item in within if item.code != FORM_OF_KEY or (item.bestand, item.pad) not in told]
    return [*kept, *across]


def _restored(key: str, raw: bytes) -> Examination:
    return Examination.restore(raw, key.partition(" ")[0])


def _assemble(survey: Survey, root_name: str) -> Kennisbank:
    wrong = {item.bestand for item in survey.findings if item.niveau is Ernst.FOUT}
    records: dict[str, dict[str, Any]] = {folder: {} for folder in COLLECTIONS if folder != PRAKTIJKEN}
    bestanden: dict[tuple[str, str], str] = {}
    digests: dict[tuple[str, str], str] = {}
    dagen: list[str] = []
    praktijken: dict[str, bytes] = {}
    ingetrokken: dict[str, bytes] = {}
    for entry in sorted(survey.entries, key=lambda item: (item.file.collection, item.file.record_id)):
        file, found = entry.file, entry.examination
        if not found.valid or file.bestand in wrong:
            continue
        key = file.collection, file.record_id
        if not found.facts.ingetrokken:
            dagen.append(found.facts.bijgewerkt)
        if file.collection != PRAKTIJKEN:
            records[file.collection][file.record_id] = found.record
        elif found.facts.ingetrokken:
            ingetrokken[file.record_id] = found.body
        else:
            praktijken[file.record_id] = found.body
        bestanden[key] = file.bestand
        digests[key] = entry.digest
    rubriek = records["model"].get(RUBRIEK)
    if rubriek is None:
        raise _no_rubric(survey, root_name)
    frozen: dict[str, Mapping[str, Any]] = {folder: MappingProxyType(found) for folder, found in records.items()}
    return Kennisbank(
        praktijken=_on_request(praktijken),
        interventietypen=frozen["interventietypen"],
        bronnen=frozen["bronnen"],
        begrippen=frozen["begrippen"],
        rubriek=rubriek,
        bestanden=MappingProxyType(bestanden),
        digests=MappingProxyType(digests),
        dagen=tuple(dagen),
        findings=tuple(sorted(survey.findings)),
        ingetrokken=_on_request(ingetrokken),
    )


def _on_request(bodies: Mapping[str, bytes]) -> OnRequest[Praktijk]:
    return OnRequest(bodies, lambda key: read_record(PRAKTIJKEN, bodies[key]))


def _no_rubric(survey: Survey, root_name: str) -> KennisbankError:
    bestand = f"{root_name}/model/{RUBRIEK}.yml"
    there = any(entry.file.bestand == bestand for entry in survey.entries)
    findings = list(survey.findings)
    if there:
        message = f"De rubriek ({bestand}) heeft fouten. Herstel die eerst: zonder rubriek is er geen 4+1-model."
    else:
        message = f"De rubriek ({bestand}) ontbreekt. Zonder rubriek is er geen 4+1-model."
        findings.append(make(bestand, 1, 1, "", "WW421", "Het bestand met de rubriek ontbreekt."))
    return KennisbankError(message, tuple(sorted(findings)))
