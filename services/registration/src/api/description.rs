//! What the API says and takes, as types that describe themselves.

use crate::pages::choices::{FormView, form_views, word};
use crate::pages::event::{Awaits, Known};
use crate::question;
use chrono::{DateTime, Utc};
use proto::event::{AnswerType, Country, Question, WaitingMode};
use proto::registration::{Claim, ClaimState, State};
use proto::{Language, Localised};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// One text in the languages it has been written in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Texts {
    #[serde(skip_serializing_if = "Option::is_none")]
    nn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nb: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
}

impl From<&Localised> for Texts {
    fn from(texts: &Localised) -> Self {
        let text = |language| texts.0.get(&language).cloned();
        Self { nn: text(Language::Nn), nb: text(Language::Nb), sv: text(Language::Sv), en: text(Language::En) }
    }
}

/// An event in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EventSummary {
    slug: String,
    /// `conference`, `webinar` or `gathering`.
    kind: &'static str,
    title: Texts,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    /// IANA name of the zone that the event's times are told in.
    timezone: String,
    signup: SignUpNow,
}

/// Whether one can sign up now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SignUpNow {
    open: bool,
    /// Null when there is no limit.
    places_left: Option<u32>,
    /// True when those who come too late can wait for a place.
    waiting_list: bool,
}

/// An event with what it asks.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EventDetails {
    #[serde(flatten)]
    summary: EventSummary,
    description: Texts,
    /// Ways of taking part to choose between; none where there is but one.
    forms: Vec<FormOffered>,
    questions: Vec<QuestionAsked>,
    choices: Vec<ChoiceOffered>,
}

/// A way of taking part. Each has places and a waiting list of its own.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FormOffered {
    /// `in_person` or `online`.
    form: &'static str,
    /// Null when there is no limit.
    places_left: Option<u32>,
    hint: Option<Texts>,
    price: Option<Texts>,
}

/// A question of the form.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuestionAsked {
    /// The key of its answer.
    key: String,
    /// `text`, `long_text`, `number`, `one_of`, `several_of`, `yes_no`, `date` (ISO 8601), `email`, `phone`,
    /// `municipality` (name or number) or `organisation` (name or organisation number).
    #[serde(rename = "type")]
    kind: &'static str,
    label: Texts,
    hint: Option<Texts>,
    required: bool,
    options: Vec<OptionOffered>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<i64>,
    /// Of a municipality: `no`, `se` or `both`.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'static str>,
    /// Asked only of those who answered so. Answers to what is not asked are left out.
    only_if: Option<OnlyIf>,
    /// Why it is asked.
    purpose: Texts,
    /// Kept apart, seen by few.
    sensitive: bool,
    delete_after_days: u16,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OptionOffered {
    value: String,
    label: Texts,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OnlyIf {
    question: String,
    any_of: Vec<String>,
}

/// Something to choose besides the event itself.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChoiceOffered {
    id: Uuid,
    label: Texts,
    places_left: Option<u32>,
    starts_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
    room: Option<Texts>,
    /// Occurrences of the same session have the same id here; one person chooses one of them.
    session: Option<Uuid>,
    /// Only for those who take part in this way: `in_person` or `online`.
    form: Option<&'static str>,
}

/// What became of a sign-up.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SignedUp {
    pub(crate) id: Uuid,
    /// `admitted`, `waiting`, or `undecided` where the organisers decide.
    pub(crate) state: &'static str,
    /// In the waiting list, from 1.
    pub(crate) position: Option<u32>,
    /// `in_person` or `online`; null where there is nothing to choose between.
    pub(crate) form: Option<&'static str>,
    pub(crate) choices: Vec<ChoiceState>,
    /// The person's own page. Whoever has the address can change the sign-up.
    pub(crate) self_service: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChoiceState {
    id: Uuid,
    /// `held`, `waiting`, `offered` or `released`.
    state: &'static str,
}

/// A sign-up as it stands, with everything that is held about it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Person {
    pub(crate) id: Uuid,
    /// The event's slug.
    pub(crate) event: String,
    /// `admitted`, `waiting`, `offered`, `withdrawn`, or `undecided` where the organisers decide.
    pub(crate) state: &'static str,
    pub(crate) position: Option<u32>,
    /// Until when an offered place is kept.
    pub(crate) offered_until: Option<DateTime<Utc>>,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) language: &'static str,
    /// `in_person` or `online`; null where there is nothing to choose between.
    pub(crate) form: Option<&'static str>,
    /// Until when one may choose between choices that clash since the programme changed, on the person's own page.
    pub(crate) choose_before: Option<DateTime<Utc>>,
    pub(crate) answers: BTreeMap<String, serde_json::Value>,
    pub(crate) choices: Vec<ChoiceState>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) self_service: String,
}

impl EventSummary {
    pub(crate) fn of(known: &Known, now: DateTime<Utc>) -> Self {
        let event = &known.event;
        Self {
            slug: event.slug.clone(),
            kind: event.kind.word(),
            title: (&event.title).into(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            signup: SignUpNow {
                open: matches!(known.sign_up(now), Ok(Awaits::Place | Awaits::Queue)),
                places_left: known.places.left(),
                waiting_list: event.sign_up.waiting_list.mode != WaitingMode::None,
            },
        }
    }
}

impl EventDetails {
    pub(crate) fn of(known: &Known, now: DateTime<Utc>) -> Self {
        let offered = |pool: &proto::event::Pool| ChoiceOffered {
            id: pool.id.0,
            label: (&pool.label).into(),
            places_left: known.places.pool(pool.id).map_or(pool.capacity, crate::places::Pool::left),
            starts_at: pool.starts_at,
            ends_at: pool.ends_at,
            room: pool.room.as_ref().map(Into::into),
            session: pool.session.map(|session| session.0),
            form: pool.form.map(word),
        };
        let forms = form_views(known, "", &[]).forms;
        let form = |view: &FormView| FormOffered {
            form: view.value,
            places_left: view.places_left,
            hint: view.hint.as_ref().map(Into::into),
            price: view.price.as_ref().map(Into::into),
        };
        Self {
            forms: forms.iter().map(form).collect(),
            summary: EventSummary::of(known, now),
            description: (&known.event.description).into(),
            questions: known.event.sign_up.questions.iter().map(QuestionAsked::of).collect(),
            choices: known.event.choices().map(offered).collect(),
        }
    }
}

impl QuestionAsked {
    fn of(question: &Question) -> Self {
        let options = match &question.answer {
            AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => options.as_slice(),
            _ => &[],
        };
        let (min, max) = match question.answer {
            AnswerType::Number { min, max } => (min, max),
            _ => (None, None),
        };
        let country = match question.answer {
            AnswerType::Municipality { country: Country::No } => Some("no"),
            AnswerType::Municipality { country: Country::Se } => Some("se"),
            AnswerType::Municipality { country: Country::Both } => Some("both"),
            _ => None,
        };
        let offered = |o: &proto::event::Choice| OptionOffered { value: o.value.clone(), label: (&o.label).into() };
        Self {
            key: question.key.clone(),
            kind: question::kind(&question.answer),
            label: (&question.label).into(),
            hint: question.hint.as_ref().map(Into::into),
            required: question.required,
            options: options.iter().map(offered).collect(),
            min,
            max,
            country,
            only_if: question
                .only_if
                .as_ref()
                .map(|c| OnlyIf { question: c.question.clone(), any_of: c.any_of.clone() }),
            purpose: (&question.purpose).into(),
            sensitive: question.sensitive,
            delete_after_days: question.delete_after_days,
        }
    }
}

impl From<&Claim> for ChoiceState {
    fn from(claim: &Claim) -> Self {
        let state = match claim.state {
            ClaimState::Held => "held",
            ClaimState::Waiting => "waiting",
            ClaimState::Offered => "offered",
            ClaimState::Released => "released",
        };
        Self { id: claim.pool_id.0, state }
    }
}

pub(crate) const fn state(state: State, undecided: bool) -> &'static str {
    match state {
        State::Waiting if undecided => "undecided",
        State::Admitted => "admitted",
        State::Waiting => "waiting",
        State::Offered => "offered",
        State::Withdrawn => "withdrawn",
    }
}
