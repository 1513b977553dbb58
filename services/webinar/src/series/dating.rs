//! Another date of a series: what it is like, and publishing it.

use super::settings::{Settings, shift};
use crate::publishing::id_of;
use crate::store::afterwards::{self, Change};
use crate::store::panelist;
use crate::store::webinar::{Model, PoolIds, Snapshot, insert};
use crate::{afterwards_file, meeting_file, telling};
use bus::Work;
use calendar::at_local;
use chrono::{DateTime, NaiveDate, Utc};
use proto::EventId;
use proto::event::EventPublished;
use sea_orm::DbErr;
use uuid::Uuid;

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Dated {
    New(Box<Model>),
    /// It lies behind us.
    Past,
    /// The clocks are put forward past this time on that day.
    SkippedHour,
}

/// A date like this one on another day, with these settings. What has no place among them, such as questions and reminders, is
/// as it is there; ids are its own, and so are the places.
pub(crate) fn like(
    pattern: &Model,
    settings: &Settings,
    day: NaiveDate,
    slug: String,
    now: DateTime<Utc>,
    mut new_id: impl FnMut() -> Uuid,
) -> Dated {
    let mut event = pattern.event().clone();
    let Ok(starts_at) = at_local(event.timezone, day.and_time(settings.start)) else { return Dated::SkippedHour };
    if starts_at <= now {
        return Dated::Past;
    }
    let old_title = event.title.clone();
    // When sign-up opens was meant for that date. This one is open at once.
    event.sign_up.opens_at = None;
    let by = starts_at - event.starts_at;
    shift(&mut event, by);
    event.ends_at = starts_at + chrono::TimeDelta::minutes(settings.minutes.into());
    event.sign_up.closes_at = event.sign_up.closes_at.min(event.ends_at);
    event.sign_up.withdraw_until = event.sign_up.withdraw_until.min(event.ends_at);
    event.id = EventId(new_id());
    event.revision = 1;
    event.slug.clone_from(&slug);
    event.title.clone_from(&settings.title);
    event.summary.clone_from(&settings.summary);
    event.description.clone_from(&settings.description);
    let mut pools = PoolIds::default();
    let keys: Vec<Option<String>> = event
        .sign_up
        .pools
        .iter()
        .map(|pool| pattern.pools.0.iter().find(|(_, id)| **id == pool.id).map(|(key, _)| key.clone()))
        .collect();
    for (pool, key) in event.sign_up.pools.iter_mut().zip(keys) {
        pool.id = id_of(&mut pools, &key.unwrap_or_default(), &mut new_id);
        if pool.whole {
            pool.capacity = settings.capacity;
            if pool.label == old_title {
                pool.label.clone_from(&settings.title);
            }
        }
    }
    Dated::New(Box::new(Model {
        id: event.id.0,
        slug,
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        revision: 1,
        cancelled: false,
        cancel_reason: None,
        published_at: now,
        changed_at: now,
        snapshot: Snapshot(event),
        pools,
        meeting_url: settings.meeting_url.clone(),
        filed_meeting_url: settings.meeting_url.clone(),
        signup_revision: 0,
        signup_open: None,
        places_left: None,
        waiting: None,
        places: None,
        joined_erased: 0,
        ..pattern.clone()
    }))
}

/// Publishes a date that is like another one. Who leads the meeting and what comes afterwards is as it is there; who speaks is not.
pub(crate) async fn publish(work: &Work, pattern: &Model, date: Model) -> Result<(), DbErr> {
    let id = EventId(date.id);
    work.say(&EventPublished { event: date.event().clone() });
    insert(&work.tx, date).await?;
    let panel = panelist::of_event(&work.tx, pattern.id).await?;
    let leads = panel.into_iter().filter(|one| one.role == meeting_file::Part::Moderator);
    let leads: Vec<meeting_file::Filed> =
        leads.map(|one| meeting_file::Filed { key: one.key, name: one.name, part: one.role }).collect();
    panelist::keep(&work.tx, id, &leads).await?;
    let after = afterwards::find(&work.tx, pattern.id)
        .await?
        .map(|row| afterwards_file::Filed { letter_minutes: row.letter_minutes, evaluation: row.evaluation });
    telling::tell(work, id, Change::Filed(after.unwrap_or_default())).await?;
    Ok(())
}
