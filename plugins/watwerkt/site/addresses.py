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


def relative_url(target: str, page: str) -> str:
    """Return the address of ``target`` as written on ``page``.

    Both are paths from the site root in directory form (``praktijken/x/``; the home page is the empty string);
    ``target`` may carry a query or fragment and may be a full web address, which is returned as it is.
    """
    if is_external(target):
        return target
    return f"{root_of(page)}{target}" or "./"
