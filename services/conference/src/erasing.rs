//! Erases somebody who speaks: the row, what they handed in, and their place in the draft and in the proposal they came with.
//! Sessions and released versions hold nothing but an id that leads nowhere now. Of the key by which an event file calls the
//! person a MAC is left, so that the file brings nobody back.

use crate::programme::Programme;
use crate::store::conference::{self, Ids, Model};
use crate::store::proposal::{self, People};
use crate::store::{document, speaker};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use bus::Work;
use host::Keys;
use proto::conference::SpeakerErased;
use proto::{EventId, SpeakerId};
use sea_orm::DbErr;
use uuid::Uuid;

/// The conference must have been read with [`conference::to_change`].
pub(crate) async fn erase(work: &Work, conference: Model, id: Uuid, keys: &Keys) -> Result<(), DbErr> {
    let event_id = EventId(conference.id);
    for row in proposal::all(&work.tx, conference.id).await? {
        if row.people.0.iter().any(|person| person.speaker == Some(SpeakerId(id))) {
            let mut people = row.people.0.clone();
            people.retain(|person| person.speaker != Some(SpeakerId(id)));
            work.forget(&[row.id]);
            proposal::update(&work.tx, proposal::Model { people: People(people), ..row }).await?;
        }
    }
    let ids = forgotten(&conference.ids, id, |key| mark(keys, key));
    let (draft, draft_revision) = match without(&conference.draft, SpeakerId(id)) {
        Some(draft) => (draft, conference.draft_revision + 1),
        None => (conference.draft.clone(), conference.draft_revision),
    };
    conference::update(&work.tx, Model { ids, draft, draft_revision, ..conference }).await?;
    document::delete_of_speaker(&work.tx, id).await?;
    speaker::delete(&work.tx, id).await?;
    work.forget(&[id]);
    work.say(&SpeakerErased { speaker_id: SpeakerId(id), event_id });
    Ok(())
}

/// The programme without somebody; none where they are not in it.
fn without(programme: &Programme, id: SpeakerId) -> Option<Programme> {
    let mut now = programme.clone();
    for session in &mut now.sessions {
        let before = session.parts.len();
        session.parts.retain(|part| part.speaker != id);
        if session.parts.len() != before {
            session.revision += 1;
        }
    }
    (now != *programme).then_some(now)
}

/// What is left of a key that an event file had for somebody. Without the installation's secret it tells nothing.
pub(crate) fn mark(keys: &Keys, key: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(&keys.sign("erased speaker", key.as_bytes())[..16])
}

/// What ids are kept under whose owners are erased.
pub(crate) fn erased(mark: &str) -> String {
    format!("erased {mark}")
}

/// The ids with the mark in the place of the key.
fn forgotten(ids: &Ids, id: Uuid, mark: impl Fn(&str) -> String) -> Ids {
    let renamed = |(name, own): (&String, &Uuid)| match name.strip_prefix("speaker ").filter(|_| *own == id) {
        Some(key) => (erased(&mark(key)), *own),
        None => (name.clone(), *own),
    };
    Ids(ids.0.iter().map(renamed).collect())
}

#[cfg(test)]
mod tests {
    use super::{forgotten, without};
    use crate::store::conference::Ids;
    use crate::timetable::example;
    use uuid::Uuid;

    #[test]
    fn of_the_key_in_the_file_only_the_mark_is_left() {
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let names = [("speaker astrid", one), ("speaker bjorn", other), ("session astrid", other)];
        let ids = Ids(names.into_iter().map(|(name, id)| (name.to_owned(), id)).collect());
        let left = forgotten(&ids, one, |key| key.len().to_string());
        let left: Vec<_> = left.0.iter().map(|(name, id)| (name.as_str(), *id)).collect();
        assert_eq!(left, [("erased 6", one), ("session astrid", other), ("speaker bjorn", other)]);
    }

    #[test]
    fn a_session_that_lost_somebody_is_another_revision() {
        let programme = example::programme();
        let id = programme.sessions.iter().find_map(|session| session.parts.first()).unwrap().speaker;
        let now = without(&programme, id).unwrap();
        assert!(now.sessions.iter().all(|session| session.parts.iter().all(|part| part.speaker != id)));
        for (was, is) in programme.sessions.iter().zip(&now.sessions) {
            assert_eq!(is.revision > was.revision, is.parts != was.parts);
        }
        assert_eq!(without(&now, id), None);
    }
}
