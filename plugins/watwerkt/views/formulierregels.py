"""The rules of the form as data for the script that checks while people type: fields, terms, patterns and sentences.

Everything comes from what `watwerkt check` itself uses. What data cannot carry (which place a text is looked at, the
elfproef) is written again in ``veldregels.js``, ``recordregels.js`` and ``tekstregels.js``, and held against this
package by a test.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

from watwerkt.knowledge.collections import COLLECTIONS
from watwerkt.knowledge.completeness import SELDOM
from watwerkt.knowledge.references import BRON, GEMEENTE, TYPE, VOCABULARIES
from watwerkt.reading import dates, gate, links, privacy, syntax, texts
from watwerkt.reading.codes import CODES
from watwerkt.reading.patterns import PATTERNS
from watwerkt.reading.sentences import SENTENCES
from watwerkt.reading.shapes import Kind, Shape, fields_of, pattern_of
from watwerkt.reading.translation import bounds_in_words
from watwerkt.reading.validation import missing_advice
from watwerkt.reading.words import field_name
from watwerkt.records import Bron, Graad, Praktijk
from watwerkt.records.base import Moment
from watwerkt.records.scan import ZONDER_REDEN
from watwerkt.views.formulier import lijst_van, soort_van, termen

if TYPE_CHECKING:
    from pydantic import BaseModel

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.views.index import Index

_GRADEN = {Graad.VERPLICHT: "verplicht", Graad.VERPLICHT_NIEUW: "nieuw", Graad.AANBEVOLEN: "aanbevolen"}
_LANDEN = (1, 31, 32, 33, 34, 39, 40, 44, 48, 49, 62, 90, 212, 297, 351, 352, 359, 380, 597, 599, 963)
"""Country codes whose numbers the browser knows; `watwerkt check` knows them all."""
_TELEFOONSOORTEN = (
    ("premium_rate", True),
    ("toll_free", True),
    ("shared_cost", True),
    ("voip", False),
    ("personal_number", False),
    ("pager", False),
    ("uan", True),
    ("voicemail", True),
    ("fixed_line", False),
    ("mobile", False),
)
"""Kinds of numbers in the order in which the library asks, and whether a number of that kind is a service."""


def formulierregels(index: Index) -> dict[str, Any]:
    """Return everything that those scripts need, apart from the rubric."""
    kennisbank = index.kennisbank
    modellen: dict[str, Any] = {}
    for model in (Praktijk, Bron):
        _beschrijf(model, modellen)
    return {
        "modellen": modellen,
        "lijsten": _lijsten(kennisbank),
        "codes": {
            c.code: {"niveau": c.niveau.value, "oplossing": c.oplossing, "strenger": c.strenger} for c in CODES.values()
        },
        "zinnen": {**SENTENCES, "WW310": ZONDER_REDEN},
        "vormen": {
            bron: {**javascript(bron), "code": code, "wat": wat, "advies": advies}
            for bron, (code, wat, advies) in PATTERNS.items()
        },
        "moment": pattern_of(Moment),
        "gedateerd": sorted(dates.DATED),
        "maanden": dates.MAANDEN,
        "patronen": _patronen(),
        "tekens": _tekens(),
        "rolnamen": sorted(privacy.ROLE_NAMES),
        "verkorters": sorted(links.SHORTENERS),
        "schemas": sorted(links.SCHEMES),
        "maxUrl": links.MAX_URL,
        "afkortingen": sorted(privacy.ABBREVIATIONS),
        "ibanlengtes": privacy.IBAN_LENGTHS,
        "nabij": privacy.NEAR,
        "gebeld": {
            "keer": privacy.MAXDIALLED,
            "minst": privacy.DIGITS.start,
            "meest": privacy.DIGITS.stop - 1,
            "los": privacy.MAX_LONE_DIGITS,
        },
        "telefoon": {str(code): _telefoon(code) for code in _LANDEN},
        "zelden": sorted(SELDOM),
        "sleutels": sorted({*kennisbank.praktijken, *kennisbank.ingetrokken}),
        "verzamelingen": {item.wat: sorted(item.model.model_fields) for item in COLLECTIONS.values()},
        "uitzonderingen": _uitzonderingen(kennisbank),
        "oudeSleutels": {oud: u.id for u in index.uittreksels.values() for oud in u.voorheen},
    }


def _uitzonderingen(kennisbank: Kennisbank) -> dict[str, list[str]]:
    """Codes that only warn in a record of the site because an exception was granted."""
    found: dict[str, set[str]] = {}
    for finding in kennisbank.findings:
        if CODES[finding.code].strenger and finding.niveau is not CODES[finding.code].niveau:
            found.setdefault(PurePosixPath(finding.bestand).stem, set()).add(finding.code)
    return {praktijk_id: sorted(codes) for praktijk_id, codes in sorted(found.items())}


def _beschrijf(model: type[BaseModel], modellen: dict[str, Any]) -> None:
    if model.__name__ in modellen:
        return
    velden: list[dict[str, Any]] = []
    modellen[model.__name__] = velden
    for naam, shape in fields_of(model).items():
        velden.append(
            _vorm(shape, lijst_van(model, naam), modellen)
            | {
                "naam": naam,
                "titel": shape.title,
                "aanduiding": field_name(shape, naam),
                "graad": _GRADEN[shape.grade],
                "ontbreekt": missing_advice(shape, naam) if shape.grade is Graad.VERPLICHT else "",
            }
        )


def _vorm(shape: Shape, lijst: str, modellen: dict[str, Any]) -> dict[str, Any]:
    vorm: dict[str, Any] = {"soort": soort_van(shape), "lijst": lijst}
    if shape.pattern:
        vorm["patroon"] = shape.pattern
    if shape.choices:
        vorm["keuzes"] = shape.choices
    least, most = shape.length
    if least is not None:
        vorm["min"] = least
    if most is not None:
        vorm["max"] = most
    if shape.bounds:
        vorm["grenzen"] = dict(shape.bounds)
        vorm["grenswoorden"] = {key: bounds_in_words({key: limit}) for key, limit in shape.bounds}
    if shape.model:
        _beschrijf(shape.model, modellen)
        vorm["model"] = shape.model.__name__
    if shape.item:
        vorm["onderdeel"] = _vorm(shape.item, lijst, modellen)
    if shape.kind is Kind.MAP and shape.item:
        vorm["soort"] = "kaart"
    return vorm


def _lijsten(kennisbank: Kennisbank) -> dict[str, Any]:
    lijsten: dict[str, Any] = {}
    for naam in sorted({*VOCABULARIES, BRON, TYPE}):
        begrippen = kennisbank.begrippen.get(naam)
        eigen = kennisbank.termen(naam)
        ook = {t.label if naam == GEMEENTE else t.id: t.synoniemen for t in eigen}
        codes = {t.label: t.id for t in eigen} if naam == GEMEENTE else {}
        lijsten[naam] = {
            "titel": begrippen.titel if begrippen else naam,
            "termen": [
                [o.id, o.label, *([codes[o.id]] if o.id in codes else []), *ook.get(o.id, ())]
                if naam != BRON
                else [o.id, o.label, o.uitleg]
                for o in termen(kennisbank, naam)
            ],
        }
    return lijsten


def _patronen() -> dict[str, Any]:
    found = {
        "adres": links.ADDRESS,
        "schema": links.SCHEME,
        "host": links.HOST,
        "html": texts.TAG,
        "anderAlfabet": texts.OTHER_ALPHABET,
        "verdacht": gate.REFUSED,
        "email": privacy.EMAIL,
        "gespeldeEmail": privacy.SPELLED_EMAIL,
        "gespeldeApenstaart": privacy.SPELLED_AT,
        "gespeldePunt": privacy.SPELLED_DOT,
        "gebeld": privacy.DIALLED,
        "gat": privacy.GAP,
        "delen": privacy.PARTS,
        "losCijfer": privacy.LONE_DIGITS,
        "tabInspringing": syntax.TAB_INDENT,
        "hardeInspringing": syntax.HARD_INDENT,
        "geenPersoon": privacy.NOT_PERSONAL,
        "bsnWoord": privacy.BSN_NEAR,
        "negen": privacy.NINE,
        "gegroepeerd": privacy.GROUPED,
        "postcode": privacy.POSTCODE,
        "nummerVoor": privacy.NUMBER_BEFORE,
        "nummerNa": privacy.NUMBER_AFTER,
        "iban": privacy.IBAN,
    }
    return {naam: javascript(p.pattern, _flags(p)) for naam, p in found.items()}


def _flags(pattern: re.Pattern[str]) -> str:
    return "".join(sign for sign, flag in (("i", re.IGNORECASE), ("m", re.MULTILINE)) if pattern.flags & flag)


def _tekens() -> dict[str, Any]:
    return {
        "namen": {str(point): naam for point, naam in gate.NAMES.items()},
        "reeksen": gate.RANGES,
        "anders": gate.INVISIBLE,
    }


def _telefoon(code: int) -> list[list[Any]]:
    region = COUNTRY_CODE_TO_REGION_CODE[code][0]
    metadata = PhoneMetadata.metadata_for_region(region)
    if metadata is None:
        return []
    rows: list[list[Any]] = []
    for soort, dienst in _TELEFOONSOORTEN:
        beschrijving = getattr(metadata, soort)
        if beschrijving is not None and beschrijving.national_number_pattern:
            rows.append([dienst, _dicht(beschrijving.national_number_pattern)])
    return rows


def _dicht(pattern: str) -> str:
    return re.sub(r"\s+", "", pattern)


_WORD = r"\p{L}\p{N}_"
_INSIDE = {"w": _WORD, "d": r"\p{Nd}", "s": r"\s\x1c-\x1f\x85", '"': '"', "'": "'"}
_OUTSIDE = {
    "w": f"[{_WORD}]",
    "W": f"[^{_WORD}]",
    "d": r"\p{Nd}",
    "D": r"\P{Nd}",
    "s": r"[\s\x1c-\x1f\x85]",
    "S": r"[^\s\x1c-\x1f\x85]",
    "b": f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))",
    "-": "-",
    '"': '"',
    "'": "'",
}


def javascript(pattern: str, flags: str = "") -> dict[str, str]:
    r"""Write a regular expression of Python for JavaScript with the flag ``u``, meaning the same.

    ``\w``, ``\d``, ``\s`` and ``\b`` know all alphabets in Python; in JavaScript they do not.
    """
    out: list[str] = []
    inside = False
    signs = iter(pattern)
    for sign in signs:
        if sign == "\\":
            out.append(_escape(next(signs), inside))
            continue
        if sign == "[" and not inside:
            inside = True
        elif sign == "]" and inside:
            inside = False
        out.append("[^\\n]" if sign == "." and not inside else _sign(sign))
    return {"bron": "".join(out), "vlaggen": f"u{flags}"}


def _escape(sign: str, inside: bool) -> str:
    return (_INSIDE if inside else _OUTSIDE).get(sign, f"\\{sign}")


def _sign(sign: str) -> str:
    return sign if " " <= sign <= "~" else f"\\u{{{ord(sign):x}}}"
