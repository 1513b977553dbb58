//! To whom of those who are signed up a message goes.

use proto::PoolId;
use proto::event::{Attendance, Event, Form};
use proto::registration::{ClaimState, Registration, State};
use serde::{Deserialize, Serialize};

use crate::agenda;

/// Who is chosen: everybody of whom all of it is true.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Selection {
    pub(crate) standings: Vec<Standing>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) form: Option<Form>,
    /// Who has a place there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) session: Option<PoolId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) presence: Option<Presence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) silence: Option<Silence>,
}

/// How somebody is signed up. Whoever is signed off is written to no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Standing {
    Admitted,
    Waiting,
    Offered,
    /// Waits for the organisers to decide.
    Undecided,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Presence {
    Came,
    Missed,
}

/// What somebody has not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Silence {
    /// No yes from their calendar, to the time that the event has now.
    Unconfirmed,
    /// Nothing about what is asked, since a delegation signed them up.
    Unanswered,
}

/// What is known of somebody, besides the sign-up.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Heard {
    pub(crate) attended: bool,
    /// Of anybody at the event.
    pub(crate) attendance_known: bool,
    pub(crate) confirmed: bool,
    pub(crate) unanswered: bool,
}

impl Standing {
    pub(crate) const ALL: [Self; 4] = [Self::Admitted, Self::Waiting, Self::Offered, Self::Undecided];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Undecided => "undecided",
        }
    }

    /// Nothing when somebody is signed off.
    fn of(registration: &Registration) -> Option<Self> {
        match registration.state {
            State::Waiting if registration.undecided => Some(Self::Undecided),
            State::Admitted => Some(Self::Admitted),
            State::Waiting => Some(Self::Waiting),
            State::Offered => Some(Self::Offered),
            State::Withdrawn => None,
        }
    }
}

impl Presence {
    pub(crate) const ALL: [Self; 2] = [Self::Came, Self::Missed];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::Missed => "missed",
        }
    }
}

impl Silence {
    pub(crate) const ALL: [Self; 2] = [Self::Unconfirmed, Self::Unanswered];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Unanswered => "unanswered",
        }
    }
}

pub(crate) const fn form_word(form: Form) -> &'static str {
    match form {
        Form::InPerson => "in_person",
        Form::Online => "online",
    }
}

impl Selection {
    /// True when somebody is chosen.
    pub(crate) fn fits(&self, event: &Event, registration: &Registration, heard: Heard) -> bool {
        let standing = Standing::of(registration).is_some_and(|standing| self.standings.contains(&standing));
        let form = match (self.form, agenda::attendance(event, registration)) {
            (Some(Form::InPerson), attends) => attends != Attendance::Online,
            (Some(Form::Online), attends) => attends != Attendance::InPerson,
            (None, _) => true,
        };
        let holds = |pool: PoolId| {
            registration.choices.iter().any(|claim| claim.pool_id == pool && claim.state == ClaimState::Held)
        };
        let presence = match self.presence {
            Some(Presence::Came) => heard.attended,
            // Where nobody noted who came, nobody is known to have stayed away.
            Some(Presence::Missed) => heard.attendance_known && !heard.attended,
            None => true,
        };
        let silence = match self.silence {
            Some(Silence::Unconfirmed) => !heard.confirmed,
            Some(Silence::Unanswered) => heard.unanswered && crate::reminder_plan::asks(event),
            None => true,
        };
        standing && form && self.session.is_none_or(holds) && presence && silence
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::world::{choosing, event, next, person};

    #[test]
    fn everything_that_is_asked_must_be_true_of_somebody() {
        let mut event = event();
        event.attendance = Attendance::Both;
        event.sign_up.questions = crate::tests::world::questions();
        let admitted = person(1);
        let online = Registration { form: Some(Form::Online), ..person(1) };
        let waiting = next(&person(1), State::Waiting);
        let undecided = Registration { undecided: true, ..waiting.clone() };
        let withdrawn = next(&person(1), State::Withdrawn);
        let with_session = choosing(&person(1));
        let everybody = || Selection { standings: Standing::ALL.to_vec(), ..Selection::default() };
        let only = |standing| Selection { standings: vec![standing], ..Selection::default() };
        let form = |form| Selection { form: Some(form), ..everybody() };
        let presence = |presence| Selection { presence: Some(presence), ..everybody() };
        let silence = |silence| Selection { silence: Some(silence), ..everybody() };
        let session = || Selection { session: Some(with_session.choices[0].pool_id), ..everybody() };
        let nothing = Heard::default();
        let known = Heard { attendance_known: true, ..nothing };
        for (number, (selection, registration, heard, expected)) in [
            (everybody(), &admitted, nothing, true),
            (everybody(), &withdrawn, nothing, false),
            (Selection::default(), &admitted, nothing, false),
            (only(Standing::Admitted), &waiting, nothing, false),
            (only(Standing::Waiting), &waiting, nothing, true),
            (only(Standing::Waiting), &undecided, nothing, false),
            (only(Standing::Undecided), &undecided, nothing, true),
            (form(Form::Online), &online, nothing, true),
            (form(Form::InPerson), &online, nothing, false),
            (session(), &with_session, nothing, true),
            (session(), &admitted, nothing, false),
            (presence(Presence::Came), &admitted, Heard { attended: true, ..known }, true),
            (presence(Presence::Came), &admitted, known, false),
            (presence(Presence::Missed), &admitted, known, true),
            (presence(Presence::Missed), &admitted, nothing, false),
            (silence(Silence::Unconfirmed), &admitted, nothing, true),
            (silence(Silence::Unconfirmed), &admitted, Heard { confirmed: true, ..nothing }, false),
            (silence(Silence::Unanswered), &admitted, Heard { unanswered: true, ..nothing }, true),
            (silence(Silence::Unanswered), &admitted, nothing, false),
        ]
        .into_iter()
        .enumerate()
        {
            assert_eq!(selection.fits(&event, registration, heard), expected, "case {number}");
        }
    }
}
