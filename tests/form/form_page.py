"""What tests do with the form: open it as a newcomer, put a file in, read what comes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from browsing import WIDE

from watwerkt.reading.document import parse

if TYPE_CHECKING:
    from browsing import Scheme, Tab, Visitors

PAGE = "meedoen/formulier/index.html"
RESULT = "#bestanden section:last-child textarea"
COMPLETE = {
    "id": "buurtkeuken-oost",
    "titel": "Buurtkeuken Oost",
    "kern": "Buren koken elke week samen en leren elkaar zo kennen.",
    "samenvatting": "Elke week koken buren samen in het buurthuis.\nWie alleen is, wordt thuis opgehaald.",
    "soort": "bewonersinitiatief",
    "themas": ["armoede-en-schulden"],
    "doelgroepen": ["volwassenen"],
    "status": "lopend",
    "record_status": "concept",
    "bijgewerkt": "2026-11-21",
}


def start(visitors: Visitors, query: str = "", *, root: str = "", width: int = WIDE, scheme: Scheme = "light") -> Tab:
    """Open the form as somebody who was never here."""
    tab = visitors.tab(width, scheme, root=root)
    tab.visit("404.html")
    tab.run("() => { localStorage.clear(); }")
    tab.visit(PAGE + query)
    return tab


def put_in(tab: Tab, text: str | bytes, name: str = "record.yml") -> None:
    """Choose a file and wait until the form has said what it made of it."""
    raw = text.encode() if isinstance(text, str) else text
    tab.run("() => document.getElementById('laadmelding').replaceChildren()")
    tab.page.set_input_files("#bestand", {"name": name, "mimeType": "application/yaml", "buffer": raw})
    tab.page.locator("#laadmelding .melding__titel").wait_for()


def put_in_data(tab: Tab, data: Any) -> None:
    """Put a record in as JSON, which is YAML too."""
    put_in(tab, json.dumps(data))


def told(tab: Tab) -> str:
    """What the form says about the file."""
    return tab.page.locator("#laadmelding").inner_text()


def result(tab: Tab) -> str:
    """The text of the record."""
    return tab.page.locator(RESULT).input_value()


def result_data(tab: Tab) -> Any:
    """The record as our reader reads it."""
    document = parse(result(tab).encode(), "")
    assert not [f for f in document.findings if f.niveau == "fout"], document.findings
    return document.data


def settle(tab: Tab) -> None:
    """Wait until typing has been taken in."""
    tab.page.wait_for_timeout(400)
