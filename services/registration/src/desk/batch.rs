//! Decides everything that arrived while the batch before was being committed, in one transaction.

use crate::address;
use crate::desk::book::Book;
use crate::desk::errand::{Errand, Outcome, Refusal};
use crate::desk::loading::{Front, Need, load};
use crate::desk::recording::{Evidence, Recorded, record};
use crate::store::snapshot::Events;
use crate::store::standing::standing;
use crate::store::submission;
use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use host::Database;
use proto::{EventId, RegistrationId};
use sea_orm::{DbErr, RuntimeErr};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::timeout;
use uuid::Uuid;

/// What the desk is asked to do about one event.
#[derive(Clone, Debug)]
pub enum Order {
    Errand(Errand),
    /// To end the offers that have passed, fill what is free, and say whether sign-up is open.
    Tidy,
    /// To say what has not been said about the places.
    Say,
}

/// Why a batch was not decided.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The database cannot be reached, or not soon enough.
    Away(String),
    /// It refused something; another batch may fare better.
    Refused(DbErr),
}

impl Trouble {
    fn late(what: &str) -> Self {
        Self::Away(format!("it took too long to {what}"))
    }
}

impl From<DbErr> for Trouble {
    fn from(error: DbErr) -> Self {
        match is_about_the_errands(&error) {
            true => Self::Refused(error),
            false => Self::Away(error.to_string()),
        }
    }
}

/// Whether other errands may fare better: what was written did not suit the database. Otherwise it is busy or broken.
fn is_about_the_errands(error: &DbErr) -> bool {
    let (DbErr::Query(RuntimeErr::SqlxError(error)) | DbErr::Exec(RuntimeErr::SqlxError(error))) = error else {
        return !matches!(error, DbErr::Conn(_) | DbErr::ConnectionAcquire(_));
    };
    let Some(code) = error.as_database_error().and_then(|error| error.code()) else { return false };
    if code.len() == POSTGRES_CODE {
        // Bad data, broken constraints, deadlocks, limits. Not its time-outs, nor its shutting down.
        return ["22", "23", "40", "54"].iter().any(|class| code.starts_with(class));
    }
    // SQLite: not when it is busy, locked, out of memory, interrupted, cannot read or write, or the disk is full.
    let primary = code.parse::<u32>().map(|code| code & 0xff);
    primary.is_ok_and(|code| !matches!(code, 5 | 6 | 7 | 9 | 10 | 13))
}

/// The length of PostgreSQL's codes. SQLite's are numbers of at most four digits.
const POSTGRES_CODE: usize = 5;

/// How long a transaction may take to begin, to be filled, and to be committed. A connection that was cut off without a
/// word would otherwise be waited for as long as the network likes. Where one connection writes, the new programme of a
/// large conference is written before it begins.
const BEGIN: Duration = Duration::from_secs(3);
const DECIDE: Duration = Duration::from_secs(8);
const COMMIT: Duration = Duration::from_secs(5);

/// Decides a batch and keeps it. The outcomes, in the order of the orders, are true: they are committed.
pub(crate) async fn decide(
    bus: &Bus,
    db: &Database,
    events: &Events,
    orders: &[(EventId, &Order)],
) -> Result<Vec<Outcome>, Trouble> {
    for look_up in [false, true] {
        let begun = timeout(BEGIN, bus.begin()).await.map_err(|_elapsed| Trouble::late("begin"))?;
        let work = begun.map_err(|error| Trouble::Away(error.to_string()))?;
        let decided = timeout(DECIDE, decide_in(&work, events, orders, look_up)).await;
        match decided.map_err(|_elapsed| Trouble::late("decide"))?? {
            Some(Decided { outcomes, evidence }) => {
                let trouble = match timeout(COMMIT, work.commit()).await {
                    Ok(Ok(())) => return Ok(outcomes),
                    Ok(Err(error)) => Trouble::Away(error.to_string()),
                    Err(_elapsed) => Trouble::late("commit"),
                };
                // Nobody knows whether it was kept, so one has to look.
                return match timeout(BEGIN, evidence.is_there(&db.write)).await {
                    Ok(Ok(true)) => Ok(outcomes),
                    _ => Err(trouble),
                };
            }
            // A form or an address was known: once more, with what is known.
            None => work.rollback().await,
        }
    }
    Err(Trouble::Refused(DbErr::Custom("rows conflict with none that can be found".to_owned())))
}

/// What was decided and written, but not committed.
pub struct Decided {
    pub outcomes: Vec<Outcome>,
    pub evidence: Evidence,
}

/// Decides and writes within a transaction; nothing when a form or an address turned out to be known already.
pub async fn decide_in(
    work: &Work,
    events: &Events,
    orders: &[(EventId, &Order)],
    look_up: bool,
) -> Result<Option<Decided>, DbErr> {
    let needs = needs(orders, look_up, work.now);
    let mut books = load(&work.tx, events, &needs).await?;
    let verdicts: Vec<Verdict> = orders
        .iter()
        .map(|(event, order)| match books.iter_mut().find(|book| book.id() == *event) {
            Some(book) => book.decide(order, work.now),
            None => Verdict::Answer(Outcome::Refused(Refusal::UnknownEvent)),
        })
        .collect();
    // What is turned away is not written, so that nothing conflicts where the same form has been given a place before.
    if !look_up && any_known(work, orders, &verdicts).await? {
        return Ok(None);
    }
    let evidence = Evidence::of(&books);
    if record(work, &mut books).await? == Recorded::Conflict {
        return Ok(None);
    }
    let mut outcomes = Vec::with_capacity(verdicts.len());
    for verdict in verdicts {
        outcomes.push(match verdict {
            Verdict::Answer(outcome) => outcome,
            Verdict::Standing(id) => as_it_stands(work, id).await?,
        });
    }
    Ok(Some(Decided { outcomes, evidence }))
}

/// True when a form that is turned away has been answered before.
async fn any_known(work: &Work, orders: &[(EventId, &Order)], verdicts: &[Verdict]) -> Result<bool, DbErr> {
    let mut keys: BTreeMap<EventId, Vec<&str>> = BTreeMap::new();
    for ((event, order), verdict) in orders.iter().zip(verdicts) {
        if let (
            Order::Errand(Errand::SignUp(form) | Errand::SignUpInvited { form, .. }),
            Verdict::Answer(Outcome::Refused(_)),
        ) = (order, verdict)
        {
            keys.entry(*event).or_default().push(&form.key);
        }
    }
    for (event, keys) in keys {
        if !submission::with_keys(&work.tx, event, &keys).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn as_it_stands(work: &Work, id: RegistrationId) -> Result<Outcome, DbErr> {
    Ok(match standing(&work.tx, &work.vault, id).await? {
        Some(standing) => Outcome::Done(Box::new(standing)),
        None => Outcome::Refused(Refusal::UnknownRegistration),
    })
}

/// An answer, or whose registration is the answer once everything is written.
enum Verdict {
    Answer(Outcome),
    Standing(RegistrationId),
}

impl Book {
    fn decide(&mut self, order: &Order, now: DateTime<Utc>) -> Verdict {
        let mut new_id = Uuid::now_v7;
        let done = match order {
            Order::Errand(Errand::SignUp(form)) => return Verdict::Answer(self.sign_up(form, now, &mut new_id)),
            Order::Errand(Errand::SignUpInvited { form, invitation }) => {
                return Verdict::Answer(self.sign_up_invited(form, *invitation, now, &mut new_id));
            }
            Order::Errand(Errand::WalkIn(form)) => return Verdict::Answer(self.walk_in(form, now, &mut new_id)),
            Order::Errand(Errand::Add { form, by }) => {
                return Verdict::Answer(self.add_by_hand(form, *by, now, &mut new_id));
            }
            Order::Errand(Errand::Act { registration, act, by }) => self.act(*registration, act, *by, now, new_id()),
            Order::Errand(Errand::Withdraw { registration }) => self.withdraw(*registration, now),
            Order::Errand(Errand::LetGo { registration }) => self.let_go(*registration, now),
            Order::Errand(Errand::Change { registration, details }) => {
                self.change(*registration, details, now, new_id())
            }
            Order::Errand(Errand::HandOver { registration, to }) => self.hand_over(*registration, to, now, new_id()),
            Order::Errand(Errand::AcceptOffer { registration }) => self.accept(*registration, now),
            Order::Errand(Errand::DeclineOffer { registration }) => self.decline(*registration, now),
            Order::Errand(Errand::JoinSession { registration, session }) => {
                self.join_session(*registration, *session, now)
            }
            Order::Errand(Errand::Choose { registration, without }) => self.choose(*registration, without, now),
            Order::Tidy => {
                self.tidy(now);
                return Verdict::Answer(Outcome::SignedUp(Vec::new()));
            }
            // It is said whenever the book is kept.
            Order::Say => return Verdict::Answer(Outcome::SignedUp(Vec::new())),
        };
        self.tell();
        match done {
            Ok(id) => Verdict::Standing(id),
            Err(refusal) => Verdict::Answer(Outcome::Refused(refusal)),
        }
    }
}

/// What has to be loaded, by event and with their ids in order, so that two desks never wait for each other.
fn needs(orders: &[(EventId, &Order)], look_up: bool, now: DateTime<Utc>) -> Vec<(EventId, Need)> {
    let mut needs: BTreeMap<EventId, Need> = BTreeMap::new();
    for (event, order) in orders {
        let need = needs.entry(*event).or_default();
        let registration = match order {
            Order::Errand(
                Errand::SignUp(form)
                | Errand::SignUpInvited { form, .. }
                | Errand::WalkIn(form)
                | Errand::Add { form, .. },
            ) => {
                if let Order::Errand(Errand::SignUpInvited { invitation, .. }) = order {
                    need.invitations.push(invitation.0);
                }
                // Who is signed up already, or sends the same once more, is not turned away at the door because it is full.
                if look_up || !matches!(order, Order::Errand(Errand::SignUp(_) | Errand::SignUpInvited { .. })) {
                    need.keys.push(form.key.clone());
                    need.addresses.extend(form.party.iter().map(|person| address::normalised(&person.email)));
                }
                continue;
            }
            Order::Tidy => {
                need.lapsed_by = Some(now);
                need.queue = Front::Everybody;
                continue;
            }
            Order::Say => continue,
            Order::Errand(Errand::HandOver { registration, to }) => {
                if look_up {
                    need.addresses.push(address::normalised(&to.email));
                }
                registration
            }
            Order::Errand(
                Errand::Withdraw { registration }
                | Errand::LetGo { registration }
                | Errand::Change { registration, .. }
                | Errand::AcceptOffer { registration }
                | Errand::DeclineOffer { registration }
                | Errand::JoinSession { registration, .. }
                | Errand::Choose { registration, .. }
                | Errand::Act { registration, .. },
            ) => registration,
        };
        need.registrations.push(registration.0);
        need.queue = match need.queue {
            Front::Nobody => Front::Freed(1),
            Front::Freed(places) => Front::Freed(places + 1),
            Front::WithRoom | Front::Everybody => Front::Everybody,
        };
    }
    needs.into_iter().collect()
}
