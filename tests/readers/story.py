"""People sign up for events on both sides of the clock changes of next year; events move; people withdraw.

What their letters and feeds say is compared with what the event files said.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import signatures
from checks import holds
from installation import Installation, eventually
from readers import on_the_wall_in_oslo, with_icalendar, with_khal, with_sabre

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Event:
    slug: str
    title: str
    start: datetime
    hours: float = 1.5
    organisation: str = "distriktssenteret"

    @property
    def end(self):
        # The clock on the wall, as the file has it.
        return self.start + timedelta(hours=self.hours)

    @property
    def file(self):
        local = lambda moment: moment.replace(tzinfo=None).isoformat()
        template = (HERE / "event.toml").read_text("utf-8")
        return template.format(slug=self.slug, organisation=self.organisation, title=json.dumps(self.title, ensure_ascii=False), start=local(self.start), end=local(self.end), zone=self.start.tzinfo.key)

    @property
    def span(self):
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def last_sunday(year, month):
    day = datetime(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


def events(year):
    oslo, spring, autumn = ZoneInfo("Europe/Oslo"), last_sunday(year, 3), last_sunday(year, 10)
    at = lambda day, hour, minute=0, zone=oslo: day.replace(hour=hour, minute=minute, tzinfo=zone)
    return [
        Event("vinter", "Før klokka blir stilt: språk, stønad; søknad og «ærlege» svar", at(spring - timedelta(days=1), 9)),
        Event("var", "Čoahkkin Kárášjogas: ŋ, đ, š, ŧ, ž og č", at(spring + timedelta(days=1), 9)),
        Event("haust", "Kvænangen – Návuotna – Naavuono & Røst", at(autumn - timedelta(days=1), 14, 15)),
        Event("vinter-att", 'Med omvend skråstrek: A\\B, "sitat" og 100 %', at(autumn + timedelta(days=1), 14, 15)),
        Event("natt", "Gjennom natta då klokka blir stilt", at(autumn - timedelta(days=1), 23), 6),
        Event("stockholm", "Platsutvecklingsträff i Värmland", at(spring + timedelta(days=2), 13, zone=ZoneInfo("Europe/Stockholm"))),
        Event("london", "A meeting kept in London's time", at(autumn + timedelta(days=2), 13, zone=ZoneInfo("Europe/London")), organisation="bylivsenteret"),
        Event("reykjavik", "Fundur í Reykjavík: þ, ð og ö", at(spring + timedelta(days=3), 13, zone=ZoneInfo("Atlantic/Reykjavik"))),
    ]


PEOPLE = (
    ("nn", "Šurjá-Žižka, Áilu", "ailu@example.no"),
    ("nb", "Kari «Ærø» Nordmann", "kari@example.no"),
    ("sv", "Åsa Öberg", "asa@example.se"),
    ("en", "Seán O'Brien; with a semicolon", "sean@example.org"),
)


def tell(checks, program, folder, examine):
    year = datetime.now().year + 1
    planned = events(year)
    keys = signatures.Keys(folder.with_name("keys"))
    with Installation(program, folder, keys.settings()) as installation:
        installation.take_in("organisations.toml", (HERE / "organisations.toml").read_text("utf-8"))
        for event in planned:
            installation.take_in(f"{event.slug}.toml", event.file)
        letters, links = {}, {}
        for event in planned:
            for language, name, email in PEOPLE:
                who = f"{event.slug}/{language}"
                links[who] = sign_up(installation, event, language, name, f"{event.slug}.{email}")
                letters[f"{who} invitation"] = installation.letter_to(f"{event.slug}.{email}", "an invitation", is_now(event, "REQUEST"))
        seen = examine(checks, letters)
        for event in planned:
            for language, name, _ in PEOPLE:
                invited = seen.get(f"{event.slug}/{language} invitation")
                checks.check(f"{event.slug}/{language}: title, time and name as they were given", as_given, event, name, invited)

        feeds(checks, installation, planned, letters)
        moved(checks, installation, planned[0], examine, seen)
        withdrawn(checks, installation, planned[2], links, examine, seen)
        signatures.verified(checks, installation.letters(), keys)


def sign_up(installation, event, language, name, email):
    path = f"/api/v1/events/{event.slug}"
    eventually(f"sign-up for {event.slug} is open", lambda: installation.ask("GET", path)[0] == 200)
    person = {"name": name, "email": email, "language": language, "answers": {}, "choices": []}
    status, answer = installation.ask("POST", f"{path}/registrations", person)
    holds(status == 201 and answer["state"] == "admitted", f"signing up for {event.slug} was answered {status}: {answer}")
    return answer["self_service"]


def is_now(event, method):
    """Fits letters about the event as it now stands."""
    def fits(letter):
        if not letter.calendar or letter.method != method:
            return False
        [seen] = with_icalendar(letter.calendar)
        return seen.span == event.span

    return fits


def as_given(event, name, seen):
    holds(seen is not None, "was not read")
    holds(seen.summary == event.title, f"the title is {seen.summary!r}, not {event.title!r}")
    holds(seen.span == event.span, f"the time is {seen.span}, not {event.span}")
    # Quotation marks cannot stand in a parameter (RFC 5545 3.1); nothing else may be lost.
    holds(seen.names[1] == name, f"the name is {seen.names[1]!r}, not {name!r}")


def feeds(checks, installation, planned, letters):
    """The public calendar, that of one event, and somebody's own."""
    sources = {"the public calendar": installation.fetch("/kalender.ics")}
    expected = {"the public calendar": planned}
    for event in planned:
        sources[f"the calendar of {event.slug}"] = installation.fetch(f"/webinar/{event.slug}.ics")
        expected[f"the calendar of {event.slug}"] = [event]
    own = letters[f"{planned[0].slug}/nn invitation"].link("/kalender/")
    sources["somebody's own calendar"] = installation.fetch(own)
    expected["somebody's own calendar"] = [planned[0]]

    checks.check("sabre/vobject reads and validates all feeds", feeds_with_sabre, sources, expected)
    shown = checks.check("khal imports and lists all feeds", with_khal, sources, [event.start.year for event in planned]) or {}
    for name, source in sources.items():
        checks.check(f"{name}: icalendar sees what is coming", coming, with_icalendar(source), expected[name])
        wanted = sorted((event.title, on_the_wall_in_oslo(event.start), on_the_wall_in_oslo(event.end)) for event in expected[name])
        if name in shown:
            checks.check(f"{name}: khal shows what is coming", equal, sorted(shown[name].values()), wanted)


def feeds_with_sabre(sources, expected):
    for name, seen in with_sabre(sources).items():
        coming(seen, expected[name])


def coming(seen, planned):
    found = sorted((event.summary, event.span) for event in seen)
    equal(found, sorted((event.title, event.span) for event in planned))
    for event in seen:
        holds(not event.method and not event.organizer and not event.attendees, "a feed that calendars would answer")
        holds("/mi/" not in event.description, "the personal link is in a feed")


def equal(found, wanted):
    holds(found == wanted, f"{found}, not {wanted}")


def moved(checks, installation, event, examine, before):
    """An event is put two days later, across the change of the clocks, at the same time on the wall."""
    later = replace(event, start=event.start + timedelta(days=2), title=event.title + " (ny tid)")
    installation.take_in(f"{event.slug}.toml", later.file)
    letters = {
        f"{event.slug}/{language} moved": installation.letter_to(f"{event.slug}.{email}", "a changed invitation", is_now(later, "REQUEST"))
        for language, _, email in PEOPLE
    }
    after = examine(checks, letters)
    for language, name, _ in PEOPLE:
        was, now = before.get(f"{event.slug}/{language} invitation"), after.get(f"{event.slug}/{language} moved")
        checks.check(f"{event.slug}/{language} moved: the same entry, at the new time", follows, was, now)
        checks.check(f"{event.slug}/{language} moved: title, time and name as they were given", as_given, later, name, now)


def withdrawn(checks, installation, event, links, examine, before):
    letters = {}
    for language, _, email in PEOPLE:
        token = links[f"{event.slug}/{language}"].rsplit("/", 1)[1]
        status, answer = installation.ask("DELETE", f"/api/v1/registrations/{token}")
        holds(status in (200, 204), f"withdrawing was answered {status}: {answer}")
        letters[f"{event.slug}/{language} withdrawn"] = installation.letter_to(f"{event.slug}.{email}", "a cancellation", is_now(event, "CANCEL"))
    after = examine(checks, letters)
    for language, *_ in PEOPLE:
        was, now = before.get(f"{event.slug}/{language} invitation"), after.get(f"{event.slug}/{language} withdrawn")
        checks.check(f"{event.slug}/{language} withdrawn: the same entry is taken out", follows, was, now)


def follows(was, now):
    """A later message about the same entry (RFC 5546 2.1.5)."""
    holds(was is not None and now is not None, "was not read")
    holds(was.uid == now.uid, f"another UID: {was.uid}, then {now.uid}")
    holds(was.organizer == now.organizer and was.attendees == now.attendees, "other people in it")
    holds(now.sequence > was.sequence, f"SEQUENCE was {was.sequence} and is {now.sequence}")
    holds(now.stamp >= was.stamp, f"DTSTAMP was {was.stamp} and is {now.stamp}")
