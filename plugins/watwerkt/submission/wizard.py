"""The questions of `watwerkt new` and the answers so far; how they are asked is up to the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.files import write_whole
from watwerkt.reading.shapes import Kind, fields_of
from watwerkt.records import Graad, Praktijk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from watwerkt.reading.shapes import Shape

_FILLED_IN = frozenset({"id", "record_status", "bijgewerkt"})
_NOT_ASKED = frozenset({"voorheen", "ingetrokken", "scans", "erkenning", "verhalen"})
"""Old keys do not exist yet; a scan is made with the quick-scan on the site; the rest seldom applies."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field to ask for: its key path from the top and what it may hold."""

    pad: tuple[str, ...]
    shape: Shape

    @property
    def naam(self) -> str:
        """The key path as authors read it."""
        return ".".join(self.pad)

    @property
    def verplicht(self) -> bool:
        """Whether a record without it is refused."""
        return self.shape.grade is Graad.VERPLICHT and len(self.pad) == 1


def questions() -> list[Question]:
    """Return the questions in the order of the work sheet; groups of fields are asked field by field."""
    return list(_questions(Praktijk, ()))


def _questions(model: Any, above: tuple[str, ...]) -> Iterator[Question]:
    for name, shape in fields_of(model).items():
        if not above and name in _FILLED_IN | _NOT_ASKED:
            continue
        if name == "bronnen" and above:
            continue
        if shape.kind is Kind.RECORD:
            yield from _questions(shape.model, (*above, name))
        else:
            yield Question((*above, name), shape)


@dataclass
class Answers:
    """What was answered and what was passed over, kept in a file after each answer so that nothing is lost."""

    file: Path
    data: dict[str, Any] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)

    @classmethod
    def resume(cls, file: Path) -> Answers:
        """Read the answers of an earlier time, if there are any.

        Raises:
            ValueError: the file is damaged; it is left as it is, because it may hold somebody's work.
        """
        if not file.exists():
            return cls(file)
        try:
            stored = json.loads(file.read_text(encoding="utf-8"))
            return cls(file, dict(stored["antwoorden"]), list(stored["overgeslagen"]))
        except (OSError, ValueError, KeyError, TypeError):
            raise ValueError(f"{file} is niet te lezen. Hernoem of verwijder het en begin opnieuw.") from None

    def open_questions(self) -> list[Question]:
        """Return the questions that were not asked yet."""
        return [question for question in questions() if not self.has(question) and question.naam not in self.passed]

    def has(self, question: Question) -> bool:
        """Whether there is an answer."""
        here: Any = self.data
        for step in question.pad:
            if not isinstance(here, dict) or step not in here:
                return False
            here = here[step]
        return True

    def give(self, question: Question, value: Any) -> None:
        """Keep an answer; nothing (None) means: passed over."""
        if value is None:
            self.passed.append(question.naam)
        else:
            here = self.data
            for step in question.pad[:-1]:
                here = here.setdefault(step, {})
            here[question.pad[-1]] = value
        self.save()

    def take_back(self, question: Question) -> None:
        """Forget the answer to a question, so that it is asked again."""
        if question.naam in self.passed:
            self.passed.remove(question.naam)
        here: Any = self.data
        for step in question.pad[:-1]:
            here = here.get(step, {})
        here.pop(question.pad[-1], None)
        self.save()

    def save(self) -> None:
        """Write the file, as a whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        self.file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"antwoorden": self.data, "overgeslagen": self.passed}, ensure_ascii=False, indent=1)
        write_whole(self.file, f"{text}\n".encode())

    def discard(self) -> None:
        """Remove the file; the record has taken its place."""
        self.file.unlink(missing_ok=True)
