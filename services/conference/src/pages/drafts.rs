//! What is a conference's own where one is made from nothing. Its programme is planned when it is published, and released apart.

use super::Site;
use crate::import::{ImportError, take_in};
use crate::programme_file::{self, CONFERENCE};
use crate::store::conference::{self, Ids};
use crate::store::{organisation, participant, proposal};
use crate::{postponing, releasing};
use axum::response::Response;
use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use drafting::{Drafts, Held, Looked, Preview, Refused, Tie};
use event_file::{Known, read, slug_of};
use host::{Host, Visit};
use proto::event::{Event, EventKind};
use proto::organisation::Organisation;
use proto::{EventId, Localised};
use sea_orm::DbErr;
use std::collections::BTreeMap;
use uuid::Uuid;

impl Drafts for Site {
    const KIND: EventKind = EventKind::Conference;

    type Seen = Event;

    fn host(&self) -> &Host {
        &self.host
    }

    fn bus(&self) -> &Bus {
        &self.bus
    }

    async fn organisations(&self, slugs: &[&str]) -> Result<Vec<Organisation>, DbErr> {
        organisation::named(&self.host.db.read, slugs).await
    }

    async fn held(&self, organisations: &[&str]) -> Result<Vec<Held>, DbErr> {
        let rows = conference::of(&self.host.db.read, organisations).await?;
        Ok(rows.into_iter().map(|(snapshot, cancelled)| Held { event: snapshot.0, cancelled }).collect())
    }

    async fn by_slug(&self, slug: &str) -> Result<Option<Held>, DbErr> {
        let found = conference::by_slug(&self.host.db.read, slug).await?;
        Ok(found.map(|row| Held { cancelled: row.cancelled, event: row.snapshot.0 }))
    }

    async fn coming(&self, event: EventId) -> Result<u64, DbErr> {
        participant::admitted(&self.host.db.read, event.0).await
    }

    async fn cancel(&self, work: &Work, slug: &str, reason: Localised) -> Result<bool, DbErr> {
        match conference::to_change(&work.tx, slug).await? {
            Some(row) => releasing::cancel(work, row, Some(reason)).await,
            None => Ok(false),
        }
    }

    async fn tie(&self, event: EventId) -> Result<Option<Tie>, DbErr> {
        let db = &self.host.db.read;
        let released = conference::by_id(db, event.0).await?.is_some_and(|row| row.released > 0);
        if released {
            return Ok(Some(Tie::Programme));
        }
        let proposed = !proposal::all(db, event.0).await?.is_empty();
        Ok(proposed.then_some(Tie::Proposals))
    }

    async fn number(&self, work: &Work, slug: &str) -> Result<Option<u32>, DbErr> {
        let Some(mut row) = conference::to_change(&work.tx, slug).await? else { return Ok(None) };
        row.snapshot.0.revision += 1;
        let revision = row.snapshot.0.revision;
        row.revision = revision.into();
        conference::update(&work.tx, row).await?;
        Ok(Some(revision))
    }

    async fn take_in(&self, work: &Work, text: &str) -> Result<(), Refused> {
        let before = match slug_of(text) {
            Some(slug) => conference::any_to_change(&work.tx, &slug).await?,
            None => None,
        };
        match take_in(work, &self.host.keys, text, "draft").await {
            Ok(_) => match before {
                Some(before) => Ok(postponing::follow(work, &before).await?),
                None => Ok(()),
            },
            Err(ImportError::Problems(problems)) => Err(Refused::Problems(problems)),
            Err(ImportError::Database(error)) => Err(Refused::Database(error)),
        }
    }

    async fn seen(&self, looked: &Looked) -> Result<Option<Self::Seen>, DbErr> {
        let organisations = BTreeMap::from([(looked.organisation.slug.clone(), looked.organisation.clone())]);
        // One can look at what has been, too.
        let known = Known { organisations: &organisations, published: None, now: DateTime::<Utc>::UNIX_EPOCH };
        let read = read(&looked.text, "draft", &known, &CONFERENCE, |reading, file, times| {
            programme_file::read(reading, file, times, Ids::default(), &mut Uuid::now_v7, &str::to_owned)
        });
        Ok(read.ok().map(|(facts, _)| facts.event))
    }

    fn show(&self, visit: Visit, seen: Self::Seen, organisation: Organisation, preview: Preview) -> Response {
        drafting::plain(visit, seen, &organisation, preview)
    }
}
