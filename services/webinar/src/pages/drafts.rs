//! What is a webinar's own where one is made from nothing, and the page of the webinar as everybody will see it.

use super::webinar::WebinarPage;
use super::{Site, framed};
use crate::import::{ImportError, judge, take_in};
use crate::publishing::{Publishing, cancel, publish};
use crate::store;
use axum::response::Response;
use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use drafting::{Drafts, Held, Looked, Preview, Refused};
use event_file::{Cancelled, Known};
use host::{Host, Visit};
use proto::event::{EventCancelled, EventKind};
use proto::organisation::Organisation;
use proto::{EventId, Localised};
use sea_orm::DbErr;
use std::collections::BTreeMap;
use uuid::Uuid;

fn held(row: store::webinar::Model) -> Held {
    Held { cancelled: row.cancelled, event: row.snapshot.0 }
}

impl Drafts for Site {
    const KIND: EventKind = EventKind::Webinar;

    type Seen = store::webinar::Model;

    fn host(&self) -> &Host {
        &self.host
    }

    fn bus(&self) -> &Bus {
        &self.bus
    }

    fn rooms(&self) -> bool {
        self.rooms.is_some()
    }

    async fn organisations(&self, slugs: &[&str]) -> Result<Vec<Organisation>, DbErr> {
        store::organisation::named(&self.host.db.read, slugs).await
    }

    async fn held(&self, organisations: &[&str]) -> Result<Vec<Held>, DbErr> {
        let rows = store::webinar::of(&self.host.db.read, organisations).await?;
        Ok(rows.into_iter().map(held).collect())
    }

    async fn by_slug(&self, slug: &str) -> Result<Option<Held>, DbErr> {
        Ok(store::webinar::by_slug(&self.host.db.read, slug).await?.map(held))
    }

    async fn coming(&self, event: EventId) -> Result<u64, DbErr> {
        store::seat::admitted(&self.host.db.read, event.0).await
    }

    async fn cancel(&self, work: &Work, slug: &str, reason: Localised) -> Result<bool, DbErr> {
        let Some(stored) = store::webinar::to_change(&work.tx, slug).await? else { return Ok(false) };
        let Publishing::Cancelled(row) = cancel(stored, Cancelled { reason: Some(reason) }, work.now) else {
            return Ok(false);
        };
        let (event_id, revision) = (row.event().id, row.event().revision);
        work.say(&EventCancelled { event_id, revision, reason: row.reason().cloned() });
        store::webinar::update(&work.tx, row).await?;
        Ok(true)
    }

    async fn number(&self, work: &Work, slug: &str) -> Result<Option<u32>, DbErr> {
        let Some(mut row) = store::webinar::to_change(&work.tx, slug).await? else { return Ok(None) };
        row.snapshot.0.revision += 1;
        let revision = row.snapshot.0.revision;
        row.revision = revision.into();
        store::webinar::update(&work.tx, row).await?;
        Ok(Some(revision))
    }

    async fn take_in(&self, work: &Work, text: &str) -> Result<(), Refused> {
        match take_in(work, text, "draft", self.rooms.is_some()).await {
            Ok(_) => Ok(()),
            Err(ImportError::Problems(problems)) => Err(Refused::Problems(problems)),
            Err(ImportError::Database(error)) => Err(Refused::Database(error)),
        }
    }

    async fn seen(&self, looked: &Looked) -> Result<Option<Self::Seen>, DbErr> {
        let organisations = BTreeMap::from([(looked.organisation.slug.clone(), looked.organisation.clone())]);
        // One can look at what has been, too.
        let around = Known { organisations: &organisations, published: None, now: DateTime::<Utc>::UNIX_EPOCH };
        let Ok((facts, _)) = judge(&looked.text, "draft", &around, true) else { return Ok(None) };
        Ok(match publish(facts, None, looked.changed_at, Uuid::nil) {
            Publishing::New(webinar) => Some(webinar),
            _ => None,
        })
    }

    fn show(&self, visit: Visit, seen: Self::Seen, organisation: Organisation, preview: Preview) -> Response {
        let organisers = [organisation];
        let mut visit = framed(visit, &seen, &organisers);
        visit.language = preview.language;
        let address = self.host.address(&seen.event().path());
        let preview = preview.asking(&seen.event().sign_up.questions);
        let page = WebinarPage::of(&seen, &organisers, &visit, address).with_preview(preview);
        visit.page(&page)
    }
}
