"""What `watwerkt check` would say of one field, while its author is still typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.reading.document import parse
from watwerkt.reading.findings import Ernst
from watwerkt.reading.texts import check_texts
from watwerkt.reading.validation import validate
from watwerkt.records import Praktijk
from watwerkt.submission.yaml_text import yaml_text

if TYPE_CHECKING:
    from watwerkt.reading.findings import Finding


def judge(name: str, value: Any) -> list[Finding]:
    """Return the errors and warnings about a top-level field of a practice with this value."""
    document = parse(yaml_text({name: value}, Praktijk).encode(), "")
    if document.data is not None:
        validate(document, Praktijk)
        check_texts(document, Praktijk)
    inside = (f"{name}.", f"{name}[")
    return [
        item
        for item in document.findings
        if item.niveau is not Ernst.TIP and (not item.pad or item.pad == name or item.pad.startswith(inside))
    ]
