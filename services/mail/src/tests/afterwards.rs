//! The letter after a conference.

use chrono::TimeDelta;
use host::testing::KINDS;
use proto::registration::{Registration, RegistrationAttended, RegistrationMissed};

use super::programme::*;
use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};

#[tokio::test]
async fn a_day_after_those_who_were_there_get_a_certificate_and_the_others_other_words() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        for number in 1..4 {
            world.admit(&participant(number, &[])).await;
        }
        world.withdraw(&participant(3, &[])).await;
        world.settle().await;
        world.hear(RegistrationAttended { registration: participant(1, &[]), at: at(11, 9) }).await;
        world.until(at(12, 23)).await;
        let before = world.taken().await.len();
        world.until(conference().ends_at + TimeDelta::days(1)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 2, "{:?}", world.subjects().await);
        let of = |address: &str| taken[before..].iter().find(|letter| letter.to == address).unwrap();
        let there = mail(&of("ase1@kommune.example").data).body_text(0).unwrap().into_owned();
        assert!(there.contains("Takk for at du var med") && there.contains("/kursbevis.pdf"), "{there}");
        assert!(there.contains("/konferanse/byliv/program"));
        let absent = mail(&of("ase2@kommune.example").data).body_text(0).unwrap().into_owned();
        assert!(absent.contains("ikkje notert at du var der") && !absent.contains("kursbevis"), "{absent}");
        assert!(ics(of("ase1@kommune.example")).is_none());
    }
}

#[tokio::test]
async fn nobody_is_missed_at_an_event_where_nobody_was_noted_until_somebody_is() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        world.admit(&participant(1, &[])).await;
        world.admit(&participant(2, &[])).await;
        world.until(conference().ends_at + TimeDelta::days(1)).await;
        assert_eq!(world.fates(Purpose::FollowUp).await, [Fate::Withdrawn; 2]);
        let skipped = world.letters().await.into_iter().filter(|l| l.purpose == Purpose::FollowUp);
        assert!(skipped.into_iter().all(|letter| letter.skip == Some(Skip::NoAttendance)));
        world.until(conference().ends_at + TimeDelta::days(3)).await;
        let before = world.taken().await.len();
        world.hear(RegistrationAttended { registration: participant(1, &[]), at: at(11, 9) }).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 1);
        assert_eq!(mail(&taken[before].data).subject(), Some("Takk for sist: BYLIV 2027"));
    }
}

/// Noted in this revision of the sign-up.
fn attended(number: u128, revision: u32) -> RegistrationAttended {
    RegistrationAttended { registration: Registration { revision, ..participant(number, &[]) }, at: at(11, 9) }
}

fn missed(number: u128, revision: u32) -> RegistrationMissed {
    RegistrationMissed { registration: Registration { revision, ..participant(number, &[]) } }
}

#[tokio::test]
async fn what_was_noted_by_mistake_is_taken_back_before_it_is_written_about() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        for number in 1..5 {
            world.admit(&participant(number, &[])).await;
        }
        world.settle().await;
        world.hear(attended(1, 2)).await;
        world.hear(missed(1, 3)).await;
        // The news of it comes in the other order, and twice.
        for _ in 0..2 {
            world.hear(missed(2, 3)).await;
            world.hear(attended(2, 2)).await;
        }
        // Noted, taken back, and noted again.
        world.hear(attended(3, 4)).await;
        world.hear(missed(3, 3)).await;
        world.hear(attended(3, 2)).await;
        world.until(at(12, 23)).await;
        let before = world.taken().await.len();
        world.until(conference().ends_at + TimeDelta::days(1)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 4, "{:?}", world.subjects().await);
        for (number, was_there) in [(1, false), (2, false), (3, true), (4, false)] {
            let to = participant(number, &[]).email;
            let letter = taken[before..].iter().find(|letter| letter.to == to).unwrap();
            let text = mail(&letter.data).body_text(0).unwrap().into_owned();
            assert_eq!(text.contains("/kursbevis.pdf"), was_there, "{to}: {text}");
            assert_eq!(text.contains("Takk for at du var med"), was_there, "{to}: {text}");
        }
    }
}

#[tokio::test]
async fn where_the_only_note_is_taken_back_nobody_is_written_to() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        world.admit(&participant(1, &[])).await;
        world.settle().await;
        world.hear(attended(1, 2)).await;
        world.hear(missed(1, 3)).await;
        world.until(at(12, 23)).await;
        let before = world.taken().await.len();
        world.until(conference().ends_at + TimeDelta::days(3)).await;
        assert_eq!(world.taken().await.len(), before, "{:?}", world.subjects().await);
        assert_eq!(world.letter(Purpose::FollowUp).await.skip, Some(Skip::NoAttendance));
    }
}

#[tokio::test]
async fn the_letter_follows_the_end_and_is_not_sent_when_there_was_nothing() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        world.admit(&participant(1, &[])).await;
        let later = moved(&conference(), TimeDelta::days(7));
        world.publish(&later).await;
        assert_eq!(world.letter(Purpose::FollowUp).await.due, later.ends_at + TimeDelta::days(1));
        world.cancel(&later).await;
        world.settle().await;
        let letter = world.letter(Purpose::FollowUp).await;
        assert_eq!((letter.state, letter.skip), (Fate::Withdrawn, Some(Skip::EventCancelled)));
    }
    let world = World::new(KINDS[0]).await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    assert_eq!(world.fates(Purpose::FollowUp).await, [], "only conferences have a programme to come back to");
}
