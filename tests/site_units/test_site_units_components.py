"""The template macros: unknown is shown, tables stay tables, and hostile text stays text."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from drawn import Node, harmless, read
from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(str(resources.files("watwerkt.site") / "templates"))
HOSTILE = "<script>alert(1)</script>\"' onload=x"


class Testable(StrictUndefined):
    """As the site's own renderer: an undefined value may be tested, never printed."""

    __slots__ = ()
    __test__ = False

    def __bool__(self) -> bool:
        return False


ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=Testable)


def render(source: str, **values: object) -> Node:
    root = read(ENVIRONMENT.from_string('{% import "components.html" as c %}' + source).render(**values))
    harmless(root)
    return root


@pytest.mark.parametrize("n", range(5))
def test_a_level_has_four_squares_and_its_word(n: int) -> None:
    root = render("{{ c.niveau(n, 'Aanzet') }}", n=n)
    assert len(root.all(css_class="niveau__blok")) == 4
    assert len(root.all(css_class="niveau__blok--vol")) == n
    assert root.words() == f"{n} · aanzet"


def test_an_unknown_level_is_dashed_and_said() -> None:
    root = render("{{ c.niveau(none) }}")
    assert root.all(css_class="niveau--onbekend")
    assert not root.all(css_class="niveau__blok--vol")
    assert root.words() == "Onbekend"


def test_a_fact_without_value_is_unknown_and_invites() -> None:
    root = render("{{ c.feiten([{'label': 'Kosten', 'waarde': none, 'vulaan': 'x.yml'}, {'label': 'Bereik'}]) }}")
    assert [n.words() for n in root.all("dd")] == ["Onbekend Weet u het? Vul aan", "Onbekend"]


def test_zero_is_not_unknown() -> None:
    root = render("{{ c.feiten([{'label': 'Bereik', 'waarde': 0}]) }}{{ c.cel('Bereik', 0) }}")
    assert not root.all(css_class="onbekend")


def test_a_table_keeps_its_roles_when_css_changes_its_display() -> None:
    root = render(
        "{% call c.tabel('Criteria', ['Criterium', 'Niveau']) %}{% call c.rij() %}"
        "{{ c.rijkop('Meten', 'Criterium') }}{{ c.cel('Niveau') }}{% endcall %}{% endcall %}"
    )
    roles = [(n.tag, n.attributes.get("role")) for n in root.all() if "role" in n.attributes]
    assert roles == [
        ("table", "table"),
        ("thead", "rowgroup"),
        ("tr", "row"),
        ("th", "columnheader"),
        ("th", "columnheader"),
        ("tbody", "rowgroup"),
        ("tr", "row"),
        ("th", "rowheader"),
        ("td", "cell"),
    ]
    assert root.all("caption")[0].text == "Criteria"
    assert root.all("td")[0].attributes["data-label"] == "Niveau"
    assert root.all("td")[0].words() == "Onbekend"


def test_a_wide_table_scrolls_in_a_named_region_that_the_keyboard_reaches() -> None:
    region = render("{% call c.tabel('Scores', ['Praktijk'], 'raster') %}{% endcall %}").children[0]
    assert region.attributes["role"] == "region"
    assert region.attributes["aria-label"] == "Scores"
    assert region.attributes["tabindex"] == "0"


def test_a_field_names_its_hint_and_its_error() -> None:
    root = render("{{ c.veld('kern', 'In één zin', hint='Kort.', fout='Te lang.') }}")
    field = root.all("input")[0].attributes
    ids = {n.attributes["id"]: n.text for n in root.all("p")}
    assert [ids[key] for key in field["aria-describedby"].split()] == ["Kort.", "Te lang."]
    assert field["aria-invalid"] == "true"
    assert root.all("label")[0].attributes["for"] == field["id"]


def test_an_optional_field_says_so() -> None:
    root = render("{{ c.veld('kern', 'Kern', verplicht=false) }}")
    assert "(optioneel)" in root.words()
    assert "aria-required" not in root.all("input")[0].attributes


@pytest.mark.parametrize(
    "call",
    [
        "c.chip(x)",
        "c.chip(x, '', x)",
        "c.chips([x, {'tekst': x, 'url': x}])",
        "c.feiten([{'label': x, 'waarde': x, 'url': x}])",
        "c.knop(x, x, 'hoofd', x)",
        "c.actie(x, 'a', '', {'data-x': x})",
        "c.niveau(1, x)",
        "c.punt(x, x, 'hiel', x, x)",
        "c.melding(x, x, 'fout')",
        "c.profiel(x, x, x, x)",
        "c.inhoudsopgave([{'id': x, 'titel': x}])",
        "c.kaart({'titel': x, 'url': x, 'kern': x, 'plaats': x, 'chips': [x], 'strip': x, 'oordeel': x, 'feit': x})",
        "c.cijfers([{'getal': x, 'wat': x, 'url': x}])",
        "c.ingang(x, x, x, x, [{'tekst': x, 'url': x}])",
        "c.stappen([{'titel': x, 'tekst': x, 'label': x, 'url': x}])",
        "c.veld('a', x, 'textarea', x, x, '', true, x)",
        "c.kop(x, x, x)",
        "c.cel(x, x) ",
    ],
)
def test_hostile_text_stays_text(call: str) -> None:
    root = render(f"{{{{ {call} }}}}", x=HOSTILE)
    assert "alert(1)" in str(root)
