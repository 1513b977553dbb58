//! What is a gathering's own where one is made from nothing, and the page of the gathering as everybody will see it.

use super::gathering::GatheringPage;
use super::{Site, framed};
use crate::gathering_file::{GATHERING, filed};
use crate::import::{ImportError, take_in};
use crate::publishing::{Publishing, cancel, publish};
use crate::store::{self, delegation, gathering, network, participant};
use axum::response::Response;
use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use drafting::{Drafts, Held, Looked, Network, Preview, Refused, Tie};
use event_file::{Cancelled, Known, Problem, read, slug_of};
use host::{Host, Visit};
use proto::event::{EventCancelled, EventKind};
use proto::organisation::Organisation;
use proto::{EventId, Localised};
use sea_orm::DbErr;
use std::collections::BTreeMap;
use uuid::Uuid;

fn held(row: gathering::Model) -> Held {
    Held { cancelled: row.cancelled, event: row.snapshot.0 }
}

impl Drafts for Site {
    const KIND: EventKind = EventKind::Gathering;

    type Seen = gathering::Model;

    fn host(&self) -> &Host {
        &self.host
    }

    fn bus(&self) -> &Bus {
        &self.bus
    }

    async fn networks(&self, organisation: &str) -> Result<Vec<Network>, DbErr> {
        let rows = network::of(&self.host.db.read, organisation).await?;
        Ok(rows.into_iter().map(|row| Network { slug: row.slug, name: row.name.0 }).collect())
    }

    async fn organisations(&self, slugs: &[&str]) -> Result<Vec<Organisation>, DbErr> {
        store::organisation::named(&self.host.db.read, slugs).await
    }

    async fn held(&self, organisations: &[&str]) -> Result<Vec<Held>, DbErr> {
        Ok(gathering::of(&self.host.db.read, organisations).await?.into_iter().map(held).collect())
    }

    async fn by_slug(&self, slug: &str) -> Result<Option<Held>, DbErr> {
        Ok(gathering::by_slug(&self.host.db.read, slug).await?.map(held))
    }

    async fn coming(&self, event: EventId) -> Result<u64, DbErr> {
        participant::admitted(&self.host.db.read, event.0).await
    }

    async fn cancel(&self, work: &Work, slug: &str, reason: Localised) -> Result<bool, DbErr> {
        let Some(stored) = gathering::to_change(&work.tx, slug).await? else { return Ok(false) };
        let Publishing::Cancelled(row) = cancel(stored, Cancelled { reason: Some(reason) }, work.now) else {
            return Ok(false);
        };
        let (event_id, revision) = (row.event().id, row.event().revision);
        work.say(&EventCancelled { event_id, revision, reason: row.reason().cloned() });
        gathering::update(&work.tx, row).await?;
        Ok(true)
    }

    async fn tie(&self, event: EventId) -> Result<Option<Tie>, DbErr> {
        let invited = delegation::of(&self.host.db.read, event.0).await?.iter().any(|row| row.invited_at.is_some());
        Ok(invited.then_some(Tie::Delegations))
    }

    async fn number(&self, work: &Work, slug: &str) -> Result<Option<u32>, DbErr> {
        let Some(mut row) = gathering::to_change(&work.tx, slug).await? else { return Ok(None) };
        row.snapshot.0.revision += 1;
        let revision = row.snapshot.0.revision;
        row.revision = revision.into();
        gathering::update(&work.tx, row).await?;
        Ok(Some(revision))
    }

    async fn take_in(&self, work: &Work, text: &str) -> Result<(), Refused> {
        let before = match slug_of(text) {
            Some(slug) => gathering::to_change(&work.tx, &slug).await?.map(|row| row.network),
            None => None,
        };
        let line = text.lines().position(|line| line.starts_with("network = ")).map(|line| line + 1);
        match take_in(work, text, "draft").await {
            Ok(imported) => {
                let now = gathering::by_slug(&work.tx, &imported.slug).await?.map(|row| row.network);
                if before.is_none() || before == now {
                    return Ok(());
                }
                // Delegations of those who were invited are there, with their letters and their links.
                let line =
                    line.or_else(|| text.lines().position(|line| line.starts_with("# No network")).map(|at| at + 1));
                let sentence = "others were invited".to_owned();
                let problem = Problem { file: "draft".to_owned(), line: line.unwrap_or_default(), column: 1, sentence };
                Err(Refused::Problems(vec![problem]))
            }
            Err(ImportError::Problems(problems)) => Err(Refused::Problems(problems)),
            Err(ImportError::Database(error)) => Err(Refused::Database(error)),
        }
    }

    async fn seen(&self, looked: &Looked) -> Result<Option<Self::Seen>, DbErr> {
        let organisations = BTreeMap::from([(looked.organisation.slug.clone(), looked.organisation.clone())]);
        // One can look at what has been, too.
        let known = Known { organisations: &organisations, published: None, now: DateTime::<Utc>::UNIX_EPOCH };
        let read = read(&looked.text, "draft", &known, &GATHERING, |reading, section, times| {
            filed(reading, section, times, None)
        });
        let Ok(read) = read else { return Ok(None) };
        Ok(match publish(read, None, looked.changed_at, Uuid::nil) {
            Publishing::New(gathering) => Some(gathering),
            _ => None,
        })
    }

    fn show(&self, visit: Visit, seen: Self::Seen, organisation: Organisation, preview: Preview) -> Response {
        let organisers = [organisation];
        let mut visit = framed(visit, &seen, &organisers);
        visit.language = preview.language;
        let address = self.host.address(&seen.event().path());
        let preview = preview.asking(&seen.event().sign_up.questions);
        let page = GatheringPage::of(&seen, &organisers, visit.now, address).with_preview(preview);
        visit.page(&page)
    }
}
