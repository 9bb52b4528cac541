"""The bar of one score in a table."""

from __future__ import annotations

from drawn import balk as score
from drawn import harmless, read
from hypothesis import given
from hypothesis import strategies as st

from watwerkt.site.charts import balk


@given(st.lists(st.floats(0, 100), min_size=3, max_size=3).map(sorted), st.booleans())
def test_a_bar_is_harmless_and_hidden_from_readers(values: list[float], loose: bool) -> None:
    laag, midden, hoog = values
    root = read(str(balk(score(midden, laag, hoog, voorlopig=loose))))
    harmless(root)
    (svg,) = root.children
    assert svg.attributes["aria-hidden"] == "true"
    assert len(svg.all(css_class="strip__score")) == 1
    assert bool(svg.all(css_class="strip__score")[0].attributes.get("stroke-dasharray")) is loose


def test_unknown_is_a_dashed_frame_with_a_question_mark() -> None:
    root = read(str(balk(score(None, 0, 100))))
    assert root.words() == "?"
    assert root.all(css_class="strip__leeg")
    assert not root.all(css_class="strip__score")


def test_certain_has_no_hatching_and_zero_no_solid_part() -> None:
    assert not read(str(balk(score(50, 50, 50)))).all(css_class="strip__arcering")
    assert not read(str(balk(score(0, 0, 50)))).all(css_class="strip__zeker")
