//! Everything that is held about a sign-up, shown so that it can be read.

use super::choose::{ClashView, GoneView, clash_views, gone_views};
use super::{Mine, Report, dead_link};
use crate::answers;
use crate::answers::{Answer, Organisation};
use crate::app::App;
use crate::desk::errand::Refusal;
use crate::former::readable;
use crate::municipality::{self, Municipality};
use crate::pages::choices::{ChosenView, word};
use crate::pages::event::{EventView, Known};
use crate::pages::field::erased_at;
use crate::pages::notice::Notice;
use crate::store::placement::Placement;
use crate::withdrawal::Erasing;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Host, Page, Purpose, Visit};
use proto::event::{AnswerType, Attendance, EventKind, Form, Question};
use proto::registration::{ClaimState, Registration, State as Stands};
use proto::{Language, Localised};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct OverviewPage {
    pub(crate) event: EventView,
    pub(crate) base: String,
    pub(crate) notice: Option<Notice>,
    pub(crate) state: &'static str,
    pub(crate) position: Option<u32>,
    pub(crate) offered_until: Option<DateTime<Utc>>,
    /// The event is over or cancelled: nothing can be changed any more.
    pub(crate) ended: bool,
    /// Everything can be deleted without signing off first.
    pub(crate) erasable: bool,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) language: &'static str,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) attended_at: Option<DateTime<Utc>>,
    /// What was answered in a calendar, in the end of the key of its words.
    pub(crate) reply: Option<&'static str>,
    /// When that signs the person off.
    pub(crate) leaves_at: Option<DateTime<Utc>>,
    /// There is a certificate of attendance.
    pub(crate) certified: bool,
    /// How the person takes part, where there is a choice.
    pub(crate) form: Option<&'static str>,
    pub(crate) choices: Vec<ChosenView>,
    /// Where they sit, as long as they have a place.
    pub(crate) placements: Vec<Placement>,
    /// Two of the choices cannot both be attended, and until when one may choose.
    pub(crate) clashes: Vec<ClashView>,
    pub(crate) choose_before: Option<DateTime<Utc>>,
    pub(crate) gone: Vec<GoneView>,
    pub(crate) answers: Vec<AnswerView>,
    /// Where all dates of the series are, for somebody who follows it.
    pub(crate) series: Option<String>,
    /// The way into an online meeting.
    pub(crate) join: Option<String>,
    pub(crate) feed: String,
    pub(crate) feed_subscribe: String,
}

/// An answer as it is read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AnswerView {
    pub(crate) label: Localised,
    pub(crate) kind: &'static str,
    pub(crate) text: String,
    pub(crate) number: i64,
    pub(crate) date: Option<String>,
    pub(crate) options: Vec<Localised>,
    pub(crate) erased_at: DateTime<Utc>,
}

impl OverviewPage {
    pub(crate) fn new(mine: &Mine, host: &Host, now: DateTime<Utc>, notice: Option<Notice>) -> Self {
        let registration = &mine.standing.registration;
        let event = &mine.known.event;
        let links = Links::of(registration, mine, host);
        let open = registration.state != Stands::Withdrawn;
        Self {
            event: mine.known.view(),
            base: mine.base.clone(),
            notice,
            state: if mine.declined { "declined" } else { state(registration) },
            position: mine.standing.position,
            offered_until: mine.standing.offered_until,
            ended: mine.known.cancelled || now >= event.ends_at,
            erasable: mine.erasing(now) != Erasing::SignOffFirst,
            name: registration.name.clone(),
            email: registration.email.clone(),
            language: registration.language.code(),
            created_at: mine.standing.created_at,
            attended_at: mine.standing.attended_at,
            reply: mine.reply.as_ref().map(|reply| reply.answer.word()),
            leaves_at: mine.reply.as_ref().and_then(|reply| reply.leaves_at).filter(|_| open),
            certified: mine.is_certified(now),
            form: registration.form.map(word),
            choices: chosen(&mine.known, registration),
            placements: match registration.state {
                Stands::Admitted => mine.placements.clone(),
                Stands::Waiting | Stands::Offered | Stands::Withdrawn => Vec::new(),
            },
            clashes: match mine.standing.choose_before {
                Some(_) => clash_views(&mine.known, registration),
                None => Vec::new(),
            },
            choose_before: mine.standing.choose_before,
            gone: gone_views(&mine.known, registration, now),
            answers: answer_views(&mine.known, &mine.former, &mine.standing.answers),
            series: mine.series.clone(),
            join: links.join,
            feed: links.feed,
            feed_subscribe: links.feed_subscribe,
        }
    }
}

/// The links that belong to a sign-up besides its own page.
struct Links {
    join: Option<String>,
    feed: String,
    feed_subscribe: String,
}

impl Links {
    fn of(registration: &Registration, mine: &Mine, host: &Host) -> Self {
        let event = &mine.known.event;
        let token = |purpose| host.keys.token(purpose, registration.id.0, registration.generation);
        let given = matches!(event.kind, EventKind::Webinar | EventKind::Conference);
        let online = given && event.attendance != Attendance::InPerson && registration.form != Some(Form::InPerson);
        let feed = host.address(&format!("/kalender/{}.ics", token(Purpose::Feed)));
        Self {
            join: online.then(|| format!("{}/delta/{}", event.path(), token(Purpose::Join))),
            feed_subscribe: match feed.split_once("://") {
                Some((_, rest)) => format!("webcal://{rest}"),
                None => feed.clone(),
            },
            feed,
        }
    }
}

pub(crate) const fn state(registration: &Registration) -> &'static str {
    match registration.state {
        Stands::Waiting if registration.undecided => "undecided",
        Stands::Admitted => "admitted",
        Stands::Waiting => "waiting",
        Stands::Offered => "offered",
        Stands::Withdrawn => "withdrawn",
    }
}

pub(crate) const fn claim(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Held => "held",
        ClaimState::Waiting => "waiting",
        ClaimState::Offered => "offered",
        ClaimState::Released => "released",
    }
}

pub(crate) fn chosen(known: &Known, registration: &Registration) -> Vec<ChosenView> {
    let view = |pool: &proto::event::Pool| {
        let own = registration.choices.iter().find(|claim| claim.pool_id == pool.id)?;
        Some(ChosenView { label: pool.label.clone(), state: claim(own.state) })
    };
    known.event.choices().filter_map(view).collect()
}

/// Every question that has an answer, or could have had one, in the form's order, and then what was answered while the form asked more.
fn answer_views(known: &Known, former: &[Question], held: &answers::Answers) -> Vec<AnswerView> {
    let asked = answers::asked(&known.event.sign_up.questions, held);
    let questions = readable(&known.event.sign_up.questions, former);
    let shown = questions.iter().filter(|q| held.get(&q.key).is_some() || asked.iter().any(|a| a.key == q.key));
    shown.map(|question| answer_view(question, held.get(&question.key), erased_at(question, &known.event))).collect()
}

pub(crate) fn answer_view(question: &Question, answer: Option<&Answer>, erased_at: DateTime<Utc>) -> AnswerView {
    let mut view = AnswerView {
        label: question.label.clone(),
        kind: "text",
        text: String::new(),
        number: 0,
        date: None,
        options: Vec::new(),
        erased_at,
    };
    match answer {
        None => view.kind = "none",
        Some(Answer::Text(text) | Answer::Email(text) | Answer::Phone(text)) => view.text.clone_from(text),
        Some(Answer::Number(number)) => (view.kind, view.number) = ("number", *number),
        Some(Answer::YesNo(yes)) => view.kind = if *yes { "yes" } else { "no" },
        Some(Answer::Date(date)) => (view.kind, view.date) = ("date", Some(format!("{date}T12:00:00Z"))),
        Some(answer @ (Answer::OneOf(_) | Answer::SeveralOf(_))) => {
            view.kind = "options";
            view.options = answer.values().into_iter().map(|value| option_label(question, value)).collect();
        }
        Some(Answer::Municipality { land, number }) => {
            view.text = municipality::numbered(*land, number).map_or_else(|| number.clone(), Municipality::shown);
        }
        Some(Answer::Organisation(Organisation::Named(name))) => view.text.clone_from(name),
        Some(Answer::Organisation(Organisation::Numbered { number, .. })) => view.text.clone_from(number),
    }
    view
}

/// An option that the question no longer has is called by its value.
pub(crate) fn option_label(question: &Question, value: &str) -> Localised {
    let options = match &question.answer {
        AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => options.as_slice(),
        _ => &[],
    };
    options.iter().find(|option| option.value == value).map_or_else(
        || Localised(Language::ALL.into_iter().map(|language| (language, value.to_owned())).collect()),
        |option| option.label.clone(),
    )
}

pub(crate) async fn get(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    Query(report): Query<Report>,
) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    Ok(visit.page(&OverviewPage::new(&mine, &app.host, visit.now, report.notice())))
}

impl Page for OverviewPage {
    const TEMPLATE: &'static str = "registration/my.html";

    fn samples() -> Vec<Self> {
        let known = crate::pages::sample::known();
        let sent = crate::pages::sample::answered(&known);
        let answers = sent.answers(&known.event).unwrap_or_default();
        let admitted = Self {
            event: known.view(),
            base: "/mi/x".to_owned(),
            notice: Some(Notice::CHANGED),
            state: "admitted",
            position: None,
            offered_until: None,
            ended: false,
            erasable: false,
            name: "Kari <b>Nordmann</b>".to_owned(),
            email: "kari@kommune.no".to_owned(),
            language: "nn",
            created_at: known.event.starts_at,
            attended_at: None,
            reply: None,
            leaves_at: None,
            certified: false,
            form: None,
            choices: known.event.choices().map(|p| ChosenView { label: p.label.clone(), state: "held" }).collect(),
            placements: ["tables", "groups"]
                .map(|kind| Placement { name: known.event.title.clone(), kind, number: 4 })
                .to_vec(),
            clashes: Vec::new(),
            choose_before: None,
            gone: Vec::new(),
            answers: answer_views(&known, &[], &answers),
            series: Some("/mi/rekkje/x".to_owned()),
            join: Some("/webinar/levande-sentrum/delta/x".to_owned()),
            feed: "https://example.no/kalender/x.ics".to_owned(),
            feed_subscribe: "webcal://example.no/kalender/x.ics".to_owned(),
        };
        let bare = Self {
            notice: None,
            choices: Vec::new(),
            placements: Vec::new(),
            answers: Vec::new(),
            join: None,
            ..admitted.clone()
        };
        let until = Some(known.event.starts_at);
        let programme = crate::pages::sample::programme();
        let touched = crate::pages::sample::touched(&programme);
        let replanned = Self {
            event: programme.view(),
            form: Some("in_person"),
            choices: chosen(&programme, &touched),
            clashes: clash_views(&programme, &touched),
            choose_before: until,
            gone: gone_views(&programme, &touched, programme.event.starts_at - chrono::TimeDelta::days(9)),
            ..bare.clone()
        };
        vec![
            replanned,
            Self { state: "waiting", position: Some(4), ..bare.clone() },
            Self { state: "undecided", choices: admitted.choices.clone(), ..bare.clone() },
            Self { state: "declined", erasable: true, ..bare.clone() },
            Self { state: "offered", offered_until: until, ..bare.clone() },
            Self {
                state: "withdrawn",
                erasable: true,
                notice: Some(Notice::no_change(&Refusal::AlreadyWithdrawn)),
                ..bare.clone()
            },
            Self { reply: Some("declined"), leaves_at: until, ..bare.clone() },
            Self { ended: true, erasable: true, attended_at: until, certified: true, ..bare },
            admitted,
        ]
    }
}
