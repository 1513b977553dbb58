//! The portal's tables.

mod m20261122_000001_make_organisation_account_and_session;
mod m20261122_000002_make_event_and_signup;
mod m20261122_000003_make_programme;
mod m20261122_000004_make_logo;
mod m20261123_000341_make_event_role;
mod m20261123_000342_make_second_factor;
mod m20261123_000343_edit_organisation;
mod m20261123_000441_make_sender_check;
mod m20261123_000531_make_operator;
mod m20261123_000901_make_openid_link;
mod m20261123_000902_make_passkey;

use sea_orm_migration::prelude::*;

/// Every change to the portal's tables, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(crate::bus_tables::Migration),
            Box::new(m20261122_000001_make_organisation_account_and_session::Migration),
            Box::new(m20261122_000002_make_event_and_signup::Migration),
            Box::new(m20261122_000003_make_programme::Migration),
            Box::new(m20261122_000004_make_logo::Migration),
            Box::new(m20261123_000341_make_event_role::Migration),
            Box::new(m20261123_000342_make_second_factor::Migration),
            Box::new(m20261123_000343_edit_organisation::Migration),
            Box::new(m20261123_000441_make_sender_check::Migration),
            Box::new(m20261123_000531_make_operator::Migration),
            Box::new(m20261123_000901_make_openid_link::Migration),
            Box::new(m20261123_000902_make_passkey::Migration),
            Box::new(crate::m20261124_001401_note_subjects::Migration),
        ]
    }
}
