"""Feeds, calendar and what machines look for at fixed places: valid, complete, and true to the records."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from defusedxml.ElementTree import fromstring
from exported import SITE_URL, Export, edition, real
from icalendar import Calendar
from jsonschema import Draft202012Validator
from views_samples import kennisbank, praktijk, scan

from watwerkt.exports.agenda import agenda
from watwerkt.exports.feeds import MAXIMUM, feed_files
from watwerkt.exports.web import SHORT_NAME, security

if TYPE_CHECKING:
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "format": "uri"},
        "feed_url": {"type": "string", "format": "uri"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "content_text", "date_modified"],
                "properties": {
                    "id": {"type": "string", "pattern": "^https://"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_modified": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT00:00:00Z$"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}
"""The parts of JSON Feed 1.1 that this site uses."""


def atom_feeds(data: Export) -> list[Path]:
    return [data.folder / "feed.xml", *sorted((data.folder / "themas").glob("*/feed.xml"))]


def test_every_atom_feed_is_valid(whole: Export) -> None:
    feeds = atom_feeds(whole)
    assert len(feeds) == 1 + len(real().begrippen["themas"].termen)
    ids = set()
    for path in feeds:
        root = fromstring(path.read_bytes())
        assert root.tag == f"{ATOM}feed"
        for name in ("id", "title", "updated", f"author/{ATOM}name"):
            assert root.findtext(ATOM + name), (path, name)
        ids.add(root.findtext(f"{ATOM}id"))
        for entry in root.findall(f"{ATOM}entry"):
            for name in ("id", "title", "updated", "summary"):
                assert entry.findtext(ATOM + name), (path, name)
        moments = [element.text or "" for element in root.iter(f"{ATOM}updated")]
        for moment in moments:
            assert datetime.fromisoformat(moment).tzinfo is not None
        assert moments[0] == max(moments)
        read = feedparser.parse(path.read_bytes())
        assert not read.bozo, path
        assert read.version == "atom10"
    assert len(ids) == len(feeds)


def test_the_feeds_hold_the_practices_of_their_thema(whole: Export) -> None:
    for path in atom_feeds(whole):
        thema = path.parent.name if path.parent != whole.folder else None
        wanted = {p.id: p.bijgewerkt for p in real().praktijken.values() if thema is None or thema in p.themas}
        read = feedparser.parse(path.read_bytes())
        found = {entry.id.split("/")[-2]: entry.updated[:10] for entry in read.entries}
        assert found.items() <= wanted.items(), path
        assert len(found) == min(len(wanted), MAXIMUM), path
        for entry in read.entries:
            assert entry.id == entry.link == f"{SITE_URL}praktijken/{entry.id.split('/')[-2]}/"


def test_json_feeds_are_valid_and_say_the_same(whole: Export) -> None:
    import json

    validator = Draft202012Validator(JSON_FEED)
    for path in atom_feeds(whole):
        feed = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert [e.message for e in validator.iter_errors(feed)] == [], path
        read = feedparser.parse(path.read_bytes())
        assert [(i["id"], i["title"]) for i in feed["items"]] == [(e.id, e.title) for e in read.entries]
        assert feed["feed_url"].startswith(SITE_URL)


def made(bank: Any, path: str) -> bytes:
    return dict(feed_files(edition(bank)))[path]()


def test_the_last_changed_practice_comes_first_and_an_old_feed_is_cut() -> None:
    days = [(date(2020, 1, 1) + timedelta(number)).isoformat() for number in range(MAXIMUM + 5)]
    bank = kennisbank(*(praktijk(f"p-{n:03}", bijgewerkt=day) for n, day in enumerate(days)))
    entries = feedparser.parse(made(bank, "feed.xml")).entries
    assert [entry.updated[:10] for entry in entries] == days[::-1][:MAXIMUM]


def test_a_title_with_signs_of_xml_arrives_as_it_was() -> None:
    title = "R&D <b>&amp;</b> \"x\" 'y' ]]>"
    bank = kennisbank(praktijk("x", titel=title))
    root = fromstring(made(bank, "feed.xml"))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == title


def test_an_empty_knowledge_base_has_a_valid_empty_feed() -> None:
    root = fromstring(made(kennisbank(), "feed.xml"))
    assert root.findall(f"{ATOM}entry") == []
    assert root.findtext(f"{ATOM}updated")


def test_the_moment_of_an_entry_changes_with_the_record_only() -> None:
    record = praktijk("x", bijgewerkt="2024-05-06")
    before = feedparser.parse(made(kennisbank(record), "feed.xml"))
    other = kennisbank(record, praktijk("y", bijgewerkt="2026-01-01"))
    after = {e.id: e.updated for e in feedparser.parse(made(other, "feed.xml")).entries}
    assert after[before.entries[0].id] == before.entries[0].updated == "2024-05-06T00:00:00Z"


def test_the_calendar_is_valid_and_names_the_day_of_every_review(whole: Export) -> None:
    content = (whole.folder / "agenda.ics").read_bytes()
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    calendar = Calendar.from_ical(content)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert calendar.errors == []
    found = {}
    for event in calendar.walk("VEVENT"):
        assert event["dtstamp"].dt.tzinfo is not None
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        found[str(event["uid"])] = event["dtstart"].dt
    practices = whole.json("praktijken.json")["resultaat"]
    wanted = {
        f"scan-{p['id']}@gemeente.example": date.fromisoformat(p["beoordeling"]["geldig_tot"])
        for p in practices
        if p["beoordeling"]["geldig_tot"]
    }
    assert found == wanted
    assert len(found) > 5


def test_a_tested_scan_holds_longer_and_no_scan_is_no_day() -> None:
    days = ((1, 1),) * 5
    bank = kennisbank(
        praktijk("zonder"),
        praktijk("een", scans=[scan(*days)]),
        praktijk("twee", scans=[scan(*days, getoetst=True)]),
    )
    events = Calendar.from_ical(agenda(edition(bank))).walk("VEVENT")
    assert {str(e["uid"]).split("@")[0]: e["dtstart"].dt for e in events} == {
        "scan-een": date(2029, 1, 10),
        "scan-twee": date(2031, 1, 10),
    }


def test_opensearch_leads_to_the_catalogue(whole: Export) -> None:
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = fromstring((whole.folder / "opensearch.xml").read_bytes())
    assert root.tag == f"{space}OpenSearchDescription"
    assert root.findtext(f"{space}ShortName") == SHORT_NAME
    assert len(SHORT_NAME) <= 16
    assert root.findtext(f"{space}Description")
    (address,) = root.findall(f"{space}Url")
    assert address.attrib == {"type": "text/html", "template": f"{SITE_URL}praktijken/?q={{searchTerms}}"}


def test_robots_may_read_everything(whole: Export) -> None:
    lines = (whole.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE_URL}sitemap.xml"]


def test_security_txt_has_what_the_standard_asks_and_expires_with_the_content(whole: Export) -> None:
    text = (whole.folder / ".well-known" / "security.txt").read_text(encoding="utf-8")
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert re.fullmatch(r"mailto:\S+@\S+\.example", fields["Contact"])
    assert fields["Canonical"] == f"{SITE_URL}.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"]).date()
    newest = edition(real()).dag
    assert timedelta(days=30) < expires - newest <= timedelta(days=366)
    later = replace(edition(real()), dag=newest + timedelta(days=10))
    assert f"Expires: {expires + timedelta(days=10)}T" in security(later).decode()


@pytest.mark.parametrize("day", ["2028-02-29", "2026-12-31"])
def test_security_txt_expires_on_a_day_that_exists(day: str) -> None:
    text = security(replace(edition(real()), dag=date.fromisoformat(day))).decode()
    datetime.fromisoformat(re.findall(r"Expires: (\S+)", text)[0])
