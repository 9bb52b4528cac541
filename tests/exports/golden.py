"""The data files of the valid example as they were last agreed on; ``python tests/exports/golden.py`` writes them anew.

A difference is a change for whoever uses the data: look at it before you write them anew.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from exported import VALID, Export, export

GOLDEN = Path(__file__).parent / "golden"
CHOSEN = (
    *("data/v1/praktijken/de-tulp.json", "data/v1/interventietypen.json", "data/v1/rubriek.json"),
    *("data/v1/csv/praktijken.csv", "data/v1/csv/criteria.csv", "data/v1/csv/begrippen.csv"),
    *("feed.xml", "feed.json", "agenda.ics", "opensearch.xml", "robots.txt", ".well-known/security.txt"),
    *("data/catalogus.ttl", "data/catalogus.jsonld", "data/v1/schema/praktijk.schema.json"),
)


def chosen(made: Export) -> dict[str, bytes]:
    """Return the files that are kept, by path."""
    files = made.files()
    return {path: files[path] for path in CHOSEN}


def main() -> None:
    """Write the files anew."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in chosen(export(VALID, Path(folder))).items():
            target = GOLDEN / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


if __name__ == "__main__":
    main()
