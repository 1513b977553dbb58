//! Takes in what operators write: networks, gatherings, lists of municipalities. All of a file, or nothing.

use crate::gathering_file::{GATHERING, filed};
use crate::network::{MemberAsOf, as_of};
use crate::publishing::{Publishing, delegation, publish};
use crate::store::{self, holder, network};
use crate::{NAME, acting, klass, network_file};
use bus::{Bus, Carrier, Work};
use chrono::NaiveDate;
use event_file::{Known, Problem, Published, read, read_other, slug_of};
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

/// What importing a network has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedNetwork {
    pub slug: String,
    pub members: usize,
    /// Each once, however often it comes and goes.
    pub municipalities: usize,
    pub changed: bool,
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

async fn take_in(work: &Work, text: &str, file: &str) -> Result<Imported, ImportError> {
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
        let day = times.starts_at?.value.with_timezone(&times.zone?).date_naive();
        let invited = as_of(members?, day).into_iter().filter(|as_of| filed.rules.invites(&as_of.member.key));
        let seats: u32 = invited.map(|as_of| filed.rules.seats(&as_of.member.key)).sum();
        Some((filed, seats))
    });
    let (facts, (filed, seats)) = read.map_err(ImportError::Problems)?;
    if let Some(capacity) = facts.event.whole().and_then(|pool| pool.capacity).filter(|capacity| *capacity < seats) {
        let before = &text[..filed.seats_at.min(text.len())];
        let sentence = format!("all members together have {seats} seats, but there are {capacity} places");
        let line = before.matches('\n').count() + 1;
        return Err(ImportError::Problems(vec![Problem { file: file.to_owned(), line, column: 1, sentence }]));
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

/// Makes the delegations of members that have none yet, and keeps their seats. Those that are there keep theirs; where roles
/// are limited otherwise than before, it is told.
async fn expect(
    work: &Work,
    gathering: &store::gathering::Model,
    before: Option<&store::gathering::Model>,
    network: &network::Model,
) -> Result<usize, DbErr> {
    let event = gathering.event();
    let day = gathering.starts_at.with_timezone(&event.timezone).date_naive();
    let there = store::delegation::of(&work.tx, gathering.id).await?;
    let seats = store::seat::of_gathering(&work.tx, gathering.id).await?;
    for row in &there {
        if let Some(limited) = limited(gathering, before.unwrap_or(gathering), row, &seats) {
            store::delegation::update(&work.tx, &limited).await?;
            work.say(&acting::allotted(gathering, &limited, &acting::decided(&limited, &seats)));
        }
    }
    let there = store::delegation::of(&work.tx, gathering.id).await?;
    // Who comes in late has no more seats than nobody else has.
    let mut free = acting::free(&work.tx, gathering).await?;
    let mut made = Vec::new();
    for member in as_of(&network.members.0, day) {
        let key = &member.member.key;
        if !gathering.rules().invites(key) {
            continue;
        }
        if let Some(row) = there.iter().find(|row| row.member == *key) {
            if keep_contact(work, row.id, &member).await? && row.invited_at.is_some() {
                // Whoever is new has not been written to.
                store::delegation::update(&work.tx, &store::delegation::Model { invited_at: None, ..row.clone() })
                    .await?;
            }
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

/// Keeps who acts for a member; true when that is somebody else than before, whose link works no more.
async fn keep_contact(work: &Work, delegation: Uuid, member: &MemberAsOf<'_>) -> Result<bool, DbErr> {
    let holders = holder::of(&work.tx, &[delegation]).await?;
    let Some(contact) = &member.member.contact else {
        // Nobody acts for the member any more, with whatever link they have.
        return match holders.iter().find(|holder| !holder.deputy) {
            Some(gone) => Ok(holder::remove(&work.tx, gone.id).await.map(|()| true)?),
            None => Ok(false),
        };
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

/// The file with the members that the file of a network names, as far as it can be read.
pub fn members_file(text: &str) -> Option<String> {
    let said = text.lines().find_map(|line| line.trim().strip_prefix("members")?.trim().strip_prefix('='))?;
    Some(said.trim().trim_matches('"').to_owned())
}

/// Takes in a network: what it is called from one file, its members from another.
pub async fn import_network(
    host: &Host,
    (text, file): (&str, &str),
    (table, table_file): (&[u8], &str),
) -> Result<ImportedNetwork, ImportError> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    match take_in_network(&work, (text, file), (table, table_file)).await {
        Ok(imported) => {
            work.commit().await?;
            Ok(imported)
        }
        Err(error) => {
            work.rollback().await;
            Err(error)
        }
    }
}

async fn take_in_network(
    work: &Work,
    (text, file): (&str, &str),
    (table, table_file): (&[u8], &str),
) -> Result<ImportedNetwork, ImportError> {
    let organisations = store::organisation::all(&work.tx).await?;
    let slug = slug_of(text).filter(|slug| store::gathering::is_slug(slug));
    let stored = match &slug {
        Some(slug) => network::to_change(&work.tx, slug).await?,
        None => None,
    };
    let head = read_other(
        text,
        file,
        |reading, section| {
            section.one_of(&mut reading.problems, "kind", &[("network", ())]);
            let slug = section.needed_word(&mut reading.problems, "slug")?;
            if !store::gathering::is_slug(slug.value) {
                reading.problems.add(slug.at, "`slug` must be small letters a-z, digits and hyphens");
            }
            let organisation = section.needed_word(&mut reading.problems, "organisation")?;
            if !organisations.contains_key(organisation.value) {
                let sentence = format!("the organisation `{}` is not known: import it first", organisation.value);
                reading.problems.add(organisation.at, sentence);
            }
            if let Some(stored) = stored.as_ref().filter(|stored| stored.organisation != organisation.value) {
                let sentence = format!("the slug belongs to a network of `{}`", stored.organisation);
                reading.problems.add(slug.at, sentence);
            }
            section.needed_word(&mut reading.problems, "members");
            let name = reading.needed_line(section, "name", "name")?;
            Some((slug.value.to_owned(), organisation.value.to_owned(), name))
        },
        |(_, organisation, _)| organisations.get(organisation),
    );
    let names = store::municipality::names(&work.tx).await?;
    let members = network_file::read(table, table_file, &names);
    let ((slug, organisation, name), members) = match (head, members) {
        (Ok(head), Ok(members)) => (head, members),
        (head, members) => {
            let problems = head.err().into_iter().chain(members.err()).flatten();
            return Err(ImportError::Problems(problems.collect()));
        }
    };
    let mut municipalities: Vec<&str> =
        members.iter().flat_map(|member| &member.memberships).map(|one| one.municipality.as_str()).collect();
    municipalities.sort_unstable();
    municipalities.dedup();
    let (count, municipalities) = (members.len(), municipalities.len());
    let row = network::Model {
        slug: slug.clone(),
        organisation,
        name: network::Name(name),
        members: network::Members(members),
        changed_at: work.now,
    };
    let changed = stored.is_none_or(|stored| (stored.name, stored.members) != (row.name.clone(), row.members.clone()));
    network::keep(&work.tx, row).await?;
    Ok(ImportedNetwork { slug, members: count, municipalities, changed })
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
