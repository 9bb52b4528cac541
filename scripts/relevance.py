"""Measure how well visitors find practices: our search beside plain lunr with Dutch stems and Material's own search.

The questions and their right answers are in ``tests/search/vragen.yml``, with the practices for which they were judged;
only those are searched, however large the knowledge base has become. All engines get the same questions on the same
texts, in one run of Node; ours runs the real scripts on the index as it is published.

Usage: ``python scripts/relevance.py [--list]``; ``--list`` shows every question that an engine answers wrong.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from dataclasses import asdict, dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from watwerkt.knowledge.loading import load
from watwerkt.search.documenten import VELDEN, VERWANT, Documenten
from watwerkt.search.index import lunr_scripts, zoekindex
from watwerkt.site.vindpaginas import ZOEKSCRIPTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watwerkt.knowledge.kennisbank import Kennisbank

REPOSITORY = Path(__file__).resolve().parent.parent
QUESTIONS = REPOSITORY / "tests" / "search" / "vragen.yml"
STATIC = REPOSITORY / "plugins" / "watwerkt" / "site" / "static"
RUNNER = REPOSITORY / "scripts" / "zoekmachines.mjs"
ENGINES = {
    "zoek": "deze site",
    "gedeeld": "deze site, in delen",
    "kaal": "lunr met lunr.nl",
    "material": "Material, standaard",
}

MANY_PARTS = 60
"""Divide the index of a dozen practices as finely as that of thousands is divided."""

Answer = dict[str, Any]
"""``ids`` of the practices in order; of ours also ``deels``, ``bedoelde`` and ``ontbrekend``."""


@dataclass(frozen=True)
class Vraag:
    """A question of a visitor; ``moet`` belong in the first three, ``een_van`` at least one of them."""

    vraag: str
    soort: str
    moet: tuple[str, ...] = ()
    een_van: tuple[str, ...] = ()
    proef: bool = False

    def answered(self, ids: Sequence[str], *, deels: bool = False) -> bool:
        """Whether the first three are right; for a question that no practice answers: no results, or said so."""
        if self.soort == "geen":
            return deels or not ids
        first = ids[:3]
        return set(self.moet) <= set(first) and (not self.een_van or not set(self.een_van).isdisjoint(first))

    def reciprocal_rank(self, ids: Sequence[str]) -> float:
        """One divided by the rank of the first right practice within ten, or 0."""
        right = {*self.moet, *self.een_van}
        return next((1 / rank for rank, found in enumerate(ids[:10], 1) if found in right), 0.0)


@dataclass(frozen=True)
class Figures:
    """Shares over a set of questions (0-1); ``eerlijk`` is that of questions without an answer which got none.

    Results that the engine itself calls an answer to a part of the question (``deels``) count as no answer there.
    """

    success: float
    mrr: float
    eerlijk: float


def judged(kennisbank: Kennisbank, path: Path = QUESTIONS) -> Kennisbank:
    """Keep of the knowledge base only the practices for which the table of questions was judged.

    Raises:
        SystemExit: If one of them no longer exists; then the table has to be read again.

    """
    names = yaml.safe_load(path.read_text(encoding="utf-8"))["praktijken"]
    missing = [name for name in names if name not in kennisbank.praktijken]
    if missing:
        raise SystemExit(f"{path.name} gaat over praktijken die er niet meer zijn: {', '.join(missing)}.")
    return replace(kennisbank, praktijken={name: kennisbank.praktijken[name] for name in names})


def questions(path: Path = QUESTIONS) -> list[Vraag]:
    """Read the questions."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["vragen"]
    fields: list[dict[str, Any]] = [
        {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()} for row in rows
    ]
    return [Vraag(**values) for values in fields]


def run_engines(kennisbank: Kennisbank, asked: Sequence[str], engines: Iterable[str]) -> dict[str, list[Answer]]:
    """Ask every question to every engine; gives per engine an answer for each question."""
    parts = {"zoek": _ours, "gedeeld": _divided, "kaal": _plain, "material": _material}
    job = {"vragen": list(asked), **{name: parts[name](kennisbank) for name in engines}}
    answers: dict[str, list[Answer]] = run_node(RUNNER, job)
    return answers


def run_node(script: Path, job: dict[str, Any]) -> Any:
    """Run a script in Node with a job, to which the sources of the lunr scripts are added; return what it writes."""
    node = shutil.which("node")
    if node is None:
        raise SystemExit("node ontbreekt: zet .venv/bin in PATH of installeer nodejs.")
    job = {"lunr": [source for _, source in lunr_scripts(package("mkdocs.contrib.search"))], **job}
    done = subprocess.run([node, str(script)], input=json.dumps(job), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def package(name: str) -> Path:
    """Folder of an installed package."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} ontbreekt.")
    return Path(spec.origin).parent


def own_scripts() -> list[str]:
    """Sources of the scripts of our own search, in the order in which the catalogue loads them."""
    paths = (STATIC / Path(address).name for address in ZOEKSCRIPTS)
    return [path.read_text(encoding="utf-8") for path in paths if path.is_file()]


def _ours(kennisbank: Kennisbank, delen: int = 1) -> dict[str, Any]:
    return {**asdict(zoekindex(kennisbank, delen)), "ids": list(kennisbank.praktijken), "scripts": own_scripts()}


def _divided(kennisbank: Kennisbank) -> dict[str, Any]:
    return _ours(kennisbank, MANY_PARTS)


def _plain(kennisbank: Kennisbank) -> dict[str, Any]:
    fields = [[veld.id, veld.gewicht] for veld in VELDEN if veld.id != VERWANT]
    return {"velden": fields, "documenten": [{"id": d.id, **d.teksten} for d in Documenten(kennisbank)]}


def _material(kennisbank: Kennisbank) -> dict[str, Any]:
    (worker,) = (package("material") / "templates" / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    texts = {d.id: d.teksten for d in Documenten(kennisbank)}
    rows = [{"id": key, "titel": text["titel"], "tekst": "\n".join(text.values())} for key, text in texts.items()]
    return {"worker": str(worker), "documenten": rows}


def figures(asked: Sequence[Vraag], answers: Sequence[Answer]) -> Figures:
    """Success@3 and MRR@10 over the questions with an answer, and the share left empty of those without."""
    pairs = list(zip(asked, answers, strict=True))
    real = [(vraag, answer["ids"]) for vraag, answer in pairs if vraag.soort != "geen"]
    none = [v.answered(a["ids"], deels=a.get("deels", False)) for v, a in pairs if v.soort == "geen"]
    return Figures(
        sum(vraag.answered(ids) for vraag, ids in real) / max(1, len(real)),
        sum(vraag.reciprocal_rank(ids) for vraag, ids in real) / max(1, len(real)),
        sum(none) / max(1, len(none)),
    )


def _row(label: str, asked: Sequence[Vraag], answers: Sequence[Answer]) -> str:
    got = figures(asked, answers)
    return f"{label:24}{got.success:10.3f}{got.mrr:10.3f}{got.eerlijk:10.3f}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    asked = questions()
    answers = run_engines(judged(load(REPOSITORY / "content")), [vraag.vraag for vraag in asked], ENGINES)
    for title, proef in (("gewone vragen", False), ("proefvragen, achteraf", True)):
        part = [number for number, vraag in enumerate(asked) if vraag.proef is proef]
        print(f"{title} ({len(part)})".ljust(24) + " success@3    MRR@10   eerlijk")
        for engine, label in ENGINES.items():
            print(_row(label, [asked[n] for n in part], [answers[engine][n] for n in part]))
    if arguments.list:
        for engine, label in ENGINES.items():
            for vraag, answer in zip(asked, answers[engine], strict=True):
                if not vraag.answered(answer["ids"], deels=answer.get("deels", False)):
                    print(f"{label}: {vraag.vraag} -> {answer}")


if __name__ == "__main__":
    main()
