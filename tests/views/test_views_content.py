"""The real content through the general functions: the book's own cases come out, and no code knows a record."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from views_samples import REPOSITORY

from watwerkt.knowledge.loading import load
from watwerkt.scoring import achilleshiel, leidende_scan, profiel
from watwerkt.views.index import Index, build_index
from watwerkt.views.praktijk import praktijkpagina

if TYPE_CHECKING:
    from pathlib import Path

    from watwerkt.knowledge.kennisbank import Kennisbank

DAY = date(2026, 11, 21)

CODE = REPOSITORY / "plugins" / "watwerkt"
AN_EXAMPLE_OF_A_KEY = ("records/praktijk.py", "pak-deventer")
"""What the field guide shows at the field `id`; nothing is decided by it."""


@pytest.fixture(scope="module")
def real() -> Kennisbank:
    return load(REPOSITORY / "content")


@pytest.fixture(scope="module")
def index(real: Kennisbank) -> Index:
    return build_index(real)


def test_measuring_is_the_achilleshiel_of_pak_deventer_as_the_book_says(real: Kennisbank, index: Index) -> None:
    computed = profiel(real.rubriek, leidende_scan(real.praktijken["pak-deventer"].scans))
    assert achilleshiel(computed) == ("meten",)
    pagina = praktijkpagina(index, real.praktijken["pak-deventer"], DAY)
    assert pagina.profiel.achilleshiel == ("meten",)
    assert pagina.achilleshiel is not None
    assert pagina.achilleshiel.labels == ("Meten",)
    assert pagina.achilleshiel.eerste_stap


def test_every_record_has_its_card_and_page(real: Kennisbank, index: Index) -> None:
    assert set(index.kaarten) == set(real.praktijken)
    for record in real.praktijken.values():
        pagina = praktijkpagina(index, record, DAY)
        assert record.id not in {k.id for k in pagina.verwant}
        assert len(pagina.blokken) == len(real.rubriek.dimensies)
        assert sum(len(b.regels) for b in pagina.blokken) == 25


def code_files() -> list[Path]:
    return sorted(path for path in CODE.rglob("*") if path.suffix in {".py", ".html", ".js", ".css"})


def test_no_record_is_named_in_the_code(real: Kennisbank) -> None:
    assert len(code_files()) > 50
    ids = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(real.praktijken)))})(?![\w-])")
    named = {
        (path.relative_to(CODE).as_posix(), found)
        for path in code_files()
        for found in ids.findall(path.read_text(encoding="utf-8"))
    }
    assert named <= {AN_EXAMPLE_OF_A_KEY}
