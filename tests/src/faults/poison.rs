//! Messages that nobody can read, and what must become of each.

use crate::tap::intrude;
use host::Settings;
use proto::MessageId;
use proto::envelope::LARGEST;
use rand::{Rng, RngExt};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Where they lie in the end.
#[derive(Debug, Default)]
pub(super) struct Poisoned {
    /// Set aside with its reason, in this service.
    pub(super) aside: BTreeSet<(&'static str, MessageId)>,
    /// So many in the parking queue of this service.
    pub(super) parked: BTreeMap<&'static str, usize>,
}

impl Poisoned {
    /// Sends one of them to a service.
    pub(super) async fn send(&mut self, settings: &Settings, chance: &mut impl Rng) -> anyhow::Result<()> {
        let service = migrations::SERVICES[chance.random_range(0..migrations::SERVICES.len())];
        let id = Uuid::now_v7();
        let text = id.to_string();
        let envelope = |name: &str, time: &str| {
            serde_json::json!({
                "specversion": "1.0", "id": id, "source": "/moteplass/registration", "type": name, "subject": id,
                "time": time, "datacontenttype": "application/json", "data": { "registration": 17 },
            })
            .to_string()
            .into_bytes()
        };
        let (body, has_id, is_kept) = match chance.random_range(0..6) {
            0 => (envelope("registration.admitted.v1", "2027-01-11T09:00:00Z"), true, true),
            1 => (envelope("registration.admitted.v99", "2027-01-11T09:00:00Z"), true, true),
            2 => (envelope("registration.admitted.v1", "yesterday"), true, true),
            3 => (b"{half a mess".to_vec(), true, true),
            4 => (b"\xff\xfe \x00".to_vec(), true, false),
            _ => (vec![b' '; LARGEST + 1], chance.random_bool(0.5), false),
        };
        intrude(settings, service, &body, has_id.then_some(text.as_str())).await?;
        if is_kept {
            self.aside.insert((service, MessageId(id)));
        } else {
            *self.parked.entry(service).or_default() += 1;
        }
        Ok(())
    }
}
