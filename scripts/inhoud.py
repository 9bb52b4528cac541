"""Tell about the content what a second reader wants to know.

``python scripts/inhoud.py onbekend`` lists per practice how many criteria are known, and the share that is unknown.
``python scripts/inhoud.py steekproef --aantal 30 --zaad 1`` draws assessments to check against their source: the same
number and seed give the same sample.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from watwerkt.knowledge.kennisbank import Kennisbank, KennisbankError
from watwerkt.knowledge.loading import load
from watwerkt.scoring import leidende_scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from watwerkt.records.scan import Oordeel

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Assessment:
    """One criterion of the leading scan of one practice; without an ``oordeel`` nobody assessed it."""

    praktijk: str
    dimensie: str
    criterium: str
    oordeel: Oordeel | None

    @property
    def known(self) -> bool:
        """Whether there is a level."""
        return self.oordeel is not None and self.oordeel.bekend


def assessments(kennisbank: Kennisbank) -> Iterator[Assessment]:
    """Yield every criterion of every practice, in order of id and of the rubric."""
    for praktijk_id, praktijk in sorted(kennisbank.praktijken.items()):
        scan = leidende_scan(praktijk.scans)
        for dimensie in kennisbank.rubriek.dimensies:
            oordelen = scan.oordelen.get(dimensie.id, {}) if scan else {}
            for criterium in dimensie.criteria:
                yield Assessment(praktijk_id, dimensie.id, criterium.id, oordelen.get(criterium.id))


def report_unknown(kennisbank: Kennisbank) -> None:
    """Print what is known per practice and per dimension; a share is a finding, not a failure."""
    alle = list(assessments(kennisbank))
    per_praktijk = Counter(a.praktijk for a in alle if a.known)
    criteria = sum(len(d.criteria) for d in kennisbank.rubriek.dimensies)
    for praktijk_id, praktijk in sorted(kennisbank.praktijken.items()):
        print(f"{per_praktijk[praktijk_id]:3} van {criteria}  {praktijk.record_status.value:10} {praktijk_id}")
    print()
    for dimensie in kennisbank.rubriek.dimensies:
        deel = [a for a in alle if a.dimensie == dimensie.id]
        print(f"{_share(deel)} onbekend bij {dimensie.label.lower()}")
    print(f"{_share(alle)} onbekend bij alle {len(kennisbank.praktijken)} praktijken samen")


def _share(deel: Sequence[Assessment]) -> str:
    return f"{100 * sum(not a.known for a in deel) / len(deel):3.0f}%" if deel else "  –"


def report_sample(kennisbank: Kennisbank, number: int, seed: int) -> None:
    """Print known assessments, drawn at random, with their reason and where to look."""
    known = [(a, a.oordeel) for a in assessments(kennisbank) if a.oordeel and a.known]
    drawn = random.Random(seed).sample(known, min(number, len(known)))  # noqa: S311 - not for secrets
    for count, (a, oordeel) in enumerate(drawn, 1):
        print(f"{count}. {a.praktijk} · {a.dimensie}.{a.criterium} = {oordeel.niveau}")
        print(f"   {oordeel.onderbouwing}")
        for verwijzing in oordeel.bronnen:
            print(f"   - {verwijzing.bron}: {verwijzing.plaats}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Load the content and tell; 0, or 1 when the content cannot be loaded."""
    parser = argparse.ArgumentParser(description="Vertel over de inhoud wat een tweede lezer wil weten.")
    parser.add_argument("--inhoud", type=Path, default=REPOSITORY / "content", help="map met records")
    vragen = parser.add_subparsers(dest="vraag", required=True)
    vragen.add_parser("onbekend", help="hoeveel er bekend is, per praktijk en per dimensie")
    steekproef = vragen.add_parser("steekproef", help="oordelen om na te lezen in hun bron")
    steekproef.add_argument("--aantal", type=int, default=30)
    steekproef.add_argument("--zaad", type=int, default=1, help="zelfde zaad, zelfde steekproef")
    options = parser.parse_args(arguments)
    try:
        kennisbank = load(options.inhoud)
    except KennisbankError as error:
        print(error, file=sys.stderr)
        return 1
    if options.vraag == "onbekend":
        report_unknown(kennisbank)
    else:
        report_sample(kennisbank, options.aantal, options.zaad)
    return 0


if __name__ == "__main__":
    sys.exit(main())
