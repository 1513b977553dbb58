use crate::desk::Desk;
use axum::extract::FromRef;
use bus::Bus;
use host::Host;

/// What pages and the API work with.
#[derive(Clone)]
pub struct App {
    pub host: Host,
    pub bus: Bus,
    pub desk: Desk,
}

impl FromRef<App> for Host {
    fn from_ref(app: &App) -> Self {
        app.host.clone()
    }
}
