import shutil
import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parents[1] / folder) for folder in ("views", "hostile", "building")]

from exported import CONTENT, VALID, Export, export

WITHDRAWN = """ingetrokken:
  datum: 2026-11-20
  reden: Staat twee keer in de kennisbank, zie R&D < 5.
  opvolger: de-tulp
"""


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The export of the real content."""
    return export(CONTENT, tmp_path_factory.mktemp("export"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The export of the valid example: one practice, with an old id."""
    return export(VALID, tmp_path_factory.mktemp("klein"))


@pytest.fixture(scope="session")
def withdrawn_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The valid example with a second practice that was withdrawn, and that had another id before."""
    content = Path(shutil.copytree(VALID, tmp_path_factory.mktemp("weg") / "content"))
    record = (content / "praktijken" / "de-tulp.yml").read_text(encoding="utf-8")
    record = record.replace("id: de-tulp\n", "id: de-roos\n").replace("titel: De Tulp", "titel: De Roos")
    record = record.replace("voorheen: [tulp-woensel]\n", f"voorheen: [roos-woensel]\n{WITHDRAWN}")
    (content / "praktijken" / "de-roos.yml").write_text(record, encoding="utf-8")
    return content


@pytest.fixture(scope="session")
def withdrawn(withdrawn_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The export of the example with a withdrawn practice."""
    return export(withdrawn_content, tmp_path_factory.mktemp("weg-export"))
