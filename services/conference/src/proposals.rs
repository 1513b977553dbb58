//! Decision: what a proposal becomes when it is accepted: a session of the draft, and those who are to speak in it.

use crate::programme::{Part, Programme, Session, TrackId};
use crate::store::Words;
use crate::store::proposal::{Model as Proposal, People, Person};
use crate::store::speaker::{Model as Speaker, Said, Unavailable};
use chrono::{DateTime, Utc};
use proto::event::Attendance;
use proto::{Localised, SessionId, SpeakerId};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Accepted {
    pub(crate) session: Session,
    /// Those who are not known yet.
    pub(crate) new: Vec<Speaker>,
    /// The people of the proposal, with whom they became.
    pub(crate) people: People,
}

/// Somebody who speaks already, by their address, is not there twice. Only who sent it in has agreed to be shown; the others are
/// asked on pages of their own.
pub(crate) fn accepted(
    proposal: &Proposal,
    programme: &Programme,
    known: &[Speaker],
    now: DateTime<Utc>,
    mut new_id: impl FnMut() -> Uuid,
) -> Accepted {
    let language = proposal.language();
    let text = |text: &str| match text.is_empty() {
        true => Localised::default(),
        false => Localised(BTreeMap::from([(language, text.to_owned())])),
    };
    let mut new: Vec<Speaker> = Vec::new();
    let mut people = Vec::new();
    for (place, person) in proposal.people.0.iter().enumerate() {
        let speaker = match same(known, person).or_else(|| same(&new, person)) {
            Some(speaker) => speaker.id,
            None => {
                let id = new_id();
                new.push(Speaker {
                    id,
                    conference: proposal.conference,
                    revision: 1,
                    generation: 1,
                    name: person.name.clone(),
                    email: (!person.email.is_empty()).then(|| person.email.clone()),
                    language: language.code().to_owned(),
                    role: Words(text(&person.role)),
                    organisation: person.organisation.clone(),
                    biography: Words::default(),
                    photo: None,
                    consented_at: proposal.consented_at.filter(|_| place == 0).map(|_| now),
                    unavailable: Unavailable::default(),
                    said_revision: 0,
                    said: Said::default(),
                });
                id
            }
        };
        people.push(Person { speaker: Some(SpeakerId(speaker)), ..person.clone() });
    }
    let parts = people.iter().filter_map(|person| Some(Part { speaker: person.speaker?, moderates: false }));
    let track = proposal.track.map(TrackId).filter(|id| programme.tracks.iter().any(|track| track.id == *id));
    let session = Session {
        id: SessionId(new_id()),
        revision: 0,
        kind: proposal.kind(),
        title: text(&proposal.title),
        description: text(&proposal.summary),
        track,
        parts: parts.collect(),
        attendance: Attendance::InPerson,
        chosen: false,
        capacity: None,
        needs: Vec::new(),
    };
    Accepted { session, new, people: People(people) }
}

fn same<'a>(known: &'a [Speaker], person: &Person) -> Option<&'a Speaker> {
    let email = person.email.trim().to_lowercase();
    let theirs = |speaker: &&Speaker| speaker.email.as_ref().is_some_and(|own| own.trim().to_lowercase() == email);
    known.iter().find(theirs).filter(|_| !email.is_empty())
}

#[cfg(test)]
mod tests {
    use super::accepted;
    use crate::calls::State;
    use crate::programme::SessionKind;
    use crate::store::proposal::{Answers, Model, People, Person};
    use crate::timetable::example;
    use chrono::{DateTime, Utc};
    use proto::{Language, Localised};
    use uuid::Uuid;

    fn person(name: &str, email: &str) -> Person {
        Person { name: name.to_owned(), email: email.to_owned(), ..Person::default() }
    }

    fn proposal(now: DateTime<Utc>, people: Vec<Person>) -> Model {
        Model {
            id: Uuid::from_u128(1),
            conference: Uuid::from_u128(2),
            revision: 1,
            generation: 1,
            state: State::Received.word().to_owned(),
            submission: "one".to_owned(),
            sent: String::new(),
            language: "sv".to_owned(),
            title: "Torget som vardagsrum".to_owned(),
            summary: "Om tre torg.".to_owned(),
            kind: "workshop".to_owned(),
            track: Some(Uuid::from_u128(404)),
            people: People(people),
            answers: Answers::default(),
            consented_at: Some(now),
            received_at: now,
            changed_at: now,
            answered: 1,
            note: String::new(),
            decided_at: None,
            decided_by: None,
            session: None,
        }
    }

    #[test]
    fn an_accepted_proposal_is_a_session_with_everybody_who_stood_in_it() {
        let now = example::at("2027-01-11T09:00:00Z");
        let people = vec![person("Astrid Ek", "astrid@stad.example"), person("Bo Lind", "")];
        let mut ids = (10..).map(Uuid::from_u128);
        let made = accepted(&proposal(now, people), &example::programme(), &[], now, || ids.next().unwrap());
        assert_eq!(made.session.title, Localised::from([(Language::Sv, "Torget som vardagsrum")]));
        assert_eq!((made.session.kind, made.session.revision), (SessionKind::Workshop, 0));
        assert_eq!(made.session.track, None, "the track has been taken out since");
        let speakers: Vec<_> = made.session.parts.iter().map(|part| part.speaker.0).collect();
        assert_eq!(speakers, made.new.iter().map(|speaker| speaker.id).collect::<Vec<_>>());
        assert_eq!(made.new[0].consented_at, Some(now));
        assert_eq!(made.new[1].consented_at, None, "nobody agrees for others");
        assert_eq!(made.new[1].email, None);
    }

    #[test]
    fn somebody_who_speaks_already_is_not_there_twice() {
        let now = example::at("2027-01-11T09:00:00Z");
        let mut ids = (10..).map(Uuid::from_u128);
        let people = vec![person("Astrid Ek", "astrid@stad.example"), person("A. Ek", "Astrid@Stad.example ")];
        let first = accepted(&proposal(now, people.clone()), &example::programme(), &[], now, || ids.next().unwrap());
        assert_eq!(first.new.len(), 1);
        let second = accepted(&proposal(now, people), &example::programme(), &first.new, now, || ids.next().unwrap());
        assert!(second.new.is_empty());
        assert!(second.session.parts.iter().all(|part| part.speaker.0 == first.new[0].id));
    }
}
