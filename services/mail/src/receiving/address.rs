//! Addresses of ours that say whom a letter is about, and addresses of others as they are compared.

use host::Keys;
use uuid::Uuid;

/// What stands for the token in a setting.
const TOKEN: &str = "{token}";
/// Of the MAC: an address is short, and one that is guessed wrong is refused while it is being guessed.
const MAC: usize = 10;
const LENGTH: usize = 2 * (16 + MAC);

/// Whom an address of ours is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// A sign-up: its calendar answers there.
    Reply,
    /// A letter: it comes back there.
    Bounce,
}

impl About {
    const fn domain(self) -> &'static str {
        match self {
            Self::Reply => "mail/reply-address",
            Self::Bounce => "mail/bounce-address",
        }
    }
}

/// The address for this id, made after a setting like `svar-{token}@svar.example.no`. In small letters and digits only,
/// since mail programs change the one or the other.
pub(crate) fn write(keys: &Keys, about: About, pattern: &str, id: Uuid) -> String {
    let mac = keys.sign(about.domain(), id.as_bytes());
    let bytes = id.as_bytes().iter().chain(&mac[..MAC]);
    let token: String = bytes.map(|byte| format!("{byte:02x}")).collect();
    pattern.replace(TOKEN, &token)
}

/// Whose address it is, if it is one of ours.
pub(crate) fn read(keys: &Keys, about: About, pattern: &str, address: &str) -> Option<Uuid> {
    let (before, after) = pattern.split_once(TOKEN)?;
    let address = address.trim().to_lowercase();
    let token = address.strip_prefix(&before.to_lowercase())?.strip_suffix(&after.to_lowercase())?;
    let bytes = bytes(token)?;
    let (id, mac) = bytes.split_at(16);
    let expected = keys.sign(about.domain(), id);
    // Every byte is looked at, whatever the first ones are.
    let differs = expected.iter().zip(mac).fold(0, |differs, (a, b)| differs | (a ^ b));
    (differs == 0).then(|| Uuid::from_slice(id).ok()).flatten()
}

fn bytes(token: &str) -> Option<Vec<u8>> {
    if token.len() != LENGTH || !token.is_ascii() {
        return None;
    }
    (0..LENGTH).step_by(2).map(|at| u8::from_str_radix(&token[at..at + 2], 16).ok()).collect()
}

/// An address as it is kept where it need not be read: the same address is the same, and that is all it tells.
pub(crate) fn hashed(keys: &Keys, address: &str) -> String {
    let mac = keys.sign("mail/failure", normalised(address).as_bytes());
    mac[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An address as it is compared: case and the spelling of the domain do not matter.
pub(crate) fn normalised(address: &str) -> String {
    let address = address.trim();
    match address.rsplit_once('@') {
        Some((mailbox, of)) => format!("{}@{}", mailbox.to_lowercase(), domain(of)),
        None => address.to_lowercase(),
    }
}

/// A domain as it is compared.
pub(crate) fn domain(domain: &str) -> String {
    let domain = domain.trim().trim_end_matches('.');
    url::Host::parse(domain).map_or_else(|_| domain.to_lowercase(), |host| host.to_string())
}

/// The domain of an address, as it is compared.
pub(crate) fn domain_of(address: &str) -> Option<String> {
    address.rsplit_once('@').map(|(_, of)| domain(of)).filter(|domain| !domain.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATTERN: &str = "svar-{token}@svar.example.no";

    #[test]
    fn an_address_is_read_back_however_it_is_written() {
        let (keys, id) = (Keys::new(b"secret"), Uuid::new_v4());
        let address = write(&keys, About::Reply, PATTERN, id);
        assert!(address.split('@').next().unwrap().len() <= 64, "{address}");
        assert_eq!(read(&keys, About::Reply, PATTERN, &address), Some(id));
        assert_eq!(read(&keys, About::Reply, "Svar-{token}@Svar.Example.no", &address.to_uppercase()), Some(id));
    }

    #[test]
    fn what_is_not_ours_is_nobodys() {
        let (keys, id) = (Keys::new(b"secret"), Uuid::new_v4());
        let address = write(&keys, About::Reply, PATTERN, id);
        assert_eq!(read(&keys, About::Bounce, PATTERN, &address), None);
        assert_eq!(read(&Keys::new(b"other"), About::Reply, PATTERN, &address), None);
        assert_eq!(read(&keys, About::Reply, "retur-{token}@svar.example.no", &address), None);
        for place in 0..address.len() {
            let mut changed = address.clone().into_bytes();
            changed[place] = if changed[place] == b'0' { b'1' } else { b'0' };
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(read(&keys, About::Reply, PATTERN, &changed), None, "{changed}");
        }
        for wrong in ["", "@", "svar-@svar.example.no", "svar-æøåæøåæøåæøåæøåæøåæøåæøåæø@svar.example.no"]
        {
            assert_eq!(read(&keys, About::Reply, PATTERN, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn addresses_are_compared_without_case() {
        assert_eq!(normalised(" Kari@Blåbær.no. "), "kari@xn--blbr-roah.no");
        assert_eq!(domain_of("kari@KOMMUNE.no").as_deref(), Some("kommune.no"));
        assert_eq!(domain_of("kari"), None);
    }
}
