//! Stories across the services, on both carriers and both databases.

mod answers_from_calendars;
mod calendars_stay_true;
mod delegations;
mod delegations_at_once;
mod delegations_in_any_order;
mod event_changes;
mod forgotten;
mod form_to_calendar;
mod invited_by_name;
mod letters_again;
mod many_at_once;
mod messages_of_organisers;
mod messages_that_stick;
mod noted_by_mistake;
mod operation;
mod parties;
mod programme_changes;
mod released_amid_sign_ups;
mod reminders;
mod rights;
mod series;
