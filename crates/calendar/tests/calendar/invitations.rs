//! Invitation, update, cancellation.

use calendar::{Answer, Entry, Span, Standing, cancel, request};
use chrono_tz::Europe::Oslo;

use crate::reader::{self, lines, only_event, value};
use crate::samples::{attendee, date, entry, moment, organiser};

const WHOLE: &str = r#"BEGIN:VCALENDAR
VERSION:2.0
CALSCALE:GREGORIAN
PRODID:-//Moteplass//Moteplass//NN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Oslo
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:6f1c2a52-0f0e-4d0c-9a3e-3d6f6d1f8a11@paamelding.etat.no
DTSTAMP:20270111T080000Z
SEQUENCE:0
DTSTART;TZID=Europe/Oslo:20270326T090000
DTEND;TZID=Europe/Oslo:20270326T123000
SUMMARY:Digitalt førstevalg: språk\, stønad og søknad
DESCRIPTION:Kl. 9.00 Åpning\nKl. 9.15 Klarspråk i brev\; hva nytter?\nKl
 . 11.30 Slutt\n\nBli med på nett: https://video.etat.no/rom/klarsprak?kod
 e=7
LOCATION:Møterom Ærfuglen\, Storgata 1\, 0155 Oslo
URL:https://paamelding.etat.no/hendelse/klarsprak
CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Bli med på nett":https://v
 ideo.etat.no/rom/klarsprak?kode=7
ORGANIZER;CN="Etat for språk":mailto:arrangement@etat.no
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE
 ;CN="Nordmann, Kari":mailto:kari.nordmann@kommune.no
STATUS:CONFIRMED
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
X-MICROSOFT-DISALLOW-COUNTER:TRUE
END:VEVENT
END:VCALENDAR
"#;

#[test]
fn a_whole_invitation() {
    let written = invitation(&entry(), "Nordmann, Kari");
    assert_eq!(String::from_utf8(written).expect("UTF-8"), WHOLE.replace('\n', "\r\n"));
}

fn invitation(entry: &Entry, name: &str) -> Vec<u8> {
    request(entry, &organiser(), &attendee(name), Answer::Accepted, Standing::Confirmed)
}

fn check_name(name: &str, expected: Option<&str>) {
    let event = only_event(&invitation(&entry(), name));
    let attendee = reader::attendee(&event);
    assert_eq!(reader::param(&attendee, "CN").as_deref(), expected, "{name:?}");
    assert_eq!(attendee.value(), "mailto:kari.nordmann@kommune.no");
    assert_eq!(reader::param(&attendee, "RSVP").as_deref(), Some("TRUE"));
}

#[test]
fn names_of_all_kinds_arrive() {
    check_name("Åse", Some("Åse"));
    check_name("Ærø", Some("Ærø"));
    check_name("Nordmann, Kari", Some("Nordmann, Kari"));
    check_name("Kari \"K\" N", Some("Kari 'K' N"));
    check_name("", None);
    check_name("🎉 Fest 👩‍🚒", Some("🎉 Fest 👩‍🚒"));
    check_name("Áŋŋá Čáhcešuolu Đŧž", Some("Áŋŋá Čáhcešuolu Đŧž"));
    check_name("^Kari\\N", Some("Kari/N"));
}

#[test]
fn a_name_cannot_invite_others() {
    let name = "Kari\r\nATTENDEE:mailto:ola@fremmed.no";
    check_name(name, Some("Kari ATTENDEE:mailto:ola@fremmed.no"));
    let written = invitation(&entry(), name);
    let attendees = lines(&written).iter().filter(|line| line.starts_with("ATTENDEE")).count();
    assert_eq!(attendees, 1);
}

#[test]
fn no_other_field_can_add_a_line() {
    let plain = lines(&invitation(&entry(), "Kari")).len();
    for attack in ["x\r\nATTENDEE:mailto:a@b.no", "x\nX:y", "x\rX:y", "x\u{2028}X:y", "x\\\r\n X:y", "x\u{85}X:y"] {
        let mut hostile = entry();
        hostile.uid = attack.into();
        hostile.summary = attack.into();
        hostile.description = attack.into();
        hostile.location = Some(attack.into());
        hostile.url = Some(attack.into());
        let conference = hostile.conference.as_mut().expect("a conference");
        conference.url = attack.into();
        conference.label = attack.into();
        let mut from = organiser();
        from.address = attack.into();
        from.name = attack.into();
        let written = request(&hostile, &from, &attendee(attack), Answer::Accepted, Standing::Confirmed);
        let text = std::str::from_utf8(&written).expect("UTF-8").replace("\r\n", "");
        assert!(!text.contains(|c: char| c.is_control() || c == '\u{2028}'), "{attack:?}");
        assert_eq!(lines(&written).len(), plain, "{attack:?}");
    }
}

fn check_times(span: Span, starts: &str, ends: &str) {
    let mut entry = entry();
    entry.span = span;
    let written = lines(&invitation(&entry, "Kari"));
    for expected in [starts, ends] {
        assert!(written.iter().any(|line| line == expected), "no {expected} in {written:#?}");
    }
}

#[test]
fn times_over_the_clock_change() {
    check_times(
        Span::Timed { starts_at: moment("2027-03-26T08:00:00Z"), ends_at: moment("2027-03-30T13:00:00Z"), zone: Oslo },
        "DTSTART;TZID=Europe/Oslo:20270326T090000",
        "DTEND;TZID=Europe/Oslo:20270330T150000",
    );
}

#[test]
fn whole_days_over_the_clock_change_end_on_the_day_after() {
    check_times(
        Span::Days { first: date("2027-03-26"), last: date("2027-03-30") },
        "DTSTART;VALUE=DATE:20270326",
        "DTEND;VALUE=DATE:20270331",
    );
    check_times(
        Span::Days { first: date("2027-03-28"), last: date("2027-03-28") },
        "DTSTART;VALUE=DATE:20270328",
        "DTEND;VALUE=DATE:20270329",
    );
}

#[test]
fn the_doubled_hour_is_written_in_utc() {
    check_times(
        Span::Timed { starts_at: moment("2027-10-31T01:30:00Z"), ends_at: moment("2027-10-31T09:00:00Z"), zone: Oslo },
        "DTSTART:20271031T013000Z",
        "DTEND:20271031T090000Z",
    );
}

#[test]
fn whole_days_leave_the_time_free() {
    let mut entry = entry();
    let busy = lines(&invitation(&entry, "Kari"));
    assert!(busy.contains(&"TRANSP:OPAQUE".into()));
    entry.span = Span::Days { first: date("2027-03-26"), last: date("2027-03-30") };
    let free = lines(&invitation(&entry, "Kari"));
    assert!(free.contains(&"TRANSP:TRANSPARENT".into()));
    assert!(free.contains(&"X-MICROSOFT-CDO-BUSYSTATUS:FREE".into()));
    assert!(!free.contains(&"BEGIN:VTIMEZONE".into()));
}

#[test]
fn an_update_is_the_same_entry_with_a_higher_number() {
    let first = only_event(&invitation(&entry(), "Kari"));
    let mut moved = entry();
    moved.sequence = 1;
    moved.stamp = moment("2027-02-01T12:00:00Z");
    moved.span =
        Span::Timed { starts_at: moment("2027-04-02T07:00:00Z"), ends_at: moment("2027-04-02T10:30:00Z"), zone: Oslo };
    let written = request(&moved, &organiser(), &attendee("Kari"), Answer::NeedsAction, Standing::Confirmed);
    let second = only_event(&written);
    for name in ["UID", "ORGANIZER"] {
        assert_eq!(value(&first, name), value(&second, name), "{name}");
    }
    assert_eq!(value(&second, "SEQUENCE").as_deref(), Some("1"));
    assert_eq!(value(&second, "DTSTART").as_deref(), Some("20270402T090000"));
    assert_eq!(reader::param(&reader::attendee(&second), "PARTSTAT").as_deref(), Some("NEEDS-ACTION"));
    assert_eq!(reader::read(&written).property_value("METHOD"), Some("REQUEST"));
}

#[test]
fn a_resend_differs_in_its_stamp_only() {
    let mut again = entry();
    again.stamp = moment("2027-01-12T09:30:00Z");
    let (first, second) = (lines(&invitation(&entry(), "Kari")), lines(&invitation(&again, "Kari")));
    let different: Vec<_> = first.iter().zip(&second).filter(|(first, second)| first != second).collect();
    assert_eq!(first.len(), second.len());
    assert_eq!(different, [(&"DTSTAMP:20270111T080000Z".into(), &"DTSTAMP:20270112T093000Z".into())]);
}

#[test]
fn the_waiting_list_is_tentative() {
    let written = request(&entry(), &organiser(), &attendee("Kari"), Answer::Tentative, Standing::Tentative);
    let event = only_event(&written);
    assert_eq!(value(&event, "STATUS").as_deref(), Some("TENTATIVE"));
    assert_eq!(reader::param(&reader::attendee(&event), "PARTSTAT").as_deref(), Some("TENTATIVE"));
}

#[test]
fn a_cancellation_takes_back_the_very_entry() {
    let invited = only_event(&invitation(&entry(), "Kari"));
    let mut last = entry();
    last.sequence = 3;
    let written = cancel(&last, &organiser(), &attendee("Kari"));
    let cancelled = only_event(&written);
    for name in ["UID", "ORGANIZER", "DTSTART", "DTEND", "SUMMARY"] {
        assert_eq!(value(&invited, name), value(&cancelled, name), "{name}");
    }
    assert_eq!(reader::attendee(&cancelled).value(), reader::attendee(&invited).value());
    assert_eq!(value(&cancelled, "SEQUENCE").as_deref(), Some("3"));
    assert_eq!(value(&cancelled, "STATUS").as_deref(), Some("CANCELLED"));
    assert_eq!(value(&cancelled, "TRANSP").as_deref(), Some("TRANSPARENT"));
    assert_eq!(reader::read(&written).property_value("METHOD"), Some("CANCEL"));
    assert!(!String::from_utf8_lossy(&written).contains("video.etat.no"), "nowhere to meet any more");
}

#[test]
fn the_way_in_stands_in_the_text_as_well() {
    let description = |entry: &Entry| value(&only_event(&invitation(entry, "Kari")), "DESCRIPTION").unwrap_or_default();
    let link = "https://video.etat.no/rom/klarsprak?kode=7";
    let mut entry = entry();
    assert!(description(&entry).ends_with(&format!("\n\nBli med på nett: {link}")));
    entry.description = format!("Lenke: {link}");
    assert_eq!(description(&entry), entry.description, "not twice");
    entry.description = format!("{} {link}", "lang ".repeat(2_000));
    assert!(description(&entry).ends_with(link), "not lost by shortening");
    assert!(description(&entry).chars().count() < 8_100);
}

#[test]
fn a_title_is_one_short_line() {
    let mut entry = entry();
    entry.summary = "Første\r\nandre\ttredje".into();
    assert_eq!(reader::summary(&only_event(&invitation(&entry, "Kari"))), "Første andre tredje");
    entry.summary = "å".repeat(500);
    assert_eq!(reader::summary(&only_event(&invitation(&entry, "Kari"))).chars().count(), 200);
}

#[test]
fn what_is_missing_leaves_no_line() {
    let mut bare = entry();
    (bare.location, bare.url, bare.conference) = (Some(" ".into()), None, None);
    bare.description.clear();
    let written = lines(&invitation(&bare, ""));
    for name in ["LOCATION", "URL", "CONFERENCE", "DESCRIPTION"] {
        assert!(!written.iter().any(|line| line.starts_with(name)), "{name}");
    }
}
