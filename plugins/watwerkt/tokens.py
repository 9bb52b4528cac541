"""Design tokens: the single source of colours, type scale and spacing for CSS, SVG charts and PDF.

Colours carry names of what they are for, not of how they look. Every pair in :data:`PAREN` is used somewhere on the
site; a test computes its contrast in both palettes (WCAG 2.2: 4.5 for text, 3 for controls and chart parts).
"""

from __future__ import annotations

from dataclasses import dataclass, fields

TEXT_MINIMUM = 4.5
PART_MINIMUM = 3.0


@dataclass(frozen=True, slots=True)
class Palet:
    """One palette; every value is ``#rrggbb``.

    ``papier`` page, ``vlak`` panels, ``zand`` table headers and labels, ``lijn`` decorative hairlines, ``rand`` borders
    that must be seen, ``bekend`` what is known (bars, buttons), ``mogelijk`` what may still be (under the hatching),
    ``steen`` brick red for the plus, the achilleshiel and *gestopt*.
    """

    papier: str
    vlak: str
    zand: str
    inkt: str
    zacht: str
    lijn: str
    rand: str
    koppeling: str
    koppeling_aan: str
    bekend: str
    bekend_aan: str
    op_bekend: str
    mogelijk: str
    steen: str
    steen_tekst: str
    steen_vlak: str
    let_op: str
    let_op_vlak: str
    focus: str


LICHT = Palet(
    papier="#faf8f3",
    vlak="#ffffff",
    zand="#efeae0",
    inkt="#12202b",
    zacht="#3a4853",
    lijn="#d9d5cb",
    rand="#737d85",
    koppeling="#14565a",
    koppeling_aan="#0c3b3e",
    bekend="#1d5c5c",
    bekend_aan="#134444",
    op_bekend="#ffffff",
    mogelijk="#dce8e6",
    steen="#b4472f",
    steen_tekst="#7a2b1a",
    steen_vlak="#f6e3dd",
    let_op="#8a6410",
    let_op_vlak="#f7edd3",
    focus="#12202b",
)

DONKER = Palet(
    papier="#151a1c",
    vlak="#1d2427",
    zand="#2b2d29",
    inkt="#ece8df",
    zacht="#bfc3bf",
    lijn="#3b4143",
    rand="#8b9394",
    koppeling="#8ccfc8",
    koppeling_aan="#b4e3dd",
    bekend="#63b0a8",
    bekend_aan="#86c9c2",
    op_bekend="#0d1c1c",
    mogelijk="#223b3b",
    steen="#e58a70",
    steen_tekst="#f4bba9",
    steen_vlak="#45281f",
    let_op="#d8b25a",
    let_op_vlak="#3a3220",
    focus="#f3efe6",
)

DRUK = Palet(
    papier="#ffffff",
    vlak="#ffffff",
    zand="#f1ede4",
    inkt="#000000",
    zacht="#333b41",
    lijn="#b9b5ab",
    rand="#5f676d",
    koppeling="#0f4548",
    koppeling_aan="#0f4548",
    bekend="#1d5c5c",
    bekend_aan="#1d5c5c",
    op_bekend="#ffffff",
    mogelijk="#e4eeec",
    steen="#9c3a24",
    steen_tekst="#7a2b1a",
    steen_vlak="#ffffff",
    let_op="#7a580d",
    let_op_vlak="#ffffff",
    focus="#000000",
)

PALETTEN = {"licht": LICHT, "donker": DONKER, "druk": DRUK}


@dataclass(frozen=True, slots=True)
class Paar:
    """A foreground on a background, the contrast it needs and where it is used."""

    voor: str
    achter: str
    minimum: float
    waar: str


PAREN: tuple[Paar, ...] = (
    *(Paar("inkt", a, TEXT_MINIMUM, "lopende tekst") for a in ("papier", "vlak", "zand", "mogelijk", "let_op_vlak")),
    *(Paar("zacht", a, TEXT_MINIMUM, "bijschriften en labels") for a in ("papier", "vlak", "zand")),
    *(Paar("koppeling", a, TEXT_MINIMUM, "links") for a in ("papier", "vlak", "zand", "mogelijk", "let_op_vlak")),
    *(Paar("koppeling_aan", a, TEXT_MINIMUM, "links onder de muis") for a in ("papier", "vlak", "zand")),
    Paar("op_bekend", "bekend", TEXT_MINIMUM, "tekst op de hoofdknop"),
    Paar("op_bekend", "bekend_aan", TEXT_MINIMUM, "hoofdknop onder de muis"),
    Paar("steen", "vlak", TEXT_MINIMUM, "4+1 in het woordmerk, plusteken"),
    Paar("steen", "papier", TEXT_MINIMUM, "plusteken op papier"),
    *(Paar("steen_tekst", a, TEXT_MINIMUM, "gestopt, fouten") for a in ("steen_vlak", "papier", "vlak")),
    Paar("inkt", "steen_vlak", TEXT_MINIMUM, "tekst in een foutmelding"),
    Paar("koppeling", "steen_vlak", TEXT_MINIMUM, "link in een foutmelding"),
    *(Paar("rand", a, PART_MINIMUM, "rand van invoer, kader van de strip") for a in ("papier", "vlak", "zand")),
    *(Paar("bekend", a, PART_MINIMUM, "balken, blokjes, knoprand") for a in ("papier", "vlak", "zand", "mogelijk")),
    *(Paar("steen", a, PART_MINIMUM, "rand van de achilleshiel") for a in ("papier", "vlak", "steen_vlak")),
    *(Paar("let_op", a, PART_MINIMUM, "rand van een waarschuwing") for a in ("papier", "vlak", "let_op_vlak")),
    *(Paar("inkt", a, PART_MINIMUM, "scorelijn met rand in de vlakkleur") for a in ("vlak", "mogelijk")),
    *(Paar("focus", a, PART_MINIMUM, "focusrand") for a in ("papier", "vlak", "zand", "mogelijk")),
)

SCHREEF = (
    '"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", "Liberation Serif", "DejaVu Serif", serif'
)
SCHREEFLOOS = 'Seravek, "Gill Sans Nova", "Segoe UI", Candara, Ubuntu, "Noto Sans", Frutiger, "DejaVu Sans", sans-serif'
VASTE_BREEDTE = 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'

BASIS_PX = 17
"""Body text; one rem. Set as a percentage so that a reader's own size still counts."""

LETTERMATEN: dict[str, str] = {
    "klein": "0.8236rem",
    "fijn": "0.8824rem",
    "gewoon": "1rem",
    "kern": "clamp(1.12rem, 1.04rem + 0.4vw, 1.24rem)",
    "h4": "1rem",
    "h3": "1.15rem",
    "h2": "clamp(1.35rem, 1.2rem + 0.7vw, 1.55rem)",
    "h1": "clamp(1.8rem, 1.35rem + 2.2vw, 2.4rem)",
}

RUIMTE: dict[str, str] = {
    "1": "0.25rem",
    "2": "0.5rem",
    "3": "0.75rem",
    "4": "1rem",
    "5": "1.5rem",
    "6": "2.25rem",
    "7": "3.5rem",
}

MATEN: dict[str, str] = {"bladbreedte": "64rem", "kolom": "38rem", "hoek": "0.5rem"}
"""Width of the page and of a column of text (60-70 characters), corner radius."""


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (WCAG 2.2), from 0 (black) to 1 (white)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def tokens_css() -> str:
    """Return the custom properties that ``site.css`` uses: light, dark (by preference or choice) and print."""
    light = [*_colours(LICHT), *_fixed(), "color-scheme: light"]
    dark = [*_colours(DONKER), "color-scheme: dark"]
    paper = [*_colours(DRUK), "color-scheme: light"]
    return "\n".join(
        (
            "/* Gemaakt uit tokens.py; wijzig dit bestand niet. */",
            _rule(":root", light),
            "@media (prefers-color-scheme: dark) {\n" + _rule(':root:not([data-scheme="licht"])', dark) + "}",
            _rule(':root[data-scheme="donker"]', dark),
            "@media print {\n" + _rule(":root:root:root", paper) + "}",
            "",
        )
    )


def _colours(palet: Palet) -> list[str]:
    return [f"--{f.name.replace('_', '-')}: {getattr(palet, f.name)}" for f in fields(palet)]


def _fixed() -> list[str]:
    return [
        f"--schreef: {SCHREEF}",
        f"--schreefloos: {SCHREEFLOOS}",
        f"--vast: {VASTE_BREEDTE}",
        f"--basis: {BASIS_PX / 16:.2%}",
        *(f"--letter-{naam}: {maat}" for naam, maat in LETTERMATEN.items()),
        *(f"--ruimte-{naam}: {maat}" for naam, maat in RUIMTE.items()),
        *(f"--{naam}: {maat}" for naam, maat in MATEN.items()),
    ]


def _rule(selector: str, declarations: list[str]) -> str:
    return f"{selector} {{\n" + "".join(f"  {d};\n" for d in declarations) + "}\n"
