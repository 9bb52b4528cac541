"""Data scripts hold nothing that ends a script element, and read back as the data that went in."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from views_samples import kennisbank, praktijk

from watwerkt.site.data import catalogus_js, data_files, praktijk_js
from watwerkt.views.index import build_index

EVIL = "</script><img src=x onerror=1> \u2028 ]]> & __proto__"
DAY = date(2026, 11, 21)
ROOT = Path("nergens")
INDEX = build_index(kennisbank(praktijk("constructor", titel=EVIL), praktijk("gewoon")))


def read_back(script: str) -> object:
    match = re.search(r"= (\{.*\});\n\Z", script)
    assert match
    return json.loads(match.group(1))


def test_text_of_records_cannot_leave_the_script() -> None:
    for made in (catalogus_js(INDEX, DAY), praktijk_js(INDEX, "constructor", DAY)):
        script = made.decode()
        assert not set("<>&\u2028") & set(script.replace("= {", "", 1)), script[:80]
        assert json.dumps(EVIL)[1:9] not in script


def test_data_reads_back() -> None:
    data = read_back(catalogus_js(INDEX, DAY).decode())
    assert isinstance(data, dict)
    assert {rij["id"]: rij["titel"] for rij in data["praktijken"]} == {
        "constructor": EVIL,
        "gewoon": "Praktijk gewoon",
    }


def test_entries_of_practices_live_in_a_table_without_prototype() -> None:
    script = praktijk_js(INDEX, "constructor", DAY).decode()
    assert "Object.create(null)" in script
    assert 'WATWERKT.praktijken["constructor"] = ' in script


def test_every_file_is_made_again_with_the_same_bytes() -> None:
    names = [file.name for file in data_files(INDEX, DAY, ROOT)]
    assert len(names) == len(set(names))
    assert {"catalogus.js", "praktijk/constructor.js", "praktijk/gewoon.js"} <= set(names)
    assert [file.make() for file in data_files(INDEX, DAY, ROOT)] == [
        file.make() for file in data_files(INDEX, DAY, ROOT)
    ]
