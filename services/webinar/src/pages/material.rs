//! Recordings and slides: the page on which editors add them.

use super::{Site, framed, organiser};
use crate::material::{LARGEST, Offered, Shown, examples, shown, take};
use crate::store::afterwards::{self, Change};
use crate::store::material;
use crate::{store, telling};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Choice, Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::{EventId, Language, Localised};
use serde::Serialize;
use uuid::Uuid;

#[derive(Clone, Serialize)]
pub(super) struct MaterialPage {
    slug: String,
    title: Localised,
    over: bool,
    there: Vec<There>,
    kinds: Vec<Choice>,
    audiences: Vec<Choice>,
    typed: Typed,
    errors: Vec<FieldError>,
}

#[derive(Clone, Serialize)]
struct There {
    id: Uuid,
    #[serde(flatten)]
    shown: Shown,
}

impl There {
    /// Editors look at what they have added at once, whomever it is for.
    fn of(slug: &str, id: Uuid, ours: bool, shown: Shown) -> Self {
        let href = if ours { format!("/arrangor/webinar/{slug}/opptak/{id}") } else { shown.href };
        Self { id, shown: Shown { href, ..shown } }
    }
}

#[derive(Clone, Default, Serialize)]
struct Typed {
    kind: String,
    audience: String,
    title: String,
    link: String,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let webinar = seen(&site, &organiser, &slug).await?;
    page(&site, visit, &webinar, Typed::default(), Vec::new()).await
}

pub(super) async fn add(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, Error> {
    let webinar = seen(&site, &organiser, &slug).await?;
    let sent = uploads::read(request, LARGEST).await?;
    if !visit.genuine(sent.csrf()) {
        return Err(Error::NotGenuine);
    }
    // A form without a file chosen sends an empty one.
    let look = move || {
        let file = (!sent.content.is_empty()).then(|| uploads::checked(&sent.file_name, &sent.content, LARGEST));
        (sent, file)
    };
    let (sent, file) = tokio::task::spawn_blocking(look).await.map_err(|error| Error::Internal(error.into()))?;
    let (kind, audience, title, link) = (sent.get("kind"), sent.get("audience"), sent.get("title"), sent.get("link"));
    let there = material::of_event(&site.host.db.read, webinar.id).await?.len();
    let taken = match take(Offered { kind, audience, title, link, file }, there) {
        Ok(taken) => taken,
        Err(wrong) => {
            let say =
                |(field, key): (&str, &str)| FieldError::new(field, site.host.text.word(visit.language, key, &[]));
            let errors = wrong.into_iter().map(|wrong| say(wrong.told())).collect();
            let typed = Typed {
                kind: kind.to_owned(),
                audience: audience.to_owned(),
                title: title.to_owned(),
                link: link.to_owned(),
            };
            return page(&site, visit, &webinar, typed, errors).await;
        }
    };
    let work = site.bus.begin().await?;
    let row = material::Model {
        id: Uuid::now_v7(),
        event: webinar.id,
        kind: taken.kind,
        audience: taken.audience,
        title: taken.title,
        link: taken.link,
        size: i64::try_from(sent.content.len()).unwrap_or(i64::MAX),
        content: sent.content,
        added_at: work.now,
    };
    // Before what is added or removed: of two, the one who comes last says what is true.
    afterwards::held(&work.tx, EventId(webinar.id)).await?;
    material::insert(&work.tx, row).await?;
    telling::tell(&work, EventId(webinar.id), Change::Material { there: true, at: work.now }).await?;
    work.commit().await?;
    tracing::info!(event.id = %webinar.id, account.id = %organiser.account, "a recording or slides were added");
    Ok(back(&visit, &slug))
}

pub(super) async fn remove(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let webinar = seen(&site, &organiser, &slug).await?;
    let id = known(&id)?;
    let work = site.bus.begin().await?;
    afterwards::held(&work.tx, EventId(webinar.id)).await?;
    if material::delete(&work.tx, id, webinar.id).await? {
        let left = material::any(&work.tx, webinar.id).await?;
        telling::tell(&work, EventId(webinar.id), Change::Material { there: left, at: work.now }).await?;
    }
    work.commit().await?;
    tracing::info!(event.id = %webinar.id, account.id = %organiser.account, "a recording or slides were removed");
    Ok(back(&visit, &slug))
}

/// What is no id names nothing.
pub(super) fn known(id: &str) -> Result<Uuid, Error> {
    id.parse().map_err(|_no_id| Error::NotFound)
}

fn back(visit: &Visit, slug: &str) -> Response {
    visit.with_cookies(Redirect::to(&format!("/arrangor/webinar/{slug}/opptak")).into_response())
}

pub(super) async fn seen(site: &Site, organiser: &Organiser, slug: &str) -> Result<store::webinar::Model, Error> {
    let webinar = organiser::seen(site, organiser, slug).await?;
    match organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor) {
        true => Ok(webinar),
        false => Err(Error::NotFound),
    }
}

async fn page(
    site: &Site,
    visit: Visit,
    webinar: &store::webinar::Model,
    typed: Typed,
    errors: Vec<FieldError>,
) -> Result<Response, Error> {
    let facts = material::of_event(&site.host.db.read, webinar.id).await?;
    let ids: Vec<(Uuid, bool)> = facts.iter().map(|facts| (facts.id, facts.link.is_empty())).collect();
    let organisers = site.organisers(webinar).await?;
    let visit = framed(visit, webinar, &organisers);
    let there = ids.into_iter().zip(shown(facts, true, &webinar.event().path()));
    let choices = |group: &str, values: &[&str]| {
        let label =
            |value: &&str| site.host.text.word(visit.language, &format!("webinar-material-{group}-{value}"), &[]);
        values.iter().map(|value| Choice::new(*value, label(value))).collect()
    };
    let page = MaterialPage {
        slug: webinar.slug.clone(),
        title: webinar.event().title.clone(),
        over: visit.now >= webinar.ends_at,
        there: there.map(|((id, ours), shown)| There::of(&webinar.slug, id, ours, shown)).collect(),
        kinds: choices("kind", &["recording", "slides"]),
        audiences: choices("audience", &["all", "signed_up"]),
        typed,
        errors,
    };
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut response = visit.page_with(status, &page);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

impl Page for MaterialPage {
    const TEMPLATE: &'static str = "webinar/material.html";

    fn samples() -> Vec<Self> {
        let empty = Self {
            slug: "tomme-lokale".to_owned(),
            title: Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]),
            over: false,
            there: Vec::new(),
            kinds: vec![Choice::new("recording", "Opptak"), Choice::new("slides", "Lysbilete")],
            audiences: vec![Choice::new("all", "Alle"), Choice::new("signed_up", "Berre dei som er påmelde")],
            typed: Typed::default(),
            errors: Vec::new(),
        };
        let there = examples().into_iter().map(|shown| There { id: Uuid::from_u128(7), shown }).collect();
        let mut wrong = Self { over: true, there, ..empty.clone() };
        let full = wrong.clone();
        wrong.typed.link = "film.example.org".to_owned();
        wrong.errors = vec![FieldError::new("link", "Adressa må vere heil og byrje med https://")];
        vec![empty, full, wrong]
    }
}
