//! `/arrangor/webinar/utkast/{id}/sja/{language}`: the page of the webinar as everybody will see it.

use super::super::asked::Asked;
use super::super::series::overview::private;
use super::super::webinar::{Preview, WebinarPage};
use super::super::{Site, framed};
use super::Known;
use crate::drafting::filing::filed;
use crate::form::presenting::presentable;
use crate::import::judge;
use crate::publishing::{Publishing, publish};
use crate::store;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use event_file::{Known as Around, meeting_address};
use host::{Error, Organiser, Visit};
use proto::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// How the form is shown.
#[derive(Deserialize)]
pub(in crate::pages) struct Look {
    /// As narrow as on a phone.
    smal: Option<String>,
}

pub(in crate::pages) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((id, language)): Path<(String, String)>,
    Query(look): Query<Look>,
) -> Result<Response, Error> {
    let known = Known::open(&site, &organiser, &id).await?;
    let language = language.parse::<Language>().ok().ok_or(Error::NotFound)?;
    let Some(webinar) = seen(&known) else {
        return Ok(visit.with_cookies(Redirect::to(&known.path()).into_response()));
    };
    let organisers = [known.organisation.clone()];
    let mut visit = framed(visit, &webinar, &organisers);
    // For this page only: the language that the organiser reads stays what it is.
    visit.language = language;
    let questions = &webinar.event().sign_up.questions;
    let asked = questions.iter().map(|question| Asked::of(question, questions)).collect();
    let address = site.host.address(&webinar.event().path());
    let preview = Preview { path: known.path(), asked, narrow: look.smal.is_some() };
    let page = WebinarPage::of(&webinar, &organisers, &visit, address).with_preview(preview);
    Ok(private(visit.page(&page)))
}

/// What would become of the draft, if it has enough of it: texts in a language and a time. What is not seen on the page may be
/// missing, and so may languages.
pub(super) fn seen(known: &Known) -> Option<store::webinar::Model> {
    let mut draft = known.row.draft().clone();
    let mut organisation = known.organisation.clone();
    organisation.required_languages.clear();
    if organisation.accessibility_statement.trim().is_empty() {
        organisation.accessibility_statement = "-".to_owned();
    }
    if meeting_address(&draft.meeting_url).is_none() {
        draft.meeting_url.clear();
    }
    draft.form = presentable(&draft.form, organisation.retention_days);
    if draft.contact_name.is_empty() {
        draft.contact_name = organisation.slug.clone();
    }
    if !event_file::is_address(&draft.contact_email) {
        draft.contact_email.clone_from(&organisation.sender);
    }
    let file = filed(&draft, "utkast", &organisation);
    let organisations = BTreeMap::from([(organisation.slug.clone(), organisation)]);
    // One can look at what has been, too.
    let around = Around { organisations: &organisations, published: None, now: DateTime::<Utc>::UNIX_EPOCH };
    let (facts, _) = judge(&file.text, "draft", &around, true).ok()?;
    match publish(facts, None, known.row.changed_at, Uuid::nil) {
        Publishing::New(webinar) => Some(webinar),
        _ => None,
    }
}
