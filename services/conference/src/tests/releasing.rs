use super::world::{FILE, world};
use crate::postponing;
use crate::programme::Programme;
use crate::releasing::{self, Releasing};
use crate::store::{conference, speaker, version};
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::conference::{OccurrenceChange, ProgrammeReleased, SpeakerErased, SpeakerScheduled};
use proto::event::{Event, EventPublished};
use proto::{Language, Localised, Message, OccurrenceId, SessionId, SpeakerId};
use uuid::Uuid;

#[tokio::test]
async fn a_release_says_what_has_changed_and_tells_those_who_speak_at_another_time() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let first = world.version(1).await;
        let new = OccurrenceId(Uuid::now_v7());
        world
            .edit(|draft| {
                // The workshop on Tuesday is later, what was to be chosen beside it is gone, another is given instead, and the
                // opening has a new name.
                draft.occurrences[1].starts_at += TimeDelta::minutes(15);
                draft.occurrences[1].revision += 1;
                let mut placed = draft.occurrences.remove(3);
                placed.id = new;
                placed.session = Some(draft.sessions[3].id);
                draft.occurrences.push(placed);
                draft.sessions[0].title = Localised::from([(Language::Nn, "Velkomen")]);
            })
            .await;
        let said = world.names().await.len();
        let Releasing::Released { version: 2, changes } = world.release().await else { panic!("not released") };
        let what: Vec<_> = changes
            .iter()
            .map(|change| match &change.what {
                OccurrenceChange::Added { .. } => ("added", change.title.get(Language::Nn)),
                OccurrenceChange::Moved { .. } => ("moved", change.title.get(Language::Nn)),
                OccurrenceChange::Removed { .. } => ("removed", change.title.get(Language::Nn)),
                OccurrenceChange::Edited { .. } => ("edited", change.title.get(Language::Nn)),
            })
            .collect();
        let mut sorted = what.clone();
        sorted.sort_unstable();
        assert_eq!(
            sorted,
            [
                ("added", "Utan tid enno"),
                ("edited", "Velkomen"),
                ("moved", "Teikn torget"),
                ("removed", "Å leige først")
            ]
        );
        let names = world.names().await.split_off(said);
        assert_eq!(names, [ProgrammeReleased::NAME, EventPublished::NAME, SpeakerScheduled::NAME]);
        assert_eq!(world.said_of::<ProgrammeReleased>().await[1].changes, changes);
        assert_eq!(
            world.said_of::<SpeakerScheduled>().await[1].slots[1].slot.starts_at,
            first.programme.occurrences[1].starts_at + TimeDelta::minutes(15)
        );
        assert_eq!(world.version(1).await, first, "what was released stays as it was");
        assert_eq!(world.release().await, Releasing::Unchanged);
        assert_eq!(world.names().await.len(), said + 3);
    }
}

#[tokio::test]
async fn a_conference_on_other_days_has_its_programme_with_it_and_what_is_not_out_stays_so() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let first = world.version(1).await.programme;
        world.edit(|draft| draft.sessions[0].title = Localised::from([(Language::Nn, "Ikkje ute enno")])).await;
        let (before, by) = (world.stored().await, TimeDelta::days(7));
        let (work, mut row) = world.begin().await;
        let (starts_at, ends_at) = (before.starts_at + by, before.ends_at + by);
        (row.starts_at, row.ends_at) = (starts_at, ends_at);
        row.snapshot.0 = Event { starts_at, ends_at, ..row.snapshot.0 };
        conference::update(&work.tx, row).await.unwrap();
        postponing::follow(&work, &before).await.unwrap();
        work.commit().await.unwrap();

        let times = |programme: &Programme| -> Vec<_> {
            programme.occurrences.iter().map(|one| (one.id, one.starts_at, one.ends_at)).collect()
        };
        let later: Vec<_> = times(&first).into_iter().map(|(id, starts, ends)| (id, starts + by, ends + by)).collect();
        let (now, stored) = (world.version(2).await.programme, world.stored().await);
        assert_eq!(times(&now), later);
        assert_eq!(times(&stored.draft), later);
        assert_eq!(stored.draft.sessions[0].title.get(Language::Nn), "Ikkje ute enno");
        assert_eq!(now.sessions[0].title, first.sessions[0].title);
        assert_eq!(now.days[0].date, first.days[0].date + by);
        let event = world.event().await;
        assert_eq!((event.starts_at, event.programme_version), (starts_at, Some(2)));
        assert!(event.choices().filter_map(|pool| pool.starts_at).all(|starts| starts >= starts_at));
        assert_eq!(world.said_of::<SpeakerScheduled>().await.len() % 2, 0, "each who speaks is told once more");

        // The second time nothing is left to move.
        let (work, _) = world.begin().await;
        postponing::follow(&work, &before).await.unwrap();
        work.commit().await.unwrap();
        assert_eq!(world.stored().await, stored);
    }
}

#[tokio::test]
async fn what_was_changed_and_changed_back_is_nothing_to_release() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        for minutes in [15, -15] {
            world
                .edit(|draft| {
                    draft.occurrences[1].starts_at += TimeDelta::minutes(minutes);
                    draft.occurrences[1].revision += 1;
                    draft.sessions[0].revision += 1;
                })
                .await;
        }
        let said = world.names().await;
        assert_eq!(world.release().await, Releasing::Unchanged);
        assert_eq!((world.stored().await.released, world.names().await), (1, said));
        assert!(world.stored().await.draft.occurrences[1].revision > 1, "an edit that was begun before is still stale");
    }
}

#[tokio::test]
async fn a_release_that_touches_no_speaker_tells_none() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        world.edit(|draft| draft.sessions[2].capacity = Some(5)).await;
        world.release().await;
        assert_eq!(world.said_of::<SpeakerScheduled>().await.len(), 1);
        let leige = world.event().await.sign_up.pools.into_iter().find(|pool| pool.capacity == Some(5));
        assert!(leige.is_some(), "the pool is as small as the session");
    }
}

#[tokio::test]
async fn a_scheduled_release_happens_once_when_its_time_has_come() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        world.edit(|draft| draft.sessions[0].title = Localised::from([(Language::Nn, "Velkomen")])).await;
        let by = Uuid::now_v7();
        let note = Localised::from([(Language::Nn, "Med nytt namn.")]);
        let (work, row) = world.begin().await;
        let due = world.host.clock.now() + TimeDelta::hours(2);
        releasing::schedule(&work, row, due, Some(note.clone()), by).await.unwrap();
        work.commit().await.unwrap();

        releasing::release_due(&world.host, &world.bus).await.unwrap();
        assert_eq!(world.stored().await.released, 1);
        world.host.clock.advance(TimeDelta::hours(2));
        releasing::release_due(&world.host, &world.bus).await.unwrap();
        releasing::release_due(&world.host, &world.bus).await.unwrap();
        let version = world.version(2).await;
        assert_eq!((version.note.unwrap().0, version.released_by), (note, Some(by)));
        let row = world.stored().await;
        assert_eq!((row.released, row.release_due, row.release_note, row.release_by), (2, None, None, None));
        assert_eq!(world.said_of::<ProgrammeReleased>().await.len(), 2);
    }
}

#[tokio::test]
async fn a_release_that_was_called_off_does_not_happen() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        world.edit(|draft| draft.sessions[0].capacity = Some(9)).await;
        for step in ["schedule", "unschedule"] {
            let (work, row) = world.begin().await;
            let due = world.host.clock.now() + TimeDelta::hours(1);
            match step {
                "schedule" => releasing::schedule(&work, row, due, None, Uuid::now_v7()).await.unwrap(),
                _ => releasing::unschedule(&work, row).await.unwrap(),
            }
            work.commit().await.unwrap();
        }
        world.host.clock.advance(TimeDelta::hours(2));
        releasing::release_due(&world.host, &world.bus).await.unwrap();
        assert_eq!(world.stored().await.released, 1);
    }
}

#[tokio::test]
async fn an_older_version_is_taken_back_into_the_draft_and_released_as_a_new_one() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        world
            .edit(|draft| {
                draft.occurrences.remove(1);
                draft.sessions[0].title = Localised::from([(Language::Nn, "Velkomen")]);
                draft.sessions[0].revision = 2;
            })
            .await;
        world.release().await;
        let row = world.stored().await;
        let bjorn = speaker::all(&world.host.db.read, row.id).await.unwrap().remove(1);
        speaker::delete(&world.host.db.write, bjorn.id).await.unwrap();

        let (work, row) = world.begin().await;
        assert!(!releasing::roll_back(&work, &row, 9, Uuid::now_v7()).await.unwrap(), "there is no such version");
        assert!(releasing::roll_back(&work, &row, 1, Uuid::now_v7()).await.unwrap());
        work.commit().await.unwrap();
        assert_eq!(world.stored().await.released, 2, "nobody sees it yet");
        world.release().await;
        let (first, third) = (world.version(1).await.programme, world.version(3).await.programme);
        let ids = |programme: &crate::programme::Programme| {
            programme.occurrences.iter().map(|one| one.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(&third), ids(&first), "sign-ups find again what they hang on");
        assert_eq!(third.sessions[0].title, first.sessions[0].title);
        assert_eq!(third.sessions[0].revision, 3, "an edit that was begun before is not written over it");
        assert!(third.sessions[0].parts.iter().all(|part| part.speaker != SpeakerId(bjorn.id)), "whose data are gone");
        assert_eq!(version::all(&world.host.db.read, row.id).await.unwrap().len(), 3);
        assert_eq!(world.said_of::<SpeakerErased>().await.len(), 0);
    }
}

#[tokio::test]
async fn two_who_release_at_once_make_one_version() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        world.edit(|draft| draft.sessions[0].capacity = Some(9)).await;
        let (one, other) = tokio::join!(world.release(), world.release());
        let released = [one, other].into_iter().filter(|done| matches!(done, Releasing::Released { .. })).count();
        assert_eq!((released, world.stored().await.released), (1, 2));
    }
}

#[tokio::test]
async fn a_cancelled_conference_is_not_released() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        world.edit(|draft| draft.sessions[0].capacity = Some(9)).await;
        let (work, row) = world.begin().await;
        releasing::cancel(&work, row, None).await.unwrap();
        work.commit().await.unwrap();
        assert_eq!(world.release().await, Releasing::Cancelled);
        assert!(conference::due(&world.host.db.read, world.host.clock.now()).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_programme_of_four_hundred_sessions_that_are_chosen_can_be_said() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let long = |number: usize| format!("Økt {number}: Korleis små stader får folk til å kome, og til å bli");
        world
            .edit(|draft| {
                let (like, given) = (draft.sessions[2].clone(), draft.occurrences[3].clone());
                for number in 0..400 {
                    let mut session = crate::programme::Session { id: SessionId(Uuid::now_v7()), ..like.clone() };
                    for title in session.title.0.values_mut() {
                        *title = long(number);
                    }
                    let id = OccurrenceId(Uuid::now_v7());
                    draft.occurrences.push(crate::programme::Occurrence {
                        id,
                        session: Some(session.id),
                        ..given.clone()
                    });
                    draft.sessions.push(session);
                }
            })
            .await;
        let Releasing::Released { changes, .. } = world.release().await else { panic!("not released") };
        assert_eq!(changes.len(), 400);
        assert_eq!(world.event().await.sign_up.pools.len(), 405);
        assert!(world.said_of::<ProgrammeReleased>().await[1].changes.len() > 200, "as many as can be carried");
        assert_eq!(world.version(2).await.changes.0.len(), 400);
        // What touches people's plans is told before what is new.
        world
            .edit(|draft| {
                draft.occurrences[403].starts_at += TimeDelta::minutes(5);
                draft.occurrences.drain(10..300);
            })
            .await;
        world.release().await;
        let told = world.said_of::<ProgrammeReleased>().await.pop().unwrap().changes;
        assert_eq!(told.len(), 291);
    }
}
