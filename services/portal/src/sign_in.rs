//! Decides who is sent a link to sign in with, what a link is worth, and where it leads.

use chrono::{DateTime, TimeDelta, Utc};
use proto::account::{EventRole, Membership, Role};
use proto::{AccountId, Language};
use url::Url;

/// How long a link works that somebody asked for.
pub const LINK_LASTS: TimeDelta = TimeDelta::minutes(30);
/// How long a link works that somebody else had sent: it arrives unexpected and may lie over a weekend.
pub const INVITATION_LASTS: TimeDelta = TimeDelta::days(3);
/// How long one stays signed in.
pub const SESSION_LASTS: TimeDelta = TimeDelta::days(7);
/// How long ago somebody may have signed in who is about to make another way in.
pub const FRESH: TimeDelta = TimeDelta::minutes(15);
/// How long it is remembered after that who was signed in when.
pub const SESSION_KEPT: TimeDelta = TimeDelta::days(30);
/// How long a browser may act on its roles before they are read again.
pub const ACCESS_LASTS: TimeDelta = TimeDelta::minutes(10);
/// How many links an account is sent within [`RATE_WINDOW`].
pub const LINKS_IN_WINDOW: u64 = 5;
/// The time over which links are counted.
pub const RATE_WINDOW: TimeDelta = TimeDelta::hours(1);

/// An organiser's account, with its rights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub language: Language,
    pub disabled: bool,
    pub roles: Vec<Membership>,
    /// Roles in single events.
    pub events: Vec<EventRole>,
    /// Sees how the installation itself does.
    pub operator: bool,
}

impl Account {
    /// True with this role, or one that may more, in the organisation.
    pub fn may(&self, organisation: &str, least: Role) -> bool {
        self.roles.iter().any(|own| own.organisation == organisation && own.role.includes(least))
    }

    /// The organisations in which, or in events of which, the account may do something.
    pub fn organisations(&self) -> impl Iterator<Item = &str> {
        let of_events = self.events.iter().map(|own| own.organisation.as_str());
        self.roles.iter().map(|own| own.organisation.as_str()).chain(of_events)
    }
}

/// What follows when somebody asks for a link. On the screen all of them look the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A link is sent in this organisation's name.
    Send { organisation: String },
    /// The address has no account, or one without rights.
    Unknown,
    /// The account was sent enough links for now.
    Enough,
}

/// Decides whether a link is sent to an address; `account` is what it belongs to.
pub fn answer(account: Option<&Account>, sent_in_window: u64) -> Answer {
    let Some(account) = account.filter(|account| !account.disabled) else {
        return Answer::Unknown;
    };
    let Some(organisation) = writes_as(account) else {
        return Answer::Unknown;
    };
    if sent_in_window >= LINKS_IN_WINDOW {
        return Answer::Enough;
    }
    Answer::Send { organisation: organisation.to_owned() }
}

/// The organisation in whose name letters go to an account; nothing where it has no rights.
pub(crate) fn writes_as(account: &Account) -> Option<&str> {
    let of_event = || account.events.first().map(|own| own.organisation.as_str());
    foremost(&account.roles).or_else(of_event)
}

/// The organisation in which an account may do most.
fn foremost(roles: &[Membership]) -> Option<&str> {
    roles
        .iter()
        .min_by_key(|membership| (membership.role, &membership.organisation))
        .map(|membership| membership.organisation.as_str())
}

/// Where a link, or a session that is asked for again, leads.
pub const HOME: &str = "/arrangor";

/// The page to go on to: a page of the organisers' side on this site, or their front page.
///
/// Read as a browser reads it, for it takes `\`, tabs and `%2e%2e` for other things than they look like.
pub fn onward(wanted: Option<&str>) -> String {
    let here = || Url::parse("https://here.invalid/").ok();
    let local = wanted.filter(|path| path.len() <= 500 && path.starts_with('/')).and_then(|path| {
        let base = here()?;
        let there = base.join(path).ok()?;
        let same_site = there.origin() == base.origin() && there.username().is_empty();
        let theirs = there.path() == HOME || there.path().starts_with("/arrangor/");
        let signing =
            ["/arrangor/logg-inn", "/arrangor/logg-ut", "/arrangor/inn/", "/arrangor/openid/", "/arrangor/stadfest"];
        let loops = signing.iter().any(|start| there.path().starts_with(start));
        (same_site && theirs && !loops).then(|| match there.query() {
            Some(query) => format!("{}?{query}", there.path()),
            None => there.path().to_owned(),
        })
    });
    local.unwrap_or_else(|| HOME.to_owned())
}

/// What a link is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    Works,
    /// Used, or too old.
    Spent,
}

/// Decides whether a link still works.
pub fn link(expires_at: DateTime<Utc>, used_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Link {
    match used_at {
        None if now < expires_at => Link::Works,
        _ => Link::Spent,
    }
}

/// True while somebody is signed in.
pub fn session_lives(expires_at: DateTime<Utc>, ended_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    ended_at.is_none() && now < expires_at
}

/// True shortly after somebody has signed in: whoever finds a browser that is signed in is not to make a way in of their own.
pub fn fresh(since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < since + FRESH
}

/// A role by the word that columns and commands use.
pub fn role(word: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_word(*role) == word)
}

/// The word for a role in columns and commands.
pub const fn role_word(role: Role) -> &'static str {
    match role {
        Role::Owner => "owner",
        Role::Editor => "editor",
        Role::Reader => "reader",
        Role::Door => "door",
        Role::Numbers => "numbers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(roles: &[(&str, Role)]) -> Account {
        Account {
            id: AccountId(uuid::Uuid::from_u128(1)),
            email: "kari@example.org".to_owned(),
            language: Language::Nn,
            disabled: false,
            roles: roles
                .iter()
                .map(|(organisation, role)| Membership { organisation: (*organisation).to_owned(), role: *role })
                .collect(),
            events: Vec::new(),
            operator: false,
        }
    }

    #[test]
    fn a_link_goes_out_in_the_name_of_the_organisation_where_one_may_do_most() {
        let kari = account(&[("bylivsenteret", Role::Reader), ("distriktssenteret", Role::Owner)]);
        assert_eq!(answer(Some(&kari), 0), Answer::Send { organisation: "distriktssenteret".to_owned() });
        assert_eq!(
            answer(Some(&kari), LINKS_IN_WINDOW - 1),
            Answer::Send { organisation: "distriktssenteret".to_owned() }
        );
    }

    #[test]
    fn a_role_in_one_event_is_enough_to_sign_in() {
        let event = proto::EventId(uuid::Uuid::from_u128(7));
        let of_event = EventRole { event, organisation: "ks".to_owned(), role: Role::Door };
        let kari = Account { events: vec![of_event], ..account(&[]) };
        assert_eq!(answer(Some(&kari), 0), Answer::Send { organisation: "ks".to_owned() });
    }

    #[test]
    fn no_link_goes_to_strangers_to_disabled_accounts_to_accounts_without_rights_or_too_often() {
        let kari = account(&[("ks", Role::Editor)]);
        assert_eq!(answer(None, 0), Answer::Unknown);
        assert_eq!(answer(Some(&Account { disabled: true, ..kari.clone() }), 0), Answer::Unknown);
        assert_eq!(answer(Some(&account(&[])), 0), Answer::Unknown);
        assert_eq!(answer(Some(&kari), LINKS_IN_WINDOW), Answer::Enough);
    }

    #[test]
    fn one_is_only_sent_on_to_organisers_pages_of_this_site() {
        let kept = |path: &str| assert_eq!(onward(Some(path)), path);
        kept("/arrangor");
        kept("/arrangor?side=2");
        kept("/arrangor/pameldingar/tomme-lokale?sok=a%26b");
        let refused = |path: &str| assert_eq!(onward(Some(path)), HOME, "{path:?}");
        for path in [
            "",
            "arrangor",
            "https://evil.example/arrangor/x",
            "//evil.example/arrangor/x",
            "/\\evil.example/arrangor/x",
            "/\t/evil.example/arrangor/x",
            "\\\\evil.example",
            "javascript:alert(1)",
            "/arrangorar",
            "/mi/abc",
            "/arrangor/../mi/abc",
            "/arrangor/%2e%2e/mi/abc",
            "/arrangor/..\\mi",
            "/arrangor/logg-inn?til=/arrangor/logg-inn",
            "/arrangor/logg-ut",
            "/arrangor/inn/abc",
            "/arrangor/openid/entra?til=/arrangor",
            "/arrangor/stadfest?til=/arrangor/stadfest",
        ] {
            refused(path);
        }
        refused(&format!("/arrangor/{}", "a".repeat(600)));
        assert_eq!(onward(None), HOME);
    }

    #[test]
    fn line_breaks_never_reach_the_location_header() {
        assert!(!onward(Some("/arrangor/a\r\nSet-Cookie: x=y")).contains(['\r', '\n', ' ']));
    }

    #[test]
    fn a_link_works_once_and_until_its_time_is_over() {
        let now = DateTime::UNIX_EPOCH;
        assert_eq!(link(now + LINK_LASTS, None, now), Link::Works);
        assert_eq!(link(now + LINK_LASTS, Some(now), now), Link::Spent);
        assert_eq!(link(now, None, now), Link::Spent);
    }
}
