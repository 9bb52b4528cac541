"""Personal data in texts: e-mail, telephone, citizen service number, home address, bank account (SEC-P1).

Years, amounts, ISBN and codes such as GM0150 are no personal data; web addresses and DOIs are left out of the search.
Messages show a part of what was found only, because logs of checks are public too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType
from stdnum import iban
from stdnum.nl import bsn

from watwerkt.reading.sentences import say
from watwerkt.reading.slips import Slip, TextRule, folded, outline

if TYPE_CHECKING:
    from collections.abc import Iterator

# fmt: off
ROLE_NAMES = frozenset(
    {
        "aanmelden", "aanmelding", "administratie", "balie", "bestuur", "bibliotheek", "buurtbemiddeling",
        "buurthuis", "buurtkamer", "buurtteam", "clientenraad", "communicatie", "contact", "coordinatie",
        "directie", "donateurs", "dorpshuis", "events", "gemeente", "hallo", "hello", "helpdesk", "hulp",
        "info", "informatie", "inloop", "inschrijven", "inzending", "jongerenwerk", "kantoor", "klantcontact",
        "klantenservice", "loket", "mail", "meedoen", "meldpunt", "office", "onderzoek", "organisatie",
        "participatie", "pers", "planning", "post", "press", "privacy", "project", "projecten", "publicaties",
        "receptie", "redactie", "repaircafe", "samen", "secretariaat", "service", "servicepunt", "sociaalteam",
        "steunpunt", "stichting", "support", "taalcafe", "taalhuis", "taalpunt", "team", "training",
        "voedselbank", "vragen", "vrijwilliger", "vrijwilligers", "webmaster", "welkom", "welzijn",
        "wijkcentrum", "wijkteam",
    }
)
# fmt: on
"""Local parts of addresses that belong to a role, not to a person."""

EMAIL = re.compile(r"(?<![\w.+-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,63})@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+)")
SPELLED_EMAIL = re.compile(
    r"(?<![\w.+-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,63})"
    r"(?:\s{0,2}[(\[{<]\s?(?:at|apenstaart(?:je)?|@)\s?[)\]}>]\s{0,2}|\(a\)|\s{1,2}apenstaart(?:je)?\s{1,2})"
    r"([A-Za-z0-9-]{1,63}"
    r"(?:(?:\.|\s{0,2}[(\[{<]\s?(?:punt|dot|\.)\s?[)\]}>]\s{0,2}|\s{1,2}(?:punt|dot)\s{1,2})[A-Za-z0-9-]{1,63})+)"
    r"|(?<![\w.+-])([A-Za-z0-9]{1,63}[._][A-Za-z0-9._%+-]{1,63})\s{1,2}@\s{1,2}([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+)",
    re.IGNORECASE,
)
"""An address with its signs written out: ``jan (at) voorbeeld punt nl``, ``jan(a)voorbeeld.nl``, ``j.j @ v.nl``."""
SPELLED_AT = re.compile(r"[(\[{<]\s?(?:at|@)\s?[)\]}>]|\(a\)|apenstaart| @", re.IGNORECASE)
SPELLED_DOT = re.compile(r"\s{0,2}[(\[{<]\s?(?:punt|dot|\.)\s?[)\]}>]\s{0,2}|\s{1,2}(?:punt|dot)\s{1,2}", re.IGNORECASE)
_BRACKETED_AT = re.compile(r"[(\[{<]\s?at\s?[)\]}>]|\(a\)", re.IGNORECASE)
# each pattern starts with a character class and looks behind it afterwards: that lets the engine skip fast
DIALLED = re.compile(
    r"[+(0](?<!\w.)(?<!€.)(?<!€ .)(?:(?<=\+)[ (]?[1-9]|(?<=\()0|(?<=0)(?=[0-9)\]]))"
    r"(?:[\s()\[\].·_/\-\u2010-\u2015\u2212]{0,3}[0-9]){7,18}"
)
NOT_PERSONAL = re.compile(
    r"https?://\S+|\bwww\.\S+|\b10\.\d{4,9}/\S+"
    r"|\b97[89][- ]?(?:\d[- ]?){9}[\dXx]\b|\bISBN(?:-1[03])?:? ?(?:\d[- ]?){9}[\dXx]\b"
    r"|\b[0-3]?\d[-/.][01]?\d[-/.](?:19|20)\d\d\b(?![-/.]?\d)",
    re.IGNORECASE,
)
"""Web addresses, DOIs, book numbers and dates."""
BSN_NEAR = re.compile(r"\b(?:bsn|sofi|burgerservice)", re.I)
NINE = re.compile(r"[0-9](?<![\d.,/€-].)(?<!€ .)[0-9]{8}(?![\d/]|[.,-]\d|%| euro)")
GROUPED = re.compile(r"(?<![\d.,/-])(?:\d{8,9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\d/]|[.,-]\d)")
NEAR = 40
MAXDIALLED = 20
"""Rows of digits per text that are looked at; each costs up to a millisecond."""
PARTS = re.compile(r"\s*/\s*|\s+[-\u2010-\u2015]\s+|\s{2,}")
GAP = re.compile(r"\s+")
EDGE = re.compile(r"[^0-9]+$")
DIGITS = range(9, 16)
LONE_DIGITS = re.compile(r"(?<![0-9])[0-9](?![0-9])")
MAX_LONE_DIGITS = 2
"""``+31 (0)6 12345678`` has two; a row of more is a scale or a list."""
POSTCODE = re.compile(r"[1-9](?<![\w.,-].)[0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}(?!\w)")
NUMBER_BEFORE = re.compile(r"[a-zA-Z.]{3,} \d{1,4} ?[a-zA-Z]?\s{0,2},?\s{0,2}$")
NUMBER_AFTER = re.compile(r"^[\s,]{1,3}(?:nr\.? ?|huisnummer )?\d{1,4}(?![\d%.,]*\d)")
ABBREVIATIONS = frozenset({"BV", "CV", "EG", "EU", "NL", "NV", "OM", "PW", "UK", "VK", "VN", "VS"})
IBAN = re.compile(r"[A-Z](?<![A-Za-z0-9].)[A-Z][0-9]{2}(?: ?[A-Z0-9]{2,4}){3,8}(?![A-Za-z0-9])")
_IBAN_OUTLINE = re.compile(rb"AA00(?: ?[A0]{2,4}){3}")
IBAN_LENGTHS = {"AT": 20, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "LU": 20, "NL": 18, "PL": 28, "TR": 26}
SERVICE = frozenset(
    {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
        PhoneNumberType.VOICEMAIL,
    }
)


def _without_codes(text: str) -> str:
    # same length, so that offsets keep their meaning
    return NOT_PERSONAL.sub(lambda match: "\u25af" * len(match.group()), text)


def _masked(text: str) -> str:
    return text[:2] + "•" * max(3, len(text) - 2) if len(text) < 30 else text[:2] + "•••"


def email(text: str) -> Iterator[Slip]:
    """WW510: an address whose name is not a role, also when its signs are written out."""
    found = [(match, match[1], match[2]) for match in EMAIL.finditer(text)]
    if SPELLED_AT.search(text):
        found += [(match, match[1] or match[3], match[2] or match[4]) for match in SPELLED_EMAIL.finditer(text)]
    for match, name, domain in found:
        first = re.split(r"[._+\-\d]", name.lower(), maxsplit=1)[0]
        if first not in ROLE_NAMES:
            yield Slip("WW510", match.group(), say("WW510", begin=name[0], domein=SPELLED_DOT.sub(".", domain)))


def _may_hold_email(text: str) -> bool:
    if "@" in text or "apenstaart" in folded(text):
        return True
    return any(sign in text for sign in "([{<") and _BRACKETED_AT.search(text) is not None


def telephone(text: str) -> Iterator[Slip]:
    """WW511: a valid telephone number that is no service number."""
    bare = _without_codes(text)
    at = 0
    for _ in range(MAXDIALLED):
        row = DIALLED.search(bare, at)
        if row is None:
            return
        at = row.start() + 1
        if number := _number_in(row.group()):
            at = row.start() + row.group().index(number) + len(number)
            yield Slip("WW511", number, say("WW511", stuk=_masked(number)))


def _number_in(row: str) -> str:
    """The telephone number in a row of digits: all of it, a part between wide gaps, or its first words."""
    beginnings = [row[: gap.start()] for gap in GAP.finditer(row)]
    candidates = [row, *PARTS.split(row), *reversed(beginnings)]
    return next((EDGE.sub("", item) for item in candidates if _is_number(item)), "")


def _is_number(piece: str) -> bool:
    digits = re.sub(r"[^0-9+]", "", piece)
    if len(digits) not in DIGITS or len(LONE_DIGITS.findall(piece)) > MAX_LONE_DIGITS:
        return False
    try:
        number = phonenumbers.parse(digits, "NL")
    except NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) not in SERVICE


def citizen_number(text: str) -> Iterator[Slip]:
    """WW512 next to the word bsn, WW513 elsewhere: nine digits that pass the elfproef (9.1 % do by chance)."""
    bare = _without_codes(text)
    certain: set[int] = set()
    for word in BSN_NEAR.finditer(bare):
        low, high = max(0, word.start() - NEAR), word.end() + NEAR
        for match in GROUPED.finditer(bare, low, min(len(bare), high)):
            if match.start() not in certain and _passes(match.group()):
                certain.add(match.start())
                yield Slip("WW512", match.group(), say("WW512", stuk=_masked(match.group())))
    for match in NINE.finditer(bare):
        if match.start() not in certain and _passes(match.group()):
            yield Slip(
                "WW513",
                match.group(),
                say("WW513", stuk=_masked(match.group())),
            )


def _may_hold_citizen_number(text: str) -> bool:
    if b"000000000" in outline(text) and NINE.search(text):
        return True
    return any(word in folded(text) for word in ("bsn", "sofi", "burgerservice"))


def _passes(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return len(set(digits)) > 1 and bool(bsn.is_valid(digits))


def home_address(text: str) -> Iterator[Slip]:
    """WW514: a postcode with a house number before or after it."""
    for match in POSTCODE.finditer(text):
        found = match.group()
        if found[-2:] in ABBREVIATIONS and found[:2] in {"19", "20"}:
            continue
        before = text[max(0, match.start() - 30) : match.start()]
        after = text[match.end() : match.end() + 15]
        if NUMBER_BEFORE.search(before) or NUMBER_AFTER.search(after):
            yield Slip("WW514", found, say("WW514", begin=found[:4]))


def _may_hold_postcode(text: str) -> bool:
    form = outline(text)
    return (b"0000AA" in form or b"0000 AA" in form) and POSTCODE.search(text) is not None


def bank_account(text: str) -> Iterator[Slip]:
    """WW515: an IBAN by its check digits (ISO 13616), of any country."""
    for match in IBAN.finditer(text):
        found = _cut(match.group())
        if iban.is_valid(found, check_country=False):
            yield Slip("WW515", found, say("WW515", begin=found[:4]))


def _may_hold_account(text: str) -> bool:
    return _IBAN_OUTLINE.search(outline(text)) is not None and IBAN.search(text) is not None


def _cut(found: str) -> str:
    """Cut a match that ran on into the capitals behind it to the length that its country uses."""
    signs = IBAN_LENGTHS.get(found[:2], len(found))
    end = 0
    while signs and end < len(found):
        signs -= found[end] != " "
        end += 1
    return found[:end]


RULES: tuple[TextRule, ...] = (
    TextRule(email, _may_hold_email),
    TextRule(telephone, lambda text: DIALLED.search(text) is not None),
    TextRule(citizen_number, _may_hold_citizen_number),
    TextRule(home_address, _may_hold_postcode),
    TextRule(bank_account, _may_hold_account),
)
