"""What a workbook holds beside the values of its cells: merged and hidden cells, formulas, notes and drawings.

The reader of values streams and knows none of it. This reads the parts of the file once more, bounded in memory.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree  # the gate (office.py) refuses a document type, the way in for entity bombs

from openpyxl.utils import get_column_letter, range_boundaries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_BESIDE = (
    ("Opmerkingen bij cellen", re.compile(r"xl/(?:comments|threadedComments)[^.]*\.xml"),
     (f"{_MAIN}t", f"{_THREADED}text"), (f"{_MAIN}comment", f"{_THREADED}threadedComment")),
    ("Tekstvakken en grafieken", re.compile(r"xl/(?:drawings|charts)/(?!_rels)[^/]*\.xml"),
     (f"{_DRAWING}t", f"{_CHART}v"), (f"{_DRAWING}p", f"{_CHART}pt")),
)  # fmt: skip
_MAX_MERGED = 2_000
MAX_COLUMNS = 200
_LAST = get_column_letter(MAX_COLUMNS)


@dataclass
class Markup:
    """Of one sheet, all counted from 1: what is hidden, merged (first row, last row, first column)."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    calculated: Counter[str] = field(default_factory=Counter)
    """How many formulas with an outcome each column has."""
    uncalculated: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Headers, footers and the addresses behind links."""
    beyond: Counter[str] = field(default_factory=Counter)
    """How many filled cells each column after the first `MAX_COLUMNS` has."""
    filled: dict[tuple[int, int], str] = field(default_factory=dict)

    def is_hidden(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def markup(path: Path, part: str) -> Markup:
    """Read the markup of the sheet in ``part`` of the file (``xl/worksheets/sheet1.xml``).

    Raises:
        Exception: the file is damaged.
    """
    found = Markup()
    folder, _, name = part.rpartition("/")
    links = f"{folder}/_rels/{name}.rels"
    with zipfile.ZipFile(path) as archive:
        with archive.open(part) as stream:
            for _, element in ElementTree.iterparse(stream):  # noqa: S314 - see the import
                _note(found, element)
                if element.tag == f"{_MAIN}row":
                    element.clear()
        if links in archive.namelist():
            external = _root(archive, links).iterfind("{*}Relationship[@TargetMode='External']")
            found.texts += [item.get("Target", "") for item in external]
    return found


def _root(archive: zipfile.ZipFile, name: str) -> Element:
    return ElementTree.fromstring(archive.read(name))  # noqa: S314 - see the import


def _note(found: Markup, element: Element) -> None:
    name = element.tag.rpartition("}")[2]
    if name == "row" and _is_true(element.get("hidden")):
        found.hidden_rows.add(int(element.get("r", "0")))
    elif name == "col" and _is_true(element.get("hidden")):
        found.hidden_columns.append((int(element.get("min", "0")), int(element.get("max", "0"))))
    elif name == "c":
        _note_cell(found, element)
    elif name == "mergeCell" and len(found.merged) < _MAX_MERGED:
        first_column, first_row, _, last_row = range_boundaries(element.get("ref", ""))
        found.merged.append((first_row or 0, last_row or 0, first_column or 0))
    elif name in ("oddHeader", "oddFooter") and element.text:
        found.texts.append(re.sub(r"&(?:\"[^\"]*\"|[A-Z0-9]+)", " ", element.text))


def _note_cell(found: Markup, element: Element) -> None:
    cell = element.get("r", "")
    column = cell.rstrip("0123456789")
    if (len(column), column) > (len(_LAST), _LAST) and any(element.itertext()):
        found.beyond[column] += 1
    formula = element.find(f"{_MAIN}f")
    if formula is None:
        return
    if element.findtext(f"{_MAIN}v") or element.get("t") == "str":  # an outcome may be an empty text, which has a type
        found.calculated[column] += 1
    else:
        found.uncalculated.append(f"{cell}: ={formula.text or ''}")


def _is_true(value: str | None) -> bool:
    return value in ("1", "true")


def beside(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the texts of what lies over the cells."""
    with zipfile.ZipFile(path) as archive:
        for kop, names, leaves, groups in _BESIDE:
            roots = [_root(archive, name) for name in archive.namelist() if names.fullmatch(name)]
            yield kop, [text for root in roots for text in _texts(root, leaves, groups)]


def _texts(root: Element, leaves: tuple[str, ...], groups: tuple[str, ...]) -> Iterator[str]:
    for group in (element for element in root.iter() if element.tag in groups):
        yield "".join(leaf.text or "" for leaf in group.iter() if leaf.tag in leaves)
