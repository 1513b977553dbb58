//! The domain of an address, as mail servers know it.

use std::borrow::Cow;

/// The domain that letters to an address go to, in small letters and as it stands in the DNS.
pub(crate) fn of(address: &str) -> Option<String> {
    let (_, domain) = address.trim().rsplit_once('@')?;
    let domain = in_dns(domain).to_lowercase();
    (!domain.is_empty()).then_some(domain)
}

/// The address as every mail server takes it when only its domain has letters beyond ASCII. What stands before the `@` is
/// the receiver's own business, and needs a server that knows SMTPUTF8.
pub(crate) fn as_sent(address: &str) -> Cow<'_, str> {
    match address.rsplit_once('@') {
        Some((mailbox, domain)) if !domain.is_ascii() => Cow::Owned(format!("{mailbox}@{}", in_dns(domain))),
        _ => Cow::Borrowed(address),
    }
}

fn in_dns(domain: &str) -> Cow<'_, str> {
    if domain.is_ascii() {
        return Cow::Borrowed(domain);
    }
    match url::Host::parse(domain) {
        Ok(url::Host::Domain(name)) => Cow::Owned(name),
        _ => Cow::Borrowed(domain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_as_they_stand_in_the_dns() {
        for (address, domain, sent) in [
            ("kari@Kommune.Example", Some("kommune.example"), "kari@Kommune.Example"),
            ("kari@blåbær.example", Some("xn--blbr-roah.example"), "kari@xn--blbr-roah.example"),
            ("kåre@blåbær.example", Some("xn--blbr-roah.example"), "kåre@xn--blbr-roah.example"),
            ("\"a@b\"@kommune.example", Some("kommune.example"), "\"a@b\"@kommune.example"),
            ("kari@[127.0.0.1]", Some("[127.0.0.1]"), "kari@[127.0.0.1]"),
            ("kari", None, "kari"),
            ("kari@", None, "kari@"),
        ] {
            assert_eq!((of(address).as_deref(), &*as_sent(address)), (domain, sent));
        }
    }
}
