"""Sites made of the trees: pages rendered one by one, and whole builds by MkDocs, calm and hostile side by side."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import TYPE_CHECKING

from hostile_corpus import PAYLOADS
from hostile_pages import Facts, plain, read_document, read_fragment
from hostile_trees import Sizes, Tree, build_tree, hostile_trees
from hostile_writers import SHORT, Calm, Hostile, Use
from mkdocs.commands.build import build
from mkdocs.config import load_config

from watwerkt.mkdocs_plugin import WatWerktPlugin
from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import Renderer
from watwerkt.views.index import LIJSTDEEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hostile_trees import Path as LeafPath
    from hostile_writers import Leaf

    from watwerkt.knowledge.kennisbank import Kennisbank

REPOSITORY = Path(__file__).resolve().parents[2]
OURS = ("meldingen/", "veldgids/")
"""Pages that hold no text of a record."""

WIDE = Sizes(praktijken=6, interventietypen=6, bronnen=20, themas=20)
"""So many records that titles and descriptions, which MkDocs' templates write in the head, hold all payloads."""

LONG = Sizes(praktijken=20, interventietypen=1, bronnen=1, themas=1)


def same_version(text: str) -> str:
    """Write the ids of all trees alike, so that their pages can be compared."""
    return re.sub(r"-v\d\d\b", "-v00", text)


@dataclass
class Shown:
    """Which texts stand on a page in full, found with the calm texts, that occur once each."""

    text: list[LeafPath] = field(default_factory=list)
    spoken: list[LeafPath] = field(default_factory=list)
    links: list[LeafPath] = field(default_factory=list)
    rich: list[tuple[int, LeafPath]] = field(default_factory=list)


@dataclass(frozen=True)
class Reading:
    """The pages of one tree: HTML and facts by path; pages equal to the calm ones are not read again."""

    leaves: Mapping[LeafPath, Leaf]
    html: Mapping[str, str]
    facts: Mapping[str, Facts]


@dataclass(frozen=True)
class Comparison:
    """A calm site, what it shows where, and hostile sites of the same build."""

    calm: Reading
    shown: Mapping[str, Shown]
    hostile: list[Reading]

    def pages(self) -> Iterator[tuple[str, Facts, Facts, Reading]]:
        """Yield path, calm facts, hostile facts and reading of every page with a hostile text."""
        for reading in self.hostile:
            for path, facts in reading.facts.items():
                yield path, self.calm.facts[path], facts, reading


def _reading(tree: Tree, html: Mapping[str, str], read: Callable[[str], Facts], calm: Reading | None) -> Reading:
    known = calm.html if calm else {}
    facts = {path: read(text) for path, text in html.items() if known.get(path) != text}
    leaves = {tuple(same_version(p) if isinstance(p, str) else p for p in path): x for path, x in tree.leaves.items()}
    return Reading(leaves, html, facts)


def _shown(calm: Reading) -> dict[str, Shown]:
    leaves = [(path, leaf, plain(leaf.text)) for path, leaf in calm.leaves.items() if leaf.slot.most >= SHORT]
    found = {}
    for page, facts in calm.facts.items():
        shown, spoken = Shown(), "\n".join([*facts.spoken, facts.title])
        for path, leaf, text in leaves:
            if leaf.slot.use is Use.RICH:
                shown.rich += [(number, path) for number, part in enumerate(facts.rich) if text in part]
                continue
            if text in facts.text:
                shown.text.append(path)
            if text in spoken:
                shown.spoken.append(path)
            if text in facts.links:
                shown.links.append(path)
        found[page] = shown
    return found


def compare(
    calm: Tree, hostile: list[Tree], render: Callable[[Tree], Mapping[str, str]], read: Callable[[str], Facts]
) -> Comparison:
    """Render and read the trees."""
    first = _reading(calm, render(calm), read, None)
    others = [_reading(tree, render(tree), read, first) for tree in hostile]
    return Comparison(first, _shown(first), others)


def render_pages(
    kennisbank: Kennisbank, wanted: Callable[[str], bool], renderer: Renderer | None = None
) -> dict[str, str]:
    """Render the pages of which the path is wanted, without MkDocs."""
    renderer = renderer or Renderer({"bewerk_url": "https://forge.example/edit/"})
    pages = (page for page in all_pages(kennisbank) if wanted(page.pad))
    return {same_version(page.pad): same_version(renderer.html(page)) for page in pages}


def compare_fragments() -> Comparison:
    """Render every page of the small trees."""
    renderer = Renderer({"bewerk_url": "https://forge.example/edit/"})

    def render(tree: Tree) -> dict[str, str]:
        return render_pages(tree.kennisbank, lambda path: not path.startswith(OURS), renderer)

    return compare(build_tree(Calm()), hostile_trees(PAYLOADS), render, read_fragment)


def compare_long_lists() -> Comparison:
    """Render a list with so many practices that they stand on one line each: copies of the same few."""
    copies = LIJSTDEEL // LONG.praktijken + 1

    def render(tree: Tree) -> dict[str, str]:
        kennisbank = tree.kennisbank
        praktijken = {
            f"{name}-{number}": praktijk.model_copy(update={"id": f"{name}-{number}"})
            for name, praktijk in kennisbank.praktijken.items()
            for number in range(copies)
        }
        bestanden = {("praktijken", name): f"content/praktijken/{name}.yml" for name in praktijken}
        many = replace(
            kennisbank,
            praktijken=praktijken,
            bestanden={**kennisbank.bestanden, **bestanden},
            digests={**kennisbank.digests, **dict.fromkeys(bestanden, "0" * 64)},
        )
        return render_pages(many, "praktijken/".__eq__)

    return compare(build_tree(Calm(), LONG), [build_tree(Hostile(PAYLOADS), LONG, 1)], render, read_fragment)


@cache
def wide_trees() -> dict[str, Tree]:
    """Return the trees of the two sites that MkDocs builds, by the name of their folder."""
    return {"calm": build_tree(Calm(), WIDE), "hostile": build_tree(Hostile(PAYLOADS), WIDE, 1)}


def build_both(folder: Path) -> None:
    """Build a calm and a hostile site with MkDocs."""
    for name, tree in wide_trees().items():
        build_site(folder / name, tree.kennisbank)


def pages_of(site: Path) -> dict[str, str]:
    """Read the pages of a built site that hold texts of records."""
    files = ((file.relative_to(site).as_posix(), file) for file in sorted(site.rglob("*.html")))
    return {
        same_version(path): same_version(file.read_text(encoding="utf-8"))
        for path, file in files
        if not path.startswith(OURS)
    }


def compare_builds(folder: Path) -> Comparison:
    """Compare the two sites that ``build_both`` made in a folder."""
    calm, hostile = wide_trees().values()

    def render(tree: Tree) -> dict[str, str]:
        return pages_of(folder / ("calm" if tree is calm else "hostile"))

    return compare(calm, [hostile], render, read_document)


class GivenKennisbank(WatWerktPlugin):  # type: ignore[no-untyped-call]
    """The plugin with a knowledge base from memory, past all checks of the reader."""

    def __init__(self, kennisbank: Kennisbank) -> None:
        """Take the knowledge base that the content folder is said to hold."""
        super().__init__()
        self._given = kennisbank

    def _load(self, content: Path, cache: Path | None) -> Kennisbank:
        return self._given


def project(folder: Path, extra: str = "", *, records: bool = False) -> Path:
    """Make a MkDocs project with the site's own settings and hand-written pages; returns its configuration."""
    ignored = ignore_patterns() if records else ignore_patterns("*.yml")
    copytree(REPOSITORY / "content", folder / "content", ignore=ignored, dirs_exist_ok=True)
    config = folder / "mkdocs.yml"
    config.write_text(f"INHERIT: {REPOSITORY / 'mkdocs.yml'}\ndocs_dir: content\n{extra}", encoding="utf-8")
    return config


def build_site(target: Path, kennisbank: Kennisbank) -> None:
    """Build with MkDocs in this process."""
    root = target.with_name(f"{target.name}-project")
    config = load_config(str(project(root, "plugins: []\n")), site_dir=str(target))
    plugin = GivenKennisbank(kennisbank)
    plugin.load_config({})
    plugin.on_startup(command="build", dirty=False)
    config.plugins["watwerkt"] = plugin
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.ERROR)  # hand-written pages link to records that are not here
    try:
        build(config)
    finally:
        logger.setLevel(level)
