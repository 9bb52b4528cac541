"""Thin adapter: MkDocs renders what was written by hand and the frame of every page, and the rest is filled.

The modules `mkdocs_…` are all that import MkDocs, beside `building` that calls it. After its own work, all generated
pages and files are written.
"""

from __future__ import annotations

import logging
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, cast

from mkdocs.contrib import search as mkdocs_search
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files

from watwerkt.exports.checksums import Checksums
from watwerkt.exports.edition import SITE_URL, Edition
from watwerkt.knowledge.collections import PRAKTIJKEN
from watwerkt.knowledge.kennisbank import Kennisbank, KennisbankError
from watwerkt.knowledge.loading import load
from watwerkt.knowledge.seen import Seen, look
from watwerkt.knowledge.workers import collector_paused
from watwerkt.markdown import clean_prose
from watwerkt.mkdocs_pages import GeneratedPages, KnownFiles, RecordPage, facts
from watwerkt.mkdocs_preview import Preview, preview_of
from watwerkt.mkdocs_settings import STATIC, WatWerktConfig, edit_base, forge_in, inputs_of, site_address
from watwerkt.preview import is_free, look_often, reloading, seen_at
from watwerkt.publishing import ASSETS, published_files, record_files
from watwerkt.reading.findings import Ernst, Finding
from watwerkt.search.index import lunr_scripts
from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import TEMPLATES, Renderer
from watwerkt.views.index import build_index
from watwerkt.writing import PublishedFile, by_practice, write_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from watwerkt.knowledge.cache import Memory
    from watwerkt.knowledge.seen import Look
    from watwerkt.pdf.press import Printed
    from watwerkt.views.index import Index

LICENCE = "LICENSE.txt"
SITEMAP = "sitemap.xml"
LOG_LEVELS = {Ernst.FOUT: logging.WARNING, Ernst.WAARSCHUWING: logging.INFO, Ernst.TIP: logging.DEBUG}
"""A mistake fails `mkdocs build --strict`; a tip shows with `--verbose` only (`watwerkt check` always shows it)."""

log = get_plugin_logger("watwerkt")
findings_log = get_plugin_logger("watwerkt.meldingen")


class WatWerktPlugin(BasePlugin[WatWerktConfig]):  # type: ignore[no-untyped-call]
    """Reads the records, reports what is wrong with them and adds their pages and assets."""

    writes = True
    """Whether the plugin writes its files when MkDocs is done."""

    seen = Seen()
    """What was seen of the content just now, so that it need not be read again."""

    _preview: Preview | None = None
    _dirty = False
    _last_good: Kennisbank | None = None
    _building = Event()
    _there: dict[str, Look] | None = None
    _paused = ExitStack()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether this is a preview; having this event keeps the instance alive between its rebuilds."""
        self._preview, self._dirty = preview_of(command), dirty
        self._building = Event()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Search templates in our folders and that of MkDocs, not in the theme; name our style sheets and scripts."""
        own = [config.theme.custom_dir] if config.theme.custom_dir else []
        config.theme.dirs[:] = [*own, str(TEMPLATES), config.theme.dirs[-1]]
        config.extra_css[:0] = [f"{ASSETS}/tokens.css", f"{ASSETS}/site.css"]
        return config

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> None:
        """Reload soon on a change of content, settings, templates or style sheets.

        Raises:
            PluginError: something else listens at the address of the preview.
        """
        host, port = server.server_address[:2]
        if not is_free(server.address_family, (host, port)):
            raise PluginError(
                f"Op poort {port} draait al iets, misschien een andere voorproef. Stop die, of kies een andere poort: "
                f"`make serve PORT={int(port) + 1}`, of `mkdocs serve --dev-addr {host!s}:{int(port) + 1}`."
            )
        there = self._there or seen_at(inputs_of(config))
        look_often(server, there, len(self._edition.kennisbank.praktijken), self._building)
        app = server.get_app()
        if app and self._preview:  # with --clean every build writes everything
            app = self._preview.serve(app, server.mount_path, Path(config.site_dir), self._finder())
        server.set_app(reloading(app) if app else None)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let nothing come in between while the site is built: no collector of garbage, no file of a preview."""
        self._paused = ExitStack()
        self._building.set()
        self._paused.callback(self._building.clear)
        if self._preview:
            self._there = self._there or seen_at(inputs_of(config))
            self._preview.pause(self._paused)
        else:
            self._paused.enter_context(collector_paused())

    def on_build_error(self, *, error: Exception) -> None:
        """Go on; a preview can make what it could before."""
        self._paused.close()

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Load the knowledge base, pass on its findings, and say what there is to render and to write."""
        root = Path(config.config_file_path or ".").resolve().parent
        cache = root / self.config.cache if self.config.cache else None
        kennisbank = self._last_good = self._load(Path(config.docs_dir), cache)
        dag, index = kennisbank.peildatum, build_index(kennisbank, cache, self._memory())
        prints = self._prints(index, dag, cache, config) if self.config.pdf else []
        printed = {p.stuk.doel: p.stuk for p in prints if self._preview or p.file}
        index = replace(index, drukwerk=printed, lijstdeel=max(1, self.config.lijstdeel))
        self._edition = Edition(index, dag, config.site_url or SITE_URL, self.config.contact)
        renderer = Renderer({"bewerk_url": edit_base(config), "forge": forge_in(config)})
        self._pages = GeneratedPages(list(all_pages(kennisbank, index)), self._edition, renderer, config)
        self.checksums = Checksums()
        options = {"search": self.config.zoekindex, "data": self.config.opendata}
        published = published_files(
            self._edition,
            Path(config.docs_dir).parent,
            per_part=max(1, self.config.zoekdeel),
            prints=prints,
            sums=self.checksums,
            **options,
        )
        self._published = [*record_files(self._edition, Path(config.docs_dir)), *published]
        if self._preview:
            self._published += [
                PublishedFile(p.stuk.doel, partial(self._press.pdf, p.job)) for p in prints if not p.file
            ]
        self._by_path = {file.path: file for file in self._published}
        files = Files(file for file in files if file.is_documentation_page() or file.src_uri == LICENCE)
        if self._dirty:
            _forget(files)
        self._add_assets(files, config)
        log.info(f"{len(kennisbank.praktijken)} praktijken, {len(kennisbank.findings)} meldingen")
        return self._known_files(files, config)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let a preview compile a template once."""
        if self._preview:
            self._preview.take(env)
        return env

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        """Take the day of the build from hand-written pages, of which it says nothing; a preview remembers them."""
        if not isinstance(page, RecordPage):
            page.update_date = ""
            if self._preview:
                self._preview.prose.remember(page)
        return page

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let a hand-written page be no more than prose; records are rendered later."""
        return html if isinstance(page, RecordPage) else clean_prose(html)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """List every page in the sitemap; a preview writes none, and makes it when somebody asks for it."""
        if template_name != SITEMAP:
            return context
        if self._preview:
            for file in self._preview.later(SITEMAP, partial(_with_addresses, context, self._pages)):
                self._by_path[file.path] = file
            return cast("TemplateContext", {**context, "adressen": ()})
        return _with_addresses(context, self._pages)

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Add the content of a generated page, and what a page written by hand says to machines."""
        if isinstance(page, RecordPage):
            page.content = self._pages.content(page)
        else:
            page.content = f"{page.content}{facts(self._edition, page.url.removeprefix('./'), str(page.title))}"
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Take the frame of a generated page."""
        if isinstance(page, RecordPage):
            page.content = ""
            self._pages.take(page, output)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write all generated pages and files, unless somebody else asks for them; a preview leaves it until then."""
        if self._preview:
            unfinished = [*self._pages.frames, SITEMAP, f"{SITEMAP}.gz"]
            self._preview.built(Path(config.site_dir), unfinished, self._finder())
        elif self.writes:
            write_all(self.files(), Path(config.site_dir), self.checksums)
        self._paused.close()

    def files(self) -> list[PublishedFile]:
        """Return all generated pages and files by practice; to be called after MkDocs has done its part."""
        return by_practice([*(self._pages.files() if self.config.vullen else ()), *self._published])

    def _finder(self) -> Callable[[str], PublishedFile | None]:
        """Return what finds a file of this build by its path; a preview that listed all would wait for it."""
        pages, others = self._pages, self._by_path
        return lambda path: (pages.file(path) if self.config.vullen else None) or others.get(path)

    def others(self) -> tuple[str, ...]:
        """Return which records take part that are no practice: the day of a practice may end the exception of one."""
        digests = self._edition.kennisbank.digests
        return tuple(f"{folder}/{key} {digest}" for (folder, key), digest in digests.items() if folder != PRAKTIJKEN)

    def _prints(self, index: Index, dag: date, cache: Path | None, config: MkDocsConfig) -> list[Printed]:
        """Print what is not in the cache; a preview leaves that until somebody opens it."""
        from watwerkt.pdf.jobs import Jobs  # here: a site without PDFs does not wait for Typst
        from watwerkt.pdf.press import PdfStore, Press

        # kept until the files are written: without a cache its folder goes with it
        self._press = press = Press(site_address(config), PdfStore(cache))
        jobs = list(Jobs(index, dag).of_site())
        if self._preview:
            return press.known(jobs)
        prints = press.all(jobs, lambda done: log.info(f"{done} van {len(jobs)} pdf’s") if done % 100 == 0 else None)
        for printed in prints:
            if printed.trouble:
                log.warning(f"Deze pdf kon niet worden gemaakt en ontbreekt op de site. {printed.trouble}")
        return prints

    def _memory(self) -> Memory | None:
        return self._preview.memory if self._preview else None

    def _load(self, content: Path, cache: Path | None) -> Kennisbank:
        """Load the knowledge base; a preview goes on with the last good one when it has become unusable."""
        try:
            if self._there:  # whoever looks for changes in a preview has just looked, if this is where it looks
                self.seen = self.seen.again(self._there.get(str(content)) or look([str(content)]))
            kennisbank = load(content, cache=cache, memory=self._memory(), seen=self.seen)
        except KennisbankError as error:
            self._report(error.findings)
            if self._last_good is None:
                raise PluginError(str(error)) from error
            log.warning(f"{error} Tot die tijd ziet u de vorige versie.")
            return self._last_good
        self._report(kennisbank.findings)
        return kennisbank

    def _report(self, findings: tuple[Finding, ...]) -> None:
        """Tell what was found; a preview repeats every mistake, and of the rest tells what it did not tell before."""
        lines = {}
        for finding in findings:
            if findings_log.isEnabledFor(level := LOG_LEVELS[finding.niveau]):
                place = f"{finding.bestand}:{finding.regel}:{finding.kolom}"
                lines[f"{place} {finding.code} {finding.boodschap} {finding.advies}"] = level
        for line in self._preview.to_tell(lines) if self._preview else lines:
            findings_log.log(lines[line], line)

    def _known_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that MkDocs renders, and let it know the addresses of all others."""
        taken = {file.dest_uri: file.src_uri for file in files}
        for pagina in self._pages.paginas:
            if other := taken.get(f"{pagina.pad}index.html"):
                raise PluginError(
                    f"{Path(config.docs_dir).name}/{other} heeft hetzelfde adres als een gemaakte pagina "
                    f"(/{pagina.pad}). Geef het bestand een andere naam."
                )
        for page in self._pages.rendered(fill=self.config.vullen):
            files.append(page.file)
        return KnownFiles(files, partial(self._written_later, config))

    def _written_later(self, config: MkDocsConfig, path: str) -> File | None:
        """Return what MkDocs may know of a page or file that is written without it, by source address."""
        found = self._pages.source(path)
        return File.generated(config, path, content="") if not found and path in self._by_path else found

    def _add_assets(self, files: Files, config: MkDocsConfig) -> None:
        for name, content in lunr_scripts(Path(mkdocs_search.__file__).parent):
            files.append(File.generated(config, f"{ASSETS}/{name}", content=content))
        for path in sorted(STATIC.rglob("*")):
            if path.is_file():
                uri = f"{ASSETS}/{path.relative_to(STATIC).as_posix()}"
                files.append(File.generated(config, uri, abs_src_path=str(path)))


def _with_addresses(context: TemplateContext, pages: GeneratedPages) -> TemplateContext:
    """Add full address and day of every page but redirects and hidden pages; none when the site has no address."""
    by_hand = [file.page for file in context["pages"] if file.page and not isinstance(file.page, RecordPage)]
    listed = [(page.canonical_url, page.update_date) for page in by_hand if page.canonical_url]
    return cast("TemplateContext", {**context, "adressen": [*listed, *pages.listed()]})


def _forget(files: Files) -> None:
    """Have MkDocs make the hand-written pages again: what they say to machines changes with the records."""
    for file in files.documentation_pages():
        Path(file.abs_dest_path).unlink(missing_ok=True)
