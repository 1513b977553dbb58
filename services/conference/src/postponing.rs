//! A conference takes place on other days: its programme comes along, every time of it at the same time of the clock.

use crate::edit::readings;
use crate::programme::{Occurrence, Programme};
use crate::releasing;
use crate::store::conference::{self, Model};
use crate::store::version;
use bus::Work;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use proto::event::Event;
use sea_orm::DbErr;

/// The day on which an event begins, where it takes place.
fn first_day(event: &Event) -> NaiveDate {
    event.starts_at.with_timezone(&event.timezone).date_naive()
}

/// So many days are between two events, and the programme is still on those of the first; nothing where there is nothing to move.
fn shift(programme: &Programme, before: &Event, now: &Event) -> Option<TimeDelta> {
    let days = first_day(now) - first_day(before);
    let is_there = programme.days.first().is_some_and(|day| day.date == first_day(before));
    (is_there && !days.is_zero()).then_some(days)
}

/// The programme on other days. What would be in the hour that the clocks are put forward past is an hour later.
fn moved(programme: &Programme, by: TimeDelta, zone: Tz) -> Programme {
    let on = |date: NaiveDate| date.checked_add_signed(by).unwrap_or(date);
    let later = |at: DateTime<Utc>| {
        let shown = at.with_timezone(&zone).naive_local();
        readings(on(shown.date()).and_time(shown.time()), zone).first().copied().unwrap_or(at + by)
    };
    let mut moved = programme.clone();
    for day in &mut moved.days {
        day.date = on(day.date);
    }
    for occurrence in &mut moved.occurrences {
        let starts_at = later(occurrence.starts_at);
        let ends_at = starts_at + (occurrence.ends_at - occurrence.starts_at);
        *occurrence = Occurrence { revision: occurrence.revision + 1, starts_at, ends_at, ..occurrence.clone() };
    }
    moved
}

/// Has the programme of a conference that was `before` follow it to where it is now. What is out is released on the new days at once,
/// and everybody whom it concerns is told; what planners have changed since stays theirs to release.
pub(crate) async fn follow(work: &Work, before: &Model) -> Result<(), DbErr> {
    let Some(mut row) = conference::any_to_change(&work.tx, &before.slug).await? else { return Ok(()) };
    let (now, zone) = (row.event().clone(), row.event().timezone);
    let follows = |programme: &Programme| Some(moved(programme, shift(programme, before.event(), &now)?, zone));
    let draft = follows(&row.draft);
    let released = version::find(&work.tx, row.id, row.released).await?;
    let released = released.and_then(|version| follows(&version.programme));
    let planned = draft.is_some();
    let draft = draft.unwrap_or_else(|| row.draft.clone());
    if let Some(released) = released {
        let (due, note, by) = (row.release_due, row.release_note.clone(), row.release_by);
        releasing::release(work, Model { draft: released, ..row }, None, None).await?;
        let Some(found) = conference::any_to_change(&work.tx, &before.slug).await? else { return Ok(()) };
        row = Model { release_due: due, release_note: note, release_by: by, ..found };
    } else if !planned {
        return Ok(());
    }
    row.draft = draft;
    row.draft_revision += 1;
    conference::update(&work.tx, row).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timetable::example;

    fn on(event: &Event, days: i64) -> Event {
        Event { starts_at: event.starts_at + TimeDelta::days(days), ..event.clone() }
    }

    #[test]
    fn everything_is_so_many_days_later_at_the_same_time_of_the_clock() {
        let (event, programme) = (example::event(), example::programme());
        let zone = event.timezone;
        let clock = |at: DateTime<Utc>| at.with_timezone(&zone).time();
        // Half a year on, the clocks are put back in between.
        for days in [-1, 1, 7, 183] {
            let by = shift(&programme, &event, &on(&event, days)).expect("other days");
            let now = moved(&programme, by, zone);
            for (before, now) in programme.days.iter().zip(&now.days) {
                assert_eq!((now.date - before.date, now.opens, now.closes), (by, before.opens, before.closes));
            }
            for (before, now) in programme.occurrences.iter().zip(&now.occurrences) {
                assert_eq!((now.id, now.session, now.room), (before.id, before.session, before.room));
                assert_eq!(clock(now.starts_at), clock(before.starts_at));
                assert_eq!(now.ends_at - now.starts_at, before.ends_at - before.starts_at);
                assert_eq!(now.revision, before.revision + 1);
            }
            let back = moved(&now, -by, zone);
            let times = |programme: &Programme| -> Vec<_> {
                programme.occurrences.iter().map(|one| (one.starts_at, one.ends_at)).collect()
            };
            assert_eq!(times(&back), times(&programme));
        }
    }

    #[test]
    fn nothing_moves_where_the_day_is_the_same_or_planners_have_moved_it() {
        let (event, programme) = (example::event(), example::programme());
        let later = Event { starts_at: event.starts_at + TimeDelta::hours(1), ..event.clone() };
        assert_eq!(shift(&programme, &event, &later), None);
        assert_eq!(shift(&Programme::default(), &event, &on(&event, 7)), None);
        let planned = moved(&programme, TimeDelta::days(7), event.timezone);
        assert_eq!(shift(&planned, &event, &on(&event, 7)), None);
    }
}
