"""The gate before the YAML parser: size, encoding, line lengths and characters, on bytes and plain text.

Cheap and linear, so that a hostile file is refused before a parser sees it (SEC-Y1, SEC-F4).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 256 * 1024
MAX_LINES = 6_000
MAX_LINE = 8_000
MAX_SHOWN = 5
"""So many bad characters are reported per file; the rest usually has the same cause."""

SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
"""One character class, because that is the form that the regular expression engine scans fastest."""
_EVERY_ASCII = bytes(range(128))
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n"
_SYMBOL = "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
REFUSED = re.compile(
    f"{SUSPECT.pattern}(?<!\r(?=\n))(?<!{_SYMBOL}[\ufe00-\ufe0f])"
    f"(?<!{_SYMBOL}\u200d(?={_SYMBOL}))(?<!{_SYMBOL}\ufe0f\u200d(?={_SYMBOL}))"
)
"""The suspects, but not at the end of a line of Windows, nor in an emoji: its variation, or a joint as in a family."""

NAMES = {
    0x00AD: "zacht afbreekstreepje",
    0x200B: "spatie zonder breedte",
    0x200C: "onzichtbaar scheidingsteken",
    0x200D: "onzichtbaar verbindingsteken",
    0x2028: "regelscheiding",
    0x2029: "alineascheiding",
    0x2060: "onzichtbaar verbindingsteken",
    0xFEFF: "byte-volgordeteken (BOM)",
    0xFFFD: "vervangingsteken: hier is tekst kapotgegaan",
}
INVISIBLE = "onzichtbaar teken"
"""What a character is called that has no name here."""

RANGES = (
    (0x0000, 0x001F, "besturingsteken"),
    (0x007F, 0x009F, "besturingsteken"),
    (0x061C, 0x061C, "teken dat de leesrichting omdraait"),
    (0x200E, 0x200F, "teken dat de leesrichting omdraait"),
    (0x202A, 0x202E, "teken dat de leesrichting omdraait"),
    (0x2066, 0x2069, "teken dat de leesrichting omdraait"),
    (0xE000, 0xF8FF, "teken zonder vaste betekenis"),
    (0xE0000, 0xE007F, "onzichtbaar labelteken"),
    (0xF0000, 0x10FFFF, "teken zonder vaste betekenis"),
)


class Refusal(NamedTuple):
    """Why the gate refuses a file: code, line and column from 1, message and advice."""

    code: str
    regel: int
    kolom: int
    boodschap: str
    advies: str


class BadCharacter(NamedTuple):
    """A character that may not occur: where in the text, its code and its name."""

    offset: int
    code: str
    name: str


def beyond_ascii(text: str, but: bytes = _EVERY_ASCII) -> str:
    """Return the few characters that are left of a text without those of ASCII: looking at these is quick."""
    return text.encode("utf-8", "surrogatepass").translate(None, but).decode("utf-8", "surrogatepass")


def bad_characters(text: str) -> Iterator[BadCharacter]:
    """Find control characters (WW105) and invisible or direction-changing characters (WW106)."""
    if not SUSPECT.search(beyond_ascii(text, _PLAIN)):
        return
    for match in REFUSED.finditer(text):
        char, offset = match.group(), match.start()
        code = "WW105" if ord(char) < 0xA0 else "WW106"
        yield BadCharacter(offset, code, character_name(char))


def character_name(char: str) -> str:
    """Describe a character in Dutch with its code point: ``spatie zonder breedte (U+200B)``."""
    point = ord(char)
    name = NAMES.get(point)
    if name is None:
        name = next((n for low, high, n in RANGES if low <= point <= high), INVISIBLE)
    return f"{name} (U+{point:04X})"


def decode(raw: bytes) -> tuple[str, list[Refusal]]:
    """Turn the bytes of a file into text, or say why not.

    Returns:
        The text (empty when refused) and the refusals; a byte-order mark is a warning, and is dropped.
    """
    if len(raw) > MAX_BYTES:
        return "", [_too_large(len(raw))]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [_not_utf8(1, 1, "Het bestand is opgeslagen als UTF-16.")]
    found: list[Refusal] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        found.append(_byte_order_mark())
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        regel, kolom = line_and_column(before, len(before))
        what = f"De byte 0x{raw[error.start]:02X} past niet in UTF-8."
        return "", [*found, _not_utf8(regel, kolom, what)]
    if "\r" in text and "\n" not in text:
        return "", [*found, _old_line_ends(text)]
    return text, [*found, *_lines(text), *_characters(text)]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of a character offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def escaped(text: str, limit: int = 40) -> str:
    """Shorten a text for a message and make what cannot be printed visible."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    if short.isprintable():
        return short
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)


def _lines(text: str) -> Iterator[Refusal]:
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        yield Refusal(
            "WW104",
            MAX_LINES + 1,
            1,
            f"Het bestand heeft meer dan {MAX_LINES} regels.",
            "Kort het record in, of deel het op in meer records.",
        )
    regel = next((number for number, line in enumerate(lines, 1) if len(line) > MAX_LINE), 0)
    if regel:
        yield Refusal(
            "WW104",
            regel,
            MAX_LINE + 1,
            f"Deze regel is langer dan {MAX_LINE} tekens.",
            "Breek lange tekst af: zet `>-` achter de dubbele punt en de tekst ingesprongen op de regels eronder.",
        )


def _characters(text: str) -> Iterator[Refusal]:
    for number, bad in enumerate(bad_characters(text)):
        if number == MAX_SHOWN:
            return
        regel, kolom = line_and_column(text, bad.offset)
        yield character_refusal(bad, regel, kolom)


def character_refusal(bad: BadCharacter, regel: int, kolom: int) -> Refusal:
    """Word the refusal of one character."""
    return Refusal(
        bad.code,
        regel,
        kolom,
        f"Hier staat een teken dat niet mag: {bad.name}.",
        "Haal het teken weg. Komt de tekst uit Word of een pdf? Plak dan ‘zonder opmaak’ of typ dit stukje over.",
    )


def _too_large(size: int) -> Refusal:
    return Refusal(
        "WW101",
        1,
        1,
        f"Het bestand is {size // 1024 + 1} KiB groot; een record mag hooguit {MAX_BYTES // 1024} KiB zijn.",
        "Kort de tekst in en verwijs met een bron naar het hele verhaal.",
    )


def _not_utf8(regel: int, kolom: int, what: str) -> Refusal:
    return Refusal(
        "WW102",
        regel,
        kolom,
        f"{what} Records worden bewaard in UTF-8.",
        "Sla het bestand opnieuw op en kies bij ‘codering’ voor UTF-8. Kijk daarna of letters als ë en é kloppen.",
    )


def _old_line_ends(text: str) -> Refusal:
    return Refusal(
        "WW105",
        1,
        text.index("\r") + 1,
        "De regels in dit bestand eindigen op een oud teken (alleen CR), zodat alles op één regel staat.",
        "Sla het bestand opnieuw op en kies bij ‘regeleinden’ voor LF (Unix) of CRLF (Windows).",
    )


def _byte_order_mark() -> Refusal:
    return Refusal(
        "WW103",
        1,
        1,
        "Het bestand begint met een onzichtbaar byte-volgordeteken (BOM).",
        "Sla het bestand op als ‘UTF-8 zonder BOM’.",
    )
