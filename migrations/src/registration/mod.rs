mod m20261122_000001_make_event_registration_and_claim;
mod m20261122_000002_make_audit;
mod m20261122_000003_add_search;
mod m20261122_000004_make_decoy;
mod m20261122_000005_add_forms_and_sessions;
mod m20261122_000006_make_reply;
mod m20261122_000008_add_reached_at;
mod m20261122_000010_make_seat_and_keep_pools;
mod m20261122_000011_count_hand_overs;
mod m20261122_000031_say_places_less_often;
mod m20261122_000032_find_what_is_unsaid;
mod m20261123_000231_make_series_follower_and_invited;
mod m20261123_000303_make_placement;
mod m20261123_000401_tell_more_of_participants;
mod m20261123_000421_make_session_attendance_and_door_mark;
mod m20261123_000431_seal_answers;
mod m20261123_000511_make_former_question;
mod m20261123_001101_make_person_ask;
mod m20261124_001201_make_invitation;
mod m20261124_001501_count_people;
mod m20261125_000101_let_invitations_go;
mod m20261125_000302_make_programme_version;

use sea_orm_migration::prelude::*;

/// The tables of this service.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(crate::bus_tables::Migration),
            Box::new(m20261122_000001_make_event_registration_and_claim::Migration),
            Box::new(m20261122_000002_make_audit::Migration),
            Box::new(m20261122_000003_add_search::Migration),
            Box::new(m20261122_000004_make_decoy::Migration),
            Box::new(m20261122_000005_add_forms_and_sessions::Migration),
            Box::new(m20261122_000010_make_seat_and_keep_pools::Migration),
            Box::new(m20261122_000006_make_reply::Migration),
            Box::new(m20261122_000008_add_reached_at::Migration),
            Box::new(m20261122_000011_count_hand_overs::Migration),
            Box::new(m20261122_000031_say_places_less_often::Migration),
            Box::new(m20261122_000032_find_what_is_unsaid::Migration),
            Box::new(m20261123_000231_make_series_follower_and_invited::Migration),
            Box::new(m20261123_000303_make_placement::Migration),
            Box::new(m20261123_000431_seal_answers::Migration),
            Box::new(m20261123_000421_make_session_attendance_and_door_mark::Migration),
            Box::new(m20261123_000401_tell_more_of_participants::Migration),
            Box::new(m20261123_000511_make_former_question::Migration),
            Box::new(m20261123_001101_make_person_ask::Migration),
            Box::new(m20261124_001201_make_invitation::Migration),
            Box::new(crate::m20261124_001401_note_subjects::Migration),
            Box::new(m20261124_001501_count_people::Migration),
            Box::new(m20261125_000101_let_invitations_go::Migration),
            Box::new(m20261125_000302_make_programme_version::Migration),
        ]
    }
}
