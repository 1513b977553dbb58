//! Mail's tables.

mod m20261122_000001_make_event_organisation_and_registration;
mod m20261122_000002_make_calendar_entry_and_letter;
mod m20261122_000003_add_put_off_since;
mod m20261122_000004_add_unanswered;
mod m20261122_000005_add_programme_speaker_and_proposal;
mod m20261122_000006_make_received_reply_and_failure;
mod m20261122_000007_add_attendance_revision;
mod m20261122_000008_add_given_up_at;
mod m20261122_000109_add_followed;
mod m20261122_000161_add_mailbox;
mod m20261123_000231_make_follower;
mod m20261123_000321_add_reminder_plan;
mod m20261123_000331_index_registration_in_order;
mod m20261123_000332_make_pause;
mod m20261123_000333_add_receiving_domain;
mod m20261123_000531_make_handed_over;
mod m20261123_000801_make_notice;
mod m20261123_000802_make_wording;
mod m20261124_001202_make_invitation;
mod m20261125_000301_make_forgotten;

use sea_orm_migration::prelude::*;

/// Every change to mail's tables, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(crate::bus_tables::Migration),
            Box::new(m20261122_000001_make_event_organisation_and_registration::Migration),
            Box::new(m20261122_000002_make_calendar_entry_and_letter::Migration),
            Box::new(m20261122_000003_add_put_off_since::Migration),
            Box::new(m20261122_000004_add_unanswered::Migration),
            Box::new(m20261122_000005_add_programme_speaker_and_proposal::Migration),
            Box::new(m20261122_000006_make_received_reply_and_failure::Migration),
            Box::new(m20261122_000007_add_attendance_revision::Migration),
            Box::new(m20261122_000008_add_given_up_at::Migration),
            Box::new(m20261122_000109_add_followed::Migration),
            Box::new(m20261122_000161_add_mailbox::Migration),
            Box::new(m20261123_000231_make_follower::Migration),
            Box::new(m20261123_000321_add_reminder_plan::Migration),
            Box::new(m20261123_000331_index_registration_in_order::Migration),
            Box::new(m20261123_000332_make_pause::Migration),
            Box::new(m20261123_000333_add_receiving_domain::Migration),
            Box::new(m20261123_000531_make_handed_over::Migration),
            Box::new(m20261123_000801_make_notice::Migration),
            Box::new(m20261123_000802_make_wording::Migration),
            Box::new(m20261124_001202_make_invitation::Migration),
            Box::new(crate::m20261124_001401_note_subjects::Migration),
            Box::new(m20261125_000301_make_forgotten::Migration),
        ]
    }
}
