"""Rules over all records together: ids, old ids, references and terms. One small function per rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from watwerkt.knowledge.collections import COLLECTIONS
from watwerkt.knowledge.kennisbank import name_key, names_of
from watwerkt.knowledge.references import BRON, GEMEENTE, RUBRIEK, TYPE, VOCABULARIES, references
from watwerkt.knowledge.suggestions import gemeente_advice, key_advice, term_advice
from watwerkt.reading.document import MAX_FINDINGS, Document, make, parse
from watwerkt.reading.findings import Ernst, dotted
from watwerkt.reading.gate import escaped
from watwerkt.reading.sentences import say
from watwerkt.reading.shapes import walk_records
from watwerkt.reading.words import keys_listed
from watwerkt.records import Begrippenlijst, Rubriek

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from watwerkt.knowledge.loading import Entry
    from watwerkt.reading.findings import Finding, Path
    from watwerkt.records import Term


FORM_OF_KEY = "WW215"
"""Says less than what is found when the lists are at hand."""


class Unknown(NamedTuple):
    """How to report a reference that leads nowhere: code, message and advice."""

    code: str
    boodschap: str
    advies: str


@dataclass
class Whole:
    """All entries, indexed for the rules. ``root`` is the name of the content folder."""

    entries: Sequence[Entry]
    root: str

    @cached_property
    def ids(self) -> dict[str, dict[str, Entry]]:
        """Every file by collection and id, also those with errors: a reference to such a file is not wrong."""
        found: dict[str, dict[str, Entry]] = {folder: {} for folder in COLLECTIONS}
        for entry in self.entries:
            found[entry.file.collection][entry.file.record_id] = entry
        return found

    @cached_property
    def used(self) -> dict[str, set[str]]:
        """Every value of each kind of reference that occurs."""
        found: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            for kind, values in entry.examination.refers.items():
                found[kind].update(values)
        return found

    @cached_property
    def lists(self) -> dict[str, Begrippenlijst]:
        """The vocabularies that could be read."""
        found = ((name, entry.examination.record) for name, entry in self.ids["begrippen"].items())
        return {name: record for name, record in found if isinstance(record, Begrippenlijst)}

    @cached_property
    def terms(self) -> dict[str, frozenset[str]]:
        """The ids of the terms of each vocabulary."""
        return {name: frozenset(term.id for term in lijst.termen) for name, lijst in self.lists.items()}

    @cached_property
    def gemeenten(self) -> dict[str, tuple[Term, ...]]:
        """Municipalities by id, label and synonym."""
        lijst = self.lists.get(GEMEENTE)
        return names_of(lijst) if lijst else {}

    @cached_property
    def criteria(self) -> Mapping[str, frozenset[str]] | None:
        """Criteria by dimension, or nothing when the rubric could not be read."""
        for entry in self.ids["model"].values():
            if isinstance(record := entry.examination.record, Rubriek):
                return {item.id: frozenset(criterium.id for criterium in item.criteria) for item in record.dimensies}
        return None


def cross_check(entries: Sequence[Entry], root: str) -> Iterator[Finding]:
    """Apply every rule that looks at more than one file."""
    whole = Whole(entries, root)
    for rule in _RULES:
        yield from rule(whole)


def id_is_file_name(whole: Whole) -> Iterator[Finding]:
    """WW401; a record without a readable or valid id is reported as such already."""
    for entry in whole.entries:
        told, file = entry.examination.record_id, entry.file
        if told is None or told == file.record_id or "id" in _faulty_paths(entry):
            continue
        document = _reread(entry)
        boodschap = f"De sleutel is `{escaped(told)}`, maar het bestand heet `{file.record_id}.yml`."
        document.add("WW401", ("id",), boodschap)
        yield document.findings[-1]


def old_ids_free(whole: Whole) -> Iterator[Finding]:
    """WW406: an old id belongs to one record and is nobody's present id."""
    taken: dict[tuple[str, str], str] = {
        (folder, key): entry.file.bestand for folder, found in whole.ids.items() for key, entry in found.items()
    }
    for entry in whole.entries:
        voorheen = entry.examination.facts.voorheen
        for index, old in enumerate(voorheen):
            if old in voorheen[:index]:
                continue  # WW416
            owner = taken.setdefault((entry.file.collection, old), entry.file.bestand)
            if owner != entry.file.bestand or old == entry.file.record_id:
                who = "dit record zelf" if owner == entry.file.bestand else f"`{owner}`"
                document = _reread(entry)
                document.add("WW406", ("voorheen", index), say("WW406", sleutel=old, wie=who))
                yield document.findings[-1]


def lists_present(whole: Whole) -> Iterator[Finding]:
    """WW420: one finding for a missing vocabulary, instead of one for each of its terms."""
    for name in sorted(whole.used.keys() & VOCABULARIES - whole.ids["begrippen"].keys()):
        bestand = f"{whole.root}/begrippen/{name}.yml"
        yield make(bestand, 1, 1, "", "WW420", f"De begrippenlijst `{name}` ontbreekt, maar records gebruiken haar.")


def references_lead_somewhere(whole: Whole) -> Iterator[Finding]:
    """WW301, WW302 and WW402-WW405."""
    verdicts = {(kind, value): _verdict(whole, kind, value) for kind, found in whole.used.items() for value in found}
    unknown = {key: verdict for key, verdict in verdicts.items() if verdict}
    for entry in whole.entries if unknown else ():
        refers = entry.examination.refers.items()
        wrong = {key: unknown[key] for kind, values in refers for value in values if (key := (kind, value)) in unknown}
        if wrong:
            yield from _placed(entry, wrong)


def _placed(entry: Entry, wrong: Mapping[tuple[str, str], Unknown]) -> Iterator[Finding]:
    document = _reread(entry)
    # a name in words has the wrong form for a key; that it is not in the list, and what is meant, says more
    told = _faulty_paths(entry, but=FORM_OF_KEY)
    for kind, value, path in references(walk_records(document.data, COLLECTIONS[entry.file.collection].model)):
        verdict = wrong.get((kind, value))
        if verdict and dotted(path) not in told:
            document.add(verdict.code, path, verdict.boodschap, verdict.advies, key=kind == RUBRIEK)
        if len(document.findings) == MAX_FINDINGS:
            break
    yield from document.findings


def _verdict(whole: Whole, kind: str, value: str) -> Unknown | None:
    if kind == RUBRIEK:
        return _in_rubric(whole, value)
    if kind in (BRON, TYPE):
        return _in_collection(whole, kind, value)
    lijst = whole.lists.get(kind)
    if lijst is None:
        return None
    if kind == GEMEENTE:
        return _gemeente(whole, lijst, value)
    if value in whole.terms[kind]:
        return None
    return Unknown("WW402", say("WW402", waarde=escaped(value), lijst=lijst.titel), term_advice(lijst, value))


def _in_collection(whole: Whole, kind: str, value: str) -> Unknown | None:
    known = whole.ids[kind]
    if value in known:
        return None
    code = "WW403" if kind == BRON else "WW404"
    return Unknown(code, say(code, waarde=escaped(value), map=whole.root), key_advice(value, known))


def _gemeente(whole: Whole, lijst: Begrippenlijst, value: str) -> Unknown | None:
    named = whole.gemeenten.get(name_key(value), ())
    if len(named) == 1:
        return None
    boodschap = say("WW405 meer" if named else "WW405", waarde=escaped(value))
    return Unknown("WW405", boodschap, gemeente_advice(lijst, value))


def _in_rubric(whole: Whole, value: str) -> Unknown | None:
    criteria = whole.criteria
    if criteria is None:
        return None
    dimensie, _, criterium = value.partition("/")
    if dimensie not in criteria:
        if criterium:
            return None  # told once, at the dimension
        advies = key_advice(value, criteria, every=True)
        return Unknown("WW301", say("WW301", sleutel=escaped(value)), advies)
    if not criterium or criterium in criteria[dimensie]:
        return None
    elsewhere = [name for name, found in criteria.items() if criterium in found]
    advies = key_advice(criterium, criteria[dimensie], every=True)
    if elsewhere:
        advies = f"Dit criterium hoort bij {keys_listed(elsewhere)}. {advies}"
    return Unknown("WW302", say("WW302", sleutel=escaped(criterium), dimensie=dimensie), advies)


def broader_terms(whole: Whole) -> Iterator[Finding]:
    """WW407: ``breder`` exists in the own list (or, for municipalities, in the provinces) and makes no circle."""
    for name, lijst in whole.lists.items():
        broader = {term.id: term.breder for term in lijst.termen}
        above = {term.id for term in whole.lists["provincies"].termen} if "provincies" in whole.lists else set()
        open_end = name == "gemeenten" and "provincies" not in whole.lists
        for index, term in enumerate(lijst.termen):
            fault = _broader_fault(term.id, broader, above, open_end)
            if fault:
                document = _reread(whole.ids["begrippen"][name])
                document.add("WW407", ("termen", index, "breder"), fault)
                yield document.findings[-1]


def _broader_fault(term_id: str, broader: Mapping[str, str | None], above: set[str], open_end: bool) -> str:
    up = broader[term_id]
    if up is None:
        return ""
    if up not in broader:
        return "" if up in above or open_end else f"De bredere term `{escaped(up)}` bestaat niet."
    seen = {term_id}
    step: str | None = up
    while step is not None and step in broader:
        if step == term_id:
            return f"`{term_id}` staat via `breder` boven zichzelf."
        if step in seen:
            return ""  # a circle further up is told there
        seen.add(step)
        step = broader[step]
    return ""


def sources_used(whole: Whole) -> Iterator[Finding]:
    """WW603; a source that is named in a file with errors counts as used, for its references may be unreadable."""
    if whole.criteria is None or any(True for _ in lists_present(whole)):
        return
    unsure = [entry.raw for entry in whole.entries if not entry.examination.valid]
    for key, entry in whole.ids["bronnen"].items():
        if key in whole.used[BRON] or not entry.examination.valid or any(key.encode() in raw for raw in unsure):
            continue
        yield make(entry.file.bestand, 1, 1, "", "WW603", f"Geen enkel record verwijst naar de bron `{key}`.")


MAX_AHEAD = 400
"""So many days may a practice be updated or scanned after the middle one of all practices."""
_ENOUGH = 5


def dates_near_the_others(whole: Whole) -> Iterator[Finding]:
    """WW417: a mistyped year, found by comparing with the other practices, never with the clock."""
    known = [entry for entry in whole.ids["praktijken"].values() if entry.examination.valid]
    if len(known) < _ENOUGH:
        return
    middle = sorted(entry.examination.facts.bijgewerkt for entry in known)[(len(known) - 1) // 2]
    latest = (date.fromisoformat(middle) + timedelta(MAX_AHEAD)).isoformat() if middle < "9998" else "9999-12-31"
    for entry in known:
        facts = entry.examination.facts
        dates: list[tuple[Path, str]] = [(("bijgewerkt",), facts.bijgewerkt)]
        dates += [(("scans", index, "datum"), day) for index, day in enumerate(facts.scandagen)]
        late = [(path, day) for path, day in dates if day > latest]
        if late:
            document = _reread(entry)
            for path, day in late:
                document.add("WW417", path, f"Klopt dit jaar? {day} ligt ver na de andere praktijken ({middle}).")
            yield from document.findings


def successors_exist(whole: Whole) -> Iterator[Finding]:
    """WW418: the successor of a withdrawn practice is another practice, that was not withdrawn itself."""
    for entry in whole.ids["praktijken"].values():
        opvolger = entry.examination.facts.opvolger
        if not opvolger:
            continue
        other = whole.ids["praktijken"].get(opvolger)
        if other is None:
            fault = "bestaat niet"
        elif other is entry:
            fault = "is dit record zelf"
        elif other.examination.facts.ingetrokken:
            fault = "is zelf ook ingetrokken"
        else:
            continue
        document = _reread(entry)
        known = whole.ids["praktijken"].keys() - {entry.file.record_id}
        boodschap = f"De opvolger `{escaped(opvolger)}` {fault}."
        document.add("WW418", ("ingetrokken", "opvolger"), boodschap, key_advice(opvolger, known))
        yield document.findings[-1]


_RULES = (
    id_is_file_name,
    old_ids_free,
    successors_exist,
    lists_present,
    references_lead_somewhere,
    broader_terms,
    sources_used,
    dates_near_the_others,
)


def _faulty_paths(entry: Entry, *, but: str = "") -> set[str]:
    found = entry.examination.findings
    return {item.pad for item in found if item.niveau is Ernst.FOUT and item.code != but}


def _reread(entry: Entry) -> Document:
    # places are not kept; only files with something to report are read twice
    document = parse(entry.raw, entry.file.bestand)
    document.findings.clear()
    return document
