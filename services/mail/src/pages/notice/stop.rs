//! `/arrangor/brev/{slug}/meldingar/{id}/stopp`: asks before a message that is on its way is stopped, with who has it by now.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Page, Visit};
use proto::{Language, Localised};
use serde::Serialize;

use super::list::Counts;
use super::one::{became, left, skipped};
use super::{Known, private};
use crate::notice::State as Stage;
use crate::pages::Site;

#[derive(Debug, Serialize)]
pub(in crate::pages) struct StopNoticePage {
    title: Localised,
    letters: String,
    /// Of the message.
    path: String,
    subject: Localised,
    revision: i64,
    counts: Counts,
    /// How many it may reach yet.
    left: u64,
    skipped: Vec<(&'static str, i64)>,
}

pub(in crate::pages) async fn get(
    State(site): State<Site>,
    known: Known,
    Path((_, id)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Error> {
    let row = known.notice(&site, &id).await?;
    let own = became(&site, &row).await?;
    let left = left(&site, &row).await?;
    let path = format!("{}/{}", known.path(), row.id);
    if row.state != Stage::Released || left == 0 {
        return Ok(visit.with_cookies(Redirect::to(&path).into_response()));
    }
    let page = StopNoticePage {
        title: known.event.title.clone(),
        letters: known.letters(),
        path,
        subject: row.notice()?.subject,
        revision: row.revision,
        counts: Counts::of(row.chosen, own.iter()),
        left,
        skipped: skipped(&own),
    };
    Ok(private(known.framed(visit).page(&page)))
}

impl Page for StopNoticePage {
    const TEMPLATE: &'static str = "mail/notice_stop.html";

    fn samples() -> Vec<Self> {
        vec![Self {
            title: crate::letters::About::sample().title,
            letters: "/arrangor/brev/tomme-lokale".to_owned(),
            path: "/arrangor/brev/tomme-lokale/meldingar/7".to_owned(),
            subject: Localised::from([(Language::Nn, "Hugs gode sko & <regnklede>")]),
            revision: 3,
            counts: Counts { chosen: 1_250, planned: 411, sent: 830, trouble: 4, skipped: 5 },
            left: 411,
            skipped: vec![("withdrawn", 5)],
        }]
    }
}
