mod m20261122_000001_make_conference_version_and_speaker;
mod m20261122_000002_make_call_proposal_review_and_document;
mod m20261122_000003_add_filed_ways;
mod m20261122_000004_add_municipality;
mod m20261123_000601_make_draft;
mod m20261124_001301_add_unpublished;

use sea_orm_migration::prelude::*;

/// The tables of this service.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(crate::bus_tables::Migration),
            Box::new(m20261122_000001_make_conference_version_and_speaker::Migration),
            Box::new(m20261122_000002_make_call_proposal_review_and_document::Migration),
            Box::new(m20261122_000003_add_filed_ways::Migration),
            Box::new(m20261122_000004_add_municipality::Migration),
            Box::new(m20261123_000601_make_draft::Migration),
            Box::new(m20261124_001301_add_unpublished::Migration),
            Box::new(crate::m20261124_001401_note_subjects::Migration),
        ]
    }
}
