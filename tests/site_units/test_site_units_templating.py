"""Our shorter ways through Jinja2 print what Jinja2 as it comes prints."""

from __future__ import annotations

import gc
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import UndefinedError
from markupsafe import Markup, escape

from watwerkt.knowledge.loading import load
from watwerkt.knowledge.workers import collector_paused
from watwerkt.site import rendering
from watwerkt.site.pages import all_pages
from watwerkt.site.rendering import Renderer
from watwerkt.site.templating import QuickEnvironment, QuietWhenTested, compiled_before
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from watwerkt.site.pagina import Pagina

CONTENT = Path(__file__).resolve().parents[2] / "content"
SITE = {"bewerk_url": "https://forge.example/edit/?a=1&b=<2>", "forge": {}}
HOSTILE = "<script>\"'&amp;</script>"
PER_TEMPLATE = 3


class PlainEnvironment(QuickEnvironment):
    """The same options with the code and the templates of Jinja2."""

    code_generator_class = CodeGenerator
    template_class = Template

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.bytecode_cache = None


class Branded(str):
    """A text of a class of its own."""

    __slots__ = ()


class Drawn:
    """A value that says itself how it is printed."""

    def __html__(self) -> str:
        return "<b>drawn</b>"


def _sampled() -> list[Pagina]:
    index, sampled = build_index(load(CONTENT)), defaultdict(list)
    for pagina in all_pages(index.kennisbank, index):
        if len(sampled[pagina.sjabloon]) < PER_TEMPLATE:
            sampled[pagina.sjabloon].append(pagina)
    return [pagina for paginas in sampled.values() for pagina in paginas]


def test_every_template_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    sampled, quick = _sampled(), Renderer(SITE)
    monkeypatch.setattr(rendering, "QuickEnvironment", PlainEnvironment)
    plain = Renderer(SITE)
    assert len({pagina.sjabloon for pagina in sampled}) > 20
    assert [p.pad for p in sampled if quick.html(p) != plain.html(p)] == []


def test_a_page_is_gone_when_it_was_written() -> None:
    """A build keeps the collector of garbage off, so whatever refers to itself would stay."""
    index, renderer = build_index(load(CONTENT)), Renderer(SITE)
    pagina = next(pagina for pagina in all_pages(index.kennisbank, index) if pagina.sjabloon == "praktijk.html")
    with collector_paused():
        renderer.html(pagina)
        gc.collect()
        renderer.html(pagina)
        assert gc.collect() == 0


@pytest.mark.parametrize("value", [HOSTILE, Markup("<i>safe</i>"), Branded(HOSTILE), Drawn(), None, 1.5, ("<", 1)])
def test_a_value_is_printed_as_markupsafe_escapes_it(value: Any) -> None:
    assert QuickEnvironment().from_string("{{ x }}").render(x=value) == escape(value)


MACROS = """
{%- macro plain(a, b='x') %}<{{ a }}|{{ b }}>{% endmacro -%}
{%- macro called(a) %}<{{ a }}|{{ caller() }}>{% endmacro -%}
{%- macro maybe(a) %}<{{ a }}{% if caller %}|{{ caller() }}{% endif %}>{% endmacro -%}
{%- macro all(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro -%}
"""


@pytest.mark.parametrize(
    "call",
    [
        "{{ plain(h) }}{{ plain(h, h) }}",
        "{{ plain() }}",
        "{{ plain(1, 2, 3) }}",
        "{{ plain(1, c=3) }}",
        "{% call called(h) %}{{ h }}{% endcall %}",
        "{% call plain(h) %}{{ h }}{% endcall %}",
        "{{ called(h) }}",
        "{{ maybe(h) }}{% call maybe(h) %}{% call maybe(h) %}{{ h }}{% endcall %}{% endcall %}",
        "{{ all(h) }}{{ all(h, h, z=h) }}",
        "{% set t = plain(h) %}{{ t }}{{ t ~ h }}{{ t|lower }}",
        "{% set t %}{{ h }}{% endset %}{{ t }}",
        "{% for x in [h, h] %}{{ loop.index }}{{ plain(x) }}{% endfor %}",
        "{% for x in h %}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.previtem or '' }}{% endfor %}",
        "{% for x in [] %}{{ loop.index }}{% else %}{{ h }}{% endfor %}",
        "{% for x in h %}{{ loop.previtem }}{% endfor %}",
        "{{ weg or h }}",
        "{{ weg }}",
    ],
)
def test_a_macro_is_called_as_jinja_calls_it(call: str) -> None:
    assert _outcome(QuickEnvironment(), call) == _outcome(PlainEnvironment(), call)


def _outcome(environment: Environment, call: str) -> tuple[str, str]:
    try:
        return "printed", environment.from_string(MACROS + call).render(h=HOSTILE)
    except TypeError:
        return "refused", ""
    except UndefinedError as error:
        return "undefined", str(error)


def test_a_macro_takes_its_arguments_by_place() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'a'"):
        QuickEnvironment().from_string(MACROS + "{{ plain(a=1) }}").render()


def test_what_is_undefined_can_be_tested_and_never_printed() -> None:
    assert not QuietWhenTested(name="weg")
    with pytest.raises(UndefinedError):
        QuickEnvironment().from_string("{{ x }}").render(x=QuietWhenTested(name="weg"))


def test_compiled_templates_are_kept_for_one_version_of_the_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "rendering.py").write_text("trim = True\n", encoding="utf-8")
    first, again = compiled_before(tmp_path), compiled_before(tmp_path)
    (tmp_path / "rendering.py").write_text("trim = False\n", encoding="utf-8")
    other = compiled_before(tmp_path)
    assert first
    assert again
    assert other
    assert first.directory == again.directory != other.directory
