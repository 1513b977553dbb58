//! `/arrangor/…/{slug}/avlysing`: an event will not take place. What that means is shown before, and asked.

use super::{Site, base, private};
use crate::draft::cleaned;
use crate::{Drafts, Held};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, FrameOrganisation, Organiser, Page, Visit};
use proto::account::Role;
use proto::event::EventKind;
use proto::organisation::Organisation;
use proto::{Language, Localised};
use serde::Serialize;

/// More than that is no reason but a letter.
const LONGEST: usize = 1_000;

#[derive(Serialize)]
pub(crate) struct CancellationPage {
    kind: EventKind,
    /// Where events of its kind are made.
    base: String,
    /// May see them: a role in one event is not enough.
    lists: bool,
    slug: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    /// How many have a place.
    coming: u64,
    cancelled: bool,
    over: bool,
    reasons: Vec<InLanguage>,
    errors: Vec<FieldError>,
    csrf_failed: bool,
}

#[derive(Serialize)]
struct InLanguage {
    code: &'static str,
    /// The organisation says that it must exist.
    required: bool,
    text: String,
}

/// The event, for editors of the organisation that answers for it, and that organisation. Those behind a conference plan it together, so
/// each of them may.
async fn open<K: Drafts>(kind: &K, organiser: &Organiser, slug: &str) -> Result<(Held, Organisation), Error> {
    let held = kind.by_slug(slug).await?.ok_or(Error::NotFound)?;
    let event = &held.event;
    let may = |organisation: &String| organiser.may_at(event.id, organisation, Role::Editor);
    let together = K::KIND == EventKind::Conference && event.co_organisers.iter().any(may);
    if !may(&event.organisation) && !together {
        return Err(Error::NotFound);
    }
    let organisation = kind.organisations(&[&event.organisation]).await?.pop().ok_or(Error::NotFound)?;
    Ok((held, organisation))
}

pub(crate) async fn show<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let (held, organisation) = open(&site, &organiser, &slug).await?;
    let coming = site.coming(held.event.id).await?;
    let page = CancellationPage::of(&held, coming, visit.now, &organisation, &Localised::default());
    let page = CancellationPage { lists: lists(&organiser), ..page };
    Ok(answer(visit, &organisation, StatusCode::OK, &page))
}

pub(crate) async fn cancel<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let (held, organisation) = open(&site, &organiser, &slug).await?;
    let typed = |language: Language| cleaned(fields.get(&format!("reason_{language}")).unwrap_or_default());
    let each = Language::ALL.into_iter().map(|language| (language, typed(language)));
    let reason = Localised(each.filter(|(_, text)| !text.is_empty()).collect());
    let coming = site.coming(held.event.id).await?;
    let page = CancellationPage::of(&held, coming, visit.now, &organisation, &reason);
    let page = CancellationPage { lists: lists(&organiser), ..page };
    if !visit.genuine(fields.csrf()) {
        let page = CancellationPage { csrf_failed: true, ..page };
        return Ok(answer(visit, &organisation, StatusCode::FORBIDDEN, &page));
    }
    let said = |key: &str, of: Option<Language>| {
        let of = of.map(|of| site.host().text.word(visit.language, &format!("my-language-{of}"), &[]));
        let args = [("language", of.as_deref().unwrap_or_default().into())];
        site.host().text.word(visit.language, key, &args)
    };
    let lacking = match organisation.required_languages.as_slice() {
        [] if reason.is_empty() => vec![visit.language],
        required => reason.missing(required),
    };
    let field = |language: Language| format!("reason_{language}");
    let mut errors: Vec<FieldError> = lacking
        .into_iter()
        .map(|language| FieldError::new(field(language), said("drafting-cancel-missing", Some(language))))
        .collect();
    let long = reason.0.iter().filter(|(_, text)| text.chars().count() > LONGEST);
    errors.extend(
        long.map(|(language, _)| FieldError::new(field(*language), said("drafting-cancel-long", Some(*language)))),
    );
    if fields.get("sure").is_none() {
        errors.push(FieldError::new("sure", said("drafting-cancel-unsure", None)));
    }
    // What cannot be cancelled any more is shown as it is.
    if !page.over && !page.cancelled && !errors.is_empty() {
        let page = CancellationPage { errors, ..page };
        return Ok(answer(visit, &organisation, StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    if !page.over && !page.cancelled {
        let work = site.bus().begin().await?;
        if site.cancel(&work, &slug, reason).await? {
            work.commit().await?;
            tracing::info!(event.id = %held.event.id, account.id = %organiser.account, "an organiser cancelled an event");
        } else {
            work.rollback().await;
        }
    }
    let path = format!("{}/{slug}/avlysing", base(K::KIND));
    Ok(visit.with_cookies(Redirect::to(&path).into_response()))
}

fn answer(visit: Visit, organisation: &Organisation, status: StatusCode, page: &CancellationPage) -> Response {
    private(visit.organisation(&FrameOrganisation::from(organisation)).page_with(status, page))
}

impl CancellationPage {
    fn of(held: &Held, coming: u64, now: DateTime<Utc>, organisation: &Organisation, reason: &Localised) -> Self {
        let event = &held.event;
        Self {
            kind: event.kind,
            base: base(event.kind),
            lists: false,
            slug: event.slug.clone(),
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            coming,
            cancelled: held.cancelled,
            over: event.ends_at <= now,
            reasons: reasons(&organisation.required_languages, reason),
            errors: Vec::new(),
            csrf_failed: false,
        }
    }
}

/// Makes events in some organisation.
fn lists(organiser: &Organiser) -> bool {
    organiser.organisations(Role::Editor).next().is_some()
}

/// Those that must exist come first.
fn reasons(required: &[Language], reason: &Localised) -> Vec<InLanguage> {
    let others = Language::ALL.into_iter().filter(|language| !required.contains(language));
    let one = |language: Language| InLanguage {
        code: language.code(),
        required: required.contains(&language),
        text: reason.0.get(&language).cloned().unwrap_or_default(),
    };
    required.iter().copied().chain(others).map(one).collect()
}

impl Page for CancellationPage {
    const TEMPLATE: &'static str = "drafting/cancellation.html";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap_or_default();
        let page = |kind: EventKind| Self {
            kind,
            base: base(kind),
            lists: true,
            slug: "byregionar-2027".to_owned(),
            title: Localised::from([(Language::Nn, "Nettverkssamling i <Namsos>")]),
            starts_at: at("2027-04-27T08:00:00Z"),
            ends_at: at("2027-04-28T13:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            coming: 41,
            cancelled: false,
            over: false,
            reasons: reasons(&[Language::Nn, Language::Nb], &Localised::from([(Language::Nn, "Stormen <Ask>.")])),
            errors: Vec::new(),
            csrf_failed: false,
        };
        let errors = vec![
            FieldError::new("reason_nb", "Skriv grunnen på bokmål"),
            FieldError::new("sure", "Set kryss for at arrangementet skal avlysast"),
        ];
        vec![
            page(EventKind::Gathering),
            Self { errors, coming: 0, ..page(EventKind::Webinar) },
            Self { cancelled: true, ..page(EventKind::Conference) },
            Self { over: true, csrf_failed: true, ..page(EventKind::Webinar) },
        ]
    }
}
