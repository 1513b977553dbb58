//! E-mail addresses of accounts.

/// An address in the form in which accounts are told apart, or nothing when it cannot be an address.
pub fn normalised(email: &str) -> Option<String> {
    let email = email.trim();
    let (mailbox, domain) = email.rsplit_once('@')?;
    let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control());
    let punctuation = |c: char| matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '\\' | '@');
    let usable = plain(mailbox)
        && plain(domain)
        && !mailbox.contains(punctuation)
        && !domain.contains(punctuation)
        && domain.split('.').all(|label| !label.is_empty())
        && domain.contains('.')
        && email.len() <= 254;
    usable.then(|| email.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_without_case_or_spaces_around() {
        assert_eq!(normalised("  Kari.Åsen@Kommune.No "), Some("kari.åsen@kommune.no".to_owned()));
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        for text in
            ["", "kari", "@kommune.no", "kari@", "kari@kommune", "kari@kommune..no", "k ari@kommune.no", "a@b@c.no"]
        {
            assert_eq!(normalised(text), None, "{text}");
        }
        assert_eq!(normalised("kari@kommune.no\r\nBcc: ola@kommune.no"), None);
        assert_eq!(normalised("Kari <kari@kommune.no>"), None);
        assert_eq!(normalised(&format!("{}@kommune.no", "k".repeat(250))), None);
    }
}
