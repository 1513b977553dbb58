use super::Site;
use axum::extract::State;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use host::Host;

/// Where to tell about a weakness (RFC 9116).
pub(super) async fn get(State(site): State<Site>) -> String {
    security(&site.host, site.host.clock.now())
}

/// The RFC wants it renewed within a year; whoever runs this keeps it fresh by running it.
const GOOD_FOR: TimeDelta = TimeDelta::days(180);

fn security(host: &Host, now: DateTime<Utc>) -> String {
    // RFC 2142 names this mailbox for the purpose.
    let domain = host.settings.url.host_str().unwrap_or("localhost");
    let expires = (now + GOOD_FOR).to_rfc3339_opts(SecondsFormat::Secs, true);
    let own = host.address("/.well-known/security.txt");
    format!(
        "Contact: mailto:security@{domain}\nExpires: {expires}\nPreferred-Languages: nn, nb, sv, en\nCanonical: {own}\n"
    )
}
