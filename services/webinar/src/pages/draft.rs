//! A webinar that is made from nothing: what has been begun, its steps, how it will look, and publishing it.

pub(super) mod copy;
pub(super) mod form;
pub(super) mod list;
pub(super) mod overview;
pub(super) mod preview;
pub(super) mod publication;
pub(super) mod question;
pub(super) mod step;

use super::Site;
use crate::drafting::missing::{Around, Missing, missing};
use crate::store;
use chrono::{DateTime, Utc};
use host::{Error, Organiser};
use proto::Language;
use proto::account::Role;
use proto::organisation::Organisation;
use text::Text;
use uuid::Uuid;

const PATH: &str = "/arrangor/webinar/utkast";

/// A draft, and the organisation that answers for it.
struct Known {
    row: store::draft::Model,
    organisation: Organisation,
    rooms: bool,
}

impl Known {
    /// For editors of the organisation. To others there is no such draft.
    async fn open(site: &Site, organiser: &Organiser, id: &str) -> Result<Self, Error> {
        let id = id.parse::<Uuid>().ok().ok_or(Error::NotFound)?;
        let db = &site.host.db.read;
        let row = store::draft::find(db, id).await?.ok_or(Error::NotFound)?;
        if !organiser.may(&row.organisation, Role::Editor) {
            return Err(Error::NotFound);
        }
        let organisation = store::organisation::named(db, &[&row.organisation]).await?.pop().ok_or(Error::NotFound)?;
        Ok(Self { row, organisation, rooms: site.rooms.is_some() })
    }

    fn missing(&self, now: DateTime<Utc>) -> Vec<Missing> {
        missing(self.row.draft(), Around { organisation: &self.organisation, rooms: self.rooms, now })
    }

    fn path(&self) -> String {
        format!("{PATH}/{}", self.row.id)
    }
}

/// How to put something right, in words.
fn sentence(words: &Text, language: Language, missing: Missing) -> String {
    let of = missing.place().language.map(|of| words.word(language, &format!("my-language-{of}"), &[]));
    let number = |number: Option<usize>| i64::try_from(number.unwrap_or_default()).unwrap_or(i64::MAX);
    let option = match missing {
        Missing::Question(_, lack) => lack.option(),
        _ => None,
    };
    let args = [
        ("language", of.as_deref().unwrap_or_default().into()),
        ("question", number(missing.place().question.map(|from_0| from_0 + 1)).into()),
        ("option", number(option).into()),
    ];
    words.word(language, missing.key(), &args)
}
