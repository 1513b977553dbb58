//! E-mail addresses as they are compared.

/// Two addresses that reach the same mailbox, as far as one can tell without asking: case and the spelling of the
/// domain (`blåbær.no`, `xn--blbr-roah.no`) do not matter. Dots and tags before the `@` do, since only some servers
/// ignore them.
pub(crate) fn normalised(email: &str) -> String {
    let email = email.trim();
    let Some((mailbox, domain)) = email.rsplit_once('@') else { return email.to_lowercase() };
    let domain = match url::Host::parse(domain.trim_end_matches('.')) {
        Ok(host) => host.to_string(),
        Err(_) => domain.to_lowercase(),
    };
    format!("{}@{domain}", mailbox.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::normalised;

    #[test]
    fn case_space_and_spelling_of_the_domain_do_not_matter() {
        for text in ["kari@blåbær.no", "  Kari@BLÅBÆR.no ", "KARI@xn--blbr-roah.no", "kari@blåbær.no."] {
            assert_eq!(normalised(text), "kari@xn--blbr-roah.no", "{text}");
        }
    }

    #[test]
    fn different_people_stay_different() {
        assert_ne!(normalised("kari@kommune.no"), normalised("ola@kommune.no"));
        assert_ne!(normalised("kari+kurs@kommune.no"), normalised("kari@kommune.no"));
        assert_eq!(normalised("uten alfakrøll"), "uten alfakrøll");
    }
}
