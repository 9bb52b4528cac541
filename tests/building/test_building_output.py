"""The build of the repository: green, complete, and with nothing in it that does not belong."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from mkdocs.config import load_config
from site_building import REPOSITORY, SITE_URL, Build, Page, internal_references, listed_files, records, tree

from watwerkt.reading.codes import CODES
from watwerkt.views.naslag import VELDGIDSEN

COLLECTIONS = ("praktijken", "interventietypen", "bronnen", "begrippen", "model")
LISTS = ("", "praktijken/", "interventietypen/", "themas/", "vergelijk/", "model/", "bronnen/", "begrippen/")
TOOLS = (
    *("baathouders/", "doelgroepen/", "gemeenten/", "quickscan/", "meedoen/formulier/"),
    *("routes-en-geld/", "scorekaart/", "werkbladen/", "witte-vlekken/"),
)
ORDERS = ("thema", "gemeente", "interventietype", "status", "bijgewerkt")


def test_the_build_is_green_and_warns_of_nothing(built: Build) -> None:
    assert "Documentation built" in built.said
    for word in ("WARNING", "ERROR", "CRITICAL", "Traceback", "Warning:"):
        assert word not in built.said


def read_yaml(file: Path) -> dict[str, Any]:
    """Read a file of the real content as anybody would, with the parser of libyaml, ten times as fast."""
    found: dict[str, Any] = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return found


def terms(lijst: str) -> list[dict[str, Any]]:
    """Return the terms of a vocabulary of the real content."""
    found: list[dict[str, Any]] = read_yaml(REPOSITORY / "content" / "begrippen" / f"{lijst}.yml")["termen"]
    return found


def expected_addresses() -> set[str]:
    """Return the address of every page that the content asks for."""
    content = REPOSITORY / "content"
    dimensies = read_yaml(content / "model" / "4plus1.yml")["dimensies"]
    praktijken = [read_yaml(file) for file in (content / "praktijken").glob("*.yml")]
    names = {
        name: term["id"]
        for term in terms("gemeenten")
        for name in (term["id"], term["label"], *term.get("synoniemen", []))
    }
    gemeentecodes = {names[place["gemeente"]] for praktijk in praktijken for place in praktijk.get("locaties", [])}
    moved = {
        f"{collection}/{old}/"
        for collection in ("praktijken", "interventietypen")
        for file in (content / collection).glob("*.yml")
        for old in read_yaml(file).get("voorheen", [])
    }
    editorial = {path.relative_to(content).with_suffix("").as_posix() for path in content.rglob("*.md")}
    return {
        *LISTS,
        *TOOLS,
        *(f"baathouders/{term['id']}/" for term in terms("baathouders")),
        *(f"doelgroepen/{key}/" for praktijk in praktijken for key in praktijk["doelgroepen"]),
        *(f"gemeenten/{code}/" for code in gemeentecodes),
        *(f"{collection}/{key}/" for collection in COLLECTIONS[:-1] for key in records(REPOSITORY, collection)),
        *(f"praktijken/{key}/quickscan/" for key in records(REPOSITORY, "praktijken")),
        *(f"themas/{term['id']}/" for term in terms("themas")),
        *(f"model/{dimensie['id']}/" for dimensie in dimensies),
        *(f"overzicht/{order}/" for order in ORDERS),
        *(f"overzicht/score-{dimensie['id']}/" for dimensie in dimensies),
        *("meldingen/", *(f"meldingen/{code.lower()}/" for code in CODES)),
        *("veldgids/", *(f"veldgids/{name}/" for name, _, _ in VELDGIDSEN)),
        *(f"{page}/".removesuffix("index/") for page in editorial),
        "ingetrokken/",
        *moved,
    }


def test_every_page_that_the_content_asks_for_is_there_and_no_other(built: Build) -> None:
    assert built.addresses() == expected_addresses()


@pytest.mark.parametrize("collection", ["praktijken", "interventietypen"])
def test_the_edit_link_of_a_record_leads_to_its_file(built: Build, collection: str) -> None:
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    base = f"{config.repo_url}/{config.edit_uri}"
    for key in records(REPOSITORY, collection):
        links = [a["href"] for a in built.page(f"{collection}/{key}/").attributes("a")]
        to_the_forge = {link for link in links if link.startswith(str(config.repo_url))}
        assert to_the_forge == {f"{base}{collection}/{key}.yml"}, key


def test_the_edit_link_of_an_editorial_page_leads_to_its_file(built: Build) -> None:
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    links = [a["href"] for a in built.page("over/").attributes("a")]
    assert f"{config.repo_url}/{config.edit_uri}over.md" in links


def test_every_record_can_be_downloaded_as_it_is_in_the_repository(built: Build) -> None:
    sources = {
        f"{collection}/{key}.yml": (REPOSITORY / "content" / collection / f"{key}.yml").read_bytes()
        for collection in COLLECTIONS
        for key in records(REPOSITORY, collection)
    }
    published = {path: content for path, content in tree(built.folder).items() if path.endswith((".yml", ".yaml"))}
    assert published.keys() == sources.keys()
    assert [path for path in sources if published[path] != sources[path]] == []


def test_a_practice_links_to_its_download(built: Build) -> None:
    for key in records(REPOSITORY, "praktijken"):
        links = {a["href"] for a in built.page(f"praktijken/{key}/").attributes("a")}
        assert f"../../praktijken/{key}.yml" in links


def test_nothing_of_the_theme_is_published(built: Build) -> None:
    spec = find_spec("material")
    assert spec is not None
    assert spec.submodule_search_locations
    templates = Path(spec.submodule_search_locations[0]) / "templates"
    theirs = {path.relative_to(templates).as_posix() for path in templates.rglob("*") if path.suffix != ".html"}
    assert len(theirs) > 100
    output = set(tree(built.folder))
    assert output & theirs == set()
    assert {path for path in output if path.startswith(("assets/", "search/"))} == {
        path for path in output if path.startswith("assets/watwerkt/")
    }


def test_only_known_kinds_of_files_are_published(built: Build) -> None:
    pages = {".html", ".yml", ".css", ".js", ".svg", ".xml", ".gz", ".txt"}
    data = {".json", ".jsonl", ".csv", ".xlsx", ".ods", ".sqlite", ".ics", ".ttl", ".jsonld", ".docx", ""}
    prints = {".pdf"}
    kinds = {Path(path).suffix for path in tree(built.folder)}
    assert kinds == pages | data | prints
    assert [path for path in tree(built.folder) if not Path(path).suffix] == ["data/v1/SHA256SUMS"]


def test_no_style_asks_another_host_for_anything(built: Build) -> None:
    styles = list(built.folder.rglob("*.css"))
    assert styles
    for style in styles:
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")), style.name


def test_the_site_works_below_a_path(below_a_path: Build) -> None:
    assert below_a_path.code == 0, below_a_path.said
    files = set(tree(below_a_path.folder))
    for address in below_a_path.addresses():
        page = below_a_path.page(address)
        for value in internal_references(page):
            assert not value.startswith("/"), (address, value)
            target = urlsplit(urljoin(SITE_URL + address, value))
            assert target.geturl().startswith(SITE_URL), (address, value)
            path = target.path.removeprefix("/sub/dir/")
            assert (f"{path}index.html" if path.endswith("/") or not path else path) in files, (address, value)


def test_the_page_for_a_wrong_address_finds_the_site_from_anywhere(below_a_path: Build) -> None:
    page = Page.parse(below_a_path.read("404.html"))
    links = [value for value in internal_references(page) if not value.startswith("#")]
    assert links
    assert [value for value in links if not value.startswith("/sub/dir/")] == []


def test_every_page_names_its_address_and_an_old_page_the_new_one(below_a_path: Build, moves: dict[str, str]) -> None:
    for address in below_a_path.addresses():
        (canonical,) = below_a_path.page(address).attributes("link", rel="canonical")
        assert canonical["href"] == SITE_URL + moves.get(address, address)


def test_the_sitemap_lists_every_page_once_and_no_old_address(below_a_path: Build, moves: dict[str, str]) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", below_a_path.read("sitemap.xml"))
    assert sorted(listed) == sorted(SITE_URL + address for address in below_a_path.addresses() - moves.keys())


def test_an_old_id_leads_to_the_new_address(below_a_path: Build, moves: dict[str, str]) -> None:
    assert moves.keys() <= below_a_path.addresses()
    for old, new in moves.items():
        page = below_a_path.page(old)
        (refresh,) = page.attributes("meta", **{"http-equiv": "refresh"})
        delay, _, target = refresh["content"].partition("; url=")
        assert delay == "0"
        assert urljoin(SITE_URL + old, target) == f"{SITE_URL}{new}index.html"  # also from a disk
        assert page.attributes("meta", name="robots", content="noindex")
        assert SITE_URL + new in {urljoin(SITE_URL + old, link["href"]) for link in page.attributes("a")}
        assert "verhuisd" in page.text


def test_a_built_page_lets_no_inline_script_run(built: Build) -> None:
    assert "unsafe-inline" not in "".join(c.decode() for p, c in tree(built.folder).items() if p.endswith(".html"))


def test_git_ignores_no_file_of_the_project() -> None:
    listed = {REPOSITORY / name for name in listed_files("plugins/watwerkt", "tests", "content")}
    present = {
        path
        for folder in ("plugins/watwerkt", "tests", "content")
        for path in (REPOSITORY / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(path.relative_to(REPOSITORY).as_posix() for path in present - listed) == []
