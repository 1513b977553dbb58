"""Three readers of calendars. Each says of a calendar's events what somebody who uses it would see."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar

from checks import Wrong, holds

HERE = Path(__file__).parent
OSLO = ZoneInfo("Europe/Oslo")


@dataclass
class Seen:
    uid: str
    summary: str
    # Moments, or whole days, of which the end is the day after the last.
    start: datetime | date
    end: datetime | date
    zone: str
    method: str
    organizer: str
    attendees: list
    names: tuple
    sequence: int
    stamp: str
    description: str

    @property
    def span(self):
        """As the clock on the wall shows it, with how far that is from UTC."""
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def bare(address):
    return address.removeprefix("mailto:").removeprefix("MAILTO:")


def with_icalendar(source):
    """python's icalendar, which takes its zones by name, and once more by the description in the calendar itself."""
    try:
        calendar = icalendar.Calendar.from_ical(source)
    except ValueError as problem:
        raise Wrong(f"icalendar cannot read it: {problem}") from problem
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
    seen = []
    for event in calendar.walk("VEVENT"):
        holds(not event.errors, f"icalendar complains: {event.errors}")
        starts, ends = event["DTSTART"].dt, event["DTEND"].dt
        zone = event["DTSTART"].params.get("TZID", "")
        if zone:
            holds(zone in zones, f"{zone} is not described in the calendar")
            for moment in (starts, ends):
                described = zones[zone].localize(moment.replace(tzinfo=None))
                holds(described.utcoffset() == moment.utcoffset(), f"{moment} in {zone}, but {described} by its description")
        attendees = event.get("ATTENDEE", [])
        attendees = attendees if isinstance(attendees, list) else [attendees]
        organizer = event.get("ORGANIZER")
        seen.append(Seen(
            uid=str(event["UID"]),
            summary=str(event["SUMMARY"]),
            start=starts,
            end=ends,
            zone=zone,
            method=str(calendar.get("METHOD", "")),
            organizer=bare(str(organizer)) if organizer else "",
            attendees=[bare(str(attendee)) for attendee in attendees],
            names=(str(organizer.params.get("CN", "")) if organizer else "", str(attendees[0].params.get("CN", "")) if attendees else ""),
            sequence=int(event["SEQUENCE"]),
            stamp=event["DTSTAMP"].dt.strftime("%Y%m%dT%H%M%SZ"),
            description=str(event.get("DESCRIPTION", "")).replace("\r\n", "\n"),
        ))
    return seen


def with_sabre(sources):
    """sabre/vobject, for all calendars at once: {name: events}; it must have nothing to complain of."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (name, source) in enumerate(sources.items()):
            file = Path(folder, f"{number}.ics")
            file.write_bytes(source)
            files[str(file)] = name
        run = subprocess.run(["php", str(HERE / "sabre.php"), *files], capture_output=True, text=True)
        holds(run.returncode == 0, f"sabre/vobject cannot read them: {run.stderr or run.stdout}")
        answer = json.loads(run.stdout)
    seen = {}
    for file, found in answer.items():
        name = files[file]
        holds(not found["complaints"], f"{name}: sabre/vobject complains: {found['complaints']}")
        seen[name] = [
            Seen(
                uid=event["uid"],
                summary=event["summary"],
                start=moment_or_day(event["start"]),
                end=moment_or_day(event["end"]),
                zone=event["zone"],
                method=event["method"],
                organizer=bare(event["organizer"]),
                attendees=[bare(attendee) for attendee in event["attendees"]],
                names=(event["organizer_name"], event["attendee_name"]),
                sequence=int(event["sequence"]),
                stamp=event["stamp"],
                description=event["description"].replace("\r\n", "\n"),
            )
            for event in found["events"]
        ]
    return seen


def moment_or_day(text):
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def whole_days(seen):
    return not isinstance(seen.start, datetime)


def with_khal(sources, years):
    """khal, a calendar in a terminal: imports them, then lists what it shows somebody in Oslo: {name: {uid: (summary, start, end)}}."""
    seen = {}
    for group in _without_double_uids(sources):
        with tempfile.TemporaryDirectory() as folder:
            config = Path(folder, "config")
            calendar = Path(folder, "calendar")
            calendar.mkdir()
            config.write_text(
                f"[calendars]\n[[ours]]\npath = {calendar}\n"
                f"[sqlite]\npath = {folder}/khal.db\n"
                "[locale]\nlocal_timezone = Europe/Oslo\ndefault_timezone = Europe/Oslo\n"
                "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
                "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
                "[default]\ndefault_calendar = ours\n",
                encoding="utf-8",
            )
            files = []
            for number, (name, (_, source)) in enumerate(group.items()):
                file = Path(folder, f"{number}.ics")
                file.write_bytes(source)
                files.append(str(file))
            khal = ["khal", "--config", str(config), "--no-color"]
            environment = {**os.environ, "HOME": folder, "TZ": "Europe/Oslo", "LC_ALL": "C.UTF-8", "COLUMNS": "9999"}
            run = lambda *words: subprocess.run([*khal, *words], capture_output=True, text=True, env=environment)
            imported = run("import", "--batch", "--include-calendar", "ours", *files)
            holds(imported.returncode == 0 and not _serious(imported.stderr), f"khal cannot import them: {imported.stdout[-600:]}{imported.stderr[-600:]}")
            listed = run(
                "list", "--once", "--day-format", "", "--format", "{uid}\x1f{title}\x1f{start-long}\x1f{end-long}",
                f"{min(years)}-01-01", f"{(max(years) - min(years) + 1) * 366}d",
            )
            holds(listed.returncode == 0, f"khal cannot list them: {listed.stderr}")
            rows = {}
            for line in listed.stdout.splitlines():
                if "\x1f" in line:
                    holds(line.count("\x1f") == 3, f"khal lists {line!r}")
                    uid, title, starts, ends = line.strip().split("\x1f")
                    rows[uid] = (title, starts, ends)
        for name, (uids, _) in group.items():
            seen[name] = {uid: rows.get(uid) for uid in uids}
    return seen


def _serious(said):
    return [line for line in said.splitlines() if "critical" in line.lower() or "traceback" in line.lower() or "error" in line.lower()]


def _without_double_uids(sources):
    """Groups in which no two calendars hold the same entry, for a calendar has each only once."""
    groups = []
    for name, source in sources.items():
        uids = {str(event["UID"]) for event in icalendar.Calendar.from_ical(source).walk("VEVENT")}
        for group in groups:
            if all(uids.isdisjoint(others) for others, _ in group.values()):
                break
        else:
            group = {}
            groups.append(group)
        group[name] = (uids, source)
    return groups


def on_the_wall_in_oslo(moment):
    return moment.astimezone(OSLO).strftime("%Y-%m-%d %H:%M")


def shown_span(seen):
    """The beginning and the end as khal shows them: of whole days the first and the last."""
    if whole_days(seen):
        return seen.start.isoformat(), (seen.end - timedelta(days=1)).isoformat()
    return on_the_wall_in_oslo(seen.start), on_the_wall_in_oslo(seen.end)


