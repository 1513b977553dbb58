//! What is done with a message: tried out, let go now or at a time, held, taken back for good, or stopped on the way.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use bus::Work;
use host::{Error, FieldError, Fields, Organiser, Visit};
use proto::Language;

use super::{Known, one};
use crate::notice::{self, TypedTime};
use crate::pages::{Site, trial};
use crate::planning::TrialOf;
use crate::releasing::{self, Released, Stopped};
use crate::store;

pub(in crate::pages) async fn post(
    State(site): State<Site>,
    known: Known,
    Path((_, id)): Path<(String, String)>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let row = known.notice(&site, &id).await?;
    let seen = fields.get("revision").and_then(|revision| revision.parse::<i64>().ok()).unwrap_or_default();
    let get = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    let typed = TypedTime { day: get("day-day"), month: get("day-month"), year: get("day-year"), clock: get("clock") };
    if fields.switches_language() {
        return one::untimely(&site, &known, &row, &organiser, visit, (typed, Vec::new())).await;
    }
    let work = site.bus.begin().await?;
    let done = match fields.get("do") {
        Some("try") => try_out(&work, &known, &row, &organiser).await?,
        Some("release") => match releasing::release(&work, &site.mail, row.id, Some(seen)).await? {
            Released::To(_) => "released",
            Released::Otherwise => "otherwise",
            Released::Lacking => "lacking",
        },
        Some("stop") => match releasing::stop(&work, row.id, seen, organiser.account).await? {
            Stopped::Before(_) => "stopped",
            Stopped::TooLate => "gone",
            Stopped::Otherwise => "otherwise",
        },
        Some("schedule") => match held(&work, &row, seen).await? {
            None => "otherwise",
            Some(row) if !notice::lacks(&row.notice()?, &known.event, known.cancelled).is_empty() => "lacking",
            Some(row) => match typed.time(known.event.timezone, work.now) {
                Ok(at) => {
                    let at = notice::due(row.any_hour, known.event.timezone, at);
                    store::notice::schedule(&work.tx, &row, Some(at), organiser.account, work.now).await?;
                    "scheduled"
                }
                Err(untimely) => {
                    work.rollback().await;
                    let key = ["mail-notice-untimely-", untimely.word()].concat();
                    let words = site.mail.host.text.word(visit.language, &key, &[]);
                    let errors = vec![FieldError::new(untimely.field(), words)];
                    return one::untimely(&site, &known, &row, &organiser, visit, (typed, errors)).await;
                }
            },
        },
        Some("hold") => match held(&work, &row, seen).await? {
            Some(row) => {
                store::notice::schedule(&work.tx, &row, None, organiser.account, work.now).await?;
                "held"
            }
            None => "otherwise",
        },
        Some("delete") => match held(&work, &row, seen).await? {
            Some(row) => {
                store::notice::delete(&work.tx, row.id).await?;
                "deleted"
            }
            None => "otherwise",
        },
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    work.commit().await?;
    site.mail.wake.notify_one();
    tracing::info!(notice.id = %row.id, event.id = %known.event.id, account.id = %organiser.account, done, "something was done with a message");
    let target = match done {
        "deleted" => format!("{}?gjort=deleted", known.path()),
        done => format!("{}/{}?gjort={done}", known.path(), row.id),
    };
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

/// The message, if it is as somebody has seen it and has not gone.
async fn held(work: &Work, row: &store::notice::Model, seen: i64) -> Result<Option<store::notice::Model>, Error> {
    let row = store::notice::held(&work.tx, row.id).await?;
    Ok(row.filter(|row| !row.state.has_gone() && row.revision == seen))
}

/// Sends the letter to the organiser, once in each language in which it is written.
async fn try_out(
    work: &Work,
    known: &Known,
    row: &store::notice::Model,
    organiser: &Organiser,
) -> Result<&'static str, Error> {
    let written = row.notice()?;
    let languages = Language::ALL.into_iter().filter(|language| written.text.0.contains_key(language)).collect();
    trial::send(work, known, organiser, (&TrialOf::Notice(row.id), &row.rule()), languages).await
}
