//! The ways that letters can go: through an organisation's own mail server, or the one for all others.

use std::collections::BTreeMap;

use anyhow::Context;
use host::Settings;

use super::room::Open;
use super::{Folder, Limits, Pool, Server};
use crate::composing;

/// Where letters go.
pub(crate) enum Way {
    /// To the mail server.
    Smtp(Box<Pool>),
    /// Into a folder, where they can be read.
    Folder(Folder),
}

/// Where everybody's letters go.
pub(crate) struct Ways {
    common: Way,
    /// By organisation.
    own: BTreeMap<String, Way>,
}

/// As if a folder had so many connections.
const FILES: usize = 4;

impl Ways {
    /// As the settings say: letters go to the server that they name for the organisation, or for all, otherwise into a folder.
    pub(crate) fn read(settings: &Settings) -> anyhow::Result<Self> {
        Self::with(settings, Limits::of(settings), settings.smtp_connections)
    }

    pub(crate) fn with(settings: &Settings, limits: Limits, connections: usize) -> anyhow::Result<Self> {
        let hello = composing::host_name(settings);
        let common = match &settings.smtp {
            Some(address) => Way::Smtp(Box::new(Pool::new(Server::read(address, &hello)?, connections, limits))),
            None => Way::Folder(Folder(crate::folder(settings))),
        };
        let mut own = BTreeMap::new();
        for (organisation, relay) in &settings.relay {
            let server = Server::of(relay, &hello).with_context(|| format!("relay.{organisation}"))?;
            own.insert(organisation.clone(), Way::Smtp(Box::new(Pool::new(server, relay.connections, limits))));
        }
        Ok(Self { common, own })
    }

    /// The way that an organisation's letters go.
    pub(crate) fn of(&self, organisation: Option<&str>) -> &Way {
        organisation.and_then(|organisation| self.own.get(organisation)).unwrap_or(&self.common)
    }

    /// What is open now.
    pub(super) fn open(&self) -> Vec<Open> {
        self.all()
            .map(|(relay, way)| {
                let (connections, rests) = match way {
                    Way::Smtp(pool) => (pool.connections(), pool.is_resting()),
                    Way::Folder(_) => (FILES, false),
                };
                Open { relay: relay.map(str::to_owned), connections, rests }
            })
            .collect()
    }

    /// What can be taken in hand where nothing is.
    #[cfg(test)]
    pub(crate) fn room(&self) -> super::Room {
        super::room::InHands::default().room(&self.open())
    }

    /// Tries each. The error says in words what is wrong, and with which.
    pub(crate) async fn try_out(&self) -> anyhow::Result<()> {
        for (relay, way) in self.all() {
            let whose = relay.map_or_else(|| "the mail server".to_owned(), |slug| format!("the mail server of {slug}"));
            match way {
                Way::Smtp(pool) => pool.greet().await.map_err(|trouble| anyhow::anyhow!("{whose}: {trouble}"))?,
                Way::Folder(folder) => tokio::fs::create_dir_all(&folder.0).await?,
            }
        }
        Ok(())
    }

    fn all(&self) -> impl Iterator<Item = (Option<&str>, &Way)> {
        let own = self.own.iter().map(|(organisation, way)| (Some(organisation.as_str()), way));
        std::iter::once((None, &self.common)).chain(own)
    }
}
