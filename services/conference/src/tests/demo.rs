//! The demo's conference is read as an operator's would be.

use super::world::{organisation, world};
use crate::store::{conference, version};
use crate::{Draft, Facts, plan_on};
use chrono::{Datelike, TimeDelta};
use host::testing::Kind;
use proto::Language;
use proto::organisation::OrganisationChanged;

const FILE: &str = include_str!("../../../moteplass/demo/bylivkonferansen.toml");
const SLUG: &str = "bylivkonferansen";

fn dated(now: chrono::NaiveDate) -> String {
    let mut text = FILE.to_owned();
    let ahead = now + TimeDelta::days(35);
    let monday = ahead + TimeDelta::days((7 - i64::from(ahead.weekday().num_days_from_monday())) % 7);
    for weekday in 0..3 {
        let day = (monday + TimeDelta::days(weekday)).to_string();
        text = text.replace(&format!("{{{{ weekday(35, {weekday}) }}}}"), &day);
    }
    assert!(!text.contains("{{"), "{text}");
    text
}

#[tokio::test]
async fn the_demo_has_no_problems_on_any_day_and_a_draft_that_nobody_has_seen() {
    let world = world(Kind::Sqlite).await;
    let listed = organisation("narvik-kommune", &[Language::Nb, Language::Nn]);
    world.hear(OrganisationChanged { organisation: listed }).await;
    let imported = world.import(&dated(world.host.clock.now().date_naive())).await;
    assert_eq!((imported.facts, imported.released), (Facts::New, Some(1)));
    for _ in 0..2 {
        plan_on(&world.host, SLUG).await.unwrap();
    }
    let row = conference::by_slug(&world.host.db.read, SLUG).await.unwrap().unwrap();
    assert_eq!((row.draft_revision, row.released, row.event().co_organisers.len()), (2, 1, 2));
    assert!(row.draft.sessions.len() >= 38 && row.draft.tracks.len() >= 4);
    let seen = version::find(&world.host.db.read, row.id, 1).await.unwrap().unwrap().programme;
    assert_eq!(row.draft.occurrences.len(), seen.occurrences.len() + 1);
    assert_ne!(row.draft, seen);
    for _ in 0..7 {
        world.host.clock.advance(TimeDelta::days(1));
        let again = world.import(&dated(world.host.clock.now().date_naive())).await;
        assert_eq!(again.draft, Draft::LeftToOrganisers);
    }
}
