//! Takes in a network: what it is called from one file, its members from another.

use super::{ImportError, follow_members};
use crate::store::{self, network};
use crate::{NAME, following, network_file};
use bus::{Bus, Carrier, Work};
use event_file::{read_other, slug_of};
use host::Host;
use proto::event::EventPublished;
use proto::series::SeriesPublished;
use uuid::Uuid;

/// What importing a network has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedNetwork {
    pub slug: String,
    pub members: usize,
    /// Each once, however often it comes and goes.
    pub municipalities: usize,
    pub changed: bool,
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
            let name = reading.needed_line(section, "name", "name");
            let follow = following::filed(reading, section);
            Some((slug.value.to_owned(), organisation.value.to_owned(), name?, follow))
        },
        |(_, organisation, ..)| organisations.get(organisation),
    );
    let names = store::municipality::names(&work.tx).await?;
    let members = network_file::read(table, table_file, &names);
    let ((slug, organisation, name, follow), members) = match (head, members) {
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
    let before = stored.as_ref().and_then(|stored| stored.series.as_ref()).map(|told| &told.0);
    let followed = follow.is_some();
    let told = follow.map(|filed| following::series(&slug, &organisation, filed, before, Uuid::now_v7));
    if let Some(series) = told.clone().filter(|series| before != Some(series)) {
        work.say(&SeriesPublished { series });
    }
    let row = network::Model {
        slug: slug.clone(),
        organisation,
        name: network::Name(name),
        members: network::Members(members),
        changed_at: work.now,
        series: told.or_else(|| before.cloned()).map(network::Told),
        followed,
    };
    let changed = stored.is_none_or(|stored| network::Model { changed_at: work.now, ..stored } != row);
    network::keep(&work.tx, row.clone()).await?;
    for found in store::gathering::ahead(&work.tx, work.now).await?.into_iter().filter(|one| one.network == slug) {
        let Some(gathering) = store::gathering::locked(&work.tx, found.id).await? else { continue };
        follow_members(work, &gathering, &row).await?;
        let delegations = store::delegation::of(&work.tx, gathering.id).await?.len();
        if let Some(renamed) = following::renamed(&row, &gathering, delegations, work.now) {
            work.say(&EventPublished { event: renamed.event().clone() });
            store::gathering::update(&work.tx, renamed).await?;
        }
    }
    Ok(ImportedNetwork { slug, members: count, municipalities, changed })
}
