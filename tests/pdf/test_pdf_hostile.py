"""Hostile, very long and empty texts in every print: nothing fails, nothing is fetched, nothing leaves the paper."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hostile_corpus import PAYLOADS
from hostile_trees import build_tree, hostile_trees
from hostile_writers import Calm
from pdf_reading import read_pdf
from views_samples import kennisbank, praktijk

from watwerkt.pdf.engine import TEMPLATES
from watwerkt.pdf.jobs import Jobs
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.views.index import build_index
from watwerkt.views.werkblad import Werkbladsoort

if TYPE_CHECKING:
    from hostile_trees import Tree

    from watwerkt.pdf.jobs import PrintJob

TREES = [build_tree(Calm()), *hostile_trees(PAYLOADS)]
SAFE_LINKS = ("https://site.example/", "http://", "https://", "mailto:")


def jobs_of(tree: Tree) -> list[PrintJob]:
    """One print of each kind: a booklet holds every part of a report."""
    index = build_index(tree.kennisbank)
    jobs = Jobs(index, tree.kennisbank.peildatum)
    first = next(iter(index.kaarten))
    return [
        jobs.report(first),
        jobs.booklet("thema", next(iter(index.per_thema))),
        jobs.booklet("interventietype", next(iter(index.per_interventietype))),
        *(jobs.worksheet(soort, "a4", first) for soort in Werkbladsoort),
    ]


@pytest.mark.parametrize("number", range(len(TREES)))
def test_every_print_of_a_hostile_knowledge_base_is_made_and_stays_on_the_paper(number: int) -> None:
    press = Press("https://site.example/", PdfStore(None))
    for printed in press.all(jobs_of(TREES[number])):
        assert printed.trouble == ""
        assert printed.file is not None
        pdf = read_pdf(printed.file.read_bytes())
        assert pdf.outside == (), printed.stuk.doel
        assert pdf.untagged == ()
        assert [link for link in pdf.links if not link.startswith(SAFE_LINKS)] == []


def test_the_longest_texts_that_a_record_may_hold(tmp_path: Path) -> None:
    long = "Zelfredzaamheidsbevorderingsprojecten " * 32
    full = praktijk(
        "lang",
        titel=("Onuitsprekelijkheidsvermijdingsprogramma " * 8)[:299].strip(),
        kern=long[:219],
        samenvatting=long[:599],
        aanpak=("w" * 5990),
        partners=[{"organisatie": f"Partner {n} " + "x" * 250, "inbreng": long[:1190]} for n in range(60)],
        locaties=[{"gemeente": "Deventer", "wijk": f"Wijk {n} " + "y" * 200} for n in range(60)],
        lessen={"werkte": [{"tekst": long[:1190]} for _ in range(20)]},
        verduurzaming={
            "route": "geen",
            "toelichting": long * 4,
            "baten": [{"baathouder": "gemeente", "effect": long[:1190], "zekerheid": "verwachting"} for _ in range(40)],
        },
    )
    bank = kennisbank(full)
    jobs = Jobs(build_index(bank), bank.peildatum)
    press = Press("https://site.example/", PdfStore(tmp_path))
    every = [jobs.report("lang"), jobs.booklet("thema", "geld")]
    every += [jobs.worksheet(soort, papier, "lang") for soort in Werkbladsoort for papier in ("a4", "a3")]
    for printed in press.all(every):
        assert printed.trouble == ""
        assert printed.file is not None
        assert read_pdf(printed.file.read_bytes()).outside == (), printed.stuk.doel


def test_a_template_reaches_no_file_and_no_package_outside_its_folder() -> None:
    import typst

    compiler = typst.Compiler(TEMPLATES / "teken.typ", root=TEMPLATES)
    for attempt in ('#read("../engine.py")', '#read("/etc/passwd")', '#image("https://kwaad.example/x.png")'):
        with pytest.raises(typst.TypstError):
            compiler.compile(input=f'#set document(title: "x")\n{attempt}'.encode(), root=TEMPLATES)
    assert not any("@preview" in path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ"))


def test_printing_needs_no_network(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.fail("unshare ontbreekt: `apt-get install util-linux`", pytrace=False)
    repository = Path(__file__).resolve().parents[2]
    target = tmp_path / "rapport.pdf"
    command = [unshare, "--net", sys.executable, "-m", "watwerkt", "report", "pak-deventer", "-o", str(target)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert read_pdf(target.read_bytes()).title.startswith("Quick-scan: ")
