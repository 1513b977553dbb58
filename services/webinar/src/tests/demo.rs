//! The demo's files are read as an operator's would be.

use super::world::{organisation, world};
use crate::Imported;
use chrono::{Datelike, TimeDelta, Weekday};
use host::testing::Kind;
use proto::organisation::OrganisationChanged;

const FILES: [&str; 5] = [
    include_str!("../../../moteplass/demo/fra-tomme-lokale-til-liv.toml"),
    include_str!("../../../moteplass/demo/folk-som-kjem-og-blir.toml"),
    include_str!("../../../moteplass/demo/eit-variert-bustadtilbod.toml"),
    include_str!("../../../moteplass/demo/ein-stad-a-bli-gammal.toml"),
    include_str!("../../../moteplass/demo/samverkansmodell-for-platsutveckling.toml"),
];

#[tokio::test]
async fn the_demo_has_no_problems_on_any_day_of_the_week() {
    let world = world(Kind::Sqlite).await;
    for slug in ["distriktssenteret", "bylivsenteret", "visit-varmland"] {
        let mut listed = organisation(slug, 2, slug);
        listed.retention_days = 180;
        if slug == "visit-varmland" {
            listed.required_languages = vec![proto::Language::Sv];
        }
        world.hear(OrganisationChanged { organisation: listed }).await;
    }
    for weekday in 0..7 {
        for file in FILES {
            let mut text = file.to_owned();
            for ahead in 1..40 {
                let mut day = world.host.clock.now().date_naive() + TimeDelta::days(ahead);
                while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                    day += TimeDelta::days(1);
                }
                text = text.replace(&format!("{{{{ day({ahead}) }}}}"), &day.to_string());
            }
            assert!(!text.contains("{{"), "{text}");
            let imported = world.import(&text).await;
            assert_eq!(matches!(imported, Imported::New { .. }), weekday == 0, "{imported:?}");
        }
        world.host.clock.advance(TimeDelta::days(1));
    }
}
