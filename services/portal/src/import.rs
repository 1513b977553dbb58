use crate::NAME;
use crate::logo::{Made, made};
use crate::organisation_file::{self, Described, Fault, What};
use crate::store::organisation::{self, Kept};
use crate::store::{event, logo};
use bus::{Bus, Carrier};
use host::Host;
use proto::event::EventKind;
use proto::organisation::{Organisation, OrganisationChanged};
use sea_orm::DbErr;
use std::fmt;

/// What an import did, by slug.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub new: Vec<String>,
    pub changed: Vec<String>,
    pub same: Vec<String>,
    /// Those that were changed on their own page since, and stay as they are there.
    pub edited: Vec<String>,
}

/// What is wrong at one place of an organisation file, for the operator who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, counted in characters.
    pub column: usize,
    /// An English sentence that says what is wrong and what to do.
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.sentence)
    }
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// In the order of the file.
    #[error("the file has {} problem(s)", .0.len())]
    Problems(Vec<Problem>),
    #[error("the portal's database cannot be written")]
    Database(#[from] DbErr),
}

/// The kind of the event that has this slug, if it is another than this one. The portal has heard of events of every kind.
pub async fn slug_taken(host: &Host, slug: &str, kind: EventKind) -> Result<Option<EventKind>, DbErr> {
    let kinds = event::kinds_called(&host.db.read, slug).await?;
    let other = |word: &String| EVERY_KIND.into_iter().find(|own| own.word() == word && *own != kind);
    Ok(kinds.iter().find_map(other))
}

const EVERY_KIND: [EventKind; 3] = [EventKind::Conference, EventKind::Webinar, EventKind::Gathering];

/// Takes in the organisations of a file, all or none, and says `organisation.changed` for those that are others than
/// before. An organisation that is not in the file stays as it is, and so does one that was changed on its own page: what people have
/// written there is not lost to a file that knows nothing of it.
///
/// Needs no running service: what is said is carried by whichever process carries for the portal.
pub async fn import_organisations(host: &Host, text: &str, file: &str) -> Result<Imported, ImportError> {
    import_organisations_with_logos(host, text, file, &|_| None).await
}

/// The same with the pictures that lie beside the file: `beside` gives what is in the one with a name, if it can be read.
pub async fn import_organisations_with_logos(
    host: &Host,
    text: &str,
    file: &str,
    beside: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync),
) -> Result<Imported, ImportError> {
    let problems = |faults: Vec<Fault>| {
        let problem = |Fault { at, what }| {
            let (line, column) = organisation_file::position(text, at);
            Problem { file: file.to_owned(), line, column, sentence: what.to_string() }
        };
        ImportError::Problems(faults.into_iter().map(problem).collect())
    };
    let described = organisation_file::read(text).map_err(problems)?;
    let described = with_logos(described, beside).map_err(problems)?;
    let (bus, _) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let mut imported = Imported::default();
    for (organisation, logo) in &described {
        let slug = organisation.slug.clone();
        let kept = organisation::keep(&work.tx, organisation).await?;
        match logo {
            _ if kept == Kept::Edited => {}
            Some(made) => logo::keep(&work.tx, &slug, &made.file, made.png.clone()).await?,
            None => logo::delete(&work.tx, &slug).await?,
        }
        match kept {
            Kept::New(organisation) => {
                work.say(&OrganisationChanged { organisation });
                imported.new.push(slug);
            }
            Kept::Changed(organisation) => {
                work.say(&OrganisationChanged { organisation });
                imported.changed.push(slug);
            }
            Kept::Same => imported.same.push(slug),
            Kept::Edited => imported.edited.push(slug),
        }
    }
    work.commit().await?;
    Ok(imported)
}

/// The organisations as they are said, each with its logo; or what is the matter with the pictures.
fn with_logos(
    described: Vec<Described>,
    beside: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync),
) -> Result<Vec<(Organisation, Option<Made>)>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut all = Vec::new();
    for Described { mut organisation, logo } in described {
        let logo = logo.and_then(|wanted| {
            let unread = || What::LogoUnread { name: wanted.name.clone() };
            let logo = beside(&wanted.name).ok_or_else(unread);
            let logo = logo.and_then(|bytes| made(&organisation.slug, &bytes, wanted.alt.clone()));
            logo.map_err(|what| faults.push(Fault { at: wanted.at, what })).ok()
        });
        organisation.logo = logo.as_ref().map(|made| made.logo.clone());
        all.push((organisation, logo));
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}
