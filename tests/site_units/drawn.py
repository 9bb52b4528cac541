"""Samples and a strict reader for the markup that charts and components return."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from watwerkt.views.onderbouwing import Meetpunt, Meetreeks
from watwerkt.views.profiel import Balk
from watwerkt.views.tekst import getal

VOID = {"input", "br"}


@dataclass
class Node:
    """One element with its attributes, own text and children."""

    tag: str
    attributes: dict[str, str]
    parts: list[str | Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def children(self) -> list[Node]:
        return [part for part in self.parts if isinstance(part, Node)]

    def all(self, tag: str = "", css_class: str = "") -> list[Node]:
        found = []
        for child in self.children:
            classes = child.attributes.get("class", "").split()
            if tag in ("", child.tag) and (not css_class or css_class in classes):
                found.append(child)
            found += child.all(tag, css_class)
        return found

    def words(self) -> str:
        return " ".join(" ".join(p if isinstance(p, str) else p.words() for p in self.parts).split())


class _Strict(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"attribute written twice in <{tag}>"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].parts.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].parts.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)


def read(markup: str) -> Node:
    """Read markup; an element that is not closed in order is an error."""
    reader = _Strict()
    reader.feed(markup)
    reader.close()
    assert len(reader._open) == 1, f"<{reader._open[-1].tag}> is not closed"
    return reader.root


def harmless(root: Node) -> None:
    """Assert that markup holds no script, style attribute or event handler, and no id twice."""
    nodes = root.all()
    ids = [node.attributes["id"] for node in nodes if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    assert not [n.tag for n in nodes if n.tag in ("script", "style", "foreignobject", "image", "use")]
    assert not [a for n in nodes for a in n.attributes if a == "style" or a.startswith("on")]


def balk(score: float | None, laag: float, hoog: float, kort: str = "meten", **more: bool) -> Balk:
    return Balk(
        id=kort,
        label=kort.capitalize(),
        kort=kort,
        score=score,
        laag=laag,
        hoog=hoog,
        plus=more.get("plus", False),
        voorlopig=more.get("voorlopig", False),
        bekend=3,
        totaal=5,
    )


PROFIEL = (
    balk(85, 72, 90, "aanpak"),
    balk(30, 25, 55, "meten"),
    balk(80, 80, 80, "coalitie"),
    balk(88, 10, 92, "entrepreneurschap", voorlopig=True),
    balk(None, 0, 100, "duurzaam", plus=True),
)


def punt(moment: str, waarde: float, n: int | None = None) -> Meetpunt:
    return Meetpunt(moment, waarde, getal(waarde), n)


def reeks(nul: Meetpunt | None, *later: Meetpunt, beter: str = "hoger") -> Meetreeks:
    return Meetreeks("Zelfredzaamheid", "", "punten ZRM", beter, nul, later, ())


def numbers(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", path)]
