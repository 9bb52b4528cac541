"""Dutch messages for what the YAML parser reports: what is wrong, where, and what usually helps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.reading.gate import Refusal, escaped, line_and_column

if TYPE_CHECKING:
    import yaml


class _Rule(NamedTuple):
    code: str
    boodschap: str
    advies: str


_QUOTES = (
    "Zet de hele tekst tussen aanhalingstekens, of zet `>-` achter de dubbele punt en de tekst op de regel eronder."
)
_SPACES = "Spring in met spaties: twee per niveau. Zet velden die bij elkaar horen precies onder elkaar."

_TAB = _Rule("WW111", "Hier staat een tab; YAML springt in met spaties.", "Vervang elke tab door twee spaties.")
_COLON_IN_TEXT = _Rule(
    "WW112",
    "Hier staat een dubbele punt waar YAML er geen verwacht.",
    "Staat de dubbele punt in een tekst? " + _QUOTES + " Is het een nieuw veld? Zet het op een eigen regel, "
    "recht onder het vorige veld.",
)
_COLON_MISSING = _Rule(
    "WW113",
    "Achter deze sleutel ontbreekt een dubbele punt.",
    "Schrijf `sleutel: waarde`, met een spatie na de dubbele punt. Hoort de regel bij de tekst erboven? "
    "Spring haar dan verder in.",
)
_INDENT = _Rule("WW114", "De inspringing klopt hier niet.", _SPACES)
_UNCLOSED = _Rule(
    "WW115",
    "Een aanhalingsteken wordt niet gesloten.",
    "Zet het aanhalingsteken aan het eind van de tekst erbij. Een apostrof in een tekst tussen enkele "
    "aanhalingstekens schrijft u dubbel: 'zo''n'.",
)
_START = _Rule(
    "WW116",
    "Een tekst zonder aanhalingstekens kan niet met dit teken beginnen.",
    "Zet de hele tekst tussen aanhalingstekens, of kies een ander eerste teken.",
)
_BRACKET = _Rule(
    "WW117",
    "Een haak wordt niet goed gesloten.",
    "Sluit [ met ] en { met }, met komma’s ertussen. Of schrijf de lijst onder elkaar, met een streepje per regel.",
)
_ESCAPE = _Rule(
    "WW118",
    "Binnen dubbele aanhalingstekens heeft een schuine streep (\\) een bijzondere betekenis.",
    "Gebruik enkele aanhalingstekens, of schrijf de streep dubbel: \\\\.",
)
_ALIAS = _Rule(
    "WW120",
    "Een tekst zonder aanhalingstekens kan niet met * of & beginnen.",
    "Zet de hele tekst tussen aanhalingstekens.",
)
_TAG = _Rule(
    "WW121",
    "Een tekst zonder aanhalingstekens kan niet met ! of % beginnen.",
    "Zet de hele tekst tussen aanhalingstekens.",
)
_KEY_MISSING = _Rule(
    "WW131",
    "Voor deze dubbele punt ontbreekt een sleutel.",
    "Zet de naam van het veld voor de dubbele punt.",
)
_SECOND = _Rule(
    "WW122",
    "Na `...` begint een tweede document in hetzelfde bestand.",
    "Haal de regel `...` weg, of zet het tweede deel in een eigen bestand.",
)
_OTHER = _Rule(
    "WW110",
    "De opbouw van het bestand klopt hier niet.",
    "Kijk naar deze regel en de regel erboven: elk veld is `sleutel: waarde`, een lijst begint elke regel met `- `.",
)

_HARD_SPACE = _Rule(
    "WW119",
    "Hier staat een harde spatie (U+00A0) waar YAML een gewone spatie nodig heeft.",
    "Haal de spatie weg en typ haar opnieuw. Komt de tekst uit Word of een website? Vervang dan alle harde spaties "
    "door gewone.",
)
_BULLET = _Rule(
    "WW116",
    "Elke regel van een lijst begint met een gewoon streepje en een spatie.",
    "Schrijf `- ` vooraan, zoals `- bewoner`.",
)
_QUESTION = _Rule(
    "WW116",
    "Een tekst zonder aanhalingstekens kan niet met ? beginnen.",
    "Zet de hele tekst tussen aanhalingstekens. Weet u het niet? Schrijf `onbekend`, of laat de regel weg.",
)

_CONTEXTS = (
    ("scanning an alias", _ALIAS),
    ("scanning an anchor", _ALIAS),
    ("parsing a tag", _TAG),
    ("scanning a tag", _TAG),
    ("directive", _TAG),
)
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("tab character", _TAB),
    ("mapping values are not allowed", _COLON_IN_TEXT),
    ("could not find expected ':'", _COLON_MISSING),
    ("block sequence entries are not allowed", _INDENT),
    ("mapping keys are not allowed", _INDENT),
    ("did not find expected '-' indicator", _INDENT),
    ("did not find expected key", _INDENT),
    ("expected <document start>", _INDENT),
    ("unexpected end of stream", _UNCLOSED),
    ("unexpected document indicator", _UNCLOSED),
    ("escape", _ESCAPE),
    ("did not find expected hexdecimal number", _ESCAPE),
    ("expected ',' or", _BRACKET),
    ("did not find expected node content", _BRACKET),
)
_AFTER_QUOTE = _Rule(
    "WW115",
    "Na het sluitende aanhalingsteken staat nog tekst.",
    "Zet de aanhalingstekens om de hele tekst heen. Gebruik binnenin ‘zulke’ aanhalingstekens.",
)
_KEY = re.compile(r" *(?:- +)?[A-Za-z0-9_-]+ *")
_OTHER_KEY = re.compile(r" *(?:- +)?(?![a-z0-9_-]+ *:)[^:#]*[^:#\s](?=: |:$)")
_BRACKETED = re.compile(r" *(?:- +)?(?:[^\s:]+: +)?(?P<open>\[[^\]]*\]|\{[^}]*\})")
_BULLETS = re.compile(r" *(?:[–—•*] ?|-)(?=[^\s-])|\s*[–—•*] ")
_AFTER_KEY = re.compile(r"[ \u00a0]*(?:-[ \u00a0]+)?[A-Za-z0-9_]+:(?=\u00a0)")
HARD_INDENT = re.compile(r"^ *\u00a0[ \u00a0]*(?=- |[A-Za-z0-9_]+:)|^\u00a0", re.MULTILINE)
TAB_INDENT = re.compile(r"""^ *(?:- *)*\t[ \t]*(?=- |["']?[A-Za-z0-9_-]+["']? ?:(?!\S))""", re.MULTILINE)
_QUOTED_VALUE = re.compile(r"""^\s*(?:- +)?[^\s:"'#]+:\s+(["'])""")


def bad_indent(text: str) -> Refusal | None:
    """Refuse a line indented with a hard space, which YAML reads as a letter, or with a tab, which others allow."""
    for sign, pattern, rule in (("\u00a0", HARD_INDENT, _HARD_SPACE), ("\t", TAB_INDENT, _TAB)):
        match = pattern.search(text) if sign in text else None
        if match:
            place = line_and_column(text, text.index(sign, match.start()))
            return Refusal(rule.code, *place, rule.boodschap, rule.advies)
    return None


def translate(error: yaml.YAMLError, text: str) -> Refusal:
    """Word a parser error in Dutch, at the line and column where the author has to look."""
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    regel, kolom = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    regel = max(1, min(regel, len(lines)))
    rule = _rule_for(problem, context, lines[regel - 1], kolom)
    context_mark = getattr(error, "context_mark", None)
    begin = (min(context_mark.line + 1, len(lines)), context_mark.column + 1) if context_mark else None
    return _placed(rule, lines, (regel, kolom), begin)


def _rule_for(problem: str, context: str, line: str, kolom: int) -> _Rule:
    if "cannot start any token" in problem:
        return _TAB if line[kolom - 1 : kolom] == "\t" else _START
    if line.lstrip(" ").startswith("\t") and "'" not in problem:
        return _TAB
    for needle, rule in _CONTEXTS:
        if needle in context:
            return rule
    return next((rule for needle, rule in _RULES if needle in problem), _OTHER)


def _placed(rule: _Rule, lines: list[str], at: tuple[int, int], begin: tuple[int, int] | None) -> Refusal:
    # the parser often notices a fault at its end; the author must look where it began
    if told := _mistaken_sign(rule, lines, at, begin):
        return Refusal(told[0].code, *told[1], told[0].boodschap, told[0].advies)
    line = lines[at[0] - 1]
    if rule is _START:
        rule = _starting_with(escaped(line[at[1] - 1 : at[1]]))
    elif rule is _TAB:
        at = at[0], line.find("\t") + 1
    elif rule is _COLON_IN_TEXT:
        rule, at = _about_colon(lines, at)
    elif rule is _INDENT:
        rule, at = _about_indent(lines, at, begin)
    elif begin and rule.code in {"WW113", "WW115", "WW117", "WW120", "WW121"}:
        at = begin
    return Refusal(rule.code, *at, rule.boodschap, rule.advies)


def _mistaken_sign(
    rule: _Rule, lines: list[str], at: tuple[int, int], begin: tuple[int, int] | None
) -> tuple[_Rule, tuple[int, int]] | None:
    """Find a sign that looks right but is not: a hard space, another dash, a bracket that is only text."""
    line = lines[at[0] - 1]
    for regel in dict.fromkeys(place[0] for place in (begin, at) if place):
        if match := _AFTER_KEY.match(lines[regel - 1]):
            return _HARD_SPACE, (regel, match.end() + 1)
    if rule is _INDENT:
        match = _BRACKETED.match(line)
        if match and match.end() < at[1]:
            return _starting_with(match["open"][0]), (at[0], match.start("open") + 1)
        if line[at[1] - 1 : at[1]] == "?":
            return _QUESTION, at
    if rule in (_ALIAS, _COLON_MISSING) and begin:
        return _about_plain_line(rule, lines, begin)
    return None


def _starting_with(sign: str) -> _Rule:
    return _START._replace(boodschap=_START.boodschap.replace("dit teken", sign))


def _about_plain_line(rule: _Rule, lines: list[str], begin: tuple[int, int]) -> tuple[_Rule, tuple[int, int]] | None:
    line = lines[begin[0] - 1]
    indent = len(line) - len(line.lstrip(" "))
    if _BULLETS.match(line) and (rule is _COLON_MISSING or line[indent : indent + 2] == "* "):
        return _BULLET, (begin[0], indent + 1)
    above = lines[begin[0] - 2] if begin[0] > 1 else ""
    if rule is not _COLON_MISSING or not indent or len(above) - len(above.lstrip(" ")) != indent:
        return None
    match = _OTHER_KEY.match(above)
    return (_COLON_IN_TEXT, (begin[0] - 1, match.end() + 1)) if match else None


def _about_indent(
    lines: list[str], at: tuple[int, int], begin: tuple[int, int] | None
) -> tuple[_Rule, tuple[int, int]]:
    if lines[at[0] - 1].lstrip().startswith(":"):
        return _KEY_MISSING, at
    if any(line.startswith("...") for line in lines[: at[0] - 1]):
        return _SECOND, at
    if begin and (quote := _text_after_quote(lines, at[0], begin[0])):
        return _AFTER_QUOTE, quote
    return _INDENT, at


def _about_colon(lines: list[str], at: tuple[int, int]) -> tuple[_Rule, tuple[int, int]]:
    # a colon that is the first of its line is a field; then the line above it is to blame
    regel, kolom = at
    line = lines[regel - 1]
    if regel == 1 or not _KEY.fullmatch(line[: kolom - 1]):
        return _COLON_IN_TEXT, at
    above = lines[regel - 2]
    indent = len(line) - len(line.lstrip(" "))
    above_indent = len(above) - len(above.lstrip(" "))
    if indent > above_indent:
        return _INDENT, (regel, indent + 1)
    if indent and line[indent].isupper():
        return _COLON_IN_TEXT, at
    if ": " not in above and not above.rstrip().endswith(":"):
        return _COLON_MISSING, (regel - 1, above_indent + 1)
    return _COLON_IN_TEXT, at


def _text_after_quote(lines: list[str], regel: int, first: int) -> tuple[int, int] | None:
    # `titel: "De Tulp" in Woensel` is reported as a missing key behind the closing quote
    line = lines[regel - 1]
    match = _QUOTED_VALUE.match(line)
    if not match or regel < first:
        return None
    return regel, match.start(1) + 1
