mod m20261122_000001_make_network_gathering_and_delegation;
mod m20261122_000002_add_revision_of_seat;

use sea_orm_migration::prelude::*;

/// The tables of this service.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(crate::bus_tables::Migration),
            Box::new(m20261122_000001_make_network_gathering_and_delegation::Migration),
            Box::new(m20261122_000002_add_revision_of_seat::Migration),
        ]
    }
}
