//! How one can take part, and switching the whole conference: who it touches is shown before it is done.

mod typed;

use super::session::{Wanted as Language, wanted};
use super::{Head, asked, back, may, page, planned, required};
use crate::edit::Mark;
use crate::pages::Site;
use crate::programme::Programme;
use crate::store;
use crate::store::conference::{self, Model};
use crate::ways::{Affected, FORMS, Wanted, Ways, affected, offers, switched, wanted_ways, word};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::Localised;
use proto::account::Role;
use proto::event::{Attendance, EventPublished};
use serde::Serialize;
use typed::Typed;
use uuid::Uuid;

#[derive(Serialize)]
pub(super) struct WaysPage {
    head: Head,
    /// Cancelled or over: nothing is switched any more.
    closed: bool,
    typed: Typed,
    languages: Vec<Language>,
    /// Stands for what there was when the page was opened.
    begun: String,
    /// What the switch would do; absent until it is asked for.
    look: Option<Look>,
    /// Somebody else has changed it since the page was opened; this is what it is now.
    theirs: Option<Typed>,
    done: bool,
    errors: Vec<FieldError>,
}

/// Before the switch: where people will be.
#[derive(Serialize)]
struct Look {
    /// Stands for what was looked at: this, and nothing else, is what the button does.
    mark: String,
    /// It is like this already.
    same: bool,
    moving: Vec<Line>,
    counted: Option<Line>,
    tight: Vec<Line>,
    /// Released sessions that nobody can come to any more.
    sessions: i64,
}

#[derive(Default, Serialize)]
struct Line {
    /// The last parts of keys; empty where places were not told apart.
    from: &'static str,
    to: &'static str,
    people: i64,
    queued: i64,
    waiting: i64,
    capacity: i64,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let done = asked(&uri, "gjort").is_some();
    let typed = Typed::of(&conference);
    shown(&site, visit, &conference, StatusCode::OK, typed, |made, _| made.done = done).await
}

pub(super) async fn switch(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let work = site.bus.begin().await?;
    let row = match conference::to_change(&work.tx, &slug).await? {
        Some(row) if may(&row, &organiser, Role::Editor) => row,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let typed = Typed::read(&fields);
    if fields.switches_language() || closed(&row, visit.now) {
        work.rollback().await;
        return shown(&site, visit, &row, StatusCode::OK, typed, |_, _| ()).await;
    }
    let organisers = site.organisers(&row).await?;
    let wanted = match typed.wanted(&required(&row, &organisers)) {
        Ok(wanted) => wanted,
        Err(wrong) => {
            work.rollback().await;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return shown(&site, visit, &row, status, typed, |made, say| {
                made.errors = wrong.into_iter().map(|(field, key)| FieldError::new(field, say(key))).collect();
            })
            .await;
        }
    };
    let released = store::version::find(&work.tx, row.id, row.released).await?.map(|version| version.programme);
    let begun = Mark::of(&Ways::of(row.event())).to_string();
    let stale = fields.get("begun") != Some(begun.as_str());
    let look = Look::at(&row, &wanted, released.as_ref());
    let meant = fields.get("do") == Some("switch") && fields.get("looked") == Some(look.mark.as_str());
    if stale || !meant {
        work.rollback().await;
        let status = if stale { StatusCode::CONFLICT } else { StatusCode::OK };
        let theirs = stale.then(|| Typed::of(&row));
        return shown(&site, visit, &row, status, typed, |made, _| {
            made.theirs = theirs;
            made.look = Some(look);
        })
        .await;
    }
    let id = row.id;
    match switched(&row, &wanted, released.as_ref(), work.now, Uuid::now_v7) {
        Some(row) => {
            let event = row.event().clone();
            conference::update(&work.tx, row).await?;
            work.say(&EventPublished { event });
            work.commit().await?;
            tracing::info!(event.id = %id, account.id = %organiser.account, "the forms of attendance were switched");
        }
        None => work.rollback().await,
    }
    Ok(back(&visit, &slug, "/deltaking?gjort=1"))
}

fn closed(conference: &Model, now: chrono::DateTime<chrono::Utc>) -> bool {
    conference.cancelled || conference.ends_at <= now
}

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Model,
    status: StatusCode,
    typed: Typed,
    set: impl FnOnce(&mut WaysPage, &dyn Fn(&str) -> String),
) -> Result<Response, Error> {
    let organisers = site.organisers(conference).await?;
    let languages = wanted(&required(conference, &organisers));
    let closed = closed(conference, visit.now);
    page(site, visit, conference, status, |language| {
        let mut made = WaysPage {
            head: Head::of(conference, "deltaking", true),
            closed,
            typed,
            languages,
            begun: Mark::of(&Ways::of(conference.event())).to_string(),
            look: None,
            theirs: None,
            done: false,
            errors: Vec::new(),
        };
        set(&mut made, &|key| site.host.text.word(language, key, &[]));
        made
    })
    .await
}

impl Look {
    fn at(row: &Model, wanted: &Wanted, released: Option<&Programme>) -> Self {
        let now = Ways::of(row.event());
        let mut ids = row.ids.clone();
        let later = wanted_ways(&now, wanted, &mut ids, Uuid::now_v7);
        let later = later.unwrap_or_else(|| now.clone());
        Self::new(
            Mark::of(wanted).to_string(),
            now == later,
            &affected(&now, &later, &row.places.0),
            released.map_or(0, |programme| lost(programme, later.attendance)),
        )
    }

    fn new(mark: String, same: bool, affected: &Affected, sessions: usize) -> Self {
        let moving = affected.moving.iter().map(|moving| Line {
            from: moving.from.map_or("", word),
            to: word(moving.to),
            people: moving.people.into(),
            queued: moving.queued.into(),
            waiting: moving.waiting.into(),
            capacity: 0,
        });
        let tight = affected.tight.iter().map(|tight| Line {
            to: word(tight.form),
            people: tight.taken.into(),
            capacity: tight.capacity.into(),
            ..Line::default()
        });
        let counted =
            affected.counted.map(|(people, form)| Line { to: word(form), people: people.into(), ..Line::default() });
        let sessions = i64::try_from(sessions).unwrap_or(i64::MAX);
        Self { mark, same, moving: moving.collect(), counted, tight: tight.collect(), sessions }
    }
}

/// How many sessions of a programme are for a form that there is not.
fn lost(programme: &Programme, attendance: Attendance) -> usize {
    let given = |id| programme.occurrences.iter().any(|one| one.session == Some(id));
    let open = |session: Attendance| FORMS.into_iter().any(|form| offers(session, form) && offers(attendance, form));
    programme.sessions.iter().filter(|session| given(session.id) && !open(session.attendance)).count()
}

impl Page for WaysPage {
    const TEMPLATE: &'static str = "conference/organiser_ways.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        use crate::ways::{Moving, Tight};
        use proto::event::Form;
        let page = |typed: Typed| Self {
            head: Head::sample("deltaking"),
            closed: false,
            typed,
            languages: wanted(&[proto::Language::Nn, proto::Language::Nb]),
            begun: "0".to_owned(),
            look: None,
            theirs: None,
            done: false,
            errors: Vec::new(),
        };
        let event = example::event();
        let now = || Typed::of_event(&event);
        let online = || Typed { attendance: "online", ..now() };
        let look = |affected: Affected, sessions| Look::new("1".to_owned(), false, &affected, sessions);
        let moving = Moving { from: Some(Form::InPerson), to: Form::Online, people: 312, queued: 12, waiting: 4 };
        let few = Moving { people: 1, queued: 0, waiting: 0, ..moving };
        let tight = Tight { form: Form::InPerson, taken: 312, capacity: 200 };
        let counted = Some((41, Form::InPerson));
        let mut long = Typed::of_event(&event);
        long.venue = Localised::from([(
            proto::Language::Nn,
            "Samfunnstryggleiksplanleggingssenteret, Sentrumsbustadutviklingsavtaleallmenningen 114, Fjordby",
        )]);
        vec![
            page(now()),
            Self { look: Some(look(Affected { moving: vec![moving], ..Affected::default() }, 14)), ..page(online()) },
            Self {
                look: Some(look(Affected { moving: vec![few], counted, tight: vec![tight] }, 1)),
                theirs: Some(long),
                ..page(online())
            },
            Self { look: Some(look(Affected::default(), 0)), ..page(now()) },
            Self { look: Some(Look { same: true, ..look(Affected::default(), 0) }), ..page(now()) },
            Self { done: true, ..page(online()) },
            Self {
                errors: vec![
                    FieldError::new("attendance", "Vel korleis folk kan delta."),
                    FieldError::new("in_person-capacity", "Talet på plassar må vere eit heilt tal over 0, eller tomt."),
                    FieldError::new("online-label-nb", "Skriv teksten på alle språka som er merkte."),
                ],
                ..page(Typed { attendance: "", ..Typed::default() })
            },
            Self { closed: true, ..page(now()) },
        ]
    }
}
