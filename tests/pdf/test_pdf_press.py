"""The press prints once what stays the same, and anew exactly what holds a changed record."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from threading import Barrier, BrokenBarrierError
from typing import TYPE_CHECKING, Any

import pytest
from views_samples import BRONNEN, bron, interventietype, kennisbank, praktijk, scan

from watwerkt.pdf.engine import Room
from watwerkt.pdf.gegevens import as_data
from watwerkt.pdf.jobs import Jobs
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from pathlib import Path

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.pdf.press import Printed

ADDRESS = "https://site.example/"
HALF: tuple[tuple[int | None, int | None], ...] = ((3, None),) * 5


def bank(een: dict[str, Any] | None = None, twee: dict[str, Any] | None = None, **source: Any) -> Kennisbank:
    """Two practices with different themes, one type; digests as those of files that hold these records."""
    made = kennisbank(
        praktijk("een", **{"themas": ["geld"], "scans": [scan(*HALF)], "bronnen": BRONNEN} | (een or {})),
        praktijk("twee", **{"themas": ["wonen", "geld"], "interventietype": "hulp"} | (twee or {})),
        interventietypen=[interventietype("hulp", "Hulp")],
        bronnen=[bron("los", **source)],
    )
    records = {
        "praktijken": made.praktijken,
        "interventietypen": made.interventietypen,
        "bronnen": made.bronnen,
        "begrippen": made.begrippen,
        "model": {"4plus1": made.rubriek},
    }
    digests = {
        (folder, key): hashlib.sha256(record.model_dump_json().encode()).hexdigest()
        for folder, found in records.items()
        for key, record in found.items()
    }
    return replace(made, digests=digests)


def jobs_of(made: Kennisbank) -> Jobs:
    return Jobs(build_index(made), made.peildatum)


def printed(made: Kennisbank, cache: Path | None) -> dict[str, Printed]:
    press = Press(ADDRESS, PdfStore(cache))
    return {p.stuk.doel: p for p in press.all(jobs_of(made).of_site())}


def new_prints(made: Kennisbank, cache: Path) -> list[str]:
    """Print everything and return what was not in the cache before."""
    before = {path.name for path in cache.glob("pdf/*")}
    prints = printed(made, cache)
    assert all(p.file for p in prints.values())
    return sorted(p.stuk.doel for p in prints.values() if p.file and p.file.name not in before)


def test_a_second_run_typesets_nothing_and_gives_the_same(tmp_path: Path) -> None:
    first = printed(bank(), tmp_path)
    made = {p.file: p.file.stat().st_mtime_ns for p in first.values() if p.file}
    second = printed(bank(), tmp_path)
    assert {k: (p.stuk, p.file) for k, p in first.items()} == {k: (p.stuk, p.file) for k, p in second.items()}
    assert {path: path.stat().st_mtime_ns for path in made} == made


def test_a_print_that_cannot_be_kept_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = Press(ADDRESS, PdfStore(None)).pdf(jobs_of(bank()).report("een"))

    def refused(path: Path, target: Path) -> None:
        raise PermissionError(path, target)

    monkeypatch.setattr("pathlib.Path.replace", refused)
    with pytest.raises(PermissionError):
        PdfStore(tmp_path).put("sleutel", pdf)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_changed_record_prints_anew_just_what_holds_it(tmp_path: Path) -> None:
    printed(bank(), tmp_path)
    assert new_prints(bank(twee={"kern": "Een praktijk die nu anders wordt beschreven."}), tmp_path) == [
        "praktijken/twee/twee.pdf",
        "werkbladen/boekje-interventietype-hulp.pdf",
        "werkbladen/boekje-thema-geld.pdf",
        "werkbladen/boekje-thema-wonen.pdf",
    ]


def test_a_source_that_nobody_cites_prints_nothing_anew(tmp_path: Path) -> None:
    printed(bank(), tmp_path)
    assert new_prints(bank(note="Nu met een toelichting."), tmp_path) == []


def test_another_address_is_another_print(tmp_path: Path) -> None:
    job = jobs_of(bank()).report("een")
    first = Press(ADDRESS, PdfStore(tmp_path)).pdf(job)
    assert Press("https://ander.example", PdfStore(tmp_path)).pdf(job) != first


@pytest.mark.parametrize(
    "changed",
    [
        bank(een={"titel": "Andere titel"}),
        bank(een={"scans": [scan(*HALF, datum="2020-01-01")]}),
        bank(twee={"interventietype": None}),
        bank(twee={"themas": ["geld"]}),
        bank(twee={"bijgewerkt": "2030-01-01"}),
        bank(note="Anders."),
    ],
)
def test_what_rests_on_the_same_sources_has_the_same_content(changed: Kennisbank) -> None:
    """The key of a print is made of digests; this holds it against the page models themselves."""
    before = {j.stuk.doel: j for j in jobs_of(bank()).of_site()}
    for job in jobs_of(changed).of_site():
        old = before.get(job.stuk.doel)
        if old and (old.basis, old.datum, old.stuk) == (job.basis, job.datum, job.stuk):
            assert as_data(old.model()) == as_data(job.model()), job.stuk.doel


def test_the_cache_may_be_deleted_or_damaged(tmp_path: Path) -> None:
    first = printed(bank(), tmp_path)
    for item in first.values():
        assert item.file is not None
        item.file.unlink()
    again = printed(bank(), tmp_path)
    assert {k: p.stuk for k, p in again.items()} == {k: p.stuk for k, p in first.items()}


def test_old_prints_are_forgotten_once_there_are_many(tmp_path: Path) -> None:
    store = PdfStore(tmp_path)
    pdf = Press(ADDRESS, PdfStore(None)).pdf(jobs_of(bank()).report("een"))
    for number in range(250):
        store.put(f"{number:040x}", pdf)
    store.forget([f"{1:040x}"])
    assert [path.name[:40] for path in (tmp_path / "pdf").iterdir()] == [f"{1:040x}"]


def test_without_a_cache_nothing_stays_behind() -> None:
    store = PdfStore(None)
    path = store.put("0" * 40, Press(ADDRESS, PdfStore(None)).pdf(jobs_of(bank()).report("een")))
    assert path.is_file()
    del store
    assert not path.parent.exists()


def test_one_print_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    jobs = jobs_of(bank())
    wrong = replace(jobs.report("twee"), template="boekje")
    failed, made = Press(ADDRESS, PdfStore(tmp_path)).all([wrong, jobs.report("een")])
    assert failed.file is None
    assert "Praktijk twee" in failed.trouble
    assert made.file is not None
    assert made.stuk.bladzijden >= 1


def test_progress_is_told(tmp_path: Path) -> None:
    heard: list[int] = []
    jobs = list(jobs_of(bank()).of_site())
    Press(ADDRESS, PdfStore(tmp_path)).all(jobs, heard.append)
    assert heard == list(range(1, len(jobs) + 1))


@pytest.mark.parametrize(("sizes", "together"), [((4, 6), True), ((5, 6), False), ((20, 1), False)])
def test_booklets_go_side_by_side_only_as_far_as_there_is_room(sizes: tuple[int, int], together: bool) -> None:
    room, meeting = Room(10), Barrier(2)

    def met(chapters: int) -> bool:
        with room.of(chapters), suppress(BrokenBarrierError):
            meeting.wait(timeout=30 if together else 0.2)
            return True
        return False

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(met, sizes)) == [together] * 2


def test_the_largest_print_is_begun_first_and_the_order_stays(tmp_path: Path) -> None:
    jobs = list(jobs_of(bank()).of_site())
    prints = Press(ADDRESS, PdfStore(tmp_path)).all(jobs)
    assert [p.stuk.doel for p in prints] == [job.stuk.doel for job in jobs]
    assert [job.hoofdstukken for job in jobs if job.template == "boekje"] == [2, 1, 1]
