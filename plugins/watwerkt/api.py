"""The public Python interface: load the content, choose practices, score and compare them, and get tables.

What is here is kept: names are added, and only renamed or removed with a new major version. The fields of a record are
described in the field guide of the site (*Veldgids*).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from watwerkt.exports.edition import Edition
from watwerkt.knowledge import loading
from watwerkt.knowledge.suggestions import key_advice
from watwerkt.records.praktijk import Soort, Status
from watwerkt.scoring import verdict
from watwerkt.views.index import build_index

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    import pandas as pd

    from watwerkt.knowledge.kennisbank import Kennisbank
    from watwerkt.reading.findings import Finding
    from watwerkt.records import Begrippenlijst, Bron, Interventietype, Praktijk, Rubriek
    from watwerkt.scoring import Dimensiescore, Oordeelwoord, Profiel

DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}
"""Kind of a column to its type in pandas; all of them can hold a missing value."""


def load(content: str | Path = "content", *, cache: str | Path | None = None) -> Kennis:
    """Read and check the content folder of the project.

    Args:
        content: the folder with ``praktijken``, ``bronnen``, ``begrippen``, ``interventietypen`` and ``model``.
        cache: a folder for what was read, which makes the next time faster.

    Raises:
        KennisbankError: there is no such folder, or no usable rubric; the message is Dutch.

    >>> kb = load("content")
    >>> len(kb) > 0
    True
    """
    return Kennis(loading.load(Path(content), cache=None if cache is None else Path(cache)))


class Kennis:
    """Practices in title order, with everything that they refer to. A record with errors is not in it.

    It has a length, gives its practices one by one, and one of them by its id:

    >>> kb = load("content")
    >>> first = next(iter(kb))
    >>> first.id in kb, kb[first.id] == first
    (True, True)
    >>> {praktijk.status.value for praktijk in kb.filter(status="gestopt")}
    {'gestopt'}
    """

    def __init__(self, kennisbank: Kennisbank) -> None:
        """Wrap a knowledge base."""
        self._kennisbank = kennisbank
        self._index = build_index(kennisbank)

    def __len__(self) -> int:
        return len(self._index.kaarten)

    def __iter__(self) -> Iterator[Praktijk]:
        return (self._kennisbank.praktijken[praktijk_id] for praktijk_id in self._index.kaarten)

    def __contains__(self, praktijk_id: object) -> bool:
        return praktijk_id in self._index.kaarten

    def __getitem__(self, praktijk_id: str) -> Praktijk:
        """Return a practice by its id.

        Raises:
            KeyError: there is no such practice; the message names the nearest.
        """
        found = self._kennisbank.praktijken.get(praktijk_id)
        if found is None:
            raise KeyError(f"De praktijk {praktijk_id!r} is er niet. {key_advice(praktijk_id, self._index.kaarten)}")
        return found

    @property
    def rubriek(self) -> Rubriek:
        """The 4+1 model: dimensions, criteria, weights and thresholds."""
        return self._kennisbank.rubriek

    @property
    def bronnen(self) -> Mapping[str, Bron]:
        """Sources by id."""
        return self._kennisbank.bronnen

    @property
    def begrippen(self) -> Mapping[str, Begrippenlijst]:
        """Vocabularies by id."""
        return self._kennisbank.begrippen

    @property
    def interventietypen(self) -> Mapping[str, Interventietype]:
        """Model interventions by id."""
        return self._kennisbank.interventietypen

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What `watwerkt check` says about the content as a whole."""
        return self._kennisbank.findings

    def filter(
        self,
        *,
        thema: str | None = None,
        doelgroep: str | None = None,
        leefgebied: str | None = None,
        gemeente: str | None = None,
        interventietype: str | None = None,
        status: str | None = None,
        soort: str | None = None,
        where: Callable[[Praktijk], bool] | None = None,
    ) -> Kennis:
        """Return the practices that meet every condition.

        Args:
            thema: key of a theme that the practice has.
            doelgroep: key of a target group that it has.
            leefgebied: key of a domain of life that it has.
            gemeente: name, synonym or CBS code of a municipality where it works or worked.
            interventietype: key of the model intervention that it is an example of.
            status: ``lopend``, ``structureel``, ``afgerond``, ``gestopt`` or ``onbekend``.
            soort: kind of practice, such as ``project``.
            where: any other condition, a function of the record.

        Raises:
            ValueError: a key does not exist; the message names the nearest.

        >>> load("content").filter(status="gestop")
        Traceback (most recent call last):
        ValueError: 'gestop' is geen status. Bedoelt u `gestopt`?
        """
        conditions: list[Callable[[Praktijk], bool]] = [where] if where else []
        for field, lijst, key in (
            ("themas", "themas", thema),
            ("doelgroepen", "doelgroepen", doelgroep),
            ("leefgebieden", "leefgebieden", leefgebied),
        ):
            if key is not None:
                _known(key, [term.id for term in self.begrippen[lijst].termen], f"sleutel van {lijst}")
                conditions.append(lambda p, field=field, key=key: key in getattr(p, field))  # type: ignore[misc]
        for field, options, key in (
            ("interventietype", self.interventietypen, interventietype),
            ("status", [s.value for s in Status], status),
            ("soort", [s.value for s in Soort], soort),
        ):
            if key is not None:
                _known(key, options, field)
                conditions.append(lambda p, field=field, key=key: getattr(p, field) == key)  # type: ignore[misc]
        if gemeente is not None:
            conditions.append(self._in(gemeente))
        chosen = {p.id: p for p in self if all(condition(p) for condition in conditions)}
        return Kennis(replace(self._kennisbank, praktijken=chosen))

    def _in(self, naam: str) -> Callable[[Praktijk], bool]:
        place = self._kennisbank.gemeente(naam)
        if place is None:
            raise ValueError(f"{naam!r} is geen gemeente van nu. Gebruik de officiële naam of de CBS-code.")
        return lambda p: any(self._kennisbank.gemeente(loc.gemeente) == place for loc in p.locaties)

    def score(self, praktijk: str | Praktijk) -> Profiel:
        """Return the score per dimension, 0-100, with its interval and coverage; by the leading scan.

        Raises:
            KeyError: there is no such practice.

        >>> kb = load("content")
        >>> meten = kb.score(next(iter(kb)))["meten"]
        >>> 0 <= meten.laag <= meten.hoog <= 100
        True
        """
        return self._index.uittreksels[self[praktijk].id if isinstance(praktijk, str) else praktijk.id].profiel

    def verdict(self, praktijk: str | Praktijk) -> Oordeelwoord:
        """Return the verdict over the four ``kern`` dimensions, ``onvoldoende_bekend`` without a scan."""
        return verdict(self.rubriek, self.score(praktijk))

    def compare(self, *praktijken: str | Praktijk) -> dict[str, dict[str, Dimensiescore]]:
        """Return per dimension id the score of each practice by its id, in the order of the rubric.

        Raises:
            KeyError: one of the practices is not there.

        >>> kb = load("content")
        >>> one, other, *_ = kb
        >>> table = kb.compare(one, other)
        >>> list(table["meten"]) == [one.id, other.id]
        True
        """
        ids = [self[p].id if isinstance(p, str) else p.id for p in praktijken]
        profielen = {praktijk_id: self.score(praktijk_id) for praktijk_id in ids}
        return {d.id: {key: profiel[d.id] for key, profiel in profielen.items()} for d in self.rubriek.dimensies}

    def to_dataframe(self, table: str = "praktijken") -> pd.DataFrame:
        """Return a table as a pandas DataFrame: the same tables, columns and values as the published files.

        Args:
            table: ``praktijken``, ``scores``, ``criteria``, ``partners`` or another name; the data page lists them.

        Raises:
            ImportError: pandas is not installed; nothing else needs it.
            ValueError: there is no such table.

        >>> frame = load("content").to_dataframe("scores")
        >>> sorted(frame["dimensie"].unique())[:2]
        ['aanpak', 'coalitie']
        """
        try:
            import pandas as pd
        except ImportError:
            raise ImportError(
                "to_dataframe heeft pandas nodig: pip install pandas. (to_dataframe needs pandas.)"
            ) from None
        _known(table, self._edition.tables, "tabel")
        columns, rows = self._edition.tables[table].columns, self._edition.rows(table)
        frame = pd.DataFrame(list(rows), columns=[column.name for column in columns], dtype="object")
        return frame.astype({column.name: DTYPES[column.kind] for column in columns})

    @cached_property
    def _edition(self) -> Edition:
        return Edition(self._index, self._kennisbank.peildatum)


def _known(key: str, options: Collection[str], what: str) -> None:
    if key not in options:
        raise ValueError(f"{key!r} is geen {what}. {key_advice(key, options)}")
