"""What `mkdocs.yml` says to the plugin, in its options and elsewhere."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import base
from mkdocs.config import config_options as opt

from watwerkt.exports.edition import CONTACT
from watwerkt.publishing import PER_DEEL
from watwerkt.site.forge import Forge, forge_of
from watwerkt.site.rendering import TEMPLATES
from watwerkt.views.index import LIJSTDEEL

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

STATIC = TEMPLATES.parent / "static"


class WatWerktConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options in `mkdocs.yml`."""

    cache = opt.Optional(opt.Type(str))
    """Folder for results by content hash, relative to `mkdocs.yml`; leave out to read everything anew."""

    pdf = opt.Type(bool, default=True)
    """Whether to print the PDFs; without them no page links to one. For timing the rest of a build."""

    zoekindex = opt.Type(bool, default=True)
    """Whether to make the search index; without it the catalogue only filters. For timing the rest of a build."""

    zoekdeel = opt.Type(int, default=PER_DEEL)
    """For every so many practices the search index gets one part more; a question fetches the parts of its words."""

    lijstdeel = opt.Type(int, default=LIJSTDEEL)
    """A longer list of practices shows one line per practice, in pages of so many."""

    opendata = opt.Type(bool, default=True)
    """Whether to write the open data. For timing the rest of a build; links to the data lead nowhere without it."""

    vullen = opt.Type(bool, default=True)
    """Whether pages are filled in what MkDocs made of others like it; if not, it renders each: slow, the same bytes."""

    contact = opt.Type(str, default=CONTACT)
    """E-mail address, of a function and not of a person, that the open data and `security.txt` name."""


def inputs_of(config: MkDocsConfig) -> list[str]:
    """Return the files and folders of which a preview shows each change."""
    inputs = (config.docs_dir, config.config_file_path, config.theme.custom_dir, str(TEMPLATES), str(STATIC))
    return [path for path in inputs if path]


def forge_in(config: MkDocsConfig) -> Forge:
    """The place that the form sends to; `extra.forge` in `mkdocs.yml` decides what the address does not tell."""
    told = config.extra.get("forge") or {}
    tak = str(told.get("tak") or (config.edit_uri or "").strip("/").partition("/")[2].partition("/")[0] or "main")
    return forge_of(config.repo_url or "", tak, Path(config.docs_dir).name, str(told.get("soort") or ""))


def site_address(config: MkDocsConfig) -> str:
    """The public address as configured; a preview replaces `site_url` by its own."""
    with warnings.catch_warnings():  # deprecated since MkDocs 1.6, without another way to what was written down
        warnings.simplefilter("ignore", DeprecationWarning)
        written = config.user_configs
    given = (str(c["site_url"]) for c in reversed(written) if c.get("site_url"))
    return next(given, config.site_url or "")


def edit_base(config: MkDocsConfig) -> str:
    """Address in front of a source path for "wijzig dit record"; empty without a repository."""
    if not config.repo_url or not config.edit_uri:
        return ""
    base_url = config.repo_url.rstrip("/") + "/" + config.edit_uri.strip("/") + "/"
    return base_url.removesuffix(f"{Path(config.docs_dir).name}/")
