"""A long list is complete over its pages, and each of them leads to the others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from views_samples import kennisbank, praktijk

from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import Renderer
from watwerkt.views.bladzijden import Kaartgroep, bladzijden
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from watwerkt.views.bladzijden import Bladzijde

PRACTICES = 5
PER = 2


def flat(lijst: tuple[Bladzijde, ...]) -> list[tuple[str, Any]]:
    return [(groep.titel, kaart) for deel in lijst for groep in deel.groepen for kaart in groep.kaarten]


@given(st.lists(st.integers(0, 7), max_size=6), st.integers(1, 9))
def test_pages_hold_the_whole_list_in_order(sizes: list[int], per: int) -> None:
    cards: list[Any] = [tuple(range(size)) for size in sizes]
    groups = [Kaartgroep(f"groep-{number}", str(number), members) for number, members in enumerate(cards)]
    lijst = bladzijden(lambda: groups, sum(sizes), per, "lijst/", "vervolg/")
    assert flat(lijst) == [(group.titel, card) for group in groups for card in group.kaarten]
    assert all(sum(len(g.kaarten) for g in deel.groepen) == per for deel in lijst[:-1])
    assert len(lijst) == max(1, -(-sum(sizes) // per))
    assert lijst[0].adressen == ("lijst/", *(f"vervolg/{n}/" for n in range(2, len(lijst) + 1)))
    assert [deel.vorige for deel in lijst] == [None, *lijst[0].adressen[:-1]]
    assert [deel.volgende for deel in lijst] == [*lijst[0].adressen[1:], None]


def test_every_list_can_be_read_to_its_end_by_links() -> None:
    records = (praktijk(f"p{n}", titel=f"Praktijk {n}", themas=["wonen"]) for n in range(PRACTICES))
    index = replace(build_index(kennisbank(*records)), lijstdeel=PER)
    paginas = {pagina.pad: pagina for pagina in all_pages(index.kennisbank, index)}
    renderer = Renderer({"bewerk_url": ""})
    lists = ["praktijken/", "themas/wonen/", *(pad for pad in paginas if re.fullmatch("overzicht/[^/]+/", pad))]
    assert len(lists) > 8
    for start in lists:
        ids, pad, steps = [], start, 0
        while pad:
            html = renderer.html(paginas[pad])
            ids += re.findall(r'<li class="regel" data-id="(\w+)"', html)
            assert len(re.findall('aria-current="page"><span class="verborgen">', html)) >= 1
            way = re.search(r'rel="next" href="((?:\.\./)+)([^"]+)"', html)
            pad, steps = way[2] if way else "", steps + 1
        assert sorted(set(ids)) == [f"p{n}" for n in range(PRACTICES)]
        assert steps == -(-len(ids) // PER)


def test_a_short_list_is_one_page_of_cards() -> None:
    bank = kennisbank(*(praktijk(f"p{n}") for n in range(PRACTICES)))
    paginas = list(all_pages(bank, replace(build_index(bank), lijstdeel=PRACTICES)))
    assert not [pagina.pad for pagina in paginas if pagina.sjabloon == "vervolg.html"]
    (lijst,) = (pagina for pagina in paginas if pagina.pad == "praktijken/")
    assert "regels" not in Renderer({"bewerk_url": ""}).html(lijst)
