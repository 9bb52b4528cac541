"""The site in place: the same as `mkdocs build`, but only what differs is written, and nothing is emptied first.

MkDocs works in a folder of its own; what it makes and what we make then goes to the site. When the build is broken off,
the old site is still there, here and there already new.
"""

from __future__ import annotations

import hashlib
import logging
import os
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader

from watwerkt.fingerprint import Fingerprint, fingerprint
from watwerkt.knowledge.seen import Seen
from watwerkt.knowledge.workers import collector_paused
from watwerkt.ledger import NO_STAMP, Ledger, Stamp, stamps
from watwerkt.mkdocs_plugin import WatWerktPlugin
from watwerkt.writing import PublishedFile, write_all

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

KEY = 32
"""Hexadecimal digits of a key: 128 bits."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: how many files the site has, which were written and removed, and which are not ours."""

    files: int
    written: list[str]
    removed: list[str]
    strange: list[str]


@collector_paused()
def rebuild(
    config_file: Path, site: Path | None, place: Path, known: Ledger | None, before: Fingerprint | None, *, strict: bool
) -> Outcome:
    """Bring a site up to date; ``known`` is the ledger of the last build and the new one is kept at ``place``.

    ``before`` is the fingerprint that was taken just now, with the sources of the last build.

    Raises:
        MkDocsException: the settings or the content stop the build; the site has not been touched.
        OSError: a file cannot be written.
    """
    config = load_config(str(config_file), strict=strict)
    target = site.resolve() if site else Path(config.site_dir)
    sources = _sources(config)
    if before is None or before.sources != sources:
        before = fingerprint(config_file, sources, known.seen if known else Seen())
    old = known if known and known.site == str(target) else Ledger(str(target))
    with TemporaryDirectory(prefix="watwerkt-") as name:
        plugin, warnings = _build(config, Path(name), before.seen)
        ours = plugin.files()
        base = _key(before.base, plugin.others())
        keys = dict(_keys(base, ours))
        there = old.has(keys)
        paths = dict.fromkeys(file.path for file in ours)
        theirs = [file for file in _made_in(Path(name)) if file.path not in paths]
        current = dict.fromkeys([*(file.path for file in theirs), *paths], NO_STAMP) | there
        come, gone = current.keys() - old.files.keys(), old.files.keys() - current.keys()
        new = not target.is_dir()
        if come:  # broken off from here on, the next build has to know of these; of the others it sees the dates
            replace(old, fingerprint="", files=old.files | dict.fromkeys(come, NO_STAMP)).write(place)
        written = write_all([file for file in (*theirs, *ours) if file.path not in there], target, plugin.checksums)
    removed = _prune(target, {path: old.files[path] for path in sorted(gone)})
    left = [path for path in current if path not in there]
    current.update(zip(left, stamps(str(target), left), strict=True))
    strange = [] if new else _strange(target, current) if come or gone else _still(target, old.strange)
    Ledger(str(target), list(sources), before.whole, current, keys, warnings, strange, before.seen).write(place)
    return Outcome(len(current), written, removed, strange)


def _keys(base: str, files: Iterable[PublishedFile]) -> Iterator[tuple[str, str]]:
    """Yield the path of each file of which something tells what decides it, and a digest over that."""
    for _, group in groupby(files, key=lambda file: file.about or file.path):
        members = tuple(group)
        if rests_on := members[0].rests_on:
            key = _key(base, (*rests_on(), *(file.frame for file in members)))
            yield from ((file.path, key) for file in members)


def _key(base: str, parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join((base, *parts)).encode()).hexdigest()[:KEY]


def _sources(config: MkDocsConfig) -> tuple[str, ...]:
    """Return the files and folders that a site is made from, beside our code and the settings."""
    others = [config.theme.custom_dir, *(str(Path(name).absolute()) for name in config.hooks)]
    settings = map(str, inherited(Path(config.config_file_path)))
    return str(config.docs_dir), *(source for source in others if source), *settings


def inherited(config_file: Path) -> Iterator[Path]:
    """Yield the settings that settings inherit, and those that these inherit."""
    settings = yaml.load(config_file.read_bytes(), Loader=get_yaml_loader())  # noqa: S506 - as MkDocs has just done
    if name := settings.get("INHERIT"):
        parent = config_file.parent / name
        yield parent
        yield from inherited(parent)


def _build(config: MkDocsConfig, folder: Path, seen: Seen) -> tuple[WatWerktPlugin, list[str]]:
    """Have MkDocs do its part in a folder; returns the plugin that can do the rest, and the warnings."""
    config.site_dir = str(folder)
    plugin = config.plugins.get("watwerkt")
    if not isinstance(plugin, WatWerktPlugin):
        raise ConfigurationError("In mkdocs.yml staat `watwerkt` niet bij de plugins.")
    plugin.writes, plugin.seen = False, seen
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    return plugin, warnings.lines


class _Warnings(logging.Handler):
    """Keeps every warning."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _made_in(folder: Path) -> list[PublishedFile]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return [PublishedFile(path.relative_to(folder).as_posix(), path.read_bytes) for path in found]


def _prune(site: Path, gone: dict[str, Stamp]) -> list[str]:
    """Remove files that a former build wrote and that no longer belong, and the folders that they leave empty."""
    removed = []
    for path, now in zip(gone, stamps(str(site), gone), strict=True):
        if now == NO_STAMP or gone[path] not in (NO_STAMP, now):
            continue  # it went already, or somebody has put another file there
        target = site / path
        target.unlink()
        removed.append(path)
        for folder in target.parents:
            if folder == site or any(folder.iterdir()):
                break
            folder.rmdir()
    return removed


def _strange(site: Path, ours: Container[str]) -> list[str]:
    """Return what is in the site and was not made by a build; MkDocs leaves hidden files alone too."""
    all_files = (f"{folder}/{name}" for folder, _, names in os.walk(site) for name in names)
    paths = (path[len(os.fspath(site)) + 1 :].replace(os.sep, "/") for path in all_files)
    return sorted(path for path in paths if path not in ours and not path.startswith("."))


def _still(site: Path, strange: list[str]) -> list[str]:
    """Return what is still there; looking for more through all folders takes long, and waits until files come or go."""
    return [path for path in strange if (site / path).exists()]
