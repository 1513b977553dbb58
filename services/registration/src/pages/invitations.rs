//! `/arrangor/pameldingar/{slug}/invitasjonar`: whom the organisers have invited to an event by name, and where each invitation stands.
//! Whether anybody has opened a letter or the form is noted nowhere: what they answer is theirs to say.

pub(super) mod adding;
pub(super) mod going;

use super::event::{EventView, Known};
use super::export::{private, seen};
use super::list::pager;
use crate::answers::day;
use crate::app::App;
use crate::invitation::{Standing, can_be_let_go, still_goes};
use crate::invited::{self, Done};
use crate::store::audit::{self, Action};
use crate::store::invitation::{self, Going, Invited};
use crate::store::invitation_reminder::{self, Model as Day};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

/// People on one page of the list.
const ON_A_PAGE: usize = 100;
/// At what time of day those are reminded who have not answered, where the event is.
const HOUR: u32 = 9;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct InvitationsPage {
    event: EventView,
    errors: Vec<FieldError>,
    done: Option<&'static str>,
    counts: Vec<CountView>,
    total: usize,
    /// Which of them are listed.
    status: &'static str,
    rows: Vec<RowView>,
    found: usize,
    page: usize,
    pages: Vec<Option<u64>>,
    held: usize,
    /// How many would be reminded now.
    reminded: usize,
    /// Letters that were let go, and are not written yet.
    going: usize,
    remind_at: Option<DateTime<Utc>>,
    /// The day on which nobody was reminded, because sign-up was closed.
    missed: Option<DateTime<Utc>>,
    typed: TypedDay,
    /// Nobody can sign up any more, so that nobody is written to.
    over: bool,
}

/// A day, as it was typed.
#[derive(Clone, Debug, Default, Serialize)]
struct TypedDay {
    day: String,
    month: String,
    year: String,
}

#[derive(Clone, Debug, Serialize)]
struct CountView {
    standing: &'static str,
    n: usize,
}

/// Somebody who is invited.
#[derive(Clone, Debug, Serialize)]
pub(super) struct RowView {
    id: Uuid,
    name: String,
    email: String,
    organisation: String,
    language: &'static str,
    standing: &'static str,
    issued_at: Option<DateTime<Utc>>,
    reminded_at: Option<DateTime<Utc>>,
    reason: Option<String>,
    trouble: Option<String>,
    /// The sign-up.
    registration: Option<Uuid>,
    can_be_taken_back: bool,
}

impl RowView {
    pub(super) fn of(invited: &Invited) -> Self {
        let (row, standing) = (&invited.row, invited.standing());
        Self {
            id: row.id,
            name: row.name.clone(),
            email: row.email.clone(),
            organisation: row.organisation.clone(),
            language: row.language().code(),
            standing: standing.word(),
            issued_at: row.issued_at,
            reminded_at: row.reminded_at,
            reason: row.reason.clone().filter(|_| standing == Standing::Declined),
            trouble: row.trouble.clone().filter(|_| standing == Standing::Unreachable),
            registration: invited.sign_up.filter(|_| standing == Standing::SignedUp).map(|(id, _)| id),
            can_be_taken_back: standing.can_be_taken_back(),
        }
    }
}

/// What the address says besides.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    status: String,
    side: String,
    gjort: String,
}

/// What was done, in addresses and at the end of the key of its words.
const DONE: [&str; 8] = ["held", "sent", "reminded", "taken-back", "otherwise", "day", "no-day", "nobody"];

/// Everybody who is invited, for editors of the event.
pub(super) async fn opened(app: &App, organiser: &Organiser, slug: &str) -> Result<(Known, Vec<Invited>), Error> {
    let known = seen(app, organiser, slug, Role::Editor).await?;
    let db = &app.host.db.read;
    let rows = invitation::of_event(db, known.event.id).await?;
    let all = invitation::with_sign_ups(db, known.event.id, rows).await?;
    Ok((known, all))
}

fn path(known: &Known) -> String {
    format!("/arrangor/pameldingar/{}/invitasjonar", known.event.slug)
}

pub(super) fn to_list(visit: &Visit, known: &Known, done: &str) -> Response {
    visit.with_cookies(Redirect::to(&format!("{}?gjort={done}", path(known))).into_response())
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let (known, all) = opened(&app, &organiser, &slug).await?;
    let visit = known.answers_for(visit);
    let day = invitation_reminder::of(&app.host.db.read, known.event.id).await?;
    let page = InvitationsPage::new(&known, &all, day.as_ref(), &asked, visit.now);
    if !page.rows.is_empty() {
        let (db, now, event) = (&app.host.db.write, visit.now, known.event.id);
        audit::note(db, now, organiser.account, event, Action::Invitations, page.rows.len()).await?;
    }
    Ok(private(visit.page(&page)))
}

/// Takes one back, or sets the day on which those are reminded who have not answered.
pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let (known, all) = opened(&app, &organiser, &slug).await?;
    let visit = known.answers_for(visit);
    let event = known.event.id;
    let typed = |part: &str| fields.get(part).unwrap_or_default().to_owned();
    let typed = TypedDay { day: typed("day-day"), month: typed("day-month"), year: typed("day-year") };
    let shown = |day: Option<&Day>, errors: Vec<FieldError>| {
        let page = InvitationsPage::new(&known, &all, day, &Asked::default(), visit.now);
        InvitationsPage { errors, typed: typed.clone(), ..page }
    };
    let work = app.bus.begin().await?;
    let before = invitation_reminder::of(&work.tx, event).await?;
    if fields.switches_language() {
        work.rollback().await;
        return Ok(private(visit.page(&shown(before.as_ref(), Vec::new()))));
    }
    let done = match fields.get("do") {
        Some("take-back") => {
            let id = fields.get("id").and_then(|id| id.parse::<Uuid>().ok()).ok_or(Error::NotFound)?;
            match invited::take_back(&work, event, id).await? {
                Done::Now => {
                    audit::note(&work.tx, work.now, organiser.account, event, Action::InvitationTakenBack, 1).await?;
                    "taken-back"
                }
                Done::Already => "taken-back",
                Done::Otherwise => "otherwise",
            }
        }
        Some("day") => match remind_on(&typed, &known, work.now) {
            Ok(at) => {
                let set_by = organiser.account.0;
                let day = Day { event_id: event.0, remind_at: at, set_by, missed_at: None };
                invitation_reminder::keep(&work.tx, day).await?;
                "day"
            }
            Err(key) => {
                work.rollback().await;
                let errors = vec![FieldError::new("day", app.host.text.word(visit.language, key, &[]))];
                return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(before.as_ref(), errors))));
            }
        },
        Some("no-day") => {
            invitation_reminder::clear(&work.tx, event).await?;
            "no-day"
        }
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    work.commit().await?;
    Ok(to_list(&visit, &known, done))
}

/// The morning of a day before sign-up closes, or the key of what is wrong with it.
fn remind_on(typed: &TypedDay, known: &Known, now: DateTime<Utc>) -> Result<DateTime<Utc>, &'static str> {
    let day = day(&typed.day, &typed.month, &typed.year).ok_or("reg-invitations-day-wrong")?;
    let morning = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
    let at = known.event.timezone.from_local_datetime(&day.and_time(morning)).earliest();
    let at = at.ok_or("reg-invitations-day-wrong")?.with_timezone(&Utc);
    match () {
        () if at <= now => Err("reg-invitations-day-past"),
        () if at >= known.event.sign_up.closes_at => Err("reg-invitations-day-late"),
        () => Ok(at),
    }
}

impl InvitationsPage {
    fn new(known: &Known, all: &[Invited], day: Option<&Day>, asked: &Asked, now: DateTime<Utc>) -> Self {
        let count = |standing: Standing| all.iter().filter(|one| one.standing() == standing).count();
        let can_go = |what| all.iter().filter(|one| can_be_let_go(one.known(), what)).count();
        let counts = Standing::ALL.map(|standing| CountView { standing: standing.word(), n: count(standing) });
        let chosen = Standing::ALL.into_iter().find(|standing| standing.word() == asked.status);
        let fits = |one: &&Invited| chosen.is_none_or(|chosen| one.standing() == chosen);
        let fitting: Vec<&Invited> = all.iter().filter(fits).collect();
        let last = fitting.len().div_ceil(ON_A_PAGE).max(1);
        let page = asked.side.parse::<usize>().unwrap_or(1).clamp(1, last);
        let rows = fitting.iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE);
        let number = |n: usize| u64::try_from(n).unwrap_or(1);
        Self {
            event: known.view(),
            errors: Vec::new(),
            done: DONE.into_iter().find(|word| *word == asked.gjort),
            counts: counts.into_iter().filter(|count| count.n > 0).collect(),
            total: all.len(),
            status: chosen.map_or("", Standing::word),
            rows: rows.map(|one| RowView::of(one)).collect(),
            found: fitting.len(),
            page,
            pages: if last > 1 { pager(number(page), number(last)) } else { Vec::new() },
            held: can_go(Going::Invitation),
            reminded: can_go(Going::Reminder),
            going: all.iter().filter(|one| still_goes(one.known()).is_some()).count(),
            remind_at: day.filter(|day| day.missed_at.is_none()).map(|day| day.remind_at),
            missed: day.filter(|day| day.missed_at.is_some()).map(|day| day.remind_at),
            typed: TypedDay::default(),
            over: crate::admission::window(&known.event, known.cancelled, now).is_err(),
        }
    }
}

impl Page for InvitationsPage {
    const TEMPLATE: &'static str = "registration/invitations.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let now = known.event.starts_at - chrono::TimeDelta::days(30);
        let all = sample::invited(now);
        let asked = |gjort: &str| Asked { gjort: gjort.to_owned(), ..Asked::default() };
        let day = |remind_at, missed_at| Day { event_id: known.event.id.0, remind_at, set_by: Uuid::nil(), missed_at };
        let full = Self::new(&known, &all, Some(&day(now + chrono::TimeDelta::days(7), None)), &asked("held"), now);
        let empty = Self::new(&known, &[], None, &Asked::default(), now);
        let wrong = Self {
            errors: vec![FieldError::new("day", "Skriv ein dato.")],
            typed: TypedDay { day: "31".to_owned(), month: "2".to_owned(), year: "<script>".to_owned() },
            pages: pager(2, 9),
            page: 2,
            ..Self::new(&known, &all, None, &asked("otherwise"), now)
        };
        let missed = day(known.event.ends_at, Some(known.event.ends_at));
        let over = Self::new(&known, &all[..3], Some(&missed), &Asked::default(), known.event.ends_at);
        let going = Self { going: 317, ..Self::new(&known, &all, Some(&missed), &asked("sent"), now) };
        vec![full, empty, wrong, over, going]
    }
}

/// Invitations of every kind.
pub(super) mod sample {
    use crate::store::invitation::{Invited, Model};
    use crate::store::registration::State;
    use chrono::{DateTime, Utc};
    use sea_orm::prelude::Uuid;

    pub(in crate::pages) fn row(number: u128, now: DateTime<Utc>) -> Model {
        Model {
            id: Uuid::from_u128(number),
            event_id: Uuid::nil(),
            revision: 1,
            generation: 0,
            name: "Åse Ødegård".to_owned(),
            email: format!("ase{number}@eksempel.kommune.example"),
            address: Some(format!("ase{number}@eksempel.kommune.example")),
            organisation: "Eksempel kommune".to_owned(),
            language: "nn".to_owned(),
            created_at: now,
            issued_at: Some(now),
            mailed_at: Some(now),
            reminded_at: None,
            told_at: Some(now),
            trouble: None,
            declined_at: None,
            reason: None,
            taken_back_at: None,
            going: None,
            registration_id: None,
            erased_at: None,
        }
    }

    pub(in crate::pages) fn invited(now: DateTime<Utc>) -> Vec<Invited> {
        let of = |row: Model, sign_up: Option<State>| Invited { sign_up: sign_up.map(|state| (row.id, state)), row };
        let strange =
            Model { name: "\"><script>alert(1)</script>".to_owned(), organisation: String::new(), ..row(2, now) };
        let reason = Some("Eg er bortreist <b>dessverre</b>.".to_owned());
        let trouble = Some("550 5.1.1 no such user".to_owned());
        vec![
            of(Model { issued_at: None, mailed_at: None, told_at: None, ..row(1, now) }, None),
            of(strange, None),
            of(Model { name: String::new(), reminded_at: Some(now), ..row(3, now) }, None),
            of(row(4, now), Some(State::Admitted)),
            of(Model { declined_at: Some(now), reason, ..row(5, now) }, None),
            of(row(6, now), Some(State::Withdrawn)),
            of(Model { trouble, mailed_at: None, ..row(7, now) }, None),
            of(Model { taken_back_at: Some(now), ..row(8, now) }, None),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn those_who_have_not_answered_are_reminded_on_a_morning_while_they_can_still_sign_up() {
        let known = super::super::sample::known();
        let closes = known.event.sign_up.closes_at;
        let on = |date: &str, now| {
            let parts: Vec<&str> = date.split('-').collect();
            let typed = TypedDay { year: parts[0].into(), month: parts[1].into(), day: parts[2].into() };
            remind_on(&typed, &known, now)
        };
        let before = closes - TimeDelta::days(3);
        let (now, day) = (closes - TimeDelta::days(20), before.with_timezone(&known.event.timezone).format("%Y-%m-%d"));
        let at = on(&day.to_string(), now).expect("a morning");
        assert_eq!(
            at.with_timezone(&known.event.timezone).format("%Y-%m-%d %H:%M").to_string(),
            format!("{day} 09:00")
        );
        assert_eq!(on(&day.to_string(), at), Err("reg-invitations-day-past"));
        assert_eq!(on("2099-01-01", now), Err("reg-invitations-day-late"));
        assert_eq!(on("2027-02-31", now), Err("reg-invitations-day-wrong"));
    }
}
