use super::{About, Letter};
use chrono::{DateTime, Utc};
use proto::registration::{Registration, State};
use serde::Serialize;

/// Somebody signed the address up once more; only this letter tells that it was signed up already.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Repeated {
    pub(crate) about: About,
    pub(crate) standing: Standing,
    /// Until when an offered place is kept, when that is known.
    pub(crate) answer_before: Option<DateTime<Utc>>,
}

/// Where the person stood already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Standing {
    Place,
    /// The organisers are to decide.
    Undecided,
    Waiting,
    Offered,
}

impl Repeated {
    pub(crate) fn new(about: About, registration: &Registration, answer_before: Option<DateTime<Utc>>) -> Self {
        Self::of(about, registration.state, registration.undecided, answer_before)
    }

    fn of(about: About, state: State, undecided: bool, answer_before: Option<DateTime<Utc>>) -> Self {
        let standing = match state {
            State::Waiting if undecided => Standing::Undecided,
            State::Admitted => Standing::Place,
            State::Offered => Standing::Offered,
            State::Waiting | State::Withdrawn => Standing::Waiting,
        };
        Self { about, standing, answer_before: answer_before.filter(|_| standing == Standing::Offered) }
    }
}

impl Letter for Repeated {
    const FOLDER: &'static str = "repeated";

    fn samples() -> Vec<Self> {
        let until = About::sample().starts_at;
        vec![
            Self::of(About::sample(), State::Admitted, false, None),
            Self::of(About::sample(), State::Waiting, false, None),
            Self::of(About::sample(), State::Waiting, true, None),
            Self::of(About::sample(), State::Offered, false, Some(until)),
            Self::of(About::sample(), State::Offered, false, None),
        ]
    }
}
