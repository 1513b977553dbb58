//! Any sequence of edits, releases and roll-backs: what was released stays as it was, and what is said is what is there.

use super::world::{FILE, World, world};
use crate::release::differences;
use crate::releasing::{self, Releasing};
use crate::store::version;
use chrono::TimeDelta;
use host::testing::{KINDS, Kind};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use proto::conference::{OccurrenceChange, ProgrammeReleased};
use proto::{Language, Localised, OccurrenceId};
use std::collections::BTreeSet;
use uuid::Uuid;

#[derive(Clone, Debug)]
enum Step {
    Move { place: usize, minutes: i64 },
    Remove { place: usize },
    Give { session: usize },
    Rename { session: usize, name: String },
    Shrink { session: usize, capacity: u32 },
    Release,
    RollBack { version: i32 },
    Import,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..8usize, -120..120i64).prop_map(|(place, minutes)| Step::Move { place, minutes }),
        (0..8usize).prop_map(|place| Step::Remove { place }),
        (0..4usize).prop_map(|session| Step::Give { session }),
        (0..4usize, "[a-zæøå]{1,8}").prop_map(|(session, name)| Step::Rename { session, name }),
        (0..4usize, 1..30u32).prop_map(|(session, capacity)| Step::Shrink { session, capacity }),
        Just(Step::Release),
        Just(Step::Release),
        (1..6i32).prop_map(|version| Step::RollBack { version }),
        Just(Step::Import),
    ]
}

async fn take(world: &World, step: &Step) {
    match step.clone() {
        Step::Move { place, minutes } => {
            world
                .edit(|draft| {
                    if let Some(one) = draft.occurrences.get_mut(place) {
                        one.starts_at += TimeDelta::minutes(minutes);
                        one.ends_at += TimeDelta::minutes(minutes);
                        one.revision += 1;
                    }
                })
                .await;
        }
        Step::Remove { place } => {
            world
                .edit(|draft| {
                    if place < draft.occurrences.len() {
                        draft.occurrences.remove(place);
                    }
                })
                .await;
        }
        Step::Give { session } => {
            world
                .edit(|draft| {
                    if let (Some(session), Some(like)) = (draft.sessions.get(session), draft.occurrences.first()) {
                        let mut given = like.clone();
                        (given.id, given.session) = (OccurrenceId(Uuid::now_v7()), Some(session.id));
                        draft.occurrences.push(given);
                    }
                })
                .await;
        }
        Step::Rename { session, name } => {
            world.edit(|draft| draft.sessions[session].title = Localised::from([(Language::Nn, name.as_str())])).await;
        }
        Step::Shrink { session, capacity } => {
            world.edit(|draft| draft.sessions[session].capacity = Some(capacity)).await;
        }
        Step::Release => {
            world.release().await;
        }
        Step::RollBack { version } => {
            let (work, row) = world.begin().await;
            releasing::roll_back(&work, &row, version, Uuid::now_v7()).await.unwrap();
            work.commit().await.unwrap();
        }
        Step::Import => {
            world.import(FILE).await;
        }
    }
}

async fn holds(kind: Kind, steps: &[Step]) {
    let world = world(kind).await;
    world.import(FILE).await;
    let mut released = vec![world.version(1).await];
    for step in steps {
        take(&world, step).await;
        let row = world.stored().await;
        let mut all = version::all(&world.host.db.read, row.id).await.unwrap();
        all.reverse();
        assert_eq!(&all[..released.len()], &released[..], "a released version never changes");
        assert_eq!(
            all.iter().map(|version| version.number).collect::<Vec<_>>(),
            (1..=row.released).collect::<Vec<_>>()
        );
        // What there is to choose is what was released last, and nothing else.
        let newest = &all.last().unwrap().programme;
        let event = world.event().await;
        assert_eq!(event.programme_version, u32::try_from(row.released).ok());
        let pools: BTreeSet<_> = event.choices().map(|pool| OccurrenceId(pool.id.0)).collect();
        let given = newest.occurrences.iter().filter(|one| {
            one.session.and_then(|session| newest.session(session)).is_some_and(|session| session.chosen)
        });
        assert_eq!(pools, given.map(|one| one.id).collect());
        released = all;
    }
    // Everything that was given once and is not any more has been told of.
    let told = world.said_of::<ProgrammeReleased>().await;
    for pair in released.windows(2).zip(told.iter().skip(1)) {
        let ([before, now], said) = (pair.0, pair.1) else { continue };
        assert_eq!(said.changes, differences(Some(&before.programme), &now.programme));
        for one in before.programme.occurrences.iter().filter(|one| one.session.is_some()) {
            let gone = now.programme.occurrence(one.id).is_none();
            let told = said.changes.iter().any(|change| {
                change.occurrence_id == one.id && matches!(change.what, OccurrenceChange::Removed { .. })
            });
            assert_eq!(gone, told, "nobody is dropped silently");
        }
    }
    if matches!(world.release().await, Releasing::Released { .. }) {
        assert_eq!(world.release().await, Releasing::Unchanged);
    }
}

#[test]
fn a_released_version_never_changes_whatever_is_done() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    for kind in KINDS {
        let mut runner = TestRunner::new(Config { cases: 8, failure_persistence: None, ..Config::default() });
        runner
            .run(&prop::collection::vec(step(), 1..14), |steps| {
                runtime.block_on(holds(kind, &steps));
                Ok(())
            })
            .unwrap();
    }
}
