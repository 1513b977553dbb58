//! Organisers: a short-lived signed cookie says who they are and what they may do, so that every service can tell by
//! itself. Only the portal knows their sessions; it makes the cookie and renews it.

use crate::page::Visit;
use crate::{Error, Front, Host, Keys, cookie};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use proto::account::{EventRole, Membership, Role};
use proto::{AccountId, EventId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The cookie's name. It lasts ten minutes; its path is `/`.
pub const COOKIE: &str = "mp_organiser";
/// Where organisers sign in, and where the portal renews the cookie of those who have.
pub const SIGN_IN: &str = "/arrangor/logg-inn";
const DOMAIN: &str = "access";

/// What the cookie says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Access {
    pub account: AccountId,
    /// To where letters go that organisers send to themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The portal's session that it was made from.
    pub session: Uuid,
    pub roles: Vec<Membership>,
    /// Roles in single events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventRole>,
    /// Sees how the installation itself does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub operator: bool,
    pub expires_at: DateTime<Utc>,
}

/// The cookie's value.
pub fn seal(keys: &Keys, access: &Access) -> String {
    // Plain data always become JSON; were it otherwise, the empty cookie would let nobody in.
    let said = serde_json::to_vec(access).unwrap_or_default();
    let mac = keys.sign(DOMAIN, &said);
    format!("{}.{}", BASE64_URL_SAFE_NO_PAD.encode(&said), BASE64_URL_SAFE_NO_PAD.encode(mac))
}

/// What a cookie says, if it is ours and still good.
pub fn open(keys: &Keys, cookie: &str, now: DateTime<Utc>) -> Option<Access> {
    let (said, mac) = cookie.split_once('.')?;
    let said = BASE64_URL_SAFE_NO_PAD.decode(said).ok()?;
    let mac = BASE64_URL_SAFE_NO_PAD.decode(mac).ok()?;
    if !keys.verify(DOMAIN, &said, &mac) {
        return None;
    }
    serde_json::from_slice::<Access>(&said).ok().filter(|access| now < access.expires_at)
}

/// An organiser who is signed in. Others are sent to sign in and come back after it.
#[derive(Clone, Debug)]
pub struct Organiser {
    pub account: AccountId,
    /// Their own address; absent for a moment after a new release, until the cookie is renewed.
    pub email: Option<String>,
    pub roles: Vec<Membership>,
    /// Roles in single events.
    pub events: Vec<EventRole>,
    /// Sees how the installation itself does.
    pub operator: bool,
}

/// Somebody who runs the installation. For everybody else there is no such page.
#[derive(Clone, Debug)]
pub struct Operator {
    pub account: AccountId,
}

impl Organiser {
    /// True with this role, or one that may more, in the organisation.
    pub fn may(&self, organisation: &str, least: Role) -> bool {
        self.roles.iter().any(|own| own.organisation == organisation && own.role.includes(least))
    }

    /// True with this role, or one that may more, in the organisation or in this event of it alone.
    pub fn may_at(&self, event: EventId, organisation: &str, least: Role) -> bool {
        let here = |own: &EventRole| own.event == event && own.organisation == organisation;
        self.may(organisation, least) || self.events.iter().any(|own| here(own) && own.role.includes(least))
    }

    /// The organisations in which the organiser has this role, or one that may more.
    pub fn organisations(&self, least: Role) -> impl Iterator<Item = &str> {
        self.roles.iter().filter(move |own| own.role.includes(least)).map(|own| own.organisation.as_str())
    }
}

impl<S> FromRequestParts<S> for Organiser
where
    S: Send + Sync,
    Host: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let host = Host::from_ref(state);
        let access = cookie::read(&parts.headers, COOKIE).and_then(|cookie| open(&host.keys, cookie, host.clock.now()));
        match access {
            Some(Access { account, email, roles, events, operator, .. }) => {
                Ok(Self { account, email, roles, events, operator })
            }
            None if parts.uri.path().starts_with("/api/") => Err(Error::SignInFirst.into_response()),
            None => {
                let visit = Visit::of(&Front::from(&host), parts);
                Err(visit.with_cookies(Redirect::to(&sign_in_first(parts)).into_response()))
            }
        }
    }
}

impl<S> FromRequestParts<S> for Operator
where
    S: Send + Sync,
    Host: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let organiser = Organiser::from_request_parts(parts, state).await?;
        match organiser.operator {
            true => Ok(Self { account: organiser.account }),
            false => Err(Error::NotFound.into_response()),
        }
    }
}

/// The address of the sign-in page that leads back to where one was: for a form to the page it stood on.
pub fn sign_in_first(parts: &Parts) -> String {
    let asked = parts.uri.path_and_query().map_or("/arrangor", |path| path.as_str());
    let back = match parts.method {
        Method::GET | Method::HEAD => asked.to_owned(),
        _ => page_before(&parts.headers).unwrap_or_else(|| "/arrangor".to_owned()),
    };
    let til: String = url::form_urlencoded::byte_serialize(local(&back).as_bytes()).collect();
    format!("{SIGN_IN}?til={til}")
}

fn page_before(headers: &HeaderMap) -> Option<String> {
    let referer = url::Url::parse(headers.get(header::REFERER)?.to_str().ok()?).ok()?;
    let own = headers.get(header::HOST)?.to_str().ok()?;
    let host = &referer[url::Position::BeforeHost..url::Position::AfterPort];
    (host == own).then(|| referer.path().to_owned())
}

/// A path of ours to go on to after signing in. What leads elsewhere becomes the organisers' front page.
pub fn local(til: &str) -> &str {
    let plain = til.bytes().all(|byte| (0x21..0x7f).contains(&byte) && byte != b'\\');
    match plain && til.starts_with('/') && !til.starts_with("//") && til.len() <= 2_000 {
        true => til,
        false => "/arrangor",
    }
}

#[cfg(test)]
mod tests {
    use super::{Access, Organiser, local, open, seal};
    use crate::Keys;
    use chrono::{DateTime, TimeDelta, Utc};
    use proto::account::{EventRole, Membership, Role};
    use proto::{AccountId, EventId};
    use uuid::Uuid;

    fn access(expires_at: DateTime<Utc>) -> Access {
        let roles = vec![
            Membership { organisation: "distrikt".to_owned(), role: Role::Editor },
            Membership { organisation: "byliv".to_owned(), role: Role::Numbers },
        ];
        let event = EventRole { event: EventId(Uuid::from_u128(1)), organisation: "ks".to_owned(), role: Role::Door };
        Access {
            account: AccountId(Uuid::now_v7()),
            email: None,
            session: Uuid::now_v7(),
            roles,
            events: vec![event],
            operator: false,
            expires_at,
        }
    }

    #[test]
    fn a_cookie_is_good_until_it_expires_and_with_our_keys_only() {
        let (keys, now) = (Keys::new(b"secret"), Utc::now());
        let access = access(now + TimeDelta::minutes(10));
        let cookie = seal(&keys, &access);
        assert_eq!(open(&keys, &cookie, now).as_ref(), Some(&access));
        assert_eq!(open(&keys, &cookie, access.expires_at), None);
        assert_eq!(open(&Keys::new(b"other"), &cookie, now), None);
        let (said, mac) = cookie.split_once('.').unwrap();
        for forged in ["", ".", said, &format!(".{mac}"), &format!("{said}."), &format!("{}.{mac}", &said[4..])] {
            assert_eq!(open(&keys, forged, now), None, "{forged}");
        }
    }

    #[test]
    fn a_role_may_what_lesser_roles_may() {
        let Access { account, email, roles, events, operator, .. } = access(Utc::now());
        let organiser = Organiser { account, email, roles, events, operator };
        assert!(organiser.may("distrikt", Role::Reader) && organiser.may("distrikt", Role::Editor));
        assert!(!organiser.may("distrikt", Role::Owner));
        assert!(organiser.may("byliv", Role::Numbers) && !organiser.may("byliv", Role::Reader));
        assert!(!organiser.may("ks", Role::Numbers));
        assert_eq!(organiser.organisations(Role::Reader).collect::<Vec<_>>(), ["distrikt"]);
    }

    #[test]
    fn a_role_in_one_event_opens_that_event_of_that_organisation_and_nothing_else() {
        let Access { account, email, roles, events, operator, .. } = access(Utc::now());
        let organiser = Organiser { account, email, roles, events, operator };
        let (own, other) = (EventId(Uuid::from_u128(1)), EventId(Uuid::from_u128(2)));
        assert!(organiser.may_at(own, "ks", Role::Door) && organiser.may_at(own, "ks", Role::Numbers));
        assert!(!organiser.may_at(own, "ks", Role::Reader) && !organiser.may_at(other, "ks", Role::Numbers));
        assert!(!organiser.may_at(own, "byliv", Role::Door), "the event has gone over to another organisation");
        assert!(!organiser.may("ks", Role::Numbers));
        assert!(organiser.may_at(other, "distrikt", Role::Reader), "a role in the organisation is one in its events");
    }

    #[test]
    fn only_paths_of_ours_are_gone_on_to() {
        for own in ["/arrangor", "/arrangor/pameldingar/a?side=2&til=//x", "/"] {
            assert_eq!(local(own), own);
        }
        for other in [
            "",
            "arrangor",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nSet-Cookie: x",
            "/\t/evil",
            "javascript:x",
        ] {
            assert_eq!(local(other), "/arrangor", "{other}");
        }
    }
}
