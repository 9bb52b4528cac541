"""What a generated page is; the makers of pages share it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watwerkt.records.values import value
from watwerkt.views.drukwerk import rapportpad
from watwerkt.views.praktijk import verwante

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from watwerkt.views.index import Index, Link


@value
class Pagina:
    """A page to be rendered.

    ``pad`` is its path from the site root in directory form, ``bron`` the source file to edit (relative to the
    repository, empty when generated), ``bijgewerkt`` the ISO date of its content (empty when nobody wrote it down),
    ``scripts`` and ``stijlen`` what the page loads on top of the scripts and style sheets of every page (paths from the
    site root, in that order). A page that is ``verborgen`` can be reached but asks search engines to leave it out.
    ``rests_on`` tells what decides its content beside the code, the settings and all content that is no practice; a
    page without it rests on any practice. ``praktijk`` is the id of the practice that it is about, if there is one.
    """

    pad: str
    titel: str
    beschrijving: str
    sjabloon: str
    model: Callable[[], dict[str, Any]]
    kruimels: tuple[Link, ...] = ()
    bron: str = ""
    bijgewerkt: str = ""
    verhuisd_naar: str = ""
    verborgen: bool = False
    scripts: tuple[str, ...] = ()
    stijlen: tuple[str, ...] = ()
    rests_on: Callable[[], tuple[str, ...]] | None = None
    praktijk: str = ""


def on_content(index: Index, *others: object) -> tuple[str, ...]:
    """Return what decides a page that shows ``others``, which have a telling ``repr``, and no more of any practice."""
    return tuple(map(repr, (index.in_bladzijden, *others)))


def on_practices(index: Index, ids: Iterable[str], *others: object) -> tuple[str, ...]:
    """Return what decides a page that may show anything of these practices, and ``others``."""
    return (*map(index.records.__getitem__, ids), *on_content(index, *others))


def on_lines(index: Index, ids: Iterable[str], *others: object) -> tuple[str, ...]:
    """Return what decides a page that shows one line of each of these practices, and ``others``."""
    return (*map(index.regels.__getitem__, ids), *on_content(index, *others))


def on_all(index: Index, *others: object) -> tuple[str, ...]:
    """Return what decides a page that rests on all practices, but on the sentence ``kern`` of none, and ``others``."""
    return (index.kenmerken, *on_content(index, *others))


def on_practice(index: Index, praktijk_id: str, dag: date) -> tuple[str, ...]:
    """Return what decides the files about one practice: its record and its neighbours', its validity today, its PDF."""
    shown = (praktijk_id, *verwante(index, praktijk_id))
    pdf = index.drukwerk.get(rapportpad(praktijk_id))
    return on_practices(index, shown, index.uittreksels[praktijk_id].verlopen(dag), pdf)


def ready(**context: Any) -> Callable[[], dict[str, Any]]:
    """Return a model that is there already."""
    return lambda: context


def model(build: Callable[..., object], *arguments: object) -> Callable[[], dict[str, Any]]:
    """Return a model that is built, as ``p``, when its page is made."""
    return lambda: {"p": build(*arguments)}
