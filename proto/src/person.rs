//! People who ask an organisation to delete what it holds about them.

use crate::{AskId, Message};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Somebody asked an organisation to delete everything about them, and an owner did it for them. Their sign-ups are deleted by
/// messages of their own; whoever holds the address for something else that the organisation answers for deletes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PersonErasureAsked {
    pub ask_id: AskId,
    /// The slug of the organisation.
    pub organisation: String,
    /// As it was typed.
    pub email: String,
}

impl PersonErasureAsked {
    /// Whether an address is the one that is meant, however its domain is spelt.
    pub fn is_about(&self, email: &str) -> bool {
        compared(&self.email) == compared(email)
    }
}

/// An address in small letters, the domain as computers write it.
fn compared(email: &str) -> String {
    let email = email.trim().to_lowercase();
    let Some((mailbox, domain)) = email.rsplit_once('@') else { return email };
    let domain =
        url::Host::parse(domain.trim_end_matches('.')).map_or_else(|_| domain.to_owned(), |host| host.to_string());
    format!("{mailbox}@{domain}")
}

impl Message for PersonErasureAsked {
    const NAME: &'static str = "person.erasure_asked.v1";
    fn subject(&self) -> Uuid {
        self.ask_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.ask_id.0)
    }
}

/// A service has deleted what it held about somebody who asked for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PersonErased {
    pub ask_id: AskId,
    /// How many things it was: somebody who speaks, a proposal, a link to act for a delegation.
    pub amount: u32,
}

impl Message for PersonErased {
    const NAME: &'static str = "person.erased.v1";
    fn subject(&self) -> Uuid {
        self.ask_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.ask_id.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{AskId, PersonErasureAsked, Uuid};

    #[test]
    fn case_space_and_spelling_of_the_domain_do_not_matter() {
        let asked = |email: &str| PersonErasureAsked {
            ask_id: AskId(Uuid::nil()),
            organisation: "distriktssenteret".to_owned(),
            email: email.to_owned(),
        };
        for (typed, kept, is_meant) in [
            (" Kari@Kommune.no ", "kari@kommune.no", true),
            ("kari@blåbær.no", "KARI@xn--blbr-roah.no", true),
            ("kari@xn--blbr-roah.no", "kari@BLÅBÆR.no", true),
            ("kari@kommune.no", "kari+kurs@kommune.no", false),
            ("kari", "kari", true),
        ] {
            assert_eq!(asked(typed).is_about(kept), is_meant, "{typed} {kept}");
        }
    }
}
