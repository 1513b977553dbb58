use crate::desk::Desk;
use crate::together::Together;
use axum::extract::FromRef;
use bus::Bus;
use host::Host;
use proto::event::Event;
use std::sync::Arc;

/// What pages and the API work with.
#[derive(Clone)]
pub struct App {
    pub host: Host,
    pub bus: Bus,
    pub desk: Desk,
    /// Events by slug that people are signing up for this moment.
    pub(crate) told: Together<Option<Arc<Event>>>,
}

impl App {
    pub fn new(host: Host, bus: Bus, desk: Desk) -> Self {
        Self { host, bus, desk, told: Together::default() }
    }
}

impl FromRef<App> for Host {
    fn from_ref(app: &App) -> Self {
        app.host.clone()
    }
}
