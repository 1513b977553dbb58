//! Whether what somebody wrote is passed on to the contact of an event.
//!
//! Nobody is answered, and nothing is passed on that could come back: not what the contact or we ourselves wrote, and no
//! answer to something that was passed on.

use super::address::normalised;
use super::reading::{Content, Who};

/// Everything that the decision depends on.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub content: &'a Content,
    pub from: Option<&'a Who>,
    /// It refers to a letter of ours, or somebody answers to whom we write.
    pub known: bool,
    /// It answers something that was passed on.
    pub answers_forwarded: bool,
    /// The contact, and every address of ours.
    pub own: &'a [String],
}

/// What is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passed {
    /// What somebody wrote.
    Text,
    /// That somebody is away; once for each person.
    Away,
}

/// Why something is not passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It is from a program.
    Machine,
    /// It would go round.
    Loop,
    /// Nobody knows whom it is about.
    Unknown,
    /// It names nobody who could be answered.
    NoSender,
}

/// Decides whether it is passed on.
pub(crate) fn decide(case: Case<'_>) -> Result<Passed, Kept> {
    let passed = match case.content {
        Content::Text => Passed::Text,
        Content::Away => Passed::Away,
        Content::Calendar(_) | Content::Report(_) | Content::Machine | Content::Unreadable => {
            return Err(Kept::Machine);
        }
    };
    let from = case.from.ok_or(Kept::NoSender)?;
    let address = normalised(&from.address);
    match () {
        () if case.answers_forwarded || case.own.iter().any(|own| normalised(own) == address) => Err(Kept::Loop),
        () if !case.known => Err(Kept::Unknown),
        () => Ok(passed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(address: &str) -> Who {
        Who { name: "Kari".to_owned(), address: address.to_owned() }
    }

    #[test]
    fn what_people_write_is_passed_on_and_nothing_goes_round() {
        let (kari, contact) = (who("kari@kommune.no"), who("KURS@etat.no"));
        let own = ["kurs@etat.no".to_owned(), "arrangement@etat.no".to_owned()];
        let case =
            Case { content: &Content::Text, from: Some(&kari), known: true, answers_forwarded: false, own: &own };
        assert_eq!(decide(case), Ok(Passed::Text));
        assert_eq!(decide(Case { content: &Content::Away, ..case }), Ok(Passed::Away));
        for (case, kept) in [
            (Case { content: &Content::Machine, ..case }, Kept::Machine),
            (Case { content: &Content::Unreadable, ..case }, Kept::Machine),
            (Case { from: None, ..case }, Kept::NoSender),
            (Case { from: Some(&contact), ..case }, Kept::Loop),
            (Case { from: Some(&contact), content: &Content::Away, ..case }, Kept::Loop),
            (Case { answers_forwarded: true, ..case }, Kept::Loop),
            (Case { known: false, ..case }, Kept::Unknown),
        ] {
            assert_eq!(decide(case), Err(kept), "{kept:?}");
        }
    }
}
