"""Relative addresses lead to their target from any page, below any base path."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watwerkt.site.addresses import relative_url, root_of

segment = st.text("abyz-019", min_size=1, max_size=8)
folders = st.lists(segment, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
files = st.builds(lambda folder, name, end: f"{folder}{name}.{end}", folders, segment, st.sampled_from(["yml", "css"]))
tails = st.one_of(
    st.just(""),
    segment.map(lambda text: f"#{text}"),
    segment.map(lambda text: f"?q={text}"),
    st.builds(lambda query, fragment: f"?q={query}#{fragment}", segment, segment),
    st.sampled_from(["?q=https://elders.example/x", "#a?b", "?naar=../x/", "?q=mailto:x"]),
)
bases = st.sampled_from(
    [
        "https://watwerktindewijk.example/",
        "https://gemeente.example/sub/dir/",
        "http://localhost:8000/a/b/c/",
        "file:///media/stick/site/",
    ]
)


@given(bases, folders, st.one_of(folders, files), tails)
def test_a_browser_arrives_at_the_target(base: str, page: str, path: str, tail: str) -> None:
    relative = relative_url(f"{path}{tail}", root_of(page))
    assert urljoin(base + page, relative) == f"{base}{path}{tail}"


@given(folders, st.one_of(folders, files), tails)
def test_the_address_is_relative_and_never_empty(page: str, path: str, tail: str) -> None:
    relative = relative_url(f"{path}{tail}", root_of(page))
    parts = urlsplit(relative)
    assert relative
    assert not relative.startswith("/")
    assert (parts.scheme, parts.netloc) == ("", "")


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("", "", "./"),
        ("", "praktijken/x/", "../../"),
        ("praktijken/", "", "praktijken/"),
        ("praktijken/x/#meting", "praktijken/x/quickscan/", "../../../praktijken/x/#meting"),
        ("#boven", "", "#boven"),
        ("praktijken/x.yml", "praktijken/x/", "../../praktijken/x.yml"),
        ("praktijken/", "404.html", "praktijken/"),
    ],
)
def test_addresses_as_written(target: str, page: str, address: str) -> None:
    assert relative_url(target, root_of(page)) == address


@pytest.mark.parametrize(
    "target", ["https://www.voorbeeld.nl/a?b#c", "http://voorbeeld.nl", "mailto:redactie@voorbeeld.example"]
)
def test_full_addresses_stay_as_they_are(target: str) -> None:
    assert relative_url(target, root_of("praktijken/x/")) == target
