"""What pages say to machines in a real build: JSON-LD, other forms, tombstones, and the sitemap."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from exported import CONTENT, REPOSITORY, SITE_URL, VALID, export, real
from exported import edition as edition_of
from mkdocs.config import load_config
from site_building import Build, build, copy_repository, tree

from shared_builds import SITE, built_repository
from watwerkt.exports import edition
from watwerkt.knowledge.loading import load
from watwerkt.mkdocs_pages import GeneratedPages
from watwerkt.site.pagina import Pagina
from watwerkt.site.rendering import Renderer

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
WITHDRAWN = "pak-deventer"
REASON = "De organisatie heeft gevraagd de beschrijving weg te halen & R&D < 5."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The real content, with one practice renamed and one withdrawn."""
    root = copy_repository(tmp_path_factory.mktemp("bladzijden"), pdf=False)
    practices = root / "content" / "praktijken"
    text = (practices / f"{WITHDRAWN}.yml").read_text(encoding="utf-8")
    why = f"ingetrokken:\n  datum: 2026-11-20\n  reden: '{REASON}'\n  opvolger: qredits\n"
    text = text.replace("soort: project\n", f"soort: project\nvoorheen: [pak-oud]\n{why}", 1)
    (practices / f"{WITHDRAWN}.yml").write_text(text, encoding="utf-8")
    done = build(root, root / "site", env={"WATWERKT_SITE_URL": SITE_URL})
    assert done.code == 0, done.said
    return done


def blocks(site: Build, address: str) -> list[dict[str, Any]]:
    """Return the nodes of the JSON-LD of a page."""
    found = BLOCK.findall(site.read(f"{address}index.html"))
    assert len(found) <= 1
    graph: list[dict[str, Any]] = json.loads(found[0])["@graph"] if found else []
    return graph


def node(site: Build, address: str, kind: str) -> dict[str, Any]:
    (found,) = [item for item in blocks(site, address) if item["@type"] == kind]
    return found


def test_a_practice_says_what_its_record_says(site: Build) -> None:
    for key, record in real().praktijken.items():
        if key == WITHDRAWN:
            continue
        page = node(site, f"praktijken/{key}/", "WebPage")
        assert page["@id"] == page["url"] == f"{SITE_URL}praktijken/{key}/"
        assert page["name"] == record.titel
        assert page["dateModified"] == record.bijgewerkt
        assert page["license"] == "https://creativecommons.org/licenses/by/4.0/"
        service = page["mainEntity"]
        assert service["@type"] == "Service"
        assert service["identifier"] == key
        places = [real().gemeente(place.gemeente) for place in record.locaties]
        assert [a["identifier"] for a in service["areaServed"]] == [place.id for place in places if place]
        assert [a["name"] for a in service["provider"]] == [
            p.organisatie for p in record.partners if p.rol == "uitvoerend"
        ]
        assert page["citation"]


def test_our_scores_do_not_pose_as_ratings(site: Build) -> None:
    for path, content in tree(site.folder).items():
        if path.endswith(".html"):
            for block in BLOCK.findall(content.decode()):
                assert not re.search(r"aggregateRating|Review|ratingValue|Medical", block), path


def test_crumbs_lead_from_the_list_to_the_page(site: Build) -> None:
    crumbs = node(site, "praktijken/qredits/", "BreadcrumbList")["itemListElement"]
    assert [(c["position"], c["item"]) for c in crumbs] == [
        (1, f"{SITE_URL}praktijken/"),
        (2, f"{SITE_URL}praktijken/qredits/"),
    ]


def test_a_thema_lists_its_practices(site: Build) -> None:
    items = node(site, "themas/ondernemerschap/", "ItemList")["itemListElement"]
    wanted = {key for key, p in real().praktijken.items() if "ondernemerschap" in p.themas} - {WITHDRAWN}
    assert {item["url"] for item in items} == {f"{SITE_URL}praktijken/{key}/" for key in wanted}
    assert len(items) > 1


def test_the_data_page_describes_downloads_that_are_there(site: Build) -> None:
    dataset = node(site, "data/", "DataCatalog")["dataset"]
    files = [form["contentUrl"].removeprefix(SITE_URL) for form in dataset["distribution"]]
    assert len(files) == 5
    assert [path for path in files if not (site.folder / path).is_file()] == []
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert dataset["version"] == json.loads(site.read("data/v1/alles.json"))["data_versie"]


def test_other_forms_of_a_page_are_named_and_there(site: Build) -> None:
    expected = {
        "praktijken/qredits/": {"data/v1/praktijken/qredits.json", "data/v1/praktijken/qredits.docx"},
        "praktijken/": {"feed.xml", "feed.json"},
        "": {"feed.xml", "feed.json"},
        "themas/ondernemerschap/": {"themas/ondernemerschap/feed.xml", "themas/ondernemerschap/feed.json"},
        "over/": set(),
    }
    for address, wanted in expected.items():
        found = {
            (site.folder / address / link["href"]).resolve().relative_to(site.folder.resolve()).as_posix()
            for link in site.page(address).attributes("link", rel="alternate")
        }
        assert found == wanted, address
        assert all((site.folder / path).is_file() for path in found)
        (search,) = site.page(address).attributes("link", rel="search")
        assert (site.folder / address / search["href"]).is_file()


def test_a_practice_offers_its_downloads(site: Build) -> None:
    links = {a["href"] for a in site.page("praktijken/qredits/").attributes("a")}
    assert "../../data/v1/praktijken/qredits.docx" in links
    assert "../../data/v1/praktijken/qredits.json" in links
    assert "../../data/" in links


def test_a_withdrawn_practice_keeps_a_page_with_reason_date_and_successor(site: Build) -> None:
    page = site.page(f"praktijken/{WITHDRAWN}/")
    assert REASON in page.text
    assert "20 november 2026" in page.text
    assert "../../praktijken/qredits/" in {a["href"] for a in page.attributes("a")}
    assert page.attributes("meta", name="robots", content="noindex")
    assert "Coach van het alledaagse" not in page.text
    for old in (f"praktijken/{WITHDRAWN}/quickscan/", "praktijken/pak-oud/", "praktijken/pak-oud/quickscan/"):
        (refresh,) = site.page(old).attributes("meta", **{"http-equiv": "refresh"})
        target = refresh["content"].partition("url=")[2]
        assert urljoin(SITE_URL + old, target) == f"{SITE_URL}praktijken/{WITHDRAWN}/index.html"


def test_a_withdrawn_practice_is_on_no_list_but_its_own(site: Build) -> None:
    naming = {
        path
        for path, content in tree(site.folder).items()
        if WITHDRAWN.encode() in content or b"Pak Alledaagse Kansen" in content
    }
    own = {path for path in naming if path.startswith((f"praktijken/{WITHDRAWN}", "praktijken/pak-oud"))}
    data = {path for path in naming if path.startswith("data/v1/")}
    by_hand = {f"{path.relative_to(CONTENT).with_suffix('')}/index.html" for path in CONTENT.rglob("*.md")}
    # the examples of the fields name this practice
    guides = {path for path in naming if path.startswith(("veldgids/", "meedoen/formulier/"))}
    guides |= {path for path in naming if path == "assets/watwerkt/formulierregels.js"}
    assert naming - own - data - by_hand - guides == {"ingetrokken/index.html"}
    assert f"data/v1/praktijken/{WITHDRAWN}.json" in data
    assert "data/v1/praktijken.json" not in data
    assert not any(path.endswith(("catalogus.js", "zoekindex.js")) for path in naming)


@pytest.mark.parametrize(("site_url", "listed"), [("", []), (SITE_URL, [(f"{SITE_URL}praktijken/", "2026-11-24")])])
def test_a_page_has_an_address_when_the_site_has_one(site_url: str, listed: list[tuple[str, str]]) -> None:
    config = load_config(str(REPOSITORY / "mkdocs.yml"), site_url=site_url)
    page = Pagina("praktijken/", "Praktijken", "Alle", "praktijken.html", dict, bijgewerkt="2026-11-24")
    assert GeneratedPages([page], edition_of(load(VALID)), Renderer({}), config).listed() == listed


def test_the_sitemap_has_the_pages_that_count_and_their_own_day(site: Build) -> None:
    sitemap = site.read("sitemap.xml")
    days = dict(re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", sitemap))
    for key, record in real().praktijken.items():
        address = f"{SITE_URL}praktijken/{key}/"
        assert (days.get(address) == record.bijgewerkt) == (key != WITHDRAWN), key
    pages = {a for a in days if re.fullmatch(rf"{re.escape(SITE_URL)}praktijken/[^/]+/", a)}
    assert len(pages) == len(real().praktijken) - 1
    newest = max(record.bijgewerkt for record in real().praktijken.values())
    assert days[SITE_URL] == days[f"{SITE_URL}praktijken/"] == days[f"{SITE_URL}ingetrokken/"] == newest
    stopped = [record.bijgewerkt for record in real().praktijken.values() if "ondernemerschap" in record.themas]
    assert days[f"{SITE_URL}themas/ondernemerschap/"] == max(stopped)
    assert "pak-oud" not in sitemap


def test_a_page_of_which_the_day_is_not_known_claims_none(site: Build) -> None:
    entries = re.findall(r"<url>(.*?)</url>", site.read("sitemap.xml"), re.DOTALL)
    undated = {re.findall("<loc>(.*?)</loc>", entry)[0] for entry in entries if "<lastmod>" not in entry}
    for address in ("data/", "over/", "meldingen/", "bronnen/", "model/", "veldgids/"):
        assert SITE_URL + address in undated, address
    assert not any("/praktijken/" in address for address in undated)


def test_the_site_holds_the_same_data_as_the_command(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> None:
    site = built_repository(tmp_path_factory) / SITE
    exported = export(CONTENT, tmp_path, "--site-url", edition.SITE_URL).files()
    assert [path for path, content in exported.items() if (site / path).read_bytes() != content] == []
    assert len(exported) > 100
