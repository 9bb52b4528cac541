"""Rules within one record: facts that must agree with each other. One small function per rule."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.reading.sentences import say
from watwerkt.records import Begrippenlijst, Interventietype, Praktijk, Rubriek
from watwerkt.records.base import ONBEKEND
from watwerkt.records.praktijk import Status
from watwerkt.records.rubriek import SoortDimensie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pydantic import BaseModel

    from watwerkt.reading.findings import Path
    from watwerkt.records.praktijk import Indicator


class Remark(NamedTuple):
    """What a rule has to say about one place in a record."""

    code: str
    path: Path
    boodschap: str


def before(first: str | None, second: str | None) -> bool:
    """Tell whether one moment certainly lies before another, at the precision that both have.

    >>> before("2009", "2009-03"), before("2008-12", "2009"), before("onbekend", "2009")
    (False, True, False)
    """
    if not first or not second or ONBEKEND in (first, second):
        return False
    length = min(len(first), len(second))
    return first[:length] < second[:length]


def end_after_start(record: Praktijk) -> Iterator[Remark]:
    """WW410."""
    if before(record.einde, record.start):
        yield Remark("WW410", ("einde",), say("WW410", einde=record.einde, start=record.start))


def not_later_than_updated(record: Praktijk) -> Iterator[Remark]:
    """WW411: compared with the record's own ``bijgewerkt``, never with the clock."""
    moments: list[tuple[Path, str, str]] = [
        (("scans", i, "datum"), scan.datum, "Deze scan") for i, scan in enumerate(record.scans)
    ]
    moments.append((("start",), record.start, "Deze start"))
    if record.einde and record.status.voorbij:
        moments.append((("einde",), record.einde, "Dit einde"))
    moments += [(("erkenning", i, "datum"), item.datum, "Deze erkenning") for i, item in enumerate(record.erkenning)]
    for i, indicator in enumerate(record.indicatoren):
        moments += [(path, moment, "Deze meting") for path, moment in _measured(indicator, ("indicatoren", i))]
    if record.ingetrokken:
        moments.append((("ingetrokken", "datum"), record.ingetrokken.datum, "Deze intrekking"))
    for path, moment, what in moments:
        if before(record.bijgewerkt, moment):
            yield Remark("WW411", path, say("WW411", wat=what, moment=moment, bijgewerkt=record.bijgewerkt))


def _measured(indicator: Indicator, path: Path) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    if indicator.nulmeting:
        found.append(((*path, "nulmeting", "moment"), indicator.nulmeting.moment))
    found += [((*path, "metingen", j, "moment"), item.moment) for j, item in enumerate(indicator.metingen)]
    return found


def measurements_in_order(record: Praktijk) -> Iterator[Remark]:
    """WW412."""
    for i, indicator in enumerate(record.indicatoren):
        measured = _measured(indicator, ("indicatoren", i))
        for (_, earlier), (path, later) in pairwise(measured):
            if before(later, earlier):
                yield Remark("WW412", path, say("WW412", later=later, eerder=earlier))


_WHOLE = 100 + 1e-6
"""Percent; decimals such as 0.2, 83.9 and 15.9 may add up to a little more than they should."""


def shares_add_up(record: Praktijk) -> Iterator[Remark]:
    """WW413: shares of one period together are at most 100 percent."""
    totals: dict[str | None, float] = defaultdict(float)
    for i, item in enumerate(record.verduurzaming.financiering):
        if item.aandeel is None:
            continue
        was = totals[item.periode]
        totals[item.periode] += item.aandeel
        if was <= _WHOLE < totals[item.periode]:
            total = f"{totals[item.periode]:g}".replace(".", ",")
            yield Remark(
                "WW413",
                ("verduurzaming", "financiering", i, "aandeel"),
                say("WW413", totaal=total),
            )


def amounts_in_order(record: Praktijk) -> Iterator[Remark]:
    """WW414."""
    for i, baat in enumerate(record.verduurzaming.baten):
        if baat.bedragen is None:
            continue
        named = [(name, getattr(baat.bedragen, name)) for name in ("laag", "verwacht", "hoog")]
        known = [(name, amount) for name, amount in named if amount is not None]
        for (low_name, low), (high_name, high) in pairwise(known):
            if low > high:
                path = ("verduurzaming", "baten", i, "bedragen", low_name)
                boodschap = say("WW414", laag=low_name, bedrag=low, hoog=high_name, hoger=high)
                yield Remark("WW414", path, boodschap)


def status_fits_end(record: Praktijk) -> Iterator[Remark]:
    """WW415."""
    if record.status in {Status.LOPEND, Status.STRUCTUREEL} and before(record.einde, record.bijgewerkt):
        yield Remark("WW415", ("status",), say("WW415", status=record.status, einde=record.einde))


def nothing_twice(record: Praktijk | Interventietype) -> Iterator[Remark]:
    """WW416."""
    for field in ("themas", "leefgebieden", "doelgroepen", "voorheen"):
        for index, key in _repeated(getattr(record, field, ())):
            yield Remark("WW416", (field, index), say("WW416", sleutel=key, veld=field))


def _repeated(keys: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, key in enumerate(keys):
        if key in seen:
            yield index, key
        seen.add(key)


def one_scan_per_assessor_and_day(record: Praktijk) -> Iterator[Remark]:
    """WW311."""
    keys = [f"{scan.datum}, {scan.beoordelaar.rol}, {scan.beoordelaar.organisatie}" for scan in record.scans]
    for index, key in _repeated(keys):
        yield Remark("WW311", ("scans", index), say("WW311", sleutel=key))


def scale_complete(record: Rubriek) -> Iterator[Remark]:
    """WW312."""
    levels = [step.niveau for step in record.schaal]
    if levels != [0, 1, 2, 3, 4]:
        yield Remark("WW312", ("schaal",), f"De schaal heeft de niveaus {levels}; nodig is [0, 1, 2, 3, 4].")


def criteria_unique(record: Rubriek) -> Iterator[Remark]:
    """WW313."""
    for index, key in _repeated(dimensie.id for dimensie in record.dimensies):
        yield Remark("WW313", ("dimensies", index, "id"), f"De dimensie `{key}` staat er dubbel.")
    for number, dimensie in enumerate(record.dimensies):
        for index, key in _repeated(item.id for item in dimensie.criteria):
            yield Remark(
                "WW313", ("dimensies", number, "criteria", index, "id"), f"Het criterium `{key}` staat er dubbel."
            )


def has_core(record: Rubriek) -> Iterator[Remark]:
    """WW314."""
    if all(dimensie.soort is not SoortDimensie.KERN for dimensie in record.dimensies):
        yield Remark("WW314", ("dimensies",), "Geen enkele dimensie heeft `soort: kern`.")


def terms_unique(record: Begrippenlijst) -> Iterator[Remark]:
    """WW408."""
    for index, key in _repeated(term.id for term in record.termen):
        yield Remark("WW408", ("termen", index, "id"), f"De sleutel `{key}` staat er dubbel.")


def labels_differ(record: Begrippenlijst) -> Iterator[Remark]:
    """WW409."""
    for index, _ in _repeated(term.label.casefold() for term in record.termen):
        label = record.termen[index].label
        yield Remark("WW409", ("termen", index, "label"), f"Een eerdere term heet ook ‘{label}’.")


_RULES: dict[type[BaseModel], tuple[Callable[..., Iterator[Remark]], ...]] = {
    Praktijk: (
        end_after_start,
        not_later_than_updated,
        measurements_in_order,
        shares_add_up,
        amounts_in_order,
        status_fits_end,
        nothing_twice,
        one_scan_per_assessor_and_day,
    ),
    Interventietype: (nothing_twice,),
    Rubriek: (scale_complete, criteria_unique, has_core),
    Begrippenlijst: (terms_unique, labels_differ),
}


def disagreements(record: BaseModel) -> Iterator[Remark]:
    """Apply every rule for the kind of record."""
    for rule in _RULES.get(type(record), ()):
        yield from rule(record)
