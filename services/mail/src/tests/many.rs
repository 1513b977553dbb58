//! Letters to many at once.

use chrono::TimeDelta;
use host::testing::{KINDS, Kind};
use proto::registration::Registration;
use proto::{EventId, RegistrationId};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::world::*;
use crate::purpose::{Purpose, State as Fate};
use crate::store::{letter, registration};

/// How many take part: more than are planned together, or as many as the variable says.
fn people() -> u128 {
    let set = std::env::vars().find(|(name, _)| name == "MOTEPLASS_TEST_PLANNED");
    set.map_or(1100, |(_, value)| value.parse().expect("a number"))
}

/// The most memory that this process has had since it was asked last, in MB.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let most = line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024;
    std::fs::write("/proc/self/clear_refs", "5").ok()?;
    Some(most)
}

async fn reminders(world: &World, starts_at: chrono::DateTime<chrono::Utc>) -> u64 {
    let those = letter::Entity::find()
        .filter(letter::Column::Purpose.eq(Purpose::Reminder))
        .filter(letter::Column::State.eq(Fate::Pending))
        .filter(letter::Column::ComputedFor.eq(starts_at));
    those.count(&world.host.db.read).await.unwrap()
}

#[tokio::test]
async fn the_letters_of_everybody_are_planned_in_portions_and_nobody_is_left_out() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.kill();
        let event = event();
        let of = |number: u128| Registration {
            id: RegistrationId(Uuid::from_u128(1_000_000 + number * 7919 % people())),
            event_id: EventId(Uuid::from_u128(1)),
            ..person(number)
        };
        let (now, db) = (world.host.clock.now(), &world.host.db.write);
        let all: Vec<u128> = (0..people()).collect();
        for some in all.chunks(1000) {
            registration::keep_many(db, some.iter().map(|number| of(*number)), now).await;
        }
        drop(all);
        told(kind, "before");
        let begun = std::time::Instant::now();
        world.publish(&event).await;
        let expected = u64::try_from(people()).unwrap() * 3;
        assert_eq!(reminders(&world, event.starts_at).await, expected, "{kind:?}");
        told(kind, &format!("{expected} letters planned in {:.1} s", begun.elapsed().as_secs_f64()));
        let begun = std::time::Instant::now();
        let later = moved(&event, TimeDelta::hours(2));
        world.publish(&later).await;
        assert_eq!(reminders(&world, event.starts_at).await, 0, "{kind:?}");
        assert_eq!(reminders(&world, later.starts_at).await, expected, "{kind:?}");
        told(kind, &format!("{expected} letters planned anew in {:.1} s", begun.elapsed().as_secs_f64()));
    }
}

fn told(kind: Kind, what: &str) {
    #[expect(clippy::print_stderr, reason = "figures for those who ask")]
    if people() > 2000 {
        eprintln!("{kind:?}, {what}: {} MB of memory at most", memory().unwrap_or_default());
    }
}
