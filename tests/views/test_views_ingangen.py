"""Ready-made pages per doelgroep and gemeente exist exactly where there are practices."""

from __future__ import annotations

from views_samples import LIJSTEN, kennisbank, lijst, page_at, praktijk, rendered

from watwerkt.site.pages import all_pages
from watwerkt.views.index import build_index
from watwerkt.views.ingangen import doelgroepingangen, gemeente_ingangen

DOELGROEPEN = lijst(
    "doelgroepen",
    {"ouderen": "Ouderen", "kinderen": "Kinderen", "bewoner": "Bewoners"},
    ouderen={"groep": "levensfase"},
    kinderen={"groep": "levensfase"},
)
BANK = kennisbank(
    praktijk("een", doelgroepen=["ouderen", "bewoner"], locaties=[{"gemeente": "Deventer"}, {"gemeente": "GM0363"}]),
    praktijk("twee", doelgroepen=["ouderen"], locaties=[{"gemeente": "GM0150"}]),
    lijsten=(*(x for x in LIJSTEN if x.id != "doelgroepen"), DOELGROEPEN),
)


def paden(voor: str) -> list[str]:
    return [pagina.pad for pagina in all_pages(BANK) if pagina.pad.startswith(voor)]


def test_pages_only_where_there_are_practices() -> None:
    assert paden("doelgroepen/") == ["doelgroepen/", "doelgroepen/ouderen/", "doelgroepen/bewoner/"]
    assert sorted(paden("gemeenten/")) == ["gemeenten/", "gemeenten/GM0150/", "gemeenten/GM0363/"]


def test_a_term_in_none_of_the_lists_keeps_its_page() -> None:
    groepen = {g.id: [p.link.tekst for p in g.paginas] for g in doelgroepingangen(build_index(BANK))}
    assert groepen == {"levensfase": ["Ouderen"], "overig": ["Bewoners"]}


def test_a_gemeente_without_province_is_still_shown() -> None:
    (groep,) = gemeente_ingangen(build_index(BANK))
    assert [(p.link.tekst, len(p.kaarten)) for p in groep.paginas] == [("Deventer", 2), ("Amsterdam", 1)]


def test_the_page_leads_on_to_the_filtered_catalogue() -> None:
    assert 'href="../../praktijken/?levensfase=ouderen"' in rendered(BANK, "doelgroepen/ouderen/")
    assert 'href="../../praktijken/?gemeente=GM0150"' in rendered(BANK, "gemeenten/GM0150/")


def test_an_empty_knowledge_base_has_overviews_that_say_so() -> None:
    assert page_at(kennisbank(), "gemeenten/")
    assert "Nog geen praktijken" in rendered(kennisbank(), "doelgroepen/")
