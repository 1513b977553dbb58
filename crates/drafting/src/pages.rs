//! What editors see of drafts: what has been begun, the steps, the form, and publishing.

mod cancellation;
mod copy;
mod form;
mod known;
mod list;
mod overview;
pub(crate) mod plain;
pub(crate) mod preview;
mod publication;
mod question;
mod step;
mod unpublication;

use crate::Drafts;
use crate::missing::Missing;
use axum::Router;
use axum::extract::FromRef;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::{get, post};
use host::{Host, Sample};
use known::{Changed, Known, Stale};
use proto::Language;
use proto::event::EventKind;
use text::Text;

/// What the pages stand on.
#[derive(Clone)]
pub(crate) struct Site<K>(K);

impl<K: Drafts> FromRef<Site<K>> for Host {
    fn from_ref(site: &Site<K>) -> Self {
        site.0.host().clone()
    }
}

/// The pages of one kind, below `/arrangor/` and its word.
pub fn routes<K: Drafts>(kind: K) -> Router {
    let base = base(K::KIND);
    let own = |path: &str| format!("{base}/utkast/{{id}}{path}");
    Router::new()
        .route(&base, get(list::show::<K>).post(list::begin::<K>))
        .route(&format!("{base}/{{slug}}/avlysing"), get(cancellation::show::<K>).post(cancellation::cancel::<K>))
        .route(&own(""), get(overview::show::<K>).post(publication::publish::<K>))
        .route(&own("/kopi"), post(copy::begin::<K>))
        .route(&own("/avpublisering"), get(unpublication::show::<K>).post(unpublication::ask::<K>))
        .route(&own("/slett"), post(publication::delete::<K>))
        .route(&own("/sja/{language}"), get(preview::show::<K>))
        .route(&own("/steg/sporsmal"), get(form::show::<K>).post(form::change::<K>))
        .route(&own("/sporsmal/{key}"), get(question::show::<K>).post(question::save::<K>))
        .route(&own("/sporsmal/{key}/fjern"), post(question::remove::<K>))
        .route(&own("/steg/{step}"), get(step::show::<K>).post(step::save::<K>))
        .with_state(Site(kind))
}

/// Every page with its samples.
pub(crate) fn samples() -> Vec<Sample> {
    [
        host::samples::<list::DraftsPage>(),
        host::samples::<overview::DraftPage>(),
        host::samples::<step::DraftStepPage>(),
        host::samples::<form::FormPage>(),
        host::samples::<question::QuestionPage>(),
        host::samples::<plain::PlainPage>(),
        host::samples::<cancellation::CancellationPage>(),
        host::samples::<unpublication::UnpublicationPage>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where events of a kind are made.
fn base(kind: EventKind) -> String {
    format!("/arrangor/{}", kind.path())
}

/// Of the draft in the samples.
const PATH: &str = "/arrangor/webinar/utkast";

/// Keeps a page that only organisers see out of what others keep.
fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// How to put something right, in words.
fn sentence(words: &Text, language: Language, missing: Missing) -> String {
    let of = missing.place().language.map(|of| words.word(language, &format!("my-language-{of}"), &[]));
    let number = |number: Option<usize>| i64::try_from(number.unwrap_or_default()).unwrap_or(i64::MAX);
    let option = match missing {
        Missing::Question(_, lack) => lack.option(),
        Missing::Choice(number, _) | Missing::LongChoice(number, _) | Missing::ChoicePlaces(number) => Some(number),
        _ => None,
    };
    let args = [
        ("language", of.as_deref().unwrap_or_default().into()),
        ("question", number(missing.place().question.map(|from_0| from_0 + 1)).into()),
        ("option", number(option).into()),
    ];
    words.word(language, missing.key(), &args)
}
