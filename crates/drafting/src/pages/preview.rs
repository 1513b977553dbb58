//! `/arrangor/…/utkast/{id}/sja/{language}`: the page of the event as everybody will see it.

use super::{Known, Site, private};
use crate::Drafts;
use crate::asked::{Asked, examples};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Visit};
use proto::Language;
use proto::event::Question;
use serde::{Deserialize, Serialize};

/// What the page of an event says when it is looked at before it is published.
#[derive(Clone, Serialize)]
pub struct Preview {
    /// Of the draft.
    path: String,
    /// The form.
    asked: Vec<Asked>,
    /// As narrow as on a phone.
    narrow: bool,
    /// The one it is looked at in; the language that the organiser reads stays what it is.
    #[serde(skip)]
    pub language: Language,
}

impl Preview {
    /// The same with what the form asks.
    #[must_use]
    pub fn asking(self, questions: &[Question]) -> Self {
        let asked = questions.iter().map(|question| Asked::of(question, questions)).collect();
        Self { asked, ..self }
    }

    /// One without questions, and one with all kinds, wide and narrow.
    #[must_use]
    pub fn samples() -> [Self; 3] {
        let of = |asked, narrow| Self {
            path: "/arrangor/webinar/utkast/7".to_owned(),
            asked,
            narrow,
            language: Language::Nn,
        };
        [of(Vec::new(), false), of(examples(), false), of(examples(), true)]
    }
}

/// How the form is shown.
#[derive(Deserialize)]
pub(crate) struct Look {
    smal: Option<String>,
}

pub(crate) async fn show<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    known: Known,
    Path((_, language)): Path<(String, String)>,
    Query(look): Query<Look>,
) -> Result<Response, Error> {
    let language = language.parse::<Language>().ok().ok_or(Error::NotFound)?;
    let Some(seen) = site.seen(&known.looked(&site.host().text)).await? else {
        return Ok(visit.with_cookies(Redirect::to(&known.path()).into_response()));
    };
    let preview = Preview { path: known.path(), asked: Vec::new(), narrow: look.smal.is_some(), language };
    Ok(private(site.show(visit, seen, known.organisation, preview)))
}
