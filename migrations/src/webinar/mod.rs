mod m20261122_000001_make_webinar_seat_and_attendance;
mod m20261122_000101_make_panelist_and_participant;
mod m20261122_000102_make_attendance_list;
mod m20261122_000103_make_material_and_evaluation;
mod m20261122_000104_show_answers_in_steps;
mod m20261123_000231_make_series;
mod m20261123_000311_note_since_when_there_is_material;
mod m20261123_000411_make_draft;
mod m20261124_001301_add_unpublished;
mod m20261124_001302_add_places;

use sea_orm_migration::prelude::*;

/// The tables of this service.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(crate::bus_tables::Migration),
            Box::new(m20261122_000001_make_webinar_seat_and_attendance::Migration),
            Box::new(m20261122_000101_make_panelist_and_participant::Migration),
            Box::new(m20261122_000102_make_attendance_list::Migration),
            Box::new(m20261122_000103_make_material_and_evaluation::Migration),
            Box::new(m20261122_000104_show_answers_in_steps::Migration),
            Box::new(m20261123_000231_make_series::Migration),
            Box::new(m20261123_000311_note_since_when_there_is_material::Migration),
            Box::new(m20261123_000411_make_draft::Migration),
            Box::new(m20261124_001301_add_unpublished::Migration),
            Box::new(m20261124_001302_add_places::Migration),
            Box::new(crate::m20261124_001401_note_subjects::Migration),
        ]
    }
}
