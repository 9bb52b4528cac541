"""Everything that can be said about one file without looking at another: the unit of caching and of parallel work."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import from_json, to_json

from watwerkt.knowledge.collections import COLLECTIONS
from watwerkt.knowledge.completeness import omissions
from watwerkt.knowledge.consistency import disagreements
from watwerkt.knowledge.placement import belongs_elsewhere
from watwerkt.knowledge.references import references
from watwerkt.reading.codes import CODES
from watwerkt.reading.document import MAX_FINDINGS, make, parse
from watwerkt.reading.findings import Ernst, Finding
from watwerkt.reading.losses import check_losses
from watwerkt.reading.shapes import walk_records
from watwerkt.reading.texts import check_texts
from watwerkt.reading.validation import validate
from watwerkt.records import Interventietype
from watwerkt.records.praktijk import Praktijk, RecordStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watwerkt.knowledge.collections import Collection
    from watwerkt.reading.document import Document
    from watwerkt.reading.shapes import Group
    from watwerkt.records import Model


class Facts(NamedTuple):
    """What rules about other files ask of a record, so that it need not be read for them.

    ``scandagen`` are the days of the scans; ``opvolger`` is the successor of a record that was ``ingetrokken``.
    """

    bijgewerkt: str = ""
    voorheen: tuple[str, ...] = ()
    scandagen: tuple[str, ...] = ()
    ingetrokken: bool = False
    opvolger: str = ""


NO_FACTS = Facts()


@dataclass(slots=True)
class Examination:
    """The outcome for the bytes of one file, whatever its name: findings have an empty ``bestand``.

    ``body`` is the record as JSON, and empty when there are errors. ``refers`` maps a kind of reference to
    the values that occur, see :mod:`.references`; ``record_id`` is what the file says its id is.
    """

    collection: str
    findings: list[Finding] = field(default_factory=list)
    body: bytes = b""
    facts: Facts = NO_FACTS
    record_id: str | None = None
    refers: dict[str, list[str]] = field(default_factory=dict)
    readable: bool = False

    @property
    def valid(self) -> bool:
        """Whether there is a record."""
        return bool(self.body)

    @property
    def record(self) -> Model | None:
        """The record, read anew each time; nothing when there are errors."""
        return read_record(self.collection, self.body) if self.body else None

    def dump(self) -> bytes:
        """Write as JSON for the cache or another process."""
        head = {
            "findings": [
                [item.regel, item.kolom, item.pad, item.code, item.niveau, item.boodschap, item.advies]
                for item in self.findings
            ],
            "facts": self.facts,
            "id": self.record_id,
            "refers": self.refers,
            "readable": self.readable,
            "sum": zlib.crc32(self.body),
        }
        return to_json(head) + b"\n" + self.body

    @classmethod
    def restore(cls, raw: bytes, collection: str) -> Examination:
        """Read what :meth:`dump` wrote.

        Raises:
            ValueError, TypeError, KeyError: the text is damaged.
        """
        head, _, body = raw.partition(b"\n")
        facts: dict[str, Any] = from_json(head)
        findings = [
            Finding("", regel, kolom, pad, code, Ernst(niveau), boodschap, advies)
            for regel, kolom, pad, code, niveau, boodschap, advies in facts["findings"]
        ]
        if facts["sum"] != zlib.crc32(body):
            raise ValueError("The record is not the one that was kept.")
        bijgewerkt, voorheen, scandagen, *others = facts["facts"]
        told = Facts(bijgewerkt, tuple(voorheen), tuple(scandagen), *others)
        return cls(collection, findings, body, told, facts["id"], facts["refers"], facts["readable"])


def read_record(collection: str, body: bytes) -> Any:
    """Return the record that :attr:`Examination.body` holds."""
    return COLLECTIONS[collection].model.model_validate_json(body)


def examine(raw: bytes, collection: str) -> Examination:
    """Read, validate and check the bytes of one file."""
    model = COLLECTIONS[collection].model
    document = parse(raw, "")
    if not isinstance(document.data, dict):
        if document.data is not None:
            validate(document, model)
        return Examination(collection, _cut(document))
    if home := belongs_elsewhere(document.data, document.text, collection):
        return _misplaced(document, collection, home)
    body = to_json(document.data)
    record, _ = validate(document, model, body)
    check_texts(document, model)
    check_losses(document, model)
    groups = walk_records(document.data, model)
    remarks = list(disagreements(record)) if record else []
    if not any(item.code == "WW203" for item in document.findings):  # it may be the field that seems to lack
        remarks += omissions(groups, model)
    for remark in remarks:
        document.add(remark.code, remark.path, remark.boodschap, key=True)
    if model is Praktijk and document.data.get("record_status") == RecordStatus.CONCEPT:
        document.findings = [_milder(item) for item in document.findings]
    if any(item.niveau is Ernst.FOUT and not CODES[item.code].strenger for item in document.findings):
        record = None
    found = document.data.get("id")
    told = found if isinstance(found, str) else None
    return Examination(collection, _cut(document), body if record else b"", _facts(record), told, _refers(groups), True)


def _facts(record: Model | None) -> Facts:
    if isinstance(record, Interventietype):
        return Facts(record.bijgewerkt, record.voorheen)
    if not isinstance(record, Praktijk):
        return NO_FACTS
    opvolger = record.ingetrokken.opvolger if record.ingetrokken else None
    scandagen = tuple(scan.datum for scan in record.scans)
    return Facts(record.bijgewerkt, record.voorheen, scandagen, record.ingetrokken is not None, opvolger or "")


def _milder(finding: Finding) -> Finding:
    """A concept may be incomplete: what came later as a stricter rule only warns."""
    return replace(finding, niveau=Ernst.WAARSCHUWING) if CODES[finding.code].strenger else finding


def _refers(groups: Iterable[Group]) -> dict[str, list[str]]:
    refers: dict[str, dict[str, None]] = {}
    for kind, value, _path in references(groups):
        refers.setdefault(kind, {})[value] = None
    return {kind: list(values) for kind, values in refers.items()}


def _misplaced(document: Document, collection: str, home: Collection) -> Examination:
    """Tell only that the record stands in the wrong folder; what else is wrong shows once it has been moved."""
    boodschap = f"Dit lijkt een {home.wat}, maar het bestand staat in `{collection}`."
    document.findings = [make("", 1, 1, "", "WW156", boodschap, f"Verplaats het naar `content/{home.folder}/`.")]
    groups = walk_records(document.data, home.model)
    return Examination(collection, document.findings, refers=_refers(groups), readable=True)


def _cut(document: Document) -> list[Finding]:
    # errors come first when there are too many to keep
    found = document.findings
    if len(found) > 2 * MAX_FINDINGS:
        found = sorted(found, key=lambda item: (item.niveau is not Ernst.FOUT, item))[: 2 * MAX_FINDINGS]
    return sorted(found)
