"""Feed the reader and the importers with mutated bytes for a while; any exception but a refusal is a bug.

Usage: ``make fuzz`` or ``python scripts/fuzz.py [reader|word|sheet|issue] SECONDS``. Guided by coverage (atheris).
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["watwerkt"]):
    from watwerkt.knowledge.examination import Examination, examine
    from watwerkt.knowledge.loading import load
    from watwerkt.reading.document import parse
    from watwerkt.submission.assembly import assemble
    from watwerkt.submission.draft import draft
    from watwerkt.submission.issue_form import passages_of
    from watwerkt.submission.office import OfficeError
    from watwerkt.submission.office_templates import sheet_template, word_template
    from watwerkt.submission.sheet import read_sheet
    from watwerkt.submission.word import read_word

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = Path(__file__).parent.parent
KENNISBANK = load(REPOSITORY / "content")
FOLDER = Path(tempfile.mkdtemp(prefix="watwerkt-fuzz-"))
TODAY = "2026-11-26"


def reader(data: bytes) -> None:
    """Any bytes give findings that survive the cache."""
    examination = examine(data, "praktijken")
    again = Examination.restore(examination.dump(), "praktijken")
    if again.findings != examination.findings:
        raise AssertionError("the cache changes findings")


def word(data: bytes) -> None:
    """Any bytes are read as a Word file, or refused with a sentence."""
    path = FOLDER / "x.docx"
    path.write_bytes(data)
    with suppress(OfficeError):
        assemble(read_word(path), KENNISBANK, TODAY)


def sheet(data: bytes) -> None:
    """Any bytes are read as a spreadsheet, or refused with a sentence."""
    path = FOLDER / "x.xlsx"
    path.write_bytes(data)
    with suppress(OfficeError):
        for row in read_sheet(path):
            assemble(row, KENNISBANK, TODAY)


def issue(data: bytes) -> None:
    """Any text of an issue becomes a file that reads back."""
    assembled = assemble(passages_of(data.decode("utf-8", "replace"), "x"), KENNISBANK, TODAY)
    parse(draft(assembled.data, assembled.niet_begrepen).tekst.encode(), "x.yml")


TARGETS: dict[str, tuple[Callable[[bytes], None], list[bytes]]] = {
    "reader": (
        reader,
        [path.read_bytes() for path in sorted((REPOSITORY / "content" / "praktijken").glob("*.yml"))[:5]],
    ),
    "word": (word, [word_template()]),
    "sheet": (sheet, [sheet_template()]),
    "issue": (issue, [b"### Titel\n\nTuin\n\n### Kosten\n\n| Bedrag | Per |\n| --- | --- |\n| 4 | jaar |\n"]),
}


def main() -> None:
    """Command line."""
    name, seconds = sys.argv[1], sys.argv[2]
    target, seeds = TARGETS[name]
    corpus = FOLDER / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)
    options = [f"-max_total_time={seconds}", "-max_len=40000", f"-artifact_prefix={FOLDER}/", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
