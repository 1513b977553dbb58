mod m20261122_000001_make_network_gathering_and_delegation;
mod m20261122_000002_add_revision_of_seat;
mod m20261122_000010_count_participation;
mod m20261122_000011_make_material;
mod m20261123_000020_make_plan_and_look;
mod m20261123_000301_follow_members;
mod m20261123_000302_make_networks_series;
mod m20261123_000601_make_draft;
mod m20261124_001301_add_unpublished;

use sea_orm_migration::prelude::*;

/// The tables of this service.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(crate::bus_tables::Migration),
            Box::new(m20261122_000001_make_network_gathering_and_delegation::Migration),
            Box::new(m20261122_000002_add_revision_of_seat::Migration),
            Box::new(m20261122_000010_count_participation::Migration),
            Box::new(m20261122_000011_make_material::Migration),
            Box::new(m20261123_000020_make_plan_and_look::Migration),
            Box::new(m20261123_000301_follow_members::Migration),
            Box::new(m20261123_000302_make_networks_series::Migration),
            Box::new(m20261123_000601_make_draft::Migration),
            Box::new(m20261124_001301_add_unpublished::Migration),
            Box::new(crate::m20261124_001401_note_subjects::Migration),
        ]
    }
}
