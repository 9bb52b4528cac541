"""Deterministic synthetic content for benchmarks: N records of 4-6 KB beside the real vocabularies and rubric.

The text is made of words from the project's own vocabularies, so that stemmers, escaping and wrapping have realistic
work. Usage: ``python scripts/corpus.py FOLDER --records 1000``.
"""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from watwerkt.knowledge.loading import load

if TYPE_CHECKING:
    from watwerkt.knowledge.kennisbank import Kennisbank

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED_FOLDERS = ("begrippen", "model", "interventietypen", "bronnen")


def write_corpus(
    folder: Path, records: int, *, search: bool = True, data: bool = True, pdf: bool = False, seed: int = 41
) -> None:
    """Fill ``folder`` with a complete project: content, synthetic records and `mkdocs.yml`.

    ``search``, ``data`` and ``pdf`` say whether the search index, the open data and the PDFs are made.
    """
    content = folder / "content"
    content.mkdir(parents=True)
    for name in SHARED_FOLDERS:
        shutil.copytree(REPOSITORY / "content" / name, content / name)
    for page in (REPOSITORY / "content").rglob("*.md"):
        copy = content / page.relative_to(REPOSITORY / "content")
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(page, copy)
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    option = "cache: .cache/watwerkt"
    parts = {"zoekindex": search, "opendata": data, "pdf": pdf}
    chosen = "\n      ".join(f"{name}: {str(made).lower()}" for name, made in parts.items())
    config = config.replace(option, f"{option}\n      {chosen}")
    # pages written by hand link to real practices, and to data that may be left out
    config = config.replace("unrecognized_links: warn", "unrecognized_links: ignore\n  not_found: ignore")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    maker = RecordMaker(load(REPOSITORY / "content"), random.Random(seed))  # noqa: S311 - not for secrets
    (content / "praktijken").mkdir()
    for number in range(records):
        record = maker.record(number)
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
        (content / "praktijken" / f"{record['id']}.yml").write_text(text, encoding="utf-8")


class RecordMaker:
    """Makes records that differ in everything and look like real ones."""

    def __init__(self, kennisbank: Kennisbank, chance: random.Random) -> None:
        """Take words, terms and the rubric from the real knowledge base."""
        self._kennisbank = kennisbank
        self._chance = chance
        texts = [t.definitie for lijst in kennisbank.begrippen.values() for t in lijst.termen if not t.breder]
        self._words = sorted({w.strip(".,:;()‘’") for text in texts for w in text.split() if len(w) > 2})
        self._terms = {name: [t.id for t in lijst.termen] for name, lijst in kennisbank.begrippen.items()}
        self._sources = sorted(kennisbank.bronnen)
        self._types = sorted(kennisbank.interventietypen)

    def record(self, number: int) -> dict[str, Any]:
        """One practice as plain data."""
        pick = self._chance.choice
        return {
            "id": f"synthetisch-{number:06d}",
            "titel": f"{self._sentence(3)[:-1]} {number}",
            "kern": self._sentence(16)[:215],
            "samenvatting": self._text(3)[:590],
            "soort": pick(["project", "programma", "sociale_onderneming", "bewonersinitiatief"]),
            "interventietype": pick(self._types),
            "themas": self._chance.sample(self._terms["themas"], 2),
            "leefgebieden": self._chance.sample(self._terms["leefgebieden"], 2),
            "doelgroepen": self._chance.sample(self._terms["doelgroepen"], 2),
            "status": pick(["lopend", "gestopt", "structureel", "afgerond"]),
            "record_status": "redactie",
            "bijgewerkt": f"2026-{self._chance.randint(1, 9):02d}-{self._chance.randint(1, 28):02d}",
            "locaties": [{"gemeente": pick(self._terms["gemeenten"])}],
            "start": str(self._chance.randint(2005, 2020)),
            "probleem": self._text(3),
            "doelgroep": self._text(2),
            "doel": self._text(1),
            "aanpak": "\n\n".join(self._text(3) for _ in range(2)),
            "bewijs": {"niveau": 1, "onderbouwing": self._sentence(9), "bronnen": [self._reference()]},
            "partners": [self._partner() for _ in range(3)],
            "scans": [self._scan()],
            "bronnen": [self._reference()],
        }

    def _partner(self) -> dict[str, Any]:
        pick = self._chance.choice
        return {
            "organisatie": f"Stichting {pick(self._words).capitalize()}",
            "sector": pick(self._terms["sectoren"]),
            "rol": pick(self._terms["rollen"]),
        }

    def _scan(self) -> dict[str, Any]:
        oordelen = {
            dimensie.id: {c.id: self._oordeel() for c in dimensie.criteria if self._chance.random() < 0.7}
            for dimensie in self._kennisbank.rubriek.dimensies
        }
        return {
            "datum": "2026-09-01",
            "beoordelaar": {"rol": "redactie", "organisatie": "Redactie"},
            "basis": "Gemaakt voor een snelheidsmeting.",
            "oordelen": oordelen,
        }

    def _oordeel(self) -> dict[str, Any]:
        return {
            "niveau": self._chance.randint(0, 4),
            "onderbouwing": self._sentence(11),
            "bronnen": [self._reference()],
        }

    def _reference(self) -> dict[str, str]:
        begin = self._chance.randint(1, 2000)
        return {"bron": self._chance.choice(self._sources), "plaats": f"regel {begin}-{begin + 9}"}

    def _sentence(self, words: int) -> str:
        return f"{' '.join(self._chance.choices(self._words, k=words)).capitalize()}."

    def _text(self, sentences: int) -> str:
        return " ".join(self._sentence(self._chance.randint(8, 16)) for _ in range(sentences))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1000)
    arguments = parser.parse_args()
    write_corpus(arguments.folder, arguments.records)


if __name__ == "__main__":
    main()
