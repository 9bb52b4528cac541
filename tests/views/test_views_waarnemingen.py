"""What practices show of each criterion, as the pages of the dimensions tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from views_samples import kennisbank, praktijk, rendered, scan, words

from watwerkt.views.index import build_index
from watwerkt.views.waarnemingen import VOORBEELDEN, waarnemingen

if TYPE_CHECKING:
    from watwerkt.records import Praktijk


def with_levels(*levels: int | None) -> list[Praktijk]:
    """Return practices a, b, c … with these levels on the first criterion of the first dimension."""
    return [praktijk(chr(97 + n), scans=[scan((level, None))]) for n, level in enumerate(levels)]


def test_the_highest_level_comes_first_and_then_the_title() -> None:
    index = build_index(kennisbank(*with_levels(3, 4, 2, 4)))
    seen = waarnemingen(index)["aanpak", "eerste"]
    assert [(v.titel, v.niveau) for v in seen.voorbeelden] == [
        ("Praktijk b", "4 · volledig"),
        ("Praktijk d", "4 · volledig"),
        ("Praktijk a", "3 · grotendeels"),
    ]
    assert (seen.bekend, seen.totaal) == (4, 4)


def test_unknown_is_not_counted_and_a_low_level_is_no_example() -> None:
    index = build_index(kennisbank(*with_levels(2, 0, None), praktijk("z")))
    seen = waarnemingen(index)
    assert (seen["aanpak", "eerste"].bekend, seen["aanpak", "eerste"].totaal) == (2, 4)
    assert seen["aanpak", "eerste"].voorbeelden == ()
    assert ("aanpak", "tweede") not in seen


def test_there_are_never_more_examples_than_one_can_read() -> None:
    index = build_index(kennisbank(*with_levels(*[4] * 9)))
    assert len(waarnemingen(index)["aanpak", "eerste"].voorbeelden) == VOORBEELDEN


def test_the_page_of_a_dimension_names_examples_and_says_where_there_are_none() -> None:
    text = words(rendered(kennisbank(*with_levels(4, None)), "model/aanpak/"))
    assert "Om van te leren: Praktijk a (4 · volledig). Bekend bij 1 van de 2 praktijken." in text
    assert "Nog geen praktijk met niveau 3 of 4 op dit criterium. Bekend bij 0 van de 2 praktijken." in text
