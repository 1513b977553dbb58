//! Rooms that are made here, in Jitsi or what takes the same tokens. A room exists as soon as somebody with a token opens its address,
//! so there is nothing to ask for and nothing to keep: its name is a MAC over the webinar's id, which nobody can guess.

use super::{Doors, Guest, NoWayIn, Provider, Right};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Host, Keys};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde::Serialize;
use url::Url;
use uuid::Uuid;

const ROOM: &str = "webinar/room";
const GUEST: &str = "webinar/guest";
/// Other clocks may be a little behind ours when the doors open.
const BEHIND: TimeDelta = TimeDelta::minutes(1);
/// Of a name, in bytes: 128 bits cannot be guessed.
const NAME: usize = 16;

/// The installation that has the rooms, and who we are to it.
#[derive(Clone)]
pub(crate) struct Rooms {
    url: Url,
    issuer: String,
    audience: String,
    subject: String,
    header: Header,
    key: EncodingKey,
    keys: Keys,
}

/// The room of one webinar.
pub(crate) struct Room<'a> {
    pub(crate) rooms: &'a Rooms,
    pub(crate) event: Uuid,
}

/// What a token says, by the names that Jitsi reads.
#[derive(Serialize)]
struct Claims<'a> {
    aud: &'a str,
    iss: &'a str,
    sub: &'a str,
    room: &'a str,
    iat: i64,
    nbf: i64,
    exp: i64,
    context: Context<'a>,
}

#[derive(Serialize)]
struct Context<'a> {
    user: User<'a>,
}

#[derive(Serialize)]
struct User<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    /// For those who have rooms as a service. Text, as everything told of the user: some installations read nothing else.
    moderator: &'a str,
    /// For installations of one's own, with what the settings say that they need.
    affiliation: &'a str,
}

impl Rooms {
    /// As the settings say; none when they say nothing.
    pub(crate) fn of(host: &Host) -> anyhow::Result<Option<Self>> {
        use anyhow::Context as _;
        let settings = &host.settings;
        let (Some(url), Some(issuer)) = (&settings.rooms_url, &settings.rooms_issuer) else { return Ok(None) };
        let (algorithm, key) = match (&settings.rooms_key, &settings.rooms_secret) {
            (Some(pem), _) => {
                let key =
                    EncodingKey::from_rsa_pem(pem.as_bytes()).context("rooms_key is no private RSA key in PEM")?;
                (Algorithm::RS256, key)
            }
            (None, Some(secret)) => (Algorithm::HS256, EncodingKey::from_secret(secret.as_bytes())),
            (None, None) => return Ok(None),
        };
        let mut header = Header::new(algorithm);
        header.kid.clone_from(&settings.rooms_key_id);
        // Where rooms lie below a path, that is the tenant, and tokens are for it.
        let tenant = url.path_segments().into_iter().flatten().find(|part| !part.is_empty());
        let subject = settings.rooms_subject.clone().or_else(|| tenant.or(url.host_str()).map(str::to_lowercase));
        let rooms = Self {
            url: url.clone(),
            issuer: issuer.clone(),
            audience: settings.rooms_audience.clone(),
            subject: subject.unwrap_or_default(),
            header,
            key,
            keys: host.keys.clone(),
        };
        // A key that reads well and cannot sign is told now.
        jsonwebtoken::encode(&rooms.header, &serde_json::json!({}), &rooms.key).context("rooms_key cannot sign")?;
        Ok(Some(rooms))
    }

    fn name(&self, domain: &str, id: Uuid) -> String {
        self.keys.sign(domain, id.as_bytes())[..NAME].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Provider for Room<'_> {
    fn way_in(&self, guest: Guest<'_>, doors: Doors, now: DateTime<Utc>) -> Result<String, NoWayIn> {
        let rooms = self.rooms;
        let (room, id) = (rooms.name(ROOM, self.event), rooms.name(GUEST, guest.id));
        let moderator = guest.may == Right::Moderate;
        let claims = Claims {
            aud: &rooms.audience,
            iss: &rooms.issuer,
            sub: &rooms.subject,
            room: &room,
            iat: now.timestamp(),
            nbf: (doors.from - BEHIND).timestamp(),
            exp: doors.until.timestamp(),
            context: Context {
                user: User {
                    id: &id,
                    name: guest.name,
                    moderator: if moderator { "true" } else { "false" },
                    affiliation: if moderator { "owner" } else { "member" },
                },
            },
        };
        let token = jsonwebtoken::encode(&rooms.header, &claims, &rooms.key)?;
        let base = rooms.url.as_str().trim_end_matches('/');
        Ok(format!("{base}/{room}?jwt={token}"))
    }
}
