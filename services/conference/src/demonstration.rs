//! What organisers have planned since the first version of a made-up conference, done as their pages do it.

use crate::edit::{Edit, Slot, apply};
use crate::programme::{Occurrence, Programme};
use crate::store::conference;
use crate::{NAME, hears::Hearing};
use anyhow::Context;
use bus::Carrier;
use chrono::TimeDelta;
use host::Host;
use proto::{Localised, OccurrenceId};
use uuid::Uuid;

/// Goes on planning a conference that was imported: something is moved, something given that had no time, something renamed.
/// Nobody sees it before it is released. Does nothing when it was done before.
pub async fn plan_on(host: &Host, slug: &str) -> anyhow::Result<()> {
    let (bus, _loops) = Hearing::listed(host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let row = conference::to_change(&work.tx, slug).await?.with_context(|| format!("there is no {NAME} {slug}"))?;
    if row.drafted_by.is_some() {
        return Ok(());
    }
    let zone = row.event().timezone;
    let mut draft = row.draft.clone();
    for edit in edits(&draft, zone) {
        draft = apply(&draft, edit, zone).map_err(|refusal| anyhow::anyhow!("cannot plan on: {refusal:?}"))?;
    }
    conference::write_draft(&work.tx, &row, draft, Uuid::now_v7()).await?;
    work.commit().await?;
    Ok(())
}

fn edits(draft: &Programme, zone: chrono_tz::Tz) -> Vec<Edit> {
    let unplaced =
        draft.sessions.iter().find(|one| !draft.occurrences.iter().any(|given| given.session == Some(one.id)));
    let chosen = |given: &&Occurrence| given.session.and_then(|id| draft.session(id)).is_some_and(|one| one.chosen);
    let last = draft.occurrences.iter().filter(chosen).max_by_key(|given| given.starts_at);
    let mut edits = Vec::new();
    if let Some(moved) = draft.occurrences.iter().find(chosen) {
        let quarter = TimeDelta::minutes(15);
        let slot = Slot::of(moved.room, moved.starts_at + quarter, moved.ends_at + quarter, zone);
        edits.push(Edit::Move { id: moved.id, revision: moved.revision, slot, note: None });
    }
    if let (Some(session), Some(beside)) = (unplaced, last) {
        let slot = Slot::of(None, beside.starts_at, beside.ends_at, zone);
        let (id, note) = (OccurrenceId(Uuid::now_v7()), Localised::default());
        edits.push(Edit::Place { id, session: Some(session.id), note, slot });
    }
    if let Some(renamed) = draft.sessions.last() {
        let mut session = renamed.clone();
        for title in session.title.0.values_mut() {
            title.push_str(" (2)");
        }
        edits.push(Edit::KeepSession(session));
    }
    edits
}
