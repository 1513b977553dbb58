//! `/pamelding/{slug}/takk`: tells where somebody stands, by what the address of the page says under seal.
//!
//! Nothing is looked up, so the page knows no more than the answer that led to it, and tells the same to somebody who
//! typed another person's address. There is no link on it either; that goes only by e-mail.

use super::event::{EventView, Known};
use crate::app::App;
use crate::desk::errand::Placed;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Error, Keys, Page, Visit};
use proto::event::WaitingMode;
use proto::registration::{ClaimState, State as Standing};
use proto::{EventId, Localised, PoolId};
use serde::{Deserialize, Serialize};

const DOMAIN: &str = "registration/receipt";
/// After this the page only says that the form was received.
const LIFETIME: TimeDelta = TimeDelta::hours(1);

/// What a receipt tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Receipt {
    at: DateTime<Utc>,
    admitted: bool,
    position: Option<u32>,
    people: usize,
    choices: Vec<(PoolId, bool)>,
}

impl Receipt {
    pub(crate) fn of(known: &Known, placed: &[Placed], now: DateTime<Utc>) -> Self {
        let first = placed.first();
        let is_choice = |id: PoolId| known.event.choices().any(|pool| pool.id == id);
        Self {
            at: now,
            admitted: first.is_some_and(|placed| placed.state == Standing::Admitted),
            position: first.and_then(|placed| placed.position),
            people: placed.len().max(1),
            choices: first
                .into_iter()
                .flat_map(|placed| &placed.choices)
                .filter(|claim| is_choice(claim.pool_id) && claim.state != ClaimState::Released)
                .map(|claim| (claim.pool_id, claim.state == ClaimState::Held))
                .collect(),
        }
    }

    /// As it stands in an address.
    pub(crate) fn seal(&self, keys: &Keys, event: EventId) -> String {
        let choices: Vec<String> = self
            .choices
            .iter()
            .map(|(pool, held)| format!("{}{}", if *held { 'h' } else { 'w' }, pool.0.simple()))
            .collect();
        let said = format!(
            "{}~{}~{}~{}~{}",
            self.at.timestamp(),
            if self.admitted { 'a' } else { 'w' },
            self.position.unwrap_or_default(),
            self.people,
            choices.join("_")
        );
        let mac = keys.sign(DOMAIN, format!("{event}~{said}").as_bytes());
        format!("{said}~{}", hex(&mac))
    }

    /// What an address says, if we wrote it for this event.
    pub(crate) fn open(sealed: &str, keys: &Keys, event: EventId) -> Option<Self> {
        let (said, mac) = sealed.rsplit_once('~')?;
        if !keys.verify(DOMAIN, format!("{event}~{said}").as_bytes(), &unhex(mac)?) {
            return None;
        }
        let parts: Vec<&str> = said.split('~').collect();
        let [at, state, position, people, choices] = parts.as_slice() else { return None };
        let choice = |text: &str| Some((PoolId(text.get(1..)?.parse().ok()?), text.starts_with('h')));
        Some(Self {
            at: DateTime::from_timestamp(at.parse().ok()?, 0)?,
            admitted: *state == "a",
            position: position.parse().ok().filter(|position| *position > 0),
            people: people.parse().ok()?,
            choices: choices.split('_').filter(|text| !text.is_empty()).map(choice).collect::<Option<_>>()?,
        })
    }
}

/// Half the MAC is far beyond guessing, but whole it can be checked as it is.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    (0..32).map(|n| u8::from_str_radix(text.get(n * 2..n * 2 + 2)?, 16).ok()).collect()
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ReceiptPage {
    pub(crate) event: EventView,
    pub(crate) state: &'static str,
    pub(crate) position: Option<u32>,
    pub(crate) people: usize,
    /// Places are offered to those who wait, and have to be accepted in time.
    pub(crate) offers: bool,
    pub(crate) choices: Vec<ChosenView>,
}

/// Something chosen, and what became of it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChosenView {
    pub(crate) label: Localised,
    pub(crate) state: &'static str,
}

impl ReceiptPage {
    pub(crate) fn new(known: &Known, receipt: &Receipt, now: DateTime<Utc>) -> Self {
        let offers = matches!(known.event.sign_up.waiting_list.mode, WaitingMode::Offer { .. });
        if now - receipt.at > LIFETIME {
            let (event, choices) = (known.view(), Vec::new());
            return Self { event, state: "received", position: None, people: 1, offers, choices };
        }
        let chosen = |pool: &proto::event::Pool| {
            let (_, held) = receipt.choices.iter().find(|(id, _)| *id == pool.id)?;
            Some(ChosenView { label: pool.label.clone(), state: if *held { "held" } else { "waiting" } })
        };
        Self {
            event: known.view(),
            state: if receipt.admitted { "admitted" } else { "waiting" },
            position: receipt.position.filter(|_| !receipt.admitted),
            people: receipt.people,
            offers,
            choices: known.event.choices().filter_map(chosen).collect(),
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Sealed {
    #[serde(default)]
    k: String,
}

pub(crate) async fn get(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    Query(sealed): Query<Sealed>,
) -> Result<Response, Error> {
    let known = Known::with_slug(&app.host.db.read, &slug).await?.ok_or(Error::NotFound)?;
    let visit = known.answers_for(visit);
    Ok(match Receipt::open(&sealed.k, &app.host.keys, known.event.id) {
        Some(receipt) => visit.page(&ReceiptPage::new(&known, &receipt, visit.now)),
        None => visit.with_cookies(Redirect::to(&format!("/pamelding/{slug}")).into_response()),
    })
}

impl Page for ReceiptPage {
    const TEMPLATE: &'static str = "registration/receipt.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let now = known.event.starts_at;
        let choices: Vec<(PoolId, bool)> =
            (0..).zip(known.event.choices()).map(|(n, pool)| (pool.id, n == 0)).collect();
        let alone = Receipt { at: now, admitted: true, position: None, people: 1, choices };
        let party = Receipt { people: 3, choices: Vec::new(), ..alone.clone() };
        let waiting = Receipt { admitted: false, position: Some(7), choices: Vec::new(), ..alone.clone() };
        let old = Receipt { at: now - TimeDelta::days(2), ..alone.clone() };
        let mut pages: Vec<Self> =
            [alone, party, waiting.clone(), old].iter().map(|receipt| Self::new(&known, receipt, now)).collect();
        let direct = pages.iter().map(|page| page.offers).next().unwrap_or_default();
        pages.push(Self { offers: !direct, ..Self::new(&known, &waiting, now) });
        pages
    }
}

#[cfg(test)]
mod tests {
    use super::Receipt;
    use chrono::DateTime;
    use host::Keys;
    use proto::{EventId, PoolId};
    use uuid::Uuid;

    #[test]
    fn a_receipt_says_what_was_sealed_and_cannot_be_made_up() {
        let keys = Keys::new(b"secret");
        let event = EventId(Uuid::now_v7());
        let receipt = Receipt {
            at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            admitted: false,
            position: Some(3),
            people: 2,
            choices: vec![(PoolId(Uuid::now_v7()), true), (PoolId(Uuid::now_v7()), false)],
        };
        let sealed = receipt.seal(&keys, event);
        assert_eq!(Receipt::open(&sealed, &keys, event), Some(receipt));
        assert_eq!(Receipt::open(&sealed, &keys, EventId(Uuid::now_v7())), None);
        assert_eq!(Receipt::open(&sealed.replacen("~w~", "~a~", 1), &keys, event), None);
        for wrong in ["", "~", "1~a~0~1~~00", &"~".repeat(500), &format!("{}é", &sealed[..sealed.len() - 2])] {
            assert_eq!(Receipt::open(wrong, &keys, event), None);
        }
        assert!(sealed.bytes().all(|b| b.is_ascii_alphanumeric() || b"~_-".contains(&b)));
    }
}
