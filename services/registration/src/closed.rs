//! Decides whose address may sign up for an event that is not for everybody.

use crate::desk::errand::Refusal;
use proto::event::{Closed, SignUp};

/// Whether an address, as it is compared, is of one of the domains. Where there is none, nobody's is.
pub(crate) fn is_of(closed: &Closed, address: &str) -> bool {
    let Some((_, domain)) = address.rsplit_once('@') else { return false };
    closed.domains.iter().any(|allowed| match allowed.strip_prefix("*.") {
        Some(above) => domain.strip_suffix(above).is_some_and(|below| below.len() > 1 && below.ends_with('.')),
        None => domain == allowed,
    })
}

/// Whether nobody can sign up but those whom the organisers invite by name.
pub(crate) fn is_by_invitation(sign_up: &SignUp) -> bool {
    sign_up.closed.as_ref().is_some_and(|closed| closed.domains.is_empty())
}

/// What those are told who may not.
pub(crate) fn refusal(sign_up: &SignUp) -> Refusal {
    if is_by_invitation(sign_up) { Refusal::ByInvitation } else { Refusal::NotInvited }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::normalised;

    #[test]
    fn an_address_is_of_a_domain_as_a_whole_and_never_by_how_it_looks() {
        let domains = ["ks.no", "*.kommune.no", "xn--blbr-roah.no"].map(str::to_owned).to_vec();
        let closed = Closed { domains, listed: false };
        for (email, may) in [
            ("kari@ks.no", true),
            ("KARI@KS.NO", true),
            ("kari@blåbær.no", true),
            ("kari@steinkjer.kommune.no", true),
            ("kari@post.steinkjer.kommune.no", true),
            ("kari@kommune.no", false),
            ("kari@xkommune.no", false),
            ("kari@.kommune.no", false),
            ("kari@post.ks.no", false),
            ("kari@ks.no.example.com", false),
            ("kari@notks.no", false),
            ("ks.no", false),
            ("kari@", false),
            ("\"kari@ks.no\"@example.com", false),
        ] {
            assert_eq!(is_of(&closed, &normalised(email)), may, "{email}");
        }
        assert!(!is_of(&Closed::default(), "kari@ks.no"), "for those alone whom organisers sign up");
    }
}
