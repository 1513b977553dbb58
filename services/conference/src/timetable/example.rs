//! A conference with something of everything, for samples of pages and for tests.

use super::Speaker;
use crate::programme::{
    Access, AccessNeed, Day, Occurrence, Part, Programme, Room, RoomId, Session, SessionKind, Track, TrackId, Venue,
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Europe::Oslo;
use proto::event::{Attendance, Contact, Event, EventKind, Form, Pool, SignUp, WaitingList, WaitingMode, WaitingOrder};
use proto::{EventId, Language, Localised, OccurrenceId, PoolId, SessionId, SpeakerId, VenueId};
use uuid::Uuid;

/// A text in Nynorsk and English.
pub(crate) fn text(nn: &str, en: &str) -> Localised {
    Localised::from([(Language::Nn, nn), (Language::En, en)])
}

fn only(nn: &str) -> Localised {
    Localised::from([(Language::Nn, nn)])
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

/// Session number `n`, from 1.
pub(crate) fn session_id(n: u128) -> SessionId {
    SessionId(Uuid::from_u128(0x5e55 << 96 | n))
}

/// Occurrence number `n`, from 1, in the order that they are placed.
pub(crate) fn occurrence_id(n: u128) -> OccurrenceId {
    OccurrenceId(Uuid::from_u128(0x0cc0 << 96 | n))
}

pub(crate) fn speaker_id(n: u128) -> SpeakerId {
    SpeakerId(Uuid::from_u128(0x59ea << 96 | n))
}

fn track_id(n: u128) -> TrackId {
    TrackId(Uuid::from_u128(0x7ac << 96 | n))
}

pub(crate) fn room_id(n: u128) -> RoomId {
    RoomId(Uuid::from_u128(0x400 << 96 | n))
}

/// Two days in two houses.
pub(crate) fn event() -> Event {
    let pool = |n: u128, form: Form, label: Localised, capacity: u32| Pool {
        id: PoolId(Uuid::from_u128(0x900 << 96 | n)),
        whole: true,
        label,
        capacity: Some(capacity),
        starts_at: None,
        ends_at: None,
        form: Some(form),
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: None,
    };
    let mut pools = vec![
        pool(1, Form::InPerson, text("På staden", "In person"), 350),
        pool(2, Form::Online, text("På nett", "Online"), 1000),
    ];
    pools[0].hint = Some(text("Med lunsj begge dagane. Middag den første kvelden.", "With lunch on both days."));
    pools[0].price = Some(text("1 250 kr", "NOK 1,250"));
    pools[1].hint = Some(text("Fellesprogrammet blir sendt direkte.", "The plenary sessions are streamed live."));
    let programme = programme();
    for occurrence in &programme.occurrences {
        let Some(session) = occurrence.session.and_then(|id| programme.session(id)).filter(|one| one.chosen) else {
            continue;
        };
        pools.push(Pool {
            id: occurrence.id.into(),
            whole: false,
            label: session.title.clone(),
            capacity: programme.capacity(occurrence),
            starts_at: Some(occurrence.starts_at),
            ends_at: Some(occurrence.ends_at),
            form: None,
            hint: None,
            price: None,
            session: Some(session.id),
            venue: None,
            room: None,
        });
    }
    Event {
        id: EventId(Uuid::from_u128(1)),
        revision: 3,
        kind: EventKind::Conference,
        slug: "byliv-2027".to_owned(),
        organisation: "bylivsenteret".to_owned(),
        co_organisers: vec!["distriktssenteret".to_owned()],
        series: Some("byliv".to_owned()),
        title: text("Bylivdagane 2027", "Town Life Days 2027"),
        summary: text(
            "To dagar om korleis små og mellomstore byar blir gode å leve i.",
            "Two days about how small and middle-sized towns become good to live in.",
        ),
        description: text("Første avsnitt.\n\nAndre avsnitt, med <teikn> & teikn.", "One paragraph."),
        starts_at: at("2027-05-11T07:00:00Z"),
        ends_at: at("2027-05-12T14:00:00Z"),
        timezone: Oslo,
        attendance: Attendance::Both,
        venue: Some(text("Kulturhuset, Fjordby", "The arts centre, Fjordby")),
        contact: Contact {
            name: "konferansekontoret".to_owned(),
            email: "konferanse@byliv.example".to_owned(),
            phone: Some("+47 00 00 00 00".to_owned()),
        },
        sign_up: SignUp {
            opens_at: Some(at("2027-01-12T07:00:00Z")),
            closes_at: at("2027-05-01T10:00:00Z"),
            withdraw_until: at("2027-05-04T10:00:00Z"),
            pools,
            waiting_list: WaitingList { mode: WaitingMode::Direct, order: WaitingOrder::Strict, after_deadline: true },
            party_limit: 1,
            delegations: None,
            questions: Vec::new(),
            price: None,
            walks: Vec::new(),
            choose_again_working_hours: None,
            approval: false,
            closed: None,
        },
        reminders: vec![1440],
        usual_reminders: false,
        programme_version: Some(2),
    }
}

pub(crate) fn speakers() -> Vec<Speaker> {
    let speaker = |n: u128, name: &str, role: Localised, organisation: &str, biography: Localised| Speaker {
        id: speaker_id(n),
        name: name.to_owned(),
        role,
        organisation: organisation.to_owned(),
        biography,
        photo: None,
    };
    vec![
        speaker(
            1,
            "Ingunn Åkerholt",
            text("byplanleggjar", "town planner"),
            "Fjordby kommune",
            text(
                "Har arbeidd med gater og plassar i tjue år.\n\nSkriv no om korleis folk tek dei i bruk.",
                "Has worked with streets and squares for twenty years.",
            ),
        ),
        speaker(2, "Tore Sjøli", text("dagleg leiar", "manager"), "Handelstunet", Localised::default()),
        speaker(3, "Márjá Sárre", text("forskar", "researcher"), "", only("Forskar på småbyar.")),
    ]
}

/// Something of everything: given twice, not placed, without a room, a block, and people who have not agreed to be shown.
pub(crate) fn programme() -> Programme {
    let mut made = Programme {
        days: [("2027-05-11", "Byen som møteplass"), ("2027-05-12", "")].map(|(date, title)| day(date, title)).into(),
        venues: vec![
            venue(
                1,
                text("Kulturhuset", "The arts centre"),
                "Torggata 1, Fjordby",
                &[room(1, text("Storsalen", "The main hall"), Some(400)), room(2, only("Veslesalen"), Some(60))],
            ),
            venue(2, text("Biblioteket", "The library"), "Kyrkjevegen 4, Fjordby", &[room(3, only("Lesesalen"), None)]),
        ],
        walks: Vec::new(),
        tracks: vec![
            Track { id: track_id(1), name: text("Bustad i sentrum", "Living in the centre"), colour: 0 },
            Track { id: track_id(2), name: text("Handel og tenester", "Shops and services"), colour: 1 },
            Track { id: track_id(3), name: only("Tomt spor"), colour: 2 },
        ],
        sessions: Vec::new(),
        occurrences: Vec::new(),
    };
    use SessionKind::{Break, Parallel, Plenary, Social, Workshop};
    add(&mut made, Plenary, text("Velkomen", "Welcome"), &[("2027-05-11T07:00:00Z", 60, Some(1))]);
    add(&mut made, Break, text("Pause", "Break"), &[("2027-05-11T08:00:00Z", 30, None)]);
    let long = text(
        "Sentrumsbustadutviklingsavtalar og reguleringsplanføresegner i småkommunane: kva gjer vi når alle vil, men ingen \
         byrjar?",
        "Agreements on building homes in the centre of small municipalities: what do we do when all want to, but nobody begins?",
    );
    add(&mut made, Parallel, long, &[("2027-05-11T08:30:00Z", 45, Some(2))]);
    let twice = [("2027-05-11T08:30:00Z", 90, Some(3)), ("2027-05-12T07:00:00Z", 90, Some(2))];
    add(&mut made, Workshop, text("Byvandring på papir", "A town walk on paper"), &twice);
    add(&mut made, Social, only("Middag på kaia"), &[("2027-05-11T17:00:00Z", 180, None)]);
    add(&mut made, Parallel, only("Ikkje plassert enno"), &[]);
    add(&mut made, Plenary, text("Avslutning", "Closing"), &[("2027-05-12T13:00:00Z", 60, Some(1))]);
    let part = |n: u128, moderates: bool| Part { speaker: speaker_id(n), moderates };
    made.sessions[0].parts = vec![part(2, true), part(1, false)];
    made.sessions[0].attendance = Attendance::Both;
    made.sessions[0].description = text(
        "Ordføraren ønskjer velkomen.\n\nSå snakkar vi om kva som er nytt sidan sist.",
        "The mayor bids you welcome.",
    );
    let arranged = |what: Access, answered: bool| AccessNeed { what, answered };
    made.sessions[0].needs = vec![arranged(Access::SignLanguage, true), arranged(Access::Captions, false)];
    made.sessions[2].track = Some(track_id(1));
    made.sessions[2].parts = vec![part(1, false), part(9, false)];
    made.sessions[2].chosen = true;
    made.sessions[3].track = Some(track_id(2));
    made.sessions[3].parts = vec![part(3, false)];
    made.sessions[3].chosen = true;
    made.sessions[3].capacity = Some(24);
    made.sessions[5].parts = vec![part(3, false)];
    made.occurrences.push(Occurrence {
        session: None,
        note: only("Rigging"),
        ..placed(99, session_id(1), "2027-05-11T06:00:00Z", 30, Some(1))
    });
    made
}

fn day(date: &str, title: &str) -> Day {
    Day {
        date: date.parse::<NaiveDate>().unwrap_or_default(),
        opens: "08:00:00".parse::<NaiveTime>().unwrap_or_default(),
        closes: "22:00:00".parse::<NaiveTime>().unwrap_or_default(),
        title: if title.is_empty() { Localised::default() } else { only(title) },
    }
}

fn venue(n: u128, name: Localised, address: &str, rooms: &[Room]) -> Venue {
    let id = VenueId(Uuid::from_u128(0x1e << 96 | n));
    Venue { id, name, address: address.to_owned(), rooms: rooms.to_vec() }
}

fn room(n: u128, name: Localised, capacity: Option<u32>) -> Room {
    Room { id: room_id(n), name, capacity, hearing_loop: n == 1, step_free: n != 2 }
}

/// Adds a session that is given at these times: when, for how many minutes, and in which room.
pub(crate) fn add(to: &mut Programme, kind: SessionKind, title: Localised, given: &[(&str, i64, Option<u128>)]) {
    let id = session_id(to.sessions.len() as u128 + 1);
    to.sessions.push(Session {
        id,
        revision: 1,
        kind,
        title,
        description: Localised::default(),
        track: None,
        parts: Vec::new(),
        attendance: Attendance::InPerson,
        chosen: false,
        capacity: None,
        needs: Vec::new(),
    });
    for (starts_at, minutes, room) in given {
        let n = to.occurrences.len() as u128 + 1;
        to.occurrences.push(placed(n, id, starts_at, *minutes, *room));
    }
}

fn placed(n: u128, session: SessionId, starts_at: &str, minutes: i64, room: Option<u128>) -> Occurrence {
    let starts_at = at(starts_at);
    Occurrence {
        id: occurrence_id(n),
        revision: 1,
        session: Some(session),
        note: Localised::default(),
        room: room.map(room_id),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(minutes),
    }
}
