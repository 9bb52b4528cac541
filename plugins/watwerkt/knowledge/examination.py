"""Everything that can be said about one file without looking at another: the unit of caching and of parallel work."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.collections import COLLECTIONS
from watwerkt.knowledge.completeness import omissions
from watwerkt.knowledge.consistency import disagreements
from watwerkt.knowledge.placement import belongs_elsewhere
from watwerkt.knowledge.references import references
from watwerkt.reading.codes import CODES
from watwerkt.reading.document import MAX_FINDINGS, make, parse
from watwerkt.reading.findings import Ernst, Finding
from watwerkt.reading.losses import check_losses
from watwerkt.reading.texts import check_texts
from watwerkt.reading.validation import validate
from watwerkt.records.praktijk import Praktijk, RecordStatus

if TYPE_CHECKING:
    from watwerkt.knowledge.collections import Collection
    from watwerkt.reading.document import Document
    from watwerkt.records import Model


@dataclass(slots=True)
class Examination:
    """The outcome for the bytes of one file, whatever its name: findings have an empty ``bestand``.

    ``record`` is None when there are errors. ``refers`` maps a kind of reference to the values that occur, see
    :mod:`.references`; ``record_id`` is what the file says its id is.
    """

    findings: list[Finding] = field(default_factory=list)
    record: Model | None = None
    record_id: str | None = None
    refers: dict[str, list[str]] = field(default_factory=dict)
    readable: bool = False

    def dump(self) -> bytes:
        """Write as JSON for the cache or another process."""
        head = {
            "findings": [
                [item.regel, item.kolom, item.pad, item.code, item.niveau, item.boodschap, item.advies]
                for item in self.findings
            ],
            "id": self.record_id,
            "refers": self.refers,
            "readable": self.readable,
        }
        body = self.record.model_dump_json().encode() if self.record else b""
        return json.dumps(head, ensure_ascii=False).encode() + b"\n" + body

    @classmethod
    def restore(cls, raw: bytes, collection: str) -> Examination:
        """Read what :meth:`dump` wrote.

        Raises:
            ValueError, TypeError, KeyError: the text is damaged.
        """
        head, _, body = raw.partition(b"\n")
        facts: dict[str, Any] = json.loads(head)
        findings = [
            Finding("", regel, kolom, pad, code, Ernst(niveau), boodschap, advies)
            for regel, kolom, pad, code, niveau, boodschap, advies in facts["findings"]
        ]
        record = COLLECTIONS[collection].model.model_validate_json(body) if body else None
        return cls(findings, record, facts["id"], facts["refers"], facts["readable"])


def examine(raw: bytes, collection: str) -> Examination:
    """Read, validate and check the bytes of one file."""
    model = COLLECTIONS[collection].model
    document = parse(raw, "")
    if not isinstance(document.data, dict):
        if document.data is not None:
            validate(document, model)
        return Examination(_cut(document))
    if home := belongs_elsewhere(document.data, document.text, collection):
        return _misplaced(document, collection, home)
    record, _ = validate(document, model)
    check_texts(document, model)
    check_losses(document, model)
    if record is not None:
        for remark in (*disagreements(record), *omissions(document.data, model)):
            document.add(remark.code, remark.path, remark.boodschap, key=True)
    if isinstance(record, Praktijk) and record.record_status is RecordStatus.CONCEPT:
        document.findings = [_milder(item) for item in document.findings]
    if any(item.niveau is Ernst.FOUT and not CODES[item.code].strenger for item in document.findings):
        record = None
    found = document.data.get("id")
    told = found if isinstance(found, str) else None
    return Examination(_cut(document), record, told, _refers(document, model), True)


def _milder(finding: Finding) -> Finding:
    """A concept may be incomplete: what came later as a stricter rule only warns."""
    return replace(finding, niveau=Ernst.WAARSCHUWING) if CODES[finding.code].strenger else finding


def _refers(document: Document, model: type[Model]) -> dict[str, list[str]]:
    refers: dict[str, dict[str, None]] = {}
    for kind, value, _path in references(document.data, model):
        refers.setdefault(kind, {})[value] = None
    return {kind: list(values) for kind, values in refers.items()}


def _misplaced(document: Document, collection: str, home: Collection) -> Examination:
    """Tell only that the record stands in the wrong folder; what else is wrong shows once it has been moved."""
    boodschap = f"Dit lijkt een {home.wat}, maar het bestand staat in `{collection}`."
    document.findings = [make("", 1, 1, "", "WW156", boodschap, f"Verplaats het naar `content/{home.folder}/`.")]
    return Examination(document.findings, None, None, _refers(document, home.model), True)


def _cut(document: Document) -> list[Finding]:
    # errors come first when there are too many to keep
    found = document.findings
    if len(found) > 2 * MAX_FINDINGS:
        found = sorted(found, key=lambda item: (item.niveau is not Ernst.FOUT, item))[: 2 * MAX_FINDINGS]
    return sorted(found)
