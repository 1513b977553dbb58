//! What a draft can lack before it can be published, or say that cannot stand as it is, and where each is put right.

mod finding;

pub(crate) use finding::{Around, missing, moments, number, places};

use crate::draft::{ROLES, Step};
use crate::form::wanting::Lack;
use crate::policies::Wrong;
use proto::Language;

const LEAST: [&str; 4] = ["least_elected", "least_leadership", "least_professional", "least_other"];
const MOST: [&str; 4] = ["most_elected", "most_leadership", "most_professional", "most_other"];

/// One thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// A text that must exist in this language.
    Title(Language),
    Summary(Language),
    Description(Language),
    Venue(Language),
    /// People meet, and nobody knows where.
    NeedsVenue(Language),
    Room(Language),
    /// On more than one line, or longer than a line.
    LongTitle(Language),
    WrongUntil,
    Day,
    /// There is no such day.
    WrongDay,
    Starts,
    WrongStart,
    /// The clocks are put forward past it on that day.
    SkippedStart,
    Ends,
    WrongEnd,
    SkippedEnd,
    EndsBeforeStart,
    /// It has been.
    Over,
    WrongZone,
    Meeting,
    WrongMeeting,
    WrongPlaces,
    WrongOnlinePlaces,
    WrongNetwork,
    /// It is published, and others were invited.
    NetworkStays,
    Seats,
    WrongSeats,
    WrongExtra,
    /// Of the role with this number.
    WrongLeast(usize),
    WrongMost(usize),
    SeatsBelowLeast,
    /// All members together have more seats than there are places.
    SeatsAbovePlaces,
    WrongRelease,
    ReleaseAfterStart,
    WrongAnswerDays,
    AnswerDaysAlone,
    /// Of the choice with this number, from 1.
    Choice(usize, Language),
    LongChoice(usize, Language),
    ChoicePlaces(usize),
    WrongDeadlineDay,
    WrongDeadlineTime,
    DeadlineAfterEnd,
    ContactName,
    ContactEmail,
    WrongEmail,
    Policies(Wrong),
    /// Of the question with this number, from 0.
    Question(usize, Lack),
    /// The organisation has no accessibility statement, and nothing goes live without one.
    Statement,
    /// The judge of event files does not take it, for a reason that is not among these.
    Refused(Place),
}

/// Where something is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Absent when it is not in the draft.
    pub(crate) step: Option<Step>,
    /// The number of the question whose page it is on, from 0.
    pub(crate) question: Option<usize>,
    /// The id of the field, or what its name begins with.
    pub(crate) field: &'static str,
    /// Of a text.
    pub(crate) language: Option<Language>,
}

impl Place {
    pub(crate) fn id(self) -> String {
        match self.language {
            Some(language) => format!("{}_{language}", self.field),
            None => self.field.to_owned(),
        }
    }
}

const fn at(step: Step, field: &'static str) -> Place {
    Place { step: Some(step), question: None, field, language: None }
}

const fn text(step: Step, field: &'static str, language: Language) -> Place {
    Place { step: Some(step), question: None, field, language: Some(language) }
}

impl Missing {
    pub(crate) const fn place(self) -> Place {
        match self {
            Self::Title(language) | Self::LongTitle(language) => text(Step::Texts, "title", language),
            Self::Summary(language) => text(Step::Texts, "summary", language),
            Self::Description(language) => text(Step::Texts, "description", language),
            Self::Venue(language) | Self::NeedsVenue(language) => text(Step::Time, "venue", language),
            Self::Room(language) => text(Step::Time, "room", language),
            Self::WrongUntil => at(Step::Time, "until"),
            Self::Day | Self::WrongDay | Self::Over => at(Step::Time, "day"),
            Self::Starts | Self::WrongStart | Self::SkippedStart => at(Step::Time, "starts"),
            Self::Ends | Self::WrongEnd | Self::SkippedEnd | Self::EndsBeforeStart => at(Step::Time, "ends"),
            Self::WrongZone => at(Step::Time, "timezone"),
            Self::Meeting | Self::WrongMeeting => at(Step::Time, "meeting_url"),
            Self::WrongPlaces => at(Step::SignUp, "capacity"),
            Self::WrongOnlinePlaces => at(Step::SignUp, "online_capacity"),
            Self::WrongNetwork | Self::NetworkStays => at(Step::Invited, "network"),
            Self::Seats | Self::WrongSeats | Self::SeatsBelowLeast | Self::SeatsAbovePlaces => {
                at(Step::Invited, "seats")
            }
            Self::WrongExtra => at(Step::Invited, "extra"),
            Self::WrongLeast(role) => at(Step::Invited, LEAST[role % ROLES.len()]),
            Self::WrongMost(role) => at(Step::Invited, MOST[role % ROLES.len()]),
            Self::WrongRelease | Self::ReleaseAfterStart => at(Step::Invited, "release"),
            Self::WrongAnswerDays | Self::AnswerDaysAlone => at(Step::Invited, "answer_days"),
            Self::Choice(_, language) | Self::LongChoice(_, language) => text(Step::Choices, "choice", language),
            Self::ChoicePlaces(_) => at(Step::Choices, "choice"),
            Self::WrongDeadlineDay | Self::DeadlineAfterEnd => at(Step::SignUp, "closes"),
            Self::WrongDeadlineTime => at(Step::SignUp, "closes_at"),
            Self::ContactName => at(Step::SignUp, "contact_name"),
            Self::ContactEmail | Self::WrongEmail => at(Step::SignUp, "contact_email"),
            Self::Policies(wrong) => Place { language: wrong.language(), ..at(Step::Policies, wrong.field()) },
            Self::Question(number, lack) => {
                Place { question: Some(number), language: lack.language(), ..at(Step::Questions, "") }
            }
            Self::Statement => Place { step: None, question: None, field: "", language: None },
            Self::Refused(place) => place,
        }
    }

    /// The id of the field; empty when there is none.
    pub(crate) fn id(self) -> String {
        match self {
            Self::Question(_, lack) => lack.id(),
            Self::Choice(number, language) | Self::LongChoice(number, language) => {
                format!("choice-{number}_{language}")
            }
            Self::ChoicePlaces(number) => format!("choice-{number}-places"),
            other => other.place().id(),
        }
    }

    /// The key of the sentence that says how to put it right.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Title(_) => "drafting-missing-title",
            Self::Summary(_) => "drafting-missing-summary",
            Self::Description(_) => "drafting-missing-description",
            Self::Venue(_) => "drafting-missing-venue",
            Self::NeedsVenue(_) => "drafting-missing-needs-venue",
            Self::Room(_) => "drafting-missing-room",
            Self::LongTitle(_) => "drafting-missing-long-title",
            Self::WrongUntil => "drafting-missing-wrong-until",
            Self::Day => "drafting-missing-day",
            Self::WrongDay => "drafting-missing-wrong-day",
            Self::Starts => "drafting-missing-starts",
            Self::WrongStart => "drafting-missing-wrong-start",
            Self::SkippedStart => "drafting-missing-skipped-start",
            Self::Ends => "drafting-missing-ends",
            Self::WrongEnd => "drafting-missing-wrong-end",
            Self::SkippedEnd => "drafting-missing-skipped-end",
            Self::EndsBeforeStart => "drafting-missing-ends-before-start",
            Self::Over => "drafting-missing-over",
            Self::WrongZone => "drafting-missing-wrong-zone",
            Self::Meeting => "drafting-missing-meeting",
            Self::WrongMeeting => "drafting-missing-wrong-meeting",
            Self::WrongPlaces => "drafting-missing-wrong-places",
            Self::WrongOnlinePlaces => "drafting-missing-wrong-online-places",
            Self::WrongNetwork => "drafting-missing-wrong-network",
            Self::NetworkStays => "drafting-missing-network-stays",
            Self::Seats => "drafting-missing-seats",
            Self::WrongSeats => "drafting-missing-wrong-seats",
            Self::WrongExtra => "drafting-missing-wrong-extra",
            Self::WrongLeast(_) => "drafting-missing-wrong-least",
            Self::WrongMost(_) => "drafting-missing-wrong-most",
            Self::SeatsBelowLeast => "drafting-missing-seats-below-least",
            Self::SeatsAbovePlaces => "drafting-missing-seats-above-places",
            Self::WrongRelease => "drafting-missing-wrong-release",
            Self::ReleaseAfterStart => "drafting-missing-release-after-start",
            Self::WrongAnswerDays => "drafting-missing-wrong-answer-days",
            Self::AnswerDaysAlone => "drafting-missing-answer-days-alone",
            Self::Choice(..) => "drafting-missing-choice",
            Self::LongChoice(..) => "drafting-missing-long-choice",
            Self::ChoicePlaces(_) => "drafting-missing-choice-places",
            Self::WrongDeadlineDay => "drafting-missing-wrong-deadline-day",
            Self::WrongDeadlineTime => "drafting-missing-wrong-deadline-time",
            Self::DeadlineAfterEnd => "drafting-missing-deadline-after-end",
            Self::ContactName => "drafting-missing-contact-name",
            Self::ContactEmail => "drafting-missing-contact-email",
            Self::WrongEmail => "drafting-missing-wrong-email",
            Self::Policies(wrong) => wrong.key(),
            Self::Question(_, lack) => lack.key(),
            Self::Statement => "drafting-missing-statement",
            Self::Refused(_) => "drafting-missing-refused",
        }
    }

    /// Something stands there and cannot stay. What is only not written yet can wait until the draft is come back to.
    pub(crate) const fn is_wrong(self) -> bool {
        if let Self::Question(_, lack) = self {
            return lack.is_wrong();
        }
        !matches!(
            self,
            Self::Title(_)
                | Self::Summary(_)
                | Self::Description(_)
                | Self::Venue(_)
                | Self::NeedsVenue(_)
                | Self::Room(_)
                | Self::Seats
                | Self::Choice(..)
                | Self::Day
                | Self::Starts
                | Self::Ends
                | Self::Meeting
                | Self::ContactName
                | Self::ContactEmail
                | Self::Statement
        )
    }

    /// One of each, for samples and for the test of their words.
    pub(crate) fn examples() -> Vec<Self> {
        let language = Language::Nb;
        let of_questions = Lack::examples().map(|lack| Self::Question(1, lack));
        let mut examples = vec![
            Self::Title(language),
            Self::Summary(language),
            Self::Description(language),
            Self::Venue(language),
            Self::NeedsVenue(language),
            Self::Room(language),
            Self::LongTitle(language),
            Self::WrongUntil,
            Self::WrongOnlinePlaces,
            Self::WrongNetwork,
            Self::NetworkStays,
            Self::Seats,
            Self::WrongSeats,
            Self::WrongExtra,
            Self::WrongLeast(0),
            Self::WrongMost(3),
            Self::SeatsBelowLeast,
            Self::SeatsAbovePlaces,
            Self::WrongRelease,
            Self::ReleaseAfterStart,
            Self::WrongAnswerDays,
            Self::AnswerDaysAlone,
            Self::Choice(2, language),
            Self::LongChoice(2, language),
            Self::ChoicePlaces(2),
            Self::Day,
            Self::WrongDay,
            Self::Starts,
            Self::WrongStart,
            Self::SkippedStart,
            Self::Ends,
            Self::WrongEnd,
            Self::SkippedEnd,
            Self::EndsBeforeStart,
            Self::Over,
            Self::WrongZone,
            Self::Meeting,
            Self::WrongMeeting,
            Self::WrongPlaces,
            Self::WrongDeadlineDay,
            Self::WrongDeadlineTime,
            Self::DeadlineAfterEnd,
            Self::ContactName,
            Self::ContactEmail,
            Self::WrongEmail,
            Self::Statement,
            Self::Refused(at(Step::Time, "venue")),
        ];
        examples.extend(Wrong::EXAMPLES.map(Self::Policies));
        examples.extend(of_questions);
        examples
    }
}

#[cfg(test)]
pub(crate) mod tests;
