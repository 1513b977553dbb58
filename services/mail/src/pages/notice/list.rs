//! `/arrangor/brev/{slug}/meldingar`: the messages of an event.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use host::{Error, Page, Visit};
use proto::Localised;
use serde::{Deserialize, Serialize};

use super::{Audience, Known, private};
use crate::notice::State as Stage;
use crate::pages::Site;
use crate::purpose::{Purpose, State as Fate};
use crate::store::letter::{self, OfRule};
use crate::store::notice;

#[derive(Debug, Serialize)]
pub(in crate::pages) struct ListPage {
    title: Localised,
    /// The page of the event's letters.
    letters: String,
    path: String,
    timezone: Tz,
    notices: Vec<Row>,
    may_write: bool,
    done: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Row {
    path: String,
    subject: Localised,
    to: Audience,
    state: &'static str,
    /// When it was stopped or let go, or will be.
    at: Option<DateTime<Utc>>,
    counts: Counts,
}

/// What has become of the letters of one message.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(super) struct Counts {
    pub(super) chosen: i64,
    pub(super) planned: i64,
    pub(super) sent: i64,
    pub(super) trouble: i64,
    pub(super) skipped: i64,
}

impl Counts {
    pub(super) fn of<'a>(chosen: Option<i64>, letters: impl Iterator<Item = &'a OfRule>) -> Self {
        let mut counts = Self { chosen: chosen.unwrap_or_default(), ..Self::default() };
        for of_rule in letters {
            let count = match of_rule.state {
                Fate::Pending | Fate::Leased | Fate::DotWritten | Fate::Deferred => &mut counts.planned,
                Fate::Sent => &mut counts.sent,
                Fate::Failed | Fate::Uncertain => &mut counts.trouble,
                Fate::Withdrawn => &mut counts.skipped,
            };
            *count += of_rule.count;
        }
        counts
    }
}

/// What the address says besides.
#[derive(Deserialize)]
pub(in crate::pages) struct Asked {
    gjort: Option<String>,
}

pub(in crate::pages) async fn get(
    State(site): State<Site>,
    known: Known,
    Query(asked): Query<Asked>,
    visit: Visit,
) -> Result<Response, Error> {
    let db = &site.mail.host.db.read;
    let rows = notice::of_event(db, known.event.id).await?;
    let mut letters: BTreeMap<String, Vec<OfRule>> = BTreeMap::new();
    for of_rule in letter::by_rule(db, known.event.id, &[Purpose::Notice]).await? {
        letters.entry(of_rule.rule.clone()).or_default().push(of_rule);
    }
    let mut notices = Vec::with_capacity(rows.len());
    for row in rows {
        let written = row.notice()?;
        notices.push(Row {
            path: format!("{}/{}", known.path(), row.id),
            to: Audience::of(&written, &known.event),
            subject: written.subject,
            state: row.state.word(),
            at: row.at(),
            counts: Counts::of(row.chosen, letters.get(&row.rule()).into_iter().flatten()),
        });
    }
    let page = ListPage {
        title: known.event.title.clone(),
        letters: known.letters(),
        path: known.path(),
        timezone: known.event.timezone,
        notices,
        may_write: !known.cancelled,
        done: (asked.gjort.as_deref() == Some("deleted")).then_some("deleted"),
    };
    Ok(private(known.framed(visit).page(&page)))
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "mail/notices.html";

    fn samples() -> Vec<Self> {
        let about = crate::letters::About::sample();
        let path = "/arrangor/brev/tomme-lokale/meldingar".to_owned();
        let row = |stage: Stage, at| Row {
            path: format!("{path}/7"),
            subject: Localised::from([(proto::Language::Nn, "Hugs gode sko & <regnklede>")]),
            to: Audience { standings: vec!["admitted", "offered"], form: Some("in_person"), ..Audience::default() },
            state: stage.word(),
            at,
            counts: Counts::default(),
        };
        let counts = Counts { chosen: 1_250, planned: 10, sent: 1_230, trouble: 4, skipped: 6 };
        let at = Some(about.starts_at);
        let full = vec![
            row(Stage::Held, None),
            row(Stage::Scheduled, at),
            Row { counts, ..row(Stage::Released, at) },
            Row { subject: Localised::default(), ..row(Stage::Held, None) },
        ];
        let page = |notices| Self {
            title: about.title.clone(),
            letters: "/arrangor/brev/tomme-lokale".to_owned(),
            path: path.clone(),
            timezone: about.timezone,
            notices,
            may_write: true,
            done: None,
        };
        let cancelled = Self { may_write: false, ..page(Vec::new()) };
        vec![page(full), page(Vec::new()), cancelled, Self { done: Some("deleted"), ..page(Vec::new()) }]
    }
}
