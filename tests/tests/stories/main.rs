//! Stories across the services, on both carriers and both databases.

mod calendars_stay_true;
mod event_changes;
mod form_to_calendar;
mod many_at_once;
mod messages_that_stick;
mod parties;
mod programme_changes;
mod reminders;
