//! A conference of two days: somebody who takes part, somebody who speaks, and somebody who would like to.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use proto::conference::{ProposalAnswer, ProposalAnswered, Slot, SpeakerScheduled, SpeakerSlot};
use proto::event::{Attendance, Event, EventKind, Form, Pool};
use proto::organisation::Organisation;
use proto::registration::{Chosen, Claim, ClaimState, Moved};
use proto::{Language, Localised, OccurrenceId, PoolId, ProposalId, SpeakerId};
use uuid::Uuid;

use super::{SampleLetter, Thread, event, id};
use crate::composing::{self, Desk};
use crate::planning::Facts;
use crate::purpose::Purpose;
use crate::replan::Replan;
use crate::speaking;
use crate::speaking::composing::Material;

/// Which event it is, as [`id`] counts them.
pub(super) const NUMBER: u32 = 9;
/// The places in it, as [`id`] counts them.
const LOKALE: u32 = 61;
const UNGDOM: u32 = 62;
const VANDRING: u32 = 63;
const SPEAKER: u32 = 70;
const PROPOSAL: u32 = 80;

/// Somebody who has three sessions, of which one moves, so that it clashes with another, and one is taken away.
pub(super) fn took_part(mut thread: Thread<'_>) -> anyhow::Result<Vec<SampleLetter>> {
    let (first, second) = programmes()?;
    let held = |place| Claim { pool_id: PoolId(id(NUMBER, place)), state: ClaimState::Held };
    thread.registration.form = Some(Form::InPerson);
    thread.registration.choices = [LOKALE, UNGDOM, VANDRING].map(held).into();
    let before = |days| first.starts_at - TimeDelta::days(days);
    thread.write(Purpose::Confirmation, &first, None, before(60))?;
    thread.registration.choices = [LOKALE, UNGDOM].map(held).into();
    let replan = Replan {
        version: Some(2),
        moved: vec![Moved { before: chosen(&first, LOKALE)?, now: chosen(&second, LOKALE)? }],
        gone: vec![chosen(&first, VANDRING)?],
        clashes: vec![(PoolId(id(NUMBER, LOKALE)), PoolId(id(NUMBER, UNGDOM)))],
        settled: Vec::new(),
        answer_before: Some(before(20)),
        form_before: None,
        since: None,
    };
    thread.write(Purpose::Replanned, &second, Some(&Facts::Replanned(Box::new(replan))), before(30))?;
    thread.write(Purpose::Reminder, &second, None, before(7))?;
    thread.attended = true;
    thread.write(Purpose::FollowUp, &second, None, second.ends_at + TimeDelta::days(1))?;
    Ok(thread.letters)
}

/// Somebody who speaks in one of them, at another time than first, and then not at all.
pub(super) fn spoke(
    desk: Desk<'_>,
    organisation: &Organisation,
    language: Language,
) -> anyhow::Result<Vec<SampleLetter>> {
    let (first, second) = programmes()?;
    let speaker = id(NUMBER, SPEAKER);
    let occurrence = OccurrenceId(id(NUMBER, LOKALE));
    let uid = format!("{speaker}@{}", composing::host_name(desk.settings));
    let mut letters = Vec::new();
    let (mut told, mut sequence, mut references) = (None, 0, None);
    for (number, name, event, slots) in [
        (1_u32, "new", &first, vec![slot(&first, LOKALE)?, slot(&first, UNGDOM)?]),
        (2, "moved", &second, vec![slot(&second, LOKALE)?, slot(&second, UNGDOM)?]),
        (3, "gone", &second, vec![slot(&second, UNGDOM)?]),
    ] {
        let name = format!("conference-speaking-{name}");
        let scheduled = SpeakerScheduled {
            speaker_id: SpeakerId(speaker),
            event_id: event.id,
            revision: number,
            generation: 1,
            name: "Liv Døme-Prøve".to_owned(),
            email: "liv.dome@kommune.example".to_owned(),
            language,
            slots,
        };
        let now = first.starts_at - TimeDelta::days(60 - i64::from(number));
        let news = speaking::news(&scheduled, occurrence, told.as_ref(), false, now);
        let material = Material {
            letter: Uuid::from_u128(speaker.as_u128() + u128::from(number)),
            speaker: &scheduled,
            news: news.with_context(|| format!("the sample letter {name} has nothing to say"))?,
            event,
            cancelled: false,
            organisation,
            uid: &uid,
            sequence,
            invited: sequence > 0,
            references: references.as_deref(),
            now,
        };
        let (composed, now_told) =
            speaking::composing::compose(desk, material).with_context(|| format!("the sample letter {name}"))?;
        told = now_told.or(told);
        sequence += 1;
        references.get_or_insert(composed.message_id);
        letters.push(SampleLetter { name, bytes: composed.bytes });
    }
    Ok(letters)
}

/// Somebody whose proposal was accepted.
pub(super) fn proposed(
    desk: Desk<'_>,
    organisation: &Organisation,
    language: Language,
) -> anyhow::Result<Vec<SampleLetter>> {
    let (first, _) = programmes()?;
    let proposal = id(NUMBER, PROPOSAL);
    let answered = ProposalAnswered {
        proposal_id: ProposalId(proposal),
        event_id: first.id,
        revision: 2,
        generation: 1,
        name: "Liv Døme-Prøve".to_owned(),
        email: "liv.dome@kommune.example".to_owned(),
        language,
        title: "Butikken som vart bibliotek; & meir".to_owned(),
        answer: ProposalAnswer::Accepted,
        note: Some("Vi gler oss!\n\nTa gjerne med nokon <frå kommunen>.".to_owned()),
    };
    let letter = Uuid::from_u128(proposal.as_u128() + 1);
    let now = first.starts_at - TimeDelta::days(90);
    let composed = composing::compose_proposal(desk, letter, &answered, &first, organisation, now)
        .context("the sample letter about a proposal")?;
    Ok(vec![SampleLetter { name: "conference-proposal".to_owned(), bytes: composed.bytes }])
}

/// The conference with its first programme, and with its second.
fn programmes() -> anyhow::Result<(Event, Event)> {
    let title = Localised::from([
        (Language::Nn, "BYLIVkonferansen; \"levande\" byar"),
        (Language::Nb, "BYLIVkonferansen; \"levende\" byer"),
        (Language::Sv, "BYLIVkonferensen; \"levande\" städer"),
        (Language::En, "The BYLIV conference; \"living\" towns"),
    ]);
    let hall = Localised::from([(Language::Nn, "Kulturhuset, Kongens gate 1, Narvik")]);
    let starts_at: DateTime<Utc> = "2027-05-11T07:00:00Z".parse()?;
    let mut first = event(NUMBER, "bylivkonferansen", title, starts_at, Attendance::Both, Some(hall));
    first.kind = EventKind::Conference;
    first.ends_at = starts_at + TimeDelta::hours(30);
    first.programme_version = Some(1);
    let session = |place: u32, hours: i64, label: [&str; 4]| {
        let [nn, nb, sv, en] = label;
        let texts = [(Language::Nn, nn), (Language::Nb, nb), (Language::Sv, sv), (Language::En, en)];
        Pool {
            id: PoolId(id(NUMBER, place)),
            label: Localised::from(texts),
            starts_at: Some(starts_at + TimeDelta::hours(hours)),
            ends_at: Some(starts_at + TimeDelta::hours(hours + 1)),
            room: Some(Localised::from([(Language::Nn, "Storsalen, Kulturhuset")])),
            ..first.sign_up.pools[1].clone()
        }
    };
    let sessions = [
        session(LOKALE, 2, ["Tomme lokale", "Tomme lokaler", "Tomma lokaler", "Empty premises"]),
        session(UNGDOM, 5, ["Ungdom i sentrum", "Ungdom i sentrum", "Unga i centrum", "Young people in the centre"]),
        session(VANDRING, 26, ["Byvandring", "Byvandring", "Stadsvandring", "Walk through town"]),
    ];
    first.sign_up.pools.truncate(1);
    first.sign_up.pools.extend(sessions);
    let mut second = first.clone();
    second.revision += 1;
    second.programme_version = Some(2);
    second.sign_up.pools.retain(|pool| pool.id.0 != id(NUMBER, VANDRING));
    for pool in second.sign_up.pools.iter_mut().filter(|pool| pool.id.0 == id(NUMBER, LOKALE)) {
        pool.starts_at = Some(starts_at + TimeDelta::hours(5));
        pool.ends_at = Some(starts_at + TimeDelta::hours(6));
        pool.room = Some(Localised::from([(Language::Nn, "Sal 2, Biblioteket")]));
    }
    Ok((first, second))
}

fn chosen(event: &Event, place: u32) -> anyhow::Result<Chosen> {
    let pool = event.choices().find(|pool| pool.id.0 == id(NUMBER, place)).context("a session of the sample")?;
    let Pool { id, label, starts_at, ends_at, room, .. } = pool.clone();
    Ok(Chosen { pool_id: id, label, starts_at, ends_at, room })
}

fn slot(event: &Event, place: u32) -> anyhow::Result<SpeakerSlot> {
    let Chosen { label, starts_at, ends_at, room, .. } = chosen(event, place)?;
    let (starts_at, ends_at) = starts_at.zip(ends_at).context("the time of a session of the sample")?;
    Ok(SpeakerSlot {
        occurrence_id: OccurrenceId(id(NUMBER, place)),
        title: label,
        slot: Slot { starts_at, ends_at, room },
        moderates: place == UNGDOM,
    })
}
