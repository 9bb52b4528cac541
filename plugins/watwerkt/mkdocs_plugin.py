"""Thin adapter: turns the generated pages into MkDocs pages. The only module that imports MkDocs.

Record pages skip Markdown: a small ``Page`` subclass supplies title and meta, and its HTML is made at the moment that
the page is written and dropped after it. The pages stay outside the nav (a flat nav of 1,000 pages costs MkDocs 29 s).
"""

from __future__ import annotations

import logging
import warnings
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin

from mkdocs.config import base
from mkdocs.config import config_options as opt
from mkdocs.contrib import search as mkdocs_search
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from watwerkt.exports.edition import CONTACT, SITE_URL, Edition
from watwerkt.exports.heads import alternates, linked_data
from watwerkt.knowledge.kennisbank import Kennisbank, KennisbankError, load
from watwerkt.markdown import clean_prose
from watwerkt.pdf.jobs import Jobs
from watwerkt.pdf.press import PdfStore, Press
from watwerkt.pdf.preview import print_on_demand
from watwerkt.publishing import ASSETS, published_files
from watwerkt.reading.findings import Ernst, Finding
from watwerkt.search.index import lunr_scripts
from watwerkt.site.forge import Forge, forge_of
from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import TEMPLATES, Renderer, json_in_html
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from watwerkt.pdf.press import Printed
    from watwerkt.publishing import PublishedFile
    from watwerkt.site.pagina import Pagina
    from watwerkt.views.index import Index, Link

STATIC = Path(__file__).parent / "site" / "static"
SITE_SCRIPTS = (f"{ASSETS}/hulp.js", f"{ASSETS}/mand.js")
"""Loaded by every generated page: shared tools, and the tray of practices to compare."""

LOG_LEVELS = {Ernst.FOUT: logging.WARNING, Ernst.WAARSCHUWING: logging.INFO, Ernst.TIP: logging.DEBUG}
"""A mistake fails `mkdocs build --strict`; a tip shows with `--verbose` only (`watwerkt check` always shows it)."""

_SCRIPTS = "script-src 'self'"
"""What the Content-Security-Policy of the page templates says about scripts."""

log = get_plugin_logger("watwerkt")


class WatWerktConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options in `mkdocs.yml`."""

    cache = opt.Optional(opt.Type(str))
    """Folder for results by content hash, relative to `mkdocs.yml`; leave out to read everything anew."""

    pdf = opt.Type(bool, default=True)
    """Whether to print the PDFs; without them no page links to one. For timing the rest of a build."""

    zoekindex = opt.Type(bool, default=True)
    """Whether to make the search index; without it the catalogue only filters. For timing the rest of a build."""

    opendata = opt.Type(bool, default=True)
    """Whether to write the open data. For timing the rest of a build; links to the data lead nowhere without it."""

    contact = opt.Type(str, default=CONTACT)
    """E-mail address, of a function and not of a person, that the open data and `security.txt` name."""


class RecordPage(Page):
    """A page whose HTML comes from the knowledge base; `file.page` of a virtual Markdown file."""

    def __init__(self, pagina: Pagina, file: File, config: MkDocsConfig, edition: Edition) -> None:
        """Attach to ``file``; the edit link must be set on the file before."""
        super().__init__(pagina.titel, file, config)
        self.pagina = pagina
        self._edition = edition
        self.update_date = pagina.bijgewerkt
        if pagina.verhuisd_naar and config.site_url:
            self.canonical_url = urljoin(config.site_url, pagina.verhuisd_naar)

    def read_source(self, config: MkDocsConfig) -> None:
        """Supply front matter; there is no Markdown."""
        self.markdown = ""
        self.meta = {
            "title": self.pagina.titel,
            "description": self.pagina.beschrijving,
            "kruimels": [{"titel": k.tekst, "url": k.doel} for k in self.pagina.kruimels],
            "breed": True,
            "scripts": [*SITE_SCRIPTS, *self.pagina.scripts],
            "stijlen": self.pagina.stijlen,
            "alternatief": [form._asdict() for form in alternates(self._edition, self.pagina.pad)],
            "robots": "noindex" if self.pagina.verborgen else "",
        }
        if self.pagina.verhuisd_naar:
            self.meta |= {"template": "verhuisd.html", "verhuisd_naar": self.pagina.verhuisd_naar}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content empty; `on_page_context` fills it when the page is written."""
        self.content = ""


class DataFile(File):
    """A generated file whose content is made when it is written and not kept."""

    published: PublishedFile

    def copy_file(self, dirty: bool = False) -> None:
        """Write the content."""
        self.published.write(Path(self.abs_dest_path))


class WatWerktPlugin(BasePlugin[WatWerktConfig]):  # type: ignore[no-untyped-call]
    """Reads the records, reports what is wrong with them and adds their pages and assets."""

    _serving = False
    _last_good: Kennisbank | None = None

    def __init__(self) -> None:
        """Start with nothing to print on demand."""
        super().__init__()
        self._pending: dict[str, Callable[[], bytes]] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether this is `mkdocs serve`; having this event keeps the instance alive between its rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our templates before the theme's and name our style sheets and scripts."""
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(TEMPLATES))
        config.extra_css[:0] = [f"{ASSETS}/tokens.css", f"{ASSETS}/site.css"]
        return config

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> None:
        """Reload on a change of a template or style sheet too; the content folder is watched by MkDocs."""
        server.watch(str(TEMPLATES))
        server.watch(str(STATIC))
        app = server.get_app()
        if app:
            server.set_app(print_on_demand(app, server.mount_path, Path(config.site_dir), self._pending))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Load the knowledge base, pass on its findings, and add every page and asset."""
        root = Path(config.config_file_path or ".").resolve().parent
        cache = root / self.config.cache if self.config.cache else None
        kennisbank = self._last_good = self._load(Path(config.docs_dir), cache)
        self._publish_only(files, kennisbank)
        self._renderer = Renderer({"bewerk_url": _edit_base(config), "forge": _forge(config)})
        dag = kennisbank.peildatum
        taken = {file.dest_uri: file.src_uri for file in files}
        index = build_index(kennisbank)
        prints = self._prints(index, dag, cache, config) if self.config.pdf else []
        index = replace(index, drukwerk={p.stuk.doel: p.stuk for p in prints if self._serving or p.file})
        self._edition = Edition(index, dag, config.site_url or SITE_URL, self.config.contact)
        for pagina in all_pages(kennisbank, index):
            self._add_page(files, taken, pagina, config)
        self._add_assets(files, config)
        root_of_content = Path(config.docs_dir).parent
        options = {"search": self.config.zoekindex, "data": self.config.opendata}
        for published in published_files(self._edition, root_of_content, prints=prints, **options):
            data = cast("DataFile", DataFile.generated(config, published.path, content=""))
            data.published = published
            data.inclusion = InclusionLevel.INCLUDED  # also `.well-known`
            files.append(data)
        log.info(f"{len(kennisbank.praktijken)} praktijken, {len(kennisbank.findings)} meldingen")
        return files

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        """Take the day of the build from hand-written pages: it says nothing about them."""
        if not isinstance(page, RecordPage):
            page.update_date = ""
        return page

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let a hand-written page be no more than prose; records are rendered later."""
        return html if isinstance(page, RecordPage) else clean_prose(html)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leave redirects and hidden pages out of the sitemap."""
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if not _is_hidden(file)]
        return context

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Render a record page at the last moment, and add what it says to machines."""
        kruimels: tuple[Link, ...] = ()
        if isinstance(page, RecordPage):
            page.content = self._renderer.html(page.pagina)
            kruimels = page.pagina.kruimels
        if data := linked_data(self._edition, page.url.removeprefix("./"), str(page.title), kruimels):
            page.content = f'{page.content}<script type="application/ld+json">{json_in_html(data)}</script>\n'
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Drop the HTML as soon as it has been used; let the preview run the inline script of live reload."""
        if isinstance(page, RecordPage):
            page.content = ""
        return output.replace(_SCRIPTS, f"{_SCRIPTS} 'unsafe-inline'", 1) if self._serving else output

    def _prints(self, index: Index, dag: date, cache: Path | None, config: MkDocsConfig) -> list[Printed]:
        """Print what is not in the cache; a preview leaves that until somebody opens it."""
        # kept until the files are written: without a cache its folder goes with it
        self._press = press = Press(_site_address(config), PdfStore(cache))
        jobs = list(Jobs(index, dag).of_site())
        if self._serving:
            prints = press.known(jobs)
            self._pending.clear()
            self._pending.update((p.stuk.doel, partial(press.pdf, p.job)) for p in prints if not p.file)
            return prints
        prints = press.all(jobs, lambda done: log.info(f"{done} van {len(jobs)} pdf’s") if done % 100 == 0 else None)
        for printed in prints:
            if printed.trouble:
                log.warning(f"Deze pdf kon niet worden gemaakt en ontbreekt op de site. {printed.trouble}")
        return prints

    def _load(self, content: Path, cache: Path | None) -> Kennisbank:
        """Load the knowledge base; a preview goes on with the last good one when it has become unusable."""
        try:
            kennisbank = load(content, cache=cache)
        except KennisbankError as error:
            self._report(error.findings)
            if self._last_good is None:
                raise PluginError(str(error)) from error
            log.warning(f"{error} Tot die tijd ziet u de vorige versie.")
            return self._last_good
        self._report(kennisbank.findings)
        return kennisbank

    def _report(self, findings: tuple[Finding, ...]) -> None:
        for finding in findings:
            line = (
                f"{finding.bestand}:{finding.regel}:{finding.kolom} {finding.code} {finding.boodschap} {finding.advies}"
            )
            log.log(LOG_LEVELS[finding.niveau], line)

    def _publish_only(self, files: Files, kennisbank: Kennisbank) -> None:
        """Publish pages, the YAML of valid records and the licence; no other file of the content or the theme."""
        parent = f"{Path(next(iter(kennisbank.bestanden.values()))).parts[0]}/"
        valid = {"LICENSE.txt"} | {path.removeprefix(parent) for path in kennisbank.bestanden.values()}
        for file in list(files):
            if not file.is_documentation_page() and file.src_uri not in valid:
                files.remove(file)

    def _add_page(self, files: Files, taken: Mapping[str, str], pagina: Pagina, config: MkDocsConfig) -> None:
        uri = f"{pagina.pad}index.md"
        if other := taken.get(f"{pagina.pad}index.html"):
            raise PluginError(
                f"{Path(config.docs_dir).name}/{other} heeft hetzelfde adres als een gemaakte pagina "
                f"(/{pagina.pad}). Geef het bestand een andere naam."
            )
        file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = pagina.bron.partition("/")[2] or None
        RecordPage(pagina, file, config, self._edition)
        files.append(file)

    def _add_assets(self, files: Files, config: MkDocsConfig) -> None:
        for name, content in lunr_scripts(Path(mkdocs_search.__file__).parent):
            files.append(File.generated(config, f"{ASSETS}/{name}", content=content))
        for path in sorted(STATIC.rglob("*")):
            if path.is_file():
                uri = f"{ASSETS}/{path.relative_to(STATIC).as_posix()}"
                files.append(File.generated(config, uri, abs_src_path=str(path)))


def _is_hidden(file: File) -> bool:
    return isinstance(file.page, RecordPage) and bool(file.page.pagina.verhuisd_naar or file.page.pagina.verborgen)


def _forge(config: MkDocsConfig) -> Forge:
    """The place that the form sends to; `extra.forge` in `mkdocs.yml` decides what the address does not tell."""
    told = config.extra.get("forge") or {}
    tak = str(told.get("tak") or (config.edit_uri or "").strip("/").partition("/")[2].partition("/")[0] or "main")
    return forge_of(config.repo_url or "", tak, Path(config.docs_dir).name, str(told.get("soort") or ""))


def _site_address(config: MkDocsConfig) -> str:
    """The public address as configured; a preview replaces `site_url` by its own."""
    with warnings.catch_warnings():  # deprecated since MkDocs 1.6, without another way to what was written down
        warnings.simplefilter("ignore", DeprecationWarning)
        written = config.user_configs
    given = (str(c["site_url"]) for c in reversed(written) if c.get("site_url"))
    return next(given, config.site_url or "")


def _edit_base(config: MkDocsConfig) -> str:
    """Address in front of a source path for "wijzig dit record"; empty without a repository."""
    if not config.repo_url or not config.edit_uri:
        return ""
    base_url = config.repo_url.rstrip("/") + "/" + config.edit_uri.strip("/") + "/"
    return base_url.removesuffix(f"{Path(config.docs_dir).name}/")
