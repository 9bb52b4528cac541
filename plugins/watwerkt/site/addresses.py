"""Addresses between pages: every target is a path from the site root, every link in a page is relative."""

from __future__ import annotations


def root_of(page: str) -> str:
    """Return the way from a page up to the site root: ``../../`` for ``praktijken/x/``, empty for the home page.

    ``page`` is a path from the site root in directory form.
    """
    return "../" * page.count("/")


def is_external(target: str) -> bool:
    """Whether a target is a full address that no page needs to adapt."""
    return target.startswith(("https:", "http:", "mailto:"))


def relative_url(target: str, root: str) -> str:
    """Return the address of ``target`` as written on a page whose way to the site root is ``root``.

    ``target`` is a path from the site root in directory form (``praktijken/x/``; the home page is the empty string)
    that may carry a query or fragment, or a full web address, which is returned as it is.
    """
    return target if is_external(target) else root + target or "./"
