"""Effectenarena and meting: the whole story in words, unknown said, nothing outside the drawing."""

from __future__ import annotations

import pytest
from drawn import Node, harmless, numbers, punt, read, reeks
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from watwerkt.site.charts import effectenarena, meting, meting_tekst
from watwerkt.views.onderbouwing import Stap

STAP = Stap(
    investering="Een coach",
    investeerder="gemeente <Deventer>",
    activiteit="Bewoners trainen",
    output="Veertig coaches",
    effect="Meer zelfredzaamheid",
    baathouder="",
    bronnen=(),
)


def test_arena_reads_as_one_sentence_from_investor_to_effect() -> None:
    root = read(effectenarena([STAP]))
    harmless(root)
    assert root.words() == (
        "Als we investeren in Wie investeert: gemeente <Deventer> Een coach en doen Bewoners trainen "
        "dan ontstaat Veertig coaches en daardoor Wie heeft er baat bij: onbekend Meer zelfredzaamheid"
    )


def test_arena_has_one_item_per_step_and_marks_who_is_unknown() -> None:
    root = read(effectenarena([STAP, STAP]))
    assert len(root.all("li")) == 2
    assert len(root.all(css_class="arena__deel")) == 8
    assert len(root.all(css_class="arena__wie--onbekend")) == 2


def test_arena_feet_are_markup_of_the_caller_and_one_per_step() -> None:
    root = read(effectenarena([STAP], voet=[Markup("<a>Rem</a>")]))
    assert root.all(css_class="arena__voet")[0].children[0].text == "Rem"
    with pytest.raises(ValueError, match="one entry per step"):
        effectenarena([STAP, STAP], voet=[Markup("x")])


VERLOOP = reeks(punt("2009", 2.4, 42), punt("2010", 2.9), punt("maart 2011", 3.6, 1038))


def svg_of(root: Node) -> Node:
    harmless(root)
    return root.all("svg")[0]


def test_each_moment_has_its_value_and_n_in_dutch_notation() -> None:
    svg = svg_of(read(meting([VERLOOP])))
    assert [t.text for t in svg.all(css_class="meting__moment")] == [
        "0-meting 2009 · n = 42",
        "2010 · n onbekend",
        "maart 2011 · n = 1.038",
    ]
    assert [t.text for t in svg.all(css_class="meting__waarde")] == ["2,4", "2,9", "3,6"]


def test_a_missing_beginning_and_a_missing_end_are_called_unknown() -> None:
    for gaps in (reeks(None, punt("2011", 41)), reeks(punt("2009", 41))):
        svg = svg_of(read(meting([gaps])))
        assert [t.text for t in svg.all(css_class="meting__onbekend")] == ["onbekend"]
        assert len(svg.all("circle")) == 1
    assert len(svg_of(read(meting([reeks(None)]))).all(css_class="meting__onbekend")) == 2


def test_the_axis_starts_at_zero() -> None:
    svg = svg_of(read(meting([reeks(punt("2009", 18_500), punt("2011", 12_250.5))])))
    assert [t.text for t in svg.all(css_class="meting__schaal")[0].children] == ["0", "20.000"]
    stems = [numbers(p.attributes["d"]) for p in svg.all(css_class="meting__steel")]
    assert stems[0][0] == stems[1][0]
    assert (stems[0][2] - stems[0][0]) / (stems[1][2] - stems[1][0]) == pytest.approx(18_500 / 12_250.5, rel=0.01)


def test_negative_values_lie_left_of_zero() -> None:
    svg = svg_of(read(meting([reeks(punt("2009", -1.4), punt("2010", 0.5))])))
    before, after = (numbers(p.attributes["d"]) for p in svg.all(css_class="meting__steel"))
    assert before[2] < before[0] < after[2]


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=6))
def test_any_values_stay_within_the_drawing(values: list[float]) -> None:
    first, *later = (punt(str(2000 + i), value, i) for i, value in enumerate(values))
    svg = svg_of(read(meting([reeks(first, *later)])))
    _, _, width, height = map(float, svg.attributes["viewbox"].split())
    for circle in svg.all("circle"):
        assert 0 <= float(circle.attributes["cx"]) <= width
        assert 0 <= float(circle.attributes["cy"]) <= height


@pytest.mark.parametrize(
    ("waarden", "beter", "zin"),
    [
        ((2.0, 3.5), "hoger", "1,5 hoger dan bij het begin, dat is vooruitgang."),
        ((2.0, 3.5), "lager", "1,5 hoger dan bij het begin, dat is achteruitgang."),
        ((2.0, 1.0), "", "1 lager dan bij het begin."),
        ((2.0, 2.0), "hoger", "Gelijk gebleven."),
    ],
)
def test_the_change_is_said_in_words(waarden: tuple[float, float], beter: str, zin: str) -> None:
    nul, later = waarden
    assert meting_tekst(reeks(punt("2009", nul), punt("2011", later), beter=beter)).endswith(zin)


def test_what_is_missing_is_said_in_words() -> None:
    assert meting_tekst(reeks(None, punt("2011", 41))) == "0-meting: onbekend; 2011: 41 punten ZRM."
    assert meting_tekst(reeks(punt("2009", 41))) == "0-meting (2009): 41. Latere meting: onbekend."


def test_several_indicators_have_their_own_ids() -> None:
    harmless(read(meting([VERLOOP, VERLOOP], id_prefix="m")))
