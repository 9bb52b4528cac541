"""Printing many PDFs: in parallel, and each set of data only once, because results are kept by content.

A result is a file ``<key>-<pages>.pdf`` in the store. The key covers the sources of the print, the code and the
libraries, so a changed record prints anew just what holds it. The store may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from watwerkt.knowledge.files import write_whole
from watwerkt.pdf.engine import compile_pdf, engine_version, forget_booklets, pages_of
from watwerkt.pdf.gegevens import publication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from watwerkt.pdf.jobs import PrintJob
    from watwerkt.views.drukwerk import Drukwerk

FOLDER = "pdf"
"""Name of the store inside the cache folder."""

WORKERS = min(os.cpu_count() or 1, 8)
_SPARE = 200


class PdfStore:
    """PDFs on disk by key; without a folder they last as long as this object."""

    def __init__(self, cache: Path | None) -> None:
        """Open the store in a cache folder, which is made when something is kept."""
        self._folder = cache / FOLDER if cache else Path(tempfile.mkdtemp(prefix="watwerkt-pdf-"))
        if not cache:
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._known = dict(self._found())

    def _found(self) -> Iterable[tuple[str, Path]]:
        with suppress(OSError):
            for path in sorted(self._folder.glob("*-*.pdf")):
                yield path.stem.partition("-")[0], path

    def get(self, key: str) -> Path | None:
        """Return the file of a key, if it has been printed and is still there."""
        path = self._known.get(key)
        return path if path and path.is_file() else None

    def put(self, key: str, pdf: bytes) -> Path:
        """Keep a PDF; whoever reads the folder meanwhile sees a whole file or none."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{key}-{pages_of(pdf)}.pdf"
        write_whole(path, pdf)
        self._known[key] = path
        return path

    def forget(self, keep: Iterable[str]) -> None:
        """Delete what is not in ``keep``, once that has become much more than what is."""
        wanted = set(keep)
        if len(self._known) <= 3 * len(wanted) + _SPARE:
            return
        for key in self._known.keys() - wanted:
            with suppress(OSError):
                self._known.pop(key).unlink()


@dataclass(frozen=True, slots=True)
class Printed:
    """A print with its facts; ``file`` is None when it has still to be made, ``trouble`` says why it could not be."""

    stuk: Drukwerk
    job: PrintJob
    file: Path | None = None
    trouble: str = ""


class Press:
    """Prints for the site at one web address."""

    def __init__(self, adres: str, store: PdfStore) -> None:
        """Take the address that QR codes and links lead to, and the store for results."""
        self._adres = adres if adres.endswith("/") else f"{adres}/"
        self._store = store

    def pdf(self, job: PrintJob) -> bytes:
        """Return one PDF, from the store or new."""
        return self._file(job).read_bytes()

    def known(self, jobs: Iterable[PrintJob]) -> list[Printed]:
        """Look up what is in the store and print nothing."""
        return [self._facts(job, self._store.get(self._key(job))) for job in jobs]

    def all(self, jobs: Iterable[PrintJob], progress: Callable[[int], None] = lambda _: None) -> list[Printed]:
        """Print whatever is not in the store, on all cores; ``progress`` hears after each how many are done."""
        every = list(jobs)
        largest_first = sorted(range(len(every)), key=lambda number: -every[number].hoofdstukken)
        found: dict[int, Printed] = {}
        with ThreadPoolExecutor(WORKERS) as pool:
            for number, result in zip(
                largest_first, pool.map(self._try, [every[n] for n in largest_first]), strict=True
            ):
                found[number] = result
                progress(len(found))
        forget_booklets()
        results = [found[number] for number in range(len(every))]
        self._store.forget(r.file.stem.partition("-")[0] for r in results if r.file)
        return results

    def _try(self, job: PrintJob) -> Printed:
        try:
            return self._facts(job, self._file(job))
        except typst.TypstError as error:
            return Printed(job.stuk, job, None, f"{job.stuk.titel}: {error.message}")

    def _file(self, job: PrintJob) -> Path:
        key = self._key(job)
        path = self._store.get(key)
        return path or self._store.put(key, compile_pdf(job.template, self._data(job)))

    def _facts(self, job: PrintJob, path: Path | None) -> Printed:
        if path is None:
            return Printed(job.stuk, job)
        pages = int(path.stem.partition("-")[2])
        return Printed(replace(job.stuk, bladzijden=pages, omvang=path.stat().st_size), job, path)

    def _data(self, job: PrintJob) -> dict[str, Any]:
        twin = job.stuk.tweeling.doel
        return publication(
            job.model(), titel=job.stuk.titel, adres=self._adres, doel=twin, datum=job.datum, papier=job.papier
        )

    def _key(self, job: PrintJob) -> str:
        """Digest of everything that decides the bytes."""
        facts = (job.template, job.stuk.titel, job.stuk.tweeling.doel, self._adres, job.datum, job.papier, job.basis)
        whole = "\0".join((engine_version(), *facts))
        return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:40]
