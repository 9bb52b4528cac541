"""Neighbours and related practices: never the practice itself, and no more work than there are records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from views_samples import interventietype, kennisbank, praktijk

from watwerkt.views.index import LEGE_GROEP, Groep, build_index
from watwerkt.views.praktijk import VERWANT_MAXIMUM, praktijkpagina

if TYPE_CHECKING:
    from collections.abc import Iterator


DAY = date(2026, 11, 21)


@given(st.integers(1, 40), st.integers(0, 6), st.data())
def test_neighbours_are_the_nearest_others_of_the_group(size: int, aantal: int, data: st.DataObject) -> None:
    ids = tuple(f"p{n}" for n in range(size))
    own = data.draw(st.integers(0, size - 1))
    buren = Groep(ids, {pid: n for n, pid in enumerate(ids)}).buren(ids[own], aantal)
    assert ids[own] not in buren
    assert len(set(buren)) == len(buren) <= 2 * aantal
    assert set(buren) == {ids[n] for n in range(size) if n != own and abs(n - own) <= aantal}


def test_an_empty_group_has_no_neighbours() -> None:
    assert LEGE_GROEP.buren("x", 4) == ()


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.sampled_from(["geld", "wonen", "armoede"]), min_size=1, max_size=3, unique=True), max_size=12)
)
def test_related_practices_are_others_that_share_a_theme(themas: list[list[str]]) -> None:
    bank = kennisbank(*(praktijk(f"p{n}", themas=found) for n, found in enumerate(themas)))
    index = build_index(bank)
    for pid, record in bank.praktijken.items():
        verwant = [k.id for k in praktijkpagina(index, record, DAY).verwant]
        sharing = {p.id for p in bank.praktijken.values() if set(p.themas) & set(record.themas)} - {pid}
        assert pid not in verwant
        assert set(verwant) <= sharing
        assert len(verwant) == len(set(verwant))
        assert len(verwant) >= min(VERWANT_MAXIMUM, len(sharing), 1)


def test_related_practices_of_the_same_type_come_first() -> None:
    records = [praktijk(f"t{n}") for n in range(5)] + [
        praktijk("a", themas=["wonen"], interventietype="zorg"),
        praktijk("z", themas=["geld"], interventietype="zorg"),
    ]
    bank = kennisbank(*records, interventietypen=[interventietype("zorg", "Zorgteam")])
    verwant = [k.id for k in praktijkpagina(build_index(bank), bank.praktijken["z"], DAY).verwant]
    assert verwant[0] == "a"
    assert len(verwant) == VERWANT_MAXIMUM


def counted_slices(size: int) -> int:
    """Return how many ids are looked at to find the related practices of all records of a group."""

    class Counting(tuple[str, ...]):
        seen = 0

        def __getitem__(self, where: Any) -> Any:
            found = super().__getitem__(where)
            Counting.seen += len(found)
            return found

        def __iter__(self) -> Iterator[str]:
            Counting.seen += len(self)
            return super().__iter__()

    ids = Counting(f"p{n}" for n in range(size))
    groep = Groep(ids, {f"p{n}": n for n in range(size)})
    for n in range(size):
        groep.buren(f"p{n}", VERWANT_MAXIMUM)
    return Counting.seen


def test_the_work_for_all_neighbours_grows_in_line_with_the_group() -> None:
    small, large = counted_slices(100), counted_slices(1000)
    assert large <= 10.5 * small
