//! E-mail addresses.

use super::problem::Problem;
use super::text::line;

const LONGEST_ADDRESS: usize = 254;
const LONGEST_LOCAL: usize = 64;

/// An address that mail can be sent to: one `@`, an ordinary local part, a domain with a dot in it. A domain with
/// letters beyond a-z is kept in the form that travels (`xn--…`); other letters before the `@` are refused, since few
/// servers take them and they are nearly always a slip.
pub fn email(typed: &str) -> Result<String, Problem> {
    let address = line(typed, LONGEST_ADDRESS)?;
    if address.is_empty() {
        return Err(Problem::MissingEmail);
    }
    let Some((local, domain)) = address.rsplit_once('@') else { return Err(Problem::EmailWithoutAt) };
    if local.chars().any(|c| !c.is_ascii() && c.is_alphanumeric()) {
        return Err(Problem::EmailLetters);
    }
    if !is_local(local) {
        return Err(Problem::EmailSpelling);
    }
    let Some(domain) = domain_that_travels(domain) else { return Err(Problem::EmailDomain) };
    let address = format!("{local}@{domain}");
    if address.len() > LONGEST_ADDRESS {
        return Err(Problem::TooLong { limit: LONGEST_ADDRESS, length: address.len() });
    }
    Ok(address)
}

fn is_local(local: &str) -> bool {
    let ordinary = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
    !local.is_empty()
        && local.len() <= LONGEST_LOCAL
        && local.bytes().all(ordinary)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn domain_that_travels(domain: &str) -> Option<String> {
    if !domain.contains('.') || domain.contains(['[', ']', '%', ':', '/', '\\', '?', '#', ' ']) {
        return None;
    }
    let url::Host::Domain(domain) = url::Host::parse(domain).ok()? else { return None };
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let top = labels.last()?;
    (labels.iter().all(is_label) && top.len() >= 2 && !top.bytes().all(|b| b.is_ascii_digit())).then_some(domain)
}
