//! A conference of two days, some who take part, and those who speak.

use chrono::{DateTime, TimeDelta, Utc};
use proto::conference::{ProgrammeReleased, Slot, SpeakerScheduled, SpeakerSlot};
use proto::event::{Attendance, Event, EventKind, Form, Pool};
use proto::registration::{Chosen, Claim, ClaimState, Moved, Registration, RegistrationReplanned};
use proto::{Language, Localised, OccurrenceId, PoolId, SpeakerId};
use uuid::Uuid;

use super::world::*;

/// The two days of the conference: 11 and 12 May 2027 by the clocks of Oslo.
pub(super) fn at(day: u32, hour: u32) -> DateTime<Utc> {
    let local = chrono::NaiveDate::from_ymd_opt(2027, 5, day).unwrap().and_hms_opt(hour, 0, 0).unwrap();
    local.and_local_timezone(chrono_tz::Europe::Oslo).unwrap().to_utc()
}

pub(super) fn pool(number: u128) -> PoolId {
    PoolId(Uuid::from_u128(100 + number))
}

pub(super) const LOKALE: u128 = 1;
pub(super) const UNGDOM: u128 = 2;
pub(super) const VANDRING: u128 = 3;

pub(super) fn session(number: u128, label: &str, starts_at: DateTime<Utc>, room: &str) -> Pool {
    Pool {
        id: pool(number),
        whole: false,
        label: Localised::from([(Language::Nn, label)]),
        capacity: Some(30),
        starts_at: Some(starts_at),
        ends_at: Some(starts_at + TimeDelta::hours(1)),
        form: None,
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: Some(Localised::from([(Language::Nn, room)])),
    }
}

/// In Narvik and online, with three sessions to choose.
pub(super) fn conference() -> Event {
    let whole = |number: u128, form| Pool { form, ..event().sign_up.pools[0].clone() }.with_id(number);
    let mut conference = Event {
        kind: EventKind::Conference,
        slug: "byliv".to_owned(),
        title: Localised::from([(Language::Nn, "BYLIV 2027"), (Language::En, "City life 2027")]),
        starts_at: at(11, 9),
        ends_at: at(12, 15),
        attendance: Attendance::Both,
        venue: Some(Localised::from([(Language::Nn, "Kulturhuset, Narvik")])),
        reminders: vec![24 * 60],
        usual_reminders: false,
        programme_version: Some(1),
        ..event()
    };
    conference.sign_up.closes_at = at(10, 9);
    conference.sign_up.withdraw_until = at(10, 9);
    conference.sign_up.pools = vec![
        whole(90, Some(Form::InPerson)),
        whole(91, Some(Form::Online)),
        session(LOKALE, "Tomme lokale", at(11, 10), "Storsalen"),
        session(UNGDOM, "Ungdom", at(11, 13), "Sal 2"),
        session(VANDRING, "Byvandring; ute", at(12, 10), "Torget"),
    ];
    conference
}

trait WithId {
    fn with_id(self, number: u128) -> Self;
}

impl WithId for Pool {
    fn with_id(self, number: u128) -> Self {
        Self { id: pool(number), ..self }
    }
}

/// The next version of the programme, with this done to its sessions.
pub(super) fn version(before: &Event, edit: impl FnOnce(&mut Vec<Pool>)) -> Event {
    edited(before, |event| {
        event.programme_version = event.programme_version.map(|version| version + 1);
        edit(&mut event.sign_up.pools);
    })
}

pub(super) fn move_to(pools: &mut [Pool], number: u128, starts_at: DateTime<Utc>) {
    let moved = pools.iter_mut().find(|other| other.id == pool(number)).unwrap();
    (moved.starts_at, moved.ends_at) = (Some(starts_at), Some(starts_at + TimeDelta::hours(1)));
}

pub(super) fn claims(held: &[u128], waiting: &[u128]) -> Vec<Claim> {
    let claim = |state| move |number: &u128| Claim { pool_id: pool(*number), state };
    held.iter().map(claim(ClaimState::Held)).chain(waiting.iter().map(claim(ClaimState::Waiting))).collect()
}

/// Somebody who meets up and has these sessions.
pub(super) fn participant(number: u128, held: &[u128]) -> Registration {
    Registration { form: Some(Form::InPerson), choices: claims(held, &[]), ..person(number) }
}

pub(super) fn chosen(event: &Event, number: u128) -> Chosen {
    let found = event.sign_up.pools.iter().find(|other| other.id == pool(number)).unwrap();
    Chosen {
        pool_id: found.id,
        label: found.label.clone(),
        starts_at: found.starts_at,
        ends_at: found.ends_at,
        room: found.room.clone(),
    }
}

/// What the desk says to somebody, with nothing in it yet.
pub(super) fn replanned(registration: &Registration, now: &Event) -> RegistrationReplanned {
    RegistrationReplanned {
        registration: Registration { revision: registration.revision + 1, ..registration.clone() },
        version: now.programme_version,
        moved: Vec::new(),
        gone: Vec::new(),
        clashes: Vec::new(),
        answer_before: None,
        form_before: None,
    }
}

pub(super) fn moved_session(before: &Event, now: &Event, number: u128) -> Moved {
    Moved { before: chosen(before, number), now: chosen(now, number) }
}

pub(super) fn released(event: &Event, note: Option<&str>) -> ProgrammeReleased {
    ProgrammeReleased {
        event_id: event.id,
        version: event.programme_version.unwrap(),
        released_at: at(1, 9),
        note: note.map(|note| Localised::from([(Language::Nn, note)])),
        changes: Vec::new(),
    }
}

pub(super) const SPEAKER: SpeakerId = SpeakerId(Uuid::from_u128(500));

pub(super) fn speaker(revision: u32, slots: Vec<SpeakerSlot>) -> SpeakerScheduled {
    SpeakerScheduled {
        speaker_id: SPEAKER,
        event_id: conference().id,
        revision,
        generation: 1,
        name: "Liv Døme".to_owned(),
        email: "liv@example.no".to_owned(),
        language: Language::Nn,
        slots,
    }
}

pub(super) fn slot(number: u128, title: &str, starts_at: DateTime<Utc>, room: &str) -> SpeakerSlot {
    SpeakerSlot {
        occurrence_id: OccurrenceId(Uuid::from_u128(100 + number)),
        title: Localised::from([(Language::Nn, title)]),
        slot: Slot {
            starts_at,
            ends_at: starts_at + TimeDelta::hours(1),
            room: Some(Localised::from([(Language::Nn, room)])),
        },
        moderates: false,
    }
}
