//! What does not fit, as the key of a sentence and what goes into it.

use crate::municipality::Municipality;
use chrono::NaiveDate;
use proto::PoolId;

/// Something typed that has to be put right, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    pub field: Field,
    pub problem: Problem,
}

impl FieldProblem {
    /// The key of the sentence; `{$field}` in it is the question, ready to be followed by the sentence.
    pub fn key(&self) -> &'static str {
        match (&self.problem, &self.field) {
            // There is only one field that is called "e-mail"; of others one must know which.
            (Problem::EmailWithoutAt, Field::Answer(_) | Field::GuestEmail(_)) => "answer-other-email-without-at",
            (Problem::WrongKind, Field::Answers) => "answer-answers-wrong-kind",
            (problem, _) => problem.key(),
        }
    }
}

/// A place in the form, or in the API's request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Email,
    Language,
    /// The answer to the question with this key.
    Answer(String),
    /// All answers together, in the API's request.
    Answers,
    /// How one takes part.
    Form,
    /// What is chosen besides the event itself.
    Choices,
    /// Name of another person in the party, from 1.
    GuestName(usize),
    GuestEmail(usize),
}

/// Why it does not fit. Each has a sentence that says how to put it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    MissingName,
    /// The name of somebody else than who fills in the form.
    MissingOtherName,
    NameIsAnAddress,
    MissingEmail,
    EmailWithoutAt,
    EmailSpelling,
    EmailLetters,
    EmailDomain,
    MissingText,
    MissingChoice,
    MissingSeveral,
    MissingNumber,
    MissingDate,
    MissingPhone,
    MissingOrganisationNumber,
    MissingMunicipality,
    MissingOrganisation,
    TooLong {
        limit: usize,
        length: usize,
    },
    LineBreak,
    ControlCharacter,
    NumberUnreadable,
    NumberNotWhole,
    NumberTooSmall {
        min: i64,
    },
    NumberTooLarge {
        max: i64,
    },
    NoSuchOption,
    DateIncomplete,
    DateYear,
    NoSuchDate,
    DateTooFar {
        first: NaiveDate,
        last: NaiveDate,
    },
    PhoneUnreadable,
    PhoneWithoutCountry,
    PhoneLength,
    MunicipalityUnknown {
        typed: String,
    },
    MunicipalityUnclear {
        typed: String,
        candidates: Vec<&'static Municipality>,
    },
    OrganisationNumber,
    OrganisationNumberLength,
    /// The same two where a name will not do.
    NumberAlone,
    NumberAloneLength,
    PersonalNumber,
    UnknownLanguage,
    /// JSON of another kind than the question takes.
    WrongKind,
    /// There is no such question in this form.
    UnknownQuestion,
    UnknownChoice,
    ChoiceFull {
        pool: PoolId,
    },
    ClashingChoices {
        first: PoolId,
        second: PoolId,
    },
    /// Two occurrences of one session.
    SameSession {
        first: PoolId,
        second: PoolId,
    },
    /// It is for those who take part in another way.
    OtherForm {
        pool: PoolId,
    },
    MissingForm,
    UnknownForm,
    FormFull,
    SameAddressTwice,
}

/// What goes into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    Number(i64),
}

impl Problem {
    fn key(&self) -> &'static str {
        match self {
            Self::MissingName => "answer-missing-name",
            Self::MissingOtherName => "answer-missing-other-name",
            Self::NameIsAnAddress => "answer-name-is-an-address",
            Self::MissingEmail => "answer-missing-email",
            Self::EmailWithoutAt => "answer-email-without-at",
            Self::EmailSpelling => "answer-email-spelling",
            Self::EmailLetters => "answer-email-letters",
            Self::EmailDomain => "answer-email-domain",
            Self::MissingText => "answer-missing-text",
            Self::MissingChoice => "answer-missing-choice",
            Self::MissingSeveral => "answer-missing-several",
            Self::MissingNumber => "answer-missing-number",
            Self::MissingDate => "answer-missing-date",
            Self::MissingPhone => "answer-missing-phone",
            Self::MissingOrganisationNumber => "answer-missing-organisation-number",
            Self::MissingMunicipality => "answer-missing-municipality",
            Self::MissingOrganisation => "answer-missing-organisation",
            Self::TooLong { .. } => "answer-too-long",
            Self::LineBreak => "answer-line-break",
            Self::ControlCharacter => "answer-control-character",
            Self::NumberUnreadable => "answer-number-unreadable",
            Self::NumberNotWhole => "answer-number-not-whole",
            Self::NumberTooSmall { .. } => "answer-number-too-small",
            Self::NumberTooLarge { .. } => "answer-number-too-large",
            Self::NoSuchOption => "answer-no-such-option",
            Self::DateIncomplete => "answer-date-incomplete",
            Self::DateYear => "answer-date-year",
            Self::NoSuchDate => "answer-no-such-date",
            Self::DateTooFar { .. } => "answer-date-too-far",
            Self::PhoneUnreadable => "answer-phone-unreadable",
            Self::PhoneWithoutCountry => "answer-phone-without-country",
            Self::PhoneLength => "answer-phone-length",
            Self::MunicipalityUnknown { .. } => "answer-municipality-unknown",
            Self::MunicipalityUnclear { .. } => "answer-municipality-unclear",
            Self::OrganisationNumber => "answer-organisation-number",
            Self::OrganisationNumberLength => "answer-organisation-number-length",
            Self::NumberAlone => "answer-number-alone",
            Self::NumberAloneLength => "answer-number-alone-length",
            Self::PersonalNumber => "answer-personal-number",
            Self::UnknownLanguage => "answer-unknown-language",
            Self::WrongKind => "answer-wrong-kind",
            Self::UnknownQuestion => "answer-unknown-question",
            Self::UnknownChoice => "answer-unknown-choice",
            Self::ChoiceFull { .. } => "answer-choice-full",
            Self::ClashingChoices { .. } => "answer-clashing-choices",
            Self::SameSession { .. } => "answer-same-session",
            Self::OtherForm { .. } => "answer-other-form",
            Self::MissingForm => "answer-missing-form",
            Self::UnknownForm => "answer-unknown-form",
            Self::FormFull => "answer-form-full",
            Self::SameAddressTwice => "answer-same-address-twice",
        }
    }

    /// The pools that the sentence names.
    pub fn pools(&self) -> Vec<PoolId> {
        match self {
            Self::ChoiceFull { pool } | Self::OtherForm { pool } => vec![*pool, *pool],
            Self::ClashingChoices { first, second } | Self::SameSession { first, second } => vec![*first, *second],
            _ => Vec::new(),
        }
    }

    /// The arguments of the sentence besides the field. The labels of pools are looked up by who knows the event.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
        match self {
            Self::TooLong { limit, length } => vec![("limit", number(*limit)), ("length", number(*length))],
            Self::NumberTooSmall { min } => vec![("min", Arg::Number(*min))],
            Self::NumberTooLarge { max } => vec![("max", Arg::Number(*max))],
            Self::DateTooFar { first, last } => vec![
                ("first", Arg::Text(first.format("%Y").to_string())),
                ("last", Arg::Text(last.format("%Y").to_string())),
            ],
            Self::MunicipalityUnknown { typed } | Self::MunicipalityUnclear { typed, .. } => {
                vec![("typed", Arg::Text(typed.clone()))]
            }
            _ => Vec::new(),
        }
    }
}
