//! Gatherings that are said to have been before, so that there is something to report of. Nobody else hears of them.

use crate::delegation::Role;
use crate::network::as_of;
use crate::store::{gathering, network, participation};
use crate::taking_part::Count;
use bus::Bus;
use chrono::Days;
use proto::EventId;
use uuid::Uuid;

/// How many days before, and whether it was noted who came.
const BEFORE: [(u64, bool); 2] = [(364, false), (182, true)];

/// Keeps the gatherings before this one, with made-up numbers.
pub(super) async fn held(bus: &Bus, like: &gathering::Model) -> anyhow::Result<()> {
    let work = bus.begin().await?;
    let members = network::find(&work.tx, &like.network).await?.map(|network| network.members.0).unwrap_or_default();
    for (number, (days, noted)) in BEFORE.into_iter().enumerate() {
        let earlier = Days::new(days);
        let mut row = like.clone();
        row.id = Uuid::now_v7();
        row.slug = format!("{}-{}", like.slug, number + 1);
        (row.starts_at, row.ends_at) = (like.starts_at - earlier, like.ends_at - earlier);
        row.released_at = Some(row.starts_at);
        let event = &mut row.snapshot.0;
        (event.id, event.slug) = (EventId(row.id), row.slug.clone());
        (event.starts_at, event.ends_at) = (row.starts_at, row.ends_at);
        event.sign_up.closes_at = event.sign_up.closes_at - earlier;
        row.rules.0.release_at = None;
        row.rules.0.answer_before = None;
        let day = row.starts_at.with_timezone(&event.timezone).date_naive();
        let there = as_of(&members, day);
        let counts: Vec<Count> = there
            .iter()
            .enumerate()
            // One in three was not there the first time, one in four the second.
            .filter(|(at, _)| at % (number + 3) != number)
            .flat_map(|(at, one)| {
                let from: Vec<&str> = one.memberships.iter().map(|own| own.municipality.as_str()).collect();
                people(&one.member.key, &from, at, noted)
            })
            .collect();
        let id = row.id;
        gathering::insert(&work.tx, row).await?;
        participation::write(&work.tx, id, &counts).await?;
        gathering::mark_counted(&work.tx, id, work.now).await?;
    }
    work.commit().await?;
    Ok(())
}

/// Those of one member: of most of them it is known which municipality they are from.
fn people(member: &str, from: &[&str], at: usize, noted: bool) -> Vec<Count> {
    let roles = [Role::Elected, Role::Leadership, Role::Professional];
    let count = |(place, role): (usize, Role)| {
        let municipality = if place == 2 && from.len() > 1 { "" } else { from[(at + place) % from.len()] };
        let signed_up = 1 + u32::from(at % 3 == place);
        let came = if noted { signed_up - u32::from(at % 5 == place) } else { 0 };
        let (member, role) = (member.to_owned(), role.word().to_owned());
        Count { member, municipality: municipality.to_owned(), role, signed_up, came }
    };
    roles.into_iter().enumerate().map(count).collect()
}
