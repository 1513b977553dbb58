//! `/arrangor/personar/{slug}`: what an organisation holds about somebody who asks, given out as a file or deleted. Only what the
//! organisation itself answers for; whom it was about is noted nowhere.

use super::event::OrganisationView;
use super::export::{Wrong, private, reason};
use crate::address::normalised;
use crate::app::App;
use crate::person::{self, Held, What};
use crate::store::erasure::Why;
use crate::store::person_ask::{self, What as Asked};
use crate::store::{organisation, registration};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Error, FieldError, Fields, FrameOrganisation, Organiser, Page, Visit};
use proto::account::Role;
use proto::organisation::Organisation;
use proto::person::PersonErasureAsked;
use proto::{AskId, Language, Localised};
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

/// Lines of what was done before.
const SHOWN: u64 = 20;
/// So often may one organiser ask in an hour: enough for letters that come in, and too little to look up a list.
const AN_HOUR: u64 = 30;
/// No address is longer.
const LONGEST: usize = 254;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct AskedPersonPage {
    slug: String,
    organisation: Localised,
    errors: Vec<FieldError>,
    email: String,
    why: String,
    /// What is held; absent before anybody was asked about.
    held: Option<Vec<HeldView>>,
    /// It was deleted a moment ago.
    done: bool,
    log: Vec<LogView>,
}

#[derive(Clone, Debug, Serialize)]
struct HeldView {
    title: Localised,
    /// The person's page at the event; absent for series.
    path: Option<String>,
    state: &'static str,
    since: DateTime<Utc>,
}

#[derive(Clone, Debug, Serialize)]
struct LogView {
    at: DateTime<Utc>,
    account: Uuid,
    short: String,
    own: bool,
    what: &'static str,
    why: String,
    sign_ups: i32,
    series: i32,
    elsewhere: Option<i32>,
}

impl HeldView {
    fn of(held: &Held) -> Self {
        let unnamed = || Localised(Language::ALL.into_iter().map(|l| (l, held.slug.clone())).collect());
        let (state, path) = match held.what {
            What::Following => ("following", None),
            What::Invited => ("invited", None),
            What::SignUp(state) => {
                let path = format!("/arrangor/pameldingar/{}/{}", held.slug, held.id);
                let word = match state {
                    registration::State::Withdrawn => "withdrawn",
                    registration::State::Admitted => "admitted",
                    registration::State::Offered => "offered",
                    _ => "waiting",
                };
                (word, Some(path))
            }
        };
        Self { title: held.title.clone().unwrap_or_else(unnamed), path, state, since: held.since }
    }
}

/// Where one comes when it was done.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct After {
    sletta: String,
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Error> {
    let (visit, mut page) = AskedPersonPage::open(&app, &organiser, visit, &slug, &Fields::default()).await?;
    page.done = after.sletta == "1";
    Ok(private(visit.page(&page)))
}

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
    let (visit, mut page) = AskedPersonPage::open(&app, &organiser, visit, &slug, &fields).await?;
    if fields.switches_language() {
        return Ok(private(visit.page(&page)));
    }
    let db = &app.host.db;
    let asked = person_ask::since(&db.read, organiser.account, visit.now - TimeDelta::hours(1)).await?;
    let why = match page.wrong(&app, &visit, asked) {
        Ok(why) => why,
        Err(errors) => {
            page.errors = errors;
            return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
        }
    };
    let held = person::held(&db.read, &page.email, Some(&slug)).await?;
    let series = held.iter().filter(|one| one.what == What::Following).count();
    let id = Uuid::now_v7();
    let note = async |what, amounts| {
        let who = (slug.as_str(), organiser.account);
        person_ask::note(&db.write, id, visit.now, who, (what, &why), amounts).await
    };
    match fields.get("do") {
        // Noted before anything is given.
        Some("take") => {
            note(Asked::Taken, (held.len() - series, series)).await?;
            let file = person::file(&db.read, &app.host.vault, &page.email, &held).await?;
            let headers = [
                (header::CONTENT_TYPE, "application/json".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}-innsyn.json\"")),
            ];
            let content = serde_json::to_vec_pretty(&file).map_err(anyhow::Error::from)?;
            Ok(visit.with_cookies(private((headers, content).into_response())))
        }
        Some("erase") if fields.get("sure") == Some("ja") => {
            note(Asked::Erased, (held.len() - series, series)).await?;
            person::erase_held(&app.bus, &held, Why::ByOrganiser).await?;
            let work = app.bus.begin().await?;
            person::erase_decoys(&work, &page.email, &slug).await?;
            work.say(&PersonErasureAsked { ask_id: AskId(id), organisation: slug.clone(), email: page.email.clone() });
            // It names the person, and is not kept once everybody has it.
            work.forget(&[id]);
            work.commit().await?;
            Ok(visit.with_cookies(Redirect::to(&format!("/arrangor/personar/{slug}?sletta=1")).into_response()))
        }
        erase => {
            if erase == Some("erase") {
                let unsure = app.host.text.word(visit.language, "reg-asked-sure-missing", &[]);
                page.errors.push(FieldError::new("sure", unsure));
            } else {
                note(Asked::Found, (held.len() - series, series)).await?;
            }
            page.held = Some(held.iter().map(HeldView::of).collect());
            let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            Ok(private(visit.page_with(status, &page)))
        }
    }
}

impl AskedPersonPage {
    /// The page, for owners of the organisation.
    async fn open(
        app: &App,
        organiser: &Organiser,
        visit: Visit,
        slug: &str,
        fields: &Fields,
    ) -> Result<(Visit, Self), Error> {
        if !organiser.may(slug, Role::Owner) {
            return Err(Error::NotFound);
        }
        let db = &app.host.db.read;
        let organisation = organisation::by_slug(db, slug).await?.ok_or(Error::NotFound)?;
        let visit = visit.organisation(&FrameOrganisation::from(&organisation));
        let log = person_ask::latest(db, slug, SHOWN).await?;
        let typed = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        let page = Self {
            slug: slug.to_owned(),
            organisation: name(&organisation),
            errors: Vec::new(),
            email: typed("email").trim().to_owned(),
            why: typed("why"),
            held: None,
            done: false,
            log: log.into_iter().map(|row| LogView::of(row, organiser.account.0)).collect(),
        };
        Ok((visit, page))
    }

    /// What somebody asks for, or what is wrong with it.
    fn wrong(&self, app: &App, visit: &Visit, asked: u64) -> Result<String, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut say = |key: &str| {
            errors.push(FieldError::new("email", app.host.text.word(visit.language, key, &[])));
        };
        if !is_address(&self.email) {
            say("reg-asked-email-wrong");
        } else if asked >= AN_HOUR {
            say("reg-asked-often");
        }
        match reason(&self.why) {
            Ok(why) if errors.is_empty() => Ok(why),
            Ok(_) => Err(errors),
            Err(wrong) => {
                errors.push(match wrong {
                    // Nobody takes a file here.
                    Wrong::Missing => {
                        let text = app.host.text.word(visit.language, "reg-asked-why-missing", &[]);
                        FieldError::new("why", text)
                    }
                    Wrong::TooLong => wrong.told(app, visit),
                });
                Err(errors)
            }
        }
    }
}

fn name(organisation: &Organisation) -> Localised {
    OrganisationView::of(&organisation.slug, Some(organisation)).name
}

/// Whether somebody may have an address like this. Not more: what was taken in once must be found again.
fn is_address(typed: &str) -> bool {
    let (mailbox, domain) = typed.rsplit_once('@').unwrap_or_default();
    let plain = !typed.chars().any(|c| c.is_control() || c.is_whitespace());
    plain && typed.len() <= LONGEST && !mailbox.is_empty() && !domain.is_empty() && !normalised(typed).is_empty()
}

impl LogView {
    fn of(row: person_ask::Model, own: Uuid) -> Self {
        Self {
            at: row.at,
            account: row.account_id,
            short: row.account_id.simple().to_string().split_off(24),
            own: row.account_id == own,
            what: row.what.word(),
            why: row.why,
            sign_ups: row.sign_ups,
            series: row.series,
            elsewhere: row.elsewhere,
        }
    }
}

impl Page for AskedPersonPage {
    const TEMPLATE: &'static str = "registration/asked_person.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let at = known.event.starts_at;
        let held = |what, number| {
            HeldView::of(&Held {
                what,
                slug: known.event.slug.clone(),
                title: (number != 3).then(|| known.event.title.clone()),
                id: Uuid::from_u128(number),
                since: at,
            })
        };
        let log = |what, number, elsewhere| LogView {
            at,
            account: Uuid::from_u128(number),
            short: format!("{number:08x}"),
            own: number == 1,
            what,
            why: "Førespurnad om innsyn, sak 26/123 <script>alert(1)</script>".to_owned(),
            sign_ups: 2,
            series: 1,
            elsewhere,
        };
        let empty = Self {
            slug: "distriktssenteret".to_owned(),
            organisation: known.view().organisation.name,
            errors: Vec::new(),
            email: String::new(),
            why: String::new(),
            held: None,
            done: false,
            log: Vec::new(),
        };
        let found = Self {
            email: "kari@\"><script>alert(1)</script>".to_owned(),
            why: "Sak 26/123".to_owned(),
            held: Some(vec![
                held(What::SignUp(registration::State::Admitted), 1),
                held(What::SignUp(registration::State::Waiting), 2),
                held(What::SignUp(registration::State::Offered), 4),
                held(What::SignUp(registration::State::Withdrawn), 3),
                held(What::Following, 5),
                held(What::Invited, 6),
            ]),
            log: vec![log("found", 1, None)],
            ..empty.clone()
        };
        let unsure = Self { errors: vec![FieldError::new("sure", "Kryss av.")], ..found.clone() };
        let wrong = Self { errors: vec![FieldError::new("email", "Skriv ei e-postadresse.")], ..empty.clone() };
        let nothing = Self { held: Some(Vec::new()), ..found.clone() };
        let done = Self {
            done: true,
            log: vec![log("erased", 1, Some(3)), log("taken", 2, None), log("found", 2, None)],
            ..empty.clone()
        };
        vec![empty, found, unsure, wrong, nothing, done]
    }
}
