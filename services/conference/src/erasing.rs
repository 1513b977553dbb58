//! Erases somebody who speaks: the row, what they handed in, and their place in the draft and in the proposal they came with.
//! Sessions and released versions hold nothing but an id that leads nowhere now.

use crate::programme::Programme;
use crate::store::conference::{self, Model};
use crate::store::proposal::{self, People};
use crate::store::{document, speaker};
use bus::Work;
use proto::conference::SpeakerErased;
use proto::{EventId, SpeakerId};
use sea_orm::DbErr;
use uuid::Uuid;

/// The conference must have been read with [`conference::to_change`].
pub(crate) async fn erase(work: &Work, conference: Model, id: Uuid) -> Result<(), DbErr> {
    let event_id = EventId(conference.id);
    for row in proposal::all(&work.tx, conference.id).await? {
        if row.people.0.iter().any(|person| person.speaker == Some(SpeakerId(id))) {
            let mut people = row.people.0.clone();
            people.retain(|person| person.speaker != Some(SpeakerId(id)));
            proposal::update(&work.tx, proposal::Model { people: People(people), ..row }).await?;
        }
    }
    if let Some(draft) = without(&conference.draft, SpeakerId(id)) {
        let draft_revision = conference.draft_revision + 1;
        conference::update(&work.tx, Model { draft, draft_revision, ..conference }).await?;
    }
    document::delete_of_speaker(&work.tx, id).await?;
    speaker::delete(&work.tx, id).await?;
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

#[cfg(test)]
mod tests {
    use super::without;
    use crate::timetable::example;

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
