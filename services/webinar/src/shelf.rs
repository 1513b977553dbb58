//! Files that people are fetching. Each is in memory once, however many fetch it at the same time: when the letter after a webinar
//! goes out, everybody comes in the same minute.

use crate::store::material;
use axum::body::Bytes;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use tokio::sync::Mutex;
use uuid::Uuid;

#[derive(Clone, Default)]
pub(crate) struct Shelf(Arc<Mutex<BTreeMap<Uuid, Weak<Vec<u8>>>>>);

/// Keeps a file in memory until the last who fetches it has it.
struct Held(Arc<Vec<u8>>);

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Shelf {
    /// What is in a file, which never changes. Whoever comes while it is being read waits for it and does not read it once more.
    pub(crate) async fn content(&self, db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Bytes>, DbErr> {
        let mut there = self.0.lock().await;
        if let Some(held) = there.get(&id).and_then(Weak::upgrade) {
            return Ok(Some(Bytes::from_owner(Held(held))));
        }
        there.retain(|_, held| held.strong_count() > 0);
        let Some(content) = material::content(db, id).await? else { return Ok(None) };
        let held = Arc::new(content);
        there.insert(id, Arc::downgrade(&held));
        drop(there);
        Ok(Some(Bytes::from_owner(Held(held))))
    }
}
