"""The 4+1 strip draws exactly what the numbers say, in every size, readable on the smallest phone."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, get_args

import pytest
from drawn import PROFIEL, balk, harmless, numbers, read
from hypothesis import given
from hypothesis import strategies as st

from watwerkt.site.charts import Maat, strip
from watwerkt.site.charts.svg import fit, hatch, text_width
from watwerkt.views.profiel import strip_tekst

if TYPE_CHECKING:
    from drawn import Node

    from watwerkt.views.profiel import Balk

MATEN = get_args(Maat)
PHONE_ROOM = 264
"""Width in CSS pixels that a strip has within a card on a screen of 320 pixels."""


def drawing(*balken: Balk, maat: Maat = "middel") -> Node:
    root = read(strip(balken, maat=maat, id_prefix="p", titel="Profiel van PAK"))
    harmless(root)
    return root.children[0]


@st.composite
def balken(draw: st.DrawFn) -> Balk:
    score = draw(st.none() | st.floats(0, 100))
    laag, hoog = sorted((draw(st.floats(0, 100)), draw(st.floats(0, 100))))
    kort = draw(st.text("abmwij<&\"'", min_size=2, max_size=14))
    return balk(score, laag, hoog, kort, plus=draw(st.booleans()), voorlopig=draw(st.booleans()))


@given(st.lists(balken(), max_size=9), st.sampled_from(MATEN))
def test_any_profile_is_a_sound_drawing(profile: list[Balk], maat: Maat) -> None:
    svg = drawing(*profile, maat=maat)
    assert svg.attributes["role"] == "img"
    _, _, width, height = map(float, svg.attributes["viewbox"].split())
    for text in svg.all("text"):
        assert 0 <= float(text.attributes["x"]) <= width
        assert 0 <= float(text.attributes["y"]) <= height


def test_the_drawing_names_itself_and_tells_its_content() -> None:
    svg = drawing(*PROFIEL)
    named = {n.attributes["id"]: n for n in svg.all() if "id" in n.attributes}
    title, description = (named[key] for key in svg.attributes["aria-labelledby"].split())
    assert title.text == "Profiel van PAK"
    assert description.text == strip_tekst(PROFIEL)


def test_without_a_prefix_it_has_a_label_and_no_ids() -> None:
    root = read(strip(PROFIEL, titel='Profiel van "PAK"'))
    assert root.children[0].attributes["aria-label"].startswith('Profiel van "PAK". Aanpak: 85 van 100')
    assert not [n for n in root.all() if "id" in n.attributes]


def test_the_sentence_says_everything() -> None:
    assert strip_tekst(PROFIEL) == (
        "Aanpak: 85 van 100, tussen 72 en 90; meten: 30 van 100, tussen 25 en 55; coalitie: 80 van 100; "
        "entrepreneurschap: 88 van 100, tussen 10 en 92, voorlopig; plus duurzaam: niet beoordeeld."
    )
    assert strip_tekst(()) == "Niets beoordeeld."


def test_numbers_and_names_stand_below() -> None:
    svg = drawing(*PROFIEL)
    assert [t.text for t in svg.all(css_class="strip__getal")[0].children] == ["85", "30", "80", "(88)", "–"]
    names = [t.text for t in svg.all(css_class="strip__naam")[0].children]
    assert names == ["aanpak", "meten", "coalitie", "entrepr.", "duurzaam"]


def test_solid_is_certain_hatched_is_possible_and_the_line_is_the_score() -> None:
    svg = drawing(balk(50, 25, 75))
    frame, solid, tint = (
        numbers(svg.all(css_class=f"strip__{k}")[0].attributes["d"]) for k in ("kader", "zeker", "kan")
    )
    full = 68 - 3
    assert frame[1] == 5
    assert solid[3] == pytest.approx(full * 0.25, abs=0.1)
    assert tint[3] == pytest.approx(full * 0.50, abs=0.1)
    assert tint[1] + tint[3] == pytest.approx(solid[1], abs=0.15)
    line = numbers(svg.all(css_class="strip__score")[0].attributes["d"])
    assert line[1] == pytest.approx(solid[1] - full * 0.25, abs=0.15)


def test_everything_known_has_no_hatching() -> None:
    svg = drawing(balk(80, 80, 80))
    assert not svg.all(css_class="strip__arcering")
    assert not svg.all(css_class="strip__kan")


def test_a_score_of_zero_is_not_unknown() -> None:
    svg = drawing(balk(0, 0, 0))
    assert not svg.all(css_class="strip__leeg")
    assert svg.all(css_class="strip__score")
    assert svg.all(css_class="strip__getal")[0].words() == "0"


def test_not_assessed_is_a_dashed_frame_with_a_question_mark() -> None:
    svg = drawing(balk(None, 0, 100))
    assert "stroke-dasharray" in svg.all(css_class="strip__leeg")[0].attributes
    assert svg.all(css_class="strip__vraag")[0].words() == "?"
    assert not svg.all(css_class="strip__zeker") + svg.all(css_class="strip__arcering")


def test_provisional_has_a_broken_line_and_brackets() -> None:
    line = drawing(balk(35, 20, 60, voorlopig=True)).all(css_class="strip__score")[0]
    assert "strip__score--voorlopig" in line.attributes["class"]
    assert "stroke-dasharray" in line.attributes


def test_a_plus_stands_before_each_plus_dimension() -> None:
    assert not drawing(balk(1, 1, 1)).all(css_class="strip__plus")
    svg = drawing(balk(1, 1, 1), balk(2, 2, 2, plus=True))
    start = numbers(svg.all(css_class="strip__plus")[0].attributes["d"])[0]
    first, second = (float(t.attributes["x"]) for t in svg.all(css_class="strip__getal")[0].children)
    assert first < start < second


@pytest.mark.parametrize("maat", MATEN)
def test_text_is_at_least_twelve_pixels_on_the_smallest_phone(maat: Maat) -> None:
    width = float(drawing(*PROFIEL, maat=maat).attributes["viewbox"].split()[2])
    css = (resources.files("watwerkt.site") / "static" / "site.css").read_text("utf-8")
    rule = re.search(rf"\.strip--{maat} text {{ font-size: ([\d.]+)px; }}", css)
    size = float(rule[1]) if rule else 12.0
    assert size * min(1.0, PHONE_ROOM / width) >= 11.6, (size, width)


@pytest.mark.parametrize("prefix", ["1a", "a b", 'a"', "a<", "-a"])
def test_a_prefix_that_is_no_id_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="id prefix"):
        strip(PROFIEL, id_prefix=prefix)


@given(
    *(st.floats(0, 300) for _ in range(2)),
    *(st.floats(1, 120) for _ in range(2)),
    st.sampled_from([4.5, 5.0, 6.5]),
)
def test_hatching_stays_within_its_rectangle(x: float, y: float, width: float, height: float, step: float) -> None:
    for piece in filter(None, hatch(x, y, width, height, step).split("M")):
        x1, y1, x2, y2 = numbers(piece)
        assert x2 - x1 == pytest.approx(y1 - y2, abs=0.21)
        for px, py in ((x1, y1), (x2, y2)):
            assert x - 0.06 <= px <= x + width + 0.06
            assert y - 0.06 <= py <= y + height + 0.06


def test_short_names_are_cut_to_fit() -> None:
    assert fit("meten", 100, 12) == "meten"
    short = fit("entrepreneurschap", 49, 12)
    assert short == "entrepr."
    assert text_width(short, 12) <= 49
    assert fit("mmmmmmmm", 1, 12) == "mmm."
