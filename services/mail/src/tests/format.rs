//! Letters as other programs read them.

use host::testing::Kind;
use mail_parser::{MimeHeaders, PartType};
use proto::Language;

use super::sink::Received;
use super::world::*;

#[tokio::test]
async fn an_invitation_has_the_parts_that_mail_readers_want_in_their_order() {
    let world = World::new(Kind::Sqlite).await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    let taken = world.taken().await;
    let letter = mail(&taken[0].data);
    let kinds: Vec<String> = letter
        .parts
        .iter()
        .map(|part| {
            let kind = part.content_type().unwrap();
            format!("{}/{}", kind.ctype(), kind.subtype().unwrap())
        })
        .collect();
    assert_eq!(
        kinds,
        ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"]
    );
    let PartType::Multipart(of_letter) = &letter.parts[0].body else { panic!() };
    let PartType::Multipart(of_words) = &letter.parts[1].body else { panic!() };
    assert_eq!((of_letter.as_slice(), of_words.as_slice()), (&[1, 5][..], &[2, 3, 4][..]));
    let calendar = letter.parts[4].content_type().unwrap();
    assert_eq!(calendar.attribute("method"), Some("REQUEST"));
    assert_eq!(calendar.attribute("charset"), Some("utf-8"));
    assert_eq!(calendar.attribute("component"), Some("VEVENT"));
    assert!(letter.parts[4].content_disposition().is_none());
    assert_eq!(letter.parts[4].content_transfer_encoding(), Some("base64"));
    assert!(letter.parts[5].content_disposition().unwrap().is_attachment());
    assert_eq!(letter.parts[5].attachment_name(), Some("invitasjon.ics"));
    assert_eq!(letter.parts[4].text_contents().unwrap().as_bytes(), letter.parts[5].contents());
    assert!(letter.parts[4].text_contents().unwrap().ends_with("END:VCALENDAR\r\n"));
}

#[tokio::test]
async fn the_fields_say_who_writes_and_that_a_program_does() {
    let world = World::new(Kind::Sqlite).await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    let taken = world.taken().await;
    let field = |name: &str| taken[0].header(name).unwrap_or_else(|| panic!("no {name}"));
    let letter = mail(&taken[0].data);
    assert_eq!(letter.from().unwrap().first().unwrap().name(), Some("Distriktssenteret"));
    assert_eq!(letter.from().unwrap().first().unwrap().address(), Some("arrangement@distriktssenteret.example"));
    assert_eq!(letter.reply_to().unwrap().first().unwrap().address(), Some("kari@distriktssenteret.example"));
    let to = letter.to().unwrap();
    assert_eq!((to.as_list().unwrap().len(), to.first().unwrap().name()), (1, Some("Åse Øy 1")));
    assert!(letter.cc().is_none() && letter.bcc().is_none());
    assert_eq!(field("Auto-Submitted"), "auto-generated");
    assert_eq!(field("X-Auto-Response-Suppress"), "OOF, AutoReply");
    assert_eq!(field("Content-Language"), "nn");
    assert_eq!(field("Date"), "Mon, 11 Jan 2027 09:00:00 +0000");
    assert_eq!(field("MIME-Version"), "1.0");
    let id = world.letter(crate::purpose::Purpose::Confirmation).await.id;
    assert_eq!(field("Message-ID"), format!("<{id}@127.0.0.1>"));
    assert!(taken[0].header("References").is_none() && taken[0].header("List-Unsubscribe").is_none());
    assert_eq!(taken[0].text().matches("Message-ID:").count(), 1);
    assert!(taken[0].text().is_ascii() && taken[0].text().lines().all(|line| line.len() <= 998));
}

#[tokio::test]
async fn another_reader_finds_the_same_entry_on_both_sides_of_a_clock_change() {
    let world = World::new(Kind::Sqlite).await;
    // A night in which the clocks are put forward.
    let event = edited(&event(), |event| {
        event.starts_at = "2027-03-27T19:00:00Z".parse().unwrap();
        event.ends_at = "2027-03-28T04:00:00Z".parse().unwrap();
    });
    world.publish(&event).await;
    world.admit(&person(1)).await;
    let taken = world.taken().await;
    let ics = ics(&taken[0]).unwrap();
    assert_eq!(property(&ics, "DTSTART"), "TZID=Europe/Oslo:20270327T200000");
    assert_eq!(property(&ics, "DTEND"), "TZID=Europe/Oslo:20270328T060000");
    let read: icalendar::Calendar = ics.parse().unwrap();
    let entry = read.components.iter().find_map(|component| component.as_event()).unwrap();
    assert_eq!(icalendar::Component::get_summary(entry), Some("Tomme lokale"));
    assert!(ics.contains("TZID:Europe/Oslo") && ics.contains("RRULE:FREQ=YEARLY"));
}

#[tokio::test]
async fn every_language_gets_its_own_letter() {
    let world = World::new(Kind::Sqlite).await;
    world.publish(&event()).await;
    for (number, language) in (0..).zip(Language::ALL) {
        let mut person = person(number);
        person.language = language;
        world.admit(&person).await;
    }
    let mut subjects = world.subjects().await;
    subjects.sort();
    assert_eq!(
        subjects,
        [
            "Du er påmeld: Tomme lokale",
            "Du er påmeldt: Tomme lokale",
            "Du är anmäld: Tomme lokale",
            "You are signed up: Empty premises"
        ]
    );
    for letter in world.taken().await {
        let mail = mail(&letter.data);
        let html = mail.body_html(0).unwrap();
        let language = letter.header("Content-Language").unwrap();
        assert!(html.contains(&format!("<html lang=\"{language}\">")), "{html}");
    }
}

#[test]
fn sample_letters_are_whole_and_their_entries_come_change_and_go() {
    let text = crate::templates(&text::Text::new());
    for language in Language::ALL {
        let samples = crate::sample_letters(&text, language).unwrap();
        assert_eq!(samples, crate::sample_letters(&text, language).unwrap(), "each time the same bytes");
        for event in ["winter", "summer", "sami"] {
            let numbered = |name: &str| {
                let name = format!("{event}-{name}");
                let sample = samples.iter().find(|sample| sample.name == name).expect(&name);
                let letter = mail(&sample.bytes);
                assert!(letter.subject().is_some_and(|subject| !subject.is_empty()), "{name}");
                let received = Received {
                    from: String::new(),
                    parameters: String::new(),
                    to: String::new(),
                    data: sample.bytes.clone(),
                };
                let ics = ics(&received)?;
                ics.parse::<icalendar::Calendar>().unwrap();
                Some((property(&ics, "UID"), property(&ics, "METHOD"), property(&ics, "SEQUENCE")))
            };
            for (thread, plain) in [
                (["confirmation", "change", "cancellation"].as_slice(), "reminder"),
                (["place", "withdrawal"].as_slice(), "waiting_list"),
            ] {
                assert_eq!(numbered(plain), None);
                let entries: Vec<_> = thread.iter().map(|name| numbered(name).unwrap()).collect();
                let last = entries.len() - 1;
                for (at, (uid, method, sequence)) in entries.iter().enumerate() {
                    assert_eq!((uid, sequence), (&entries[0].0, &at.to_string()));
                    assert_eq!(method, if at == last { "CANCEL" } else { "REQUEST" });
                }
            }
        }
    }
    for language in Language::ALL {
        let samples = crate::sample_letters(&text, language).unwrap();
        let entry = |name: &str| {
            let sample = samples.iter().find(|sample| sample.name == format!("conference-{name}")).expect(name);
            let received = Received {
                from: String::new(),
                parameters: String::new(),
                to: String::new(),
                data: sample.bytes.clone(),
            };
            let ics = ics(&received)?;
            Some((property(&ics, "METHOD"), property(&ics, "SEQUENCE"), property(&ics, "DTSTART")))
        };
        let whole = |sequence: &str| Some(("REQUEST".into(), sequence.into(), "VALUE=DATE:20270511".into()));
        assert_eq!((entry("confirmation"), entry("replanned")), (whole("0"), whole("1")));
        let timed = |method: &str, sequence: &str, clock: &str| {
            Some((method.into(), sequence.into(), format!("TZID=Europe/Oslo:20270511T{clock}")))
        };
        assert_eq!(entry("speaking-new"), timed("REQUEST", "0", "110000"));
        assert_eq!(entry("speaking-moved"), timed("REQUEST", "1", "140000"));
        assert_eq!(entry("speaking-gone"), timed("CANCEL", "2", "140000"));
        assert_eq!((entry("proposal"), entry("reminder"), entry("follow_up")), (None, None, None));
    }
    let sami = crate::sample_letters(&text, Language::Nn).unwrap();
    assert!(sami.iter().any(|sample| mail(&sample.bytes).subject().unwrap().contains("Čáhcesuolu")));
}
