//! `/arrangor/pameldingar/{slug}/innsyn`: who has seen, taken out and noted what about people, and receipts of what was deleted.
//! For those who answer for the event; nobody who took part is named here.

use super::event::{EventView, Known};
use crate::app::App;
use crate::erasure::{Ahead, What, ahead};
use crate::store::audit;
use crate::store::erasure::{self, Receipt};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Organiser, Page, Visit};
use proto::Localised;
use proto::account::Role;
use proto::event::Event;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

/// Lines of each table.
const ON_A_PAGE: u64 = 50;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct InsightPage {
    event: EventView,
    /// Where the portal tells whose an account is; absent for those who may not see that.
    accounts: Option<String>,
    /// What will be deleted when.
    ahead: Vec<AheadView>,
    looks: Vec<LookView>,
    looks_found: u64,
    looks_page: u64,
    looks_pages: u64,
    receipts: Vec<ReceiptView>,
    receipts_page: u64,
    receipts_pages: u64,
}

#[derive(Clone, Debug, Serialize)]
struct LookView {
    at: DateTime<Utc>,
    account: Uuid,
    /// Enough of the id to tell accounts apart.
    short: String,
    own: bool,
    action: String,
    people: i32,
}

impl LookView {
    fn of(row: &audit::Model, own: Uuid) -> Self {
        Self {
            at: row.at,
            account: row.account_id,
            // The first half of an id is the time it was made.
            short: row.account_id.simple().to_string().split_off(24),
            own: row.account_id == own,
            action: row.action.word(),
            people: row.people,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct ReceiptView {
    at: DateTime<Utc>,
    why: &'static str,
    /// What the question is called now, or its key when the form has it no more.
    label: Option<Localised>,
    key: Option<String>,
    amount: i64,
}

/// Something that will be deleted.
#[derive(Clone, Debug, Serialize)]
pub(super) struct AheadView {
    at: DateTime<Utc>,
    /// The question whose answers it is.
    label: Option<Localised>,
    word: &'static str,
}

impl AheadView {
    /// What is still to be deleted of an event.
    pub(super) fn all(known: &Known, now: DateTime<Utc>) -> Vec<Self> {
        let days = known.organisation.as_ref().map(|organisation| organisation.retention_days);
        let view = |one: Ahead<'_>| {
            let (label, word) = match one.what {
                What::Answers(question) => (Some(question.label.clone()), "answers"),
                What::Unplaced => (None, "unplaced"),
                What::Everybody => (None, "everybody"),
            };
            Self { at: one.at, label, word }
        };
        ahead(&known.event, days, now).into_iter().map(view).collect()
    }
}

impl ReceiptView {
    fn of(receipt: Receipt, event: &Event) -> Self {
        let asks = |key: &String| event.sign_up.questions.iter().find(|question| question.key == *key);
        Self {
            at: receipt.erased_at,
            why: receipt.why.word(),
            label: receipt.question.as_ref().and_then(asks).map(|question| question.label.clone()),
            key: receipt.question,
            amount: receipt.amount,
        }
    }
}

/// Which pages of the two tables, from 1.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    side: String,
    sletta: String,
}

fn page(typed: &str) -> u64 {
    typed.parse().unwrap_or(1).clamp(1, 10_000)
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let known = Known::with_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
    let event = &known.event;
    if !organiser.may_at(event.id, &event.organisation, Role::Owner) {
        return Err(Error::NotFound);
    }
    let (looks_page, receipts_page) = (page(&asked.side), page(&asked.sletta));
    let db = &app.host.db.read;
    let (looks, looks_found) = audit::of_event_in_pages(db, event.id, looks_page - 1, ON_A_PAGE).await?;
    let (receipts, receipts_found) = erasure::of_event(db, event.id, receipts_page - 1, ON_A_PAGE).await?;
    let accounts = organiser.may(&event.organisation, Role::Owner);
    let visit = known.answers_for(visit);
    Ok(visit.page(&InsightPage {
        event: known.view(),
        ahead: AheadView::all(&known, visit.now),
        accounts: accounts.then(|| format!("/arrangor/organisasjon/{}/tilgang", event.organisation)),
        looks: looks.iter().map(|row| LookView::of(row, organiser.account.0)).collect(),
        looks_found,
        looks_page,
        looks_pages: looks_found.div_ceil(ON_A_PAGE).max(1),
        receipts: receipts.into_iter().map(|receipt| ReceiptView::of(receipt, event)).collect(),
        receipts_page,
        receipts_pages: receipts_found.div_ceil(ON_A_PAGE).max(1),
    }))
}

impl Page for InsightPage {
    const TEMPLATE: &'static str = "registration/insight.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let at = known.event.starts_at;
        let look = |number: u128, action: &str, people| LookView {
            at,
            account: Uuid::from_u128(number),
            short: format!("{number:08x}"),
            own: number == 1,
            action: action.to_owned(),
            people,
        };
        let asks = known.event.sign_up.questions.first();
        let receipt = |why, label: Option<Localised>, key: Option<&str>, amount| ReceiptView {
            at,
            why,
            label,
            key: key.map(str::to_owned),
            amount,
        };
        let full = Self {
            event: known.view(),
            ahead: AheadView::all(&known, at),
            accounts: Some("/arrangor/organisasjon/distriktssenteret/tilgang".to_owned()),
            looks: ACTIONS.iter().zip(1..).map(|(action, number)| look(number, action, 100)).collect(),
            looks_found: 120,
            looks_page: 2,
            looks_pages: 3,
            receipts: vec![
                receipt("question", asks.map(|question| question.label.clone()), Some("mat"), 48),
                receipt("question", None, Some("ein-svaert-lang-nykel-som-ikkje-finst-lenger\"><script>"), 1),
                receipt("unplaced", None, None, 12),
                receipt("retention", None, None, 200),
                receipt("person", None, None, 1),
                receipt("organiser", None, None, 1),
            ],
            receipts_page: 1,
            receipts_pages: 2,
        };
        let of_the_event_alone = Self { accounts: None, ..full.clone() };
        let empty = Self {
            ahead: Vec::new(),
            looks: Vec::new(),
            looks_found: 0,
            looks_page: 1,
            looks_pages: 1,
            receipts: Vec::new(),
            receipts_pages: 1,
            ..full.clone()
        };
        vec![full, of_the_event_alone, empty]
    }
}

/// The words of everything that is noted, each of which the page must be able to say.
const ACTIONS: &[&str] = &[
    "approved",
    "declined",
    "list",
    "search",
    "attended",
    "not_attended",
    "person",
    "sensitive",
    "export",
    "archive",
    "badges",
    "needs",
    "needs_export",
    "note",
    "note_deleted",
    "let_in",
    "signed_off",
    "gave_place",
    "moved",
    "link_sent",
    "added",
];
