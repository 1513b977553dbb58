//! Decision: what happens when somebody follows their way into a conference that is sent online.

use crate::store::participant::{FormColumn, Model, Standing};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// What the holder of a link meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entrance {
    /// The link is none of ours, of another conference, or has been replaced.
    Unknown,
    /// The conference will not take place.
    Cancelled,
    /// Signed up, but without a place for now.
    Waiting,
    /// Signed off.
    Withdrawn,
    /// Signed up to be there in person: places online are counted too.
    InPerson,
    /// Nothing is sent online.
    Offline,
    /// Too early, or between two days.
    Early { opens_at: DateTime<Utc> },
    /// Come in.
    Open,
    /// It has been.
    Over,
}

/// What the entrance depends on.
#[derive(Clone, Debug)]
pub(crate) struct Doors {
    pub(crate) conference: Uuid,
    pub(crate) cancelled: bool,
    /// There is somewhere to come in to.
    pub(crate) online: bool,
    /// From when until when one can come in, in order: once for each day.
    pub(crate) hours: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

/// When the doors are open, from when each day begins and ends. Days that meet are one.
pub(crate) fn hours(
    days: impl IntoIterator<Item = (DateTime<Utc>, DateTime<Utc>)>,
    before_minutes: i32,
    after_minutes: i32,
) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let (before, after) = (TimeDelta::minutes(before_minutes.into()), TimeDelta::minutes(after_minutes.into()));
    let mut hours: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    for (begins, ends) in days {
        let (opens, closes) = (begins - before, ends + after);
        match hours.last_mut() {
            Some((_, last)) if opens <= *last => *last = closes.max(*last),
            _ => hours.push((opens, closes)),
        }
    }
    hours
}

/// Decides. `generation` is the one in the link.
pub(crate) fn entrance(doors: &Doors, participant: Option<&Model>, generation: u16, now: DateTime<Utc>) -> Entrance {
    let theirs = |one: &&Model| one.conference == doors.conference && one.generation == i32::from(generation);
    let Some(participant) = participant.filter(theirs) else { return Entrance::Unknown };
    let next = doors.hours.iter().find(|(_, closes)| now < *closes);
    match (participant.state, next) {
        (Standing::Erased, _) => Entrance::Unknown,
        (Standing::Withdrawn, _) => Entrance::Withdrawn,
        _ if doors.cancelled => Entrance::Cancelled,
        (_, None) => Entrance::Over,
        (Standing::Waiting | Standing::Offered, _) => Entrance::Waiting,
        _ if participant.form == Some(FormColumn::InPerson) => Entrance::InPerson,
        _ if !doors.online => Entrance::Offline,
        (Standing::Admitted, Some((opens_at, _))) if now < *opens_at => Entrance::Early { opens_at: *opens_at },
        (Standing::Admitted, Some(_)) => Entrance::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::{Doors, Entrance, entrance, hours};
    use crate::store::participant::{Choices, FormColumn, Model, Standing};
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn doors() -> Doors {
        let days = [
            (at("2027-05-11T07:00:00Z"), at("2027-05-11T15:00:00Z")),
            (at("2027-05-12T07:00:00Z"), at("2027-05-12T14:00:00Z")),
        ];
        Doors { conference: Uuid::from_u128(1), cancelled: false, online: true, hours: hours(days, 15, 60) }
    }

    fn somebody(state: Standing, form: Option<FormColumn>) -> Model {
        Model {
            registration: Uuid::from_u128(2),
            conference: Uuid::from_u128(1),
            revision: 1,
            generation: 1,
            state,
            form,
            choices: Choices::default(),
            joined_at: None,
        }
    }

    #[test]
    fn the_doors_are_open_each_day_and_shut_at_night() {
        let person = somebody(Standing::Admitted, Some(FormColumn::Online));
        for (now, expected) in [
            ("2027-05-11T06:44:59Z", Entrance::Early { opens_at: at("2027-05-11T06:45:00Z") }),
            ("2027-05-11T06:45:00Z", Entrance::Open),
            ("2027-05-11T15:59:59Z", Entrance::Open),
            ("2027-05-11T16:00:00Z", Entrance::Early { opens_at: at("2027-05-12T06:45:00Z") }),
            ("2027-05-12T14:59:59Z", Entrance::Open),
            ("2027-05-12T15:00:00Z", Entrance::Over),
        ] {
            assert_eq!(entrance(&doors(), Some(&person), 1, at(now)), expected, "{now}");
        }
        let meeting = hours(
            [
                (at("2027-05-11T07:00:00Z"), at("2027-05-11T15:00:00Z")),
                (at("2027-05-11T15:30:00Z"), at("2027-05-11T20:00:00Z")),
            ],
            15,
            60,
        );
        assert_eq!(meeting, [(at("2027-05-11T06:45:00Z"), at("2027-05-11T21:00:00Z"))]);
    }

    #[test]
    fn who_comes_in() {
        let open = at("2027-05-11T09:00:00Z");
        let check = |doors: &Doors, person: Option<&Model>, generation: u16, expected: Entrance| {
            assert_eq!(entrance(doors, person, generation, open), expected, "{person:?}");
        };
        let online = somebody(Standing::Admitted, Some(FormColumn::Online));
        check(&doors(), Some(&online), 1, Entrance::Open);
        check(&doors(), Some(&online), 2, Entrance::Unknown);
        check(&doors(), None, 1, Entrance::Unknown);
        check(&Doors { conference: Uuid::from_u128(9), ..doors() }, Some(&online), 1, Entrance::Unknown);
        check(&Doors { cancelled: true, ..doors() }, Some(&online), 1, Entrance::Cancelled);
        check(&Doors { online: false, ..doors() }, Some(&online), 1, Entrance::Offline);
        check(&doors(), Some(&somebody(Standing::Admitted, None)), 1, Entrance::Open);
        check(&doors(), Some(&somebody(Standing::Admitted, Some(FormColumn::InPerson))), 1, Entrance::InPerson);
        check(&doors(), Some(&somebody(Standing::Waiting, None)), 1, Entrance::Waiting);
        check(&doors(), Some(&somebody(Standing::Offered, None)), 1, Entrance::Waiting);
        check(&doors(), Some(&somebody(Standing::Withdrawn, None)), 1, Entrance::Withdrawn);
        check(&doors(), Some(&somebody(Standing::Erased, None)), 1, Entrance::Unknown);
        check(&Doors { cancelled: true, ..doors() }, Some(&somebody(Standing::Erased, None)), 1, Entrance::Unknown);
    }
}
