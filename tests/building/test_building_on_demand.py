"""What a preview makes when somebody asks for it, and what it leaves alone."""

from __future__ import annotations

import gc
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from mkdocs.livereload import LiveReloadServer

from watwerkt.knowledge.seen import look
from watwerkt.preview import CollectorRests, OnDemand, look_often, seen_at
from watwerkt.writing import PublishedFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment


class Server:
    """Serves the files of a folder below ``/pad/``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        file = self.folder / (path.removeprefix("/pad/") + ("index.html" if path.endswith("/") else ""))
        found = path.startswith("/pad/") and file.is_file()
        start_response("200 OK" if found else "404 Not Found", [])
        return [file.read_bytes() if found else b"weg"]


def offered(*files: PublishedFile) -> Callable[[str], PublishedFile | None]:
    return {file.path: file for file in files}.get


def asked(app: OnDemand, path: str) -> tuple[str, bytes]:
    told: list[str] = []
    body = app({"PATH_INFO": path}, lambda status, *_: told.append(status))  # type: ignore[arg-type, func-returns-value]
    return told[0], b"".join(body)


@pytest.fixture
def app(tmp_path: Path) -> OnDemand:
    app = OnDemand(Server(tmp_path), "/pad/", tmp_path)
    app.offer(offered(PublishedFile("a/index.html", lambda: b"pagina"), PublishedFile("a/b.pdf", lambda: b"druk")))
    return app


@pytest.mark.parametrize("path", ["/a/b.pdf", "/a/", "/pad/../a/b.pdf", "/pad/x.pdf", "/pad/b.pdf"])
def test_nothing_else_is_made(app: OnDemand, tmp_path: Path, path: str) -> None:
    assert asked(app, path) == ("404 Not Found", b"weg")
    assert not list(tmp_path.iterdir())


def test_a_page_is_made_when_asked_for_once(app: OnDemand, tmp_path: Path) -> None:
    assert asked(app, "/pad/a/") == ("200 OK", b"pagina")
    assert asked(app, "/pad/a/b.pdf") == ("200 OK", b"druk")
    (tmp_path / "a" / "index.html").write_bytes(b"is er al")
    assert asked(app, "/pad/a/") == ("200 OK", b"is er al")


def test_what_was_made_before_is_made_anew_in_a_folder_that_is_not_emptied(app: OnDemand, tmp_path: Path) -> None:
    (tmp_path / "los.html").write_bytes(b"van een ander")
    assert asked(app, "/pad/a/") == ("200 OK", b"pagina")
    app.offer(offered(PublishedFile("a/index.html", lambda: b"nieuw")))
    assert asked(app, "/pad/a/") == ("200 OK", b"nieuw")
    assert asked(app, "/pad/los.html") == ("200 OK", b"van een ander")


def test_what_was_offered_before_is_no_longer_made(app: OnDemand) -> None:
    app.offer(offered(PublishedFile("a/index.html", lambda: b"nieuw")))
    assert asked(app, "/pad/a/b.pdf")[0] == "404 Not Found"
    assert asked(app, "/pad/a/") == ("200 OK", b"nieuw")


def test_a_page_that_a_build_took_away_again_is_made_once_more(tmp_path: Path) -> None:
    class Building(Server):
        """Empties the folder once, after the first page has been made there."""

        emptied = False

        def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            made = self.folder / "a" / "index.html"
            if made.exists() and not self.emptied:
                made.unlink()
                self.emptied = True
            return super().__call__(environ, start_response)

    server = Building(tmp_path)
    app = OnDemand(server, "/pad/", tmp_path)
    app.offer(offered(PublishedFile("a/index.html", lambda: b"pagina")))
    assert asked(app, "/pad/a/") == ("200 OK", b"pagina")
    assert server.emptied


def test_nothing_is_made_while_the_site_is_built(app: OnDemand) -> None:
    app.pause()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(asked, app, "/pad/a/")
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.2)
        app.offer(offered(PublishedFile("a/index.html", lambda: b"nieuw")))
        app.resume()
        assert waiting.result(timeout=10) == ("200 OK", b"nieuw")
    app.resume()
    assert asked(app, "/pad/a/") == ("200 OK", b"nieuw")


def test_going_on_without_a_pause_does_not_disturb_what_is_being_made(tmp_path: Path) -> None:
    app = OnDemand(Server(tmp_path), "/pad/", tmp_path)

    def made() -> bytes:
        app.resume()
        return b"pagina"

    app.offer(offered(PublishedFile("a/index.html", made)))
    assert asked(app, "/pad/a/") == ("200 OK", b"pagina")


@pytest.mark.parametrize(("practices", "seconds"), [(0, 0.1), (300, 0.1), (8_000, 0.2), (100_000, 0.5)])
def test_a_preview_looks_often_where_there_is_little_to_look_at(tmp_path: Path, practices: int, seconds: float) -> None:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    known, new, of_others = (str(tmp_path / name) for name in ("bekend", "nieuw", "van-anderen"))
    for folder in (known, new, of_others):
        Path(folder).mkdir()
    server.watch(known)
    server.watch(of_others)
    before = server.observer
    look_often(server, seen_at((known, new)), practices, Event())
    assert {emitter.watch.path: emitter.timeout for emitter in server.observer.emitters} == {
        known: seconds,
        new: seconds,
    }
    assert [emitter.watch.path for emitter in before.emitters] == [of_others]
    assert before.is_alive()
    before.stop()
    server.server_close()


def seen_after(change: Callable[[], object], place: Path) -> bool:
    before = look([str(place)])
    change()
    return look([str(place)]).states != before.states


def test_every_kind_of_change_is_seen(tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "inhoud", tmp_path / "elders.md"
    (place / "diep" / "er").mkdir(parents=True)
    record, new = place / "diep" / "er" / "a.yml", place / "diep" / "b.yml"
    for file in (record, elsewhere):
        file.write_text("id: a\n", encoding="utf-8")
    (place / "link.md").symlink_to(elsewhere)
    (place / "nergens.md").symlink_to(place / "bestaat-niet")
    (place / "rond.md").symlink_to(place / "rond.md")
    assert not seen_after(lambda: None, place)
    for seen in (
        lambda: os.utime(record, (1, 1)),
        lambda: new.write_bytes(record.read_bytes()),
        lambda: new.replace(record),
        lambda: record.chmod(0o400),
        lambda: os.utime(elsewhere, (1, 1)),
        record.unlink,
        lambda: (place / "bestaat-niet").write_text("", encoding="utf-8"),
    ):
        assert seen_after(seen, place)
    assert seen_after(lambda: os.utime(elsewhere, (2, 2)), elsewhere)
    assert seen_after(elsewhere.unlink, elsewhere)
    assert not seen_after(lambda: None, elsewhere)


def test_the_collector_rests_until_the_page_was_shown() -> None:
    soon, late = CollectorRests(0), CollectorRests(600)
    with late:
        assert not gc.isenabled()
    assert not gc.isenabled()
    before = late.waking
    with late:
        assert before is not None
        assert before.finished.is_set()
    assert late.waking is not before
    with soon:
        pass
    for waking in (soon.waking, late.waking):
        assert waking is not None
    soon.waking.join()
    assert gc.isenabled()
    late.waking.cancel()


def test_of_one_file_no_more_than_that_is_looked_at(tmp_path: Path) -> None:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    file, other = tmp_path / "mkdocs.yml", tmp_path / "map" / "ander.yml"
    file.touch()
    look_often(server, seen_at([str(file)]), 0, Event())
    (looking,) = server.observer.emitters
    server.watch(str(tmp_path / "later-genoemd"))
    for emitter in server.observer.emitters:
        emitter.on_thread_start()
    other.parent.mkdir()
    other.touch()
    looking.queue_events(0.01)
    assert server.observer.event_queue.empty()
    file.write_text("site_name: s\n", encoding="utf-8")
    looking.queue_events(0.01)
    server.observer.dispatch_events(server.observer.event_queue)
    assert server._want_rebuild
    server.server_close()


def test_a_change_during_a_build_is_seen_after_it(tmp_path: Path) -> None:
    server, building = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path)), Event()
    there = seen_at([str(tmp_path)])
    (tmp_path / "tijdens-de-eerste.yml").touch()
    look_often(server, there, 0, building)
    (looking,) = server.observer.emitters
    looking.on_thread_start()
    looking.queue_events(0.01)
    assert not server.observer.event_queue.empty()
    server.observer.event_queue.get()
    building.set()
    (tmp_path / "nieuw.yml").write_text("id: nieuw\n", encoding="utf-8")
    looking.queue_events(0.01)
    assert server.observer.event_queue.empty()
    building.clear()
    looking.queue_events(0.01)
    assert not server.observer.event_queue.empty()
    server.server_close()
