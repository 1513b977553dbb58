//! What people thought of a webinar, for those who arrange it: charts drawn here, the same numbers as tables, and as a file.

use super::{Site, framed, organiser};
use crate::evaluation::{AT_ONCE, Bar, Comments, QUESTIONS, STEP, Tally, WIDTH, bars};
use crate::store;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use host::{Error, Organiser, Page, Visit};
use proto::account::Role;
use proto::{EventId, Language, Localised};
use serde::Serialize;

#[derive(Clone, Serialize)]
pub(super) struct ResultsPage {
    slug: String,
    title: Localised,
    answers: i64,
    /// Of how many anything is shown, and how many at a time.
    shown: i64,
    at_once: i64,
    /// Empty as long as there are too few answers.
    questions: Vec<Question>,
    /// What people have written can name somebody: it is for those who may see names.
    may_read: bool,
    comments: Vec<String>,
    /// Sees the pages beside it that only editors see.
    edits: bool,
}

#[derive(Clone, Serialize)]
struct Question {
    key: &'static str,
    bars: Vec<Bar>,
    width: i64,
    height: i64,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let webinar = organiser::seen(&site, &organiser, &slug).await?;
    let stored = store::evaluation::find(&site.host.db.read, webinar.id).await?;
    let organisers = site.organisers(&webinar).await?;
    let visit = framed(visit, &webinar, &organisers);
    let may_read = organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Reader);
    let edits = organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor);
    let page = ResultsPage { edits, ..ResultsPage::of(slug, webinar.event().title.clone(), stored, may_read) };
    let mut response = visit.page(&page);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The same as a table that spreadsheets open.
pub(super) async fn file(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let webinar = organiser::seen(&site, &organiser, &slug).await?;
    let stored = store::evaluation::find(&site.host.db.read, webinar.id).await?;
    let may_read = organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Reader);
    let results = ResultsPage::of(slug.clone(), webinar.event().title.clone(), stored, may_read);
    let word = |key: &str| site.host.text.word(visit.language, key, &[]);
    let heading = ["question", "answer", "count"].map(|part| word(&format!("webinar-results-{part}")));
    let mut rows: Vec<[String; 3]> = vec![heading];
    for question in &results.questions {
        for bar in &question.bars {
            let asked = word(&format!("webinar-evaluation-{}", question.key));
            rows.push([asked, word(&answer_key(question.key, bar.value)), bar.count.to_string()]);
        }
    }
    let comment = word("webinar-evaluation-comment");
    rows.extend(results.comments.iter().map(|written| [comment.clone(), written.clone(), "1".to_owned()]));
    let text = tables::write(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
    tracing::info!(event.id = %webinar.id, account.id = %organiser.account, "an evaluation was downloaded");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"vurdering-{slug}.csv\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, text).into_response())
}

fn answer_key(question: &str, value: &str) -> String {
    match question {
        "recommend" => format!("webinar-evaluation-recommend-{value}"),
        _ => format!("webinar-evaluation-scale-{value}"),
    }
}

impl ResultsPage {
    fn of(slug: String, title: Localised, stored: Option<store::evaluation::Model>, may_read: bool) -> Self {
        let (answers, shown, tally, comments) = match stored {
            Some(stored) => (stored.answers, stored.shown_answers, stored.shown_tally, stored.shown_comments),
            None => (0, 0, Tally::default(), Comments::default()),
        };
        let question = |&(key, possible): &(&'static str, &'static [&'static str])| {
            let bars = bars(&tally, key, possible);
            let height = STEP * i64::try_from(bars.len()).unwrap_or(0);
            Question { key, bars, width: WIDTH, height }
        };
        Self {
            slug,
            title,
            answers,
            shown,
            at_once: AT_ONCE,
            questions: if shown > 0 { QUESTIONS.iter().map(question).collect() } else { Vec::new() },
            may_read,
            comments: if may_read { comments.0 } else { Vec::new() },
            edits: may_read,
        }
    }
}

impl Page for ResultsPage {
    const TEMPLATE: &'static str = "webinar/results.html";

    fn samples() -> Vec<Self> {
        let counted = |pairs: &[(&str, i64)]| pairs.iter().map(|(value, n)| ((*value).to_owned(), *n)).collect();
        let tally = Tally(
            [
                ("useful".to_owned(), counted(&[("5", 31), ("4", 17), ("3", 4), ("1", 1)])),
                ("practical".to_owned(), counted(&[("5", 22), ("4", 20), ("2", 9)])),
                ("recommend".to_owned(), counted(&[("yes", 44), ("maybe", 6), ("no", 2)])),
            ]
            .into(),
        );
        let comments = Comments(vec!["=1+1".to_owned(), "<b>Meir tid</b> til spørsmål".to_owned()]);
        let title = Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]);
        let of = |answers: i64| store::evaluation::Model {
            event: uuid::Uuid::nil(),
            answers,
            tally: tally.clone(),
            comments: comments.clone(),
            shown_answers: answers - answers % AT_ONCE,
            shown_tally: tally.clone(),
            shown_comments: comments.clone(),
        };
        let sample = |stored, may_read| Self::of("tomme-lokale".to_owned(), title.clone(), stored, may_read);
        vec![sample(Some(of(53)), true), sample(Some(of(53)), false), sample(Some(of(4)), true), sample(None, true)]
    }
}
