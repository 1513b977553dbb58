"""That all readers of a calendar see the same, and that it is what the letter says."""

import re

from checks import holds
from readers import OSLO, shown_span, whole_days, with_icalendar, with_khal, with_sabre


def read_by_all(checks, sources):
    """{name: event as icalendar sees it} for calendars with one event; three checks for each of them."""
    ours = {}
    for name, source in sources.items():
        events = checks.check(f"{name}: icalendar reads it", one_event, source)
        if events:
            ours[name] = events[0]
    theirs = checks.check("sabre/vobject reads and validates all calendars", with_sabre, sources) or {}
    years = [seen.start.year for seen in ours.values()] or [2000]
    shown = checks.check("khal imports and lists all calendars", with_khal, sources, years) or {}
    for name, seen in ours.items():
        if name in theirs:
            checks.check(f"{name}: sabre/vobject sees the same", same, seen, theirs[name])
        if name in shown:
            checks.check(f"{name}: khal shows the same", listed, seen, shown[name])
    return ours


def one_event(source):
    events = with_icalendar(source)
    holds(len(events) == 1, f"{len(events)} events")
    return events


def same(seen, others):
    holds(len(others) == 1, f"{len(others)} events")
    other = others[0]
    for field in ("uid", "summary", "span", "zone", "method", "organizer", "attendees", "names", "sequence", "stamp", "description"):
        mine, its = getattr(seen, field), getattr(other, field)
        holds(mine == its, f"{field} is {mine!r} for icalendar and {its!r} for sabre/vobject")


def listed(seen, shown):
    row = shown.get(seen.uid)
    # khal knows of cancellations only what the server tells it, so it lists those like all others.
    holds(row is not None, "khal does not list it")
    expected = (seen.summary, *shown_span(seen))
    holds(row == expected, f"khal shows {row}, not {expected}")


def as_the_letter_says(letter, seen):
    """Who, what and when are the same in the headers, in the text and in the calendar."""
    holds(seen.method == letter.method, f"METHOD is {seen.method}, the header says {letter.method}")
    holds(seen.organizer == letter.address("From"), f"ORGANIZER is {seen.organizer}, From is {letter.address('From')}")
    holds(seen.attendees == [letter.address("To")], f"ATTENDEE is {seen.attendees}, To is {letter.address('To')}")
    holds(re.fullmatch(r"[0-9a-f-]{36}@\S+", seen.uid), f"UID is {seen.uid}")
    holds(seen.summary in letter.subject, f"SUMMARY is {seen.summary!r}, the subject {letter.subject!r}")
    if whole_days(seen):
        return
    # Times in UTC are shown to people as the time in Oslo.
    start, end = (moment if seen.zone else moment.astimezone(OSLO) for moment in (seen.start, seen.end))
    if start.date() != end.date() or seen.method == "CANCEL":
        return
    clock = lambda moment: rf"{moment.hour:02}[.:]{moment.minute:02}"
    said = rf"\b{start.day}\b\.? \w+ {start.year}\W{{1,3}}(?:kl\. )?{clock(start)}–{clock(end)}"
    holds(re.search(said, letter.text), f"the calendar says {seen.span}, which the text does not:\n{letter.text}")
