"""pydantic's complaints in Dutch: one small function per kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from watwerkt.reading.dates import iso_form
from watwerkt.reading.gate import escaped
from watwerkt.reading.patterns import KEY_PATTERN, PATTERNS, Told
from watwerkt.reading.sentences import SENTENCES, say
from watwerkt.reading.shapes import Kind
from watwerkt.reading.words import block_example, did_you_mean, example, field_name, keys_listed, listed, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from watwerkt.reading.findings import Path
    from watwerkt.reading.shapes import Shape


class Complaint(NamedTuple):
    """One error of pydantic, with its location cut back to the author's own key path.

    ``typed`` is the value as it stands in the file.
    """

    type: str
    path: Path
    value: Any
    ctx: Mapping[str, Any]
    message: str
    is_key: bool
    typed: str = ""

    @property
    def name(self) -> str:
        """The nearest key in the path: a list item is named after its list."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def shown(self) -> str:
        """The value as the author typed it: ``800.000`` and not 800.0, ``"3"`` with its quotes."""
        if isinstance(self.value, dict | list) or not self.typed or "\n" in self.typed:
            return shown(self.value)
        return shown(self.typed)

    @property
    def is_quoted(self) -> bool:
        """Whether the value stands between quotes."""
        return isinstance(self.value, str) and self.typed[:1] in {'"', "'"}


def translate(item: Complaint, shape: Shape | None) -> Told:
    """Word a complaint; a kind that is not known falls back to 'the value does not fit', with an example."""
    if item.value is None:
        return _empty(item, shape)
    if shape is not None and shape.union:
        return _level(item, shape)
    if item.is_key:
        return _pattern(item._replace(value=item.path[-1], typed=""), KEY_PATTERN)
    if item.type == "string_pattern_mismatch":
        return _pattern(item, shape.pattern if shape else "")
    teller = _TELLERS.get(item.type, _other)
    return teller(item, shape)


def _label(item: Complaint, shape: Shape | None) -> str:
    if item.path and isinstance(item.path[-1], int):
        return say("onderdeel", nummer=item.path[-1] + 1, veld=item.name)
    return say("veld", veld=field_name(shape, item.name))


def _with_example(advies: str, shape: Shape | None) -> str:
    hint = example(shape)
    return f"{advies} Bijvoorbeeld: {hint}." if hint else advies


def _empty(item: Complaint, shape: Shape | None) -> Told:
    if shape is not None and shape.union:
        advies = f"Schrijf {keys_listed(shape.choices)}, of kies 0, 1, 2, 3 of 4."
        return "WW209", say("WW209", wat=_label(item, shape)), advies
    return (
        "WW209",
        say("WW209", wat=_label(item, shape)),
        _with_example("Vul het in. Weet u het niet en is het veld niet verplicht? Haal de regel dan weg.", shape),
    )


def _level(item: Complaint, shape: Shape) -> Told:
    advies = "Schrijf een getal zonder decimalen. Zeggen de bronnen niets? Kies dan `onbekend`."
    if item.is_quoted and str(item.value).strip() in _LEVELS:
        advies = f"Haal de aanhalingstekens weg: `{item.name}: {str(item.value).strip()}`."
    elif isinstance(item.value, str) and (meant := did_you_mean(item.value, shape.choices)):
        advies = meant
    return (
        "WW303",
        say("WW303", wat=_label(item, shape), getoond=item.shown, woorden=listed(shape.choices)),
        advies,
    )


_LEVELS = frozenset("01234")


def _text_expected(item: Complaint, shape: Shape | None) -> Told:
    value = item.value
    if isinstance(value, dict) and (name := prose_key(value)):
        return (
            "WW112",
            f"{_label(item, shape)} moet tekst zijn, maar `{escaped(name)}:` lijkt door de dubbele punt een veld.",
            f"Zet `>-` achter `{item.name}:` en laat de tekst eronder staan, of zet de hele tekst tussen "
            "aanhalingstekens.",
        )
    if isinstance(value, dict | list):
        advies = "Schrijf hier één tekst. Bevat de tekst een dubbele punt? Zet haar dan tussen aanhalingstekens."
    else:
        advies = f'Zet aanhalingstekens om de waarde: `"{shown(value).strip("`")}"`.'
    return "WW204", say("WW204", wat=_label(item, shape), getoond=shown(value)), advies


def prose_key(value: Mapping[str, Any]) -> str:
    """Return the first key of a group if it is the start of a sentence, such as ``Let op``."""
    name = next(iter(value), "")
    return name if name[:1].isupper() or " " in name else ""


def _number_expected(item: Complaint, shape: Shape | None) -> Told:
    whole = "geheel getal" if shape and shape.kind is Kind.INTEGER else "getal"
    value = item.value
    advies = SENTENCES["WW205 geheel"]
    if whole == "getal":
        advies = SENTENCES["WW205 decimaal"]
    elif _THOUSANDS.fullmatch(item.typed):
        advies = say("WW205 duizend", bedoeld=item.typed.replace(".", ""))
    elif isinstance(value, float):
        advies = SENTENCES["WW205 rond"]
    return "WW205", say("WW205", wat=_label(item, shape), soort=whole, getoond=item.shown), advies


def _boolean_expected(item: Complaint, shape: Shape | None) -> Told:
    return (
        "WW206",
        say("WW206", wat=_label(item, shape), getoond=item.shown),
        "Schrijf `true` voor ja of `false` voor nee, zonder aanhalingstekens.",
    )


def _list_expected(item: Complaint, shape: Shape | None) -> Told:
    boodschap = say("WW207", wat=_label(item, shape), getoond=item.shown)
    advies = "Zet elk onderdeel op een eigen regel, met een streepje en een spatie ervoor"
    if isinstance(item.value, str) and _DASH.match(item.value):
        advies = "Zet voor elk onderdeel een gewoon streepje (-) met een spatie erachter"
    if isinstance(item.value, dict):
        advies = "Zet een streepje en een spatie voor het eerste veld van elk onderdeel"
    lines = block_example(shape, _parts(item.value))
    return "WW207", boodschap, f"{advies}:\n{lines}" if lines else f"{advies}."


_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DASH = re.compile(r"[-–—•*]")
_BETWEEN = re.compile(r"(?:^|\s)[-–—•*]\s*|\s*[,;]\s*")


def _parts(value: Any) -> list[Any]:
    """Guess the items of what was meant to be a list."""
    if isinstance(value, dict):
        return [value]
    if isinstance(value, str):
        return [part for part in _BETWEEN.split(value) if part]
    return [value]


def _group_expected(item: Complaint, shape: Shape | None) -> Told:
    keys = keys_listed(shape.model.model_fields, "en") if shape and shape.model else ""
    allowed = f" Hier horen: {keys}." if keys else ""
    return (
        "WW208",
        say("WW208", wat=_label(item, shape), getoond=item.shown),
        "Zet de velden ingesprongen op de regels eronder, elk als `sleutel: waarde`." + allowed,
    )


def _too_long(item: Complaint, shape: Shape | None) -> Told:
    limit = item.ctx["max_length"]
    size = len(item.value)
    return (
        "WW210",
        say("WW210", wat=_label(item, shape), lengte=size, grens=limit),
        say("WW210 advies", teveel=size - limit),
    )


def _too_short(item: Complaint, shape: Shape | None) -> Told:
    limit = item.ctx["min_length"]
    return (
        "WW211",
        say("WW211", wat=_label(item, shape), lengte=len(item.value), grens=limit),
        _with_example("Vul aan.", shape),
    )


BOUNDS = {
    "ge": "ten minste {}",
    "gt": "meer dan {}",
    "le": "hooguit {}",
    "lt": "minder dan {}",
}


def _out_of_bounds(item: Complaint, shape: Shape | None) -> Told:
    bounds = bounds_in_words({key: item.ctx[key] for key in BOUNDS if key in item.ctx})
    return (
        "WW212",
        say("WW212", wat=_label(item, shape), getoond=item.shown, grenzen=bounds),
        SENTENCES["WW212 advies"],
    )


def bounds_in_words(bounds: Mapping[str, float]) -> str:
    """Write the limits of a number: ``ten minste 0 en hooguit 100``."""
    return listed([text.format(_dutch(bounds[key])) for key, text in BOUNDS.items() if key in bounds], "en")


def _dutch(number: float) -> str:
    return f"{number:,.0f}".replace(",", ".") if float(number).is_integer() else str(number).replace(".", ",")


def _choice(item: Complaint, shape: Shape | None) -> Told:
    choices = shape.choices if shape else ()
    suggestion = did_you_mean(str(item.value), choices)
    return (
        "WW213",
        say("WW213", wat=_label(item, shape), getoond=item.shown),
        f"{suggestion} {say('WW213 advies', keuzes=keys_listed(choices))}".strip(),
    )


def _too_many(item: Complaint, shape: Shape | None) -> Told:
    limit, size = item.ctx["max_length"], item.ctx.get("actual_length") or len(item.value)
    return (
        "WW219",
        say("WW219", wat=_label(item, shape), aantal=size, grens=limit),
        SENTENCES["WW219 advies"],
    )


def _too_few(item: Complaint, shape: Shape | None) -> Told:
    limit = item.ctx["min_length"]
    return (
        "WW220",
        say("WW220", wat=_label(item, shape), aantal=len(item.value), grens=limit),
        _with_example("Vul de lijst aan.", shape),
    )


def _other(item: Complaint, shape: Shape | None) -> Told:
    return (
        "WW214",
        say("WW214", wat=_label(item, shape), getoond=item.shown),
        _with_example("Kijk bij de uitleg van het veld wat er kan staan.", shape),
    )


def _pattern(item: Complaint, pattern: str) -> Told:
    told = PATTERNS.get(pattern)
    if told is None:
        return _other(item, None)
    code, what, advies = told
    if code == "WW217" and (iso := iso_form(str(item.value))):
        advies = f"Bedoelt u `{iso}`? {advies}"
    return code, f"{item.shown} {what}.", advies


_TELLERS: dict[str, Callable[[Complaint, Shape | None], Told]] = {
    "string_type": _text_expected,
    "int_type": _number_expected,
    "int_from_float": _number_expected,
    "int_parsing": _number_expected,
    "float_type": _number_expected,
    "float_parsing": _number_expected,
    "finite_number": _number_expected,
    "bool_type": _boolean_expected,
    "bool_parsing": _boolean_expected,
    "tuple_type": _list_expected,
    "list_type": _list_expected,
    "dict_type": _group_expected,
    "model_type": _group_expected,
    "model_attributes_type": _group_expected,
    "string_too_long": _too_long,
    "string_too_short": _too_short,
    "greater_than": _out_of_bounds,
    "greater_than_equal": _out_of_bounds,
    "less_than": _out_of_bounds,
    "less_than_equal": _out_of_bounds,
    "enum": _choice,
    "literal_error": _choice,
    "too_long": _too_many,
    "too_short": _too_few,
}
