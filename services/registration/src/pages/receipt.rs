//! `/pamelding/{slug}/takk`: tells where somebody stands, by what the address of the page says under seal.
//!
//! Nothing is looked up, so the page knows no more than the answer that led to it, and tells the same to somebody who
//! typed another person's address. There is no link on it either; that goes only by e-mail.

use super::choices::{self, word};
use super::event::{EventView, Known};
use crate::app::App;
use crate::desk::errand::Placed;
use crate::places::forms;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Error, Keys, Page, Visit};
use proto::event::{self, Event, Form, WaitingMode};
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
    stands: Stands,
    position: Option<u32>,
    people: usize,
    form: Option<Form>,
    choices: Vec<Got>,
}

/// Where those stand who signed up together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Admitted,
    Waiting,
    /// The organisers are to decide.
    Undecided,
}

impl Stands {
    const ALL: [Self; 3] = [Self::Admitted, Self::Waiting, Self::Undecided];

    /// The letter in an address.
    const fn letter(self) -> &'static str {
        match self {
            Self::Admitted => "a",
            Self::Waiting => "w",
            Self::Undecided => "u",
        }
    }

    /// The end of the key of its words.
    const fn word(self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::Waiting => "waiting",
            Self::Undecided => "undecided",
        }
    }
}

/// What became of something that was chosen: for how many of those who signed up together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Got {
    pool: PoolId,
    held: u32,
    waiting: u32,
}

impl Receipt {
    pub(crate) fn of(event: &Event, placed: &[Placed], now: DateTime<Utc>) -> Self {
        let first = placed.first();
        let claims = || placed.iter().flat_map(|placed| &placed.choices);
        let got = |pool: &event::Pool| {
            let count = |state| claims().filter(|claim| claim.pool_id == pool.id && claim.state == state).count();
            let people = |state| u32::try_from(count(state)).unwrap_or(u32::MAX);
            let got = Got { pool: pool.id, held: people(ClaimState::Held), waiting: people(ClaimState::Waiting) };
            (got.held + got.waiting > 0).then_some(got)
        };
        Self {
            at: now,
            stands: match first {
                Some(placed) if placed.undecided => Stands::Undecided,
                Some(placed) if placed.state == Standing::Admitted => Stands::Admitted,
                _ => Stands::Waiting,
            },
            position: first.and_then(|placed| placed.position),
            people: placed.len().max(1),
            // Where there is but one way, it is no news.
            form: first.and_then(|placed| placed.form).filter(|_| forms(event).len() > 1),
            choices: event.choices().filter_map(got).collect(),
        }
    }

    /// As it stands in an address.
    pub(crate) fn seal(&self, keys: &Keys, event: EventId) -> String {
        // No letter of these is one of an id.
        let sealed = |got: &Got| format!("{}h{}w{}", got.held, got.waiting, got.pool.0.simple());
        let choices: Vec<String> = self.choices.iter().map(sealed).collect();
        let said = format!(
            "{}~{}~{}~{}~{}~{}",
            self.at.timestamp(),
            self.stands.letter(),
            self.position.unwrap_or_default(),
            self.people,
            self.form.map(word).unwrap_or_default(),
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
        let [at, state, position, people, form, choices] = parts.as_slice() else { return None };
        let got = |text: &str| {
            let (held, rest) = text.split_once('h')?;
            let (waiting, pool) = rest.split_once('w')?;
            Some(Got { pool: pool.parse().ok()?, held: held.parse().ok()?, waiting: waiting.parse().ok()? })
        };
        Some(Self {
            at: DateTime::from_timestamp(at.parse().ok()?, 0)?,
            stands: Stands::ALL.into_iter().find(|stands| stands.letter() == *state)?,
            position: position.parse().ok().filter(|position| *position > 0),
            people: people.parse().ok()?,
            form: choices::form(form),
            choices: choices.split('_').filter(|text| !text.is_empty()).map(got).collect::<Option<_>>()?,
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
    /// How they take part, where there is a choice.
    pub(crate) form: Option<&'static str>,
    pub(crate) choices: Vec<GotView>,
}

/// Something chosen, and what became of it: for how many there is a place, and how many wait.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GotView {
    pub(crate) label: Localised,
    pub(crate) starts_at: Option<DateTime<Utc>>,
    pub(crate) ends_at: Option<DateTime<Utc>>,
    pub(crate) room: Option<Localised>,
    pub(crate) held: u32,
    pub(crate) waiting: u32,
}

impl ReceiptPage {
    pub(crate) fn new(known: &Known, receipt: &Receipt, now: DateTime<Utc>) -> Self {
        let offers = matches!(known.event.sign_up.waiting_list.mode, WaitingMode::Offer { .. });
        if now - receipt.at > LIFETIME {
            let (event, choices) = (known.view(), Vec::new());
            return Self { event, state: "received", position: None, people: 1, offers, form: None, choices };
        }
        let chosen = |pool: &event::Pool| {
            let got = receipt.choices.iter().find(|got| got.pool == pool.id)?;
            Some(GotView {
                label: pool.label.clone(),
                starts_at: pool.starts_at,
                ends_at: pool.ends_at,
                room: pool.room.clone(),
                held: got.held,
                waiting: got.waiting,
            })
        };
        Self {
            event: known.view(),
            state: receipt.stands.word(),
            position: receipt.position.filter(|_| receipt.stands == Stands::Waiting),
            people: receipt.people,
            offers,
            form: receipt.form.map(word),
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
    let known = Known::with_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
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
        let got = |people: u32, known: &Known| -> Vec<Got> {
            let got = |(n, pool): (u32, &event::Pool)| {
                let held = if n == 0 { people } else { people / 2 };
                Got { pool: pool.id, held, waiting: people - held }
            };
            (0..).zip(known.event.choices()).map(got).collect()
        };
        let choices = got(1, &known);
        let alone = Receipt { at: now, stands: Stands::Admitted, position: None, people: 1, form: None, choices };
        let party = Receipt { people: 3, choices: got(3, &known), ..alone.clone() };
        let waiting = Receipt { stands: Stands::Waiting, position: Some(7), choices: Vec::new(), ..alone.clone() };
        let old = Receipt { at: now - TimeDelta::days(2), ..alone.clone() };
        let undecided = Receipt { stands: Stands::Undecided, choices: got(1, &known), ..alone.clone() };
        let mut pages: Vec<Self> = [alone.clone(), party, waiting.clone(), undecided, old]
            .iter()
            .map(|receipt| Self::new(&known, receipt, now))
            .collect();
        let programme = super::sample::programme();
        let chosen = got(1, &programme);
        for form in [Form::InPerson, Form::Online] {
            let receipt = Receipt { form: Some(form), choices: chosen.clone(), ..alone.clone() };
            pages.push(Self::new(&programme, &receipt, now));
        }
        let direct = pages.iter().map(|page| page.offers).next().unwrap_or_default();
        pages.push(Self { offers: !direct, ..Self::new(&known, &waiting, now) });
        pages
    }
}

#[cfg(test)]
mod tests {
    use super::{Got, Receipt, Stands};
    use chrono::DateTime;
    use host::Keys;
    use proto::event::Form;
    use proto::{EventId, PoolId};
    use uuid::Uuid;

    #[test]
    fn a_receipt_says_what_was_sealed_and_cannot_be_made_up() {
        let keys = Keys::new(b"secret");
        let event = EventId(Uuid::now_v7());
        let receipt = Receipt {
            at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            stands: Stands::Waiting,
            position: Some(3),
            people: 2,
            form: Some(Form::InPerson),
            choices: vec![
                Got { pool: PoolId(Uuid::now_v7()), held: 2, waiting: 0 },
                Got { pool: PoolId(Uuid::now_v7()), held: 1, waiting: 1 },
            ],
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
