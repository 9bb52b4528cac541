"""The days on which assessments stop to hold, as a calendar (iCalendar, RFC 5545) for whoever keeps them up to date."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from watwerkt.scoring import vervaldatum
from watwerkt.views.index import praktijkpad
from watwerkt.views.tekst import NAAM

if TYPE_CHECKING:
    from icalendar import Event

    from watwerkt.exports.edition import Edition
    from watwerkt.records import Praktijk, Scan


def agenda(edition: Edition) -> bytes:
    """Return the calendar: one day per practice that has an assessment."""
    from icalendar import Calendar  # here: no small part of the time that every build takes to start

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{NAAM}//Beoordelingen//NL")
    calendar.add("name", f"{NAAM}: beoordelingen vernieuwen")
    calendar.add("source", edition.url("agenda.ics"))
    for praktijk_id in edition.index.kaarten:
        scan = edition.index.scan(praktijk_id)
        if scan is not None:
            calendar.add_component(_event(edition, edition.kennisbank.praktijken[praktijk_id], scan))
    return bytes(calendar.to_ical())


def _event(edition: Edition, praktijk: Praktijk, scan: Scan) -> Event:
    day = vervaldatum(scan)
    changed = date.fromisoformat(praktijk.bijgewerkt)
    from icalendar import Event

    event = Event()
    event.add("uid", f"scan-{praktijk.id}@{urlsplit(edition.site_url).hostname}")
    event.add("dtstamp", datetime(changed.year, changed.month, changed.day, tzinfo=UTC))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"Beoordeling verloopt: {praktijk.titel}")
    event.add(
        "description",
        f"De beoordeling van {scan.datum} door {scan.beoordelaar.organisatie} geldt vanaf deze dag niet meer. "
        "Kijk de bronnen na en maak een nieuwe scan.",
    )
    event.add("url", edition.url(praktijkpad(praktijk.id)))
    event.add("transp", "TRANSPARENT")
    return event
