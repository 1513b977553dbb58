use crate::NAME;
use crate::organisation_file::{self, Fault};
use crate::store::organisation::{self, Kept};
use bus::{Bus, Carrier};
use host::Host;
use proto::organisation::OrganisationChanged;
use sea_orm::DbErr;
use std::fmt;

/// What an import did, by slug.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub new: Vec<String>,
    pub changed: Vec<String>,
    pub same: Vec<String>,
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

/// Takes in the organisations of a file, all or none, and says `organisation.changed` for those that are others than
/// before. An organisation that is not in the file stays as it is.
///
/// Needs no running service: what is said is carried by whichever process carries for the portal.
pub async fn import_organisations(host: &Host, text: &str, file: &str) -> Result<Imported, ImportError> {
    let described = organisation_file::read(text).map_err(|faults| {
        let problem = |Fault { at, what }| {
            let (line, column) = organisation_file::position(text, at);
            Problem { file: file.to_owned(), line, column, sentence: what.to_string() }
        };
        ImportError::Problems(faults.into_iter().map(problem).collect())
    })?;
    let (bus, _) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let mut imported = Imported::default();
    for organisation in &described {
        let slug = organisation.slug.clone();
        match organisation::keep(&work.tx, organisation).await? {
            Kept::New(organisation) => {
                work.say(&OrganisationChanged { organisation });
                imported.new.push(slug);
            }
            Kept::Changed(organisation) => {
                work.say(&OrganisationChanged { organisation });
                imported.changed.push(slug);
            }
            Kept::Same => imported.same.push(slug),
        }
    }
    work.commit().await?;
    Ok(imported)
}
