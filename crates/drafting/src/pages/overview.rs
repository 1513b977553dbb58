//! `/arrangor/…/utkast/{id}`: the steps of a draft, what is missing, and the way to publish it.

use super::Site;
use super::private;
use super::{Known, PATH, base, sentence};
use crate::draft::{Draft, Step};
use crate::missing::{Missing, moments};
use crate::unpublishing::Outcome;
use crate::{Drafts, Held, store};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, FieldError, FrameOrganisation, Page, Visit};
use proto::event::EventKind;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use text::Text;

#[derive(Serialize)]
pub(crate) struct DraftPage {
    kind: EventKind,
    /// Where those of its kind are made.
    base: String,
    path: String,
    title: Localised,
    organiser: Localised,
    version: i64,
    steps: Vec<StepLine>,
    missing: Vec<MissingLine>,
    /// It can be looked at as others will see it.
    preview: bool,
    last: Option<LastChange>,
    published: Option<Published>,
    /// It was published, and has been taken off the pages.
    unpublished: Option<Unpublished>,
    /// How many have a place in what is published at another time than the draft says.
    moved: Option<u64>,
    /// What has just happened, as the end of a key.
    done: Option<&'static str>,
    /// Somebody has changed it since it was looked at.
    stale: bool,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct StepLine {
    href: String,
    word: &'static str,
    /// How many things.
    missing: usize,
}

#[derive(Serialize)]
struct MissingLine {
    /// Absent where it is put right elsewhere.
    href: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct LastChange {
    at: DateTime<Utc>,
    /// By whoever looks at it.
    own: bool,
}

/// What it has become.
#[derive(Serialize)]
struct Published {
    slug: String,
    /// Others see all of it as it stands here.
    current: bool,
    cancelled: bool,
}

/// Since when nobody else sees it any more, and why.
#[derive(Serialize)]
struct Unpublished {
    at: DateTime<Utc>,
    reason: String,
}

/// What has happened before the page is shown.
#[derive(Default)]
pub(crate) struct Happened {
    pub(crate) done: Option<&'static str>,
    pub(crate) stale: bool,
    /// What the judge of files said.
    pub(crate) refused: Vec<Missing>,
    pub(crate) errors: Vec<FieldError>,
}

#[derive(Deserialize)]
pub(crate) struct Report {
    gjort: Option<String>,
}

pub(crate) async fn show<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    known: Known,
    Query(report): Query<Report>,
) -> Result<Response, Error> {
    let done = match report.gjort.as_deref() {
        Some("lagra") => Some("saved"),
        Some("publisert") => Some("published"),
        Some("kopiert") => Some("copied"),
        Some("av") => Some("unpublished"),
        _ => None,
    };
    let happened = Happened { done, ..Happened::default() };
    page(&site, visit, &known, StatusCode::OK, happened).await
}

pub(crate) async fn page<K: Drafts>(
    site: &K,
    visit: Visit,
    known: &Known,
    status: StatusCode,
    happened: Happened,
) -> Result<Response, Error> {
    let row = &known.row;
    let published = match &row.slug {
        Some(slug) => site.by_slug(slug).await?,
        None => None,
    };
    let moved = match &published {
        Some(held) if is_moved(known, held) => Some(site.coming(held.event.id).await?),
        _ => None,
    };
    let visit = visit.organisation(&FrameOrganisation::from(&known.organisation));
    let mut all = known.missing(visit.now);
    all.extend(happened.refused);
    let last = row.touched.0.values().max_by_key(|touch| touch.version);
    let page = DraftPage {
        kind: K::KIND,
        base: base(K::KIND),
        path: known.path(),
        title: row.draft().title.clone(),
        organiser: known.organisation.name.clone(),
        version: row.version,
        steps: steps(&known.path(), K::KIND, &all),
        missing: lines(&known.path(), row.draft(), &all, &site.host().text, visit.language),
        preview: site.seen(&known.looked(&site.host().text)).await?.is_some(),
        last: last.map(|touch| LastChange { at: touch.at, own: touch.by == known.editor.0 }),
        published: published.map(|held| Published {
            slug: held.event.slug,
            current: row.published == Some(row.version),
            cancelled: held.cancelled,
        }),
        unpublished: unpublished(row),
        moved,
        done: happened.done,
        stale: happened.stale,
        errors: happened.errors,
    };
    Ok(private(visit.page_with(status, &page)))
}

fn unpublished(row: &store::Model) -> Option<Unpublished> {
    let done = row.unpublishing.as_ref().filter(|one| one.outcome == Outcome::Done)?;
    Some(Unpublished { at: done.at, reason: done.reason.clone() })
}

/// People are told that it takes place at another time.
pub(crate) fn is_moved(known: &Known, held: &Held) -> bool {
    let (event, draft) = (&held.event, known.row.draft());
    moments(draft, known.kind).is_some_and(|moments| moments != (event.starts_at, event.ends_at))
}

fn steps(path: &str, kind: EventKind, missing: &[Missing]) -> Vec<StepLine> {
    let line = |step: Step| StepLine {
        href: format!("{path}/steg/{}", step.path()),
        word: step.word(),
        missing: missing.iter().filter(|one| one.place().step == Some(step)).count(),
    };
    Step::of(kind).iter().copied().map(line).collect()
}

fn lines(path: &str, draft: &Draft, missing: &[Missing], words: &Text, language: Language) -> Vec<MissingLine> {
    let href = |one: &Missing| match one.place().question.and_then(|number| draft.form.get(number)) {
        Some(question) => Some(format!("{path}/sporsmal/{}#{}", question.key, one.id())),
        None => one.place().step.map(|step| format!("{path}/steg/{}#{}", step.path(), one.id())),
    };
    let line = |one: &Missing| MissingLine { href: href(one), text: sentence(words, language, *one) };
    missing.iter().map(line).collect()
}

impl Page for DraftPage {
    const TEMPLATE: &'static str = "drafting/draft.html";

    fn samples() -> Vec<Self> {
        let path = format!("{PATH}/7");
        let page = |missing: &[Missing]| Self {
            kind: EventKind::Webinar,
            base: base(EventKind::Webinar),
            path: path.clone(),
            title: Localised::from([(Language::Nn, "Frå tomme lokale til <liv> i sentrum")]),
            organiser: Localised::from([(Language::Nn, "Distriktssenteret")]),
            version: 4,
            steps: steps(&path, EventKind::Webinar, missing),
            // Samples have the words of one language.
            missing: lines(&path, &Draft::default(), missing, &Text::new(), Language::Nn),
            preview: missing.is_empty(),
            last: "2027-01-12T08:00:00Z".parse().ok().map(|at| LastChange { at, own: missing.is_empty() }),
            published: None,
            unpublished: None,
            moved: None,
            done: None,
            stale: false,
            errors: Vec::new(),
        };
        let published = |current, cancelled| Some(Published { slug: "tomme-lokale".to_owned(), current, cancelled });
        let unsure = FieldError::new("sure", "Set kryss for at utkastet skal slettast");
        vec![
            Self { title: Localised::default(), last: None, ..page(&Missing::examples()) },
            Self { done: Some("saved"), ..page(&[Missing::Meeting]) },
            page(&[]),
            Self { done: Some("copied"), ..page(&[Missing::Day]) },
            Self { stale: true, ..page(&[]) },
            Self { errors: vec![unsure], ..page(&[]) },
            Self { done: Some("published"), published: published(true, false), ..page(&[]) },
            Self { done: Some("saved"), published: published(false, false), ..page(&[]) },
            Self { kind: EventKind::Conference, moved: Some(41), published: published(false, false), ..page(&[]) },
            Self { published: published(false, true), ..page(&[Missing::Over]) },
            Self {
                unpublished: "2027-01-12T08:00:00Z"
                    .parse()
                    .ok()
                    .map(|at| Unpublished { at, reason: "Innleiaren har <ikkje> svart.".to_owned() }),
                done: Some("unpublished"),
                ..page(&[])
            },
        ]
    }
}
