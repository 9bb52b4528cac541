"""The tokens keep their promise: enough contrast in every palette, and no colour or size outside them."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib import resources

import pytest

from watwerkt.tokens import PALETTEN, PAREN, Paar, Palet, contrast, luminance, tokens_css

STATIC = resources.files("watwerkt.site") / "static"
SITE_CSS = (STATIC / "site.css").read_text("utf-8")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#ffffff", 1.0)],
)
def test_contrast_follows_wcag(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_luminance_runs_from_black_to_white() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


@pytest.mark.parametrize("naam", PALETTEN)
@pytest.mark.parametrize("paar", PAREN, ids=lambda p: f"{p.voor}-op-{p.achter}")
def test_every_used_pair_has_enough_contrast(paar: Paar, naam: str) -> None:
    palet = PALETTEN[naam]
    found = contrast(getattr(palet, paar.voor), getattr(palet, paar.achter))
    assert found >= paar.minimum, f"{paar.waar} ({naam}): {found:.2f}"


def test_every_colour_is_in_a_pair_or_decorative() -> None:
    in_pairs = {name for paar in PAREN for name in (paar.voor, paar.achter)}
    assert {f.name for f in fields(Palet)} - in_pairs == {"lijn"}


@pytest.mark.parametrize("palet", PALETTEN.values(), ids=PALETTEN)
def test_colours_are_full_hexadecimal(palet: Palet) -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", getattr(palet, f.name)) for f in fields(palet))


def test_tokens_css_is_balanced_and_has_every_palette() -> None:
    css = tokens_css()
    assert css.count("{") == css.count("}")
    for palet in PALETTEN.values():
        assert f"--papier: {palet.papier};" in css
    assert css.index("@media print") > css.index('[data-scheme="donker"]'), "paper must win over a chosen palette"


def test_site_css_uses_only_known_properties_and_no_colour_of_its_own() -> None:
    defined = set(re.findall(r"(--[\w-]+):", tokens_css() + SITE_CSS))
    assert set(re.findall(r"var\((--[\w-]+)", SITE_CSS)) <= defined
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", SITE_CSS)
    assert not re.findall(r"\b(?:rgba?|hsla?)\(", SITE_CSS)


def test_assets_stay_small_and_load_nothing_from_elsewhere() -> None:
    script = (STATIC / "basis.js").read_text("utf-8")
    assert len(SITE_CSS.encode()) < 56_000
    assert len(script.encode()) < 8_000
    assert not re.findall(r"url\(|@import|https?:", SITE_CSS)
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|eval\(|document\.write|fetch\(|https?:", script)


def test_motion_only_for_whoever_allows_it() -> None:
    outside = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", "", SITE_CSS, flags=re.DOTALL)
    assert not re.findall(r"\b(?:transition|animation|scroll-behavior)\b", outside)
