//! Takes in what operators write: networks, gatherings, lists of municipalities. All of a file, or nothing.

mod of_network;

pub use of_network::{ImportedNetwork, import_network, members_file};

use crate::gathering_file::{Filed, GATHERING, filed};
use crate::network::{MemberAsOf, as_of};
use crate::publishing::{Publishing, delegation, publish};
use crate::store::{self, holder, network};
use crate::{NAME, acting, following, klass};
use bus::{Bus, Carrier, Work};
use chrono::NaiveDate;
use event_file::{Known, Problem, Published, read, slug_of};
use host::Host;
use proto::event::{EventCancelled, EventPublished};
use proto::{EventId, Language, PoolId};
use sea_orm::DbErr;
use uuid::Uuid;

/// What importing a gathering has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub event: EventId,
    pub slug: String,
    pub facts: Facts,
    /// Members that were not expected before and are now.
    pub delegations: usize,
}

/// What became of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facts {
    /// It is published for the first time.
    New,
    /// A new revision is published.
    Changed { revision: u32 },
    /// Only what holds for delegations is another; those that are there keep their seats.
    Quiet,
    /// It is cancelled; everybody who signed up is told.
    Cancelled,
    /// All of it was known.
    Unchanged,
}

/// What importing a list of municipalities has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedMunicipalities {
    pub listed: usize,
    pub changed: usize,
    /// Numbers whose names have lost letters in the list. The names that were known stay.
    pub damaged: Vec<String>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// In the order of the file.
    #[error("the file has {} problem(s)", .0.len())]
    Problems(Vec<Problem>),
    #[error("the database of gatherings cannot be written")]
    Database(#[from] DbErr),
}

/// Publishes what an event file says, or tells everything that is wrong with it. `file` is its name in what is told.
///
/// Members of the network on the day of the gathering get their seats; nobody is written to before an organiser says so.
pub async fn import(host: &Host, text: &str, file: &str) -> Result<Imported, ImportError> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    match take_in(&work, text, file).await {
        Ok(imported) => {
            work.commit().await?;
            tracing::info!(event.slug = imported.slug, "imported an event file");
            Ok(imported)
        }
        Err(error) => {
            work.rollback().await;
            Err(error)
        }
    }
}

pub(crate) async fn take_in(work: &Work, text: &str, file: &str) -> Result<Imported, ImportError> {
    let stored = match slug_of(text) {
        Some(slug) => store::gathering::to_change(&work.tx, &slug).await?,
        None => None,
    };
    let network = match network_of(text) {
        Some(slug) => network::find(&work.tx, &slug).await?,
        None => None,
    };
    let organisations = store::organisation::all(&work.tx).await?;
    let published = stored
        .as_ref()
        .map(|gathering| Published { organisation: &gathering.organisation, cancelled: gathering.cancelled });
    let known = Known { organisations: &organisations, published, now: work.now };
    let members = network.as_ref().map(|network| network.members.0.as_slice());
    let read = read(text, file, &known, &GATHERING, |reading, section, times| {
        let filed = filed(reading, section, times, members)?;
        if filed.network.is_empty() {
            return Some((filed, 0));
        }
        let day = times.starts_at?.value.with_timezone(&times.zone?).date_naive();
        let invited = as_of(members?, day).into_iter().filter(|as_of| filed.rules.invites(&as_of.member.key));
        let seats: u32 = invited.map(|as_of| filed.rules.seats(&as_of.member.key)).sum();
        Some((filed, seats))
    });
    let (mut facts, (filed, seats)) = read.map_err(ImportError::Problems)?;
    if let Some(capacity) = facts.event.whole().and_then(|pool| pool.capacity).filter(|capacity| *capacity < seats) {
        let before = &text[..filed.seats_at.min(text.len())];
        let sentence = format!("all members together have {seats} seats, but there are {capacity} places");
        let line = before.matches('\n').count() + 1;
        return Err(ImportError::Problems(vec![Problem { file: file.to_owned(), line, column: 1, sentence }]));
    }
    if let Some(network) = &network {
        let named = || following::of_gathering(network, &facts.event.organisation, &filed.rules);
        facts.event.series = facts.event.series.clone().or_else(named);
        let day = facts.event.starts_at.with_timezone(&facts.event.timezone).date_naive();
        facts.event.sign_up.delegations = match facts.event.series {
            Some(_) => Some(expected(work, stored.as_ref(), &filed, &as_of(&network.members.0, day)).await?),
            None => None,
        };
    }
    let before = stored.clone();
    let publishing = publish((facts, filed), stored, work.now, Uuid::now_v7);
    let (row, facts) = match publishing {
        Publishing::New(row) => {
            store::gathering::insert(&work.tx, row.clone()).await?;
            work.say(&EventPublished { event: row.event().clone() });
            (row, Facts::New)
        }
        Publishing::Changed(row) => {
            store::gathering::update(&work.tx, row.clone()).await?;
            work.say(&EventPublished { event: row.event().clone() });
            let revision = row.event().revision;
            (row, Facts::Changed { revision })
        }
        Publishing::Quiet(row) => {
            store::gathering::update(&work.tx, row.clone()).await?;
            (row, Facts::Quiet)
        }
        Publishing::Cancelled(row) => {
            store::gathering::update(&work.tx, row.clone()).await?;
            let (event_id, revision) = (row.event().id, row.event().revision);
            work.say(&EventCancelled { event_id, revision, reason: row.reason().cloned() });
            (row, Facts::Cancelled)
        }
        Publishing::Unchanged(row) => (row, Facts::Unchanged),
    };
    let delegations = match &network {
        Some(network) if !row.cancelled => expect(work, &row, before.as_ref(), network).await?,
        _ => 0,
    };
    Ok(Imported { event: EventId(row.id), slug: row.slug, facts, delegations })
}

/// How many delegations there will be: those that are there, and those of members that have none yet.
async fn expected(
    work: &Work,
    stored: Option<&store::gathering::Model>,
    filed: &Filed,
    members: &[MemberAsOf<'_>],
) -> Result<u32, DbErr> {
    let there = match stored {
        Some(stored) => store::delegation::of(&work.tx, stored.id).await?,
        None => Vec::new(),
    };
    let keys = members.iter().map(|member| &member.member.key).filter(|key| filed.rules.invites(key));
    let new = keys.filter(|key| there.iter().all(|row| row.member != **key)).count();
    Ok(u32::try_from(there.len() + new).unwrap_or(u32::MAX))
}

/// Makes the delegations of members that have none yet, and keeps their seats. Those that are there keep theirs; where roles
/// are limited otherwise than before, it is told.
async fn expect(
    work: &Work,
    gathering: &store::gathering::Model,
    before: Option<&store::gathering::Model>,
    network: &network::Model,
) -> Result<usize, DbErr> {
    let there = store::delegation::of(&work.tx, gathering.id).await?;
    let seats = store::seat::of_gathering(&work.tx, gathering.id).await?;
    for row in &there {
        if let Some(limited) = limited(gathering, before.unwrap_or(gathering), row, &seats) {
            store::delegation::update(&work.tx, &limited).await?;
            work.say(&acting::allotted(gathering, &limited, &acting::decided(&limited, &seats)));
        }
    }
    follow_members(work, gathering, network).await?;
    let there = store::delegation::of(&work.tx, gathering.id).await?;
    // Who comes in late has no more seats than nobody else has.
    let mut free = acting::free(&work.tx, gathering).await?;
    let mut made = Vec::new();
    for member in as_of(&network.members.0, gathering.day()) {
        let key = &member.member.key;
        if !gathering.rules().invites(key) || there.iter().any(|row| row.member == *key) {
            continue;
        }
        let row = delegation(gathering.id, gathering.rules(), &member, free, Uuid::new_v4);
        free = free.saturating_sub(row.seats.unsigned_abs());
        keep_contact(work, row.id, &member).await?;
        work.say(&acting::allotted(gathering, &row, &acting::decided(&row, &[])));
        made.push(row);
    }
    let count = made.len();
    store::delegation::insert(&work.tx, made).await?;
    Ok(count)
}

/// The delegation with a new revision, and with a pool for each role that is limited now, where what it was told under the
/// rules before is no longer so.
fn limited(
    gathering: &store::gathering::Model,
    before: &store::gathering::Model,
    row: &store::delegation::Model,
    seats: &[store::seat::Model],
) -> Option<store::delegation::Model> {
    let delegation = acting::decided(row, seats);
    let mut limited = row.clone();
    for role in gathering.rules().at_most.keys() {
        limited.role_pools.0.entry(*role).or_insert_with(|| PoolId(Uuid::new_v4()));
    }
    let is_other = acting::allotted(before, row, &delegation) != acting::allotted(gathering, &limited, &delegation);
    limited.revision += 1;
    is_other.then_some(limited)
}

/// Has delegations follow their members as they are on the day of the gathering. Who is no member that day has no link; a
/// delegation of theirs that has named nobody is closed until they are back, and where somebody is named, an organiser decides.
async fn follow_members(
    work: &Work,
    gathering: &store::gathering::Model,
    network: &network::Model,
) -> Result<(), DbErr> {
    let members = as_of(&network.members.0, gathering.day());
    let there = store::delegation::of(&work.tx, gathering.id).await?;
    let member_of = |row: &store::delegation::Model| members.iter().find(|member| member.member.key == row.member);
    // First those who leave: whoever comes back may need what is kept for them.
    for row in there.iter().filter(|row| member_of(row).is_none()) {
        for gone in &holder::of(&work.tx, &[row.id]).await? {
            holder::remove(&work.tx, &[gone.id]).await?;
        }
        if let Some(mut case) = acting::open(&work.tx, row.id).await? {
            case.close(work).await?;
        }
    }
    for row in &there {
        let Some(member) = member_of(row) else { continue };
        if let Some(mut case) = acting::open(&work.tx, row.id).await? {
            case.reopen(work).await?;
            keep_contact_of(work, &case.row, member).await?;
        }
    }
    Ok(())
}

/// Keeps who acts for a member in one gathering. Whoever is new has not been written to.
async fn keep_contact_of(work: &Work, row: &store::delegation::Model, member: &MemberAsOf<'_>) -> Result<(), DbErr> {
    if keep_contact(work, row.id, member).await? && row.invited_at.is_some() {
        store::delegation::update(&work.tx, &store::delegation::Model { invited_at: None, ..row.clone() }).await?;
    }
    Ok(())
}

/// Keeps who acts for a member; true when that is somebody else than before, whose link works no more.
async fn keep_contact(work: &Work, delegation: Uuid, member: &MemberAsOf<'_>) -> Result<bool, DbErr> {
    let holders = holder::of(&work.tx, &[delegation]).await?;
    let Some(contact) = &member.member.contact else {
        // Nobody acts for the member any more, with whatever link they have: nor do those whom the contact asked to.
        for gone in &holders {
            holder::remove(&work.tx, &[gone.id]).await?;
        }
        return Ok(!holders.is_empty());
    };
    let language = member.language().unwrap_or(Language::Nn).code().to_owned();
    let (name, email) = (contact.name.clone(), contact.email.clone());
    match holders.into_iter().find(|holder| !holder.deputy) {
        Some(before) if before.email == email => Ok(false),
        Some(before) => {
            let generation = before.generation + 1;
            holder::update(&work.tx, &holder::Model { name, email, language, generation, ..before }).await?;
            Ok(true)
        }
        None => {
            let holder = holder::Model {
                id: Uuid::new_v4(),
                delegation,
                deputy: false,
                name,
                email,
                language,
                generation: 0,
                letters: 0,
                created_at: work.now,
            };
            holder::insert(&work.tx, holder).await?;
            Ok(true)
        }
    }
}

/// The network that a file names, as far as it can be read.
fn network_of(text: &str) -> Option<String> {
    let said = text.lines().find_map(|line| line.trim().strip_prefix("network")?.trim().strip_prefix('='))?;
    Some(said.trim().trim_matches('"').to_owned())
}

/// Takes in a list of municipalities as SSB's Klass has it, which holds from a day.
pub async fn import_municipalities(
    host: &Host,
    bytes: &[u8],
    file: &str,
    from: NaiveDate,
) -> Result<ImportedMunicipalities, ImportError> {
    let listed = klass::read(bytes, file).map_err(ImportError::Problems)?;
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let known = store::municipality::all(&work.tx).await?;
    let update = klass::update(&known, &listed, from);
    store::municipality::write(&work.tx, &update.write).await?;
    work.commit().await?;
    Ok(ImportedMunicipalities { listed: listed.len(), changed: update.write.len(), damaged: update.damaged })
}
