"""Wat werkt in de wijk: a knowledge base of effective interventions as checked YAML, scored and published.

The public Python interface is :func:`load`, which gives a :class:`Kennis`:

>>> import watwerkt
>>> kb = watwerkt.load("content")
>>> sum(praktijk.status == "gestopt" for praktijk in kb) == len(kb.filter(status="gestopt"))
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watwerkt.api import Kennis, load

__all__ = ["Kennis", "load"]


def __getattr__(name: str) -> object:
    # on first use: the layers of the package, and the command line, do not need the interface
    if name in __all__:
        from watwerkt import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
