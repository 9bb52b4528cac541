"""Breaks one valid record in one way at a time, and knows where: each break is put where a marker stood.

The record uses every field of the model. Positions come from counting characters in the text, not from the reader
that is being tested.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watwerkt.knowledge.loading import load
from watwerkt.knowledge.references import kind_of
from watwerkt.reading.dates import MAANDEN
from watwerkt.reading.document import parse
from watwerkt.reading.shapes import Kind, Shape, fields_of, owner_of, record_shape
from watwerkt.records import Graad, Praktijk
from watwerkt.submission.template import template
from watwerkt.submission.yaml_text import SCHEMA_LINE, yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = Path(__file__).parents[2] / "content"
NAME = "mijn-praktijk"
MARK = "SABOTAGE"
LONG = "woord " * 1200

Step = str | int
Path_ = tuple[Step, ...]


@dataclass(frozen=True)
class Break:
    """One way to break the record: the text with the marker, what takes its place, and the codes that may follow.

    ``pad`` is where it happens and ``good`` the value that stood there, as JSON. ``offset`` counts the characters from
    the marker to the fault: a telephone number stands inside a text, and of an empty value only the key is left.
    """

    naam: str
    pad: Path_
    marked: str
    raw: str
    codes: frozenset[str]
    good: str = ""
    offset: int = 0

    @property
    def text(self) -> str:
        """The broken file."""
        return self.marked.replace(MARK, self.raw, 1)

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the fault, counted from 1."""
        at = self.marked.index(MARK)
        return self.marked.count("\n", 0, at) + 1, at - self.marked.rfind("\n", 0, at) + self.offset


def small_content(folder: Path) -> Path:
    """Copy what the record refers to, and nothing else, so that a check is quick."""
    root = folder / "content"
    for name in ("begrippen", "model"):
        shutil.copytree(CONTENT / name, root / name, ignore=shutil.ignore_patterns("*.md"))
    for name in ("bronnen", "interventietypen", "praktijken"):
        (root / name).mkdir()
    text = whole_text()
    needed = {*re.findall(r"bron: ([a-z0-9-]+)$", text, re.MULTILINE)}
    needed |= {*re.findall(r"bron: ([a-z0-9-]+)$", _all(root), re.MULTILINE)}
    for key in needed:
        if (file := CONTENT / "bronnen" / f"{key}.yml").exists():
            shutil.copy(file, root / "bronnen")
    soort = whole()["interventietype"]
    lines = (CONTENT / "interventietypen" / f"{soort}.yml").read_text(encoding="utf-8")
    for key in re.findall(r"bron: ([a-z0-9-]+)$", lines, re.MULTILINE):
        shutil.copy(CONTENT / "bronnen" / f"{key}.yml", root / "bronnen")
    shutil.copy(CONTENT / "interventietypen" / f"{soort}.yml", root / "interventietypen")
    return root


def _all(root: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.yml")))


@cache
def whole_text() -> str:
    """The template with every field in use, in the house style; withdrawn as well, which a new record is not."""
    used = re.sub(r"^# (?!#|yaml-language)", "", template(load(CONTENT).rubriek), flags=re.MULTILINE)
    data = _in_own_words(parse(used.replace("id: pak-deventer", f"id: {NAME}").encode(), "").data)
    data["scans"][0]["oordelen"]["meten"]["effect"] = {
        "niveau": 2,
        "onderbouwing": "De instroom is bekend.",
        "bronnen": data["bronnen"],
    }
    data["ingetrokken"] = {"datum": data["bijgewerkt"], "reden": "Staat er twee keer."}
    return SCHEMA_LINE + yaml_text(data, Praktijk)


def _in_own_words(value: Any) -> Any:
    """Make of each sentence of the template one that an author may have written (WW138)."""
    if isinstance(value, dict):
        return {key: _in_own_words(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_in_own_words(item) for item in value]
    is_sentence = isinstance(value, str) and " " in value and value[-1] in ".…"
    return f"{value} Zo doen wij het." if is_sentence else value


def whole() -> dict[str, Any]:
    """The data of the whole record."""
    data: dict[str, Any] = parse(whole_text().encode(), "").data
    return data


def breaks() -> list[Break]:
    """Every way to break the record."""
    return [*_values(whole(), record_shape(Praktijk), ()), *_keys(whole(), ()), *_missing(), *_doubled()]


def at(data: Any, path: Path_) -> Any:
    """The value at a path."""
    for step in path:
        data = data[step]
    return data


def marked(path: Path_, value: Any = MARK) -> str:
    """The file with the marker in the place of a value."""
    data = whole()
    at(data, path[:-1])[path[-1]] = value
    return SCHEMA_LINE + yaml_text(data, Praktijk)


def _values(value: Any, shape: Shape | None, path: Path_) -> Iterator[Break]:
    if shape is None:
        return
    if path and path != ("id",):
        text = marked(path)
        for naam, raw, codes, offset in _faults(shape, path, value):
            good = json.dumps(value, ensure_ascii=False)
            yield Break(f"{dotted(path)}: {naam}", path, text, raw, frozenset(codes.split()), good, offset)
    if isinstance(value, dict):
        known = fields_of(shape.model) if shape.model else {}
        for key, inner in value.items():
            yield from _values(inner, known.get(key) or shape.item, (*path, key))
    elif isinstance(value, list) and value:
        yield from _values(value[0], shape.item, (*path, 0))


def dotted(path: Path_) -> str:
    """The path as a name for a test."""
    return ".".join(str(step) for step in path)


Fault = tuple[str, str, str, int]
"""Name, what is typed, the codes that may follow, and how far from the start of the value the fault is."""


def _faults(shape: Shape, path: Path_, value: Any) -> Iterator[Fault]:
    last = max(index for index, step in enumerate(path) if isinstance(step, str))
    kind = kind_of(owner_of(Praktijk, path[: last + 1]), str(path[last]))
    if shape.kind in (Kind.RECORD, Kind.MAP):
        yield "geen groep", "los", "WW208", 0
        return
    if shape.kind is Kind.LIST:
        yield "geen lijst", "los", "WW207", 0
        return
    if shape.union:
        yield "geen niveau", "veel", "WW303", 0
        yield "te hoog niveau", "7", "WW303", 0
    elif shape.kind is Kind.CHOICE:
        yield "onbekende keuze", f"{value}x", "WW213", 0
    elif shape.kind is Kind.BOOLEAN:
        yield "geen ja of nee", "ja", "WW206", 0
    elif shape.kind in (Kind.INTEGER, Kind.NUMBER):
        yield "geen getal", "veel", "WW205", 0
        yield "te veel cijfers", "9" * 20, "WW133", 0
        yield "onder nul", "-99999999999999", "WW212", 0
    elif kind:
        yield "niet in de lijst", f"{value}x", "WW402 WW403 WW404 WW405", 0
    elif shape.pattern and not shape.pattern.startswith("^\\S"):
        yield from _form_faults(value)
    else:
        yield from _text_faults(shape, path)
    yield "een lijst", "[a, b]", "WW204 WW205 WW206 WW213 WW214 WW217 WW303", 0
    if last == len(path) - 1 and (shape.grade is Graad.VERPLICHT):
        yield "leeg", "", "WW209", -len(f"{path[-1]}: ")


def _form_faults(value: Any) -> Iterator[Fault]:
    if str(value).startswith("https://"):
        yield "geen webadres", "www.voorbeeld.nl", "WW216", 0
        yield "niet openbaar", "https://192.168.1.1/x", "WW503", 0
    elif str(value)[:4].isdigit():
        yield "onmogelijke datum", "2012-02-31", "WW218", 0
        year, month, day = (f"{value}-01-01").split("-")[:3]
        yield "datum in woorden", f"{int(day)} {MAANDEN[int(month) - 1]} {year}", "WW217", 0
    else:
        yield "hoofdletters", "Geen Sleutel", "WW215", 0


_IN_TEXT = (
    ("html", "een <b onclick=x>vet</b> woord", "WW501", "<b"),
    ("telefoonnummer", "bel 06-12345678 voor meer", "WW511", "06"),
    ("e-mailadres", "mail jan.jansen@voorbeeld.nl voor meer", "WW510", "jan"),
    ("rekeningnummer", "geef op NL91ABNA0417164300 aan het doel", "WW515", "NL91"),
    ("twee alfabetten", "de g\u0435meente helpt iedereen graag", "WW505", "g\u0435"),
    ("los accent", "een cafe\u0301 op de hoek van het plein", "WW506", "cafe"),
)
_IN_RICH = (
    ("afbeelding", "een ![plaatje](https://voorbeeld.nl/x.png) hier", "WW504", "!["),
    ("gevaarlijke link", "een [klik](javascript:alert) hier", "WW502", "javascript"),
)


def _text_faults(shape: Shape, path: Path_) -> Iterator[Fault]:
    yield "getal", "12", "WW204", 0
    yield "te lang", LONG.strip(), "WW210", 0
    faults = _IN_RICH + _IN_TEXT if shape.kind is Kind.RICH else _IN_TEXT
    start = len(dotted(path))  # each field gets two of them, so that together all fields get all
    for naam, raw, code, snippet in (faults[start % len(faults)], faults[(start + 1) % len(faults)]):
        yield naam, raw, code, raw.index(snippet)


def _keys(value: Any, path: Path_) -> Iterator[Break]:
    if isinstance(value, dict):
        if path[:2] != ("scans", 0) or len(path) < 3:
            for key in value:
                data = whole()
                here = at(data, path)
                renamed = {MARK if name == key else name: item for name, item in here.items()}
                here.clear()
                here.update(renamed)
                text = _in_given_order(data)
                yield Break(
                    f"{dotted((*path, key))}: verschreven", (*path, key), text, f"{key}z", frozenset({"WW203"}), key
                )
        for key, inner in value.items():
            yield from _keys(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from _keys(value[0], (*path, 0))


def _in_given_order(data: dict[str, Any]) -> str:
    return SCHEMA_LINE + yaml_text({"_": data}, Praktijk).replace("_:\n", "", 1).replace("\n  ", "\n")[2:]


def _missing() -> Iterator[Break]:
    for path in _required(whole(), record_shape(Praktijk), ()):
        data = whole()
        here = at(data, path[:-1])
        del here[path[-1]]
        if not here:
            continue
        text, key = _place_of_parent(data, path[:-1]), _parent_key(data, path[:-1])
        good = json.dumps(at(whole(), path), ensure_ascii=False)
        yield Break(f"{dotted(path)}: weggelaten", path, text, key, frozenset({"WW202"}), good)


def _required(value: Any, shape: Shape | None, path: Path_) -> Iterator[Path_]:
    if isinstance(value, dict) and shape:
        known = fields_of(shape.model) if shape.model else {}
        for key, inner in value.items():
            field = known.get(key) or shape.item
            if field and field.grade is Graad.VERPLICHT and shape.model:
                yield (*path, key)
            yield from _required(inner, field, (*path, key))
    elif isinstance(value, list) and value and shape:
        yield from _required(value[0], shape.item, (*path, 0))


def _place_of_parent(data: dict[str, Any], parent: Path_) -> str:
    """The file with the marker where a missing field is told: at the key of its group, or the first key of an item."""
    data = copy.deepcopy(data)
    named = parent if parent and isinstance(parent[-1], str) else (*parent, next(iter(at(data, parent))))
    here = at(data, named[:-1])
    renamed = {MARK if name == named[-1] else name: item for name, item in here.items()}
    here.clear()
    here.update(renamed)
    return _in_given_order(data)


def _parent_key(data: dict[str, Any], parent: Path_) -> str:
    return str(parent[-1] if parent and isinstance(parent[-1], str) else next(iter(at(data, parent))))


def _doubled() -> Iterator[Break]:
    text = whole_text()
    for key, value in whole().items():
        again = json.dumps(value, ensure_ascii=False)
        yield Break(f"{key}: dubbel", (key,), f"{text}{MARK}: {again}\n", key, frozenset({"WW130"}))
