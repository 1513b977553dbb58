//! The letter after a conference, and after a webinar.

use chrono::TimeDelta;
use host::testing::KINDS;
use proto::registration::{Registration, RegistrationAttended, RegistrationMissed};
use proto::webinar::WebinarFollowed;

use super::programme::*;
use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};
use crate::store::event as event_store;

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
    assert_eq!(world.fates(Purpose::FollowUp).await, [], "nothing is said of what comes after it");
}

/// What comes after the webinar, in this revision.
fn followed(revision: u32, letter_minutes: Option<u32>, settled: bool) -> WebinarFollowed {
    WebinarFollowed {
        event_id: event().id,
        revision,
        letter_minutes,
        evaluation: true,
        material: true,
        material_since: None,
        settled_at: settled.then(|| event().ends_at + TimeDelta::minutes(30)),
    }
}

fn came(number: u128) -> RegistrationAttended {
    RegistrationAttended { registration: person(number), at: event().starts_at }
}

#[tokio::test]
async fn after_a_webinar_those_who_came_are_asked_and_the_others_get_other_words() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.admit(&person(2)).await;
        world.hear(followed(1, Some(24 * 60), false)).await;
        // The news of it comes late and twice; the newest counts.
        world.hear(followed(3, Some(120), false)).await;
        world.hear(followed(2, Some(300), false)).await;
        let due = event().ends_at + TimeDelta::hours(2);
        let letters: Vec<_> = world.letters().await.into_iter().filter(|l| l.purpose == Purpose::FollowUp).collect();
        assert!(letters.len() == 2 && letters.iter().all(|letter| letter.due == due), "{letters:?}");
        world.until(event().starts_at).await;
        world.hear(came(1)).await;
        world.until(due - TimeDelta::minutes(1)).await;
        let before = world.taken().await.len();
        world.until(due).await;
        world.until(due + TimeDelta::days(2)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 2, "{:?}", world.subjects().await);
        let text = |number: u128| {
            let to = person(number).email;
            let letter = taken[before..].iter().find(|letter| letter.to == to).unwrap();
            mail(&letter.data).body_text(0).unwrap().into_owned()
        };
        assert!(text(1).contains("Takk for at du var med") && text(1).contains("/vurdering/"), "{}", text(1));
        assert!(text(2).contains("ikkje notert") && !text(2).contains("/vurdering/"), "{}", text(2));
        assert!(text(1).contains("/delta/") && text(2).contains("/delta/"));
    }
}

#[tokio::test]
async fn what_is_told_of_one_webinar_at_the_same_moment_is_heard_and_the_newest_counts() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let told = (1..=8)
            .map(|revision| bus::testing::hear(&*world.mail, &world.host, followed(revision, Some(60), revision > 4)));
        let heard = futures::future::join_all(told).await;
        assert!(heard.iter().all(Result::is_ok), "{heard:?}");
        let known = event_store::find(&world.host.db.read, event().id).await.unwrap().unwrap();
        assert_eq!(known.followed, Some(followed(8, Some(60), true)));
    }
}

#[tokio::test]
async fn where_it_is_settled_who_came_nobody_waits_and_nobody_is_written_to_twice() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.hear(followed(1, Some(24 * 60), false)).await;
        world.until(event().ends_at + TimeDelta::minutes(30)).await;
        let before = world.taken().await.len();
        world.hear(followed(2, Some(24 * 60), true)).await;
        world.settle().await;
        assert_eq!(world.taken().await.len(), before, "what is known of those who came may be on its way");
        world.until(event().ends_at + TimeDelta::minutes(45)).await;
        assert_eq!(world.taken().await.len(), before + 1, "nobody came, and that is settled");
        world.hear(followed(3, Some(48 * 60), true)).await;
        world.until(event().ends_at + TimeDelta::days(5)).await;
        assert_eq!(world.taken().await.len(), before + 1);
    }
}

#[tokio::test]
async fn what_is_heard_after_it_was_settled_still_counts() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.admit(&person(2)).await;
        world.until(event().ends_at + TimeDelta::minutes(30)).await;
        let before = world.taken().await.len();
        world.hear(followed(1, Some(24 * 60), true)).await;
        world.settle().await;
        world.until(event().ends_at + TimeDelta::minutes(40)).await;
        world.hear(came(1)).await;
        world.until(event().ends_at + TimeDelta::minutes(45)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 2, "{:?}", world.subjects().await);
        let letter = taken[before..].iter().find(|letter| letter.to == person(1).email).unwrap();
        let text = mail(&letter.data).body_text(0).unwrap().into_owned();
        assert!(text.contains("Takk for at du var med"), "{text}");
    }
}

#[tokio::test]
async fn those_of_whom_nothing_was_known_at_the_usual_time_are_written_to_when_it_is_settled() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.admit(&person(2)).await;
        world.hear(followed(1, Some(24 * 60), false)).await;
        world.until(event().ends_at + TimeDelta::days(1)).await;
        let before = world.taken().await.len();
        let later = event().ends_at + TimeDelta::days(3);
        world.until(later).await;
        // A list was taken in: those who stand on it hear at once.
        world.hear(came(1)).await;
        world.settle().await;
        assert_eq!(world.taken().await.len(), before + 1);
        world.hear(WebinarFollowed { settled_at: Some(later), ..followed(2, Some(24 * 60), false) }).await;
        world.until(later + TimeDelta::minutes(15)).await;
        world.until(later + TimeDelta::days(2)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 2, "{:?}", world.subjects().await);
        assert_eq!(taken.last().unwrap().to, person(2).email);
    }
}

#[tokio::test]
async fn what_was_settled_before_the_webinar_was_moved_is_settled_no_more() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.hear(followed(1, Some(60), true)).await;
        let later = moved(&event(), TimeDelta::days(7));
        world.publish(&later).await;
        assert_eq!(world.letter(Purpose::FollowUp).await.due, later.ends_at + TimeDelta::hours(1));
    }
}

#[tokio::test]
async fn without_a_letter_in_the_file_nobody_is_written_to_and_it_can_come_back() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.hear(followed(1, Some(60), false)).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        assert_eq!(world.letter(Purpose::FollowUp).await.due, event().ends_at + TimeDelta::hours(1));
        world.hear(followed(2, None, false)).await;
        let letter = world.letter(Purpose::FollowUp).await;
        assert_eq!((letter.state, letter.skip), (Fate::Withdrawn, Some(Skip::RuleRemoved)));
        world.hear(followed(3, Some(90), false)).await;
        let letter = world.letter(Purpose::FollowUp).await;
        assert_eq!((letter.state, letter.due), (Fate::Pending, event().ends_at + TimeDelta::minutes(90)));
    }
}

#[tokio::test]
async fn who_was_written_to_before_there_was_anything_to_see_is_told_once_when_there_is() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.admit(&person(2)).await;
        let nothing = WebinarFollowed { material: false, ..followed(1, Some(60), false) };
        world.hear(nothing.clone()).await;
        world.until(event().starts_at).await;
        world.hear(came(1)).await;
        let due = event().ends_at + TimeDelta::hours(1);
        world.until(due).await;
        let before = world.taken().await.len();

        // Added, removed, and added again with more.
        let added = due + TimeDelta::hours(3);
        let there = |revision, since| WebinarFollowed {
            revision,
            material: true,
            material_since: Some(since),
            ..nothing.clone()
        };
        world.until(added).await;
        world.hear(there(2, added)).await;
        world.until(added + TimeDelta::minutes(10)).await;
        world.hear(WebinarFollowed { revision: 3, ..nothing.clone() }).await;
        world.until(added + TimeDelta::minutes(40)).await;
        assert_eq!(world.taken().await.len(), before, "there was nothing to see any more");
        let again = added + TimeDelta::minutes(40);
        world.hear(there(4, again)).await;
        world.until(again + TimeDelta::minutes(30)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 2, "{:?}", world.subjects().await);
        let text = mail(&taken[before].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("/delta/") && text.contains("opptak eller lysbilete"), "{text}");
        world.hear(there(5, again)).await;
        world.until(again + TimeDelta::days(2)).await;
        assert_eq!(world.taken().await.len(), before + 2, "once");
    }
}

#[tokio::test]
async fn who_was_told_where_it_is_or_was_told_nothing_hears_of_it_no_more() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        let since = event().ends_at + TimeDelta::minutes(5);
        let there = WebinarFollowed { material_since: Some(since), ..followed(1, Some(60), true) };
        world.hear(there).await;
        world.until(event().ends_at + TimeDelta::days(1)).await;
        assert_eq!(world.fates(Purpose::FollowUp).await, [Fate::Sent]);
        assert_eq!(world.fates(Purpose::Material).await, []);
        // No letters are wanted, and none come.
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.until(event().ends_at + TimeDelta::days(1)).await;
        let now = event().ends_at + TimeDelta::days(1);
        world.hear(WebinarFollowed { material_since: Some(now), ..followed(1, None, false) }).await;
        world.until(now + TimeDelta::days(1)).await;
        assert_eq!(world.fates(Purpose::Material).await, []);
    }
}
