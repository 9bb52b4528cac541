"""No page can run a script that is not the site's own, whatever a record holds."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from built_site import report

if TYPE_CHECKING:
    from built_site import Element, Page, Site

EARLIER = ("html", "head", "meta")
"""What may stand before the policy: nothing that loads or runs."""

SCRIPT_TYPES = ("", "text/javascript", "application/javascript", "module", "importmap", "speculationrules")
"""Types that a browser acts on; any other type is a block of data."""

LOADING = ("script", "img", "iframe", "source", "video", "audio", "embed", "object", "use")
"""Elements that make a browser load what they name."""

LINKS_ONLY = {"canonical", "alternate", "license", "search"}
"""Relations of a `link` that load nothing."""


def policies(page: Page) -> list[Element]:
    return [e for e in page.find("meta") if (e.get("http-equiv") or "").lower() == "content-security-policy"]


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {part[0].lower(): part[1:] for part in parts}


def policy_of(page: Page) -> dict[str, list[str]]:
    found = policies(page)
    return directives(found[0].get("content") or "") if found else {}


def test_every_page_has_one_policy_before_anything_that_loads_or_runs(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        found = policies(page)
        if len(found) != 1:
            problems.append(f"{page.path}: {len(found)} keer een Content-Security-Policy")
            continue
        before = page.elements[: page.elements.index(found[0])]
        late = [f"<{e.tag}>" for e in before if e.tag not in EARLIER]
        if late:
            problems.append(f"{page.path}: voor de policy staat {' '.join(late)}")
    report(problems)


def test_the_policy_allows_no_script_of_others(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        policy = policy_of(page)
        scripts = policy.get("script-src", policy.get("default-src"))
        if scripts is None:
            problems.append(f"{page.path}: geen script-src of default-src")
            continue
        loose = (
            "'unsafe-inline'",
            "'unsafe-eval'",
            "'unsafe-hashes'",
            "*",
            "http:",
            "https:",
            "data:",
            "blob:",
        )
        wrong = {*loose} & {*scripts, *policy.get("default-src", [])}
        hosts = [s for s in scripts if "." in s and not s.startswith("'")]
        problems += [f"{page.path}: script-src bevat {source}" for source in sorted({*wrong, *hosts})]
    report(problems)


def test_the_policy_closes_what_the_site_does_not_use(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        policy = policy_of(page)
        for name in ("object-src", "base-uri"):
            value = policy.get(name, policy.get("default-src", []) if name == "object-src" else [])
            if value not in (["'none'"], ["'self'"]):
                problems.append(f"{page.path}: {name} is {value}")
    report(problems)


def test_inline_scripts_are_named_by_hash(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        policy = policy_of(page)
        allowed = policy.get("script-src", policy.get("default-src", []))
        for script in page.text_of("script"):
            if script.element.get("src") is not None:
                continue
            if (script.element.get("type") or "").strip().lower() not in SCRIPT_TYPES:
                continue
            digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
            if f"'sha256-{digest}'" not in allowed:
                problems.append(f"{page.path}:{script.element.line} {script.text.strip()[:60]!r}")
    report(problems)


def test_no_style_attribute_no_handler_and_no_script_address(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        for element in page.elements:
            for name, value in element.attributes:
                script_address = value.strip().lower().startswith(("javascript:", "vbscript:"))
                if name == "style" or name.startswith("on") or name == "srcdoc" or script_address:
                    problems.append(f"{page.path}:{element.line} <{element.tag} {name}={value[:60]!r}>")
    report(problems)


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    problems = []
    for page in site.pages.values():
        for element in page.find(*LOADING, "link"):
            if element.tag == "link" and LINKS_ONLY & {*(element.get("rel") or "").split()}:
                continue
            for name in ("src", "href", "data", "srcset"):
                value = element.get(name) or ""
                if value.startswith(("http:", "https:", "//")):
                    problems.append(f"{page.path}:{element.line} <{element.tag} {name}={value}>")
    report(problems)
