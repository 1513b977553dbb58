//! Decision: what an edit of one date does to the series and to its other dates.

use super::settings::{Part, Settings};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// For which dates somebody meant it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    This,
    /// This one and those after it; also what dates have that are still to be made.
    Later,
    /// All that have not begun; also what dates have that are still to be made.
    All,
}

/// A date as the decision sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) id: Uuid,
    pub(crate) starts_at: DateTime<Utc>,
    /// It has neither begun nor been cancelled.
    pub(crate) changeable: bool,
    pub(crate) settings: Settings,
}

/// What somebody wants to be otherwise.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edit<'a> {
    /// The date that they looked at.
    pub(crate) date: Uuid,
    pub(crate) wanted: &'a Settings,
    pub(crate) scope: Scope,
    /// Also where a date has something of its own.
    pub(crate) over_own: bool,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) shared: Settings,
    /// Those in scope, in the order in which they came.
    pub(crate) dates: Vec<Touched>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Touched {
    pub(crate) id: Uuid,
    pub(crate) settings: Settings,
    /// What becomes another.
    pub(crate) changed: Vec<Part>,
    /// What was edited, and stays because the date has its own.
    pub(crate) kept: Vec<Part>,
}

/// Decides. A date that is no longer there, or can no longer be changed, leaves everything as it is.
pub(crate) fn plan(shared: &Settings, dates: &[Date], edit: Edit<'_>) -> Plan {
    let mut plan = Plan { shared: shared.clone(), dates: Vec::new() };
    let Some(edited) = dates.iter().find(|date| date.id == edit.date && date.changeable) else { return plan };
    let parts = edited.settings.differences(edit.wanted);
    if edit.scope != Scope::This {
        for part in &parts {
            plan.shared.take(edit.wanted, *part);
        }
    }
    let is_meant = |date: &&Date| match edit.scope {
        Scope::This => date.id == edited.id,
        Scope::Later => date.changeable && (date.starts_at, date.id) >= (edited.starts_at, edited.id),
        Scope::All => date.changeable,
    };
    for date in dates.iter().filter(is_meant) {
        let mut touched =
            Touched { id: date.id, settings: date.settings.clone(), changed: Vec::new(), kept: Vec::new() };
        for part in &parts {
            let own = date.id != edited.id && !date.settings.agrees(shared, *part);
            if own && !edit.over_own && !date.settings.agrees(edit.wanted, *part) {
                touched.kept.push(*part);
            } else if !date.settings.agrees(edit.wanted, *part) {
                touched.settings.take(edit.wanted, *part);
                touched.changed.push(*part);
            }
        }
        plan.dates.push(touched);
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveTime, TimeDelta};
    use proto::{Language, Localised};

    fn settings(title: &str, hour: u32, minutes: u32, capacity: Option<u32>) -> Settings {
        let text = |text: &str| Localised::from([(Language::Nn, text)]);
        Settings {
            title: text(title),
            summary: text("Ein time."),
            description: text("Ein time om noko."),
            start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
            minutes,
            meeting_url: "https://mote.example.org/rom".to_owned(),
            capacity,
        }
    }

    /// Four dates: one has begun, the third has a title and places of its own.
    fn dates() -> Vec<Date> {
        let first: DateTime<Utc> = "2027-01-12T09:00:00Z".parse().unwrap();
        let own = settings("Eigen", 10, 60, Some(12));
        let all =
            [settings("Rekkja", 10, 60, None), settings("Rekkja", 10, 60, None), own, settings("Rekkja", 10, 60, None)];
        let date = |(number, settings): (u8, Settings)| Date {
            id: Uuid::from_u128(number.into()),
            starts_at: first + TimeDelta::days(i64::from(number) * 7),
            changeable: number > 0,
            settings,
        };
        (0..).zip(all).map(date).collect()
    }

    fn planned(scope: Scope, over_own: bool, date: u128, wanted: &Settings) -> Plan {
        let edit = Edit { date: Uuid::from_u128(date), wanted, scope, over_own };
        plan(&settings("Rekkja", 10, 60, None), &dates(), edit)
    }

    fn changes(plan: &Plan) -> Vec<(u128, Vec<Part>, Vec<Part>)> {
        let line = |date: &Touched| (date.id.as_u128(), date.changed.clone(), date.kept.clone());
        plan.dates.iter().map(line).collect()
    }

    #[test]
    fn an_edit_reaches_what_was_meant_and_nothing_else() {
        use Part::{Length, Places, Start, Title};
        let wanted = settings("Ny", 13, 60, Some(40));
        let parts = || vec![Title, Start, Places];
        let cases = [
            (Scope::This, false, 1, vec![(1, parts(), vec![])]),
            (Scope::Later, false, 2, vec![(2, parts(), vec![]), (3, parts(), vec![])]),
            (
                Scope::All,
                false,
                1,
                vec![(1, parts(), vec![]), (2, vec![Start], vec![Title, Places]), (3, parts(), vec![])],
            ),
            (Scope::All, true, 1, vec![(1, parts(), vec![]), (2, parts(), vec![]), (3, parts(), vec![])]),
            (Scope::All, true, 0, vec![]),
            (Scope::This, false, 9, vec![]),
        ];
        for (scope, over_own, date, expected) in cases {
            assert_eq!(changes(&planned(scope, over_own, date, &wanted)), expected, "{scope:?} {over_own} {date}");
        }
        let longer = settings("Eigen", 10, 90, Some(12));
        assert_eq!(
            changes(&planned(Scope::Later, false, 2, &longer)),
            [(2, vec![Length], vec![]), (3, vec![Length], vec![])]
        );
    }

    #[test]
    fn dates_to_come_have_what_was_meant_for_more_than_one() {
        let wanted = settings("Ny", 13, 60, Some(40));
        assert_eq!(planned(Scope::This, false, 1, &wanted).shared, settings("Rekkja", 10, 60, None));
        assert_eq!(planned(Scope::Later, false, 1, &wanted).shared, wanted);
        // Only what was edited: the date's own title is not made everybody's by the way.
        let longer = settings("Eigen", 10, 90, Some(12));
        assert_eq!(planned(Scope::All, false, 2, &longer).shared, settings("Rekkja", 10, 90, None));
    }

    #[test]
    fn what_a_date_has_of_its_own_is_never_lost_without_being_asked_for() {
        let before = dates();
        for scope in [Scope::This, Scope::Later, Scope::All] {
            for edited in [1_u128, 2, 3] {
                for wanted in [
                    settings("Ny", 13, 90, Some(40)),
                    settings("Eigen", 10, 45, None),
                    settings("Rekkja", 8, 60, Some(1)),
                ] {
                    let plan = planned(scope, false, edited, &wanted);
                    for touched in plan.dates.iter().filter(|touched| touched.id.as_u128() != edited) {
                        let was = &before.iter().find(|date| date.id == touched.id).unwrap().settings;
                        for part in was.differences(&settings("Rekkja", 10, 60, None)) {
                            assert!(touched.settings.agrees(was, part), "{scope:?} {edited} {part:?}");
                        }
                    }
                }
            }
        }
    }
}
