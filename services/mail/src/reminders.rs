//! Stopping the reminders of one sign-up by a link that can do nothing else.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use host::{Keys, Settings};
use proto::RegistrationId;
use uuid::Uuid;

const DOMAIN: &str = "mail/reminders";

/// The link. It works for as long as the letters lie in somebody's mailbox.
pub(crate) fn link(settings: &Settings, keys: &Keys, registration: RegistrationId) -> String {
    let mut bytes = registration.0.as_bytes().to_vec();
    bytes.extend(keys.sign(DOMAIN, registration.0.as_bytes()));
    settings.address(&format!("/paminningar/{}", BASE64_URL_SAFE_NO_PAD.encode(bytes)))
}

/// Whose reminders a link is about, if it is ours.
pub(crate) fn read(keys: &Keys, token: &str) -> Option<RegistrationId> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
    let (id, mac) = bytes.split_at_checked(16)?;
    keys.verify(DOMAIN, id, mac).then(|| Uuid::from_slice(id).ok().map(RegistrationId)).flatten()
}
